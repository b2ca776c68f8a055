"""``strategikort verificér``: whether quotations are really there."""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from strategikort.cli import options
from strategikort.cli.collection import open_collection
from strategikort.cli.framework import UsageError, details
from strategikort.cli.framework.values import local_name
from strategikort.cli.given import given_bytes
from strategikort.cli.terminal import bar_console, remark, screen, write, write_json
from strategikort.errors import SourceError
from strategikort.library import Collection
from strategikort.oserrors import is_missing
from strategikort.output import remarks
from strategikort.text.safe import typed_path

if TYPE_CHECKING:
    from rich.progress import Progress

    from strategikort.citation.memo import Report
    from strategikort.citation.memofile import Memo

_MANY = 50
"""Quotations that take so long that a progress bar tells how far they are."""


_SHORTEST = 20
"""Characters of what counts as a quotation in a text, at least."""


@details(
    """Finder citaterne i en tekst (»…«, "…", „…“, “…”, ”…”, '…' og Markdowns citatblokke) og siger
    for hvert, om det står ordret i dokumenterne, er ændret, ikke findes, eller står et andet sted,
    end der henvises til. Filen kan være Markdown, tekst, HTML, Word, OpenDocument eller PDF; -
    læser standardinput.

    Exitstatus er 0, når alle citater er ordrette, og ellers 1, så kommandoen kan stå i en
    automatisk kontrol.""",
    examples=(
        "strategikort verificér notat.md",
        'strategikort verificér --citat "Rusland ser stort på international lov."',
        "strategikort verificér notat.md --format md",
        "strategikort verificér notat.md --pakke bevis.zip",
        "strategikort verificér --pakke bevis.zip",
    ),
)
def verify(
    file: Annotated[
        str | None,
        typer.Argument(
            metavar="FIL",
            parser=local_name,
            help="Teksten med citaterne; - er standardinput.",
        ),
    ] = None,
    quote: Annotated[
        str | None, typer.Option("--citat", metavar="CITAT", help="Prøv dette ene citat.")
    ] = None,
    shortest: Annotated[
        int | None,
        typer.Option(
            "--mindst",
            metavar="TEGN",
            min=1,
            max=10_000,
            help="Mindste længde af citaterne i teksten, ellers 20.",
        ),
    ] = None,
    package: Annotated[
        Path | None,
        typer.Option(
            "--pakke", metavar="ZIP", help="Gem beviserne her; uden FIL: prøv pakken igen."
        ),
    ] = None,
    overwrite: options.Overwrite = False,
    json: options.Json = False,
    form: Annotated[Literal["tekst", "json", "md"] | None, options.FORM] = None,
    own: options.Collection = None,
    colour: options.Colour = "auto",
) -> int:
    """Check quotations."""
    wanted = options.chosen_format(json, form)
    if file is not None and quote is not None:
        options.refuse_together("FIL", "--citat")
    if overwrite and package is None:
        options.refuse_alone("--overskriv", "--pakke")
    if shortest is not None and file is None:
        options.refuse_alone("--mindst", "FIL")
    if file is None and quote is None and package is None:
        raise UsageError(
            "Der er ingen tekst at prøve.", "Angiv en fil, - (standardinput) eller --citat."
        )
    # Before the collection is opened: who waits for standard input must not keep it from others.
    path = None if file in (None, "-") else Path(str(file))
    memo = None if file is None else _memo(path)
    collection = open_collection(own)
    remark(*remarks.changed(collection, (document.id for document in collection.documents)))
    if package is not None and memo is None and quote is None:
        return _recheck(collection, package, wanted)
    if package is not None:
        from strategikort.output.export.target import refuse_existing, refuse_read

        refuse_existing(package, overwrite=overwrite)
        mine = [path] if path else []
        refuse_read(package, [*mine, *(one for _, one in collection.own_files())])
    report = _report(collection, memo or quote or "", path, shortest or _SHORTEST, colour)
    remark(*remarks.of_found(collection, report))
    documents = collection.by_id
    if package is not None:
        from strategikort.output.export.target import write_bytes

        write_bytes(package, collection.evidence_package(report), overwrite=overwrite)
        remark(f"Beviserne er gemt i {package}.")
    if wanted == "json":
        from strategikort.output.verdicts import report_object

        write_json(**report_object(report, documents))
    elif wanted == "md":
        from strategikort.citation.report import as_markdown

        write(as_markdown(report, documents))
    else:
        from strategikort.output.verdicts import report_text

        write(report_text(report, documents, screen(colour)))
    return 0 if report.all_exact else 1


def _memo(path: Path | None) -> Memo:
    """Return the text at ``path``, or on standard input."""
    from strategikort.citation.memofile import read_memo
    from strategikort.readers.errors import STANDARD_INPUT

    if path is None:
        return read_memo(given_bytes(), STANDARD_INPUT)
    return read_memo(_bytes_of(path), path.name)


def _report(
    collection: Collection, given: Memo | str, path: Path | None, shortest: int, colour: str
) -> Report:
    """Check a text, or a quotation."""
    if isinstance(given, str):
        from strategikort.citation.memo import check_quote

        return check_quote(collection.archive, given, resolve=collection.cited)
    with _progress(colour) as progress:
        return collection.verify_memo(given, path, shortest=shortest, progress=progress)


def _bytes_of(file: Path) -> bytes:
    try:
        return given_bytes(file)
    except OSError as error:
        # A quotation is often longer than a name can be.
        if not (is_missing(error) or error.errno == errno.ENAMETOOLONG):
            raise
        raise SourceError(
            f"Filen »{typed_path(file)}« findes ikke.",
            "Kontrollér navnet og mappen; et enkelt citat prøves med --citat.",
            code="missing_file",
        ) from error


@contextmanager
def _progress(colour: str) -> Iterator[Callable[[int, int], None]]:
    """Show a progress bar on a terminal for texts with many quotations, otherwise nothing."""
    with ExitStack() as stack:
        bars: list[Progress] = []

        def tell(done: int, total: int) -> None:
            if total < _MANY or not sys.stderr.isatty():
                return
            if not bars:
                from rich.progress import Progress

                made = Progress(console=bar_console(colour), transient=True)
                bars.append(stack.enter_context(made))
                made.add_task("Prøver citater", total=total)
            bars[0].update(bars[0].task_ids[0], completed=done)

        yield tell


def _recheck(collection: Collection, package: Path, wanted: str) -> int:
    found = collection.check_package(package.read_bytes())
    if wanted == "json":
        from strategikort.output.verdicts import package_object

        write_json(**package_object(found))
    else:
        from strategikort.output.verdicts import package_markdown, package_text

        write(package_markdown(found) if wanted == "md" else package_text(found))
    return 0 if found.unchanged else 1
