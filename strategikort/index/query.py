"""What people type into a search, taken apart.

Words; "an exact phrase"; ``-without``; ``word*``; ``titel:word``.  Everything else, FTS5 syntax
and SQL included, is words and the signs between them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from strategikort.errors import StrategikortError
from strategikort.language.fold import normalize
from strategikort.language.stopwords import is_stop_word
from strategikort.language.tokens import word_texts

MOST_WORDS = 60
"""Words; a longer question is cut by its asker better than by us."""

_FIELDS = ("titel:", "overskrift:")

_SPECIAL = frozenset('"»«„“”*:-')


@cache
def _piece() -> re.Pattern[str]:
    return re.compile(
        r"""(?P<minus>(?<![^\s])-(?=[\w"»„“”]))?
            (?P<field>\b(?:titel|overskrift):)?
            (?:["»„“”](?P<phrase>[^"«»“”„]*)["«“”]|(?P<word>[^\s"»«„“”]+))""",
        re.VERBOSE | re.IGNORECASE,
    )


class QueryWord(NamedTuple):
    """One word of a query: as typed, whether longer words count too, whether in headings only."""

    text: str
    prefix: bool = False
    heading: bool = False


class Query(NamedTuple):
    """A query taken apart; ``phrases`` must stand word for word, ``excluded`` must not stand."""

    text: str
    words: tuple[QueryWord, ...]
    phrases: tuple[tuple[str, ...], ...]
    excluded: tuple[tuple[str, ...], ...]

    @property
    def leaves_out(self) -> bool:
        """Whether places with the words are left out: by ``-without``, or all but headings."""
        return bool(self.excluded) or any(word.heading for word in self.words)


def _inside(word: str) -> str:
    """Return what stands between blanks as the words are read in it.

    What would be a function word by itself is none before a hyphen: ``de-risking`` is one word.
    """
    first, hyphen, rest = word.partition("-")
    one = hyphen and len(first) > 1 and is_stop_word(first)
    return first + rest if one else word


def parse_query(typed: str) -> Query:
    """Take a query apart; raises ``StrategikortError`` for one that is empty or too long."""
    words: list[QueryWord] = []
    phrases: list[tuple[str, ...]] = []
    excluded: list[tuple[str, ...]] = []
    text = normalize(typed)
    if _SPECIAL.isdisjoint(text):  # words only: what most people type
        words = [QueryWord(word) for word in word_texts(text)]
        text = ""
    for match in _piece().finditer(text) if text else ():
        phrase, word = match["phrase"], match["word"]
        inside = tuple(word_texts(_inside(word) if phrase is None else phrase))
        if not inside or (word or "").lower() in _FIELDS:
            continue
        if match["minus"]:
            excluded.append(inside)
        elif word is None and not match["field"]:
            phrases.append(inside)
        else:
            heading = bool(match["field"])
            prefix = (word or "").endswith("*")
            last = len(inside) - 1
            words += [
                QueryWord(part, prefix=prefix and at == last, heading=heading)
                for at, part in enumerate(inside)
            ]
    count = len(words) + sum(map(len, phrases)) + sum(map(len, excluded))
    if count > MOST_WORDS:
        raise StrategikortError(
            f"Søgningen er på {count} ord; der kan højst søges på {MOST_WORDS}.",
            "Søg på de vigtigste ord.",
            code="query_too_long",
        )
    if not words and not phrases:
        raise StrategikortError(
            "Der er ingen ord at søge efter.",
            "Skriv et eller flere ord, fx »kvanteteknologi«.",
            code="empty_query",
        )
    return Query(typed, tuple(words), tuple(phrases), tuple(excluded))
