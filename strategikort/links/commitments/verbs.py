"""What the verbs of a clause are: infinitives, participles, passives.

The dictionary says what a word can be.  Danish infinitives end in a vowel; many are nouns or
adjectives as well, and what stands around a word tells which it is.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from strategikort.language.words import NAME, NOUNS, WordList

TOKEN = re.compile(r"\w+(?:[-’'.]\w+)*|\S")
"""A word, with what is joined to it, or a sign."""

_PRESENT = {"er": "være", "har": "have"}
_IRREGULAR = frozenset(
    {"burde", "gøre", "have", "kunne", "måtte", "skulle", "turde", "vide", "ville", "være"}
)
_AUXILIARIES = frozenset({"burde", "kunne", "måtte", "skulle", "ville"})
_DEPONENT = frozenset({"enes", "færdes", "lykkes", "mindes", "mødes", "slås", "synes", "trives"})
"""Verbs in -es that are no passives."""

_BEFORE_NOUN_LIST = (
    "af alle alt anden andet andre begge bedre dens deres dets disse egen eget en enhver et"
    " flere for fra færre gennem hver hvert i ingen med mere mindre mod nogle om over på"
    " sin sit større til under uden ved vor vores"
)
_BEFORE_NOUNS = frozenset(_BEFORE_NOUN_LIST.split())
"""Words after which a word that may be a noun is one."""

_CLOSED = frozenset({"at", "der", "fordi", "hvis", "hvor", "hvordan", "når", "som"})
"""Words with which the next clause begins."""


class Passive(NamedTuple):
    """A passive verb, and where what follows it begins; offsets in the words looked through."""

    start: int
    end: int


class Words:
    """What the dictionary says a word (small letters) can be."""

    def __init__(self) -> None:
        self._list = WordList()
        self._seen: dict[str, frozenset[str]] = {}

    def kinds(self, word: str) -> frozenset[str]:
        """Return what ``word`` can be: ``verb`` (an infinitive), ``noun``, ``other``."""
        known = self._seen.get(word)
        if known is None:
            known = frozenset(
                "noun"
                if entry.kind in NOUNS
                else "verb"
                if entry.kind == "v" or (entry.kind == "-" and self._is_inflected(word))
                else "other"
                for entry in self._list.entries(word)
                if entry.kind not in "v-" or entry.lemma == word
            )
            self._seen[word] = known
        return known

    def _is_inflected(self, word: str) -> bool:
        """Say whether a word without a kind is a strong verb rather than an adverb."""
        return (
            word in _IRREGULAR
            or word.endswith("gøre")
            or any(entry.lemma == word for entry in self._list.entries(f"{word}r"))
        )

    def is_verb(self, word: str) -> bool:
        """Say whether ``word`` can be an infinitive."""
        return "verb" in self.kinds(word)

    def is_noun(self, word: str) -> bool:
        """Say whether ``word`` is a noun and cannot be an infinitive."""
        return self.kinds(word) == {"noun"}

    def is_name(self, word: str) -> bool:
        """Say whether a word with a capital is only a name: ``Energinet``, ``VIVE``."""
        kinds = {entry.kind for entry in self._list.entries(word.casefold())}
        return kinds == {NAME} or word[1:2].isupper()

    def is_present(self, word: str) -> bool:
        """Say whether ``word`` is a verb in the present tense, as far as its ending tells."""
        plain = word.casefold()
        return plain in _PRESENT or (plain.endswith("r") and self.is_verb(self.infinitive(plain)))

    def infinitive(self, word: str) -> str:
        """Return the infinitive of a verb in the present tense or the passive (small letters)."""
        return _PRESENT.get(word, f"{word}e" if word.endswith("gør") else word[:-1])

    def lemmas(self, word: str) -> set[str]:
        """Return the words that ``word`` can be a form of."""
        return {entry.lemma for entry in self._list.entries(word)}

    def is_participle(self, word: str) -> bool:
        """Say whether ``word`` can be the past participle of a verb (``taget``, ``skabt``)."""
        return word.endswith("t") and any(
            entry.lemma != word and self.is_verb(entry.lemma)
            for entry in self._list.entries(word)
            if entry.kind in "v-"
        )

    def is_passive(self, word: str) -> bool:
        """Say whether ``word`` is a passive in -s (``vedtages``, ``opnås``)."""
        if len(word) < 3 or not word.endswith(("es", "ås")) or word in _DEPONENT:
            return False
        # "-eres" is a passive even of verbs that no dictionary has.
        return self.is_verb(word[:-1]) or (word.endswith("eres") and not self.kinds(word))

    def passive(self, action: str) -> Passive | None:
        """Return the passive verb of what is to be done; None if whoever is named acts.

        ``action`` is what stands after a modal verb, whole or from its subject on.
        """
        before = ""
        tokens = list(TOKEN.finditer(action))
        for at, token in enumerate(tokens):
            word = token[0].casefold()
            if not word[0].isalnum() or word in _CLOSED:
                break
            met = word == "mødes" and [item[0] for item in tokens[at + 1 : at + 2]] == ["med"]
            if met or self.is_passive(word):
                return Passive(*token.span())
            if word == "blive":
                later = tokens[at + 1 : at + 4]
                done = next((item for item in later if self.is_participle(item[0])), None)
                return Passive(token.start(), done.end()) if done else None
            if word not in _AUXILIARIES and self._is_main(word, before, tokens[at + 1 :]):
                return None
            before = word
        return None

    def _is_main(self, word: str, before: str, follow: list[re.Match[str]]) -> bool:
        kinds = self.kinds(word)
        if "verb" not in kinds:
            return False
        if "noun" in kinds and before in _BEFORE_NOUNS:
            return False
        return not ("other" in kinds and follow and self.is_noun(follow[0][0].casefold()))
