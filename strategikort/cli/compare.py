"""``strategikort sammenlign``: what the documents say, side by side."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from strategikort.cli.collection import ids_named, open_collection
from strategikort.cli.framework import UsageError, details
from strategikort.cli.options import (
    WHOLE_SECTIONS,
    CollectionOption,
    ColourOption,
    DocumentOption,
    FormatOption,
    JsonOption,
    chosen_format,
    remark,
    screen,
    write,
    write_json,
)
from strategikort.cli.originals import say_what_changed
from strategikort.errors import listed
from strategikort.library import Collection


@details(
    """Et emne giver en blok for hvert dokument med de bedste steder, og hvem der intet siger.
    To eller flere henvisninger sætter afsnittene ved siden af hinanden med det fælles markeret.

    Hvor teksterne siger hver sit om det samme, står begge steder; hvem der har ret, siges ikke.""",
    examples=(
        'strategikort sammenlign "kvanteteknologi"',
        "strategikort sammenlign rk/24 tech/prioriteter/1",
        "strategikort sammenlign --uenigheder",
        "strategikort sammenlign partnerskaber -d uss -d partnerskaber --json",
    ),
)
def compare(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="EMNE|HENVISNING", help="Et emne, eller to afsnit eller flere."),
    ] = None,
    document: DocumentOption = None,
    limit: Annotated[
        int,
        typer.Option("-n", "--antal", metavar="ANTAL", min=1, max=100, help="Steder pr. dokument."),
    ] = 3,
    differences: Annotated[
        bool, typer.Option("--uenigheder", help="Vis kun, hvor teksterne siger hver sit.")
    ] = False,
    json: JsonOption = False,
    form: FormatOption = None,
    own: CollectionOption = None,
    colour: ColourOption = "auto",
) -> int:
    """Compare documents on a subject, or sections with each other."""
    from strategikort.links import compare as comparing
    from strategikort.output import compare as shown

    wanted = chosen_format(json, form)
    collection = open_collection(own)
    documents = {item.id: item for item in collection.documents}
    chosen = ids_named(collection, document)
    terms = words or []
    if not terms and not differences:
        raise UsageError(
            "Der mangler et emne eller to henvisninger.",
            'Skriv fx strategikort sammenlign "kvanteteknologi".',
        )
    sections = {section.id: section for section in collection.sections()}
    if not terms:
        say_what_changed(collection, chosen or documents)
        found = comparing.all_disagreements(collection, chosen)
        found = [item for item in found if not chosen or comparing.concerns(item, chosen)]
        if wanted == "json":
            items = [shown.disagreement_object(item, documents, sections) for item in found]
            write_json(disagreements=items)
        elif wanted == "tekst":
            write(shown.disagreements_text(found, documents, sections, screen(colour, collection)))
        else:
            write(shown.disagreements_table(wanted, found, documents, sections))
        return 0 if found else 1
    ids = _named(collection, terms)
    if ids:
        say_what_changed(collection, (sections[name].document for name in ids))
        _only(wanted, ("tekst", "json"))
        side = comparing.compare_sections(collection, ids)
        if wanted == "json":
            write_json(**shown.sections_compared_object(side, documents, sections))
        else:
            write(
                shown.sections_compared_text(side, documents, sections, screen(colour, collection))
            )
        return 0
    _only(wanted, ("tekst", "json", "csv", "md"))
    say_what_changed(collection, chosen or documents)
    subject = comparing.compare_subject(collection, " ".join(terms), documents=chosen, most=limit)
    for typed, meant in subject.corrected.items():
        remark(f"»{typed}« findes ikke; der er søgt efter {', '.join(meant[:3])}.")
    match wanted:
        case "json":
            write_json(**shown.subject_object(subject, documents, sections))
        case "csv" | "md":
            write(shown.subject_table(wanted, subject, documents))
        case _ if subject.columns or subject.disagreements:
            write(shown.subject_text(subject, documents, sections, screen(colour, collection)))
    if not subject.columns:
        remark(f"Ingen af dokumenterne siger noget om »{subject.subject}«.")
    return 0 if subject.columns else 1


def _named(collection: Collection, terms: list[str]) -> list[str]:
    """Return the ids of sections if every term names one; empty if the terms are a subject."""
    if len(terms) > 1 and {term.lower() for term in terms} <= {d.id for d in collection.documents}:
        raise UsageError(
            "Der mangler et emne at sammenligne dokumenterne om.",
            f"Skriv fx strategikort sammenlign klima {' '.join(f'-d {name}' for name in terms)}.",
        )
    references = collection.resolver.parted(collection.with_files(terms, by_ending=True))
    exact = [_ids(collection, reference) for reference in references]
    if not exact or not all(exact):
        return []
    ids = [name for found in exact for name in found]
    # A word alone (»pejlemærker«) may be a subject, an id or a number is none.
    placed = len(references) > 1 or re.search(r"[/\d]", references[0])
    if len(set(ids)) > 1 and placed:
        return ids
    if placed:
        raise UsageError(
            "Der er kun ét afsnit at sammenligne.",
            "Skriv mindst to henvisninger, fx rk/24 uss/5.6.",
        )
    return []


def _ids(collection: Collection, term: str) -> list[str]:
    found = collection.resolver.exact(term)
    if found and found.is_part:
        remark(WHOLE_SECTIONS)
        return list(dict.fromkeys(section.id for section in collection.named(term).sections))
    return list(collection.resolver.exactly(term))


def _only(wanted: str, allowed: tuple[str, ...]) -> None:
    if wanted not in allowed:
        raise UsageError(
            f"sammenlign kan ikke svare i formatet {wanted} her.",
            f"Brug --format {listed(allowed, 'eller')}.",
        )
