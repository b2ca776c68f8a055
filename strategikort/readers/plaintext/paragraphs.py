"""Where the paragraphs of plain text begin: behind blank lines, or behind short last lines.

And what stands above the running text without an empty line between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from strategikort.readers.cues.dates import date_of_line
from strategikort.readers.cues.headings import (
    BETWEEN,
    MADE,
    SENTENCE_END,
    SHORT_FORM,
    begins_with_number,
    is_headed,
    is_wrapped,
    may_be_title,
)
from strategikort.readers.cues.markers import NUMBERED_SECTION, typed_marker
from strategikort.readers.cues.senders import names_a_sender
from strategikort.readers.plaintext.linetext import wrap_width

UNDERLINE = re.compile(r"\s*(?:={3,}|-{3,}|~{3,}|\*{3,})\s*")
_LONG_LINE = 150
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

_LONG = 0.75
"""How long a line of running text is, as a share of the usual length, at least."""

_PARAGRAPH = 100
"""Letters of a line that holds a whole paragraph, at least."""

_LONGER = 1.5

_MOST_LINES = 6
"""Lines of a paragraph that tells who made a text, at most."""


def groups_of(lines: Sequence[str]) -> list[tuple[int, int]]:
    """Return runs of lines without a blank one between them."""
    filled = [line for line in lines if line.strip()]
    if _is_double_spaced(lines):
        return _double_spaced_groups(lines)
    long = sum(1 for line in filled if len(line) > _LONG_LINE)
    each_alone = len(filled) > 0 and long > 0.3 * len(filled)
    groups: list[tuple[int, int]] = []
    start: int | None = None
    for index, line in enumerate([*lines, ""]):
        if not line.strip():
            if start is not None:
                groups.append((start, index - 1))
            start = None
        elif each_alone and start is not None and not _underlines(line, lines[index - 1]):
            # Lines that run over the whole paragraph: the file is not wrapped.
            groups.append((start, index - 1))
            start = index
        elif start is None:
            start = index
    return groups


def _underlines(line: str, above: str) -> bool:
    return bool(UNDERLINE.fullmatch(line)) and len(above) <= _LONG_LINE


def _is_double_spaced(lines: Sequence[str]) -> bool:
    """Say whether a blank line stands after every line, within sentences too."""
    pairs = list(pairwise(lines))
    filled = sum(1 for line in lines if line.strip())
    followed = sum(1 for line, after in pairs if line.strip() and not after.strip())
    if filled < 12 or followed < 0.7 * filled or wrap_width(lines) > _LONG_LINE:
        return False
    texts = [line.strip() for line in lines if line.strip()]
    open_ended = sum(
        1
        for line, after in pairwise(texts)
        if not line.endswith((".", "!", "?", ":", ";")) and after[:1].islower()
    )
    return open_ended > 0.4 * filled


def _double_spaced_groups(lines: Sequence[str]) -> list[tuple[int, int]]:
    width = wrap_width(lines)
    groups: list[tuple[int, int]] = []
    last: int | None = None
    for index, line in enumerate(lines):
        if not line.strip():
            continue
        begins = last is None or index - last > 2 or typed_marker(line) > 0
        if last is not None and not begins:
            before = lines[last].strip()
            begins = len(before) < 0.7 * width and not line.strip()[0].islower()
        if begins:
            groups.append((index, index))
        else:
            groups[-1] = (groups[-1][0], index)
        last = index
    return groups


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
    # A list or an address may end without a stop, and then its last line is short.
    is_short = len(above) < _SHORT * width and len(below) < _SHORT * width
    if (ends or numbered or is_short) and NUMBERED_SECTION.match(below):
        return True
    if _stands_alone(above, below, width):
        return True
    over = at < last and bool(NUMBERED_SECTION.match(lines[at + 1].strip()))
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
    return bool(chapter and NUMBERED_SECTION.match(below) and below.startswith(f"{chapter[1]}.1"))


def front_lines(lines: Sequence[str], first: int, last: int, width: int) -> tuple[int, int]:
    """Return which of the first lines of a text are its title and who sent it, or when.

    They stand right above the running text, whose first line begins a sentence and is as long as
    lines are, or holds a whole paragraph.  ``last`` is the last line of the first group, which is
    a single one where every line is a paragraph.
    """
    title = lines[first].strip()
    if not may_be_title(title) or _sends(title) or is_headed(lines, first, last, width):
        return first, first
    end = first + 1
    while end < len(lines) and _sends(lines[end].strip()):
        end += 1
    below = lines[end].strip() if end < len(lines) else ""
    least = _LONG * width if is_wrapped(width) else max(_PARAGRAPH, _LONGER * len(title))
    is_text = below[:1].isupper() and len(below) > least and len(title) < least
    return first, end if is_text else first


def _sends(line: str) -> bool:
    """Say whether a line tells who sent a text, or when."""
    return names_a_sender(line) or date_of_line(line) is not None


def imprints(lines: Sequence[str], groups: Sequence[tuple[int, int]]) -> int:
    """Return how many groups below the first only tell who made a text, or when."""
    count = 0
    for first, last in groups[1:]:
        said = [line.strip() for line in lines[first : last + 1]]
        tells = any(form.fullmatch(said[0]) for form in (MADE, BETWEEN)) or all(map(_sends, said))
        ends = any(line.endswith((".", ":", ";")) for line in said)
        if not tells or ends or len(said) > _MOST_LINES:
            break
        count += 1
    return count
