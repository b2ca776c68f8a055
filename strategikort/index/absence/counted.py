"""What is said otherwise and counts as the subject: other terms, as words of one index.

A search takes in whatever may be meant.  What shows that a subject stands somewhere must mean the
same wherever it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from strategikort.index.expanding.synonyms import (
    EQUAL,
    NOTATION,
    RELATED_TERM,
    Synonyms,
    of_one,
    plain,
    texts_of,
    words_of_term,
)
from strategikort.index.expanding.vocabulary import Vocabulary
from strategikort.index.expanding.words import Words
from strategikort.index.filling.analysis import Analyzer, form_of
from strategikort.index.querying.query import QueryWord
from strategikort.language.directions import parts_of_places
from strategikort.language.initials import cut_short, persons
from strategikort.language.numbers.notation import durations_otherwise, shares_otherwise
from strategikort.language.thesaurus import OF_ENGLISH, Alternatives

_OF_PLACES = ("sk", "ere", "erne", "inge", "inger", "mænd", "mændene")
"""How words end for what is, or who comes, from a place."""

_HOME = {"danmark": "dansk", "dansk": "Danmarks", "europa": "europæisk", "europaeisk": "Europas"}
"""What is said of home, which the thesaurus leaves out: a search would find it everywhere."""


class Counted:
    """What the thesaurus has for the words of subjects, and whether it means the same."""

    def __init__(self, synonyms: Synonyms, analyzer: Analyzer, vocabulary: Vocabulary) -> None:
        self._synonyms = synonyms
        self._analyzer = analyzer
        self._vocabulary = vocabulary
        # One subject is asked about more than once while it is looked for.
        self._all = lru_cache(maxsize=16)(self._find_all)

    def same(
        self, words: Sequence[QueryWord], typed: Sequence[QueryWord], *, singly: bool = False
    ) -> list[Alternatives]:
        """Return those other ways to say ``words`` that mean the same.

        Others are parts of it, or belong to it, or stand for it now and then.  Words that mean
        something together are not said otherwise one by one, unless ``singly``.  ``typed`` are all
        words in their order, as in :meth:`Synonyms.with_function_words`.  What only comes from a
        place is there as :data:`RELATED_TERM`.
        """
        found = self._all(tuple(words), tuple(typed), singly)
        same = (item for item in found if self._means_the_same(words, item))
        return [part for item in same for part in self._parted(words, item)]

    def related(
        self, words: Sequence[QueryWord], typed: Sequence[QueryWord], *, singly: bool = False
    ) -> list[Alternatives]:
        """Return what belongs to ``words`` of those ``typed`` without meaning the :meth:`same`."""
        found = self._all(tuple(words), tuple(typed), singly)
        return [item for item in found if not self._means_the_same(words, item)]

    def says_more_singly(self, words: Sequence[QueryWord], typed: Sequence[QueryWord]) -> bool:
        """Tell whether some of ``words`` mean something together, and else by themselves.

        The words of a name (»Green Deal«) and of an English term (»life science«) do not, but the
        abbreviation in »svensk NATO-medlemskab« makes no name of it.
        """
        texts = [word.text for word in words]
        spelt = [text for text in texts if not text.isupper()] or texts
        named = any(text[0].isupper() for text in texts[1:] if text in spelt)
        if named or not all(map(self._analyzer.lexicon.has_inflection, map(str.lower, spelt))):
            return False
        return self.same(words, typed, singly=True) != self.same(words, typed)

    def firmly(
        self, term: str, *, english: bool = False, literal: bool = False
    ) -> tuple[Words, ...]:
        """Return what stands for each word of a term, outside compounds, and for sure.

        A form that may as well be of another word does not: ``arbejdere`` are not what ``arbejder``
        says, which may be a verb.  ``english`` and ``literal`` are as in
        :meth:`Synonyms.elements`.
        """
        elements = self._synonyms.elements(
            term, compounds=False, english=english, literal=literal, unsure=True
        )
        tokens = words_of_term(term.replace("-", ""))
        if len(elements) != 1 or len(tokens) != 1 or literal:
            return elements
        (token,) = tokens
        own = form_of(token)
        lemmas = {own} if english else {*self._analyzer.lemmas(token)}
        firm = Words()
        shown = self._vocabulary.shown(elements[0].forms)
        for form, match in elements[0].forms.items():
            word = shown[form]
            if form_of(word) == own or lemmas.issuperset(self._analyzer.lemmas(word)):
                firm.add(form, match.weight, match.how)
        firm.keys |= elements[0].keys
        # What is written with a hyphen stands where the parts of compounds do: start-ups.
        firm.parts.update(key for key in firm.keys if not self._vocabulary.has_compounds([key]))
        return (firm,) if firm else ()

    def _means_the_same(self, words: Sequence[QueryWord], found: Alternatives) -> bool:
        if found.relation != "synonym":
            return found.relation in ("abbreviation", "english", NOTATION)
        if found.weight == OF_ENGLISH:
            # A word that is Danish as well says in English something else: regime.
            asked = [word.text for word in words[found.start : found.end]]
            return not all(map(self._analyzer.is_listed, asked))
        return found.weight >= EQUAL

    def _parted(self, words: Sequence[QueryWord], item: Alternatives) -> Iterator[Alternatives]:
        """Yield other ways to say words, those apart that are only akin to a name."""
        asked = " ".join(word.text for word in words[item.start : item.end])
        akin = [term for term in item.terms if self._are_akin(asked, term)]
        rest = tuple(term for term in item.terms if term not in akin)
        for terms, relation in ((rest, item.relation), (tuple(akin), RELATED_TERM)):
            if terms:
                yield item._replace(terms=terms, relation=relation)

    def _are_akin(self, asked: str, term: str) -> bool:
        """Tell whether one is a name, and the other what is or comes from there: Tyskland, tysk."""
        return any(
            other.islower()
            and (
                (self._analyzer.is_name(name) and other.endswith(_OF_PLACES))
                # Polen, which may also be a form of another word.
                or (name[:1].isupper() and other.endswith("sk"))
            )
            for name, other in ((asked, term), (term, asked))
        )

    def _find_all(
        self, words: Sequence[QueryWord], typed: Sequence[QueryWord], singly: bool
    ) -> list[Alternatives]:
        texts = texts_of(words)
        bare = plain(texts)
        written = [*self._synonyms.written(texts), *_told(bare), *self._persons(bare)]
        written += self._of_home(bare)
        for start, end, ways, *_ in parts_of_places(bare, self._analyzer.lexicon):
            written.append(Alternatives(start, end, ways, "synonym", EQUAL, literal=True))
        thesaurus = self._synonyms.thesaurus
        if thesaurus is None:
            return written
        beside = thesaurus.expand(plain(texts_of(typed)), apart=False, literal=True)
        # What is known of no term is looked up in its words as well.
        known = (lambda _: False) if singly else None
        said = thesaurus.expand(bare, known, literal=True)
        return [*written, *said, *of_one(beside, typed, words)]

    def _of_home(self, words: Sequence[str]) -> Iterator[Alternatives]:
        """Yield »Danmarks kapacitet« for »dansk kapacitet«, but not in names: Danmarks Radio."""
        for at, (word, what) in enumerate(pairwise(words)):
            if not what or (what[0].isupper() and not what.isupper()):
                continue
            for lemma in self._analyzer.lemmas(word):
                other = _HOME.get(lemma)
                if other and (other.islower() or word.islower()):
                    whose = other[0].isupper()  # beside it: »Danmark og Kinas kapacitet«
                    form = what if whose else self._analyzer.lexicon.analyze(what).lemmas[0]
                    ways = (f"{other} {form}",)
                    yield Alternatives(at, at + 2, ways, "synonym", EQUAL, literal=whose)

    def _persons(self, words: Sequence[str]) -> Iterator[Alternatives]:
        """Yield what persons are called whose given names are cut short: ``H.C. Andersen``."""
        for start, end, given in persons(words):
            ways = tuple(f"{way} {words[end - 1]}" for way in cut_short(given))
            if ways and self._analyzer.is_name(given[0]):
                yield Alternatives(start, end, ways, "abbreviation", EQUAL, literal=True)


def _told(words: Sequence[str]) -> Iterator[Alternatives]:
    """Yield the other ways to tell the shares and the times among words."""
    for found in (*shares_otherwise(words), *durations_otherwise(words)):
        yield Alternatives(found.start, found.end, found.ways, "synonym", EQUAL, literal=True)
