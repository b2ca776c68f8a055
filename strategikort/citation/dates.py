"""Danish dates from ISO 8601 dates that may be cut short."""

from __future__ import annotations

from typing import NamedTuple

from strategikort.language.months import MONTHS

NO_DATE = "u.å."
"""*Uden år*: what Danish reference lists write for a document without a date."""


class DateParts(NamedTuple):
    """A date of which the day, or the day and the month, may be unknown."""

    year: int
    month: int | None = None
    day: int | None = None


def date_parts(iso: str) -> DateParts | None:
    """Read ``2023``, ``2023-05`` or ``2023-05-10``; None where ``iso`` begins with no such date."""
    numbers = iso[:10].split("-")
    if len(numbers) > 3 or not all(part.isdecimal() for part in numbers) or len(numbers[0]) != 4:
        return None
    parts = DateParts(*map(int, numbers))
    if not (parts.month is None or 1 <= parts.month <= 12):
        return None
    return parts if parts.day is None or 1 <= parts.day <= 31 else None


def danish_date(iso: str) -> str:
    """Write ``2023`` as it is, ``2023-05`` as ``maj 2023``, ``2022-07-18`` as ``18. juli 2022``.

    A date of another form is given back unchanged, and ``u.å.`` for none.
    """
    parts = date_parts(iso)
    if parts is None:
        return iso or NO_DATE
    if parts.month is None:
        return str(parts.year)
    month = f"{MONTHS[parts.month - 1]} {parts.year}"
    return month if parts.day is None else f"{parts.day}. {month}"
