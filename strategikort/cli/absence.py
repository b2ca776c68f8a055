"""``strategikort fravær``: a citable finding that something is not there."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from strategikort.cli import options
from strategikort.cli.collection import ids_named, open_collection
from strategikort.cli.framework import details
from strategikort.cli.terminal import remark, screen, write, write_json
from strategikort.output import remarks


@details(
    """Svaret siger, hvilke ord der er søgt efter (alle bøjninger, sammensætninger, synonymer og
    engelske ord), i hvilke dokumenter, og hvad der står nærmest. Det kan citeres: de samme filer
    giver det samme svar.

    Svaret siger også, hvordan emnet findes: selv, som led i andre ord, kun med ord, der kan betyde
    det samme eller er i slægt med det, eller kun med ordene hver for sig i samme stykke.
    Beslægtede emner tælles ikke med; er de der, siges det.

    Exitstatus er 0, når intet af det findes, og ellers 1; så vises stederne.""",
    examples=(
        "strategikort fravær biodiversitet -d tech",
        'strategikort fravær "kunstig intelligens" -d rk --json',
    ),
)
def absence(
    words: Annotated[
        list[str],
        typer.Argument(metavar="EMNE", help="Det, der måske ikke står der; ét emne ad gangen."),
    ],
    document: options.Document = None,
    json: options.Json = False,
    form: Annotated[Literal["tekst", "json", "md"] | None, options.FORM] = None,
    own: options.Collection = None,
    colour: options.Colour = "auto",
) -> int:
    """Look for a subject and say that it is absent, or where it is."""
    wanted = options.chosen_format(json, form)
    subject = options.one_subject(words)
    collection = open_collection(own)
    chosen = ids_named(collection, document)
    report = collection.absence(subject, documents=chosen)
    remark(*remarks.of_files(collection, (document.id for document in report.documents)))
    remark(*remarks.perhaps_misspelt(report))
    from strategikort.output.absence import absence_markdown, absence_object, absence_text

    match wanted:
        case "json":
            write_json(**absence_object(report, collection.by_id))
        case "md":
            write(absence_markdown(report))
        case "tekst":
            write(absence_text(report, screen(colour)))
    return 0 if report.absent else 1
