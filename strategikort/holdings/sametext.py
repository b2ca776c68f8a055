"""Documents that are the same text in files of different kinds: rapport.docx and rapport.pdf.

They are not the same content, and one of them may be better read than the other or have pages, so
both are kept; but what is the same in both need not be shown twice.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from pathlib import Path
from typing import NamedTuple

from strategikort.danish import listed
from strategikort.holdings.originals import Original, State, originals, state_of
from strategikort.index.ranking.repeats import prints_of
from strategikort.index.storage.namekeys import name_key
from strategikort.index.storage.store import Store
from strategikort.model import Document, Section
from strategikort.readers.making.metadata import STANDING

_SHARED = 0.75
"""The part of their prints that documents share, at least, which are the same text."""

_MOST = 20
"""Other documents of a title, at most; one that more have (»Referat«) tells nothing."""


class _Text(NamedTuple):
    """What is looked at of a document; ``date`` is the one that stands in its text."""

    kind: str
    date: str
    prints: int
    original: Original


def keep_prints(
    connection: sqlite3.Connection, document_id: str, sections: Iterable[Section]
) -> None:
    """Keep what a document is compared with others by; it must be new, or forgotten before."""
    rows = [(number, document_id) for number in prints_of(sections)]
    connection.executemany("INSERT INTO prints VALUES (?, ?)", rows)


def forget_prints(connection: sqlite3.Connection, document_id: str) -> None:
    """Forget a document."""
    connection.execute("DELETE FROM prints WHERE document = ?", (document_id,))


def same_texts(connection: sqlite3.Connection, documents: Sequence[str]) -> dict[str, set[str]]:
    """Return for each of ``documents`` (ids) that has any the others that are the same text.

    A later edition is another text, and so is one of another day.
    """
    shared = list(_shared(connection, documents))
    texts = _texts(connection, {name for *pair, _ in shared for name in pair}) if shared else {}
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one, other, count in shared:
        if _are_same(texts[one], texts[other], count):
            found[one].add(other)
    return dict(found)


def said_of(store: Store, document: Document, before: Document | None) -> list[str]:
    """Return in Danish what else is to be said of a document that was stored; ``before`` it was."""
    said = []
    if before and before.title != document.title:
        # Another text may have been saved under the name of the file; its id is kept.
        said.append(f"Titlen var »{before.title}« før; id'et er det samme.")
    others = sorted(same_texts(store.connection, [document.id]).get(document.id, ()))
    if others:
        files = {
            item.document: item.path for item in originals(store.connection, "document", others)
        }
        named = listed([f"{name} ({files[name]})" for name in others])
        said.append(f"Samme tekst som {named}. En søgning viser det, der er ens, som ét sted.")
    return said


def said_of_missing(store: Store, document: Document, folder: Path) -> list[str]:
    """Say in Danish of a new document which of the same title has lost its file, if any has."""
    rows = store.connection.execute(
        "SELECT ref FROM names WHERE key = ? AND what = 'document' AND ref <> ? LIMIT ?",
        (name_key(document.title), document.id, _MOST + 1),
    ).fetchall()
    if len(rows) > _MOST:
        return []
    named = originals(store.connection, "document", [name for (name,) in rows])
    missing = [item.document for item in named if state_of(item, folder) is State.MISSING]
    if not missing:
        return []
    one = len(missing) == 1
    return [
        f"Samme titel som {listed(missing)}, {'hvis fil' if one else 'hvis filer'} mangler. Er det "
        f"{'den' if one else 'en af dem'}, flyttet og ændret, så kør igen med "
        f"--afløser {missing[0] if one else 'ID'}."
    ]


def _shared(
    connection: sqlite3.Connection, documents: Sequence[str]
) -> Iterator[tuple[str, str, int]]:
    """Yield each document, each other that has prints of it, and how many."""
    for document in documents:
        rows = connection.execute(
            "SELECT b.document, count(*) FROM prints AS a JOIN prints AS b ON b.print = a.print"
            " WHERE a.document = ? AND b.document <> a.document GROUP BY b.document",
            (document,),
        )
        for other, count in rows.fetchall():
            yield document, other, count


def _texts(connection: sqlite3.Connection, documents: Set[str]) -> dict[str, _Text]:
    store = Store(connection)
    texts: dict[str, _Text] = {}
    for original in originals(connection, "document", sorted(documents)):
        document = store.document(original.document)
        assert document is not None
        (prints,) = connection.execute(
            "SELECT count(*) FROM prints WHERE document = ?", (document.id,)
        ).fetchone()
        date = document.date if document.evidence.get("date") in STANDING else ""
        texts[document.id] = _Text(original.certificate["kind"], date, prints, original)
    return texts


def _are_same(one: _Text, other: _Text, shared: int) -> bool:
    edition = {one.original.edition_of, other.original.edition_of}
    if edition & {one.original.document, other.original.document}:
        return False
    dates = sorted((one.date, other.date))
    if dates[0] and not dates[1].startswith(dates[0]):
        return False
    most = max(one.prints, other.prints)
    # Of one kind they are rather two versions, unless nothing at all tells them apart.
    return shared == most or (one.kind != other.kind and shared >= _SHARED * most)
