"""``strategikort gentjek``: old citations looked up in the newest edition."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from strategikort.cli import options
from strategikort.cli.collection import open_collection
from strategikort.cli.framework import details
from strategikort.cli.framework.values import local_name
from strategikort.cli.given import given_bytes
from strategikort.cli.terminal import remark, screen, write, write_json
from strategikort.output import remarks


@details(
    """Filen er et svar fra søg, vis eller verificér med --json. Hvert citat slås op i den nyeste
    udgave af sit dokument: det står der uændret, er flyttet, ændret eller væk. Kan det ikke
    afgøres, siges det; der gættes aldrig.

    Exitstatus er 1, når ikke alle citater står uændret, hvor de stod.""",
    examples=(
        "strategikort søg kvante -d rapport-2024 --json > citater.json",
        "strategikort gentjek citater.json",
    ),
)
def recheck_citations(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FIL", parser=local_name, help="JSON med citaterne; - er standardinput."
        ),
    ],
    json: options.Json = False,
    own: options.Collection = None,
    colour: options.Colour = "auto",
) -> int:
    """Look old citations up in the newest editions."""
    from strategikort.editions.recheck import read_citations
    from strategikort.output.rechecks import recheck_object, recheck_text

    data = given_bytes(None if file == "-" else Path(file))
    citations = read_citations(data)
    collection = open_collection(own)
    found = collection.recheck(*citations)
    documents = collection.by_id
    known = (item.document for item in found if item.document in documents)
    remark(*remarks.changed(collection, known))
    if json:
        write_json(citations=[recheck_object(item, documents) for item in found])
    else:
        write(recheck_text(found, documents, screen(colour)))
    return 0 if all(item.verdict == "same" for item in found) else 1
