"""Paragraphs without blank lines between them: their short last lines tell where they end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from strategikort.readers.markers import typed_marker
from strategikort.readers.textheadings import (
    SENTENCE_END,
    SHORT_FORM,
    begins_with_number,
    is_headed,
    is_wrapped,
)

_SECTION = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?\s+[A-ZÆØÅ]")
_OVER_A_PART = re.compile(r"(\d{1,2})\.?\s+[A-ZÆØÅ]")
_OF_A_LAW = re.compile(
    r"§\s?\d{1,3}(?:\s[a-zæøå])?(?:\.(?:\s+[A-ZÆØÅ»]|$)|$)|Stk\.\s\d{1,2}\.(?:\s+[A-ZÆØÅ»]|$)"
)
"""The line that a section of a law begins with, or its number alone."""

_QUESTION = re.compile(r"spørgsmål(?: nr\.?)? (?:S )?\d{1,4}", re.I)
_SHORT = 0.7
_FULL = 0.85
"""The share of the usual length of lines that a line reaches at least where the next word has no
room in it."""


def parts_of(lines: Sequence[str], first: int, last: int, width: int) -> Iterator[tuple[int, int]]:
    """Yield the first and last lines of the paragraphs and headings in a group of lines.

    ``width`` is how long the lines of wrapped text are.
    """
    if is_wrapped(width):
        for at in range(first + 1, last + 1):
            if _begins(lines, first, at, last, width):
                yield first, at - 1
                first = at
    yield first, last


def _begins(lines: Sequence[str], first: int, at: int, last: int, width: int) -> bool:
    """Say whether a part begins at a line; the one before it began at ``first``."""
    above, below = lines[at - 1].rstrip(), lines[at].strip()
    if not above.strip() or not below:
        return False
    ends = bool(SENTENCE_END.search(above))
    numbered = first == at - 1 and begins_with_number(above)
    if (ends or numbered) and _SECTION.match(below):
        return True
    if _stands_alone(above, below, width):
        return True
    over = at < last and bool(_SECTION.match(lines[at + 1].strip()))
    chapter = _OVER_A_PART.match(below) if over else None
    if chapter and lines[at + 1].strip().startswith(f"{chapter[1]}.1"):
        return True
    if chapter is None and _is_over_a_part(above, below):
        return True
    if ends and over and begins_with_number(below):
        return True
    if typed_marker(below) or below[:1].islower():
        return False  # see where lists are read
    if ends and is_headed(lines, at, last, width):
        return True
    if len(above) + 1 + len(below.split()[0]) > _FULL * width:
        return False
    return ends or numbered


def _stands_alone(above: str, below: str, width: int) -> bool:
    """Say whether a line begins a part by its form: a section of a law, a question by its number.

    In the middle of a sentence the line above it is full: »efter lovens / § 3. Det gælder …«.
    """
    if _QUESTION.fullmatch(above.strip()) or _QUESTION.fullmatch(below):
        return True
    is_alone = re.fullmatch(r"§\s?\d{1,3}(?:\s[a-zæøå])?", above.strip()) is not None
    ends = bool(SENTENCE_END.search(above)) or len(above) < _SHORT * width
    begins = _OF_A_LAW.match(below) is not None and not SHORT_FORM.search(above)
    return is_alone or (ends and begins)


def _is_over_a_part(above: str, below: str) -> bool:
    """Say whether »1. Høringen« stands right over »1.1. Høringsperiode«."""
    chapter = _OVER_A_PART.match(above.strip())
    return bool(chapter and _SECTION.match(below) and below.startswith(f"{chapter[1]}.1"))
