"""What is promised: every sentence in which somebody *skal, vil, bør, opfordres til …* act.

No model and no guessing: words and grammar from ``data/commitments.yaml``.  A sentence counts
once, with the promise that stands first in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from strategikort.language.words import WordList
from strategikort.links.clauses import ClauseReader, Promise, matches
from strategikort.links.names import known_names
from strategikort.links.rules import known_rules
from strategikort.links.sentences import Sentence, sentences_of
from strategikort.model import Section

STRENGTHS = ("bindende", "hensigt", "anbefaling", "opfordring")
"""How strongly a promise binds, strongest first."""

_PASSED_OVER = frozenset({"citat", "tabel", "titelblad", "kolofon", "kilde", "fodnote", "figur"})
"""Kinds of sections that repeat or list; a quotation stands in the running text as well."""

_NOUNS = frozenset("abcdeklmnou")
"""Kinds of inflection of nouns, see :mod:`strategikort.language.compile`."""

Span = tuple[int, int]


class Commitment(NamedTuple):
    """A promise and where it stands: half-open offsets in the clean text of its section.

    ``strength`` is one of :data:`STRENGTHS`, ``modal`` the word that carries it, ``actor`` who is
    to act in the words of the text (empty where nobody is named), ``by`` who invites.  ``lead`` is
    the section whose words open the sentence (``Danmark skal``), if it is not this one.
    ``uncertain`` names what the rules could not settle: ``actor``, ``strength``.
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


class _Words:
    """What the dictionary says a word can be."""

    def __init__(self) -> None:
        self._list = WordList()
        self._seen: dict[str, frozenset[str]] = {}

    def _kinds(self, word: str) -> frozenset[str]:
        known = self._seen.get(word)
        if known is None:
            known = frozenset(
                "verb" if entry.kind in "v-" else "noun" if entry.kind in _NOUNS else "other"
                for entry in self._list.entries(word)
                if entry.kind not in "v-" or entry.lemma == word
            )
            self._seen[word] = known
        return known

    def is_verb(self, word: str) -> bool:
        """Say whether ``word`` (small letters) can be an infinitive."""
        return "verb" in self._kinds(word)

    def is_noun(self, word: str) -> bool:
        """Say whether ``word`` (small letters) is a noun and cannot be an infinitive."""
        return self._kinds(word) == {"noun"}


class CommitmentFinder:
    """Finds promises in sections."""

    def __init__(self) -> None:
        self._rules = known_rules()
        self._years: Mapping[str, int] = {}
        words = _Words()
        self._reader = ClauseReader(self._rules, known_names(), words.is_verb, words.is_noun)

    def find(
        self, sections: Iterable[Section], years: Mapping[str, int] | None = None
    ) -> Iterator[Commitment]:
        """Go through the promises of sections, given in reading order, parents first.

        ``years`` gives the year of each document: an earlier year is no deadline.
        """
        self._years = years or {}
        leads: dict[str, tuple[Promise, str] | None] = {}
        for section in sections:
            if section.children:
                leads[section.id] = self._lead(section)
            if section.kind in _PASSED_OVER:
                continue
            lead = leads.get(section.parent or "")
            for number, sentence in enumerate(sentences_of(section)):
                found = self._sentence(section, sentence, lead if number == 0 else None)
                if found is not None:
                    yield found

    def _sentence(
        self, section: Section, sentence: Sentence, lead: tuple[Promise, str] | None
    ) -> Commitment | None:
        text = section.text.text[sentence.start : sentence.end]
        if text.endswith("?"):
            return None
        promise = None if _is_lead(text) else self._reader.read(text, section.kind)
        if promise is not None:
            return self._commitment(section, sentence, text, promise)
        if lead is not None and text[:1].isalpha() and not _has_subject(text):
            found, where = lead
            promise = found._replace(action_start=0, action_end=len(text.rstrip(" .")))
            return self._commitment(section, sentence, text, promise)._replace(lead=where)
        return None

    def _commitment(
        self, section: Section, sentence: Sentence, text: str, promise: Promise
    ) -> Commitment:
        at = sentence.start
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
                (at + a, at + b)
                for a, b in matches(self._rules.deadlines, text)
                if self._ahead(section.document, text[a:b])
            ),
            tuple((at + a, at + b) for a, b in matches(self._rules.amounts, text)),
            "",
            promise.uncertain,
        )

    def _ahead(self, document: str, words: str) -> bool:
        years = [int(year) for year in re.findall(r"\d{4}", words)]
        return not years or max(years) >= self._years.get(document, 0)

    def _lead(self, section: Section) -> tuple[Promise, str] | None:
        """Return the promise that a section's text leaves open for its items to fill."""
        for sentence in reversed(list(sentences_of(section))):
            text = section.text.text[sentence.start : sentence.end]
            if _is_lead(text):
                word = text.rstrip(" :").split()[-1].casefold()
                strength = self._rules.modals.get(word)
                if strength:
                    actor = " ".join(text.rstrip(" :").split()[:-1])
                    return Promise(strength, word, actor, 0, 0, "", ()), section.id
                if section.kind in self._rules.advice_kinds and text.endswith(":"):
                    clause = text.rstrip(" :").rsplit(", at ", 1)
                    actor = clause[1] if len(clause) > 1 else ""
                    uncertain = () if actor else ("actor",)
                    return Promise("anbefaling", "", actor, 0, 0, "", uncertain), section.id
        return None


def _is_lead(text: str) -> bool:
    """Say whether a sentence is left open for a list: it ends in a colon or a modal verb."""
    return text.endswith(":") or text.casefold().endswith((" skal", " vil", " bør"))


def _has_subject(text: str) -> bool:
    """Say whether an item is a sentence of its own rather than the end of its lead."""
    first = text.split(" ", 1)[0].casefold()
    return first in {"danmark", "vi", "man", "det", "den", "de", "dette", "eu", "nato", "der", "i"}
