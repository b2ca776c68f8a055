"""Footnotes in the text of a PDF: a number on a line of its own at the foot of a page, and a note.

Those of other texts stand below it, »[1] …«.

They stand between the two halves of a sentence that goes on with the next page.  What tells them
from other figures is that they are in a row, and have marks in the text of the page: glued to a
word (»lande2«), or apart from it where the mark's place on the page was taken for a blank.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from typing import NamedTuple

_LABEL = re.compile(r"\s*(\d{1,3})\s*")
_IN_BRACKETS = re.compile(r"\s*\[\d{1,3}\]\s+\S")


class TextNote(NamedTuple):
    """A note: its first and last lines, and where its mark is: the line, its start and its end.

    A mark apart from the word before it may as well be a number of the text: it has no place.
    """

    first: int
    last: int
    mark: tuple[int, int, int] | None


def glued_mark(label: str = r"\d{1,3}") -> re.Pattern[str]:
    """Return the pattern of a mark of a note glued to a word, or to a stop behind one or a year.

    ``label`` is its number, else it is any.
    """
    stop = "[.,;:!?)»«”“\"'’‘]"
    before = rf"[a-zæøå]{{3}}|[a-zæøå]{stop}|\b(?:19|20)\d\d{stop}"
    return re.compile(rf"(?:{before})(?P<mark>{label})(?=[\s.,;:)]|$)")


def find_notes(lines: Sequence[str], firsts: Sequence[int], running: Set[int]) -> list[TextNote]:
    """Return the notes of a text whose pages begin at the lines ``firsts``.

    There are none unless half of them have marks that are glued to words.
    """
    found: list[TextNote] = []
    for first, end in zip(firsts, [*firsts[1:], len(lines)], strict=True):
        page = [at for at in range(first, end) if at not in running and lines[at].strip()]
        found += _on_page(lines, page)
    glued = sum(note.mark is not None for note in found)
    return found if 2 * glued >= len(found) else []


def find_bracketed_notes(lines: Sequence[str]) -> list[TextNote]:
    """Return the notes »[1] …«, »[2] …« that follow each other and have their marks above them."""
    starts = [at for at, line in enumerate(lines) if _IN_BRACKETS.match(line)]
    notes: list[TextNote] = []
    above: list[int] = []
    for at in starts:
        label = f"[{len(notes) + 1}]"
        between = lines[notes[-1].last + 1 : at] if notes else lines[at - 1 : at]
        if not lines[at].lstrip().startswith(label) or any(map(str.strip, between)):
            return []
        above = above or [*range(at)]
        marks = [(i, found) for i in above if (found := lines[i].find(label)) > 0]
        if not marks:
            return []
        ends = (i for i in range(at + 1, len(lines)) if i in starts or not lines[i].strip())
        (line, start), several = marks[0], marks[1:]
        mark = None if several else (line, start, start + len(label))
        notes.append(TextNote(at, next(ends, len(lines)) - 1, mark))
    return notes


def _on_page(lines: Sequence[str], page: Sequence[int]) -> list[TextNote]:
    starts = [
        place
        for place, at in enumerate(page[:-1])
        if _LABEL.fullmatch(lines[at]) and not _LABEL.fullmatch(lines[page[place + 1]])
    ]
    notes: list[TextNote] = []
    end = len(page)
    number = 0
    for place in reversed(starts):
        label = lines[page[place]].strip()
        if (notes and int(label) != number - 1) or not _is_named(lines, page[:place], label):
            break
        notes.append(TextNote(page[place], page[end - 1], _mark(lines, page[:place], label)))
        end, number = place, int(label)
    return notes[::-1]


def _is_named(lines: Sequence[str], above: Sequence[int], label: str) -> bool:
    """Say whether a label stands in the text, be it as a number."""
    pattern = re.compile(rf"(?<!\d){label}(?!\d)")
    return any(pattern.search(lines[at]) for at in above)


def _mark(lines: Sequence[str], above: Sequence[int], label: str) -> tuple[int, int, int] | None:
    """Return where the only mark with this label is, None if there is none or more."""
    pattern = glued_mark(label)
    found = [(at, match) for at in above for match in pattern.finditer(lines[at])]
    if len(found) != 1:
        return None
    at, match = found[0]
    return at, match.start("mark"), match.end("mark")
