"""What the index knows of words: the same is done to the words of texts and of queries.

Every word has a *form* (its strict spelling key), and every form one *key*: its first lemma.
Forms of one key inflect alike; the other lemmas of an ambiguous form lead to its key as well.
Compounds have the keys of their *parts* besides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, combinations, product
from typing import NamedTuple

from strategikort.language.cognates import cognates
from strategikort.language.compounds import LINKS
from strategikort.language.derivation import AGENTS, IRREGULAR, derived
from strategikort.language.fold import fold, loose, normalize, unaccented
from strategikort.language.lexicon import Lexicon
from strategikort.language.stopwords import is_stop_word
from strategikort.language.tokens import Token, tokenize

_NOUNS = ("age", "else", "isme")
"""Endings in -e of nouns in a family."""

_MOST_LINKED = 4
"""Parts of compounds that are tried with each letter between them."""


class WordForms(NamedTuple):
    """What is indexed of one form: key, further lemmas, parts of a compound, Snowball stem."""

    key: str
    lemmas: tuple[str, ...]
    parts: tuple[str, ...]
    stem: str
    known: bool


class Analyzer:
    """Analyses words and texts; keeps what it has seen."""

    def __init__(self, lexicon: Lexicon | None = None) -> None:
        self._lexicon = lexicon or Lexicon.open()
        self.word = lru_cache(maxsize=16384)(self.fresh)

    def fresh(self, word: str) -> WordForms:
        """Return what is known of ``word`` (as typed or as it stands in a text).

        ``word`` does the same and remembers.
        """
        analysis = self._lexicon.analyze(word)
        lemmas = tuple(dict.fromkeys(chain.from_iterable(map(_spellings, analysis.lemmas))))
        details = chain.from_iterable([detail.lemmas for detail in analysis.details])
        parts = dict.fromkeys(map(fold, (*analysis.parts, *analysis.groups, *details)))
        for lemma in lemmas:
            parts.pop(lemma, None)
        stem = fold(analysis.stem) if analysis.stem else ""
        return WordForms(lemmas[0], lemmas, tuple(parts), stem, analysis.known)

    def lemmas(self, word: str) -> tuple[str, ...]:
        """Return the folded dictionary forms of a word, likeliest first."""
        return self.word(word).lemmas

    def is_listed(self, word: str) -> bool:
        """Tell whether the dictionary lists a word."""
        return self.word(word).known

    def is_lemma(self, word: str) -> bool:
        """Tell whether ``word`` is a dictionary form.

        A word that is not listed is, unless its ending says that it may be a form of another.
        """
        analysis = self.word(word)
        sure = analysis.known or bool(analysis.parts) or len(analysis.lemmas) == 1
        return sure and form_of(word) in analysis.lemmas

    def is_name(self, word: str) -> bool:
        """Tell whether a word is in capitals, or listed as a name and nothing else."""
        return word.isupper() or self._lexicon.is_only_name(normalize(word).lower())

    def nouns(self, word: str) -> set[str]:
        """Return those of the lemmas of ``word`` that are nouns, folded."""
        return set(map(fold, filter(self._lexicon.is_noun, self._lexicon.analyze(word).lemmas)))

    def is_far_fetched(self, word: str, lemmas: Sequence[str]) -> bool:
        """Tell whether ``word`` may be a form of (folded) ``lemmas``, but hardly ever is."""
        unlikely = set(map(fold, self._lexicon.far_fetched(word)))
        asked = set(self.word(word).lemmas).intersection(lemmas)
        return bool(asked) and asked <= unlikely

    def family(self, word: str) -> tuple[str, ...]:
        """Return folded words that may be derived from one base with ``word``."""
        return tuple(dict.fromkeys(map(fold, self._derived(word))))

    def relatives(self, word: str) -> tuple[str, ...]:
        """Return the listed words that are derived from one base with ``word`` and say the same.

        What is done does not say who does it: to start (``iværksætte``) makes no ``iværksætter``.
        """
        agent = any(lemma.endswith(AGENTS) for lemma in self.word(word).lemmas[:1])
        found = filter(self._lexicon.listed, self._derived(word))
        return tuple(one for one in found if not agent or one.endswith(AGENTS))

    def _derived(self, word: str) -> Iterator[str]:
        analysis = self._lexicon.analyze(word)
        found = dict.fromkeys(other for lemma in analysis.lemmas[:2] for other in derived(lemma))
        if analysis.details:
            # Endings are those of a compound as well: alkoholmisbrug, alkoholmisbruger.
            *_, last = analysis.details
            head = analysis.lemmas[0].removesuffix(last.lemmas[0])
            others = (other for lemma in last.lemmas[:1] for other in IRREGULAR.get(lemma, ()))
            found |= dict.fromkeys(f"{head}{other}" for other in others)
            found.pop(analysis.lemmas[0], None)
        # What ends in -e is a verb in a family: dronning is not made of drone.
        return (
            one
            for one in found
            if not one.endswith("e")
            or one.endswith(_NOUNS)
            or one in IRREGULAR
            or self._lexicon.is_verb(one)
        )

    def cognates(self, word: str) -> tuple[str, ...]:
        """Return folded Danish words that an English ``word`` may be."""
        return tuple(fold(other) for other in cognates(word.lower()))

    def linked(self, word: str) -> tuple[str, ...]:
        """Return a compound with each letter that may stand between its parts, folded."""
        first, *rest = map(fold, self.typed_parts(word) or ("",))
        if not 0 < len(rest) < _MOST_LINKED:
            return ()
        return tuple(
            first + "".join(chain.from_iterable(zip(links, rest, strict=True)))
            for links in product(LINKS, repeat=len(rest))
        )

    def parts_of(self, word: str) -> tuple[str, ...]:
        """Return the folded parts of a compound, and what they are with one link or another.

        ``middelindustri`` is ``middelsindustri`` too.
        """
        parts = self.simple_parts(word)
        stretches = combinations(range(len(parts) + 1), 2)
        joined = (link.join(parts[slice(*ends)]) for ends in stretches for link in LINKS)
        return tuple(dict.fromkeys([*self.word(word).parts, *map(fold, joined)]))

    def simple_parts(self, word: str) -> tuple[str, ...]:
        """Return the lemmas of the parts of a compound, one a part; empty if it is none."""
        return self._lexicon.split(word)

    def typed_parts(self, word: str) -> tuple[str, ...]:
        """Return the lemmas of the parts of a compound that may lack a linking -s-."""
        return self.simple_parts(word) or self._lexicon.split_unlinked(word)

    def parts_as_words(self, word: str) -> tuple[str, ...]:
        """Return the parts as :meth:`typed_parts` does, each as a word where it can be one.

        ``børne`` only begins compounds: ``barn``.
        """
        details = self._lexicon.analyze(word).details
        if not details:
            return self.typed_parts(word)
        return tuple(
            next(filter(self._lexicon.listed, part.lemmas), part.lemmas[0]) for part in details
        )

    def halves(self, word: str) -> tuple[tuple[str, str], ...]:
        """Return a compound as two words, where one of them is a listed compound itself.

        ``lønmodtagerrettigheder`` has to do with a ``lønmodtager`` before it has with ``løn``.
        """
        details = self._lexicon.analyze(word).details
        if len(details) < 3:
            return ()
        # Counted from the end: what is typed as noegle is looked up as nøgle.
        ends = [part.start - details[-1].end for part in details]
        halves: list[tuple[str, str]] = []
        for at in range(1, len(details)):
            begun = word[: ends[at - 1]] if at > 1 else ""
            pair = begun + details[at - 1].lemmas[0], word[ends[at] :]
            if all(map(self.is_listed, pair)):
                halves.append(pair)
        return tuple(halves)

    def heads(self, word: str) -> tuple[str, ...]:
        """Return the nouns that say which kind of thing a compound is, the longest first.

        An ``alliancebrobygger`` is a ``brobygger``; of ``tillidsfuld`` there is none.
        """
        details = self._lexicon.analyze(word).details
        # Counted from the end: what is typed as noegle is looked up as nøgle.
        tails = [word[part.start - details[-1].end :] for part in details[1:]]
        tails = tails or [*self.typed_parts(word)[-1:]]
        return tuple(tail for tail in tails if self.nouns(tail) or not self.word(tail).known)

    @property
    def lexicon(self) -> Lexicon:
        """The word list behind the analyses."""
        return self._lexicon


def _spellings(lemma: str) -> tuple[str, ...]:
    """Return a lemma folded, and without its accents, which are as good Danish: komité, komite."""
    key = fold(lemma)
    if key.isascii():
        return (key,)
    plain = unaccented(key)
    return (key,) if plain == key or is_stop_word(plain) else (key, plain)


def form_of(word: str) -> str:
    """Return the form of ``word``: the strict spelling key."""
    return fold(word)


def loose_of(word: str) -> str:
    """Return the loose spelling key of ``word``."""
    return loose(word)


def words_of(text: str) -> list[Token]:
    """Return the words of ``text``."""
    return tokenize(text)
