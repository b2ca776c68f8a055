"""What the shell can offer where a command wants a document, a section, a kind or a style."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from strategikort.cli.collection import open_collection
from strategikort.cli.framework.completion import FILES, Candidate, matching, spelled
from strategikort.errors import StrategikortError
from strategikort.library import Collection

_OWN_ONLY = ("fjern", "opdatér", "status")


def words(command: str, metavar: str, typed: str, given: Mapping[str, str]) -> Iterable[Candidate]:
    """Return what may stand for ``metavar`` in ``command``, going on from ``typed``.

    ``given`` are the options that stand on the line already.  Where nothing can be read there is
    nothing to offer.
    """
    try:
        return list(_words(command, metavar or "", typed, given.get("--samling")))
    except (StrategikortError, OSError):
        return []


def _words(command: str, metavar: str, typed: str, own: str | None) -> Iterator[Candidate]:
    path = Path(own) if own else None
    match metavar:
        case "FIL" | "FIL|MAPPE" | "STI" | "ZIP":
            yield FILES
        case "ID" | "FØR" | "NU":
            yield from _documents(command, typed, path)
        case "HENVISNING" | "EMNE|HENVISNING":
            yield from _references(typed, path)
        case "SLAGS" if command == "kort":
            from strategikort.links.model import KINDS

            yield from matching(((name, "") for name in KINDS), typed)
        case "SLAGS":
            kinds = open_collection(path).kind_words.names
            yield from matching(
                ((kind, ", ".join(names[1:2])) for kind, names in kinds.items()), typed
            )
        case "STIL":
            from strategikort.citation.styles import STYLES

            yield from matching(((name, "") for name in STYLES), typed)
        case "STYRKE":
            from strategikort.links.commitments.finder import STRENGTHS

            yield from matching(((name, "") for name in STRENGTHS), typed)
        case "KOMMANDO":
            from strategikort.output.schemas import schema_names

            yield from matching(((name, "") for name in schema_names()), typed)


def _files(collection: Collection, typed: str) -> Iterator[Candidate]:
    """Offer the files of the user's documents, as soon as one is begun: by name, or by path."""
    for name, file in collection.own_files() if typed else ():
        path = str(file)
        if not Path(typed).is_absolute():
            with suppress(ValueError):  # it lies on another drive
                path = os.path.relpath(file)
        if word := spelled(path if os.sep in typed else file.name, typed):
            yield Candidate(word, collection.document(name).shown_title)


def _documents(command: str, typed: str, path: Path | None) -> Iterator[Candidate]:
    collection = open_collection(path)
    own = {original.document for original, _ in collection.originals()}
    yield from matching(
        (
            (document.id, document.shown_title)
            for document in collection.documents
            if command not in _OWN_ONLY or document.id in own
        ),
        typed,
    )
    yield from _files(collection, typed)


def _references(typed: str, path: Path | None) -> Iterator[Candidate]:
    collection = open_collection(path)
    yield from _files(collection, typed)
    if "/" not in typed:
        for document in collection.documents:
            if word := spelled(document.id, typed):
                yield Candidate(f"{word}/", document.shown_title, open=True)
        words = collection.kind_words
        yield from matching(((words.plural(kind), "") for kind in words.names), typed)
        return
    # One step of the path at a time, and one more below a section that is there in full.
    found = collection.ids_beginning(typed)
    titles = dict(found)
    depth = typed.count("/") + 1
    steps: dict[str, None] = {}
    for name, _ in found:
        parts = name.split("/")
        steps["/".join(parts[:depth])] = None
        if len(parts) > depth and spelled("/".join(parts[:depth]), typed).lower() == typed.lower():
            steps["/".join(parts[: depth + 1])] = None
    for step in steps:
        word = spelled(step, typed)
        if not word:
            continue
        inside = sum(name.startswith(f"{step}/") for name in titles)
        if step in titles:
            yield Candidate(word, titles[step], open=inside > 0)
        else:
            yield Candidate(f"{word}/", f"{inside} afsnit", open=True)
