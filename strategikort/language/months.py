"""The names of the months."""

from __future__ import annotations

from functools import cache

MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)

ENGLISH_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

NO_MONTH = rf"(?!(?i:{'|'.join(MONTHS)})\b)"
"""A pattern: what follows is no month, and the number in front of it no day."""


def month_named(word: str) -> int:
    """Return the number of a month by its name, whole or cut to three letters; 0 for none."""
    return _months().get(word.lower(), 0)


@cache
def _months() -> dict[str, int]:
    names = {
        name.lower()[:length]: number
        for months in (ENGLISH_MONTHS, MONTHS)
        for number, name in enumerate(months, start=1)
        for length in (3, len(name))
    }
    return {**names, "sept": 9}
