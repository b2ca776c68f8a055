"""Aligned text: clean text in which every character knows its place in the raw source.

Cleaning only ever does three things to a source: it leaves characters out, it puts a blank in
the place of something, and it moves stretches into another order.  So clean text is a list of
*runs*, stretches copied unchanged from the raw text, with blanks between them.  Every character
inside a run equals the raw character it points to; every character outside is white space.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple


class SourceRange(NamedTuple):
    """A stretch of the raw text: 0-based half-open offsets in Unicode code points."""

    start: int
    end: int


class Run(NamedTuple):
    """``length`` characters copied from raw offset ``raw`` to clean offset ``clean``."""

    clean: int
    raw: int
    length: int


class Edit(NamedTuple):
    """Replace the clean characters ``[start, end)`` with ``blank``: white space or nothing."""

    start: int
    end: int
    blank: str


class AlignedText:
    """Clean text and its runs, in clean order; runs never overlap in the clean text."""

    __slots__ = ("_packed", "_runs", "text")

    def __init__(self, text: str, runs: tuple[Run, ...]) -> None:
        self.text: Final = text
        self._runs = runs
        self._packed = b""

    @property
    def runs(self) -> tuple[Run, ...]:
        """The runs, in clean order."""
        # Unpacked when they are asked for: most texts are read for their letters only.
        if self._packed:
            numbers = iter(array("I", self._packed))
            self._runs = tuple(
                [Run(*three) for three in zip(numbers, numbers, numbers, strict=True)]
            )
            self._packed = b""
        return self._runs

    def __eq__(self, other: object) -> bool:
        return isinstance(other, AlignedText) and (self.text, self.runs) == (other.text, other.runs)

    def __hash__(self) -> int:
        return hash((self.text, self.runs))

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"<AlignedText {self.text!r}, {len(self.runs)} runs>"

    @classmethod
    def cut(cls, raw: str, start: int, end: int) -> AlignedText:
        """Return ``raw[start:end]`` unchanged, aligned with itself."""
        if end <= start:
            return EMPTY
        return cls(raw[start:end], (Run(0, start, end - start),))

    def __len__(self) -> int:
        return len(self.text)

    def raw_offset(self, position: int) -> int | None:
        """Return the raw offset of the character at ``position``, None for an added blank."""
        index = bisect_right(self.runs, position, key=lambda run: run.clean) - 1
        if index < 0:
            return None
        run = self.runs[index]
        inside = position - run.clean
        return run.raw + inside if inside < run.length else None

    def slice(self, start: int, end: int) -> AlignedText:
        """Return the clean characters ``[start, end)`` as an aligned text of their own."""
        runs: list[Run] = []
        index = max(bisect_right(self.runs, start, key=lambda run: run.clean) - 1, 0)
        for at in range(index, len(self.runs)):
            run = self.runs[at]
            if run.clean >= end:
                break
            first = max(run.clean, start)
            last = min(run.clean + run.length, end)
            if first < last:
                runs.append(Run(first - start, run.raw + first - run.clean, last - first))
        return AlignedText(self.text[start:end], tuple(runs))

    def edit(self, edits: Sequence[Edit]) -> AlignedText:
        """Return the text with ``edits`` made; they must be sorted and must not overlap.

        Raises ``ValueError`` for edits out of order and for a replacement that is no blank.
        """
        parts: list[AlignedText] = []
        position = 0
        for edit in edits:
            if edit.start < position or edit.end < edit.start:
                raise ValueError(f"edits overlap or stand out of order at {edit.start}")
            parts.append(self.slice(position, edit.start))
            parts.append(blank(edit.blank))
            position = edit.end
        if not parts:
            return self
        parts.append(self.slice(position, len(self.text)))
        return concatenate(parts)

    def strip(self) -> AlignedText:
        """Return the text without white space at either end."""
        stripped = self.text.strip()
        if len(stripped) == len(self.text):
            return self
        start = len(self.text) - len(self.text.lstrip())
        return self.slice(start, start + len(stripped))

    def pack(self) -> bytes:
        """Return the runs as bytes for storage: three 32-bit numbers a run."""
        flat = array("I")
        for run in self.runs:
            flat.extend(run)
        return flat.tobytes()

    @classmethod
    def unpack(cls, text: str, packed: bytes) -> AlignedText:
        """Rebuild an aligned text from its clean text and what :meth:`pack` gave."""
        unpacked = cls(text, ())
        unpacked._packed = packed
        return unpacked


EMPTY = AlignedText("", ())


def blank(text: str) -> AlignedText:
    """Return white space that stands nowhere in the source.

    Raises ``ValueError`` for anything but white space: nothing is ever invented.
    """
    if text and not text.isspace():
        raise ValueError(f"only white space can be added to a text, not {text!r}")
    return AlignedText(text, ())


def concatenate(parts: Iterable[AlignedText]) -> AlignedText:
    """Put texts one after another; runs that continue each other become one."""
    texts: list[str] = []
    runs: list[Run] = []
    length = 0
    for part in parts:
        for run in part.runs:
            last = runs[-1] if runs else None
            clean = run.clean + length
            if (
                last is not None
                and last.clean + last.length == clean
                and last.raw + last.length == run.raw
            ):
                runs[-1] = Run(last.clean, last.raw, last.length + run.length)
            else:
                runs.append(Run(clean, run.raw, run.length))
        texts.append(part.text)
        length += len(part.text)
    return AlignedText("".join(texts), tuple(runs))


def text_within(aligned: AlignedText, ranges: Iterable[SourceRange]) -> str:
    """Return the clean text from the first to the last character that comes from raw ``ranges``."""
    start, end = span_within(aligned, ranges)
    return aligned.text[start:end]


def span_within(aligned: AlignedText, ranges: Iterable[SourceRange]) -> tuple[int, int]:
    """Return from where to where clean text comes from raw ``ranges``; (0, 0) if it does not."""
    spans = spans_within(aligned, ranges)
    return (min(spans)[0], max(end for _, end in spans)) if spans else (0, 0)


def spans_within(aligned: AlignedText, ranges: Iterable[SourceRange]) -> list[tuple[int, int]]:
    """Return the stretches of clean text that come from raw ``ranges``, run by run."""
    wanted = list(ranges)
    return [
        (run.clean + first - run.raw, run.clean + last - run.raw)
        for run in aligned.runs
        for start, end in wanted
        for first, last in ((max(run.raw, start), min(run.raw + run.length, end)),)
        if first < last
    ]


def source_ranges(
    aligned: AlignedText, start: int, end: int, pieces: Sequence[SourceRange]
) -> tuple[SourceRange, ...]:
    """Return where the clean characters ``[start, end)`` stand in the raw text.

    One range for each of the source ``pieces`` touched, in reading order, from the first to the
    last character taken from it; what cleaning left out in between (a line break, a hyphen, a
    footnote mark) lies inside the range.
    """
    found: list[tuple[int, SourceRange]] = []
    runs = aligned.runs
    index = max(bisect_right(runs, start, key=lambda run: run.clean) - 1, 0)
    for at in range(index, len(runs)):
        run = runs[at]
        if run.clean >= end:
            break
        first = max(run.clean, start)
        last = min(run.clean + run.length, end)
        if first >= last:
            continue
        raw_start = run.raw + first - run.clean
        raw_end = raw_start + last - first
        piece = _piece_of(raw_start, pieces)
        if found and found[-1][0] == piece and found[-1][1].end <= raw_start:
            found[-1] = (piece, SourceRange(found[-1][1].start, raw_end))
        else:
            found.append((piece, SourceRange(raw_start, raw_end)))
    return tuple(item for _, item in found)


def _piece_of(raw: int, pieces: Sequence[SourceRange]) -> int:
    for index, piece in enumerate(pieces):
        if piece.start <= raw < piece.end:
            return index
    return -1
