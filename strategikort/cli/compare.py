"""``strategikort sammenlign``: what the documents say, side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Annotated, Literal

import typer

from strategikort.cli import options
from strategikort.cli.collection import ids_named, open_collection
from strategikort.cli.framework import UsageError, details
from strategikort.cli.framework.session import current
from strategikort.cli.terminal import remark, screen, write, write_json
from strategikort.library import Collection
from strategikort.output import remarks
from strategikort.output.screen import Screen

_MOST = 3
"""Places of each document, unless another number is given."""

_PLACED = r"[/\d]"
"""What an id and a number have, and a subject seldom."""


@details(
    """Et emne giver en blok for hvert dokument med de bedste steder og nævner dem, der intet siger.
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
        typer.Argument(metavar="EMNE|HENVISNING", help="Et emne eller mindst to afsnit."),
    ] = None,
    document: options.Document = None,
    limit: Annotated[
        int | None,
        typer.Option(
            *("-n", "--antal"),
            metavar="ANTAL",
            min=1,
            max=100,
            help=f"Steder pr. dokument, ellers {_MOST}.",
        ),
    ] = None,
    differences: Annotated[
        bool, typer.Option("--uenigheder", help="Vis kun, hvor teksterne siger hver sit.")
    ] = False,
    json: options.Json = False,
    form: Annotated[Literal["tekst", "json", "csv", "md"] | None, options.FORM] = None,
    own: options.Collection = None,
    colour: options.Colour = "auto",
) -> int:
    """Compare documents on a subject, or sections with each other."""
    wanted = options.chosen_format(json, form)
    collection = open_collection(own)
    chosen = ids_named(collection, document)
    terms = words or []
    if not terms and not differences:
        raise UsageError(
            "Der mangler et emne eller to henvisninger.",
            'Skriv fx strategikort sammenlign "kvanteteknologi".',
        )
    ids = _named(collection, terms) if terms else []
    if limit is not None and (ids or differences):
        raise _of_a_subject("-n")
    if ids and document and "dokument" not in current().places:
        raise _of_a_subject("-d")
    asked = _Asked(collection, chosen, wanted, colour)
    if differences:
        return asked.differences(ids, " ".join(terms))
    if ids:
        return asked.sections(ids)
    return asked.subject(options.one_subject(terms), limit or _MOST)


def _of_a_subject(option: str) -> UsageError:
    return UsageError(f"{option} gælder kun et emne.", "Udelad den.")


class _Asked:
    """What is compared: the documents that were chosen, and the form of the answer."""

    def __init__(
        self, collection: Collection, chosen: Sequence[str], wanted: str, colour: options.When
    ) -> None:
        self._collection, self._chosen = collection, chosen
        self._wanted, self._colour = wanted, colour
        self._documents = collection.by_id
        self._sections = {section.id: section for section in collection.sections()}

    def differences(self, ids: Sequence[str], subject: str) -> int:
        """Show where texts say different things: sections, those on a subject, or all."""
        from strategikort.links.compare import disagreements_between
        from strategikort.output import compare as shown

        collection, chosen = self._collection, self._chosen
        documents, sections = self._documents, self._sections
        remark(*remarks.changed(collection, chosen or documents))
        if ids:
            found = disagreements_between(collection, ids)
        else:
            found = collection.disagreements(subject, documents=chosen)
        if self._wanted == "json":
            items = [shown.disagreement_object(item, documents, sections) for item in found]
            write_json(disagreements=items)
        elif self._wanted != "tekst":
            write(shown.disagreements_table(self._wanted, found, documents, sections))
        elif found:
            write(shown.disagreements_text(found, documents, sections, self._screen()))
        if not found:
            remark("Der er intet fundet, hvor teksterne siger hver sit.")
        return 0 if found else 1

    def sections(self, ids: Sequence[str]) -> int:
        """Show sections side by side."""
        from strategikort.links.compare import compare_sections
        from strategikort.output import compare as shown

        documents, sections = self._documents, self._sections
        remark(*remarks.changed(self._collection, (sections[name].document for name in ids)))
        if self._wanted not in ("tekst", "json"):
            raise UsageError(
                f"sammenlign kan ikke svare i formatet {self._wanted} her.",
                "Brug --format tekst eller json.",
            )
        side = compare_sections(self._collection, ids)
        if self._wanted == "json":
            write_json(**shown.sections_compared_object(side, documents, sections))
        else:
            write(shown.sections_compared_text(side, documents, sections, self._screen()))
        return 0

    def subject(self, subject: str, limit: int) -> int:
        """Show what each document says about a subject."""
        from strategikort.output import compare as shown

        documents, sections = self._documents, self._sections
        remark(*remarks.changed(self._collection, self._chosen or documents))
        found = self._collection.compare(subject, documents=self._chosen, most=limit)
        for typed, meant in found.corrected.items():
            remark(f"»{typed}« findes ikke; der er søgt efter {', '.join(meant[:3])}.")
        match self._wanted:
            case "json":
                write_json(**shown.subject_object(found, documents, sections))
            case "csv" | "md":
                write(shown.subject_table(self._wanted, found, documents))
            case _ if found.columns or found.disagreements:
                write(shown.subject_text(found, documents, sections, self._screen()))
        if not found.columns:
            remark(f"Ingen af dokumenterne siger noget om »{found.subject}«.")
            named = [word for word in found.subject.split() if word.lower() in documents]
            if named and not self._chosen:
                remark(f"Dokumenter vælges med {' '.join(f'-d {name}' for name in named)}.")
        return 0 if found.columns else 1

    def _screen(self) -> Screen:
        return screen(self._colour, self._collection)


def _named(collection: Collection, terms: list[str]) -> list[str]:
    """Return the ids of sections if every term names one; empty if the terms are a subject."""
    if len(terms) > 1 and {term.lower() for term in terms} <= collection.by_id.keys():
        them = " ".join(f"-d {name}" for name in terms)
        raise UsageError(
            "Der mangler et emne at sammenligne dokumenterne om.",
            f"Skriv fx strategikort sammenlign klima {them}. Hvad de har til fælles, viser "
            f"strategikort kort {them}.",
        )
    references = collection.resolver.parted(collection.with_files(terms, by_ending=True))
    exact = [_ids(collection, reference) for reference in references]
    if any(
        found and re.search(_PLACED, name) for name, found in zip(references, exact, strict=True)
    ):
        # Beside a section a subject is none: it is one that there is not, or that is misspelt.
        exact = [
            found or _nearly(collection, name)
            for name, found in zip(references, exact, strict=True)
        ]
    if not exact or not all(exact):
        return []
    ids = [name for found in exact for name in found]
    # A word alone (»pejlemærker«) may be a subject, an id or a number is none.
    placed = len(references) > 1 or re.search(_PLACED, references[0])
    if len(set(ids)) > 1 and placed:
        return ids
    if placed:
        raise UsageError(
            "Der er kun ét afsnit at sammenligne.",
            "Skriv mindst to henvisninger, fx rk/24 uss/5.6.",
        )
    return []


def _nearly(collection: Collection, term: str) -> list[str]:
    """Return what a reference was taken for, and say so; raises an error for one that is none."""
    found = collection.resolve(term)
    if found.taken_for:
        remark(*remarks.taken_for({term: found.taken_for}))
    return list(found.ids)


def _ids(collection: Collection, term: str) -> list[str]:
    found = collection.resolver.exact(term)
    if found and found.is_part:
        remark(options.WHOLE_SECTIONS)
        return list(dict.fromkeys(section.id for section in collection.named(term).sections))
    return list(collection.resolver.exactly(term))
