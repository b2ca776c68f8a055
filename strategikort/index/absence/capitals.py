"""Names that are common words when they are written small: ``Dansk Industri``, ``Venstre``.

Who types a capital may do so out of habit, so that only names of the thesaurus are taken for such.
Institutions are written in more than one way (»De danske Regioner«): of several words one capital
within a sentence is enough.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set
from functools import partial

from strategikort.index.expanding.expand import Expander
from strategikort.index.querying.query import Query, QueryWord
from strategikort.index.ranking.candidate import NONE_OTHER, Candidate, Other
from strategikort.index.storage.terms import NO_FORM
from strategikort.language.lexicon import Lexicon
from strategikort.language.listed import ADJECTIVE
from strategikort.language.thesaurus_keys import only_in_capitals
from strategikort.language.tokens import Token, tokenize

_OPENING = frozenset(".!?:»«\"“”„'(*-–—•#>\n")
"""Signs behind which a capital says nothing."""

_LONGEST = 3
"""Letters of an abbreviation that is a word too, at most: longer ones are words in capitals."""


class Capitals:
    """Finds the words of passages that are those of one name, and are none there.

    ``forms`` are all forms of the words of the name, none if there is no name, ``several`` tells
    whether it is of more than one word, ``sure`` that a capital must say that it is in a name;
    ``is_other`` tells it of the word in front, which makes another name of it.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        forms: Set[int],
        *,
        several: bool = False,
        sure: bool = False,
        is_other: Callable[[str], bool] = lambda _: False,
    ) -> None:
        self._lexicon = lexicon
        self._forms = forms
        self._several = several
        self._sure = sure
        self._is_other = is_other

    def may_stand_in(self, candidate: Candidate) -> bool:
        """Tell whether a passage or its heading has one of the words of a name."""
        return candidate.has_any(self._forms)

    def in_passage(self, candidate: Candidate, text: str) -> Other:
        """Return the words of a passage (``text``) and its heading that are no name there."""
        small = self._small(text, candidate.forms)
        titled = candidate.titled
        small_above = self._small(candidate.title, candidate.own[titled])
        if self._several and (small is None or small_above is None):
            return NONE_OTHER
        return Other(small or set(), {titled.start + at for at in small_above or ()})

    def _small(self, text: str, forms: Sequence[int]) -> set[int] | None:
        """Return the words that are written small, or have their capital from the sentence.

        None if one is written as in the name of several words.
        """
        small: set[int] = set()
        tokens = tokenize(text)
        for at, (token, form) in enumerate(zip(tokens, forms, strict=False)):
            if form not in self._forms:
                continue
            capital = token.text[0].isupper()
            if self._several and capital and self._tells(text, token):
                return None
            other = not self._several and self._is_of_other(text, tokens, at)
            unsure = self._sure and not self._tells(text, token)
            if self._several or other or not capital or unsure:
                small.add(at)
        return small

    def _is_of_other(self, text: str, tokens: Sequence[Token], at: int) -> bool:
        before = tokens[at - 1] if at else None
        behind = before is not None and text[before.end : tokens[at].start].isspace()
        return before is not None and behind and self._is_other(before.text)

    def _tells(self, text: str, token: Token) -> bool:
        """Tell whether the capital of a word says that it is in a name."""
        if token.text.isupper() or not _opens(text, token.start):
            return True
        small = token.text.lower()
        return any(map(self._lexicon.is_only_name, (small, small.removesuffix("s"))))


class Names:
    """Tells the names among the words of subjects, in one index."""

    def __init__(self, expander: Expander) -> None:
        self._synonyms = expander.synonyms
        self._analyzer = expander.analyzer
        self._lexicon = expander.lexicon
        self._numbers_of = expander.numbers_of

    def is_given_name(self, word: str) -> bool:
        """Tell whether a word may be a given name: one that is listed and names nothing else."""
        return self._analyzer.is_name(word) and not self._synonyms.of_texts([word])

    def as_written(self, query: Query, own: Sequence[Set[int]]) -> Capitals:
        """Return what tells a name, capitals and all, from the words that it is made of.

        ``own`` are the forms of each word of ``query``.  One word is no name in the definite form:
        who means the Commission may write it small.
        """
        typed = [word.text for word in (*query.words, *query.phrase_words)]
        sure = len(typed) > 1 or all(map(self._analyzer.is_lemma, typed))
        named = sure and not query.hyphenated and self._has_name(typed)
        forms = frozenset().union(*own) if named else frozenset()
        is_other = partial(self._makes_another, typed[0]) if named else lambda _: False
        return Capitals(self._lexicon, forms, several=len(own) > 1, is_other=is_other)

    def _makes_another(self, name: str, before: str) -> bool:
        """Tell whether a name behind a word is another's: Radikale Venstre, not Vladimir Putin."""
        both = [before, name]
        adjective = before[0].isupper() and ADJECTIVE in self._lexicon.classes(before.lower())
        return (
            adjective
            and self._has_name(both)
            and not any(name in item.terms for item in self._synonyms.of_texts(both))
        )

    def definite(self, words: Sequence[QueryWord], own: Sequence[frozenset[int]]) -> Capitals:
        """Return what tells definite names from the words that they are made of: alternativer.

        ``own`` are the forms of each of ``words``.  ``FN's Sikkerhedsråd`` is the same as
        ``Sikkerhedsrådet``, ``en kommission`` no other.
        """
        forms: set[int] = set()
        for word, of_word in zip(words, own, strict=True):
            definite = word.is_whole and not self._analyzer.is_lemma(word.text)
            if definite and self._has_name([word.text]):
                forms |= of_word.difference(self._numbers_of((word.text, f"{word.text}s")))
        return Capitals(self._lexicon, forms, sure=True)

    def _has_name(self, words: Sequence[str]) -> bool:
        thesaurus = self._synonyms.thesaurus
        return thesaurus is not None and thesaurus.has_name(words)


class Abbreviations:
    """Tells abbreviations from the words that they are when they are written small: KL and kl.

    ``terms`` are what is looked for, ``own`` the forms that are looked for however they are
    written, ``numbers_of`` gives the numbers of words in the index.
    """

    def __init__(
        self,
        terms: Iterable[str],
        numbers_of: Callable[[Iterable[str]], list[int]],
        own: Set[int] = frozenset(),
    ) -> None:
        self._forms = frozenset(numbers_of(filter(only_in_capitals, terms))) - own

    def only(self, candidate: Candidate, text: Callable[[Candidate], str]) -> Candidate:
        """Return a passage without the words of its text and heading that are no abbreviations."""
        if not self._forms.isdisjoint(candidate.forms):
            candidate = candidate._replace(forms=self._without(candidate.forms, text(candidate)))
        if not self._forms.isdisjoint(candidate.own):
            own = [*candidate.own]
            own[candidate.titled] = self._without(own[candidate.titled], candidate.title)
            candidate = candidate._replace(own=own)
        return candidate

    def _without(self, forms: Sequence[int], text: str) -> list[int]:
        tokens = tokenize(text)
        return [
            NO_FORM if form in self._forms and not token.text.isupper() else form
            for form, token in zip(forms, tokens, strict=False)
        ]


class Shortenings:
    """Finds the words of passages that only look like an abbreviation of a subject: IS and »is«.

    Who types one in capitals that is a word when it is written small means the abbreviation.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        words: Sequence[QueryWord],
        numbers_of: Callable[[Iterable[str]], list[int]],
    ) -> None:
        shouted = len(words) > 1 and all(word.text.isupper() for word in words)
        short = [word.text for word in words if word.is_whole and _is_short(word.text, lexicon)]
        self._forms = frozenset(numbers_of([] if shouted else short))

    def may_stand_in(self, candidate: Candidate) -> bool:
        """Tell whether a passage or its heading has such a word, however it is written."""
        return candidate.has_any(self._forms)

    def in_passage(self, candidate: Candidate, text: str) -> Other:
        """Return the words of a passage (``text``) and its heading that are no abbreviations."""
        titled = candidate.titled
        title = self._small(candidate.title, candidate.own[titled])
        return Other(self._small(text, candidate.forms), {titled.start + at for at in title})

    def _small(self, text: str, forms: Sequence[int]) -> set[int]:
        pairs = enumerate(zip(tokenize(text), forms, strict=False))
        return {
            at for at, (token, form) in pairs if form in self._forms and not token.text.isupper()
        }


def _is_short(word: str, lexicon: Lexicon) -> bool:
    """Tell whether a word is in capitals, and another one when it is written small."""
    if not (word.isupper() and 1 < len(word) <= _LONGEST):
        return False
    small = word.lower()
    return only_in_capitals(word) or (lexicon.is_word(small) and not lexicon.is_only_name(small))


def _opens(text: str, at: int) -> bool:
    """Tell whether a word that begins at a place may open a sentence or a line."""
    before = text[:at].rstrip(" \u00a0")
    return not before or before[-1] in _OPENING
