"""Transactions that may stand inside others."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Do what follows wholly or not at all, as part of the transaction that is open, if any.

    The write lock is taken at once, so that nothing that was read can change before it is used.
    """
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # Some errors, such as a full disk, have rolled back already.
        with suppress(Exception):
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        raise
