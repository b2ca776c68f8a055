"""Writing an export: the form that its name says, and the file or folder that it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from os import PathLike
from pathlib import Path
from typing import Literal, get_args

from strategikort.errors import StrategikortError
from strategikort.given import check_known, check_text, several, whole_number
from strategikort.library import Collection
from strategikort.output.export.content import Content, Search

ExportFormat = Literal["md", "jsonl", "csv", "xlsx", "sqlite", "opensearch"]

MOST = 1000
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


def export(
    collection: Collection,
    path: str | PathLike[str],
    *,
    query: str | None = None,
    documents: Iterable[str] = (),
    kinds: Iterable[str] = (),
    form: ExportFormat | None = None,
    limit: int = MOST,
    exact: bool = False,
    overwrite: bool = False,
) -> tuple[Path, ...]:
    """Write a collection, or what a search finds in it, for other programs; return the files.

    ``path`` ends in what is wanted: ``.md``, ``.jsonl``, ``.csv``, ``.xlsx`` or ``.sqlite``; a
    name without an ending is a folder with a Markdown file for each document.  ``form`` is one of
    these, or ``opensearch``, if the name does not say it.  ``documents`` and ``kinds`` narrow it
    (ids and kinds, none for all); with ``query`` it is what :meth:`Collection.search` finds, at
    most ``limit`` places.  Where there is nothing, nothing is written.

    A file is whole or not there at all.  Raises ``StrategikortError`` for a form that cannot be
    told, for a file that exists unless ``overwrite``, and always for a collection and the file of
    a document; besides as the search does, and ``OSError``.
    """
    if query is not None:
        check_text(query, "query")
    if form is not None:
        check_known([form], get_args(ExportFormat), "en form", "unknown_form")
    wanted = form or form_of(str(path))
    with collection.snapshot():
        content = Content(
            collection,
            [collection.document(name).id for name in several(documents, "documents")],
            [collection.kind(word) for word in several(kinds, "kinds")],
            None if query is None else Search(query, whole_number(limit, "limit", 1), exact),
        )
        if not content.documents:
            return ()
        return tuple(map(Path, write(content, wanted, Path(path), overwrite=overwrite)))


def form_of(target: str) -> ExportFormat:
    """Return the form that a name says; raises ``StrategikortError`` if it says none."""
    suffix = Path(target).suffix.lower()
    if suffix in _BY_SUFFIX:
        return _BY_SUFFIX[suffix]
    if suffix and not Path(target).is_dir():
        raise StrategikortError(
            f"Endelsen {suffix} siger ikke, hvilken form filen skal have.",
            "Brug .md, .jsonl, .csv, .xlsx eller .sqlite, eller angiv formen med --format.",
            code="usage_error",
        )
    return "md"


def write(content: Content, form: ExportFormat, path: Path, *, overwrite: bool) -> list[str]:
    """Write an export and return the files that it consists of; raises as :func:`export`."""
    from strategikort.output.export import opensearch, text
    from strategikort.output.export.target import refuse_read, write_file, write_folder, write_text

    refuse_read(path, content.read_from)
    if form == "sqlite":
        from strategikort.output.export.sqlite import write_sqlite

        write_file(path, lambda file: write_sqlite(file, content), overwrite=overwrite)
        return [str(path)]
    if form == "xlsx":
        from strategikort.output.export.xlsx import write_xlsx

        write_file(path, lambda file: write_xlsx(file, content), overwrite=overwrite)
        return [str(path)]
    one: dict[str, Callable[[Content], Iterable[str]]] = {"jsonl": text.jsonl, "csv": text.csv}
    if form == "md" and path.suffix.lower() in _BY_SUFFIX:
        one["md"] = text.markdown
    if form in one:
        write_text(path, one[form](content), overwrite=overwrite)
        return [str(path)]
    many = text.markdown_files if form == "md" else opensearch.opensearch_files
    names = write_folder(path, many(content), overwrite=overwrite)
    return [str(path / name) for name in names]


def pieces(content: Content, form: ExportFormat) -> Iterable[str]:
    """Return an export of one file as its text, piece by piece; not for what is no text."""
    from strategikort.output.export import opensearch, text

    return {
        "jsonl": text.jsonl,
        "csv": text.csv,
        "md": text.markdown,
        "opensearch": opensearch.bulk,
    }[form](content)
