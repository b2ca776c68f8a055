"""In which documents and kinds a search looks, and questions to FTS5 that keep to them.

FTS5 is asked for what matches, and never for each of the passages that are let through, which may
be nearly all of a large collection.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from strategikort.index.storage.statements import marks

_FEW = 2_000
"""Sections whose passages are listed before the question."""


class Filters(NamedTuple):
    """Which documents, kinds and sections to search, empty for all; a kind to rank before others.

    ``places`` says that sections are asked for by what they are about: each from its beginning.
    ``numbered`` says that a number in the query may be that of a place, as beside ``konklusion``,
    ``elsewhere`` that this is no section of the documents: it may be named in a text.
    """

    documents: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    preferred: str | None = None
    places: bool = False
    numbered: bool = False
    elsewhere: bool = False
    sections: tuple[str, ...] = ()


def matching(
    connection: sqlite3.Connection, what: str, expression: str, filters: Filters, rest: str = ""
) -> sqlite3.Cursor:
    """Ask FTS5 for ``what`` of the passages that match ``expression`` where ``filters`` allow.

    ``rest`` is what the statement ends in.
    """
    where, values = _condition(connection, filters)
    question = f"SELECT {what} FROM search WHERE search MATCH ?"
    if not where:
        return connection.execute(f"{question} {rest}", (expression,))
    if not _are_few(connection, where, values):
        return connection.execute(
            f"{question} AND EXISTS (SELECT 1 FROM passages AS p JOIN sections AS s"
            f" ON s.position = p.section WHERE p.n = search.rowid AND {where}) {rest}",
            (expression, *values),
        )
    # The plus keeps SQLite from asking for the listed passages one by one; the first and the last
    # of them save FTS5 from going through what lies outside.
    return connection.execute(
        "WITH wanted (n) AS (SELECT n FROM passages WHERE section IN"
        f" (SELECT position FROM sections AS s WHERE {where})) {question}"
        " AND rowid BETWEEN (SELECT min(n) FROM wanted) AND (SELECT max(n) FROM wanted)"
        f" AND +rowid IN (SELECT n FROM wanted) {rest}",
        (*values, expression),
    )


def _condition(connection: sqlite3.Connection, filters: Filters) -> tuple[str, tuple[str, ...]]:
    """Return the condition on sections that filters set; empty if they let all through."""
    conditions: list[str] = []
    values: list[str] = []
    chosen = {
        "document": () if _are_all(connection, filters.documents) else filters.documents,
        "kind": filters.kinds,
        "id": filters.sections,
    }
    for column, wanted in chosen.items():
        if wanted:
            conditions.append(f"s.{column} IN ({marks(wanted)})")
            values += wanted
    return " AND ".join(conditions), tuple(values)


def _are_all(connection: sqlite3.Connection, documents: Sequence[str]) -> bool:
    if not documents:
        return True
    (count,) = connection.execute("SELECT count(*) FROM documents").fetchone()
    return bool(len(set(documents)) == count)


def _are_few(connection: sqlite3.Connection, where: str, values: Sequence[str]) -> bool:
    """Tell whether so few sections meet a condition that their passages can be listed."""
    (count,) = connection.execute(
        f"SELECT count(*) FROM (SELECT 1 FROM sections AS s WHERE {where} LIMIT ?)",
        (*values, _FEW + 1),
    ).fetchone()
    return bool(count <= _FEW)
