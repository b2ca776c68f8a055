"""``strategikort kort``: how the documents hang together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from strategikort.cli import options
from strategikort.cli.collection import ids_named, open_collection, say_what_was_meant
from strategikort.cli.framework import details
from strategikort.cli.terminal import remark, screen, write, write_json
from strategikort.errors import AmbiguousReferenceError
from strategikort.library import Collection
from strategikort.output import remarks
from strategikort.references.resolution import Resolution

if TYPE_CHECKING:
    from strategikort.links.model import StrategyMap
    from strategikort.model import Section
    from strategikort.output.objects import Object

MapFormat = Literal["tekst", "json", "mermaid", "dot", "graphml", "html"]

_MOST = 5
"""Links of each section that the whole map shows, if nothing else is said."""


@details(
    """Uden henvisning vises hele kortet; med en henvisning alt, hvad afsnittet hænger sammen med,
    og ordene, der viser det.

    En forbindelse er en henvisning, samme dokument, initiativ eller land nævnt to steder, eller et
    fælles tema. Temaer er sjældne ord, som er fælles eller næsten det samme: et forslag til
    læseren, ikke et bevis.""",
    examples=(
        "strategikort kort tech/prioriteter/5",
        "strategikort kort --html kort.html",
        "strategikort kort pejlemærke 6 --slags tema",
        "strategikort kort --navne",
        "strategikort kort --format mermaid --slags henvisning --slags initiativ",
    ),
)
def strategy_map(
    references: Annotated[
        list[str] | None,
        typer.Argument(metavar="HENVISNING", help="Et id, en slags, et nummer eller et navn."),
    ] = None,
    document: options.Document = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--slags", metavar="SLAGS", help="Kun henvisning, dokument, initiativ, navn eller tema."
        ),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option(
            "-n",
            "--antal",
            metavar="ANTAL",
            min=1,
            max=1000,
            help="Højst så mange pr. afsnit; i hele kortet ellers 5.",
        ),
    ] = None,
    names: Annotated[
        bool, typer.Option("--navne", help="Vis lande, aktører og initiativer, og hvor de nævnes.")
    ] = False,
    page: Annotated[
        Path | None, typer.Option("--html", metavar="FIL", help="Skriv kortet som én HTML-fil.")
    ] = None,
    overwrite: options.Overwrite = False,
    json: options.Json = False,
    form: Annotated[
        MapFormat | None, typer.Option("--format", metavar="FORMAT", help="Kortets form.")
    ] = None,
    own: options.Collection = None,
    colour: options.Colour = "auto",
) -> int:
    """Show the links between sections."""
    from strategikort.links.compare import all_disagreements
    from strategikort.links.evidence import EvidenceRoom
    from strategikort.links.model import KINDS
    from strategikort.links.network import build_map, named_in
    from strategikort.output.export.target import refuse_existing, refuse_read
    from strategikort.output.map_text import MapText

    wanted = options.chosen_format(json, form)
    drawn_as = f"--format {form}" if form in ("mermaid", "dot", "graphml", "html") else ""
    if page is None and overwrite:
        options.refuse_alone("--overskriv", "--html")
    _refuse_together(page, kind, limit, names=names, drawn_as=drawn_as)
    if limit is not None and wanted != "tekst":
        options.refuse_form("-n")
    if page is not None:
        refuse_existing(page, overwrite=overwrite)
    kinds = [options.one_of(word, KINDS, "en slags forbindelse") for word in kind or []]
    collection = open_collection(own)
    if page is not None:
        refuse_read(page, (file for _, file in collection.own_files()))
    chosen = set(ids_named(collection, document))
    focus = _focus(collection, references or [], chosen)
    network = build_map(collection, kinds=kinds or KINDS, focus=focus, documents=[*chosen])
    sections = {section.id: section for section in collection.sections()}
    narrowed = (chosen or focus) and not names
    shown = [*chosen, *_documents_of(network, sections)] if narrowed else collection.by_id
    remark(*remarks.changed(collection, shown))
    if page is None and wanted == "tekst":
        drawn = MapText(network, collection.by_id, sections, screen(colour, collection))
        if names:
            write(drawn.names(named_in(network.names, network.focus or sections)))
        elif focus:
            write(drawn.focus(EvidenceRoom(collection), limit))
        else:
            write(drawn.overview(limit or _MOST))
    elif wanted in ("mermaid", "dot", "graphml"):
        from strategikort.output import map_graph

        draw = {"mermaid": map_graph.mermaid, "dot": map_graph.dot, "graphml": map_graph.graphml}
        write(draw[wanted](network, collection.by_id, sections))
    else:
        from strategikort.output.map_data import map_object

        differing = all_disagreements(collection, [*chosen])
        answer = map_object(network, differing, collection.by_id, sections)
        if page is not None or wanted == "html":
            _write_page(answer, sections, page, overwrite=overwrite)
        if wanted == "json":
            write_json(**answer)
    if not network.links:
        remark("Der er ingen forbindelser at vise.")
    return 0 if network.links else 1


def _write_page(
    answer: Object, sections: Mapping[str, Section], page: Path | None, *, overwrite: bool
) -> None:
    """Write a map as HTML into a file, or to standard output."""
    from strategikort.output.export.target import write_text
    from strategikort.output.map_html import map_page

    text = map_page(answer, sections)
    if page is None:
        write(text)
    else:
        write_text(page, [text], overwrite=overwrite)
        remark(f"Kortet er skrevet til {page}. Åbn filen i en browser.")


def _refuse_together(
    page: Path | None, kind: Sequence[str] | None, limit: int | None, *, names: bool, drawn_as: str
) -> None:
    """Raise ``UsageError`` for options of which one leaves nothing for another to say."""
    number, file = "-n" if limit is not None else "", "--html" if page else ""
    options.refuse_together("-n", file if number else "")
    if names:
        options.refuse_together("--navne", "--slags" if kind else "", number, file or drawn_as)
    if page is not None and drawn_as != "--format html":
        options.refuse_together("--html", drawn_as)


def _documents_of(network: StrategyMap, sections: Mapping[str, Section]) -> list[str]:
    """Return the documents of what stands on a map, in the order of its links."""
    shown = [*network.focus, *(end for link in network.links for end in (link.source, link.target))]
    return list(dict.fromkeys(sections[name].document for name in shown))


def _focus(collection: Collection, references: list[str], documents: Set[str]) -> list[str]:
    """Return the ids of the sections that the references name, with all that belongs to them.

    Of several that one may mean it is the one in ``documents`` (ids).
    """
    ids: dict[str, None] = {}
    for reference in collection.resolver.parted(collection.with_files(references)):
        try:
            resolution = collection.resolve(reference)
        except AmbiguousReferenceError:
            there = collection.named(reference, documents=documents).sections if documents else ()
            if not there:
                raise
            resolution = Resolution(tuple(section.id for section in there))
        say_what_was_meant(reference, resolution)
        if resolution.is_part:
            remark(options.WHOLE_SECTIONS)
            named = [section.id for section in collection.named(reference).sections]
        else:
            named = collection.with_descendants(resolution.ids)
        ids.update(dict.fromkeys(named))
    return list(ids)
