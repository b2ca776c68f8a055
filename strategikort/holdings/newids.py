"""The ids of documents that are added: none that names something already."""

from __future__ import annotations

import sqlite3

from strategikort.errors import StrategikortError
from strategikort.holdings.identify import make_id
from strategikort.holdings.prepare import Reading, date_of, publisher_of, title_of
from strategikort.index.namekeys import name_key
from strategikort.index.store import Store


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
