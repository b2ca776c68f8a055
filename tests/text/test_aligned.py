"""Aligned text: every character equals the raw character it points to, or is white space."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategikort.text.aligned import (
    AlignedText,
    Edit,
    SourceRange,
    blank,
    concatenate,
    source_ranges,
    span_within,
    spans_within,
    text_within,
)
from strategikort.text.clean import (
    CleaningRules,
    clean,
    close_up_stops,
    join_hyphens,
    omit,
    settle_breaks,
    squeeze_blanks,
)
from strategikort.text.hyphens import HyphenRule, Vocabulary
from strategikort.text.layout import Layout
from strategikort.text.source import Source

RAW = st.text(alphabet="abæøÅ .,-–\n\t\u00a0’1", max_size=120)
LAYOUTS = st.sampled_from(list(Layout))


def rules(raw: str) -> CleaningRules:
    return CleaningRules(HyphenRule(Vocabulary.of([raw])), closes_up_stops=True)


def assert_true_to(raw: str, aligned: AlignedText) -> None:
    for position, character in enumerate(aligned.text):
        offset = aligned.raw_offset(position)
        assert character.isspace() if offset is None else raw[offset] == character


@given(RAW, LAYOUTS)
def test_every_cleaning_step_keeps_characters_true_to_the_source(raw: str, layout: Layout) -> None:
    aligned = AlignedText.cut(raw, 0, len(raw))
    settings = rules(raw)
    for step in (
        lambda text: join_hyphens(text, settings),
        lambda text: settle_breaks(text, settings, layout),
        close_up_stops,
        squeeze_blanks,
        lambda text: omit(text, [SourceRange(3, 5)]),
    ):
        aligned = step(aligned)
        assert_true_to(raw, aligned)


@given(RAW, LAYOUTS)
def test_cleaning_loses_nothing_but_blanks_and_line_end_hyphens(raw: str, layout: Layout) -> None:
    text = clean(Source("x", raw, ""), [SourceRange(0, len(raw))], rules(raw), layout)
    kept = {text.raw_offset(position) for position in range(len(text))}
    for offset, character in enumerate(raw):
        if not character.isspace() and offset not in kept:
            assert character == "-"
            assert raw[offset + 1 :].split("\n")[0].strip() == ""


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6), RAW)
def test_order_of_pieces_is_the_order_of_the_text(cuts: list[tuple[int, int]], raw: str) -> None:
    parts = [AlignedText.cut(raw, min(cut), min(max(cut), len(raw))) for cut in cuts]
    whole = concatenate(parts)
    assert whole.text == "".join(part.text for part in parts)
    assert_true_to(raw, whole)


@given(RAW, st.data())
def test_slice_is_the_slice_of_the_text(raw: str, data: st.DataObject) -> None:
    aligned = squeeze_blanks(AlignedText.cut(raw, 0, len(raw)))
    start = data.draw(st.integers(0, len(aligned)))
    end = data.draw(st.integers(start, len(aligned)))
    part = aligned.slice(start, end)
    assert part.text == aligned.text[start:end]
    assert_true_to(raw, part)


@given(RAW, st.data())
def test_what_was_cut_apart_is_put_together_as_it_was(raw: str, data: st.DataObject) -> None:
    aligned = squeeze_blanks(AlignedText.cut(raw, 0, len(raw)))
    start = data.draw(st.integers(0, len(aligned)))
    assert concatenate([aligned.slice(0, start), aligned.slice(start, len(aligned))]) == aligned


@given(RAW, st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=3))
def test_what_comes_from_ranges_is_just_what_points_into_them(
    raw: str, pairs: list[tuple[int, int]]
) -> None:
    ranges = [SourceRange(*pair) for pair in pairs]
    aligned = squeeze_blanks(AlignedText.cut(raw, 0, len(raw)))
    inside = {
        position
        for position in range(len(aligned))
        for offset in [aligned.raw_offset(position)]
        if offset is not None and any(start <= offset < end for start, end in ranges)
    }
    spans = spans_within(aligned, ranges)
    assert {position for start, end in spans for position in range(start, end)} == inside
    first, last = min(inside, default=0), max(inside, default=-1) + 1
    assert span_within(aligned, ranges) == (first, last)
    assert text_within(aligned, ranges) == aligned.text[first:last]


@given(RAW, st.data())
def test_source_ranges_run_from_the_first_to_the_last_character(
    raw: str, data: st.DataObject
) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(raw)), min_size=4, max_size=4)))
    pieces = [SourceRange(*cuts[2:]), SourceRange(*cuts[:2])]
    text = clean(Source("x", raw, ""), pieces, rules(raw), Layout.FLOW)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    offsets = [text.raw_offset(position) for position in range(start, end)]
    of_piece = [
        [at for at in offsets if at is not None and first <= at < last] for first, last in pieces
    ]
    expected = tuple(SourceRange(min(found), max(found) + 1) for found in of_piece if found)
    assert source_ranges(text, start, end, pieces) == expected


@given(RAW)
def test_runs_survive_storage(raw: str) -> None:
    aligned = squeeze_blanks(AlignedText.cut(raw, 0, len(raw)))
    assert AlignedText.unpack(aligned.text, aligned.pack()) == aligned


def test_blanks_before_full_stops_are_closed_up_however_many() -> None:
    raw = "i verden .\nDet  . Så . . .for\n ."
    text = close_up_stops(AlignedText.cut(raw, 0, len(raw)))
    assert text.text == "i verden.\nDet. Så...for\n ."


def test_nothing_but_white_space_can_be_added() -> None:
    with pytest.raises(ValueError, match="only white space"):
        blank("x")
    with pytest.raises(ValueError, match="only white space"):
        AlignedText.cut("abc", 0, 3).edit([Edit(0, 1, "x")])


def test_edits_out_of_order_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap"):
        AlignedText.cut("abcd", 0, 4).edit([Edit(2, 3, ""), Edit(0, 1, "")])
    with pytest.raises(ValueError, match="overlap"):
        AlignedText.cut("abcd", 0, 4).edit([Edit(2, 1, "")])


def test_source_ranges_follow_the_reading_order() -> None:
    raw = "to\nen stra-\ntegi"
    pieces = [SourceRange(3, 16), SourceRange(0, 2)]
    text = clean(Source("x", raw, ""), pieces, rules(raw), Layout.FLOW)
    assert text.text == "en strategi to"
    assert source_ranges(text, 3, len(text), pieces) == (SourceRange(6, 16), SourceRange(0, 2))
    assert source_ranges(text, 3, 11, pieces) == (SourceRange(6, 16),)
    raw = "a  b  c\nd  e  f"
    pieces = [SourceRange(8, 15), SourceRange(0, 7)]
    text = clean(Source("x", raw, ""), pieces, rules(raw), Layout.FLOW)
    assert text.text == "d e f a b c"
    assert source_ranges(text, 0, len(text), pieces) == tuple(pieces)
    assert source_ranges(text, 2, 9, pieces) == (SourceRange(11, 15), SourceRange(0, 4))
