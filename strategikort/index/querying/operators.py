"""Words in capitals that say how others are meant: ``OR``, ``AND`` and ``NOT``, also in Danish.

In small letters, and in quotation marks, they are words as others are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from strategikort.danish import danish_number
from strategikort.errors import StrategikortError

MOST_ALTERNATIVES = 12
"""Alternatives of one query; each is searched by itself."""

MOST_SIGNS = 5_000
"""Characters of a query; no question is longer, and what reads it need not be quick with more."""

_OR = ("OR", "ELLER")
_AND = ("AND", "OG")
_NOT = ("NOT", "IKKE")
_DANISH = frozenset({"ELLER", "OG", "IKKE"})

_PIECE = re.compile(r"(?P<quoted>[\"»„“”][^\"«»“”„]*[\"«“”])|(?P<word>\b[A-Z]{2,5}\b)")
_GROUP = re.compile(r"\(([^()]*)\)")
_MINUS = re.compile(r"\s-$")


def check_length(query: str) -> None:
    """Raise ``StrategikortError`` for a query of more than ``MOST_SIGNS`` characters."""
    if len(query) > MOST_SIGNS:
        raise StrategikortError(
            f"Søgningen er på {danish_number(len(query))} tegn; "
            f"den kan højst være på {danish_number(MOST_SIGNS)}.",
            "Søg på de vigtigste ord.",
            code="query_too_long",
        )


def alternatives(query: str) -> list[str]:
    """Return the queries of which any may be answered, the query itself if it has no ``OR``.

    One that only says what may not stand has ``-`` for ``NOT``.  Raises ``StrategikortError`` for
    too many of them, for a query that is too long, and as :func:`joined_by_and`.

    >>> alternatives("klima OR miljø"), alternatives("klima eller miljø")
    (['klima', 'miljø'], ['klima eller miljø'])
    >>> alternatives("(klima OR miljø) AND Kina")
    ['klima AND Kina', 'miljø AND Kina']
    """
    check_length(query)
    found = [_each_without(query)]
    done: list[str] = []
    while found:
        one = found.pop(0)
        for group in _groups(one):
            if len(parts := _parted(group[1], one)) > 1:
                found += [f"{one[: group.start()]}{part}{one[group.end() :]}" for part in parts]
                break
        else:
            done += _parted(one, one)
        if len(found) + len(done) > MOST_ALTERNATIVES:
            raise StrategikortError(
                f"Søgningen har flere end {MOST_ALTERNATIVES} muligheder.",
                "Søg på færre ad gangen.",
                code="query_too_long",
            )
    return [_begun(one, query) for one in done] if len(done) > 1 else done


def _begun(one: str, query: str) -> str:
    """Return one of several alternatives with ``-`` for a ``NOT`` that it begins with.

    >>> _begun("NOT Kina", "klima OR NOT Kina")
    '-Kina'
    """
    first, *rest = one.removeprefix("(").removesuffix(")").split(maxsplit=1) or [""]
    danish = first in _DANISH and query == query.upper()
    return f"-{rest[0]}" if rest and first in _NOT and not danish else one


def joined_by_and(query: str) -> list[str]:
    """Return the parts of a query that must all be answered, with ``-`` for ``NOT``.

    Raises ``StrategikortError`` for several words that may not stand together.

    >>> joined_by_and("fri handel AND Kina NOT Indien")
    ['fri handel', 'Kina -Indien']
    """
    query = _each_without(query)
    parts = [""]
    at = 0
    for word, start, end in _operators(query, query):
        if word in _OR:
            continue
        parts[-1] += query[at:start]
        at = len(query) - len(query[end:].lstrip())
        if word in _NOT:
            parts[-1] += "-"
        else:
            parts.append("")
    parts[-1] += query[at:]
    return [part.strip() for part in parts]


def _each_without(query: str) -> str:
    """Return a query with ``NOT`` before each of what it leaves out in parentheses.

    >>> _each_without("klima NOT (Kina OR fri handel)")
    'klima NOT Kina NOT "fri handel"'
    """
    without = {end for word, _, end in _operators(query, query) if word in _NOT}
    for group in _groups(query):
        before = query[: group.start()]
        parts = _parted(group[1].strip(), query)
        minus = bool(_MINUS.search(before))
        if not (minus or len(before.rstrip()) in without):
            continue
        glued = query[group.end() : group.end() + 1].isalnum()
        if glued or not all(parts):
            continue
        if any(next(_operators(part, query), None) for part in parts):
            raise StrategikortError(
                "»NOT« foran en parentes gælder hvert ord: »AND« og »NOT« kan ikke stå i den.",
                "Skriv fx »klima NOT (Kina OR Indien)«, som er uden begge.",
                code="bad_query",
            )
        words = [f'"{part}"' if " " in part and '"' not in part else part for part in parts]
        begin = f"{before.removesuffix('-')}NOT " if minus else before
        return _each_without(f"{begin}{' NOT '.join(words)}{query[group.end() :]}")
    return query


def _groups(query: str) -> Iterator[re.Match[str]]:
    """Yield what stands in parentheses outside quotation marks."""
    quoted = [piece.span() for piece in _PIECE.finditer(query) if piece["quoted"]]
    for group in _GROUP.finditer(query):
        if not any(start < group.start() < end for start, end in quoted):
            yield group


def _parted(text: str, query: str) -> list[str]:
    """Return what stands on either side of each ``OR`` of a part of a query."""
    at, parts = 0, []
    for word, start, end in _operators(text, query):
        if word in _OR:
            parts.append(text[at:start].strip())
            at = end
    return [*filter(None, parts), text[at:].strip()] if parts else [text]


def _operators(text: str, query: str) -> Iterator[tuple[str, int, int]]:
    """Yield the operators in a part of a query: between other words, and where they stand.

    What is Danish is none where the whole query is in capitals.
    """
    capitals = query == query.upper()
    for piece in _PIECE.finditer(text):
        word = piece["word"]
        if word not in (*_OR, *_AND, *_NOT) or (capitals and word in _DANISH):
            continue
        start, end = piece.span()
        before, after = text[:start], text[end:]
        apart = before[-1:].isspace() and after[:1].isspace()
        if apart and before.strip() and after.strip():
            yield word, start, end
