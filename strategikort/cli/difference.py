"""``strategikort forskel``: what has changed from one edition to the next."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from strategikort.cli import options
from strategikort.cli.collection import open_collection, unknown_is_wrong_use
from strategikort.cli.framework import details
from strategikort.cli.terminal import remark, screen, write, write_json
from strategikort.output import remarks

Form = Literal["tekst", "json", "md", "html"]


@details(
    """Afsnittene parres efter tekst, titel, nummer og ordene i dem. Svaret viser, hvad der er nyt,
    væk, flyttet, lagt sammen eller ændret, ord for ord og med steder i begge udgaver.

    Exitstatus er 1, når der ingen forskel er.""",
    examples=(
        "strategikort forskel rapport-2024 rapport-2026",
        "strategikort forskel rapport-2024 rapport-2026 --format html > forskelle.html",
    ),
)
def difference(
    old: Annotated[str, typer.Argument(metavar="FØR", help="Den gamle udgaves id.")],
    new: Annotated[str, typer.Argument(metavar="NU", help="Den nye udgaves id.")],
    everything: Annotated[
        bool, typer.Option("--alt", help="Vis også de afsnit, der er uændrede.")
    ] = False,
    json: options.Json = False,
    form: Annotated[Form | None, options.FORM] = None,
    own: options.Collection = None,
    colour: options.Colour = "auto",
) -> int:
    """Compare two editions."""
    from strategikort.output import editions

    wanted = options.chosen_format(json, form)
    collection = open_collection(own)
    with unknown_is_wrong_use():
        ids = [collection.named_document(name).id for name in (old, new)]
    remark(*remarks.changed(collection, ids))
    comparison = collection.compare_editions(*ids)
    if ids[1] in collection.same_texts(ids[:1]).get(ids[0], ()):
        parted = any(pair.status != "same" for pair in comparison.pairs)
        only = " Kun inddeling, numre eller overskrifter er forskellige." if parted else ""
        remark(f"De to er samme tekst i hver sin fil, ikke to udgaver.{only}")
    match wanted:
        case "json":
            write_json(**editions.comparison_object(comparison, everything=everything))
        case "md":
            write(editions.comparison_markdown(comparison, everything=everything))
        case "html":
            write(editions.comparison_html(comparison, everything=everything))
        case _:
            write(editions.comparison_text(comparison, screen(colour), everything=everything))
    return 0 if any(pair.status != "same" for pair in comparison.pairs) else 1
