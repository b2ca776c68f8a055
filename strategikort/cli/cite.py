"""``strategikort citér``: citations ready to paste."""

from __future__ import annotations

from typing import Annotated

import typer

from strategikort.citing import items_of_json, items_of_references, with_quotes
from strategikort.cli import options
from strategikort.cli.collection import open_collection
from strategikort.cli.framework import UsageError, details
from strategikort.cli.given import given_text
from strategikort.cli.terminal import remark, write, write_json
from strategikort.danish import count, listed
from strategikort.output import remarks


@details(
    """Stilarter: kort, fodnote, apa, chicago, markdown, bibtex, ris, csl-json og w3c.

    Et dokuments id (uss) citerer hele dokumentet, fx til en litteraturliste.

    Med - læses henvisninger fra standardinput, én pr. linje, eller et JSON-svar med steder, fx
    fra søg, vis, forpligtelser eller verificér; så citeres netop de steder, der står i svaret.""",
    examples=(
        "strategikort citér rk/6/3 uss/pejlemærker/4 --stil fodnote",
        "strategikort søg kvante --json | strategikort citér - --stil bibtex",
        "strategikort citér prioritet 5 --citat --stil markdown",
        "strategikort dokumenter --json | strategikort citér - --stil bibtex",
    ),
)
def cite(
    references: Annotated[
        list[str],
        typer.Argument(metavar="HENVISNING", help="Det, der skal citeres; - læser standardinput."),
    ],
    style: Annotated[
        str, typer.Option("--stil", metavar="STIL", help="Henvisningens form.")
    ] = "kort",
    quote: Annotated[bool, typer.Option("--citat", help="Tag også selve citatet med.")] = False,
    accessed: Annotated[
        str,
        typer.Option("--set", metavar="DATO", help="Den dag, websiderne er set, fx 2024-05-01."),
    ] = "",
    json: options.Json = False,
    own: options.Collection = None,
) -> int:
    """Cite sections or passages."""
    from strategikort.citation.styles import STYLES
    from strategikort.citation.styles import cite as write_citations
    from strategikort.language.fold import fold

    known = {fold(name): name for name in STYLES}
    chosen = known.get(fold(style), style)
    piped = "-" in references
    if piped and len(references) > 1:
        raise UsageError(
            "- kan ikke stå sammen med andre henvisninger.", "Brug enten - eller henvisninger."
        )
    # Before the collection is opened: what writes to standard input may have to change that.
    answer = given_text() if piped else ""
    collection = open_collection(own)
    unfound = 0
    if piped:
        items, taken_for, unfound = items_of_json(collection, answer, accessed)
    else:
        items, taken_for = items_of_references(collection, references, accessed)
    remark(*remarks.taken_for(taken_for))
    if unfound:
        remark(f"{count(unfound, 'citat', 'citater')} er ikke fundet og ikke citeret.")
    remark(*remarks.of_shown(collection, (item.section.document for item in items)))
    if not quote:
        remark(*remarks.going_on(collection, items))
    if not items:
        remark("Der er ingen steder at citere.")
    if quote:
        items = with_quotes(collection, items)
        bare = [item.section.id for item in items if not item.quote]
        if bare:
            remark(f"Intet citat fra {listed(bare)}: --citat gælder afsnit med tekst.")
    if json:
        from strategikort.output.citations import citation_objects

        write_json(citations=citation_objects(items, chosen))
    elif items:
        write(write_citations(items, chosen))
    return 0 if items else 1
