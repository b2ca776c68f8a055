"""Promises made without ``skal``, ``vil`` and ``bør``: by an invitation, a set phrase, a sum."""

from __future__ import annotations

import re

from strategikort.links.commitments.actors import Actors
from strategikort.links.commitments.conditions import is_blocked
from strategikort.links.commitments.promise import Promise, trim
from strategikort.links.commitments.rules import Rules
from strategikort.links.commitments.subjects import NOT_BEFORE, SubjectReader, clause_start

_ADVISES = re.compile(
    r"\b(anbefaler|anbefalede|anbefales|indstiller|indstilles|anbefaling(?:en|er|erne)? er)"
    r"(?: (?P<who>[^\s,.;:]+(?: [^\s,.;:]+){0,2}?))??"
    r"(?:,? (?:derfor|også|desuden|endvidere|samtidig))*,? at\b"
)
_NOT_NEXT = re.compile(r"\s+(?:ikke|aldrig)\b")
_HAVE = re.compile(r"\b(har|havde|er|var|bliver|blev|får)\s+((?:\S+\s+)*)$")
_DONE = frozenset({"bliver", "er", "får"})
"""With these the money is the subject, or whoever gets it: who gives it is not said."""

_PAST = frozenset({"blev", "havde", "var"})
_NOT = re.compile(r"\b(?:ikke|aldrig)\b")
_FACT = re.compile(r"[^,;.]*?\b(?:(?P<so>er|har|var|havde|blev)|skal|må|vil|bør|kan)\b")
"""»er enige om, at året har været svært«: what is found to be so, and promises nothing."""

_NOBODY = frozenset({"ingen", "intet"})
_RELATIVE = frozenset({"der", "som"})
_DEMANDS = "forpligter"
"""What says in a relative clause that something else demands it."""


_REFLEXIVE = re.compile(r"(?:^|\s)(?:mig|os|sig)(?!\w)")
_WHO = r"[^\s,.;:]+(?: [^\s,.;:]+){0,4}?"


class _SetPhrase:
    """A set phrase, with whoever acts behind its first word; ``given`` if that must stand there."""

    def __init__(self, words: str, strength: str) -> None:
        self.first, rest = words.split(" ", 1)
        self.strength = strength
        self.given = "…" in rest
        self.ends = rest == "…"
        self.said = rest.split(" ")[-1] == "at"
        self.agreed = "enige" in rest
        own = "s" if "…s " in rest else ""
        rest = f" {rest.removeprefix('…s ').removeprefix('… ')}"
        that = ",? at" if rest.endswith(" at") else ""
        tail = re.escape(rest.removesuffix(" at") if that else rest) + that
        who = rf" (?P<who>{_WHO}){own}" if self.given else rf"(?: (?P<who>{_WHO}))??"
        if self.ends:
            who, tail = rf" (?P<who>{_WHO[:-1]})", r"(?=[,.;:]|$)"
        self.pattern = re.compile(rf"{self.first}{who}(?P<rest>{tail})(?!\w)")


class PhraseReader:
    """Reads sentences for such promises; ``modal`` finds the modal verbs."""

    def __init__(
        self, rules: Rules, actors: Actors, subjects: SubjectReader, modal: re.Pattern[str]
    ) -> None:
        self._rules = rules
        self._actors = actors
        self._subjects = subjects
        self._modal = modal
        asked = "|".join(rules.invitations)
        self._invite = re.compile(rf"\b({asked})\b", re.IGNORECASE)
        self._invited = re.compile(rf"\b({asked}|{'|'.join(rules.past)})\b", re.IGNORECASE)
        self._fund = re.compile(rf"\b({'|'.join(rules.funding)})\b")
        self._set = [_SetPhrase(words, strength) for words, strength in rules.phrases.items()]
        self._minuted = [_SetPhrase(words, strength) for words, strength in rules.minuted.items()]
        first = {item.first for item in (*self._set, *self._minuted)}
        self._first = re.compile(rf"\b({'|'.join(first)})\b")
        self.minutes = False

    def asked(self, text: str) -> Promise | None:
        """Return what somebody is asked or advised to do."""
        return self._invitation(text) or self._advice(text)

    def stated(self, text: str) -> Promise | None:
        """Return what a set phrase or a sum promises: ``er fast besluttet på``, ``har afsat``."""
        return self._phrase(text) or self._funding(text)

    def _invitation(self, text: str) -> Promise | None:
        match = (self._invited if self.minutes else self._invite).search(text)
        if match is None:
            return None
        head = text[: match.start()].strip()
        if _NOT_NEXT.match(text, match.end()) or NOT_BEFORE.search(f"{head} "):
            return None
        by = head[clause_start(head, len(head)) :].strip()
        if match[1].endswith("s") and self._modal.search(by):
            return None  # "skal opfordres til": what somebody else is to do
        if by.casefold() in _RELATIVE and head != by:
            return None  # "planlovens § 33 a, som pålægger": what something else demands
        rest = match.end()
        speaker = self._actors.actor_at(text, rest)
        if not self._actors.acts(by):
            opened = head.split(" ")[0].casefold() in self._rules.fronted
            said = any(map(str.isalpha, head)) and not self._subjects.before(text, match.start())
            if speaker and (opened or said):
                by = text[speaker[0] : speaker[1]]
                rest = speaker[1]
            else:
                by = self._subjects.before(text, match.start())
        word = match[1].casefold()
        link, strength = self._rules.invitations[self._rules.past.get(word, word)]
        found = link.search(text, rest)
        if found is None:
            return None
        actor = self._subjects.clean(
            text[rest : found.start()].strip().removeprefix("indtrængende ")
        )
        actor = re.sub(r",? med (?:fuld|tæt|nær) .*$", "", actor).strip(" ,")
        by = self._subjects.clean(by)
        if match[1].endswith("s"):
            actor, by = actor or by, ""  # medlemsstaterne opfordres til
        if actor.rsplit(" ", 1)[-1].casefold() in self._rules.no_actors:
            return None
        if actor.casefold() in self._rules.empty_subjects:
            actor = ""
        start, end = trim(text, found.end(), len(text))
        uncertain = () if actor else ("actor",)
        return Promise(strength, match[1], actor, start, end, by, uncertain)

    def _advice(self, text: str) -> Promise | None:
        """``Udvalget anbefaler, at regeringen nedsætter …``, ``Det anbefales at …``."""
        match = _ADVISES.search(text)
        if match is None or NOT_BEFORE.search(text[: match.start()]):
            return None
        by, actor = self._subjects.clean(self._subjects.before(text, match.start())), ""
        if match["who"]:
            named = self._subjects.clean(match["who"])
            if not self._actors.acts(named):
                return None
            # "Rådet anbefaler kommunerne at", "derfor anbefaler Rådet, at"
            by, actor = (by, named) if by else (named, "")
        elif match[1].endswith("s"):
            by, actor = "", by  # kommunerne anbefales at
        elif match[1].startswith("anbefaling"):
            by = ""  # rapportens centrale anbefaling er at
        if not actor or actor.casefold() in self._rules.empty_subjects:
            actor = self._subjects.subordinate(text, match.end())
        first, last = trim(text, match.end(), len(text))
        uncertain = () if actor else ("actor",)
        return Promise("anbefaling", match[1], actor, first, last, by, uncertain)

    def _phrase(self, text: str) -> Promise | None:
        for first in self._first.finditer(text):
            at = clause_start(text, first.start())
            before = text[at : first.start()]
            possible = any(word in self._rules.advice_modals for word in before.split())
            if possible or is_blocked(self._rules, text, at, before):
                continue
            if before.strip().casefold() in _RELATIVE and (
                first[0] == _DEMANDS or self._subjects.is_purpose(text, at, first.start())
            ):
                continue
            for item in (*self._set, *(self._minuted if self.minutes else ())):
                match = item.pattern.match(text, first.start())
                if match is None or _NOT.search(match["who"] or ""):
                    continue
                fact = item.agreed and _FACT.match(text, match.end())
                if fact and fact["so"]:
                    continue
                who = self._subjects.clean(_REFLEXIVE.sub("", match["who"] or ""))
                actor = who if item.given or self._actors.acts(who) else ""
                if not actor:
                    actor = self._subjects.clean(self._subjects.before(text, first.start())) or who
                if actor.casefold() in self._rules.other_minds | _NOBODY:
                    continue
                if actor.rsplit(" ", 1)[-1].casefold() in self._rules.empty_subjects:
                    actor = ""
                if first[0] in self._rules.vows and not self._actors.acts(actor):
                    continue
                if item.said and item in self._minuted and not actor:
                    actor = self._subjects.subordinate(text, match.end())
                if actor.split(" ")[0].casefold() in self._rules.stoppers:
                    actor = ""  # "påhviler efter loven ejeren at"
                start, end = trim(
                    text, *((at, first.start()) if item.ends else (match.end(), len(text)))
                )
                if start == end:
                    continue
                uncertain = () if actor else ("actor",)
                carrier = first[0] + match["rest"]
                return Promise(item.strength, carrier, actor, start, end, "", uncertain)
        return None

    def _funding(self, text: str) -> Promise | None:
        for match in self._fund.finditer(text):
            start = clause_start(text, match.start())
            have = _HAVE.search(text, start, match.start())
            amount = self._rules.amounts.search(text, match.end())
            if amount is None and have:
                amount = self._rules.amounts.search(text, have.start(2), match.start())
            between = have[2] if have else text[match.end() : amount.start() if amount else None]
            if amount is None or _NOT.search(between) or (have and have[1] in _PAST):
                continue
            if match[1].endswith("s") or (have and have[1] in _DONE):
                actor = self._actors.agent(text, match.end())
            else:
                actor = self._actors.next_to(text, have.start(2) if have else match.end())
                if not actor:
                    actor = self._subjects.before(text, have.start() if have else match.start())
            actor = self._subjects.clean(actor)
            if actor.casefold() in self._rules.empty_subjects:
                actor = ""
            first, last = trim(text, match.end(), len(text))
            uncertain = () if actor else ("actor",)
            return Promise("bindende", match[1], actor, first, last, "", uncertain)
        return None
