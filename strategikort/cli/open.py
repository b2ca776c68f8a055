"""``strategikort åbn``: the file at the page where a section stands."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from strategikort.cli import options
from strategikort.cli.collection import open_collection, say_what_was_meant
from strategikort.cli.framework import details
from strategikort.cli.terminal import remark, write, write_json
from strategikort.errors import StrategikortError
from strategikort.output import remarks
from strategikort.output.screen import safe

_TOLD = {
    "words": "Adressen slår op på afsnittets ord og fremhæver dem, hvis browseren kan det.",
    "page": "Adressen slår op på siden i PDF-filen.",
    "document": "Adressen er dokumentets; stedet i det kan ikke skrives i den.",
}
"""What an address opens."""

_LINES = (".txt", ".md")
"""Files whose lines are those of the text that was read."""

_SOON = 1.0
"""Seconds in which what cannot open a file has ended; a viewer goes on."""


@details(
    """Filen åbnes i det program, som systemet bruger til den; hvis det kan slå op på en side,
    åbnes den der. --vis skriver kun kommandoen. --adresse skriver i stedet dokumentets adresse på
    nettet, så en browser slår op på stedet: en webside på afsnittets ord, en PDF på siden.""",
    examples=(
        "strategikort åbn rapport-2026/3.2",
        'strategikort åbn "rk 6" --vis',
        'strategikort åbn "partnerskab japan" --adresse',
    ),
)
def open_reference(
    reference: Annotated[
        list[str], typer.Argument(metavar="HENVISNING", help="Et id, et nummer eller et navn.")
    ],
    show: Annotated[
        bool, typer.Option("--vis", help="Skriv kommandoen i stedet for at køre den.")
    ] = False,
    address: Annotated[
        bool, typer.Option("--adresse", help="Skriv adressen på nettet, der slår op på stedet.")
    ] = False,
    json: options.Json = False,
    own: options.Collection = None,
) -> int:
    """Open the file that a section was read from."""
    if show and address:
        options.refuse_together("--vis", "--adresse")
    from strategikort.holdings.viewer import tells_page, viewer_command
    from strategikort.references.located import cut

    collection = open_collection(own)
    resolution = collection.resolve(" ".join(reference))
    say_what_was_meant(" ".join(reference), resolution)
    if not resolution.ids:
        raise StrategikortError("Dokumentet har ingen afsnit.", code="no_sections")
    parts = collection.located(resolution)
    section = cut(parts[0]) if parts else collection.section(resolution.ids[0])
    beginning = resolution.document is not None and not parts
    link = collection.web_link(section, beginning=beginning)
    if address and not json:
        if link is None:
            raise _no_address(section.document, own=bool(collection.originals([section.document])))
        write(safe(link.address))
        remark(_TOLD[link.exact])
        return 0
    path, page = collection.file_of(section, beginning=beginning)
    remark(*remarks.changed(collection, [section.document]))
    command = viewer_command(path, page.number + 1 if page else None)
    if json:
        write_json(
            id=section.id,
            file=str(path),
            page=page.number + 1 if page else None,
            page_label=page.label if page else None,
            command=command,
            url=link.address if link else None,
        )
    elif show:
        write(safe(_line(command)))
    if not (show or json):
        line = min((first for first, _ in section.lines), default=None)
        where = f", side {page.label}" if page else ""
        if not page and line and path.suffix in _LINES and not beginning:
            where = f", linje {line}"
        _run(command, where)
        if page and not tells_page(command):
            remark(f"Slå selv op på side {page.label} (side {page.number + 1} i filen).")
    return 0


def _line(command: list[str]) -> str:
    """Return a command as it is typed in a shell."""
    if os.name == "nt":
        from subprocess import list2cmdline

        return list2cmdline(command)
    import shlex

    return shlex.join(command)


def _no_address(document: str, *, own: bool) -> StrategikortError:
    hint = "Skriv den i dokumentets profil (metadata: url), og tilføj det igen."
    if not own:
        hint = (
            "Dokumentet følger med programmet, uden adresse; "
            f"dets fil åbnes med strategikort åbn {document}."
        )
    return StrategikortError(
        f"Adressen på {document} på nettet kendes ikke.", hint, code="no_address"
    )


def _run(command: list[str], where: str) -> None:
    """Open the file; ``where`` tells its place to who has to do that without us."""
    import subprocess

    hint = f"Åbn selv filen{where}: {command[-1]}"
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise StrategikortError(
            f"Programmet {command[0]} kan ikke startes.", hint, code="no_viewer"
        ) from error
    if os.name == "nt":  # explorer's status tells nothing
        return
    try:
        failed = process.wait(_SOON)
    except subprocess.TimeoutExpired:
        return
    if failed:
        raise StrategikortError(
            f"Programmet {command[0]} kunne ikke åbne filen.", hint, code="no_viewer"
        )
