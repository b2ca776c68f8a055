"""Promises in the present tense: what an act or a statute says is done, and what is decided.

``Medlemsstaterne sikrer, at …`` binds in an article and tells how things are in a report.  So
any verb of an action counts in articles and paragraphs; elsewhere only those with which somebody
decides by saying so (``Regeringen nedsætter et udvalg``), and what is done before a date.
"""

from __future__ import annotations

import re
from functools import lru_cache

from strategikort.links.commitments.actors import Actors
from strategikort.links.commitments.conditions import is_blocked
from strategikort.links.commitments.promise import Promise, trim
from strategikort.links.commitments.rules import Rules
from strategikort.links.commitments.subjects import SubjectReader
from strategikort.links.commitments.verbs import TOKEN, Words

_BEFORE_DATE = re.compile(r"(?:inden|senest)\b", re.IGNORECASE)
_NEW = re.compile(r"\s*(?:en|et|\d[\d.]*|to|tre|fire|fem|seks)\b")
"""What comes into being; ``der oprettes flere`` tells what happens."""

_AGAIN = re.compile(
    r"\b(?:hver[t]? (?:år|dag|måned|uge)|(?<!kr\. )(?:om året|årligt)|i dag)\b", re.IGNORECASE
)
_HABIT = re.compile(
    r"\b(?:i (?:gennemsnit|praksis|reglen)|normalt|ofte|som regel|sædvanligvis|traditionelt"
    r"|typisk)\b",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:allerede|fortsat|hidtil|hver (?:dag|uge)|i (?:dag|forvejen)|mange|nu|siden \d{4}"
    r"|stadig|aktuelt|længe|løbende)\b",
    re.IGNORECASE,
)
"""How things are when a plan is made."""
_REFLEXIVE = re.compile(r"\s+sig\b")
_HEREBY = re.compile(r"\bhermed\s*$", re.IGNORECASE)
_BY = re.compile(r"\s+af\s+(\w+)")
_MEETS = "mødes"
_CLAUSE = re.compile(r"[^,;:()–—]*")
_RELATIVE = frozenset({"at", "der", "som", "hvor", "hvilket"})
_MENT = "ment"
_WITHIN = frozenset({"af", "for", "og", "i"})
"""Words in small letters within a name."""
CONTRACT = "kontrakt"
MINUTES = "referat"
PLAN = "plan"
"""In place of the kinds of sections.  What somebody does binds in a contract, and in minutes if it
is done by a date; what is done by nobody does not.  In a plan what is undertaken binds."""


class PresentReader:
    """Reads sentences for such promises; the other readers tell who acts and what a word can be."""

    def __init__(self, rules: Rules, actors: Actors, subjects: SubjectReader, words: Words) -> None:
        self._rules = rules
        self._actors = actors
        self._subjects = subjects
        self._words = words

    def read(self, text: str, kind: str, *, alone: bool) -> Promise | None:
        """Return the first such promise of a sentence in a section of this kind.

        ``alone`` tells that the sentence promises nothing else: then what is done by a date counts.
        """
        binds = kind in self._rules.norm_kinds
        dated = alone and any(
            _BEFORE_DATE.match(found[0]) for found in self._rules.deadlines.finditer(text)
        )
        agreed = kind == CONTRACT or (kind == MINUTES and dated)
        plan = kind == PLAN
        for token in TOKEN.finditer(text):
            word = token[0].casefold()
            infinitive = self._words.infinitive(word)
            if not word.endswith(("r", "s")) or infinitive in self._rules.states:
                continue
            passive = self._words.is_passive(word)
            if word == _MEETS:
                infinitive = word
            elif not passive and not self._words.is_present(word):
                continue
            if _HEREBY.search(text[: token.start()]):
                continue  # done by saying so
            start = self._subjects.clause_start(text, token.start())
            decided = infinitive in self._rules.decisions
            undertaken = plan and (decided or infinitive in self._rules.undertakings)
            if undertaken and infinitive != _MEETS:
                undertaken = not _NOW.search(_clause_of(text, start))
            if not binds and (_HABIT.search(text) or _REFLEXIVE.match(text, token.end())):
                continue  # how things are done, "virksomheder etablerer sig"
            befalls = not passive and infinitive in self._rules.befalls | self._rules.prediction
            if not (binds or agreed or decided or undertaken or (dated and not befalls)):
                continue
            before = text[start : token.start()]
            if before.endswith(" og "):  # "følger indsatsen og evaluerer"
                before = self._subjects.before(text, token.start())
            if not before.strip():
                # "Spørgsmål, der ikke er dækket af loven, afgøres af nævnet"
                before = self._subjects.parted(text[:start])
                start = 0 if before else start
            if not self._is_main(text, start, before) or is_blocked(
                self._rules, text, start, before
            ):
                continue
            if passive:
                anything = binds or agreed or dated or undertaken
                promise = self._done(text, start, before, token, anything=anything)
                if promise and agreed and not (promise.actor or decided or dated):
                    promise = None  # how things are
            else:
                promise = self._acting(
                    text, before, token, plan=plan, planned=undertaken and not decided
                )
            if promise is not None:
                return promise
        return None

    def _is_verb(self, word: str) -> bool:
        return self._words.is_present(word) and not self._words.is_noun(word)

    def _is_main(self, text: str, start: int, before: str) -> bool:
        """Say whether a clause is the main one, and whether its verb is the first of it."""
        words = [word.casefold() for word in TOKEN.findall(before)]
        if any(map(self._is_verb, words)) or not _RELATIVE.isdisjoint(words[1:]):
            return False
        if words[:1] in (["at"], ["som"], ["hvor"]) or not set(words).isdisjoint(
            self._rules.modals.keys() | self._rules.advice_modals | self._rules.must
        ):
            return False
        head = text[:start].strip()
        return not words or not head or not any(map(str.isalpha, head))

    def _acting(
        self, text: str, before: str, token: re.Match[str], *, plan: bool, planned: bool
    ) -> Promise | None:
        """Return what somebody does, who stands before the verb or right behind it.

        In a ``plan`` that may be whoever has a name; what is only ``planned``, bodies do.
        """
        words = TOKEN.findall(before)
        if not words or words[0].casefold() in self._rules.fronted:
            if not any(map(str.isalnum, text[: token.start()])):
                return None  # "Ophæver man skattestoppet, kan": a condition
            after = self._actors.actor_at(text, token.end())
            if after is None:
                return None
            subject, rest = text[after[0] : after[1]], after[1]
        else:
            subject, rest = self._subjects.clean(before), token.end()
            known = self._is_planner(subject) if planned else self._is_somebody(subject)
            if not known and not (plan and self._is_name(subject)):
                return None
        first, last = trim(text, token.start() if rest == token.end() else rest, len(text))
        return Promise("bindende", token[0], subject, first, last, "", ())

    def _done(
        self, text: str, start: int, before: str, token: re.Match[str], *, anything: bool
    ) -> Promise | None:
        """Return what is done to something; ``der`` tells that it is new."""
        words = [word.casefold() for word in TOKEN.findall(before)]
        there = re.compile(r"\s+der\b").match(text, token.end())
        new = words == ["der"] or (words[:1] and words[0] in self._rules.fronted)
        if not anything and _AGAIN.search(_clause_of(text, start)):
            return None
        if new and not anything:
            if not _NEW.match(text, there.end() if there else token.end()):
                return None
        elif not words or words == ["den"] or words[0] in self._rules.no_promise_after:
            return None  # "den" is the act that speaks
        agent = self._actors.agent(text, token.end())
        by = _BY.match(text, token.end())
        if by and not agent and anything and self._is_person(by[1].casefold()):
            agent = by[1]
        first, last = trim(text, token.start(), len(text))
        uncertain = () if agent else ("actor",)
        return Promise("bindende", token[0], agent, first, last, "", uncertain)

    def _is_planner(self, subject: str) -> bool:
        """Say whether a subject is a body of those whose plan it is: no farmers, and no NATO."""
        return self._is_somebody(subject, bodies=True) and not self._actors.is_abroad(subject)

    def _is_somebody(self, subject: str, *, bodies: bool = False) -> bool:
        """Say whether the first noun of a subject is somebody: an authority, a firm, an owner.

        With ``bodies`` an authority or another body, and not just anybody.
        """
        words: list[str] = []
        for word in TOKEN.findall(subject):
            if words and (word.casefold() in self._rules.stoppers or not word[0].isalnum()):
                break
            words.append(word)
        head = " ".join(words)
        if self._actors.acts(subject):  # "Uddannelses- og Forskningsministeriet"
            return True
        if not head or self._actors.acts(head):
            return bool(head)
        last = words[-1].casefold()
        return _lemma(last).endswith(self._rules.bodies) if bodies else self._is_person(last)

    def _is_name(self, subject: str) -> bool:
        """Say whether a subject is a name that no list has: ``Energinet``, ``Dansk Industri``."""
        words = [word for word in subject.split() if word not in _WITHIN]
        if not words or not all(word[:1].isupper() for word in words):
            return False
        others = self._rules.empty_subjects | self._rules.other_minds
        if self._actors.actor_at(subject, 0) or subject.casefold() in others:
            return False  # known, and nobody whose plan it is
        return len(words) > 1 or self._words.is_name(subject)

    def _is_person(self, word: str) -> bool:
        lemma = _lemma(word)
        if lemma.endswith(self._rules.bodies + self._rules.persons) and not lemma.endswith(_MENT):
            return True
        noun = lemma != word or self._words.is_noun(word)
        return noun and lemma.endswith("er") and self._words.is_present(lemma)


def _clause_of(text: str, start: int) -> str:
    """Return the clause that begins at ``start``."""
    match = _CLAUSE.match(text, start)
    return match[0] if match else ""


@lru_cache(maxsize=4096)
def _lemma(word: str) -> str:
    from strategikort.links.features import shared_analyzer

    return shared_analyzer().lexicon.analyze(word).lemmas[0]
