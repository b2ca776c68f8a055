"""``strategikort fjern``: documents out of the user's collection."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from strategikort.cli import options
from strategikort.cli.collection import telling_titles
from strategikort.cli.framework import details
from strategikort.cli.terminal import remark, write, write_json
from strategikort.library import Collection
from strategikort.text.safe import repair, safe_line


@details(
    """Dokumentet tages ud af samlingen. Filen, det blev læst fra, røres ikke; en kopi, der er
    gemt med --kopiér, slettes.

    En fil, der skulle være tilføjet, men ikke kunne læses, nævnes ikke mere af status og fravær,
    når dens sti gives her.""",
    examples=(
        "strategikort fjern digitaliseringsstrategi-2026",
        "strategikort fjern udkast-2024 udkast-2025",
    ),
)
def remove(
    documents: Annotated[
        list[str],
        typer.Argument(
            metavar="ID", help='Dokumenterne, der skal fjernes; * i "udkast-*" er hvad som helst.'
        ),
    ],
    json: options.Json = False,
    own: options.Collection = None,
) -> int:
    """Remove documents from the user's collection."""
    from strategikort.holdings.holdings import Holdings
    from strategikort.holdings.originals import State

    with Collection.open(own) as collection, telling_titles(collection):
        # What is typed is text, also where the name of the file is none.
        unread = {repair(item.file): item.file for item in collection.unread_files()}
        typed = {name: os.path.abspath(name) for name in documents}  # noqa: PTH100
        paths = {name: unread[path] for name, path in typed.items() if path in unread}
        named = collection.own_documents(*(name for name in documents if name not in paths))
        twins = collection.twins(named) if named else []
    removed: list[dict[str, str]] = []
    with Holdings.open(own) as holdings:
        for name, path in paths.items():
            holdings.forget(Path(path))
            if not json:
                write(f"{name} nævnes ikke mere blandt de filer, der ikke kunne læses.")
        for document_id in named:
            original = holdings.remove(document_id)
            removed.append({"id": document_id, "file": original.came_from})
            gone = original.copied and not (holdings.folder / original.path).exists()
            if not json:
                copy = f", og kopien {safe_line(original.path)} er slettet" if gone else ""
                write(f"{document_id} er fjernet{copy}.")
    for twin, state in twins:
        if state is State.SAME:
            remark(
                f"Indholdet af {twin.document} er også i {safe_line(twin.came_from)}, som nu "
                "heller ikke er i samlingen."
            )
    if json:
        write_json(removed=removed, forgotten=[*paths])
    return 0
