"""``strategikort status``: the user's collection, or how well one document was read."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Annotated

import typer

from strategikort.cli import options
from strategikort.cli.collection import open_collection
from strategikort.cli.framework import details
from strategikort.cli.terminal import remark, screen, write, write_json

if TYPE_CHECKING:
    from strategikort.holdings.originals import State
    from strategikort.holdings.twins import Twin


@details(
    """Uden ID: hvor samlingen ligger, og for hvert dokument, om filen stadig er den, der blev
    læst, og de filer, der ikke kunne læses, da de skulle tilføjes. Med ID: hvor godt filen blev
    læst: sider uden tekst, ødelagte tegn, hvor overskrifterne kommer fra, huller i nummereringen
    og usikker læserækkefølge.

    Exitstatus er 1, når der ingen egne dokumenter er.""",
    examples=("strategikort status", "strategikort status rapport-2026 --json"),
)
def status(
    document: Annotated[
        str | None,
        typer.Argument(
            metavar="ID", help='Vis alt om dette dokument; "rapport-*" er alle med sådan et id.'
        ),
    ] = None,
    json: options.Json = False,
    own: options.Collection = None,
    colour: options.Colour = "auto",
) -> int:
    """Show what is in the user's collection, and what became of its originals."""
    from strategikort.output import status as shown
    from strategikort.output.unreadfiles import unread_object

    collection = open_collection(own)
    wanted = collection.own_documents(document) if document else []
    documents = collection.by_id
    twins: defaultdict[str, list[tuple[Twin, State]]] = defaultdict(list)
    for twin, what in collection.twins(wanted):
        twins[twin.document].append((twin, what))
    rows = [
        shown.Row(documents[item.document], item, state, twins[item.document])
        for item, state in collection.originals(wanted)
    ]
    path = collection.own_path
    unread = [] if document else collection.unread_files()
    if json:
        found = [shown.original_object(row) for row in rows]
        failed = [unread_object(item) for item in unread]
        own_path = str(path) if path else None
        write_json(collection=own_path, documents=found, unread_files=failed)
    elif document and "*" not in document:
        same = sorted(collection.same_texts(wanted).get(wanted[0], ()))
        write(shown.certificate_text(rows[0]._replace(same_text=same), screen(colour)))
    elif path and (rows or unread):
        write(shown.status_text(path, rows, unread, screen(colour)))
    if not rows:
        remark("Du har ingen egne dokumenter endnu; tilføj dem med strategikort tilføj FIL.")
        return 1
    return 0
