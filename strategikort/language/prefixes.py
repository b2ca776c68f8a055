"""Prefixes that the dictionary knows nothing of: ``medformand``, ``co-formand``, ``e-bog``.

It lists many words with one whole.  Of verbs, and of what is made of them, no part is told: who
negotiates again (``genforhandle``) does another thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from strategikort.language.compound_lists import SHORT_LAST, WHOLE
from strategikort.language.compounds import Part
from strategikort.language.words import NOUNS, WordList

_OF_OFFICES = ("eks", "ex", "næst", "med", "co")
"""What may stand before an office, which is one still: ``eksminister``."""

_LEAST_OFFICE = 7
"""Letters of the office, at least: ``eksport`` is made of no port."""

_NO_OFFICE = ("ion", "ens", "mi", "hed")
"""How words end that name no office, nor anybody: ``eksposition`` is no position."""

_BEFORE_WORDS = (*_OF_OFFICES, "ko", "re", "præ", "sam", "gen", "ikke", "e")
"""What may stand before a listed word that is inflected as it is by itself."""

_LEAST_WORD = 5
"""Letters of that word, at least."""

_CONSONANTS = re.compile(r"[bcdfghjklmnpqrstvwxz]{2,4}")
"""What an abbreviation begins with: ``cprnummer``."""

_SAME = (("co", "ko", "med"), ("ex", "eks"), ("re", "gen"), ("pre", "præ", "før"))
SPELLED = frozenset({"ex", "eks"})
"""Prefixes that are one, spelled in two ways: ``export``."""

_WITH_HYPHEN = frozenset({"co", "ko", "ex", "re", "pre", "præ"})


def said_otherwise(prefix: str, rest: str) -> Iterator[str]:
    """Yield what a word is with another prefix that says the same.

    >>> list(said_otherwise("med", "formand"))
    ['coformand', 'co-formand', 'koformand', 'ko-formand']
    """
    for family in _SAME:
        for other in family if prefix in family else ():
            if other != prefix:
                yield other + rest
                if other in _WITH_HYPHEN:
                    yield f"{other}-{rest}"


def prefixed(words: Sequence[str], at: int) -> tuple[int, str, str]:
    """Return where a word with such a prefix ends, its prefix and the rest of it.

    The two may be words of their own, which a hyphen joined.  Empty where there is none.
    """
    word, after = words[at].lower(), words[at + 1].lower() if at + 1 < len(words) else ""
    for prefix in (one for family in _SAME for one in family):
        least = _LEAST_WORD - (prefix in SPELLED)
        if word == prefix and len(after) >= least:
            return at + 2, prefix, after
        if word.startswith(prefix) and len(word) - len(prefix) >= least:
            return at + 1, prefix, word.removeprefix(prefix)
    return at + 1, "", ""


class Prefixes:
    """Takes prefixes off words of one list."""

    def __init__(self, words: WordList) -> None:
        self._words = words

    def office(self, form: str, lemmas: Sequence[str] = ()) -> tuple[Part, ...]:
        """Return an office with a prefix as its two parts: ``eksministeren``, ``medformand``.

        ``lemmas`` are those of the whole word where it is listed.
        """
        if not WHOLE.isdisjoint(lemmas):
            return ()
        for head in filter(form.startswith, _OF_OFFICES):
            nouns = [
                entry.lemma
                for entry in self._words.entries(form[len(head) :])
                if entry.kind in NOUNS
                and len(entry.lemma) >= _LEAST_OFFICE
                and not entry.lemma.endswith(_NO_OFFICE)
                and (not lemmas or head + entry.lemma in lemmas)
            ]
            if nouns:
                tail = tuple(dict.fromkeys(nouns))
                return Part(0, len(head), (head,)), Part(len(head), len(form), tail)
        return ()

    def lemmas(self, form: str) -> tuple[str, ...]:
        """Return the lemmas of an unknown word that is a listed one behind a prefix, else none.

        It is inflected as that: ``samfinansieringen``, ``ebøger``, ``cprnummeret``.
        """
        consonants = _CONSONANTS.match(form)
        most = len(consonants[0]) if consonants else 0
        for head in (*_BEFORE_WORDS, *(form[:length] for length in range(2, most + 1))):
            rest = form.removeprefix(head)
            found = self._words.entries(rest) if rest != form else []
            if head not in _BEFORE_WORDS:
                found = [entry for entry in found if entry.kind in NOUNS]
            if found and (len(rest) >= _LEAST_WORD or found[0].lemma in SHORT_LAST):
                return tuple(dict.fromkeys(head + entry.lemma for entry in found))
        return ()
