"""Dates and numbers that are written in several ways."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategikort.language.numbers.hundreds import in_hundreds, read_hundreds
from strategikort.language.numbers.notation import as_words, written_otherwise
from strategikort.language.tokens import word_texts

YEARS = st.dates(min_value=date(1970, 1, 1), max_value=date(2068, 12, 31))


def ways(text: str) -> list[tuple[str, ...]]:
    return [found.ways for found in written_otherwise(word_texts(as_words(text)))]


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
    [("3037", ("3.037", "3 037", "3,037")), ("3 037", ("3.037", "3037", "3,037")),
     ("12,345", ("12.345", "12345", "12 345")), ("2.022", ("2 022", "2,022")),
     ("300.000.000", ("300000000", "300 000 000", "300,000,000", "300 millioner", "300 mio."))],
)  # fmt: skip
def test_thousands_may_be_grouped(text: str, others: tuple[str, ...]) -> None:
    assert ways(text) == [others]


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("415,62", ("415.62",)),
        ("415.62", ("415,62",)),
        ("3,5", ("3.5", "3,50", "3.50")),
        ("3,50", ("3.50", "3,5", "3.5")),
        ("1.5", ("1,5",)),
    ],
)
def test_decimals_stand_behind_a_comma_or_a_point(text: str, others: tuple[str, ...]) -> None:
    assert ways(text) == [others]


@pytest.mark.parametrize(
    "text",
    ["2022", "2030 2050", "31.2.2022", "31/2 2022", "31/2", "11406/22", "3,4567890123", "4.2.1",
     "0000", "9" * 10_000, "1.2.3.4", "februar", "24 lande 2022", ""],
)  # fmt: skip
def test_what_is_neither_is_left_alone(text: str) -> None:
    assert ways(text) == []


@pytest.mark.parametrize(
    ("text", "way"),
    [("24/2", "24. februar"), ("24. februar", "24/2"), ("første juni", "1. juni"), ("11/9", "11. september"),
     ("feb. 2022", "februar 2022"), ("5/2023", "maj 2023"), ("maj 2023", "2023-05"), ("May 2023", "maj 2023")],
)  # fmt: skip
def test_a_day_or_a_month_may_be_given_in_digits(text: str, way: str) -> None:
    (found,) = written_otherwise(word_texts(text))
    assert way in found.ways
    assert found.whole


@pytest.mark.parametrize(
    ("text", "way"),
    [("2025-26", "2025-2026"), ("2025/26", "2025-26"), ("2023–2026", "2023-26"), ("2023-05", "maj 2023"),
     ("2008 - 2026", "2008-26")],
)  # fmt: skip
def test_a_period_is_one_word(text: str, way: str) -> None:
    (found,) = written_otherwise(word_texts(as_words(text)))
    assert way in found.ways


@pytest.mark.parametrize(
    "text", ["2022-02-24", "30-40", "1-2-2022", "2030 og 2050", "2030, 2050", "S/2022-23-1"]
)
def test_what_is_no_period_is_left_alone(text: str) -> None:
    assert as_words(text) == text


@pytest.mark.parametrize("number", range(100, 1000))
def test_every_way_to_write_a_number_in_letters_is_read_as_it(number: int) -> None:
    ways = [way.split() for way in in_hundreds(number)]
    assert ways
    for words in ways:
        assert read_hundreds(words, 0) == (len(words), number)


@pytest.mark.parametrize(
    ("text", "way"),
    [("300 mio. kr.", "300.000.000"), ("1,5 milliarder", "1.500.000.000"), ("3037 mia.", "3.037 mia."),
     ("2.500.000", "2,5 mio."), ("3.037 milliarder", "3.037 mia."), ("2 ½ million", "2.500.000"),
     ("to ½ mio.", "2,5 millioner"), ("2 ½ år", "2,5")],
)  # fmt: skip
def test_an_amount_may_be_given_in_digits(text: str, way: str) -> None:
    assert way in next(written_otherwise(word_texts(text))).ways


@given(st.lists(st.text(max_size=8), max_size=8))
def test_whatever_the_words_the_places_are_in_order(words: list[str]) -> None:
    end = 0
    for found in written_otherwise(words):
        assert end <= found.start < found.end <= len(words)
        assert found.ways
        end = found.end
