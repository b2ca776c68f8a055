"""``strategikort eksportér``: the collection, or a search, for other programs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated, Literal

import typer

from strategikort.cli import options
from strategikort.cli.collection import ids_named, open_collection
from strategikort.cli.framework import UsageError, details
from strategikort.cli.framework.values import file_name
from strategikort.cli.terminal import remark, write, write_json
from strategikort.danish import count
from strategikort.output import remarks
from strategikort.output.export.content import Content, Search

ExportFormat = Literal["md", "jsonl", "csv", "xlsx", "sqlite", "opensearch"]

_MOST = 1000
"""Places that a search exports, unless another number is given."""

_BY_SUFFIX: dict[str, ExportFormat] = {
    ".md": "md",
    ".markdown": "md",
    ".jsonl": "jsonl",
    ".csv": "csv",
    ".xlsx": "xlsx",
    ".sqlite": "sqlite",
    ".sqlite3": "sqlite",
    ".db": "sqlite",
}


@details(
    """Formen følger af filens navn: .md, .jsonl, .csv, .xlsx (Excel) eller .sqlite (.db). Et navn
    uden endelse er en mappe med én Markdown-fil for hvert dokument; med --format opensearch er det
    en mappe med et indeks til dansk og filer til OpenSearch og Elasticsearch. - er standardoutput.

    Hver række bærer henvisning, linjer, tegn, sidetal og kildefilens sha256. Filen skrives ved
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
            parser=file_name,
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
            help=f"Højst så mange fund, ellers {_MOST}.",
        ),
    ] = None,
    exact: Annotated[bool, typer.Option("--nøjagtig", help="Søg kun efter ordene selv.")] = False,
    overwrite: options.Overwrite = False,
    json: options.Json = False,
    own: options.Collection = None,
) -> int:
    """Write the collection or what a search finds into a file or a folder."""
    wanted = _format(target, form)
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
        search = Search(query, limit or _MOST, exact) if query is not None else None
        content = Content(collection, documents, kinds, search)
        if not content.documents:
            remark("Der er intet at eksportere: ingen afsnit svarer til det, du har valgt.")
            if json:
                _answer(target, wanted, content, [])
            remark(*remarks.unread(collection, documents))
            return 1
        files = _write(content, wanted, target, overwrite=overwrite)
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


def _format(target: str, form: ExportFormat | None) -> ExportFormat:
    if form is not None:
        return form
    if target == "-":
        raise UsageError(
            "Formen kan ikke ses af -.", "Angiv den med --format: md, jsonl, csv eller opensearch."
        )
    suffix = Path(target).suffix.lower()
    if suffix in _BY_SUFFIX:
        return _BY_SUFFIX[suffix]
    if suffix and not Path(target).is_dir():
        raise UsageError(
            f"Endelsen {suffix} siger ikke, hvilken form filen skal have.",
            "Brug .md, .jsonl, .csv, .xlsx eller .sqlite, eller angiv formen med --format.",
        )
    return "md"


def _write(content: Content, form: ExportFormat, target: str, *, overwrite: bool) -> list[str]:
    """Write the export and return the files that it consists of."""
    from strategikort.output.export import opensearch, text
    from strategikort.output.export.target import write_file, write_folder, write_text

    path = Path(target)
    if form == "sqlite":
        from strategikort.output.export.sqlite import write_sqlite

        write_file(path, lambda file: write_sqlite(file, content), overwrite=overwrite)
        return [target]
    if form == "xlsx":
        from strategikort.output.export.xlsx import write_xlsx

        write_file(path, lambda file: write_xlsx(file, content), overwrite=overwrite)
        return [target]
    if target == "-":
        pieces = {
            "jsonl": text.jsonl,
            "csv": text.csv,
            "md": text.markdown,
            "opensearch": opensearch.bulk,
        }
        _to_stdout(pieces[form](content))
        return []
    one: dict[str, Callable[[Content], Iterable[str]]] = {"jsonl": text.jsonl, "csv": text.csv}
    if form == "md" and path.suffix.lower() in _BY_SUFFIX:
        one["md"] = text.markdown
    if form in one:
        write_text(path, one[form](content), overwrite=overwrite)
        return [target]
    many = text.markdown_files if form == "md" else opensearch.opensearch_files
    names = write_folder(path, many(content), overwrite=overwrite)
    return [str(path / name) for name in names]


def _to_stdout(pieces: Iterable[str]) -> None:
    # An export is UTF-8 with LF, whatever the console's encoding is: it goes into a program.
    sys.stdout.flush()
    for piece in pieces:
        # With PYTHONUNBUFFERED a write that a signal breaks off writes only a part.
        rest = memoryview(piece.encode("utf-8", "replace"))
        while rest:
            rest = rest[sys.stdout.buffer.write(rest) :]


def _answer(target: str, form: ExportFormat, content: Content, files: list[str]) -> None:
    from strategikort.output.export.summary import summary_object

    write_json(**summary_object(target, form, content, files))
