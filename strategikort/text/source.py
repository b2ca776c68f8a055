"""A source file as it is: its decoded text, its lines and its checksum."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Final

from strategikort.text.aligned import SourceRange


class Source:
    """The decoded text of one file.

    ``file`` is the name that citations give, ``text`` the decoded text (lines end with LF),
    ``sha256`` the checksum of the file's bytes in hexadecimal.
    """

    def __init__(self, file: str, text: str, sha256: str) -> None:
        self.file: Final = file
        self.text: Final = text
        self.sha256: Final = sha256

    @classmethod
    def from_bytes(cls, file: str, data: bytes) -> Source:
        """Decode UTF-8 bytes; raises ``UnicodeDecodeError`` for anything else."""
        import hashlib

        return cls(file, data.decode("utf-8"), hashlib.sha256(data).hexdigest())

    @cached_property
    def _starts(self) -> list[int]:
        lengths = (len(line) + 1 for line in self.text.split("\n"))
        return list(accumulate(lengths, initial=0))

    @property
    def line_count(self) -> int:
        """Return the number of lines, the last one included when it has no LF."""
        return len(self._starts) - 1 - self.text.endswith("\n")

    def line(self, number: int) -> SourceRange:
        """Return the characters of line ``number`` (from 1), without its LF."""
        return SourceRange(self._starts[number - 1], self._starts[number] - 1)

    def line_text(self, number: int) -> str:
        """Return line ``number`` (from 1) as it stands, without its LF."""
        start, end = self.line(number)
        return self.text[start:end]

    def line_at(self, offset: int) -> int:
        """Return the number (from 1) of the line that holds the character at ``offset``."""
        return bisect_right(self._starts, offset)

    def line_ranges(self, ranges: Iterable[SourceRange]) -> tuple[tuple[int, int], ...]:
        """Return the lines (from 1, inclusive) that ``ranges`` cover, in the same order.

        Ranges that follow each other on one line or on neighbouring lines become one, and so does
        what begins on the last line of an earlier range: the next cell of a row in two parts.
        """
        lines: list[tuple[int, int]] = []
        for start, end in ranges:
            first, last = self.line_at(start), self.line_at(max(end - 1, start))
            at = next((at for at, known in enumerate(lines) if known[1] == first), len(lines) - 1)
            if lines and lines[at][0] <= first <= lines[at][1] + 1:
                lines[at] = (lines[at][0], max(last, lines[at][1]))
            else:
                lines.append((first, last))
        return tuple(lines)

    def trim(self, part: SourceRange) -> SourceRange:
        """Return ``part`` without the white space at its ends."""
        start, end = part
        text = self.text[start:end]
        start += len(text) - len(text.lstrip())
        return SourceRange(start, start + len(text.strip()))

    def merge(self, parts: Sequence[SourceRange]) -> tuple[SourceRange, ...]:
        """Return trimmed, non-empty ``parts``; those with only blank lines between become one.

        Parts that share a line stay apart: they are elements that the extraction ran together.
        """
        merged: list[SourceRange] = []
        for part in map(self.trim, parts):
            if part.start == part.end:
                continue
            if merged:
                start, end = merged[-1]
                between = self.text[end : part.start]
                if "\n" in between and not between.strip():
                    merged[-1] = SourceRange(start, part.end)
                    continue
            merged.append(part)
        return tuple(merged)
