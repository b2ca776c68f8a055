"""Who can act: authorities, countries, parties and those who speak of themselves.

Only somebody *ønsker, mener, foreslår …*; a proper name that a document says that of can also
intend something there, though no list has it.  A word is a proper name where it has its capital
inside a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from strategikort.links.commitments.rules import Rules
from strategikort.links.names import Names

_WORD = re.compile(r"\w[\w-]*")

_BODY = 5
"""Letters of a word for a person or a body at least, where the end of a word tells."""

_ABROAD = frozenset({"organisation", "region"})

_NAME = r"[A-ZÆØÅ][\w-]+(?: (?:af|for|og|i)? ?[A-ZÆØÅ][\w-]+){0,3}"
_WILL = (
    r"(?:agter|anbefaler|arbejder for|foreslår|går ind for|har besluttet|kæmper for|lægger op til"
    r"|mener|noterer sig|støtter|ønsker)"
)
_SPEAKS = re.compile(rf"\b({_NAME}) {_WILL}\b|\b{_WILL} ({_NAME})")
_INSIDE = r"[\w,] {}\b"


class Actors:
    """Finds those who can act by the lists and the names.

    ``speakers`` are names (small letters) of others who can act in the document that is read,
    ``adverbs`` finds the adverbs that stand between a verb and whoever acts.
    """

    def __init__(self, rules: Rules, names: Names) -> None:
        self._rules = rules
        self._names = names
        self.speakers: frozenset[str] = frozenset()
        self._bodies = tuple(word for word in rules.bodies + rules.persons if len(word) >= _BODY)
        adverbs = "|".join(map(re.escape, rules.adverbs))
        self.adverbs = re.compile(rf"\s*(?:(?:{adverbs})(?!\w)\s*)+", re.IGNORECASE)

    def after_adverbs(self, text: str, at: int) -> int:
        """Return where the adverbs that stand at ``at`` end."""
        skip = self.adverbs.match(text, at)
        return skip.end() if skip else at

    def acts(self, subject: str) -> bool:
        """Say whether the subject is somebody who can act."""
        plain = subject.casefold()
        if plain in self._rules.pronouns or plain in self._rules.must_actors:
            return True
        words = plain.split(" ")
        joined = words[0].rstrip(",").endswith("-")  # Uddannelses- og Forskningsministeriet
        if joined or (words[0] in self._rules.articles and len(words) == 2):
            del words[:-1]  # de allierede
        if plain in self.speakers or words[0].endswith(self._rules.acting_endings):
            return True
        if len(words) > 1 and words[-2].endswith("s") and words[-1].endswith(self._bodies):
            return True  # skolens bestyrelse
        found = self.actor_at(subject, 0)
        if found is None or found[0] != 0 or (words[0] == "i" and len(words) > 1):  # "I dag"
            return False
        mentions = self._names.find(subject[: found[1]])
        return any(self._names.by_id[mention.name].acts for mention in mentions) or not mentions

    def is_abroad(self, subject: str) -> bool:
        """Say whether the subject begins with the name of an organisation of countries."""
        return any(
            mention.start == 0 and self._names.by_id[mention.name].kind in _ABROAD
            for mention in self._names.find(subject)
        )

    def is_instrument(self, subject: str) -> bool:
        """Say whether the subject is a plan, a forum …, in the definite or the indefinite."""
        last = (subject.casefold().split() or [""])[-1]
        return any(
            last == item or re.fullmatch(rf".*{item}(?:en|et|m?et|n)?", last)
            for item in self._rules.instruments
        )

    def actor_at(self, text: str, at: int) -> tuple[int, int] | None:
        """Return where somebody who can act is named right at ``at`` (adverbs passed over)."""
        begin = self.after_adverbs(text, at)
        while begin < len(text) and text[begin].isspace():
            begin += 1
        pronoun = re.compile(r"(?:vi|man|I|jeg)\b").match(text, begin)
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

    def next_to(self, text: str, at: int) -> str:
        """Return who is named right at ``at`` (adverbs passed over), if it can act."""
        named = self.actor_at(text, at)
        if named is not None:
            return text[named[0] : named[1]]
        first = _WORD.search(text, self.after_adverbs(text, at))
        return first[0] if first and self.acts(first[0]) else ""

    def agent(self, action: str, end: int) -> str:
        """Return who acts in a passive whose verb ends at ``end``: ``vedtages af Folketinget``."""
        link = re.compile(r"(?:\s+\w+t)?\s+af\s+").match(action, self.after_adverbs(action, end))
        return self.next_to(action, link.end()) if link else ""

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


def speakers(texts: Iterable[str], names: Names) -> frozenset[str]:
    """Return the names (small letters) of those who speak in a document's texts."""
    whole = "\n".join(texts)
    found = {match[1] or match[2] for match in _SPEAKS.finditer(whole)}
    return frozenset(
        name.casefold()
        for name in found
        if not names.find(name) and re.search(_INSIDE.format(re.escape(name)), whole)
    )
