"""One sentence, read for a promise: who, how strongly, what.

Danish puts the finite verb second.  So what stands before a modal verb is its subject, unless the
clause opens with something else (an adverb, a preposition, an object); then the subject follows
the verb.  That, and the lists in :mod:`strategikort.links.rules`, is all there is to it: what the
rules cannot settle is said in ``uncertain``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from strategikort.links.names import Names
from strategikort.links.rules import Rules

_TOKEN = re.compile(r"\w+(?:[-’'.]\w+)*|\S")
_BREAK = re.compile(r"[,;:()–—”\"]")
_JOINED = re.compile(r"\b(?:kan|må|bør|vil) og\s*$")
"""``kan og skal``: the first of two modal verbs."""
Verb = Callable[[str], bool]


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
        self._is_noun = is_noun
        self._names = names
        modals = [*rules.modals, *rules.must, *rules.advice_modals]
        self._modal = re.compile(rf"\b({'|'.join(modals)})\b", re.IGNORECASE)
        adverbs = "|".join(map(re.escape, rules.adverbs))
        self._adverbs = re.compile(rf"\s*(?:(?:{adverbs})\b\s*)+", re.IGNORECASE)
        self._trailing = re.compile(rf"(?:\s+(?:{adverbs}))+\s*$", re.IGNORECASE)
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
        rest = match.end()
        by = text[: match.start()].strip()
        speaker = self._actor_at(text, rest)
        opened = by.split(" ")[0].casefold() in self._rules.fronted
        if speaker and (opened or not self._subject_before(text, match.start())):
            by = text[speaker[0] : speaker[1]]
            rest = speaker[1]
        else:
            by = self._subject_before(text, match.start())
        link = re.compile(r"(?:^|(?<=\s))til\b,?").search(text, rest)
        if link is None:
            return None
        actor = self._clean(text[rest : link.start()])
        actor = re.sub(r",? med (?:fuld|tæt|nær) .*$", "", actor).strip(" ,")
        start, end = _trim(text, link.end(), len(text))
        uncertain = () if actor else ("actor",)
        return Promise("opfordring", match[1], actor, start, end, self._clean(by), uncertain)

    # -- skal, vil, bør, må, kan

    def _modal_promise(self, text: str, kind: str) -> Promise | None:
        for match in self._modal.finditer(text):
            promise = self._weigh(text, match, kind)
            if promise is not None:
                return promise
        return None

    def _weigh(self, text: str, match: re.Match[str], kind: str) -> Promise | None:
        rules, word = self._rules, match[1].casefold()
        start = _clause_start(text, match.start())
        before = _JOINED.sub("", text[start : match.start()])
        if match.start() == 0 or self._blocked(text, start, before):
            return None
        subject, rest, settled = self._subject(text, start, match)
        skip = self._adverbs.match(text, rest)
        action_text = text[skip.end() if skip else rest :].lstrip()
        if any(action_text.casefold().startswith(item) for item in rules.no_action):
            return None
        if any(f" {item}" in f" {action_text.casefold()[:30]}" for item in rules.no_action):
            return None
        verb = (_TOKEN.match(action_text) or [""])[0].casefold()
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
        if self._passive(action_text):
            subject = ""
            uncertain.append("actor")
        first, last = _trim(text, rest, len(text))
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
        acts = self._acts(subject)
        if self._passive_plan(action):
            return () if acts else ("actor", "strength")
        if not acts and not relative and self._instrument(subject):
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
        words = [word.casefold() for word in _TOKEN.findall(before)]
        while words and words[0] in (rules.openers | {"eller"}):
            words.pop(0)
        if words[:2] == ["for", "eksempel"]:
            words = words[2:]
        if words and words[0] in rules.no_promise_after:
            return True
        if any(word.startswith("hvilke") or word in {"hvordan", "hvorvidt"} for word in words):
            return True
        if words and words[0] == "at":
            earlier = [word.casefold() for word in re.findall(r"\w+", text[:start])]
            return bool(earlier) and earlier[-1] in rules.denied
        return False

    def _subject(self, text: str, start: int, match: re.Match[str]) -> tuple[str, int, bool]:
        """Return the subject, where what follows it begins, and whether it is certain."""
        before = _JOINED.sub("", text[start : match.start()])
        words = _TOKEN.findall(before)
        after = self._actor_at(text, match.end())
        first = words[0].casefold() if words else ""
        if words and words[-1].casefold() in {"der", "som"}:
            antecedent = text[: text.rindex(words[-1], 0, match.start())].rstrip(" ,")
            phrase = antecedent[_clause_start(antecedent, len(antecedent)) :]
            whole = self._clean(phrase)
            if whole.split(" ")[0].casefold() in self._rules.fronted:
                # "– en hub – i ministeriet, der skal": what is meant stands further off.
                return "", match.end(), False
            phrase = self._noun_phrase_end(whole)
            return phrase, match.end(), phrase == whole
        plain = " ".join(words).casefold()
        if words and words[-1].casefold() in self._rules.pronouns:
            return words[-1], match.end(), True
        if words and words[-1].casefold() == "og":
            first_actor = self._actor_at(before, 0)
            if first_actor is not None:
                return self._clean(before[first_actor[0] : first_actor[1]]), match.end(), True
        if (
            after is None
            and words
            and first not in self._rules.fronted
            and self._opens_with_noun(text, match.end())
        ):
            follows = self._noun_after(text, match.end())
            if follows is not None:
                return self._clean(follows[0]), follows[1], True
        if after is not None and (
            not words
            or first in self._rules.fronted
            or self._adverb_only(plain)
            or text[after[0] : after[1]] == "vi"
        ):
            return self._clean(text[after[0] : after[1]]), after[1], True
        if words and first not in self._rules.fronted:
            return self._clean(before), match.end(), True
        if words and len(words) == 1 and first in self._rules.empty_subjects:
            follows = self._noun_after(text, match.end())
            if follows and follows[0].casefold() in {"den", "de"}:
                return follows[0], follows[1], True
            return self._clean(before), match.end(), True
        if words and first in self._rules.empty_subjects:
            return self._clean(before), match.end(), True
        follows = self._noun_after(text, match.end())
        if follows is not None:
            return self._clean(follows[0]), follows[1], True
        return self._clean(before) if first in self._rules.articles else "", match.end(), False

    def _adverb_only(self, plain: str) -> bool:
        return plain in self._rules.openers or plain in self._rules.adverbs

    def _subject_before(self, text: str, end: int) -> str:
        before = text[_clause_start(text, end) : end]
        words = _TOKEN.findall(before)
        if not words or words[0].casefold() in self._rules.fronted:
            return ""
        return before.strip()

    def _actor_at(self, text: str, at: int) -> tuple[int, int] | None:
        """Return where somebody who can act is named right at ``at`` (adverbs passed over)."""
        skip = self._adverbs.match(text, at)
        begin = skip.end() if skip else at
        while begin < len(text) and text[begin].isspace():
            begin += 1
        pronoun = re.compile(r"(?:vi|man|I)\b").match(text, begin)
        if pronoun:
            return begin, pronoun.end()
        ends = begin
        while True:
            mention = self._acting(text, ends)
            if mention is None:
                break
            ends = mention
            link = re.compile(r" og (?:vores \w+(?: og \w+)?)?|, ").match(text, ends)
            if link is None:
                break
            if "vores" in link[0]:
                ends = link.end()
                break
            if self._acting(text, link.end()) is None:
                break
            ends = link.end()
        return (begin, ends) if ends > begin else None

    def _acting(self, text: str, at: int) -> int | None:
        piece = text[at : at + 60]
        for mention in self._names.find(piece):
            if mention.start:
                return None
            name = self._names.by_id[mention.name]
            ending = piece[mention.end : mention.end + 2]
            if (name.acts or name.kind == "land") and not mention.adjective:
                owns = ending[:1] in {"’", "'", "-"} or (
                    ending[:1] == "s" and not ending[1:].strip()
                )
                return None if owns else at + mention.end
        return None

    def _noun_after(self, text: str, at: int) -> tuple[str, int] | None:
        """Return the words after the verb up to the next verb, preposition or adverb."""
        skip = self._adverbs.match(text, at)
        begin = end = skip.end() if skip else at
        alone = re.compile(r"\s*(\w+)\s+(\w+)").match(text, begin)
        if alone and alone[1].casefold() in self._rules.empty_subjects:
            follows = alone[2].casefold()
            if (
                self._is_verb(follows)
                or follows in self._rules.stoppers
                or self._is_verb(follows[:-1])
            ):
                return alone[1], alone.end(1)
        for count, token in enumerate(_TOKEN.finditer(text, begin)):
            word = token[0].casefold()
            noun = count > 0 and text[begin:end].split()[-1].casefold() in self._rules.articles
            if not word[0].isalnum() or (
                not noun and (word in self._rules.stoppers or self._is_verb(word))
            ):
                break
            if count >= 5:
                return None
            end = token.end()
        return (text[begin:end].strip(), end) if end > begin else None

    def _noun_phrase_end(self, phrase: str) -> str:
        """Return the last noun phrase of ``phrase``: from its last article, else its last words."""
        tokens = list(_TOKEN.finditer(phrase))
        for token in reversed(tokens):
            if token[0].casefold() in self._rules.articles:
                return phrase[token.start() :]
        return phrase if len(tokens) <= 4 else phrase[tokens[-3].start() :]

    def _opens_with_noun(self, text: str, at: int) -> bool:
        skip = self._adverbs.match(text, at)
        token = _TOKEN.search(text, skip.end() if skip else at)
        if token is None:
            return False
        word = token[0].casefold()
        return self._is_noun(word) and not (word.endswith("es") and self._is_verb(word[:-1]))

    def _acts(self, subject: str) -> bool:
        plain = subject.casefold()
        if plain in self._rules.pronouns or plain in self._rules.must_actors:
            return True
        if plain.split(" ")[0].endswith(self._rules.acting_endings):
            return True
        found = self._actor_at(subject, 0)
        if found is None or found[0] != 0:
            return False
        mentions = self._names.find(subject[: found[1]])
        return any(self._names.by_id[mention.name].acts for mention in mentions) or not mentions

    def _instrument(self, subject: str) -> bool:
        """Say whether the subject is a plan, a forum …, in the definite or the indefinite."""
        last = (subject.casefold().split() or [""])[-1]
        return any(
            last == item or re.fullmatch(rf".*{item}(?:en|et|m?et|n)?", last)
            for item in self._rules.instruments
        )

    def _passive(self, action: str) -> bool:
        """Say whether the first verb is a passive in -es: then the subject does not act."""
        for word in _TOKEN.findall(action)[:5]:
            plain = word.casefold()
            if len(plain) > 4 and plain.endswith("es") and self._is_verb(plain[:-1]):
                return True
            if self._is_verb(plain):
                return False
        return False

    def _passive_plan(self, action: str) -> bool:
        """``vil blive gennemført``: a plan in the passive, not a prediction."""
        words = [word.casefold() for word in _TOKEN.findall(action)][:3]
        return words[:1] == ["blive"] and any(
            word.endswith(("et", "t", "ede")) and len(word) > 5 for word in words[1:]
        )

    def _clean(self, words: str) -> str:
        """Return words without the conjunctions and adverbs around them."""
        words = self._trailing.sub("", f" {words.strip(' ,')}").strip()
        while True:
            head, _, tail = words.partition(" ")
            known = head.casefold() in self._rules.openers or head.casefold() in {
                "at",
                "eller",
                "hvor",
                "som",
            }
            if not (tail and known):
                break
            words = tail
        lead = self._adverbs.match(words)
        return words[lead.end() :] if lead and lead.end() < len(words) else words

    # -- er fast besluttet på, har afsat

    def _phrase(self, text: str) -> Promise | None:
        for words, strength in self._rules.phrases:
            match = re.search(rf"\b{re.escape(words)}\b", text)
            if match and not self._blocked(
                text, at := _clause_start(text, match.start()), text[at : match.start()]
            ):
                actor = self._clean(text[at : match.start()])
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
            before = text[: have.start()] if have else text[: match.start()]
            inside = self._actor_at(have[1] + " ", 0) if have else None
            actor = have[1][inside[0] : inside[1]] if have and inside else self._clean(before)
            first, last = _trim(text, match.end(), len(text))
            uncertain = () if actor else ("actor",)
            return Promise("bindende", match[1], actor, first, last, "", uncertain)
        return None


def _clause_start(text: str, at: int) -> int:
    breaks = [match.end() for match in _BREAK.finditer(text, 0, at)]
    return breaks[-1] if breaks else 0


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \n,":
        start += 1
    while end > start and text[end - 1] in " \n.;:":
        end -= 1
    return start, end


def matches(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Go through the places of ``pattern`` in ``text``."""
    return (match.span() for match in pattern.finditer(text))
