"""The citation styles by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from strategikort.citation.styles.item import Item
from strategikort.danish import listed
from strategikort.errors import StrategikortError

STYLES: Mapping[str, str] = {
    "kort": "strategikort.citation.styles.prose:short",
    "fodnote": "strategikort.citation.styles.prose:footnote",
    "apa": "strategikort.citation.styles.prose:apa",
    "chicago": "strategikort.citation.styles.prose:chicago",
    "markdown": "strategikort.citation.styles.prose:markdown",
    "bibtex": "strategikort.citation.styles.data:bibtex",
    "ris": "strategikort.citation.styles.data:ris",
    "csl-json": "strategikort.citation.styles.data:csl_json",
    "w3c": "strategikort.citation.styles.annotation:w3c",
}
"""Where each style is made; only the one asked for is loaded."""


def cite(items: Sequence[Item], style: str) -> str:
    """Return citations in a style, without a line break at the end.

    Raises ``StrategikortError`` for an unknown style.
    """
    if style not in STYLES:
        raise StrategikortError(
            f"Stilen »{style}« findes ikke.",
            f"Vælg {listed(tuple(STYLES), 'eller')}.",
            code="unknown_style",
            candidates=tuple(STYLES),
        )
    from importlib import import_module

    module, name = STYLES[style].split(":")
    made: Callable[[Sequence[Item]], str] = getattr(import_module(module), name)
    return made(items).rstrip("\n")
