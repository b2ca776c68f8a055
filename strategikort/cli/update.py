"""``strategikort opdatér``: what has changed is read again."""

from __future__ import annotations

from typing import Annotated

import typer

from strategikort.cli import options
from strategikort.cli.collection import telling_titles
from strategikort.cli.framework import details
from strategikort.library import Collection


@details(
    """Filer, der er ændret, siden de blev læst, læses igen; det samme gør filer, hvis profil er
    ændret, og alle, når en ny udgave af strategikort læser bedre. Id'et bliver det samme.

    Filer, der ikke kunne læses før, prøves igen, når de er ændret. Filer, der mangler, nævnes,
    undtagen afløste udgavers; deres dokumenter bliver stående. Exitstatus er så 2.""",
    examples=("strategikort opdatér", "strategikort opdatér rapport-2026 --alle"),
)
def update(
    documents: Annotated[
        list[str] | None, typer.Argument(metavar="ID", help="Kun disse dokumenter.")
    ] = None,
    again: Annotated[
        bool, typer.Option("--alle", help="Læs også de filer igen, der ikke ser ændrede ud.")
    ] = False,
    workers: options.Workers = None,
    json: options.Json = False,
    own: options.Collection = None,
    colour: options.Colour = "auto",
) -> int:
    """Read again what has changed."""
    from strategikort.cli.intake import Intake
    from strategikort.holdings.holdings import Holdings
    from strategikort.holdings.intake import Wanted
    from strategikort.holdings.update import files_of

    with Collection.open(own) as collection, telling_titles(collection):
        named = collection.own_documents(*documents or [])
    intake = Intake(colour, as_json=json)
    with Holdings.open(own) as holdings:
        files = files_of(holdings, named, again=again)
        return intake.run(holdings, files, Wanted(again=again), workers)
