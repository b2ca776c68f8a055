"""Ids of the user's documents: short, readable, unique, and the same for good."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from itertools import chain, count

from strategikort.errors import StrategikortError
from strategikort.holdings.prepare import Reading, date_of, publisher_of, title_of
from strategikort.index.storage.namekeys import name_key
from strategikort.index.storage.store import Store
from strategikort.readers.cues.dates import date_of_line
from strategikort.structure.split import slug

_LONGEST = 40
"""Letters of a title that go into an id."""

_LONGEST_OF_SEVERAL = 80
"""Letters of a title that go into an id where another document has the shorter one."""

_SHORTEST = 8
"""Letters before a colon or dash that are enough to name a document by."""

_SUBTITLE = re.compile(r"\s*[:–—|]\s+|\s+[-–—]\s+|\s*\(")
_WEAK = re.compile(
    r"(?:-(?:af|at|den|der|det|en|et|for|fra|i|med|mod|og|om|på|samt|som|til|the|of|and|in|on))+$"
)
_DAY = re.compile(r"(?:,| den) (\d{1,2}\. \w+ \d{4})$")
"""How the title of a meeting's minutes, or of a speech, ends."""

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class NewIds:
    """Gives out the ids of one collection; what names something ``builtin`` is taken."""

    def __init__(self, connection: sqlite3.Connection, builtin: Store) -> None:
        self._connection = connection
        self._builtin = builtin.names()

    def of(self, reading: Reading) -> str:
        """Return the id of a document that is new; raises ``StrategikortError`` for one taken."""
        wanted = reading.described.id
        if wanted is None:
            title, date = title_of(reading), date_of(reading)
            return make_id(title, date, self._is_taken, publisher=publisher_of(reading))
        if self._is_taken(wanted):
            raise StrategikortError(
                f"Id'et »{wanted}« i profilen er optaget.", "Vælg et andet id.", code="id_taken"
            )
        return wanted

    def is_builtin(self, name: str) -> bool:
        """Tell whether ``name`` names something in the built-in documents."""
        key, names = name_key(name), self._builtin
        return bool(
            names.document(key)
            or names.section(key)
            or key in names.kinds
            or names.titled(key, None, None)
        )

    def _is_taken(self, document_id: str) -> bool:
        row = self._connection.execute(
            "SELECT 1 FROM names WHERE key = ? AND what = 'document'", (name_key(document_id),)
        ).fetchone()
        return row is not None or self.is_builtin(document_id)


def make_id(title: str, date: str, taken: Callable[[str], bool], *, publisher: str = "") -> str:
    """Return an id such as ``digitaliseringsstrategi-2026`` that is not ``taken``.

    It is made of the title without its subtitle, and of the year if the title names none.  Of
    several such documents the others have more of the title in their ids, or the publisher, or
    the day: ``årsrapport-2015-miljøstyrelsen``; what cannot be told apart is numbered.
    """
    title, date = _dated(title.strip(), date)
    names = list(_names(title, date, publisher))
    numbered = (f"{names[0]}-{number}" for number in count(2))
    return next(name for name in chain(names, numbered) if not taken(name))


def _dated(title: str, date: str) -> tuple[str, str]:
    """Return a title without the day that it ends with, and that day, which is the date then."""
    day = _DAY.search(title)
    named = date_of_line(day[1]) if day else None
    return (title[: day.start()], named) if day and named else (title, date)


def _names(title: str, date: str, publisher: str) -> Iterator[str]:
    head = _SUBTITLE.split(title, maxsplit=1)[0]
    whole = slug(title)
    base = _short(slug(head) if len(head) >= _SHORTEST else whole, _LONGEST) or "dokument"
    plain = _with_year(base, date)
    yield plain
    longer = _short(whole, _LONGEST_OF_SEVERAL)
    if len(longer) > len(base):
        yield _with_year(longer, date)
    if sender := _short(slug(publisher), _LONGEST):
        yield f"{plain}-{sender}"
    if len(date) > len(date[:4]):
        yield f"{plain.removesuffix(date[:4]).rstrip('-')}-{date}"


def _with_year(base: str, date: str) -> str:
    year = date[:4]
    return f"{base}-{year}" if year.isdigit() and not _YEAR.search(base) else base


def _short(text: str, longest: int) -> str:
    """Cut a slug between words, and not behind a word that leads on to the next."""
    if len(text) > longest:
        text = text[: longest + 1].rpartition("-")[0] or text[:longest]
    return _WEAK.sub("", text)
