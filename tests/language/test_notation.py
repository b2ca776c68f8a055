"""Dates and numbers that are written in several ways."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategikort.language.notation import written_otherwise
from strategikort.language.tokens import word_texts

YEARS = st.dates(min_value=date(1970, 1, 1), max_value=date(2068, 12, 31))


def ways(text: str) -> list[tuple[str, ...]]:
    return [found.ways for found in written_otherwise(word_texts(text))]


@pytest.mark.parametrize(
    "text",
    ["24.2.2022", "24/2 2022", "24/2-2022", "24.02.2022", "24-2-2022", "2022-02-24", "2022/02/24",
     "24.2.22", "24. feb. 2022", "24 February 2022", "February 24, 2022", "den 24. februar 2022 i"],
)  # fmt: skip
def test_a_date_is_one_however_it_is_written(text: str) -> None:
    (found,) = ways(text)
    words = [word_texts(way) for way in (*found, text.removeprefix("den ").removesuffix(" i"))]
    for way in ("24. februar 2022", "24.2.2022", "24/2 2022", "2022-02-24"):
        assert word_texts(way) in words


@given(YEARS)
def test_every_way_to_write_a_date_leads_to_all_others(day: date) -> None:
    (found,) = ways(day.isoformat())
    every = {tuple(word_texts(way.lower())) for way in (*found, day.isoformat())}
    for way in found:
        (others,) = ways(way)
        assert {tuple(word_texts(other.lower())) for other in (*others, way)} == every


@pytest.mark.parametrize(
    ("text", "others"),
    [("3037", ("3.037", "3 037")), ("3.037 mia.", ("3037", "3 037")),
     ("300.000.000", ("300000000", "300 000 000")), ("12345", ("12.345", "12 345"))],
)  # fmt: skip
def test_thousands_may_be_grouped(text: str, others: tuple[str, ...]) -> None:
    assert ways(text) == [others]


@pytest.mark.parametrize(
    "text",
    ["2022", "2.022", "24/7", "1. juni", "juni 2022", "31.2.2022", "31/2 2022", "11406/22", "415,62",
     "0000", "9" * 10_000, "1.2.3.4", "februar", "24 lande 2022", ""],
)  # fmt: skip
def test_what_is_neither_is_left_alone(text: str) -> None:
    assert ways(text) == []


@given(st.lists(st.text(max_size=8), max_size=8))
def test_whatever_the_words_the_places_are_in_order(words: list[str]) -> None:
    end = 0
    for found in written_otherwise(words):
        assert end <= found.start < found.end <= len(words)
        assert found.ways
        end = found.end
