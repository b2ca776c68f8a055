"""``strategikort tilføj``: own documents into the collection."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from strategikort.cli import options
from strategikort.cli.framework import UsageError, details
from strategikort.cli.framework.values import file_name
from strategikort.cli.given import given_bytes
from strategikort.cli.terminal import screen
from strategikort.holdings.files import Failure, expanded, find_files
from strategikort.holdings.intake import Wanted

_MOST_WORDS = 20
"""Words of the name of a file that was typed without quotation marks, at most."""


@details(
    """PDF, Word (docx), OpenDocument (odt), e-bøger (epub), websider (html), Markdown og ren tekst;
    filens indhold afgør, hvad den er. Mapper læses med alt, hvad der er i dem, og - er
    standardinput.

    Titel, udgiver og dato hentes i filen selv. De kan gives her, eller i en profil ved siden af
    filen (rapport.pdf.yaml). Er en fil tilføjet før, læses den kun igen, hvis den er ændret.

    Exitstatus er 2, hvis nogle af filerne ikke kunne læses; de andre er tilføjet.""",
    examples=(
        "strategikort tilføj regeringsgrundlag.pdf",
        "strategikort tilføj strategier/ --kopiér",
        'strategikort tilføj rapport.docx --titel "Digital strategi" --dato 2026-03',
        "strategikort tilføj rapport.pdf --vis-struktur",
    ),
)
def add(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="FIL|MAPPE",
            parser=file_name,
            help="Filer og mapper; - er standardinput.",
        ),
    ],
    title: Annotated[
        str | None, typer.Option("--titel", metavar="TITEL", help="Dokumentets titel.")
    ] = None,
    publisher: Annotated[
        str | None, typer.Option("--udgiver", metavar="NAVN", help="Hvem der har udgivet det.")
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(
            "--dato", metavar="DATO", help="2026, 2026-03, 2026-03-17 eller 17. marts 2026."
        ),
    ] = None,
    profile: Annotated[
        Path | None,
        typer.Option("--profil", metavar="FIL", help="Profil i stedet for den ved siden af filen."),
    ] = None,
    copy: Annotated[
        bool, typer.Option("--kopiér", help="Gem en kopi af filerne sammen med samlingen.")
    ] = False,
    supersedes: Annotated[
        str | None,
        typer.Option("--afløser", metavar="ID", help="Dokumentet er en ny udgave af dette."),
    ] = None,
    password: Annotated[
        str | None, typer.Option("--adgangskode", metavar="KODE", help="Til beskyttede PDF-filer.")
    ] = None,
    show_structure: Annotated[
        bool, typer.Option("--vis-struktur", help="Vis, hvad der genkendes; gem intet.")
    ] = False,
    write_profile: Annotated[
        bool, typer.Option("--skriv-profil", help="Skriv en profil at begynde med ved hver fil.")
    ] = False,
    workers: options.Workers = None,
    json: options.Json = False,
    own: options.Collection = None,
    colour: options.Colour = "auto",
) -> int:
    """Read files and put them into the user's collection."""
    from strategikort.cli.intake import Intake
    from strategikort.errors import SourceError
    from strategikort.holdings.holdings import Holdings
    from strategikort.holdings.intake import take_in_data
    from strategikort.holdings.ownprofile import from_options, refuse_for_many

    _refuse_parted(paths)
    options.refuse_empty("--titel", title)
    options.refuse_empty("--udgiver", publisher)
    described = from_options(title, publisher, date)
    wanted = Wanted(described, profile, copy, password=password)
    paths = [str(path) for path in expanded(map(Path, paths))]
    named = [Path(path) for path in paths if path != "-"]
    given = {"--titel": title, "--dato": date, "--profil": profile, "--afløser": supersedes}
    refuse_for_many(map(Path, paths), given, UsageError)
    if show_structure or write_profile:
        from strategikort.cli.structure import show_structures

        return show_structures(
            paths, wanted, screen(colour), write_profile=write_profile, as_json=json
        )
    intake = Intake(colour, as_json=json)
    with Holdings.open(own) as holdings:
        if supersedes:
            from strategikort.cli.collection import unknown_is_wrong_use
            from strategikort.library import Collection

            with Collection.open(own) as collection, unknown_is_wrong_use():
                older = collection.named_document(supersedes).id
            wanted = wanted._replace(edition_of=older)
            intake.edition_of = older
        if "-" in paths:
            from strategikort.readers.errors import STANDARD_INPUT

            try:
                added = take_in_data(holdings, given_bytes(), STANDARD_INPUT, wanted)
                intake.take(added)
            except SourceError as error:
                intake.take(Failure(Path("-"), error))
        return intake.run(holdings, find_files(named), wanted, workers)


def _refuse_parted(paths: Sequence[str]) -> None:
    """Raise ``UsageError`` if the shell has parted the name of a file at its blanks."""
    for first, name in enumerate(paths):
        for last in range(first + 2, min(len(paths), first + _MOST_WORDS) + 1):
            whole = " ".join(paths[first:last])
            if not Path(name).exists() and Path(whole).exists():
                raise UsageError(
                    f"»{whole}« er blevet til {last - first} navne, fordi der er mellemrum i.",
                    f'Sæt det i anførselstegn: "{whole}".',
                )
