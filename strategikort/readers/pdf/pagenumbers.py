"""The numbers printed on the pages: of all that stand at their edges, those that count them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from strategikort.readers.pdf.lines import Line
from strategikort.readers.running import BARE_NUMBER

_NUMBER = re.compile(r"(?<![\d.,/])\d{1,4}(?![\d.,])")


def numbers_apart(line: Line) -> list[int]:
    """Return the numbers that stand apart at the line's beginning or end."""
    if len(line.cells) < 2:
        return []
    ends = (line.cells[0], line.cells[-1])
    found = (BARE_NUMBER.fullmatch(cell[2].strip()) for cell in ends)
    return [int(match[1]) for match in found if match]


def bare_numbers(edges: Sequence[Iterable[Line]]) -> list[Line | None]:
    """Return for each page the line that is nothing but its number, if they count upwards.

    ``edges`` are the lines at the edges of each page, of which the lowest number counts.
    """
    found: list[tuple[Line, int] | None] = []
    for lines in edges:
        bare = [
            (line, int(match[1]))
            for line in lines
            if (match := BARE_NUMBER.fullmatch(line.text.strip()))
        ]
        found.append(min(bare, key=lambda pair: pair[0].y, default=None))
    counts = Counter(item[1] - index for index, item in enumerate(found) if item)
    for offset, count in counts.most_common(1):
        if count >= 2 or (len(found) == 1 and offset == 1):
            return [
                item[0] if item and item[1] - index == offset else None
                for index, item in enumerate(found)
            ]
    return [None] * len(found)


def printed_numbers(running: Sequence[Iterable[Line]]) -> list[int | None]:
    """Return for each page the number printed in its running lines.

    Of all numbers in them those count that rise with the pages.
    """
    numbers = [
        {int(found) for line in lines for found in _NUMBER.findall(line.text)} for lines in running
    ]
    counts = Counter(number - index for index, found in enumerate(numbers) for number in found)
    for offset, count in counts.most_common(1):
        if count >= min(2, len(running)):
            return [
                index + offset if index + offset in found else None
                for index, found in enumerate(numbers)
            ]
    return [None] * len(running)
