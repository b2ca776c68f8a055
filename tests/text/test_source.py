"""Lines and ranges of a source file."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from strategikort.text.aligned import SourceRange
from strategikort.text.source import Source


@given(st.text(alphabet="ab \n", max_size=60))
def test_lines_are_those_of_splitting_at_line_feeds(raw: str) -> None:
    source = Source("x", raw, "")
    lines = raw.removesuffix("\n").split("\n")
    assert source.line_count == len(lines)
    for number, line in enumerate(lines, start=1):
        assert source.line_text(number) == line
        for offset in range(*source.line(number)):
            assert source.line_at(offset) == number


def test_merge_keeps_parts_of_one_line_apart() -> None:
    source = Source("x", "5 dage Styrke\n\nden", "")
    parts = [SourceRange(0, 6), SourceRange(7, 13), SourceRange(15, 18)]
    assert source.merge(parts) == (SourceRange(0, 6), SourceRange(7, 18))


def test_line_ranges_keep_the_reading_order() -> None:
    source = Source("x", "a\nb\nc\nd\n", "")
    ranges = [SourceRange(4, 7), SourceRange(0, 1), SourceRange(2, 3)]
    assert source.line_ranges(ranges) == ((3, 4), (1, 2))
