"""``strategikort forpligtelser``: what is promised."""

from __future__ import annotations

from typing import Annotated

import typer

from strategikort.cli import options
from strategikort.cli.collection import ids_named, open_collection
from strategikort.cli.framework import details
from strategikort.cli.terminal import remark, screen, write, write_json, write_jsonl
from strategikort.danish import count, listed
from strategikort.output import remarks

_MOST_ACTORS = 6
"""Actors that are told to who names one that nothing is promised by."""


@details(
    """Hver sætning vises, hvor nogen skal, vil eller bør gøre noget eller opfordres til det.
    Styrken følger af ordet: skal er bindende, vil er en hensigt, bør (og kan i en anbefaling) er en
    anbefaling, opfordrer er en opfordring.

    Reglerne er ordlister og grammatik, ingen gæt: hvad de ikke kan afgøre, er mærket usikkert.""",
    examples=(
        "strategikort forpligtelser -d rk",
        "strategikort forpligtelser --emne kvante",
        "strategikort forpligtelser --aktør regeringen --frist",
        "strategikort forpligtelser --aktør Udenrigsministeriet --format csv",
        "strategikort forpligtelser --styrke bindende --emne klima --json",
    ),
)
def commitments(
    document: options.Document = None,
    actor: Annotated[
        str | None,
        typer.Option(
            "--aktør", metavar="HVEM", help="Kun det, denne aktør skal, vil eller bør gøre."
        ),
    ] = None,
    strength: Annotated[
        list[str] | None,
        typer.Option(
            "--styrke", metavar="STYRKE", help="Kun bindende, hensigt, anbefaling eller opfordring."
        ),
    ] = None,
    subject: Annotated[
        str | None, typer.Option("--emne", metavar="EMNE", help="Kun det, der handler om emnet.")
    ] = None,
    settled: Annotated[
        bool, typer.Option("--sikre", help="Kun det, som reglerne har afgjort helt.")
    ] = False,
    dated: Annotated[bool, typer.Option("--frist", help="Kun det, der har en frist.")] = False,
    limit: Annotated[
        int | None,
        typer.Option(
            "-n",
            "--antal",
            metavar="ANTAL",
            min=1,
            max=100_000,
            help="Højst så mange, ellers alle.",
        ),
    ] = None,
    json: options.Json = False,
    form: options.Format = None,
    own: options.Collection = None,
    colour: options.Colour = "auto",
) -> int:
    """List what is promised."""
    from strategikort.links.commitments.finder import STRENGTHS
    from strategikort.links.commitments.promises import acting
    from strategikort.output import commitments as shown

    wanted = options.chosen_format(json, form)
    options.refuse_empty("--aktør", actor)
    options.refuse_empty("--emne", subject)
    collection = open_collection(own)
    chosen = ids_named(collection, document)
    found = collection.commitments(
        subject or "",
        documents=chosen,
        actor=actor or "",
        strengths=[options.one_of(word, STRENGTHS, "en styrke") for word in strength or []],
        settled_only=settled,
        dated_only=dated,
    )
    documents = collection.by_id
    remark(*remarks.changed(collection, chosen or documents))
    promising = {item.section.document for item in found}
    foreign = tuple(
        name
        for name in chosen or documents
        if name not in promising and documents[name].language not in ("", "da")
    )
    if foreign:
        remark(f"Forpligtelser kendes kun på danske ord; {listed(foreign)} er ikke på dansk.")
    total, found = len(found), found[:limit]
    match wanted:
        case "json":
            write_json(total=total, commitments=shown.commitment_objects(documents, found))
        case "jsonl":
            write_jsonl(shown.commitment_objects(documents, found))
        case "csv" | "md":
            write(shown.commitments_table(wanted, documents, found))
        case "tekst":
            if found:
                write(shown.commitments_text(documents, found, screen(colour, collection)))
    if len(found) < total:
        more = count(total - len(found), "forpligtelse", "forpligtelser")
        remark(f"{more} mere; vis alle med -n {total}.")
    if not found:
        remark("Ingen forpligtelser passer på det, du har valgt.")
        if actor and (names := acting(collection.commitments(documents=chosen))):
            names = [f"»{name}«" for name in names[:_MOST_ACTORS]]
            remark(f"De, der oftest nævnes som aktør, er {listed(names)}.")
    return 0 if found else 1
