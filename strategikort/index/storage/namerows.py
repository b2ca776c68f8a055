"""The names under which documents and sections are kept in a store."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from itertools import chain

from strategikort.index.storage.namekeys import name_key
from strategikort.model import Document, Section

DOCUMENT, SECTION, TITLE = "document", "section", "title"

_TELLING_NUMBER = 5
"""Signs of a publisher's number that names a document, at least."""


_ACT = (
    r"(?i)(?:Europa-Parlamentets|Rådets|Kommissionens|Den Europæiske)\b(?:(?! om )\D){0,80}?"
    r"\b(\w*(?:forordning|direktiv|afgørelse|beslutning|henstilling)) (\(\w+\) )?(?:nr\. )?"
    r"(\d{1,4}/\d{1,4}(?:/\w+)?)"
)
"""The number of an act of the EU, by which it is named as well: forordning (EU) 2024/1689."""

_ENGLISH_ACT = (
    r"(?i)(?:(?:Council|Commission|European\b(?:(?! on )\D){0,60}?) )?"
    r"((?:(?:Implementing|Delegated) )?(?:Regulation|Directive|Decision|Recommendation))"
    r" (\(\w+\) )?(?:No\.? )?(\d{1,4}/\d{1,4}(?:/\w+)?)"
)
_ACTS = (
    ("forordning", "regulation"),
    ("direktiv", "directive"),
    ("afgørelse", "decision"),
    ("henstilling", "recommendation"),
)

_NUMBERED_TITLE = (
    r"([^\W\d_]+ (?:\d{1,3}[a-z]?(?=\s*(?:[:.]|[-–—])\s)|\d{1,2}(?:\.\d{1,2})+(?!\w)))\W*\s\S"
)
"""What a title begins with by which it is named as well: »Mål 1: Grøn«, »Delmål 1.2 Grøn«."""

_LAW = r"(?i)(\w{3,20}) nr\.? (\d{1,5})\b"
_OF_LAWS = {
    "lbk": "lovbekendtgørelse",
    "bek": "bekendtgørelse",
    "cir": "cirkulære",
    "vej": "vejledning",
}
"""The number of a law, or of what is made by one: BEK nr 1498; and what its kind is called."""


def add_document_names(connection: sqlite3.Connection, document: Document) -> None:
    """Keep the names of a document."""
    connection.executemany("INSERT OR IGNORE INTO names VALUES (?, ?, ?)", _of_document(document))


def add_section_names(connection: sqlite3.Connection, sections: Sequence[Section]) -> None:
    """Keep the names of sections."""
    rows = (row for section in sections for row in _of_section(section))
    connection.executemany("INSERT OR IGNORE INTO names VALUES (?, ?, ?)", rows)


def remove_names(
    connection: sqlite3.Connection, document: Document, sections: Sequence[Section]
) -> None:
    """Remove the names of a document and of its sections."""
    rows = [*_of_document(document), *(row for item in sections for row in _of_section(item))]
    connection.executemany("DELETE FROM names WHERE key = ? AND what = ? AND ref = ?", rows)


def _of_document(document: Document) -> list[tuple[str, str, str]]:
    # A short number (»12«) says something else where it stands in a reference.
    number = document.number if len(document.number or "") >= _TELLING_NUMBER else None
    # A law is called what it was before it was put together anew.
    law = document.title.removeprefix("Bekendtgørelse af ")
    names = dict.fromkeys((document.id, document.short_title, document.title, number, law))
    if act := re.match(_ACT, document.title) or re.match(_ENGLISH_ACT, document.title):
        names |= dict.fromkeys((act[0], *_act_names(*act.groups(""))))
    if numbered := re.match(_LAW, document.number or "") or re.match(_LAW, document.title):
        names |= dict.fromkeys(_law_names(numbered[1], numbered[2], document.date[:4]))
    keys = dict.fromkeys(name_key(name) for name in names if name)
    return [(key, DOCUMENT, document.id) for key in keys]


def _act_names(kind: str, union: str, number: str) -> Iterator[str]:
    """Yield the names of an act of the EU, in Danish and in English."""
    yield number
    plain = re.search("|".join(chain.from_iterable(_ACTS)), kind.lower())
    same = next((pair for pair in _ACTS if plain and plain[0] in pair), ())
    for word in dict.fromkeys((kind, *same)):
        for form in (union, "nr. ", f"{union}nr. ", "", "no ", f"{union}no "):
            yield f"{word} {form}{number}"


def _law_names(kind: str, number: str, year: str) -> Iterator[str]:
    for word in (kind, _OF_LAWS.get(kind.lower(), kind)):
        for before in (f"{word} ", f"{word} nr ", f"{word} nr. ", f"{word}. nr. "):
            yield f"{before}{number}"
            yield f"{before}{number}/{year}"


def _of_section(section: Section) -> list[tuple[str, str, str]]:
    names = [(name_key(name), SECTION, section.id) for name in (section.id, *section.aliases)]
    title = section.title
    titles = {name_key(title): None}
    if head := re.match(_NUMBERED_TITLE, title):
        titles[name_key(head[1])] = None
    return [*names, *((key, TITLE, section.id) for key in titles)]
