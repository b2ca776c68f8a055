"""Persons whose given names the subject cuts short and the texts of one index do not.

Who looks for »H.C. Ørsted« is told of »Hans Christian Ørsted«, which may be another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from strategikort.index.expansion import Series
from strategikort.index.finder import WordFinder
from strategikort.index.query import QueryWord
from strategikort.index.vocabulary import Vocabulary
from strategikort.index.words import Match, Words
from strategikort.language.initials import Person, beginnings, persons
from strategikort.language.lexicon import Lexicon

_MATCH = Match(0.5, "synonym")
_MOST = 100_000
"""Words of the texts that begin with one letter, at most."""


def in_full(words: Sequence[str]) -> Iterator[Person]:
    """Yield the persons among words of whom a given name is cut short."""
    return (person for person in persons(words) if any(map(beginnings, person.given)))


def forenames(
    words: Sequence[str], vocabulary: Vocabulary, finder: WordFinder, lexicon: Lexicon
) -> Iterator[Series]:
    """Yield what stands for each person of a subject with names that begin so, side by side."""
    for person in in_full(words):
        elements: list[Words] = []
        for name in person.given:
            begun = [_begun(beginning, vocabulary, lexicon) for beginning in beginnings(name)]
            elements += begun or [finder.exact(QueryWord(name))]
        last = QueryWord(words[person.end - 1])
        elements.append(finder.find(last, compounds=False, family=False, typed=False))
        if all(elements):
            span = tuple(range(person.start, person.end))
            yield Series(tuple(elements), span, _MATCH.weight, _MATCH.how, 0, frozenset())


def _begun(beginning: str, vocabulary: Vocabulary, lexicon: Lexicon) -> Words:
    """Return the names that begin so: those that are listed, and words that are not."""
    keys = dict(vocabulary.forms_beginning(beginning.lower(), _MOST))
    words = Words()
    for form, shown in vocabulary.shown(keys).items():
        small = shown.lower()
        unlisted = shown[:1].isupper() and not lexicon.is_word(small)
        if len(small) > len(beginning) and (unlisted or lexicon.is_only_name(small)):
            words.forms[form] = _MATCH
            words.keys.add(keys[form])
    return words
