"""The help pages as one manual page (man(7)), in plain ASCII that every formatter reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from strategikort.cli.framework.help import HelpPage

Section = tuple[str, Sequence[tuple[str, str]]]


def escaped(text: str) -> str:
    """Return ``text`` for a line of roff: nothing in it is read as a command or an escape."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("^", "\\(ha").replace("~", "\\(ti")
    text = text.replace("'", "\\(aq").replace("`", "\\(ga").replace('"', "\\(dq")
    text = "".join(sign if sign.isascii() else f"\\[u{ord(sign):04X}]" for sign in text)
    return f"\\&{text}" if text.startswith(".") else text


def manual_page(
    pages: Sequence[HelpPage], version: str, more: Iterable[Section], summary: str
) -> str:
    """Return the manual of the program whose pages these are, the program's own page first.

    ``more`` are sections of (name, explanation) after the commands.
    """
    first, *commands = pages
    name = first.path
    lines = [
        '.\\" Lavet af det, som programmet skriver med --help.',
        f'.TH {escaped(name).upper()} 1 "" "{escaped(f"{name} {version}")}" "Brugermanual"',
        # The words are laid out as they are: hyphenation would be English.  groff 1.23 and later
        # go by these names at every paragraph, others by the requests.
        ".nr HY 0",
        ".ds AD l",
        ".nh",
        ".ad l",
        ".SH NAVN",
        f"{escaped(name)} \\- {escaped(summary)}",
        ".SH BRUG",
        escaped(first.usage.removeprefix("Brug: ")),
        ".SH BESKRIVELSE",
    ]
    lines += _paragraphs(first)
    lines.append(".SH KOMMANDOER")
    for page in commands:
        lines += [f".SS {escaped(page.usage.removeprefix(f'Brug: {name} '))}"]
        lines += _paragraphs(page)
        for _, rows in page.sections:
            lines += _rows(rows)
        lines += _examples(page)
        for note in page.notes:
            if note.startswith("Kan også"):
                lines += [".PP", escaped(note)]
    options: list[Section] = [
        section for section in first.sections if section[0].startswith("Valg")
    ]
    for heading, entries in [*options, *more]:
        lines += [f".SH {escaped(heading.upper())}", *_rows(entries)]
    if first.examples:
        lines += [".SH EKSEMPLER", *_code(first.examples)[1:]]
    return "\n".join(lines) + "\n"


def _paragraphs(page: HelpPage) -> list[str]:
    lines: list[str] = []
    for number, paragraph in enumerate(page.paragraphs):
        if paragraph.startswith(" "):
            lines += _code(paragraph.splitlines())
        else:
            lines += [*([".PP"] if number else []), escaped(paragraph)]
    return lines


def _rows(rows: Sequence[tuple[str, str]]) -> list[str]:
    lines: list[str] = []
    for name, text in rows:
        lines += [".TP", f"\\fB{escaped(name)}\\fR", escaped(text)]
    return lines


def _code(rows: Sequence[str]) -> list[str]:
    return [".PP", ".nf", *(escaped(row) for row in rows), ".fi"]


def _examples(page: HelpPage) -> list[str]:
    return [".PP", "Eksempler:", *_code([f"    {row}" for row in page.examples])]
