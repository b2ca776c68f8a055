"""What is promised: every sentence in which somebody *skal, vil, bør, opfordres til …* act.

No model and no guessing: words and grammar from ``data/commitments.yaml``.  A sentence counts
once, with the promise that stands first in it, and each that is joined to it with who is to act.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from strategikort.language.sentences import Sentence, sentences
from strategikort.links.commitments.actors import speakers
from strategikort.links.commitments.clauses import ClauseReader
from strategikort.links.commitments.genres import (
    is_background,
    is_contract,
    is_minutes,
    is_plan,
    opening_of,
)
from strategikort.links.commitments.judgments import is_judgment, tells_law
from strategikort.links.commitments.leads import Lead, Leads, item_start
from strategikort.links.commitments.presents import CONTRACT, MINUTES, PLAN
from strategikort.links.commitments.promise import Promise
from strategikort.links.commitments.rows import RowReader
from strategikort.links.commitments.rules import known_rules
from strategikort.links.commitments.verbs import Words
from strategikort.links.model import PASSED_OVER
from strategikort.links.names import known_names
from strategikort.model import Section

STRENGTHS = ("bindende", "hensigt", "anbefaling", "opfordring")
"""How strongly a promise binds, strongest first."""

_QUOTED_LAW = re.compile(
    r"(?:(?:[»“„”\"]\s*(?=(?:§+|artikel|kapitel|stk\.)\s?\d))"
    r"|\b(?:fremgår|hedder det|lyder|ordlyd|står der)[^.!?»“„”\"]{0,80}:\s*[»“„”\"])[^«”“\"]*",
    re.IGNORECASE,
)
"""A law that is quoted, up to the closing mark: what it demands, this document only tells."""

Span = tuple[int, int]


class Commitment(NamedTuple):
    """A promise and where it stands: half-open offsets in the clean text of its section.

    ``strength`` is ``bindende``, ``hensigt``, ``anbefaling`` or ``opfordring``, ``modal`` the word
    that carries it, ``actor`` who is to act in the words of the text (empty where nobody is named),
    ``by`` who invites.  ``lead`` is the section (id) whose words open the sentence (``Danmark
    skal``), if it is not this one.  What a row of a table promises has for its ``modal`` the name
    of the column that says who acts, or when.  ``uncertain`` names what the rules could not
    settle: ``actor``, ``strength``.
    """

    section: str
    document: str
    start: int
    end: int
    strength: str
    modal: str
    actor: str
    action: Span
    by: str = ""
    deadlines: tuple[Span, ...] = ()
    amounts: tuple[Span, ...] = ()
    lead: str = ""
    uncertain: tuple[str, ...] = ()


class CommitmentFinder:
    """Finds promises in sections."""

    def __init__(self) -> None:
        self._rules = known_rules()
        self._years: Mapping[str, int] = {}
        words = Words()
        self._reader = ClauseReader(self._rules, known_names(), words)
        self._leads = Leads(self._rules, self._reader, words)
        self._rows = RowReader(self._rules)

    def find(
        self, sections: Iterable[Section], years: Mapping[str, int] | None = None
    ) -> Iterator[Commitment]:
        """Go through the promises of sections, given in reading order, parents first.

        ``years`` gives the year of each document: an earlier year is no deadline.
        """
        self._years = years or {}
        for _, group in groupby(sections, key=lambda section: section.document):
            document = list(group)
            names = known_names()
            genre = self._genre(document)
            self._reader.listen(
                speakers((item.text.text for item in document), names), minutes=genre == MINUTES
            )
            judged = is_judgment(document)
            leads: dict[str, Lead | None] = {}
            norms: set[str] = set()
            told: set[str] = set()
            planned = genre in (PLAN, CONTRACT)
            opening = opening_of(document) if genre == PLAN else ""
            for section in document:
                if section.kind in self._rules.norm_kinds or section.parent in norms:
                    norms.add(section.id)
                if planned and (is_background(section) or section.parent in told):
                    told.add(section.id)
                if section.children:
                    leads[section.id] = self._leads.of(section)
                if section.table:
                    yield from self._tabled(section, plan=planned and section.id not in told)
                if section.kind not in PASSED_OVER:
                    only_tells = genre == PLAN and (
                        section.id == opening
                        or section.id in told
                        or section.kind in self._rules.advice_kinds
                    )
                    if section.parent in norms:
                        section = section._replace(kind="paragraf")  # its items bind as well
                    elif genre and not (section.id in norms or only_tells):
                        section = section._replace(kind=genre)
                    text = section.text.text
                    found = self._section(section, leads.get(section.parent or ""))
                    for item in self._labelled(section, found) if genre == PLAN else found:
                        sentence = text[item.start : item.end]
                        if not (judged and tells_law(section, sentence, item.actor)):
                            yield item

    def _genre(self, document: Sequence[Section]) -> str:
        """Return what stands in place of the kinds of a document's sections, if anything does."""
        genres = {MINUTES: is_minutes, CONTRACT: is_contract, PLAN: is_plan}
        return next((genre for genre, is_one in genres.items() if is_one(document)), "")

    def _tabled(self, section: Section, *, plan: bool) -> Iterator[Commitment]:
        """Go through the promises of a section's table."""
        text = section.text.text
        year = self._years.get(section.document, 0)
        for row in self._rows.read(section, plan=plan, year=year):
            amounts = self._rules.amounts.finditer(text, row.start, row.end)
            yield Commitment(
                section.id,
                section.document,
                row.start,
                row.end,
                "bindende",
                row.carrier,
                text[slice(*row.actor)] if row.actor else "",
                row.task,
                deadlines=(row.deadline,) if row.deadline else (),
                amounts=tuple(found.span() for found in amounts),
                uncertain=() if row.actor else ("actor",),
            )

    def _labelled(self, section: Section, found: Iterable[Commitment]) -> Iterator[Commitment]:
        """Go through promises, with who acts and when from the labels below those that lack it."""
        text, below = section.text.text, False
        groups: list[tuple[Span, dict[str, Span]]] = []
        for start, end in sentences(text):
            labels = {
                kind: (start + first, start + last)
                for kind, (first, last) in self._rows.labels(text[start:end]).items()
            }
            if labels and below:
                start, labels = groups[-1][0][0], {**labels, **groups.pop()[1]}
            if labels:
                groups.append(((start, end), labels))
            below = bool(labels)
        for item in found:
            (_, end), labels = next(
                (group for group in groups if group[0][0] >= item.end), ((0, 0), {})
            )
            if "actor" in labels and not item.actor:
                doubts = tuple(doubt for doubt in item.uncertain if doubt != "actor")
                item = item._replace(actor=text[slice(*labels["actor"])], uncertain=doubts, end=end)
            if "deadline" in labels and not item.deadlines:
                item = item._replace(deadlines=(labels["deadline"],), end=end)
            yield item

    def _section(self, section: Section, above: Lead | None) -> Iterator[Commitment]:
        """Go through the promises of a section; ``above`` is what its parent leaves open for it."""
        whole, end = section.text.text, 0
        lead = self._leads.opened(section, section.title or "")
        quoted = [match.span() for match in _QUOTED_LAW.finditer(whole)]
        for number, sentence in enumerate(sentences(whole)):
            text = whole[sentence.start : sentence.end]
            begins = number == 0 or "\n" in whole[end : sentence.start]
            end = sentence.end
            if begins and lead and not self._leads.is_item(text, lead):
                lead = None
            current = (above if number == 0 else lead) if begins else None
            for found in self._sentence(section, sentence, text, current):
                if not any(start <= found.action[0] < stop for start, stop in quoted):
                    yield found
            lead = self._leads.opened(section, text) or lead

    def _sentence(
        self, section: Section, sentence: Sentence, text: str, lead: Lead | None
    ) -> Iterator[Commitment]:
        closing = '”"»])' if text[:1] in "[(" else '”"»'
        if text.rstrip(closing).endswith("?"):
            return
        if lead is None or not self._leads.is_item(text, lead):
            opened = self._leads.opened(section, text) or self._leads.is_open(section, text)
            promises = [] if opened else self._reader.each(text, section.kind)
            for at, part, promise in promises:
                yield self._commitment(section, sentence, part, promise, at)
            if promises:
                return
        if lead is not None and self._leads.continues(text, lead):
            start = item_start(text)
            promise = lead.promise._replace(action_start=start, action_end=len(text.rstrip(" .;")))
            yield self._commitment(section, sentence, text, promise)._replace(lead=lead.section)

    def _commitment(
        self, section: Section, sentence: Sentence, text: str, promise: Promise, at: int = 0
    ) -> Commitment:
        """Return what the part of a sentence promises that begins at ``at`` of it."""
        at += sentence.start
        return Commitment(
            section.id,
            section.document,
            sentence.start,
            sentence.end,
            promise.strength,
            promise.modal.casefold(),
            promise.actor,
            (at + promise.action_start, at + promise.action_end),
            promise.by,
            tuple(
                (at + found.start(), at + found.end())
                for found in self._rules.deadlines.finditer(text)
                if self._ahead(section.document, found[0])
            ),
            tuple(
                (at + found.start(), at + found.end())
                for found in self._rules.amounts.finditer(text)
            ),
            "",
            promise.uncertain,
        )

    def _ahead(self, document: str, words: str) -> bool:
        years = [int(year) for year in re.findall(r"\d{4}", words)]
        return not years or max(years) >= self._years.get(document, 0)
