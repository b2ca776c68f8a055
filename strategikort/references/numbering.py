"""How numbers stand in references, compared as names are: ``3. led``, ``nr. 6a``, ``II``."""

from __future__ import annotations

import re

ORDINAL = r"(\d+(?:\.\d+)*)\. (.+)"
"""A number and what is counted by it: 3. led."""

NUMBER = r"(?:(?:nr|nummer|punkt|pkt|dagsordenspunkt)\.? )?(\d+(?:\.\d+)*[a-zæøå]?)\.?"
"""A number by itself, or behind a word for what is numbered: nr. 6a."""

PLAIN_NUMBER = r"(\d+(?:\.\d+)*)\.?"
"""A number and nothing else: 3.1."""

NUMBERED = frozenset({"punkt", "pkt", "nummer", "dagsordenspunkt"})
"""Words for what is numbered in a document, whatever its kind."""

BELOW_WORDS = ("nr", "nummer", "punkt", "pkt", "pind", "led", "litra", "stk")
"""Words for what is numbered in a section, whatever its kind."""

has_digit = re.compile(r"\d").search
"""Find the first digit of a text, or none."""

LETTERS = re.compile(r"(?:(?:nr|nummer)\.? )?([ivxlc]{1,7}|[a-zæøå]|s \d{1,4})").fullmatch
"""Find a number that is not only a figure: bilag A, kapitel II, spørgsmål nr. S 825."""

_YEAR_DIGITS = 4


def match(pattern: str, text: str) -> re.Match[str] | None:
    """Match a pattern of numbers; most references have none, and no pattern is compiled then."""
    return re.fullmatch(pattern, text) if has_digit(text) else None


def is_number_of_section(text: str) -> bool:
    """Tell whether a text is the number of a section, and no year."""
    number = match(NUMBER, text)
    if number is None:
        return False
    return not (len(number[1]) == _YEAR_DIGITS and number[1].isdecimal())
