"""Who acts in a clause: the subject of a modal verb, and who is named beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from strategikort.links.commitments.actors import Actors
from strategikort.links.commitments.antecedents import Antecedents
from strategikort.links.commitments.rules import Rules
from strategikort.links.commitments.verbs import TOKEN, Words

JOINED = re.compile(r"\b(?:kan|må|bør|vil) (?:og|eller)\s*$")
"""``kan og skal``: the first of two modal verbs."""
NOT_BEFORE = re.compile(
    r"\b(?:(?:ikke|aldrig|hverken|næppe)(?: (?:alene|bare|blot|kun|længere|mere))?"
    r"(?: (?:kan|må|bør|vil|skal) (?:og|eller))?\s*)+$",
    re.IGNORECASE,
)
"""``der ikke skal``: in a subordinate clause the negation stands before the verb."""
_BREAK = re.compile(r"(?<!-),|[;:()–—”\"]|(?<=\s)-(?=\s)")
_NUMBERED = re.compile(r"(?:\d{1,3}[.)]|[-–•*])\s+")
_THAT = re.compile(r"\bat (\w+)")
_THERE = re.compile(r"\s*der\b")
_BOTH = re.compile(r"^\s*både\s+", re.IGNORECASE)
_TIME = re.compile(r"\s(?:inden|senest)\b.*", re.S)
"""A time behind a subject, in a clause that »at« opens: ``ministeren senest den 1. maj``."""

_AND = frozenset({"eller", "men", "og", "samt"})
_JOINS = frozenset({"at", "eller", "hvor", "idet", "mens", "som", "så"})
_MOST_LISTED = 20
"""Words of a subject that lists several."""


class SubjectReader:
    """Finds subjects by the rules; ``actors`` tells who can act, ``words`` what a word can be."""

    def __init__(self, rules: Rules, actors: Actors, words: Words) -> None:
        self._rules = rules
        self._actors = actors
        self._words = words
        self._antecedents = Antecedents(rules, words, self.clean, actors.acts, self.clause_start)
        adverbs = "|".join(map(re.escape, rules.adverbs))
        self._trailing = re.compile(rf"(?:\s+(?:{adverbs}))+\s*$", re.IGNORECASE)

    def clause_start(self, text: str, at: int) -> int:
        """Return where the clause begins that ``at`` is in, also one with ``at`` and no comma."""
        start = clause_start(text, at)
        for match in reversed(list(_THAT.finditer(text, start, at))):
            if not self._words.is_verb(match[1].casefold()):
                return match.start()
        return start

    def subordinate(self, text: str, at: int) -> str:
        """Return who acts in a clause that begins at ``at``: ``(at) regeringen nedsætter``."""
        named = self._actors.actor_at(text, at)
        if named is not None:
            return text[named[0] : named[1]]
        begin = self._actors.after_adverbs(text, at)
        for token in TOKEN.finditer(text, begin):
            word = token[0].casefold()
            if word == "der" or self._words.is_passive(word):
                return ""  # "der afsættes", "planen sendes"
            if self._words.is_present(word) or word in {*self._rules.modals, *self._rules.must}:
                return _TIME.sub("", self.clean(text[begin : token.start()]))
        return ""

    def subject(self, text: str, start: int, match: re.Match[str]) -> tuple[str, int, bool]:
        """Return the subject, where what follows it begins, and whether it is certain."""
        before = JOINED.sub("", NOT_BEFORE.sub("", text[start : match.start()]))
        before = _BOTH.sub("", before)
        words = self._telling(before)
        there = _THERE.match(text, self._actors.after_adverbs(text, match.end()))
        if there:
            return "", there.end(), False  # "år for år skal der"
        if not words or self._words.is_present(words[0]):
            parted = self._antecedents.parted(text[:start])
            if parted:
                return parted, match.end(), True
        after = self._actors.actor_at(text, match.end())
        first = words[0].casefold() if words else ""
        opening, rules = before.strip(), self._rules
        timed = rules.deadlines.fullmatch(opening) or rules.recurrences.fullmatch(opening)
        fronted = first in rules.fronted or timed
        relative = self._antecedents.of(text, match.start(), words)
        if relative is not None:
            return relative[0], match.end(), relative[1]
        if words and words[-1].casefold() in self._rules.pronouns:
            return words[-1], match.end(), True
        if words and words[-1].casefold() == "og":
            first_actor = self._actors.actor_at(before, 0)
            if first_actor is not None:
                return self.clean(before[first_actor[0] : first_actor[1]]), match.end(), True
            shared = self._before_verb(words)
            if shared:
                return shared, match.end(), True
        if after is None and words and not fronted and self._opens_with_noun(text, match.end()):
            follows = self._noun_after(text, match.end())
            if follows is not None:
                return self.clean(follows[0]), follows[1], True
        if after is not None:
            return self.clean(text[after[0] : after[1]]), after[1], True
        if words and not fronted:
            found = _TIME.sub("", self.clean(self._listed(text[:start], before) + before))
            return found, match.end(), True
        if len(words) == 1 and first in self._rules.empty_subjects:
            follows = self._noun_after(text, match.end())
            if follows and follows[0].casefold() in {"den", "de"}:
                return follows[0], follows[1], True
            return self.clean(before), match.end(), True
        if words and first in self._rules.empty_subjects:
            return self.clean(before), match.end(), True
        follows = self._noun_after(text, match.end())
        if follows is not None:
            return self.clean(follows[0]), follows[1], True
        return self.clean(before) if first in self._rules.articles else "", match.end(), False

    def parted(self, head: str) -> str:
        """Return the subject at the beginning of ``head`` that a relative clause follows."""
        return self._antecedents.parted(head)

    def is_purpose(self, text: str, start: int, end: int) -> bool:
        """Say whether a clause with its verb at ``end`` only tells what something is for."""
        before = NOT_BEFORE.sub("", text[start:end])
        return self._antecedents.is_purpose(text, end, self._telling(before))

    def _telling(self, before: str) -> list[str]:
        """Return the words before a verb without the conjunction and the adverbs around them."""
        words = TOKEN.findall(before)
        while words and words[0].casefold() in _AND:
            del words[0]
        while len(words) > 1 and words[-1].casefold() in self._rules.adverbs:
            del words[-1]
        return words

    def _listed(self, head: str, before: str) -> str:
        """Return ``head``, all that stands before a subject, if the subject is the end of a list.

        ``Stat, amter og kommuner``: nouns from the beginning of the sentence, and no verb.
        """
        rules = self._rules
        that = head.rfind(", at ") + 1
        head = head[that + len(" at ") :] if that else head
        words = [word.casefold() for word in TOKEN.findall(head) if word != ","]
        last = [word.casefold() for word in TOKEN.findall(before)]
        others = {*rules.no_promise_after, *rules.empty_subjects, *rules.pronouns, "hvor"}
        others -= {"om", "den", "det", "de"}
        others |= {*rules.modals, *rules.must, *rules.advice_modals}
        is_list = (
            head.endswith(",")
            and bool(words)
            and len(words) + len(last) <= _MOST_LISTED
            and not {"og", "eller"}.isdisjoint(last[1:])
            and words[0] not in rules.fronted | rules.openers | rules.no_promise_after
            and others.isdisjoint((*words, *last))
            and all(
                word[0].isalpha()
                and (self._words.is_noun(word) or not self._words.is_present(word))
                for word in words
            )
        )
        return head if is_list else ""

    def before(self, text: str, end: int) -> str:
        """Return the subject that stands before ``end``; empty if something else opens there."""
        start = self.clause_start(text, end)
        before = text[start:end].lstrip()
        number = _NUMBERED.match(before)
        before = before[number.end() if number else 0 :].strip().rsplit(" hvor ", 1)[-1]
        words = TOKEN.findall(before)
        while words and words[0].casefold() in self._rules.openers:
            del words[0]
        if not words or (
            words[0].casefold() in self._rules.fronted and not self._actors.acts(before)
        ):
            return ""
        if words[-1].casefold() == "og":
            return self._before_verb(words) or before
        return self._listed(text[:start], before) + before

    def _before_verb(self, words: Sequence[str]) -> str:
        """Return the subject of two verbs, given the words up to the second; else nothing."""
        # "en skole": a noun after its article, though it may be a verb.
        verbs = [
            at
            for at, word in enumerate(words)
            if at
            and words[at - 1].casefold() not in self._rules.articles
            and (self._words.is_present(word) or self._words.is_passive(word.casefold()))
        ]
        return self.clean(" ".join(words[: verbs[0]])) if verbs else ""

    def clean(self, words: str) -> str:
        """Return words without the conjunctions and adverbs around them, and their number."""
        words = _NUMBERED.sub("", words.strip(), count=1) if _NUMBERED.match(words) else words
        words = self._trailing.sub("", f" {words.strip(' ,')}").strip()
        head, _, tail = words.partition(" ")
        while tail and (head.casefold() in self._rules.openers or head.casefold() in _JOINS):
            words = tail
            head, _, tail = words.partition(" ")
        lead = self._actors.adverbs.match(words)
        return words[lead.end() :] if lead and lead.end() < len(words) else words

    def _noun_after(self, text: str, at: int) -> tuple[str, int] | None:
        """Return the words after the verb up to the next verb, preposition or adverb."""
        begin = end = self._actors.after_adverbs(text, at)
        alone = re.compile(r"\s*(\w+)\s+(\w+)").match(text, begin)
        if alone and alone[1].casefold() in self._rules.empty_subjects:
            follows = alone[2].casefold()
            if (
                self._words.is_verb(follows)
                or follows in self._rules.stoppers
                or self._words.is_verb(follows[:-1])
            ):
                return alone[1], alone.end(1)
        times = (self._rules.deadlines, self._rules.recurrences)
        found = (pattern.search(text, begin + 1) for pattern in times)
        until = min((time.start() for time in found if time), default=len(text))
        for count, token in enumerate(TOKEN.finditer(text, begin, until)):
            word = token[0].casefold()
            noun = count > 0 and text[begin:end].split()[-1].casefold() in self._rules.articles
            if not word[0].isalnum() or (
                self._words.is_passive(word)
                or (not noun and (word in self._rules.stoppers or self._words.is_verb(word)))
            ):
                break
            if count >= 5:
                return None
            end = token.end()
        return (text[begin:end].strip(), end) if end > begin else None

    def _opens_with_noun(self, text: str, at: int) -> bool:
        token = TOKEN.search(text, self._actors.after_adverbs(text, at))
        word = token[0].casefold() if token else ""
        return self._words.is_noun(word) and not self._words.is_passive(word)


def clause_start(text: str, at: int) -> int:
    """Return where the clause begins that ``at`` is in."""
    breaks = [match.end() for match in _BREAK.finditer(text, 0, at)]
    return breaks[-1] if breaks else 0
