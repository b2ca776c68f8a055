"""``strategikort fjern``: documents out of the user's collection."""

from __future__ import annotations

from typing import Annotated

import typer

from strategikort.cli.framework import details
from strategikort.cli.options import CollectionOption, JsonOption, write
from strategikort.library import Collection


@details(
    """Dokumentet tages ud af samlingen. Filen, det blev læst fra, røres ikke; en kopi, der er
    gemt med --kopiér, slettes.""",
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
    json: JsonOption = False,
    own: CollectionOption = None,
) -> int:
    """Remove documents from the user's collection."""
    from strategikort.holdings.holdings import Holdings
    from strategikort.output.objects import dump, envelope

    with Collection.open(own) as collection:
        named = collection.own_documents(*documents)
    removed: list[dict[str, str]] = []
    with Holdings.open(own) as holdings:
        for document_id in named:
            original = holdings.remove(document_id)
            removed.append({"id": document_id, "file": original.came_from})
            if not json:
                write(f"{document_id} er fjernet.")
    if json:
        write(dump(envelope(removed=removed)))
    return 0
