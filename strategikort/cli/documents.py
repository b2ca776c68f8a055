"""``strategikort dokumenter``: the collection, or one document's table of contents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from strategikort.cli import options
from strategikort.cli.collection import open_collection
from strategikort.cli.framework import details
from strategikort.cli.terminal import screen, write, write_json, write_jsonl
from strategikort.library import Collection
from strategikort.model import Document
from strategikort.output import objects


@details(
    examples=(
        "strategikort dokumenter",
        "strategikort dokumenter tech",
        "strategikort dokumenter uss --json",
        'strategikort dokumenter "*-2024"',
    )
)
def documents(
    document_id: Annotated[
        str | None,
        typer.Argument(
            metavar="ID",
            help='Vis dette dokuments indhold; "rapport-*" viser alle med sådan et id.',
        ),
    ] = None,
    json: options.Json = False,
    form: options.Format = None,
    own: options.Collection = None,
    colour: options.Colour = "auto",
) -> None:
    """List the documents, or the sections of one."""
    wanted = options.chosen_format(json, form)
    collection = open_collection(own)
    if document_id is None:
        _collection(collection, collection.documents, wanted, colour)
    elif "*" in document_id:
        chosen = set(collection.named_documents(document_id))
        some = [item for item in collection.documents if item.id in chosen]
        _collection(collection, some, wanted, colour)
    else:
        _contents(collection, collection.named_document(document_id), wanted, colour)


def _collection(
    collection: Collection, documents: Sequence[Document], wanted: str, colour: options.When
) -> None:
    counts = collection.counts
    found = [objects.document_object(item, counts[item.id]) for item in documents]
    match wanted:
        case "json":
            write_json(documents=found)
        case "jsonl":
            write_jsonl(found)
        case "csv" | "md":
            from strategikort.output.tabular import table_of

            columns = ("id", "title", "publisher", "date", "number", "url", "file", "sha256")
            rows = [[str(item[column] or "") for column in columns] for item in found]
            write(table_of(wanted, columns, rows))
        case _:
            from strategikort.output.text import documents_text

            write(documents_text(documents, counts, collection.kind_words, screen(colour)))


def _contents(
    collection: Collection, document: Document, wanted: str, colour: options.When
) -> None:
    sections = list(collection.sections(document.id))
    found = [objects.section_object(document, item, with_text=False) for item in sections]
    counts = collection.counts[document.id]
    match wanted:
        case "json":
            write_json(document=objects.document_object(document, counts), sections=found)
        case "jsonl":
            write_jsonl(found)
        case "csv" | "md":
            from strategikort.citation.short import place_part
            from strategikort.output.tabular import table_of

            columns = ("id", "kind", "number", "title", "place")
            rows = [
                [item.id, item.kind, item.number or "", item.title, place_part(item)]
                for item in sections
            ]
            write(table_of(wanted, columns, rows))
        case _:
            from strategikort.output.text import contents_text

            write(contents_text(document, sections, counts, collection.kind_words, screen(colour)))
