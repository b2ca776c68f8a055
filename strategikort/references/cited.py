"""What stands beside a quotation, read as the places where it is said to stand."""

from __future__ import annotations

from collections.abc import Callable

from strategikort.citation.verdict import Cited
from strategikort.errors import StrategikortError
from strategikort.index.names import name_key
from strategikort.references.readings import read, references_in
from strategikort.references.resolver import Resolver
from strategikort.references.written import Resolution, has_digit

_LENGTH = 2_000
"""Characters; what is longer is no citation."""

_OF_OTHERS = frozenset({"fodnote", "tabel", "figur", "led", "punkt", "side", "stykke"})
"""Kinds that any text has: without a document they may be those of the memo itself."""


def read_citation(
    text: str,
    resolver: Resolver,
    is_missing: Callable[[str], bool],
) -> Cited | None:
    """Return where a citation says that something stands; None if it names no known place.

    A numbered place that does not exist is known, and nothing stands there.
    """
    if len(text) > _LENGTH:
        return None
    found: list[Cited] = []
    understood = True
    for part in references_in(text):
        cited = _place(part, resolver, is_missing, alone=understood)
        understood = understood and cited is not None
        if cited:
            found.append(cited)
    if not any(item.lines or item.pages for item in found):
        ids = frozenset(name for item in found for name in item.ids)
        return Cited(ids) if ids else None
    first, *others = found
    return Cited(first.ids, first.lines, first.pages, tuple(others))


def _place(
    part: str, resolver: Resolver, is_missing: Callable[[str], bool], *, alone: bool
) -> Cited | None:
    """Return the place of one reference; ``alone``: it does not go on with one unknown."""
    try:
        reading = read(part)
    except StrategikortError:
        return None
    if not reading.body:
        return None  # the page of some book
    document = resolver.document(reading.body)
    if document:
        found: Resolution | None = Resolution(
            (document,), document, None, reading.pages, reading.lines
        )
    else:
        found = resolver.exact(part)
    if found is None:
        missing = alone and is_missing(part) and not _is_of_any_text(part, resolver)
        return Cited(frozenset({part})) if missing else None
    named = document or found.document
    if not (named or found.several) and not _is_citation(reading.body, resolver, alone=alone):
        return None
    if found.lines and is_missing(part):
        return Cited(frozenset({part}))
    return Cited(frozenset({named} if named else found.ids), found.lines, found.pages)


def _is_of_any_text(part: str, resolver: Resolver) -> bool:
    """Tell whether a number may be that of a page or a figure of the memo, or of a book."""
    key = name_key(part)
    named = any(sign in f" {key} " for sign in ("/", ",", " i ", " af ", " fra "))
    if named or resolver.begins_with_document(key):
        return False
    return resolver.kind_of_reference(key) in _OF_OTHERS


def _is_citation(body: str, resolver: Resolver, *, alone: bool) -> bool:
    """Tell whether what names a section is meant as a citation, and is no aside: (Japan)."""
    key = name_key(body)
    if any(sign in body for sign in "/,»") or resolver.begins_with_document(key):
        return True
    kind = resolver.kind_of_reference(key)
    return (
        alone
        and kind is not None
        and kind not in _OF_OTHERS
        and (bool(has_digit(key)) or " " in key)
    )
