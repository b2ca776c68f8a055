"""The collection that a command asks."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from strategikort.cli.framework import UsageError
from strategikort.cli.framework.session import current
from strategikort.cli.terminal import remark
from strategikort.errors import StrategikortError, UnknownReferenceError
from strategikort.holdings.location import VARIABLE
from strategikort.library import Collection
from strategikort.output import remarks
from strategikort.references.resolution import Resolution
from strategikort.text.safe import shown, typed_path

_BEGINNING, _LONGEST = 50, 120
"""Characters of a section without a title by which it is known, and of what it is called."""


def open_collection(path: Path | None) -> Collection:
    """Return the collection at ``path`` (default: the user's), closed when the command ends.

    Until the command begins to answer it reads one state of the collection.  Raises as
    :meth:`Collection.open` does.
    """
    session = current()
    place = session.places.get("samling", "")
    if path is None and os.environ.get(VARIABLE):
        place = f"miljøvariablen {VARIABLE}"
    with _told_where(place):
        collection = session.closing.enter_context(Collection.open(path))
    session.reading.enter_context(collection.snapshot())
    session.closing.callback(session.reading.close)
    session.closing.enter_context(telling_titles(collection))
    return collection


@contextmanager
def telling_titles(collection: Collection) -> Iterator[None]:
    """Note for an error what those of its candidates that are ids are called."""
    try:
        yield
    except StrategikortError as error:
        current().titles |= _titles(collection, error.candidates)
        raise


def _titles(collection: Collection, candidates: Sequence[str]) -> dict[str, str]:
    """Return what those of ``candidates`` that are ids are called; a number with how it begins."""
    from textwrap import shorten

    documents = [item for item in collection.documents if item.id in candidates]
    titles = {item.id: shown(item.shown_title, _LONGEST) for item in documents}
    same = Counter(titles.values())
    for item in documents:
        if same[titles[item.id]] > 1:
            titles[item.id] += f"  {typed_path(item.file)}"
    for section in collection.get(candidates):
        beginning = ""
        if "title" in section.derived and ": " not in section.label:
            beginning = shorten(section.text.text, _BEGINNING, placeholder=" …")
        titles[section.id] = shown(": ".join(filter(None, (section.label, beginning))), _LONGEST)
    return titles


def ids_named(collection: Collection, names: Sequence[str] | None) -> list[str]:
    """Return the ids of the documents that ``--dokument`` names.

    Raises ``UnknownReferenceError``, and says where the names stand, if that is in the settings;
    ``UsageError`` for several in one.  A document that there is not is wrong use here: status 1
    would tell a script that nothing was found in it.
    """
    for name in names or []:
        several = [part.strip() for part in name.split(",")]
        if len(several) > 1 and collection.by_id.keys() >= set(several):
            each = " ".join(f"-d {one}" for one in several)
            raise UsageError(f"»{name}« er flere dokumenter.", f"Skriv dem hver for sig: {each}.")
    with _told_where(current().places.get("dokument", "")), unknown_is_wrong_use():
        return collection.named_documents(*names or [])


@contextmanager
def _told_where(place: str) -> Iterator[None]:
    """Add to an error the ``place`` that a value has, if not on the command line (empty)."""
    try:
        yield
    except StrategikortError as error:
        if place:
            error.message = f"{error.message.removesuffix('.')} (fra {place})."
        raise


@contextmanager
def unknown_is_wrong_use() -> Iterator[None]:
    """End with status 2 for a document that there is not, where 1 is an answer."""
    try:
        yield
    except UnknownReferenceError as error:
        error.exit_status = UsageError.exit_status
        raise


def say_what_was_meant(reference: str, resolution: Resolution) -> None:
    """Say what a misspelt reference was taken for.

    Raises ``UnknownReferenceError`` if that is all of a kind: what is to be opened or drawn is then
    not known.
    """
    if not resolution.taken_for:
        return
    if len(resolution.ids) > 1:
        raise UnknownReferenceError(
            f"»{reference}« findes ikke i samlingen.", f"Mente du »{resolution.taken_for}«?"
        )
    remark(*remarks.taken_for({reference: resolution.taken_for}))
