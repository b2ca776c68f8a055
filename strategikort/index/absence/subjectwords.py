"""The words that a subject is about, where a search passes over more of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from strategikort.index.querying.query import Query, QueryWord, distinct
from strategikort.language.lexicon import Lexicon
from strategikort.language.numbers.measures import counts, is_label, measured
from strategikort.language.numbers.notation import shares_otherwise, written_otherwise
from strategikort.language.numbers.ranks import place_of
from strategikort.language.numbers.timespans import whens
from strategikort.language.stopwords import is_stop_word
from strategikort.language.suspended import suspended
from strategikort.language.tokens import tokenize

_PERIODS = frozenset({"periode", "perioden", "tidsperioden", "tidsrum", "tidsrummet"})


def completed(query: Query, lexicon: Lexicon) -> Query:
    """Return a query with the halves of its compounds whole: ``forsvars- og sikkerhedspolitik``."""
    tokens = tokenize(query.text)
    if [token.text for token in tokens] != [word.text for word in query.words]:
        return query
    wholes = dict(suspended(query.text, tokens, lexicon))
    words = (word._replace(text=wholes.get(at, word.text)) for at, word in enumerate(query.words))
    return query._replace(words=tuple(words))


def subject_words(
    query: Query, content: Sequence[QueryWord], lexicon: Lexicon
) -> tuple[QueryWord, ...]:
    """Return the words that a subject is about: of two wars the second is not the first.

    A search passes over »anden«, which mostly says »other«, over »lige«, which in front of a noun
    says »equal«, and over what is a function word where it is no numeral, no measure and no name:
    »VI«, »en milliard«, »20 min.«, »Hans Christian«.  That years are a period need not be said of
    them: »perioden 2023-26«.
    """
    words = query.words
    if len(words) == 1:
        return tuple(content)
    texts = [word.text for word in words]
    beside = {at for item in measured(texts) for at in range(*item[:2])}
    # What a measure is of, and what it counts.
    beside |= {at - 1 for at in beside if at and counts(words[at - 1].text)}
    # The words of a number are one: to et halvt, hver femte.
    for item in (*written_otherwise(texts), *shares_otherwise(texts)):
        beside |= {*range(item.start, item.end)}
    kept = {*content}.difference(_periods(words))
    chosen = (
        word
        for at, word in enumerate(words)
        if word in kept
        or at in beside
        or _is_rank(words, at)
        or _is_equal(texts[at:], lexicon)
        or _is_given_name(texts[at:], lexicon)
    )
    return tuple(distinct([*chosen]))


def _periods(words: Sequence[QueryWord]) -> Iterator[QueryWord]:
    """Yield the words that only say of the years or dates behind them that they are a period."""
    texts = [word.text for word in words]
    times = {item.start for item in whens(texts)}
    times |= {item.start for item in written_otherwise(texts) if item.whole}
    for at, word in enumerate(words):
        behind = at + 1
        while behind < len(words) and is_stop_word(texts[behind]):
            behind += 1
        if word.text.lower() in _PERIODS and behind in times:
            yield word


def _is_equal(texts: Sequence[str], lexicon: Lexicon) -> bool:
    """Tell whether the first of some words says that things are equal: »lige rettigheder«."""
    if len(texts) < 2 or texts[0].lower() != "lige" or is_stop_word(texts[1]):
        return False
    return any(map(lexicon.is_noun, lexicon.analyze(texts[1]).lemmas))


def _is_given_name(texts: Sequence[str], lexicon: Lexicon) -> bool:
    """Tell whether the first of some words is a given name and no function word: Hans Christian."""
    names = texts[:2]
    return len(names) > 1 and all(
        name.istitle() and lexicon.is_only_name(name.lower()) for name in names
    )


def _is_rank(words: Sequence[QueryWord], at: int) -> bool:
    """Tell whether a word says which one of several; a single capital only behind what may be."""
    word = words[at].text
    if len(word) > 1:
        return bool(place_of(word))
    before = words[at - 1].text if at else ""
    return bool(place_of(word)) and (before[:1].isupper() or is_label(before))
