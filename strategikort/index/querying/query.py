"""What people type into a search, taken apart.

Words; "an exact phrase"; ``-without``; ``word*``; ``titel:word``; ``titel:"a phrase"``; ``AND`` and
``NOT`` in capitals.  Everything else, FTS5 syntax and SQL included, is words and the signs between
them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from strategikort.errors import StrategikortError
from strategikort.index.querying.operators import check_length, joined_by_and
from strategikort.language.fold import normalize
from strategikort.language.numbers.notation import as_words
from strategikort.language.stopwords import is_stop_word
from strategikort.language.tokens import HYPHENS, Token, as_one, hyphenated, tokenize

MOST_WORDS = 60
"""Words; a longer question is cut by its asker better than by us."""

_FIELDS = ("titel:", "overskrift:")

_QUOTES = frozenset('"»«„“”')
_SPECIAL = frozenset('"»«„“”*:-')


@cache
def _piece() -> re.Pattern[str]:
    return re.compile(
        r"""(?P<minus>(?<![^\s])-(?=[\w"»„“”]))?
            (?P<field>\b(?:titel|overskrift):)?
            (?:["»„“”](?P<phrase>[^"«»“”„]*)["«“”]|(?P<word>[^\s"»«„“”]+))""",
        re.VERBOSE | re.IGNORECASE,
    )


_AND = frozenset({"og", "eller", "samt"})


class QueryWord(NamedTuple):
    """One word of a query as typed.

    ``prefix``: longer words count too; ``heading``: in headings only; ``phrase``: it is one of a
    phrase, and stands for nothing else; ``ordinal``: digits with a full stop, ``2. verdenskrig``.
    """

    text: str
    prefix: bool = False
    heading: bool = False
    phrase: bool = False
    ordinal: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether it is a word by itself, for which others may stand."""
        return not (self.prefix or self.phrase)


class Phrase(NamedTuple):
    """Words that stand one after the other, anywhere or in a heading only.

    ``quoted``: as they stand, and not in other forms; ``prefix``: longer words count too.
    """

    words: tuple[str, ...]
    heading: bool = False
    quoted: bool = False
    prefix: bool = False


class Query(NamedTuple):
    """A query taken apart; ``phrases`` must stand word for word, ``excluded`` must not stand.

    ``pieces`` says of each word which of the parts it is in that ``AND`` joins; with more than one
    all words must be there.
    """

    text: str
    words: tuple[QueryWord, ...]
    phrases: tuple[Phrase, ...]
    excluded: tuple[Phrase, ...]
    pieces: tuple[int, ...] = ()
    every: bool = False

    @property
    def phrase_words(self) -> tuple[QueryWord, ...]:
        """The words of the phrases."""
        return tuple(
            QueryWord(word, heading=phrase.heading, phrase=True)
            for phrase in self.phrases
            for word in phrase.words
        )

    @property
    def hyphenated(self) -> list[tuple[str, ...]]:
        """The words that hyphens join to one: ``cyber-angreb``."""
        tokens = tokenize(self.text)
        runs = hyphenated(self.text, tokens)
        return [tuple(token.text for token in tokens[first:last]) for first, last in runs]

    @property
    def leaves_out(self) -> bool:
        """Whether places with the words are left out: by ``-without``, or all but headings."""
        headings = (*self.words, *self.phrase_words)
        return bool(self.excluded) or any(word.heading for word in headings)


def _inside(word: str) -> str:
    """Return what stands between blanks as the words are read in it.

    What would be a function word by itself is none before a hyphen: ``de-risking`` is one word.
    """
    first, hyphen, rest = word.partition("-")
    one = hyphen and len(first) > 1 and is_stop_word(first)
    return first + rest if one else word


def distinct(words: Sequence[QueryWord]) -> list[QueryWord]:
    """Return words, each once, but what may be part of a date as often as it is typed: 5-5-2023."""
    first = {word: at for at, word in reversed([*enumerate(words)])}
    return [word for at, word in enumerate(words) if first[word] == at or word.text.isdecimal()]


def _is_ordinal(word: str) -> bool:
    """Tell whether a word is digits with a full stop, and no more of them than a rank has."""
    return word.endswith(".") and word[:-1].isdecimal() and len(word) <= len("31.")


class _Piece(NamedTuple):
    """What stands in one of the parts of a query that ``AND`` joins."""

    words: list[QueryWord]
    phrases: list[Phrase]
    excluded: list[Phrase]


def _parse(text: str, exact: bool) -> _Piece:
    # In a phrase everything stands as it was typed.
    joined = not exact and _QUOTES.isdisjoint(text)
    if joined:
        text = as_words(text)
    if _SPECIAL.isdisjoint(text):  # words only: what most people type
        return _Piece(_words(text, tokenize(text)), [], [])
    words, phrases, excluded = piece = _Piece([], [], [])
    before = ""
    for match in _piece().finditer(text):
        phrase, word = match["phrase"], match["word"]
        if phrase is None and not (exact or joined):
            word = as_words(word)
        written = _inside(word) if phrase is None else phrase
        tokens = tokenize(written)
        inside = tuple(token.text for token in tokens)
        last_word, before = before, (word or "").lower()
        if not inside or before in _FIELDS:
            continue
        heading, quoted = bool(match["field"]), phrase is not None
        prefix = not quoted and before.endswith("*")
        if quoted and "*" in phrase:
            raise StrategikortError(
                "»*« kan ikke stå i anførselstegn.",
                "Skriv begyndelsen af ordet uden anførselstegn, eller hele ordene.",
                code="bad_query",
            )
        # »cyberspionage og -kriminalitet« leaves nothing out but what both words share.
        if match["minus"] and last_word not in _AND:
            excluded.append(Phrase(inside, heading, quoted, prefix))
        elif quoted:
            phrases.append(Phrase(inside, heading, quoted))
        else:
            if exact and HYPHENS.intersection(before):
                tokens = [Token(0, len(written), as_one(inside))]
            words.extend(_words(written, tokens, prefix=prefix, heading=heading))
    return piece


def _words(
    written: str, tokens: Sequence[Token], *, prefix: bool = False, heading: bool = False
) -> list[QueryWord]:
    """Return the words of a text; of a beginning the last word is one."""
    return [
        QueryWord(
            token.text,
            prefix=prefix and token is tokens[-1],
            heading=heading,
            ordinal=_is_ordinal(written[token.start : token.end + 1]),
        )
        for token in tokens
    ]


def parse_query(typed: str, *, exact: bool = False) -> Query:
    """Take a query apart; where it is ``exact``, a word with a hyphen is one word.

    Raises ``StrategikortError`` for one that is empty or too long, or has ``*`` in a phrase.
    """
    check_length(typed)
    pieces = [_parse(part, exact) for part in joined_by_and(normalize(typed))]
    words = [word for piece in pieces for word in piece.words]
    phrases = [phrase for piece in pieces for phrase in piece.phrases]
    excluded = [phrase for piece in pieces for phrase in piece.excluded]
    of_words = [number for number, piece in enumerate(pieces) for _ in piece.words]
    count = len(words) + sum(len(phrase.words) for phrase in (*phrases, *excluded))
    if count > MOST_WORDS:
        raise StrategikortError(
            f"Søgningen er på {count} ord; der kan højst søges på {MOST_WORDS}.",
            "Søg på de vigtigste ord.",
            code="query_too_long",
        )
    if excluded and not words and not phrases:
        raise StrategikortError(
            "Der er kun ord, som ikke må stå der, og ingen at søge efter.",
            "Skriv også, hvad der skal stå (på hver side af OR), fx »klima NOT Kina«.",
            code="empty_query",
        )
    if not words and not phrases:
        raise StrategikortError(
            "Der er ingen ord at søge efter.",
            "Skriv et eller flere ord, fx »kvanteteknologi«.",
            code="empty_query",
        )
    return Query(
        typed, tuple(words), tuple(phrases), tuple(excluded), tuple(of_words), len(pieces) > 1
    )
