"""One sentence, read for a promise: who, how strongly, what.

Danish puts the finite verb second.  So what stands before a modal verb is its subject, unless the
clause opens with something else (an adverb, a preposition, an object); then the subject follows
the verb.  That, and the lists in :mod:`strategikort.links.rules`, is all there is to it: what the
rules cannot settle is said in ``uncertain``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from strategikort.links.names import Names
from strategikort.links.rules import Rules
from strategikort.links.subjects import (
    JOINED,
    NOT_BEFORE,
    TOKEN,
    SubjectReader,
    Verb,
    clause_start,
)

_NOBODY = re.compile(r"(?:ingen|intet|ikke|hverken)\b", re.IGNORECASE)
"""How a subject begins that denies what is said of it."""

_HOW_MUCH = re.compile(
    r"\bhvor (?:få|lidt|lang|langt|længe|mange|meget|ofte|stor|store|stort)\b", re.IGNORECASE
)
_NOT_NEXT = re.compile(r"\s+(?:ikke|aldrig)\b")
_NOT = re.compile(r"\b(?:ikke|aldrig)\b")
_PREPOSITIONS = frozenset({"af", "i", "med", "om", "på", "til"})


class Promise(NamedTuple):
    """What a sentence promises; offsets are half-open, in the sentence.

    ``actor`` is the words for who is to act, empty where the sentence names nobody; ``action``
    is where the words for what is to be done stand.  ``uncertain`` names what the rules could not
    settle: ``actor`` or ``strength``.
    """

    strength: str
    modal: str
    actor: str
    action_start: int
    action_end: int
    by: str
    uncertain: tuple[str, ...]


class ClauseReader:
    """Reads sentences by the rules; ``is_verb`` and ``is_noun`` tell what a word can be."""

    def __init__(self, rules: Rules, names: Names, is_verb: Verb, is_noun: Verb) -> None:
        self._rules = rules
        self._is_verb = is_verb
        self._subjects = SubjectReader(rules, names, is_verb, is_noun)
        modals = [*rules.modals, *rules.must, *rules.advice_modals]
        self._modal = re.compile(rf"\b({'|'.join(modals)})\b", re.IGNORECASE)
        self._invite = re.compile(rf"\b({'|'.join(rules.invitations)})\b", re.IGNORECASE)

    def read(self, text: str, kind: str) -> Promise | None:
        """Return the first promise of a sentence in a section of this kind."""
        return (
            self._invitation(text)
            or self._modal_promise(text, kind)
            or self._phrase(text)
            or self._funding(text)
        )

    # -- opfordrer ... til at

    def _invitation(self, text: str) -> Promise | None:
        match = self._invite.search(text)
        if match is None:
            return None
        if _NOT_NEXT.match(text, match.end()) or NOT_BEFORE.search(text[: match.start()]):
            return None
        rest = match.end()
        by = text[: match.start()].strip()
        speaker = self._subjects.actor_at(text, rest)
        opened = by.split(" ")[0].casefold() in self._rules.fronted
        if speaker and (opened or not self._subjects.before(text, match.start())):
            by = text[speaker[0] : speaker[1]]
            rest = speaker[1]
        else:
            by = self._subjects.before(text, match.start())
        link = re.compile(r"(?:^|(?<=\s))til\b,?").search(text, rest)
        if link is None:
            return None
        actor = self._subjects.clean(text[rest : link.start()])
        actor = re.sub(r",? med (?:fuld|tæt|nær) .*$", "", actor).strip(" ,")
        start, end = _trim(text, link.end(), len(text))
        uncertain = () if actor else ("actor",)
        return Promise(
            "opfordring", match[1], actor, start, end, self._subjects.clean(by), uncertain
        )

    # -- skal, vil, bør, må, kan

    def _modal_promise(self, text: str, kind: str) -> Promise | None:
        for match in self._modal.finditer(text):
            promise = self._weigh(text, match, kind)
            if promise is not None:
                return promise
        return None

    def _weigh(self, text: str, match: re.Match[str], kind: str) -> Promise | None:
        rules, word = self._rules, match[1].casefold()
        start = clause_start(text, match.start())
        before = JOINED.sub("", text[start : match.start()])
        if match.start() == 0 or self._blocked(text, start, before):
            return None
        subject, rest, settled = self._subjects.subject(text, start, match)
        action_text = text[self._subjects.after_adverbs(text, rest) :].lstrip()
        if any(action_text.casefold().startswith(item) for item in rules.no_action):
            return None
        if any(f" {item}" in f" {action_text.casefold()[:30]}" for item in rules.no_action):
            return None
        verb = (TOKEN.match(action_text) or [""])[0].casefold()
        uncertain: list[str] = []
        plain = subject.casefold()
        if word in rules.must:
            if plain not in rules.must_actors:
                return None
            strength = "bindende"
        elif word in rules.modals:
            strength = rules.modals[word]
            if strength == "hensigt":
                weighed = self._intention(text[match.end() :], subject, verb, action_text, before)
                if weighed is None:
                    return None
                uncertain += weighed
                if kind in rules.advice_kinds and verb in rules.advice_modals | {"kunne"}:
                    strength = "anbefaling"
        else:
            if kind not in rules.advice_kinds or plain not in rules.advice_actors:
                return None
            strength = "anbefaling"
        if plain in rules.empty_subjects or not subject or not settled:
            uncertain.append("actor")
        denied = NOT_BEFORE.search(text, start, match.start())
        if denied:
            rest = denied.start()
        if self._passive(action_text):
            # Who is not the actor is what something is done to, and »nobody« part of what is said.
            if rest > match.end():
                rest = match.end()
            elif _NOBODY.match(subject):
                rest = text.index(subject, start)
            subject = ""
            uncertain.append("actor")
        first, last = _trim(text, rest, len(text))
        if first == last:
            return None
        return Promise(
            strength,
            match[1],
            subject,
            first,
            last,
            "",
            tuple(dict.fromkeys(uncertain)),
        )

    def _intention(
        self, rest: str, subject: str, verb: str, action: str, before: str
    ) -> tuple[str, ...] | None:
        """Return what is uncertain of an intention; None if "vil" only tells the future."""
        rules = self._rules
        relative = before.rstrip().casefold().endswith((" der", " som")) or before.strip() in {
            "der",
            "som",
        }
        planned = any(phrase in rest for phrase in rules.plan_phrases)
        acts = self._subjects.acts(subject)
        if self._passive_plan(action):
            return () if acts else ("actor", "strength")
        if not acts and not relative and self._subjects.is_instrument(subject):
            return None if verb in rules.prediction and not planned else ()
        if planned:
            return () if acts else ("actor",)
        if not acts:
            return None
        if verb == "skulle" or " skulle " in f" {action[:60]}":
            return ("strength",)
        if verb in rules.prediction and verb not in rules.own_states:
            return None
        if re.match(r"(?:\S+ ){0,3}kunne\b", action):
            return None if subject.casefold() not in rules.advice_actors else ("strength",)
        return ()

    def _blocked(self, text: str, start: int, before: str) -> bool:
        rules = self._rules
        words = [word.casefold() for word in TOKEN.findall(before)]
        while words and words[0] in (rules.openers | {"eller"}):
            del words[: 2 if words[:2] == ["for", "eksempel"] else 1]
        if words and words[0] in rules.no_promise_after:
            return True
        if any(word.startswith("hvilke") or word in {"hvordan", "hvorvidt"} for word in words):
            return True
        if _HOW_MUCH.search(before):
            return True
        if words and words[0] == "at":
            earlier = [word.casefold() for word in re.findall(r"\w+", text[:start])]
            while earlier and earlier[-1] in _PREPOSITIONS:  # tror ikke på, at
                del earlier[-1]
            return bool(earlier) and earlier[-1] in rules.denied
        return False

    def _passive(self, action: str) -> bool:
        """Say whether the first verb is a passive in -es: then the subject does not act."""
        for word in TOKEN.findall(action)[:5]:
            plain = word.casefold()
            if self._subjects.is_passive(plain):
                return True
            if self._is_verb(plain):
                return False
        return False

    def _passive_plan(self, action: str) -> bool:
        """``vil blive gennemført``: a plan in the passive, not a prediction."""
        words = [word.casefold() for word in TOKEN.findall(action)][:3]
        return words[:1] == ["blive"] and any(
            word.endswith(("et", "t", "ede")) and len(word) > 5 for word in words[1:]
        )

    # -- er fast besluttet på, har afsat

    def _phrase(self, text: str) -> Promise | None:
        for words, strength in self._rules.phrases:
            match = re.search(rf"\b{re.escape(words)}\b", text)
            if match and not self._blocked(
                text, at := clause_start(text, match.start()), text[at : match.start()]
            ):
                actor = self._subjects.clean(text[at : match.start()])
                first, last = _trim(text, match.end(), len(text))
                uncertain = () if actor else ("actor",)
                return Promise(strength, words, actor, first, last, "", uncertain)
        return None

    def _funding(self, text: str) -> Promise | None:
        for match in re.finditer(rf"\b({'|'.join(self._rules.funding)})\b", text):
            amount = self._rules.amounts.search(text, match.end())
            if amount is None:
                continue
            have = re.compile(r"\b(?:har|er)\s+(.*)$").search(text[: match.start()])
            if _NOT.search(have[1] if have else text[match.end() : amount.start()]):
                continue
            before = text[: have.start()] if have else text[: match.start()]
            inside = self._subjects.actor_at(have[1] + " ", 0) if have else None
            actor = (
                have[1][inside[0] : inside[1]] if have and inside else self._subjects.clean(before)
            )
            first, last = _trim(text, match.end(), len(text))
            uncertain = () if actor else ("actor",)
            return Promise("bindende", match[1], actor, first, last, "", uncertain)
        return None


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \n,":
        start += 1
    while end > start and text[end - 1] in " \n.;:":
        end -= 1
    return start, end


def matches(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Go through the places of ``pattern`` in ``text``."""
    return (match.span() for match in pattern.finditer(text))
