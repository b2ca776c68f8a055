"""The demo program's commands."""

import json
from pathlib import Path
from typing import Annotated, Literal

import typer

from strategikort.cli.framework import details
from strategikort.errors import AmbiguousReferenceError

Json = Annotated[bool, typer.Option("--json", help="Skriv svaret som JSON.")]


@details(
    "Ord findes i alle bøjninger. [kap. 2] og [/§ 3] er almindelig tekst.",
    examples=['demo søg "kvanteteknologi" -n 3', "demo søg værdikæder --nøjagtig"],
)
def soeg(
    query: Annotated[str, typer.Argument(metavar="SØGETEKST", help="Det, der søges efter.")],
    as_json: Json = False,
    number: Annotated[int, typer.Option("-n", "--antal", min=1, max=50, help="Så mange.")] = 10,
    share: Annotated[int, typer.Option("--andel", min=0, max=100, help="Mindste andel.")] = 50,
    kinds: Annotated[list[str] | None, typer.Option("-t", "--type", help="Slags.")] = None,
    layout: Annotated[
        Literal["tekst", "json", "jsonl", "md"], typer.Option("--format", help="Svarets form.")
    ] = "tekst",
    colour: Annotated[
        Literal["auto", "altid", "aldrig"], typer.Option("--farve", help="Farver.")
    ] = "auto",
    exact: Annotated[bool, typer.Option("--nøjagtig", help="Kun ordret.")] = False,
    raw: Annotated[bool, typer.Option("--rå", help="Som kilden.")] = False,
) -> int:
    result = [query, number, share, kinds, layout, colour, exact, raw]
    print(json.dumps(result, ensure_ascii=False))
    return 1 if query == "intet" else 0


def vis(
    references: Annotated[list[str], typer.Argument(metavar="HENVISNING", help="Hvad.")],
    as_json: Json = False,
) -> None:
    if references == ["pejlemærke"]:
        raise AmbiguousReferenceError(
            "»pejlemærke« kan være flere afsnit.", "Vælg et af dem:", candidates=["uss/1", "uss/2"]
        )
    if references == ["afsnit"]:
        raise AmbiguousReferenceError(
            "»afsnit« kan være mange afsnit.", candidates=[f"uss/{n}" for n in range(1000)]
        )
    print("vis", *references)


def citer(
    style: Annotated[Literal["kort", "fodnote"], typer.Option("--stil", help="Stil.")],
    answer: Annotated[str, typer.Argument(metavar="SVAR", help="Et svar.")] = "",
) -> None:
    print(style, answer)


def aabn(
    file: Annotated[Path, typer.Argument(metavar="FIL", help="En fil.")],
    found: Annotated[str, typer.Option("--emne", help="Et emne.")] = "",
) -> None:
    print(repr(str(file)))
