"""Which documents a text names by official numbers: of acts, regulations and cases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from strategikort.language.months import MONTHS, month_named
from strategikort.model import NOTHING, Document

_SERIES = {
    "lov": r"(?i:(?:lov)?bekendtgørelse|lov|anordning)|LBK|BEK",
    "vej": r"(?i:vejledning)|VEJ",
    "cir": r"(?i:cirkulære(?:skrivelse)?)|CIR|CIS",
}
"""What is numbered together, by the words for it: acts and orders have one row of numbers."""

_KINDS = "|".join(f"(?P<{name}>{words})" for name, words in _SERIES.items())
_DATE = (
    rf"(?:den )?(?P<day>\d{{1,2}})"
    rf"(?:\. ?(?P<name>{'|'.join(MONTHS)})|[./-](?P<month>\d{{1,2}})[./-]?)"
    r" ?(?P<year>\d{4})"
)
_NUMBER = re.compile(
    rf"(?:\b(?:{_KINDS})(?:en|n|t|et)? )?\bnr\.? ?(?P<number>\d{{1,5}}) af {_DATE}(?!\d)"
    rf"|\b(?:{_KINDS.replace('<', '<short_')}) (?:nr\.? ?)?(?P<short>\d{{1,5}}/\d{{4}})(?![\d/])"
    r"|\((?:EU|EF|EØF|Euratom)\) (?:nr\.? ?)?(?P<act>\d{1,4}/\d{1,4})(?!\d)"
    r"|\b(?P<old>\d{2,4}/\d{1,4})/(?:EU|EF|EØF|RIA|FUSP)(?!\w)"
    r"|\b(?:[Dd]irektiv|[Ff]orordning|[Aa]fgørelse)(?:et|en)? (?:nr\.? ?)?"
    r"(?P<plain>(?:19|20)\d{2}/\d{1,4}|\d{1,4}/(?:19|20)\d{2})(?![\d/])"
)
"""»lov nr. 611 af 4. juni 2019«, »BEK 1749/2020«, »forordning (EU) 2024/1689«, »95/46/EF«."""

_MAYBE = re.compile(r"\d/\d|nr\.? ?\d")
_OF_ANOTHER = re.compile(r"\bom (?:ændring|gennemførelse|ophævelse) af\b|\bi henhold til\b")
"""Behind this a title has the number of another document."""

_SHORTEST = 6
"""Characters; a shorter number of a document (»12/24«) may be anything."""


class _Key(NamedTuple):
    """A number within its series, and the day it is of where that is said."""

    series: str
    number: str
    date: str = ""


class Numbers:
    """The numbers of documents, ready to be looked for; one that two of them have names neither.

    ``heads`` are the first words of documents (by id), where an act has its number on a line.
    """

    def __init__(self, documents: Iterable[Document], heads: Mapping[str, str] = NOTHING) -> None:
        self._documents: dict[tuple[str, str], tuple[Document | None, str]] = {}
        own: list[str] = []
        for document in documents:
            keys = set(_keys_of_title(document.title)) or set(
                _keys_on_lines(heads.get(document.id, ""), document.title)
            )
            number = document.number or ""
            if len(number) >= _SHORTEST and re.search(r"\d[/-]", number):
                keys.add(_Key("", number))
                own.append(re.escape(number))
            for series, one, date in keys:
                taken = (series, one) in self._documents
                self._documents[series, one] = (None if taken else document, date)
        self._own = re.compile(rf"(?<![\w/-])(?:{'|'.join(own)})(?![\w/-])") if own else None

    def named(self, text: str, own: str) -> Iterator[tuple[Document, tuple[int, int]]]:
        """Go through the documents that a text of ``own`` (an id) names, and where."""
        may = self._documents and _MAYBE.search(text)
        found = [(_key(match), _span(match)) for match in _NUMBER.finditer(text)] if may else []
        if self._own:
            found += [(_Key("", match[0]), match.span()) for match in self._own.finditer(text)]
        for (series, number, said), span in found:
            document, date = self._documents.get((series, number), (None, ""))
            differs = said and date and said != date
            if document is not None and document.id != own and not differs:
                yield document, span


def _span(match: re.Match[str]) -> tuple[int, int]:
    """Return where a number stands, without the kind of document in front of it."""
    start = match.start("number")
    return (match.string.rindex("nr", 0, start) if start >= 0 else match.start(), match.end())


def _key(match: re.Match[str]) -> _Key:
    series = next((name for name in _SERIES if match[name] or match[f"short_{name}"]), "lov")
    if match["number"]:
        month = month_named(match["name"]) if match["name"] else int(match["month"])
        date = f"{match['year']}-{month:02d}-{int(match['day']):02d}"
        return _Key(series, f"{match['number']}/{match['year']}", date)
    if match["short"]:
        return _Key(series, match["short"])
    return _Key("act", match["act"] or match["old"] or match["plain"])


def _keys_of_title(title: str) -> Iterator[_Key]:
    other = _OF_ANOTHER.search(title)
    yield from map(_key, _NUMBER.finditer(title, 0, other.start() if other else len(title)))


def _keys_on_lines(head: str, title: str) -> Iterator[_Key]:
    """Go through numbers with a line of their own, with the kind that the title says as well."""
    for line in head.splitlines():
        match = _NUMBER.fullmatch(line.strip(" .()*_"))
        kinds = match and next((_SERIES[name] for name in _SERIES if match[name]), None)
        if match and kinds and re.match(rf"(?:{kinds})\b", title, re.IGNORECASE):
            yield _key(match)
