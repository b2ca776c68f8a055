"""Where documents differ on a fact: the same thing with different numbers or statuses.

Found by the rules in ``data/facts.yaml`` and by nothing else.  A disagreement says what stands
in each place, never which place is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from strategikort.language.fold import fold
from strategikort.language.numbers.numerals import cardinal
from strategikort.language.sentences import sentences
from strategikort.links.evidence import EvidenceRoom, document_of
from strategikort.links.factrules import Count, Disagreement, Fact, Pattern, Statement, fact_rules
from strategikort.links.names import Mention, Names, known_names
from strategikort.links.references import reference_rules
from strategikort.model import NOTHING, Section

_PERCENT = re.compile(r"\s?(?:procent|pct\.?|%)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_OWNED = re.compile(r"(?:[’']?s)?(?: \w+){0,2} ")
"""Between an owner and what is owned: ``EU’s samlede bistand``."""
_BETWEEN = re.compile(r"(?:\s*\(\d{4}\))?\s*(?:,|og|samt|,\s*og)?\s*$")


class FactFinder:
    """Reads facts from sections, given whole and in reading order.

    ``years`` are those of the documents, as far as they are known.
    """

    def __init__(
        self,
        sections: Mapping[str, Section],
        room: EvidenceRoom,
        years: Mapping[str, int] = NOTHING,
    ) -> None:
        self._sections = sections
        self._room = room
        self._years = years
        self._rules = fact_rules()
        self._names: Names = known_names()

    def disagreements(self) -> list[Disagreement]:
        """Return the questions to which two places give different answers."""
        found: list[Disagreement] = []
        for fact in self._rules.facts:
            answers: dict[str, list[Statement]] = {}
            for section in self._sections.values():
                if fact.near and fact.near not in fold(f"{section.title} {section.text.text}"):
                    continue
                for pattern in fact.patterns:
                    for subject, statement in self._read(section, pattern):
                        if not fact.of or self._is_of(fact.of, statement):
                            answers.setdefault(subject, []).append(statement)
            for subject, statements in answers.items():
                if fact.renewed or fact.dated:
                    statements = self._of_one_time(statements, fact)
                if _differ(_plain(statement.value) for statement in statements):
                    question = fact.question.replace("{subject}", subject)
                    found.append(Disagreement(fact.id, question, subject, _once(statements)))
        for count in self._rules.counts:
            found += self._counted(count)
        return found

    def _of_one_time(self, statements: Sequence[Statement], fact: Fact) -> list[Statement]:
        """Return the statements to which another of the same time answers differently."""
        most = reference_rules().same_time
        years = [self._years.get(document_of(item.evidence)) for item in statements]
        told = [
            set(_YEAR.findall(self._sentence(item)[0])) if fact.dated else set[str]()
            for item in statements
        ]

        def same(here: int, there: int) -> bool:
            one, other = years[here], years[there]
            near = one is not None and other is not None and abs(one - other) <= most
            apart = told[here] and told[there] and told[here].isdisjoint(told[there])
            return not apart and (near or not fact.renewed)

        numbers = range(len(statements))
        values = [_plain(item.value) for item in statements]
        return [
            statements[here]
            for here in numbers
            if any(
                _differ((values[here], values[there])) and same(here, there) for there in numbers
            )
        ]

    def _sentence(self, statement: Statement) -> tuple[str, int, int]:
        """Return the sentence of a statement, and where in it the statement stands."""
        evidence = statement.evidence
        text = self._sections[evidence.section].text.text
        for start, end in sentences(text):
            if start <= evidence.start < end:
                return text[start:end], evidence.start - start, evidence.end - start
        return "", 0, 0

    def _is_of(self, country: str, statement: Statement) -> bool:
        """Say whether a statement is about ``country``: nobody else is named last before it."""
        sentence, start, end = self._sentence(statement)
        owner = country
        for mention in self._names.find(sentence):
            kind = self._names.by_id[mention.name].kind
            inside = start <= mention.start and mention.end <= end
            owns = _OWNED.fullmatch(sentence, mention.end, max(start, mention.end))
            before = mention.start < end and not (inside and kind == "organisation")
            if before and (kind == "land" or (kind == "organisation" and owns)):
                owner = mention.name
        return owner == country

    def _read(self, section: Section, pattern: Pattern) -> Iterator[tuple[str, Statement]]:
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

    def _field(self, section: Section, pattern: Pattern) -> Iterator[tuple[str, Statement]]:
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

    def _counted(self, count: Count) -> Iterator[Disagreement]:
        if count.rows:
            yield from self._rows(count)
            return
        statements: list[Statement] = []
        documents: dict[str, None] = {}
        for section in self._sections.values():
            text = section.text.text
            if count.context not in text:
                continue
            for sentence in sentences(text):
                words = text[sentence.start : sentence.end]
                match = count.number.search(words)
                if match is None or count.context not in words:
                    continue
                span = (sentence.start + match.start(), sentence.start + match.end())
                value = _number(match["number"])
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

    def _rows(self, count: Count) -> Iterator[Disagreement]:
        for section in self._sections.values():
            match = section.table and count.number.search(section.title)
            if not match or section.table is None:
                continue
            said, rows = _number(match["number"]), str(len(section.table.rows))
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


def _number(word: str) -> str:
    return str(cardinal(word) or word.casefold())


def _plain(value: str) -> str:
    """Return a value as it is compared: "2,0 procent" is "2 pct."."""
    plain = _PERCENT.sub(" pct.", fold(value)).replace("–", "-")
    return re.sub(r"(\d),0+(?!\d)", r"\1", plain)


def _differ(values: Iterable[str]) -> bool:
    """Say whether two values differ; a shorter answer that begins the longer agrees.

    So does a year alone: ``2024``, ``september 2024``.
    """
    found = sorted(set(values), key=len)
    return any(
        not (longer.startswith(shorter) or (shorter.isdigit() and longer.endswith(f" {shorter}")))
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
