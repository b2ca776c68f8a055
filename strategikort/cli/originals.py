"""What is said on standard error of the files that the user's documents were read from."""

from __future__ import annotations

from collections.abc import Iterable

from strategikort.cli.options import remark
from strategikort.library import Collection


def say_what_changed(collection: Collection, documents: Iterable[str]) -> None:
    """Say which of ``documents`` have a file that is no longer what was read."""
    for document_id, state in collection.altered(list(dict.fromkeys(documents))).items():
        remark(
            f"Bemærk: originalen til {document_id} {_WHAT[state.name]}. "
            f"Teksten er den, der blev læst, da dokumentet blev tilføjet; "
            f"kør strategikort opdatér {document_id}, eller se strategikort status {document_id}."
        )


def say_what_is_unread(collection: Collection, documents: Iterable[str] = ()) -> None:
    """Say of which documents (ids; none for all) some could not be read."""
    unread = collection.unread(list(documents))
    for document_id, what in list(unread.items())[:_MOST]:
        remark(f"Ikke læst i {document_id}: {what}")
    if len(unread) > _MOST:
        from strategikort.output.text import count

        rest = count(len(unread) - _MOST, "dokument", "dokumenter")
        remark(f"… og {rest} til; se strategikort status.")


_MOST = 5
_WHAT = {
    "CHANGED": "er ændret",
    "MISSING": "mangler",
    "UNREADABLE": "kan ikke læses",
}
