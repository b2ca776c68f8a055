"""Texts that are read line by line: their lines stay the lines of the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, chain
from typing import NamedTuple

from strategikort.readers.making.builder import tidy
from strategikort.readers.model import Block, BlockKind

_LINE_END = re.compile(r"\r\n?|\n")
_QUOTED = re.compile(r" {0,3}(?:>[ \t]?)+")


def file_lines(text: str) -> list[str]:
    """Return the lines of a file, as an editor counts them, without their ends."""
    return _LINE_END.split(text)


def parts_of_line(line: str) -> list[str]:
    """Return a line of a file, cleaned, in the parts that signs such as U+2028 break it into."""
    return tidy(line).split("\n")


class Unquoted(NamedTuple):
    """Lines without the marks of mail in front of what is quoted: »> «.

    ``quoted`` are those that had some, ``borders`` the first ones of what another one wrote.
    """

    lines: list[str]
    quoted: frozenset[int]
    borders: frozenset[int]


def unquoted(lines: Sequence[str]) -> Unquoted:
    """Take the marks of quotations away; a line by itself may begin with the sign for »over«."""
    found = [_QUOTED.match(line) for line in lines]
    kept = [
        mark if mark and any(found[max(at - 1, 0) : at] + found[at + 1 : at + 2]) else None
        for at, mark in enumerate(found)
    ]
    depths = [mark[0].count(">") if mark else 0 for mark in kept]
    return Unquoted(
        [line[mark.end() :] if mark else line for line, mark in zip(lines, kept, strict=True)],
        frozenset(at for at, depth in enumerate(depths) if depth),
        frozenset(at for at in range(1, len(lines)) if depths[at] != depths[at - 1]),
    )


def wrap_width(lines: Sequence[str]) -> int:
    """Return how long the lines of wrapped text are."""
    lengths = sorted(len(line.strip()) for line in lines if line.strip())
    return lengths[int(len(lengths) * 0.9)] if lengths else 0


class LineText:
    """Lines and where they begin in the text that they make up.

    ``ends`` are the signs behind them, each one character: LF, or a blank behind what is only a
    part of a line of the file, so that its lines can still be counted.
    """

    def __init__(self, lines: Sequence[str], ends: Sequence[str] | None = None) -> None:
        self.lines = lines
        if ends is None:
            self.text = "\n".join(lines)
        else:
            self.text = "".join(chain.from_iterable(zip(lines, ends, strict=True)))[:-1]
        self._starts = list(accumulate((len(line) + 1 for line in lines), initial=0))

    def start(self, line: int) -> int:
        """Return the offset of the first character of ``line`` (from 0)."""
        return self._starts[line]

    def line_at(self, offset: int) -> int:
        """Return the line that a character stands in."""
        return bisect_right(self._starts, offset) - 1

    def block(
        self,
        kind: BlockKind,
        first: int,
        last: int,
        *,
        level: int = 0,
        how: str = "",
        marker: int = 0,
        continues: bool = False,
    ) -> Block:
        """Return lines ``first`` to ``last`` (from 0, inclusive), blanks at the ends left out.

        ``marker`` is how many characters of the first line are its bullet or number.
        """
        start, end = self._starts[first], self._starts[last] + len(self.lines[last])
        text = self.text[start:end]
        lead = len(text) - len(text.lstrip())
        body = start + lead
        end = start + len(text.rstrip())
        return Block(
            kind,
            body,
            end,
            level,
            how,
            marker=max(body, min(start + marker, end)),
            continues=continues,
        )
