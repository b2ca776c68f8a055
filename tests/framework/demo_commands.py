"""The demo program's commands."""

import json
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Annotated, Literal

import typer

from strategikort.cli.framework import DanishApp, details, exclusive
from strategikort.errors import AmbiguousReferenceError

Json = Annotated[bool, typer.Option("--json", help="Skriv svaret som JSON.")]


class Colour(Enum):
    AUTO = "auto"
    ALWAYS = "altid"
    NEVER = "aldrig"


@details(
    "Ord findes i alle bøjninger. [kap. 2] og [/§ 3] er almindelig tekst.",
    examples=['demo søg "kvanteteknologi" -n 3', "demo søg værdikæder --nøjagtig"],
)
def soeg(
    query: Annotated[str, typer.Argument(metavar="SØGETEKST", help="Det, der søges efter.")],
    as_json: Json = False,
    number: Annotated[int, typer.Option("-n", "--antal", min=1, max=50, help="Så mange.")] = 10,
    share: Annotated[float, typer.Option("--andel", min=0, help="Mindste andel.")] = 0.5,
    kinds: Annotated[list[str] | None, typer.Option("-t", "--type", help="Slags.")] = None,
    layout: Annotated[
        Literal["tekst", "json", "jsonl", "md"], typer.Option("--format", help="Svarets form.")
    ] = "tekst",
    colour: Annotated[Colour, typer.Option("--farve", help="Farver.")] = Colour.AUTO,
    exact: Annotated[bool, typer.Option("--nøjagtig", help="Kun ordret.")] = False,
    raw: Annotated[
        bool, typer.Option("--rå", help="Som kilden.", rich_help_panel="Udseende")
    ] = False,
) -> int:
    exclusive({"--json": as_json, "--rå": raw})
    result = [query, number, share, kinds, layout, colour.value, exact, raw]
    print(json.dumps(result, ensure_ascii=False))
    return 1 if query == "intet" else 0


def vis(
    ctx: typer.Context,
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
    print(ctx.info_name, *references)


def citer(
    style: Annotated[Literal["kort", "fodnote"], typer.Option("--stil", help="Stil.")],
    answer: Annotated[bool, typer.Argument(metavar="SVAR", help="Ja eller nej.")] = True,
    date: Annotated[datetime | None, typer.Option("--dato", help="Dato.")] = None,
    limit: Annotated[
        int, typer.Option("--grænse", envvar="DEMO_GRAENSE", show_envvar=True, help="Grænse.")
    ] = 5,
) -> None:
    print(style, answer, date, limit)


def aabn(
    file: Annotated[
        Path, typer.Argument(metavar="FIL", exists=True, dir_okay=False, help="En fil.")
    ],
    folder: Annotated[
        Path | None, typer.Option("--mappe", exists=True, file_okay=False, help="En mappe.")
    ] = None,
    place: Annotated[Path | None, typer.Option("--sted", exists=True, help="Et sted.")] = None,
) -> None:
    print(repr(str(file)), folder, place)


settings = DanishApp("opsætning", "Vis og ret opsætningen.")
settings.lazy("vis", vis, help="Vis en værdi.")
settings.lazy("sæt", vis, help="Ret en værdi.")
