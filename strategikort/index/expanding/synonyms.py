"""Other ways to say the words of a query, as words of one index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from strategikort.index.expanding.finder import WordFinder
from strategikort.index.expanding.vocabulary import Vocabulary
from strategikort.index.expanding.words import SPELLING, Words
from strategikort.index.filling.analysis import Analyzer
from strategikort.index.querying.query import QueryWord
from strategikort.language.numbers.codes import codes
from strategikort.language.numbers.measures import measured
from strategikort.language.numbers.notation import (
    kroner_otherwise,
    ranks_otherwise,
    written_otherwise,
)
from strategikort.language.prefixes import prefixed, said_otherwise
from strategikort.language.thesaurus import Alternatives, Thesaurus
from strategikort.language.thesaurus_keys import is_participle, only_in_capitals
from strategikort.language.tokens import word_texts

EQUAL = 0.6
"""What a synonym is worth at least that says the same wherever it stands."""

_ENDING = 5
"""Letters of an inflection, at most: stormagt(ernes)."""

RELATED_TERM = "related"
"""The thesaurus's relation of terms that belong together without meaning the same."""

NOTATION = "notation"
"""The relation of what is only written in another way; no thesaurus has it."""


class Synonyms:
    """What the thesaurus has for words, looked up in one index; remembers what it has found."""

    def __init__(
        self,
        thesaurus: Thesaurus | None,
        finder: WordFinder,
        vocabulary: Vocabulary,
        analyzer: Analyzer,
    ) -> None:
        self.thesaurus = thesaurus
        self._finder = finder
        self._vocabulary = vocabulary
        self._analyzer = analyzer
        self._remembered = lru_cache(maxsize=1024)(self._find)
        self._find_term = lru_cache(maxsize=4096)(self._look_up)
        self._of_expressions = lru_cache(maxsize=4096)(self._find_expressions)

    def of(self, words: Sequence[QueryWord], *, apart: bool = True) -> list[Alternatives]:
        """Return other ways to say ``words``, in their order; none for a beginning.

        ``apart`` says that two words may be a compound that was typed apart.
        """
        return self._remembered(tuple(texts_of(words)), apart, False)

    def with_function_words(
        self, typed: Sequence[QueryWord], asked_for: Sequence[QueryWord]
    ) -> list[Alternatives]:
        """Return other ways to say one word ``asked_for`` with the function words beside it.

        ``typed`` are all words in their order.  To meddle (``blande sig``) is more than ``blande``.
        """
        return of_one(self.of(typed, apart=False), typed, asked_for)

    def of_expressions(self, words: Sequence[QueryWord]) -> list[Alternatives]:
        """Return other ways to say expressions that the first of ``words`` begins, a verb."""
        return self._of_expressions(*plain(texts_of(words)))

    def _find_expressions(self, *words: str) -> list[Alternatives]:
        if self.thesaurus is None or not self.thesaurus.begins(*words[:2]):
            return []
        return self.thesaurus.expand(words, self._stands, apart=False, verbal=True)

    def of_pieces(self, words: Sequence[QueryWord], pieces: Sequence[int]) -> list[Alternatives]:
        """Return other ways to say ``words`` of one piece each: ``handel AND USA`` is no term."""
        found: list[Alternatives] = []
        for _, span in groupby(range(len(words)), key=pieces.__getitem__):
            first, *rest = span
            found += [
                item._replace(start=item.start + first, end=item.end + first)
                for item in self.of([words[at] for at in (first, *rest)])
            ]
        return found

    def near(self, word: str, before: str) -> list[str]:
        """Return the words of terms that an unknown word is but for one error.

        See :meth:`strategikort.language.thesaurus.Thesaurus.near`.
        """
        return self.thesaurus.near(word, before) if self.thesaurus else []

    def begins_terms(self, word: str) -> bool:
        """Tell whether terms of several words begin with a word as it is typed."""
        return self.thesaurus is not None and self.thesaurus.begins_terms(word)

    def of_texts(self, texts: Sequence[str]) -> list[Alternatives]:
        """Return other ways to say words given as texts."""
        return self._remembered(tuple(texts), True, False)

    def _find(self, words: Sequence[str], apart: bool, literal: bool = False) -> list[Alternatives]:
        written = self.written(words)
        if self.thesaurus is None:
            return written
        # A phrase that nothing answers as a whole is looked up word by word as well.
        said = self.thesaurus.expand(plain(words), self._stands, apart=apart, literal=literal)
        return [*written, *said]

    def written(self, texts: Sequence[str]) -> list[Alternatives]:
        """Return the other ways to write words given as texts, or the prefixes of words."""
        return [*_written(texts), *self._prefixed(plain(texts))]

    def _prefixed(self, words: Sequence[str]) -> Iterator[Alternatives]:
        """Yield what words are with another prefix that says the same: medformand, co-formand."""
        for at in range(len(words)):
            end, prefix, rest = prefixed(words, at)
            if not (rest and self._analyzer.is_listed(rest)):
                continue
            # A listed word may only look like one with a prefix: reformer, genformer.
            whole = words[at] if end == at + 1 else ""
            sure = not self._analyzer.is_listed(whole) or (
                self._analyzer.simple_parts(whole)[:1] == (prefix,)
            )
            terms = tuple(
                term
                for term in said_otherwise(prefix, rest)
                if sure or self._analyzer.is_listed(term)
            )
            if terms:
                yield Alternatives(at, end, terms, "synonym", EQUAL)

    def _stands(self, term: str) -> bool:
        """Tell whether a term is in the index for sure; the words of several may stand apart."""
        return len(self.elements(term)) == 1

    def elements(
        self,
        term: str,
        *,
        family: bool = False,
        compounds: bool = True,
        english: bool = False,
        literal: bool = False,
        unsure: bool = False,
    ) -> tuple[Words, ...]:
        """Return what stands for each word of a term; nothing if one of them is not there.

        Words that a hyphen joins may be one there: indo-pacifisk, indopacifisk. The words of a term
        of several must be there themselves, not inside compounds; so must that of any term without
        ``compounds``. ``family`` takes in words derived from their bases, ``english`` says that the
        term is English, ``literal`` that one of a single word stands as it is, or in the genitive,
        ``unsure`` that the texts will tell whether an abbreviation is one (``KL``, ``kl.``), which
        the index does not where it has the small word as well.
        """
        tokens = words_of_term(term)
        if len(tokens) == 1 and (literal or is_participle(tokens[0], self._analyzer.lexicon)):
            return self._literally(tokens[0])
        if only_in_capitals(term):
            return self._in_capitals(term, unsure=unsure)
        found = self._elements(tokens, family, compounds, english)
        if not found and "-" in term:
            together = words_of_term(term.replace("-", ""))
            found = self._elements(together, family, compounds, english)
        return found

    def _elements(
        self, tokens: Sequence[str], family: bool, compounds: bool, english: bool
    ) -> tuple[Words, ...]:
        elements: list[Words] = []
        for token in tokens:
            alone = len(tokens) == 1
            # An English word or an abbreviation is no form of the Danish word that it looks like,
            # nor is a word that stands by itself in its dictionary form.
            lemma = english or token.isupper() or (alone and self._analyzer.is_lemma(token))
            inside = compounds and alone and not (english and self._analyzer.is_listed(token))
            words = self._find_term(token, inside, family, lemma)
            if not words:
                return ()
            elements.append(words)
        return tuple(elements)

    def _look_up(self, token: str, compounds: bool, family: bool, lemma: bool) -> Words:
        """Return what stands for a word of a term, also in compounds that begin or end with it.

        A compound in whose middle it is, is about something else: ``midler``,
        ``lægemiddelsindustri``.  ``_find_term`` does the same and remembers.
        """
        found = self._finder.find(
            QueryWord(token), compounds=compounds, family=family, lemma=lemma, typed=False
        )
        if not found.found_by("compound"):
            return found
        words = Words()
        words.take(found, 1.0, None)
        about = self._vocabulary.compounds_around(
            [*found.parts], self._analyzer.lemmas(token), _ENDING
        )
        for form in about & words.forms.keys():
            if words.forms[form].how == "compound":
                del words.forms[form]
        return words

    def _literally(self, word: str) -> tuple[Words, ...]:
        words = Words()
        for one in (word, f"{word}s"):
            words.take(self._finder.literal(QueryWord(one)), 1.0, None)
        return (words,) if words else ()

    def _in_capitals(self, term: str, *, unsure: bool) -> tuple[Words, ...]:
        words = self._finder.exact(QueryWord(term))
        written = self._vocabulary.shown(words.forms).values()
        return (words,) if term in written or (unsure and words) else ()

    def add(
        self,
        words: Words,
        word: str,
        factor: float = 1.0,
        *,
        family: bool = False,
        compounds: bool = True,
        literal: bool = False,
    ) -> None:
        """Add to ``words`` what one word of the index says for ``word``.

        It is worth ``factor`` of what the thesaurus gives it; ``literal`` says that the word is a
        dictionary form and no form of another, the rest is as in :meth:`elements`.
        """
        for found in self._remembered((word,), True, literal):
            for term in found.terms:
                elements = self.elements(
                    term, family=family, compounds=compounds, english=found.english
                )
                if len(elements) == 1:
                    words.take(elements[0], factor * found.weight, "synonym")


def of_one(
    found: Iterable[Alternatives], typed: Sequence[QueryWord], asked_for: Sequence[QueryWord]
) -> list[Alternatives]:
    """Return what is ``found`` for one word ``asked_for`` and words beside it, as of that word."""
    places = {word: number for number, word in enumerate(asked_for)}
    of_one: list[Alternatives] = []
    for item in found:
        inside = [places[word] for word in typed[item.start : item.end] if word in places]
        if len(inside) == 1 < item.end - item.start:
            of_one.append(item._replace(start=inside[0], end=inside[0] + 1))
    return of_one


def texts_of(words: Sequence[QueryWord]) -> list[str]:
    """Return words as they are looked up, ordinals with a full stop; a beginning of one is none."""
    return [f"{word.text}{'.' * word.ordinal}" if word.is_whole else "" for word in words]


def plain(texts: Sequence[str]) -> list[str]:
    """Return texts as :func:`texts_of` gives them without the full stops of ordinals."""
    return [text.removesuffix(".") for text in texts]


def _written(texts: Sequence[str]) -> Iterator[Alternatives]:
    """Yield the other ways to write the dates, the numbers and the measures among words."""
    words = plain(texts)
    for found in written_otherwise(words):
        yield Alternatives(found.start, found.end, found.ways, NOTATION, SPELLING, literal=True)
    for found in (*ranks_otherwise(texts), *measured(words)):
        yield Alternatives(found.start, found.end, found.ways, NOTATION, SPELLING)
    for found in (*kroner_otherwise(words), *codes(words)):
        yield Alternatives(found.start, found.end, found.ways, NOTATION, SPELLING, literal=True)


@lru_cache(maxsize=4096)
def words_of_term(term: str) -> tuple[str, ...]:
    """Return the words of a term of the thesaurus."""
    return tuple(word_texts(term))
