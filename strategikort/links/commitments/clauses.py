"""One sentence, read for a promise: who, how strongly, what.

Danish puts the finite verb second.  So what stands before a modal verb is its subject, unless the
clause opens with something else (an adverb, a preposition, an object); then the subject follows
the verb.  That, and the lists in :mod:`strategikort.links.commitments.rules`, is all there is to
it: what the rules cannot settle is said in ``uncertain``.
"""

from __future__ import annotations

import re

from strategikort.links.commitments.actors import Actors
from strategikort.links.commitments.conditions import is_blocked
from strategikort.links.commitments.phrases import PhraseReader
from strategikort.links.commitments.presents import PresentReader
from strategikort.links.commitments.promise import Promise, trim
from strategikort.links.commitments.rules import Rules
from strategikort.links.commitments.subjects import (
    JOINED,
    NOT_BEFORE,
    SubjectReader,
)
from strategikort.links.commitments.verbs import TOKEN, Words
from strategikort.links.names import Names

_NOBODY = re.compile(r"(?:ingen|intet|ikke|hverken)\b", re.IGNORECASE)
"""How a subject begins that denies what is said of it."""

_LIMITS = re.compile(r"\b(?:aldrig|alene|ikke|kun)\b")
"""Behind »må«: what must not be done, or nothing else, binds everybody."""
_MEASURED = re.compile(r"(?:højst|højest|maksimalt|maks\.|tidligst|først(?! og))\s")
"""... and so does what must be no more, or no sooner."""


_PASSED = re.compile(
    r"^[-\u2010-\u2015•*]\s+"
    r"|(?<=[\w.]) \((?![^()]*\b(?:skal|vil|bør|må|kan)\b)[^()]{1,80}\)(?= [a-zæøå])"
)
"""The mark of an item, and what stands between who acts and the verb: »Styrelsen (ERST) skal«."""

_AND = re.compile(r",\s+(?:og|men|mens|imens|hvorimod)\s+")
"""What may join two sentences that somebody else acts in."""

_PAST = re.compile(r"^(?:\s+\S+){0,3}?\s+have\s+\w+(?:t|et)\b")
_ELSE = re.compile(r"\s*(?:i modsat fald|ellers)\b", re.IGNORECASE)
_IN_HAND = re.compile(r"\s+være [^,.;]{2,60} i hænde\b")
"""»må være formanden i hænde« is what must be."""


class ClauseReader:
    """Reads sentences by the rules; ``words`` tells what a word can be."""

    def __init__(self, rules: Rules, names: Names, words: Words) -> None:
        self._rules = rules
        self._words = words
        self._actors = Actors(rules, names)
        self._subjects = SubjectReader(rules, self._actors, words)
        modals = [*rules.modals, *rules.must, *rules.advice_modals]
        self._modal = re.compile(rf"\b({'|'.join(modals)})\b", re.IGNORECASE)
        self._phrases = PhraseReader(rules, self._actors, self._subjects, self._modal)
        self._presents = PresentReader(rules, self._actors, self._subjects, words)

    def listen(self, speakers: frozenset[str], *, minutes: bool = False) -> None:
        """Read a document: these names (small letters) are of people who can act in it.

        ``minutes`` tells that it is minutes of a meeting.
        """
        self._actors.speakers = speakers
        self._phrases.minutes = minutes

    def read(self, text: str, kind: str) -> Promise | None:
        """Return the first promise of a sentence in a section of this kind."""
        text = _PASSED.sub(lambda match: " " * len(match[0]), text)
        found = [
            promise
            for promise in (
                self._phrases.asked(text),
                self._modal_promise(text, kind),
                self._phrases.stated(text),
            )
            if promise is not None
        ]
        present = self._presents.read(text, kind, alone=not found)
        # "pålægger forvaltningen at" says more than that somebody imposes something.
        if present and all(item.modal.split(" ")[0] != present.modal for item in found):
            found.append(present)
        first = min(found, key=lambda promise: promise.action_start, default=None)
        if first is not None and first.modal.endswith(", at") and len(found) > 1:
            # "er enige om, at kommunen skal": who is to act comes after it, if anybody is named.
            found.remove(first)
            said, first = first, min(found, key=lambda promise: promise.action_start)
            if first.actor.casefold() in {"", "der"}:
                settled = tuple(item for item in first.uncertain if item != "actor")
                first = first._replace(actor=said.actor, uncertain=settled)
        return first and first._replace(actor=" ".join(first.actor.split()))

    def each(self, text: str, kind: str) -> list[tuple[int, str, Promise]]:
        """Return the promises of a sentence: where the part of it begins, the part, the promise.

        It has one, unless sentences are joined in it that each begin with who is to act:
        »Regeringen vil …, og kommunerne skal …«.
        """
        first = self.read(text, kind)
        found = [] if first is None else [(0, text, first)]
        if first is None or len(self._modal.findall(text)) < 2:
            return found
        for joint in _AND.finditer(text):
            begin = found[-1][0]
            head, rest = text[begin : joint.start()], text[joint.end() :]
            one, other = self.read(head, kind), self.read(rest, kind)
            if one and other and other.actor and self._begins(rest, other):
                found[-1:] = [(begin, head, one), (joint.end(), rest, other)]
        return found

    def _begins(self, text: str, promise: Promise) -> bool:
        """Tell whether a sentence begins with who is to act and the verb that says so."""
        words = text[len(promise.actor) :].lstrip()
        begins = text[: len(promise.actor)].casefold() == promise.actor.casefold()
        return begins and words.casefold().startswith(f"{promise.modal.casefold()} ")

    def opening(self, text: str, kind: str) -> Promise | None:
        """Return the promise that a sentence leaves open for the items of a list; else None.

        ``Regeringen vil:``, ``Styrelsen skal bl.a.:``, ``Rådet opfordrer staterne til at``.
        """
        stem = text.rstrip(" :").removesuffix(" følgende")
        modals = list(self._modal.finditer(stem))
        last = (TOKEN.findall(stem) or [""])[-1].casefold()
        if last != "at":
            if not modals or not (text.endswith(":") or modals[-1].end() == len(stem)):
                return None
            words = map(str.casefold, TOKEN.findall(stem[modals[-1].end() :]))
            if any("verb" in self._words.kinds(word) for word in words):
                return None
        promise = self.read(f"{stem} gøre", kind)
        if promise is None or (last == "at" and promise.action_start < len(stem) - len("at")):
            return None
        return promise._replace(action_start=0, action_end=0)

    # -- skal, vil, bør, må, kan

    def _modal_promise(self, text: str, kind: str) -> Promise | None:
        for match in self._modal.finditer(text):
            promise = self._weigh(text, match, kind)
            if promise is not None:
                return promise
        return None

    def _weigh(self, text: str, match: re.Match[str], kind: str) -> Promise | None:
        rules, word = self._rules, match[1].casefold()
        start = self._subjects.clause_start(text, match.start())
        if self._is_aside(text, start, match):
            return None
        subject, rest, settled = self._subjects.subject(text, start, match)
        after = self._actors.after_adverbs(text, rest)
        action = text[after:].lstrip()
        if self._is_idle(subject, action):
            return None
        denied = NOT_BEFORE.search(text, start, match.start())
        nobody = _NOBODY.match(subject)
        passive = self._words.passive(action)
        weighed = self._strength(word, subject, action, kind, passive is not None)
        if weighed is None and word in rules.must:
            limited = (
                denied
                or nobody
                or _LIMITS.search(text[rest:after])
                or _MEASURED.match(text[rest:].lstrip())
            )
            # What must not be done binds everybody; "det må ikke afholde os" does not.
            binds = limited and subject.casefold() not in {"det", "dette"}
            if binds or _IN_HAND.match(text, match.end()):
                weighed = "bindende", ()
        if weighed is None or subject.casefold() in rules.no_actors:
            return None
        strength, uncertain = weighed
        if subject.casefold() in rules.empty_subjects or not subject or not settled:
            uncertain += ("actor",)
        if denied:
            rest = denied.start()
        if passive is not None:
            # Who is not the actor is what something is done to, and »nobody« part of what is said.
            if rest > match.end():
                rest = match.end()
            elif nobody:
                rest = text.index(subject, start)
            subject = self._actors.agent(action, passive.end)
            uncertain = tuple(item for item in uncertain if item != "actor")
            uncertain += () if subject else ("actor",)
        first, last = trim(text, rest, len(text))
        if first == last:
            return None
        uncertain = tuple(dict.fromkeys(uncertain))
        return Promise(strength, match[1], subject, first, last, "", uncertain)

    def _is_aside(self, text: str, start: int, match: re.Match[str]) -> bool:
        """Tell whether what stands around a modal verb shows that nothing is promised with it.

        A question, a condition, a purpose; what somebody should have done.
        """
        word = match[1].casefold()
        before = JOINED.sub("", text[start : match.start()])
        opens = not any(map(str.isalnum, text[: match.start()]))
        return bool(
            opens
            or is_blocked(self._rules, text, start, before)
            # "burde have undersøgt": nobody can any more
            or (word == "burde" and _PAST.search(text[match.end() :]))
            or (word == "vil" and _ELSE.match(before))
            or (word == "skal" and self._subjects.is_purpose(text, start, match.start()))
        )

    def _is_idle(self, subject: str, action: str) -> bool:
        """Tell whether nothing is done: something is only so, or is only said."""
        head = f" {action.casefold()[:30]}"
        return any(f" {item}" in head for item in self._rules.no_action) or (
            subject.casefold() == "jeg" and self._is_only_said(action)
        )

    def _is_only_said(self, action: str) -> bool:
        """Tell whether somebody only says something: ``Jeg vil for god ordens skyld nævne``."""
        verbs = map(str.casefold, TOKEN.findall(action))
        verb = next((word for word in verbs if self._words.kinds(word) == {"verb"}), "")
        return verb in self._rules.only_said or any(
            " " in words and f" {words} " in f" {action.casefold()[:60]} "
            for words in self._rules.only_said
        )

    def _strength(
        self, word: str, subject: str, action: str, kind: str, passive: bool
    ) -> tuple[str, tuple[str, ...]] | None:
        """Return how strongly a modal verb binds its subject, and what is uncertain of that."""
        rules, plain = self._rules, subject.casefold()
        if word in rules.must:
            return ("bindende", ()) if plain in rules.must_actors else None
        if word not in rules.modals:
            advises = kind in rules.advice_kinds and plain in rules.advice_actors
            return ("anbefaling", ()) if advises else None
        strength = rules.modals[word]
        if strength != "hensigt":
            return strength, ()
        verb = (TOKEN.match(action) or [""])[0].casefold()
        weighed = self._intention(subject, verb, action, passive)
        return None if weighed is None else (strength, weighed)

    def _intention(
        self, subject: str, verb: str, action: str, passive: bool
    ) -> tuple[str, ...] | None:
        """Return what is uncertain of an intention; None if "vil" only tells the future."""
        rules = self._rules
        planned = any(phrase in action for phrase in rules.plan_phrases)
        acts = self._actors.acts(subject)
        if passive:
            planned |= " blive " in f" {action} "
            return (() if acts else ("actor", "strength")) if planned else None
        if not acts and self._actors.is_instrument(subject):
            return None if verb in rules.prediction and not planned else ()
        if planned:
            return () if acts else ("actor",)
        if not acts or subject.casefold() == "man":  # "hvor man vil": what people do
            return None
        if " skulle " in f" {action[:60]}":
            return ("strength",)
        if verb in rules.prediction and verb not in rules.own_states:
            return None
        if re.match(r"(?:\S+ ){0,3}kunne\b", action):
            return None if subject.casefold() not in rules.advice_actors else ("strength",)
        return ()
