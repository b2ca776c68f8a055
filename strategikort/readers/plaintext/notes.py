"""Footnotes in the text of a PDF: a number on a line of its own at the foot of a page, and a note.

They stand between the two halves of a sentence that goes on with the next page.  What tells them
from other figures is that they are in a row, and have marks in the text of the page: glued to a
word (»lande2«), or apart from it where the mark's place on the page was taken for a blank.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from typing import NamedTuple

_LABEL = re.compile(r"\s*(\d{1,3})\s*")


class TextNote(NamedTuple):
    """A note: its first and last lines, and where its mark is: the line, its start and its end.

    A mark apart from the word before it may as well be a number of the text: it has no place.
    """

    first: int
    last: int
    mark: tuple[int, int, int] | None


def glued_mark(label: str = r"\d{1,3}") -> re.Pattern[str]:
    """Return the pattern of a mark of a note that is glued to a word, or to a stop behind one.

    ``label`` is its number, else it is any.
    """
    return re.compile(
        rf"(?:[a-zæøå]{{3}}|[a-zæøå][.,;:!?)»«”“\"’‘])(?P<mark>{label})(?=[\s.,;:)]|$)"
    )


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
