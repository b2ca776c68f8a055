"""``strategikort vis``: sections by reference."""

from __future__ import annotations

from typing import Annotated

import typer

from strategikort.cli import options
from strategikort.cli.collection import ids_named, open_collection
from strategikort.cli.framework import details
from strategikort.cli.terminal import remark, screen, write, write_json, write_jsonl
from strategikort.output import objects, remarks


@details(
    examples=(
        "strategikort vis pejlemærker",
        'strategikort vis "rk 6" --json',
        "strategikort vis tech/prioriteter/5",
        "strategikort vis partnerskaber japan --rå",
    )
)
def show(
    references: Annotated[
        list[str],
        typer.Argument(metavar="HENVISNING", help="Et id, en slags, et nummer eller et navn."),
    ],
    document: options.Document = None,
    kind: options.Kind = None,
    raw: Annotated[
        bool, typer.Option("--rå", help="Vis kildens linjer, som de står, med numre.")
    ] = False,
    json: options.Json = False,
    form: options.Format = None,
    own: options.Collection = None,
    colour: options.Colour = "auto",
) -> int:
    """Show the sections that the references name, with all that belongs to them."""
    wanted = options.chosen_format(json, form)
    collection = open_collection(own)
    named = collection.named(
        *references, inside=True, documents=ids_named(collection, document), kinds=kind or ()
    )
    remark(*remarks.taken_for(named.taken_for))
    sections = named.sections
    if not sections:
        remark("Ingen af afsnittene er i de dokumenter eller af den slags, du har valgt.")
    remark(*remarks.of_shown(collection, (section.document for section in sections)))
    if raw:
        if wanted != "tekst":
            options.refuse_form("--rå")
        from strategikort.output.text import raw_text

        sources = {name: collection.source(name) for name in {s.document for s in sections}}
        write(raw_text(sections, sources, screen(colour, collection)))
        return 0
    documents = collection.by_id
    match wanted:
        case "json":
            write_json(sections=objects.section_objects(documents, sections))
        case "jsonl":
            write_jsonl(objects.section_objects(documents, sections))
        case "csv" | "md":
            from strategikort.output.tabular import hits_table, whole

            write(hits_table(wanted, documents, map(whole, sections)))
        case "tekst":
            from strategikort.output.text import sections_text

            write(sections_text(documents, sections, screen(colour, collection)))
    return 0 if sections else 1
