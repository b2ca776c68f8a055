"""``strategikort åbn``: the file at the page where a section stands."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from strategikort.cli.collection import open_collection, say_what_was_meant
from strategikort.cli.framework import details
from strategikort.cli.options import CollectionOption, JsonOption, remark, write
from strategikort.errors import StrategikortError
from strategikort.output.screen import safe

_SOON = 1.0
"""Seconds in which what cannot open a file has ended; a viewer goes on."""


@details(
    """Filen åbnes i det program, som systemet bruger til den; hvis det kan slå op på en side,
    åbnes den der. --vis skriver kun kommandoen.""",
    examples=("strategikort åbn rapport-2026/3.2", 'strategikort åbn "rk 6" --vis'),
)
def open_reference(
    reference: Annotated[
        list[str], typer.Argument(metavar="HENVISNING", help="Et id, et nummer eller et navn.")
    ],
    show: Annotated[
        bool, typer.Option("--vis", help="Skriv kommandoen i stedet for at køre den.")
    ] = False,
    json: JsonOption = False,
    own: CollectionOption = None,
) -> int:
    """Open the file that a section was read from."""
    import shlex

    from strategikort.cli.originals import say_what_changed
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
    path, page = collection.file_of(section, beginning=beginning)
    say_what_changed(collection, [section.document])
    command = viewer_command(path, page.number + 1 if page else None)
    if json:
        from strategikort.output.objects import dump, envelope

        answer = envelope(
            id=section.id,
            file=str(path),
            page=page.number + 1 if page else None,
            page_label=page.label if page else None,
            command=command,
        )
        write(dump(answer))
    elif show:
        write(safe(shlex.join(command)))
    if not (show or json):
        _run(command)
        if page and not tells_page(command):
            remark(f"Slå selv op på side {page.label} (side {page.number + 1} i filen).")
    return 0


def _run(command: list[str]) -> None:
    import subprocess

    hint = f"Åbn selv filen: {command[-1]}"
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
