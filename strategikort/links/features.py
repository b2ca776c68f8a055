"""What the words of a section mean to its themes, and what each meaning is worth.

A meaning is a key of the index: that of a word, and those of the parts of a compound.  The words
of a collection stand in its index with their keys, so only others are analysed here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import NamedTuple

from strategikort.catalog.yamlfile import read_yaml
from strategikort.index.filling.analysis import Analyzer
from strategikort.index.filling.passages import passages_of
from strategikort.index.storage.namekeys import name_key
from strategikort.index.storage.terms import KeysOfForm
from strategikort.language.fold import fold
from strategikort.language.months import MONTHS
from strategikort.language.numbers.fractions import read_fraction
from strategikort.language.numbers.numerals import cardinal, ordinal
from strategikort.language.sentences import ABBREVIATIONS
from strategikort.language.spelling import spellings
from strategikort.language.stopwords import NEGATIONS, STOP_WORDS
from strategikort.language.tokens import word_texts
from strategikort.links.names import DATA, Mention, Names, known_names
from strategikort.model import Section

Bag = dict[str, float]

_INSIDE = re.compile(r"(?<=[a-zæøå,] )[A-ZÆØÅ][a-zæøå]+")
"""A word with a capital where no sentence begins."""

_PARTS = re.compile(r"[:|]\s|\s[–—-]\s")
_COUNTED = re.compile(r"\s*\d+[.)]?")
"""Between the parts of a title, and what number one of them has."""

NAMED = "#"
"""Stands before the id of a name among the features of a bag."""


class ThemeRules(NamedTuple):
    """What ``data/themes.yaml`` says; see there."""

    focus: frozenset[str]
    passed_over: frozenset[str]
    general: frozenset[str]
    named_kinds: frozenset[str]
    part: float
    kindred: float
    named: float
    heading: float
    paragraph_heading: float
    saturation: float
    smoothing: int
    length: float
    paragraph: float
    least: float
    least_within: float
    least_alone: float
    alone: float
    names: float
    carried: float
    carried_across: float
    most: int
    most_across: int
    words: int


@lru_cache(maxsize=1)
def theme_rules() -> ThemeRules:
    """Read the rules; raises ``ProfileError`` for a mistake in the file."""
    rules = read_yaml(DATA / "themes.yaml").form(ThemeRules)
    return rules._replace(general=frozenset(map(fold, rules.general)))


@lru_cache(maxsize=1)
def shared_analyzer() -> Analyzer:
    """Return an analyzer that keeps the words it has seen from one comparison to the next."""
    return Analyzer()


class Features:
    """What sections say, counted.

    ``words`` are those of the index by their forms (see ``Collection.words``); others are analysed.
    """

    def __init__(self, words: Mapping[str, KeysOfForm], names: Names | None = None) -> None:
        self._rules = theme_rules()
        self._words = words
        self._names = names or known_names()
        self._features: dict[str, tuple[tuple[str, float], ...]] = {}
        self._inside: set[str] = set()

    def counts(self, section: Section, title: str = "") -> tuple[Bag, list[Bag]]:
        """Return how often everything stands in a section, and in each of its paragraphs.

        ``title`` is what of its heading tells what it is about.
        """
        heading: Bag = {}
        if title and "title" not in section.derived:
            heading = self._count(title)
            self._add_names(heading, self._named(title))
        text = section.text.text
        self._inside.update(_INSIDE.findall(text))
        named = self._named(text)
        paragraphs: list[Bag] = []
        for start, end in passages_of(section):
            paragraphs.append(self._count(text[start:end]))
            self._add_names(paragraphs[-1], [one for one in named if start <= one.start < end])
        whole: Bag = {}
        for bag, weight in ((heading, self._rules.heading), *((bag, 1.0) for bag in paragraphs)):
            _add(whole, bag, weight)
        for bag in paragraphs:
            _add(bag, heading, self._rules.paragraph_heading)
        return whole, paragraphs

    def _count(self, text: str) -> Bag:
        bag: Bag = {}
        for word in word_texts(text):
            for feature, worth in self.of_word(word):
                bag[feature] = bag.get(feature, 0.0) + worth
        return bag

    def _named(self, text: str) -> list[Mention]:
        """Return the names in a text that count as a word of their own."""
        kinds, names = self._rules.named_kinds, self._names.by_id
        return [one for one in self._names.find(text) if names[one.name].kind in kinds]

    def _add_names(self, bag: Bag, mentions: Iterable[Mention]) -> None:
        for mention in mentions:
            feature = NAMED + mention.name
            bag[feature] = bag.get(feature, 0.0) + self._rules.named

    def of_word(self, word: str) -> tuple[tuple[str, float], ...]:
        """Return what a word means, with what each meaning is worth."""
        known = self._features.get(word)
        if known is None:
            known = self._features[word] = tuple(self._meanings(word))
        return known

    def is_local_name(self, key: str) -> bool:
        """Say whether a key is the name of a place, a person or a firm that nobody has listed.

        It has small letters nowhere, and a capital inside a sentence or no meaning in the
        dictionary.  Abbreviations (NATO) are none, nor are the countries and initiatives of
        ``names.yaml``: texts about Ukraine are about the same.
        """
        if key in self._other_than_names or key in self._listed:
            return False
        return key in self._with_capitals or _means_nothing(key)

    @cached_property
    def _listed(self) -> frozenset[str]:
        return self._keys_of(self._names.words())

    @cached_property
    def _other_than_names(self) -> frozenset[str]:
        return self._keys_of(word for word in self._features if not word.istitle())

    @cached_property
    def _with_capitals(self) -> frozenset[str]:
        return self._keys_of(self._inside)

    def _keys_of(self, words: Iterable[str]) -> frozenset[str]:
        return frozenset(key for word in words for key, _ in self.of_word(word))

    def _meanings(self, word: str) -> Iterator[tuple[str, float]]:
        plain = fold(word)
        if len(plain) < 2 or plain[0].isdigit() or plain in STOP_WORDS or plain in NEGATIONS:
            return
        if plain in MONTHS or plain in ABBREVIATIONS or _is_number(plain):
            return
        key, parts = self._words.get(plain) or self._analysed(word)
        if key in self._rules.general or key in STOP_WORDS:
            return
        yield key, 1.0
        for part in parts:
            if part not in self._rules.general and part != key:
                yield part, self._rules.part

    def _analysed(self, word: str) -> KeysOfForm:
        found = shared_analyzer().word(word)
        return found.key, found.parts


def own_titles(sections: Iterable[Section]) -> dict[str, str]:
    """Return what of the title of each section (by id) tells what it is about.

    What one document puts over several sections is its form: »Baggrund og udfordringer«, the
    first part of »Indsats 2: Skoler«.
    """
    parts = {
        (section.document, section.id): {
            name_key(_COUNTED.sub("", part)): part for part in _PARTS.split(section.title)
        }
        for section in sections
    }
    held = Counter((document, part) for (document, _), own in parts.items() for part in own)
    return {
        name: " ".join(text for part, text in own.items() if held[document, part] == 1)
        for (document, name), own in parts.items()
    }


def _is_number(word: str) -> bool:
    """Say whether a word counts or ranks: ``otte``, ``tredje``, ``halvdelen``, ``femtedel``."""
    if cardinal(word) is not None or ordinal(word) is not None:
        return True
    return "del" in word and any(read_fraction(said, 0)[1] for said in ((word,), ("1", word)))


def _means_nothing(key: str) -> bool:
    """Say whether the dictionary has a key only as a name, or neither it nor its parts."""
    found = shared_analyzer().word(key)
    if not found.known:
        return not found.parts
    lexicon = shared_analyzer().lexicon
    return any(map(lexicon.is_only_name, spellings(key)))


def _add(into: Bag, bag: Mapping[str, float], weight: float) -> None:
    for feature, count in bag.items():
        into[feature] = into.get(feature, 0.0) + weight * count
