"""Options that several commands share, each declared once, and what follows from them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal, NoReturn

import typer

from strategikort.cli.framework import UsageError
from strategikort.cli.framework.problems import quoted
from strategikort.cli.framework.session import current
from strategikort.danish import listed

When = Literal["auto", "altid", "aldrig"]
FORM = typer.Option("--format", metavar="FORMAT", help="Svarets form.")
"""Goes with the forms that a command has."""

Json = Annotated[bool, typer.Option("--json", help="Svar med JSON.")]
Format = Annotated[Literal["tekst", "json", "jsonl", "csv", "md"] | None, FORM]
Document = Annotated[
    list[str] | None,
    typer.Option(
        "-d",
        "--dokument",
        metavar="ID",
        help='Kun i dette dokument (id, titel eller fil); "rapport-*" vælger efter id, '
        '"*/2024/*" efter filens sti.',
    ),
]
Kind = Annotated[
    list[str] | None, typer.Option("-t", "--type", metavar="SLAGS", help="Kun denne slags afsnit.")
]
Colour = Annotated[When, typer.Option("--farve", metavar="HVORNÅR", help="Farver i svaret.")]
Collection = Annotated[
    Path | None,
    typer.Option(
        "--samling",
        metavar="STI",
        help="Samlingen med dine egne dokumenter, hvis det ikke er den sædvanlige.",
    ),
]
Overwrite = Annotated[bool, typer.Option("--overskriv", help="Erstat det, der er skrevet før.")]
Workers = Annotated[
    int | None,
    typer.Option(
        "--processer", metavar="ANTAL", min=1, max=64, help="Hvor mange filer der læses på én gang."
    ),
]


WHOLE_SECTIONS = "Sider og linjer vælger her hele afsnit."
"""Said where pages or lines were named and sections are looked at."""


def refuse_together(first: str, *others: str) -> None:
    """Raise ``UsageError`` if one of ``others`` (empty: not given) stands beside ``first``."""
    for other in filter(None, others):
        raise UsageError(f"{first} og {other} kan ikke bruges sammen.", "Brug kun den ene af dem.")


def refuse_alone(option: str, needed: str) -> NoReturn:
    """Raise ``UsageError`` for an option that means nothing without another."""
    raise UsageError(f"{option} gælder kun sammen med {needed}.", "Udelad den, eller angiv begge.")


def refuse_form(option: str) -> NoReturn:
    """Raise ``UsageError`` for an option that only an answer as text has a use for."""
    place = current().places.get("format")
    raise UsageError(
        f"{option} gælder kun svar som tekst.",
        f"Skriv --format tekst; et andet er valgt i {place}."
        if place
        else "Udelad --json og --format.",
    )


def refuse_empty(option: str, word: str | None) -> None:
    """Raise ``UsageError`` for a value without words; None is none at all."""
    if word is not None and not word.strip():
        raise UsageError(f"{option} har ingen ord.", "Skriv et eller flere ord, eller udelad den.")


def one_subject(words: Sequence[str]) -> str:
    """Return the subject that words typed apart are; raises ``UsageError`` for several subjects.

    What has a blank in it was typed as one; beside others, what is said of them all is not true of
    each.
    """
    if len(words) > 1 and any(" " in word.strip() for word in words):
        raise UsageError(
            f"{listed([quoted(word) for word in words])} er flere emner.",
            "Prøv hvert for sig, eller skriv det hele i ét par anførselstegn, hvis det er ét.",
        )
    return " ".join(words)


def chosen_format(json: bool, form: str | None) -> str:
    """Return the format that was asked for; raises ``UsageError`` if two were."""
    if json and form not in (None, "json"):
        refuse_together("--json", f"--format {form}")
    return "json" if json else form or "tekst"


def one_of(word: str, names: Sequence[str], what: str) -> str:
    """Return which of ``names`` a word in any spelling means, by its first four letters.

    Raises ``UsageError``, which says that it is not ``what`` was asked for.
    """
    from strategikort.language.fold import fold

    for name in names:
        if fold(word) and fold(name).startswith(fold(word)[:4]):
            return name
    raise UsageError(f"»{word}« er ikke {what}.", f"Skriv {listed(names, 'eller')}.")
