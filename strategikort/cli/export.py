"""``strategikort eksportér``: the collection, or a search, for other programs."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from strategikort.cli import options
from strategikort.cli.collection import ids_named, open_collection
from strategikort.cli.framework import UsageError, details
from strategikort.cli.framework.values import local_name
from strategikort.cli.terminal import remark, write, write_json
from strategikort.danish import count
from strategikort.output import remarks
from strategikort.output.export.content import Content, Search
from strategikort.output.export.writing import MOST, ExportFormat, form_of, pieces
from strategikort.output.export.writing import write as write_export


@details(
    """Formen følger af filens navn: .md, .jsonl, .csv, .xlsx (Excel) eller .sqlite (.db). Et navn
    uden endelse er en mappe med én Markdown-fil for hvert dokument; med --format opensearch er det
    en mappe med et indeks til dansk og filer til OpenSearch og Elasticsearch. - er standardoutput.

    Hver række har henvisning, linjer, tegn, sidetal og kildefilens sha256. Filen skrives ved
    siden af og flyttes på plads, når den er hel; en fil, der findes, overskrives kun med
    --overskriv.""",
    examples=(
        "strategikort eksportér samling.sqlite",
        "strategikort eksportér pejlemærker.xlsx -d uss -t pejlemærke",
        'strategikort eksportér kvante.md --søg "kvanteteknologi"',
        "strategikort eksportér arkiv --format opensearch",
        "strategikort eksportér - --format jsonl",
    ),
)
def export(
    target: Annotated[
        str,
        typer.Argument(
            metavar="FIL|MAPPE",
            parser=local_name,
            help="Hvad der skal skrives; - er standardoutput.",
        ),
    ],
    query: Annotated[
        str | None, typer.Option("--søg", metavar="ORD", help="Kun det, denne søgning finder.")
    ] = None,
    document: options.Document = None,
    kind: options.Kind = None,
    form: Annotated[
        ExportFormat | None,
        typer.Option("--format", metavar="FORMAT", help="Formen, hvis navnet ikke siger den."),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option(
            *("-n", "--antal"),
            metavar="ANTAL",
            min=1,
            max=100_000,
            help=f"Højst så mange fund, ellers {MOST}.",
        ),
    ] = None,
    exact: Annotated[bool, typer.Option("--nøjagtig", help="Søg kun efter ordene selv.")] = False,
    overwrite: options.Overwrite = False,
    json: options.Json = False,
    own: options.Collection = None,
) -> int:
    """Write the collection or what a search finds into a file or a folder."""
    wanted = _form(target, form)
    to_stdout = target == "-"
    if to_stdout and wanted in ("sqlite", "xlsx"):
        name = {"sqlite": "SQLite", "xlsx": "Excel"}[wanted]
        raise UsageError(f"En {name}-fil kan ikke skrives til standardoutput.", "Angiv en fil.")
    if to_stdout and json:
        raise UsageError("--json og - skriver begge til standardoutput.", "Angiv en fil.")
    if query is None and (limit is not None or exact):
        option = "--nøjagtig" if limit is None else "-n"
        raise UsageError(f"{option} gælder kun en søgning.", "Angiv den med --søg.")
    collection = open_collection(own)
    with collection.snapshot():
        documents = ids_named(collection, document)
        kinds = [collection.kind(word) for word in kind or []]
        search = Search(query, limit or MOST, exact) if query is not None else None
        content = Content(collection, documents, kinds, search)
        if not content.documents:
            remark("Der er intet at eksportere: ingen afsnit passer på det, du har valgt.")
            if json:
                _answer(target, wanted, content, [])
            remark(*remarks.unread(collection, documents))
            return 1
        files: list[str] = []
        if to_stdout:
            _to_stdout(pieces(content, wanted))
        else:
            files = write_export(content, wanted, Path(target), overwrite=overwrite)
    remark(*remarks.changed(collection, (item.id for item in content.documents)))
    if content.found is not None and content.found.total > len(content.found.hits):
        more = count(content.found.total - len(content.found.hits), "sted", "steder")
        more = f"Mindst {more}" if content.found.at_least else more
        remark(f"{more} mere er ikke eksporteret; hæv antallet med -n.")
    if json:
        _answer(target, wanted, content, files)
    elif not to_stdout:
        from strategikort.output.export.summary import summary_text

        write(summary_text(target, wanted, content))
    return 0


def _form(target: str, form: ExportFormat | None) -> ExportFormat:
    if form is None and target == "-":
        raise UsageError(
            "Formen kan ikke ses af -.", "Angiv den med --format: md, jsonl, csv eller opensearch."
        )
    return form or form_of(target)


def _to_stdout(text: Iterable[str]) -> None:
    # An export is UTF-8 with LF, whatever the console's encoding is: it goes into a program.
    sys.stdout.flush()
    for piece in text:
        # With PYTHONUNBUFFERED a write that a signal breaks off writes only a part.
        rest = memoryview(piece.encode("utf-8", "replace"))
        while rest:
            rest = rest[sys.stdout.buffer.write(rest) :]


def _answer(target: str, form: ExportFormat, content: Content, files: list[str]) -> None:
    from strategikort.output.export.summary import summary_object

    write_json(**summary_object(target, form, content, files))
