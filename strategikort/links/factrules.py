"""Facts that can stand differently in two places, as ``data/facts.yaml`` gives them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from strategikort.catalog.yamlfile import Entry, read_yaml
from strategikort.language.numbers.numerals import numerals
from strategikort.links.evidence import Evidence
from strategikort.links.names import DATA
from strategikort.model import one_line


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

    def __repr__(self) -> str:
        values = ", ".join(dict.fromkeys(item.value for item in self.statements))
        return f"<Disagreement {one_line(self.question)}: {one_line(values)}>"


class Pattern(NamedTuple):
    """A way in which a fact is written."""

    value: str = ""
    pattern: re.Pattern[str] | None = None
    names: str = ""
    field: str = ""
    holds: str = ""


class Fact(NamedTuple):
    """A question that texts can answer differently, and how the answers are written."""

    id: str
    question: str
    patterns: tuple[Pattern, ...]
    near: str = ""
    of: str = ""
    renewed: bool = False
    dated: bool = False


class Count(NamedTuple):
    """A number that is said, against what is counted."""

    id: str
    question: str
    number: re.Pattern[str]
    context: str = ""
    section: str = ""
    named: str = ""
    rows: bool = False


class FactRules(NamedTuple):
    """What ``data/facts.yaml`` says; see there."""

    facts: tuple[Fact, ...]
    counts: tuple[Count, ...]
    others: frozenset[str]


@lru_cache(maxsize=1)
def fact_rules() -> FactRules:
    """Read the rules; raises ``ProfileError`` for a mistake in the file."""
    return read_yaml(DATA / "facts.yaml").form(FactRules, {re.Pattern[str]: _pattern})


def _pattern(entry: Entry) -> re.Pattern[str]:
    number = "|".join(("nul", "en", *numerals()))
    return re.compile(entry.text.replace("{number}", rf"(?i:\d+|{number})"))
