"""Facts that can stand differently in two places, as ``data/facts.yaml`` gives them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from strategikort.catalog.yamlfile import Entry, read_yaml
from strategikort.links.evidence import Evidence
from strategikort.links.names import DATA


class Statement(NamedTuple):
    """What one place says: the value, and the words that say it; ``counted`` if we counted.

    ``also`` are the same words in other files of the same text.
    """

    value: str
    evidence: Evidence
    counted: bool = False
    also: tuple[Evidence, ...] = ()

    @property
    def places(self) -> tuple[Evidence, ...]:
        """Where it says so, in every file."""
        return (self.evidence, *self.also)


class Disagreement(NamedTuple):
    """A question to which two places give different answers, in reading order."""

    id: str
    question: str
    subject: str
    statements: tuple[Statement, ...]


class Pattern(NamedTuple):
    """A way in which a fact is written."""

    value: str
    pattern: re.Pattern[str] | None
    names: str
    field: str
    holds: str


class Fact(NamedTuple):
    """A question that texts can answer differently, and how the answers are written."""

    id: str
    question: str
    patterns: tuple[Pattern, ...]
    near: str
    of: str
    renewed: bool
    dated: bool


class Count(NamedTuple):
    """A number that is said, against what is counted."""

    id: str
    question: str
    number: re.Pattern[str]
    context: str
    section: str
    named: str
    rows: bool


class FactRules(NamedTuple):
    """What ``data/facts.yaml`` says; see there."""

    facts: tuple[Fact, ...]
    counts: tuple[Count, ...]
    others: frozenset[str]
    numbers: tuple[str, ...]


@lru_cache(maxsize=1)
def fact_rules() -> FactRules:
    """Read the rules; raises ``ProfileError`` for a mistake in the file."""
    top = read_yaml(DATA / "facts.yaml")
    numbers = tuple(top.need("numbers").texts)
    rules = FactRules(
        tuple(
            Fact(
                item.need("id").text,
                item.need("question").text,
                tuple(_pattern(pattern) for pattern in item.need("patterns").items),
                _text(item, "near"),
                _text(item, "of"),
                _flag(item, "renewed"),
                _flag(item, "dated"),
            )
            for item in top.need("facts").items
        ),
        tuple(_count(item, numbers) for item in top.need("counts").items),
        frozenset(top.need("others").texts),
        numbers,
    )
    top.done()
    return rules


def _text(entry: Entry, key: str) -> str:
    value = entry.get(key)
    return value.text if value is not None else ""


def _flag(entry: Entry, key: str) -> bool:
    value = entry.get(key)
    return value is not None and value.flag


def _pattern(entry: Entry) -> Pattern:
    pattern = _text(entry, "pattern")
    found = Pattern(
        _text(entry, "value"),
        re.compile(pattern) if pattern else None,
        _text(entry, "names"),
        _text(entry, "field"),
        _text(entry, "holds"),
    )
    entry.done()
    return found


def _count(entry: Entry, numbers: Iterable[str]) -> Count:
    number = rf"(?:\d+|{'|'.join(numbers)})"
    found = Count(
        entry.need("id").text,
        entry.need("question").text,
        re.compile(entry.need("number").text.replace("{number}", number), re.IGNORECASE),
        _text(entry, "context"),
        _text(entry, "section"),
        _text(entry, "named"),
        _flag(entry, "rows"),
    )
    entry.done()
    return found
