"""Lines and ranges of a source file."""

from __future__ import annotations

import pytest
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
    assert source.merge(parts[::-1]) == tuple(parts[::-1])


def test_merge_leaves_blanks_out() -> None:
    source = Source("x", " a \n \n\t b\n", "")
    assert source.merge([SourceRange(0, 3)]) == (SourceRange(1, 2),)
    assert source.merge([SourceRange(2, 8)]) == ()
    assert source.merge([SourceRange(0, 4), SourceRange(4, 6), SourceRange(6, 10)]) == (
        SourceRange(1, 9),
    )


@pytest.mark.parametrize(
    ("ranges", "lines"),
    [
        ([(4, 7), (0, 1), (2, 3)], ((3, 4), (1, 2))),
        ([(0, 2)], ((1, 1),)),  # with the line feed, and no more
        ([(1, 3)], ((1, 2),)),
        ([(2, 2)], ((2, 2),)),
        ([(0, 1), (2, 3)], ((1, 2),)),
        ([(0, 1), (4, 5)], ((1, 1), (3, 3))),
        ([(2, 3), (0, 1)], ((2, 2), (1, 1))),
        ([(0, 7), (2, 3)], ((1, 4),)),
        ([(2, 5), (2, 3), (6, 7)], ((2, 4),)),
    ],
)
def test_line_ranges_keep_the_reading_order(
    ranges: list[tuple[int, int]], lines: tuple[tuple[int, int], ...]
) -> None:
    source = Source("x", "a\nb\nc\nd\n", "")
    assert source.line_ranges(SourceRange(*pair) for pair in ranges) == lines
