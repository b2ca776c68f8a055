"""Help pages: what stands on them (:class:`HelpPage`) and how they look in plain text.

Nothing here goes through the framework's own formatters, so none of their words can come out.
The same pages serve ``--help``, and whoever makes a man page or a reference from them.
"""

from __future__ import annotations

import inspect
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from strategikort.cli.framework.folding import ascii_spelling
from strategikort.cli.framework.parameters import argument_name, option_name
from strategikort.cli.framework.values import Value

_NAME_WIDTH = 30

Sections = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
"""Titles, each with rows of a name and an explanation."""


@dataclass(frozen=True)
class HelpPage:
    """One help page."""

    path: str
    usage: str
    paragraphs: tuple[str, ...]
    sections: Sections
    examples: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def paragraphs_of(*texts: str) -> tuple[str, ...]:
    """Return the paragraphs of ``texts`` in order, soft line breaks taken out."""
    found: list[str] = []
    for text in texts:
        for block in inspect.cleandoc(text).split("\n\n"):
            lines = block.strip("\n").splitlines()
            if lines and all(line.startswith(" ") for line in lines):
                found.append("\n".join(lines))
            elif block.strip():
                found.append(" ".join(block.split()))
    return tuple(found)


def _left(param: Any) -> str:
    left = ", ".join(sorted(param.opts, key=lambda name: name.startswith("--")))
    if param.is_flag:
        return left
    metavar = param.metavar or option_name(param).lstrip("-")
    return f"{left} {metavar.upper()}"


def explanation(param: Any, value: Value | None) -> str:
    """Return the text beside a parameter's name: its help and, in brackets, what it accepts."""
    extra: list[str] = []
    if value is not None:
        if value.choices:
            extra.append("muligheder: " + ", ".join(value.choices))
        if value.limits:
            extra.append(value.limits)
        if param.required:
            extra.append("påkrævet")
        elif isinstance(param.default, str | int) and str(param.default) not in ("", "False"):
            extra.append(f"standard: {param.default}")
        if value.many and param.param_type_name == "option":
            extra.append("kan gentages")
    text = inspect.cleandoc(param.help or "")
    return f"{text}  [{'; '.join(extra)}]".strip() if extra else text


def parameter_sections(params: Iterable[Any], values: Mapping[str, Value]) -> Sections:
    """Return the arguments and options as sections, in the order of declaration."""
    sections: dict[str, list[tuple[str, str]]] = {"Argumenter": [], "Valg": []}
    for param in params:
        is_argument = param.param_type_name == "argument"
        left = argument_name(param) if is_argument else _left(param)
        row = (left, explanation(param, values.get(param.name)))
        sections["Argumenter" if is_argument else "Valg"].append(row)
    return tuple((title, tuple(rows)) for title, rows in sections.items() if rows)


def flag_sections(flags: Mapping[str, str]) -> Sections:
    """Return the section of the flags that may stand in any command line."""
    return (("Valg til alle kommandoer", tuple(flags.items())),) if flags else ()


def flags_note(flags: Mapping[str, str]) -> tuple[str, ...]:
    """Return the line on a command's page that names these flags."""
    return (f"Gælder alle kommandoer: {', '.join(flags)}",) if flags else ()


def spelling_note(names: Iterable[str]) -> tuple[str, ...]:
    """Return the line that says how names with Danish letters can be typed without them."""
    plain = [ascii_spelling(name) for name in names if not name.isascii()]
    return (f"Kan også skrives: {', '.join(dict.fromkeys(plain))}",) if plain else ()


def _columns(rows: Sequence[tuple[str, str]], width: int) -> list[str]:
    # A name that leaves its explanation too little room stands on a line of its own.
    limit = min(_NAME_WIDTH, max(width - 28, 8))
    wide = max((len(name) for name, _ in rows if len(name) <= limit), default=0)
    lines: list[str] = []
    for name, text in rows:
        wrapped = textwrap.wrap(text, max(width - wide - 4, 20), break_long_words=False) or [""]
        if len(name) > wide:
            lines.append(f"  {name}")
        else:
            lines.append(f"  {name:{wide}}  {wrapped.pop(0)}".rstrip())
        lines += [" " * (wide + 4) + line for line in wrapped]
    return lines


def plain(page: HelpPage, width: int = 80) -> str:
    """Return the page as plain text, at most ``width`` characters wide where words allow it."""
    lines = textwrap.wrap(
        page.usage,
        width,
        subsequent_indent="      ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    for paragraph in page.paragraphs:
        lines.append("")
        if paragraph.startswith(" "):
            lines += paragraph.splitlines()
        else:
            lines += textwrap.wrap(
                paragraph,
                width,
                initial_indent="  ",
                subsequent_indent="  ",
                break_long_words=False,
                break_on_hyphens=False,
            )
    for title, rows in page.sections:
        lines += ["", f"{title}:", *_columns(rows, width)]
    if page.examples:
        lines += ["", "Eksempler:", *(f"  {example}" for example in page.examples)]
    for note in page.notes:
        lines += ["", *textwrap.wrap(note, width, subsequent_indent="  ", break_on_hyphens=False)]
    return "\n".join(lines)
