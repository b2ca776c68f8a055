"""Promises that a list fulfils: ``Regeringen vil:`` and the items below it."""

from __future__ import annotations

import re
from typing import NamedTuple

from strategikort.language.sentences import sentences
from strategikort.links.commitments.clauses import ClauseReader
from strategikort.links.commitments.promise import Promise
from strategikort.links.commitments.rules import Rules
from strategikort.links.commitments.verbs import TOKEN, Words
from strategikort.model import Section

_MARK = re.compile(r"(?:[-–—•*·▪‣●○]|\d{1,2}[.)]|[a-zæøå]\))\s+")
"""What stands before an item of a list."""

_SUBJECTS = frozenset(
    {"danmark", "vi", "man", "det", "den", "de", "dette", "eu", "nato", "der", "i"}
)
"""Words with which an item is a sentence of its own rather than the end of its lead."""


class Lead(NamedTuple):
    """A promise left open, and the id of the section in which it stands.

    ``clauses`` tells that it ends in ``at``, so that its items may have subjects of their own.
    """

    promise: Promise
    section: str
    clauses: bool


class Leads:
    """Finds what sentences leave open, and what the items of lists fulfil."""

    def __init__(self, rules: Rules, reader: ClauseReader, words: Words) -> None:
        self._rules = rules
        self._reader = reader
        self._words = words

    def of(self, section: Section) -> Lead | None:
        """Return the promise that a section's text leaves open for its items to fulfil."""
        for sentence in reversed(list(sentences(section.text.text))):
            text = section.text.text[sentence.start : sentence.end]
            lead = self.opened(section, text)
            if lead is None and self.is_open(section, text):
                clause = text.rstrip(" :").rsplit(", at ", 1)
                actor = clause[1] if len(clause) > 1 else ""
                uncertain = () if actor else ("actor",)
                promise = Promise("anbefaling", "", actor, 0, 0, "", uncertain)
                lead = Lead(promise, section.id, clauses=False)
            if lead is not None:
                return lead
        return None

    def is_open(self, section: Section, text: str) -> bool:
        """Say whether a sentence leads in advice: it ends in a colon where all is advice."""
        return section.kind in self._rules.advice_kinds and text.endswith(":")

    def opened(self, section: Section, text: str) -> Lead | None:
        """Return the promise that a sentence leaves open for the items of a list."""
        last = text.rstrip(" :").rsplit(" ", 1)[-1].casefold()
        if not (text.endswith(":") or last in self._rules.modals or last == "at"):
            return None
        promise = self._reader.opening(text, section.kind)
        return Lead(promise, section.id, last == "at") if promise else None

    def is_item(self, text: str, lead: Lead) -> bool:
        """Say whether a sentence at the start of a line begins with what is to be done."""
        start = item_start(text)
        if lead.clauses and start and not self._rules.modals.keys() & set(text.split()):
            return True
        first = [word.casefold() for word in TOKEN.findall(text[start:])[:3]]
        while len(first) > 1 and (first[0] in self._rules.adverbs or first[0].endswith("t")):
            del first[0]
        return bool(first) and "verb" in self._words.kinds(first[0])

    def continues(self, text: str, lead: Lead) -> bool:
        """Say whether a sentence ends what its lead began, having no subject of its own."""
        if self.is_item(text, lead):
            return True
        advice = lead.promise.strength == "anbefaling" and not lead.promise.modal
        return advice and text[:1].isalpha() and text.split(" ", 1)[0].casefold() not in _SUBJECTS


def item_start(text: str) -> int:
    """Return where the words of an item begin after its mark."""
    mark = _MARK.match(text)
    return mark.end() if mark else 0
