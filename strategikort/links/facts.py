"""Where documents differ on a fact: the same thing with different numbers or statuses.

Found by the rules in ``data/facts.yaml`` and by nothing else.  A disagreement says what stands
in each place, never which place is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from strategikort.catalog.yamlfile import Entry, read_yaml
from strategikort.language.fold import fold
from strategikort.links.evidence import Evidence, EvidenceRoom
from strategikort.links.names import DATA, Mention, Names, known_names
from strategikort.links.sentences import sentences
from strategikort.model import Section

_BETWEEN = re.compile(r"(?:\s*\(\d{4}\))?\s*(?:,|og|samt|,\s*og)?\s*$")


class Statement(NamedTuple):
    """What one place says: the value, and the words that say it; ``counted`` if we counted."""

    value: str
    evidence: Evidence
    counted: bool = False


class Disagreement(NamedTuple):
    """A question to which two places give different answers, in reading order."""

    id: str
    question: str
    subject: str
    statements: tuple[Statement, ...]


class _Pattern(NamedTuple):
    value: str
    pattern: re.Pattern[str] | None
    names: str
    field: str
    holds: str


class _Fact(NamedTuple):
    id: str
    question: str
    patterns: tuple[_Pattern, ...]


class _Count(NamedTuple):
    id: str
    question: str
    number: re.Pattern[str]
    context: str
    section: str
    named: str
    rows: bool


class FactRules(NamedTuple):
    """What ``data/facts.yaml`` says; see there."""

    facts: tuple[_Fact, ...]
    counts: tuple[_Count, ...]
    others: frozenset[str]
    numbers: tuple[str, ...]


@lru_cache(maxsize=1)
def fact_rules() -> FactRules:
    """Read the rules; raises ``ProfileError`` for a mistake in the file."""
    top = read_yaml(DATA / "facts.yaml")
    numbers = tuple(top.need("numbers").texts)
    rules = FactRules(
        tuple(
            _Fact(
                item.need("id").text,
                item.need("question").text,
                tuple(_pattern(pattern) for pattern in item.need("patterns").items),
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


def _pattern(entry: Entry) -> _Pattern:
    pattern = _text(entry, "pattern")
    found = _Pattern(
        _text(entry, "value"),
        re.compile(pattern) if pattern else None,
        _text(entry, "names"),
        _text(entry, "field"),
        _text(entry, "holds"),
    )
    entry.done()
    return found


def _count(entry: Entry, numbers: Iterable[str]) -> _Count:
    number = rf"(?:\d+|{'|'.join(numbers)})"
    rows = entry.get("rows")
    found = _Count(
        entry.need("id").text,
        entry.need("question").text,
        re.compile(entry.need("number").text.replace("{number}", number), re.IGNORECASE),
        _text(entry, "context"),
        _text(entry, "section"),
        _text(entry, "named"),
        rows is not None and rows.flag,
    )
    entry.done()
    return found


class FactFinder:
    """Reads facts from sections, given whole and in reading order."""

    def __init__(self, sections: Mapping[str, Section], room: EvidenceRoom) -> None:
        self._sections = sections
        self._room = room
        self._rules = fact_rules()
        self._names: Names = known_names()

    def disagreements(self) -> list[Disagreement]:
        """Return the questions to which two places give different answers."""
        found: list[Disagreement] = []
        for fact in self._rules.facts:
            answers: dict[str, list[Statement]] = {}
            for section in self._sections.values():
                for pattern in fact.patterns:
                    for subject, statement in self._read(section, pattern):
                        answers.setdefault(subject, []).append(statement)
            for subject, statements in answers.items():
                if _differ(fold(statement.value) for statement in statements):
                    question = fact.question.replace("{subject}", subject)
                    found.append(Disagreement(fact.id, question, subject, _once(statements)))
        for count in self._rules.counts:
            found += self._counted(count)
        return found

    def _read(self, section: Section, pattern: _Pattern) -> Iterator[tuple[str, Statement]]:
        text = section.text.text
        if pattern.pattern is None:
            yield from self._field(section, pattern)
            return
        for match in pattern.pattern.finditer(text):
            groups = match.groupdict()
            value = groups.get("value") or pattern.value
            if pattern.names:
                for mention in self._listed(text, match.end(), pattern.names):
                    subject = self._names.by_id[mention.name].name
                    evidence = self._room.of(section, match.start(), mention.end)
                    yield subject, Statement(value, evidence)
            else:
                subject = groups.get("subject") or ""
                if subject and not self._counts(subject):
                    continue
                yield subject, Statement(value, self._room.of(section, *match.span()))

    def _counts(self, subject: str) -> bool:
        """Say whether ``subject`` is a known name on the other side."""
        names = {mention.name for mention in self._names.find(subject)}
        return bool(names) and not names & self._rules.others

    def _field(self, section: Section, pattern: _Pattern) -> Iterator[tuple[str, Statement]]:
        values = section.fields.get(pattern.field, ())
        country = section.fields.get("country")
        if isinstance(values, str) or not isinstance(country, str):
            return
        for value in values:
            bare = re.sub(r"\s*\([^)]*\)$", "", value)
            at = section.text.text.find(value)
            if bare == pattern.holds and at >= 0:
                evidence = self._room.of(section, at, at + len(value))
                yield country, Statement(pattern.value, evidence)
                return

    def _listed(self, text: str, at: int, kind: str) -> Iterator[Mention]:
        """Go through the names of an unbroken list that begins at ``at``."""
        position = at
        for mention in self._names.find(text[at : at + 600]):
            start, end = at + mention.start, at + mention.end
            if self._names.by_id[mention.name].kind != kind:
                return
            if not _BETWEEN.fullmatch(text[position:start]):
                return
            position = end
            yield mention._replace(start=start, end=end)

    def _counted(self, count: _Count) -> Iterator[Disagreement]:
        if count.rows:
            yield from self._rows(count)
            return
        statements: list[Statement] = []
        documents: dict[str, None] = {}
        for section in self._sections.values():
            text = section.text.text
            for sentence in sentences(text):
                words = text[sentence.start : sentence.end]
                match = count.number.search(words)
                if match is None or count.context not in words:
                    continue
                span = (sentence.start + match.start(), sentence.start + match.end())
                value = self._number(match["number"])
                statements.append(Statement(value, self._room.of(section, *span)))
                documents[section.document] = None
                named = self._named(words, match.end(), count.named)
                if len(named) > 1:
                    first, last = named[0].start, named[-1].end
                    evidence = self._room.of(section, sentence.start + first, sentence.start + last)
                    total = str(len({mention.name for mention in named}))
                    statements.append(Statement(total, evidence, counted=True))
        for document in documents:
            items = [
                section
                for section in self._sections.values()
                if section.kind == count.section and section.document == document
            ]
            for item in items[-1:]:
                parent = self._sections.get(item.parent or "")
                evidence = (
                    self._room.of_heading(parent)
                    if parent is not None and parent.heading
                    else self._room.of(item, 0, len(item.text))
                )
                statements.append(Statement(str(len(items)), evidence, counted=True))
        if len({statement.value for statement in statements}) > 1:
            yield Disagreement(count.id, count.question, "", tuple(statements))

    def _named(self, words: str, at: int, kind: str) -> list[Mention]:
        return [
            mention
            for mention in self._names.find(words)
            if mention.start >= at
            and self._names.by_id[mention.name].kind == kind
            and mention.name not in self._rules.others
            and not mention.adjective
        ]

    def _rows(self, count: _Count) -> Iterator[Disagreement]:
        for section in self._sections.values():
            match = section.table and count.number.search(section.title)
            if not match or section.table is None:
                continue
            said, rows = self._number(match["number"]), str(len(section.table.rows))
            if said != rows:
                yield Disagreement(
                    count.id,
                    count.question.replace("{title}", section.title),
                    section.title,
                    (
                        Statement(said, self._room.of_heading(section)),
                        Statement(rows, self._room.of(section, 0, len(section.text)), counted=True),
                    ),
                )

    def _number(self, word: str) -> str:
        plain = word.casefold()
        numbers = self._rules.numbers
        return str(numbers.index(plain)) if plain in numbers else plain


def _differ(values: Iterable[str]) -> bool:
    """Say whether two values differ; a shorter answer that begins the longer one agrees."""
    found = sorted(set(values), key=len)
    return any(
        not longer.startswith(shorter)
        for at, shorter in enumerate(found)
        for longer in found[at + 1 :]
    )


def _once(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Return statements without those that lie in the same place."""
    found: dict[tuple[str, int, str], Statement] = {}
    for statement in statements:
        key = (statement.evidence.section, statement.evidence.start, statement.value)
        found.setdefault(key, statement)
    return tuple(found.values())
