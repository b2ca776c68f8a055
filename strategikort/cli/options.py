"""Options that several commands share, each declared once, and what follows from them."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal

import typer

from strategikort.cli.framework import UsageError
from strategikort.cli.framework.session import current
from strategikort.cli.framework.streams import tell
from strategikort.cli.framework.values import RejectedError
from strategikort.cli.terminal import paged
from strategikort.cli.terminal import screen as screen

Format = Literal["tekst", "json", "jsonl", "csv", "md"]
Colour = Literal["auto", "altid", "aldrig"]

JsonOption = Annotated[bool, typer.Option("--json", help="Svar med JSON.")]
FormatOption = Annotated[
    Format | None,
    typer.Option("--format", metavar="FORMAT", help="Svarets form."),
]
DocumentOption = Annotated[
    list[str] | None,
    typer.Option(
        "-d",
        "--dokument",
        metavar="ID",
        help='Kun i dette dokument (id, titel eller fil); "rapport-*" vælger efter id, '
        '"*/2024/*" efter filens sti.',
    ),
]
KindOption = Annotated[
    list[str] | None,
    typer.Option("-t", "--type", metavar="SLAGS", help="Kun denne slags afsnit."),
]
ColourOption = Annotated[
    Colour, typer.Option("--farve", metavar="HVORNÅR", help="Farver i svaret.")
]
CollectionOption = Annotated[
    Path | None,
    typer.Option(
        "--samling",
        metavar="STI",
        help="Samlingen med dine egne dokumenter, hvis det ikke er den sædvanlige.",
    ),
]
OverwriteOption = Annotated[
    bool, typer.Option("--overskriv", help="Erstat det, der er skrevet før.")
]
WorkersOption = Annotated[
    int | None,
    typer.Option(
        "--processer", metavar="ANTAL", min=1, max=64, help="Hvor mange filer der læses på én gang."
    ),
]


def file_name(word: str) -> str:
    """Return the name of a file as it was typed: another form of its letters is another file.

    It is the ``parser`` of arguments that may be ``-`` as well.  An empty one, as a shell gives for
    a variable that is not set, would be the current folder.
    """
    if not word:
        raise RejectedError("stien er tom.")
    return word


WHOLE_SECTIONS = "Sider og linjer vælger her hele afsnit."
"""Said where pages or lines were named and sections are looked at."""


def chosen_format(json: bool, form: str | None) -> str:
    """Return the format that was asked for; raises ``UsageError`` if two were."""
    if json and form not in (None, "json"):
        raise UsageError(
            f"--json og --format {form} kan ikke bruges sammen.", "Brug kun den ene af dem."
        )
    return "json" if json else form or "tekst"


def write(text: str) -> None:
    """Write an answer to standard output, with a line end after it; a long one in the pager."""
    text = text if text.endswith("\n") else f"{text}\n"
    current().reading.close()
    current().answered = True
    if not paged(text):
        sys.stdout.write(text)


def write_json(**content: object) -> None:
    """Write an answer as one JSON object, under the version of the contract."""
    from strategikort.output.objects import dump, envelope

    write(dump(envelope(**content)))


def write_jsonl(items: Iterable[object]) -> None:
    """Write JSON objects to standard output, each on a line."""
    from strategikort.output.objects import dump_line

    lines = [f"{dump_line(item)}\n" for item in items]
    current().reading.close()
    sys.stdout.writelines(lines)


def remark(text: str) -> None:
    """Say something beside the answer, on standard error."""
    tell(text)
