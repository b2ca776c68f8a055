"""References as people write them, in a collection: sections, parts of them, and citations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from strategikort.documentnames import NamedDocuments
from strategikort.errors import AmbiguousReferenceError, UnknownReferenceError
from strategikort.given import check_text, check_texts, several
from strategikort.model import Hit, Section
from strategikort.references.finder import only
from strategikort.references.readings import read
from strategikort.references.resolution import Named, Resolution, whole_document
from strategikort.references.steps import OF_LAWS
from strategikort.stores import in_one_state

if TYPE_CHECKING:
    from strategikort.citation.verdict import Cited


class Chosen(NamedTuple):
    """What may be given of what references name: documents (ids) and kinds, none for all."""

    documents: Sequence[str]
    kinds: Sequence[str]

    @property
    def document(self) -> str:
        """The only document that may be given; empty if there are several."""
        return self.documents[0] if len(self.documents) == 1 else ""

    def has(self, section: Section) -> bool:
        """Tell whether a section is of one of the documents and one of the kinds."""
        return (not self.documents or section.document in self.documents) and (
            not self.kinds or section.kind in self.kinds
        )


class Referring(NamedDocuments):
    """Contents that are asked for by references."""

    @in_one_state
    def resolve(self, reference: str) -> Resolution:
        """Return the ids that a reference as people type it names.

        Raises ``UnknownReferenceError`` with the nearest real names as ``candidates``, and
        ``AmbiguousReferenceError`` with those it may mean.

        >>> collection.resolve("raadskonklusion 6").ids
        ('rk/6',)
        >>> collection.resolve("rk 99")
        Traceback (most recent call last):
        strategikort.errors.UnknownReferenceError: »rk 99« findes ikke i samlingen.
        """
        check_text(reference, "reference")
        reference = self._with_file(reference)
        try:
            return self.resolver.resolve(reference)
        except AmbiguousReferenceError:
            # Of several sections with one title the lines or numbers may tell which is meant.
            found = self.resolver.exact(reference)
            fitting = self._fitting(found) if found and (found.lines or found.steps) else []
            if len(fitting) == 1:
                return fitting[0]
            if found and found.steps and not fitting:
                self.located(found)  # tells what is there instead
            raise

    def _fitting(self, found: Resolution) -> list[Resolution]:
        """Return those of several sections, each by itself, that have the lines and pages named."""
        fitting: list[Resolution] = []
        for section_id in found.ids:
            one = found._replace(ids=(section_id,), several=False)
            try:
                self.located(one)
            except UnknownReferenceError:
                continue
            fitting.append(one)
        return fitting

    @in_one_state
    def named(
        self,
        *references: str,
        inside: bool = False,
        whole: bool = False,
        documents: Iterable[str] = (),
        kinds: Iterable[str] = (),
    ) -> Named:
        """Return the sections that references name; with ``inside`` all that belongs to them too.

        Of a section of which pages or lines are named, that part is given, as a section of its
        own; with ``whole`` a document is one section without text or place.  ``documents`` and
        ``kinds`` (ids and kinds) leave out all others, and so tell which is meant where a
        reference may be several things; in one document a number or a page is one of that.
        Raises as :meth:`resolve` does.

        >>> found = collection.named("pejlemærke 3", "partnerskab japan")
        >>> [section.id for section in found.sections]
        ['uss/pejlemærker/3', 'partnerskaber/japan']
        >>> len(collection.named("rk 6", inside=True).sections)
        16
        >>> [section.id for section in collection.named("Kina", documents=["uss"]).sections]
        ['uss/4.4']
        """
        check_texts(references, "references")
        chosen = Chosen(self._ids(documents), [self.kind(word) for word in several(kinds, "kinds")])
        sections: dict[object, Section] = {}
        taken_for: dict[str, str] = {}
        in_parts: set[str] = set()
        before, resolution = "", Resolution(())
        for reference in self.resolver.parted(self.with_files(references), chosen.document):
            resolution = self._resolved_behind(before, resolution, reference, chosen)
            before = reference
            if resolution.taken_for:
                taken_for[reference] = resolution.taken_for
            parts = self.located(resolution)
            if parts:
                from strategikort.references.located import cut

                found = [cut(part) for part in parts]
                in_parts.update(section.id for section in found)
            elif whole and resolution.document and not resolution.is_part:
                found = [whole_document(self.document(resolution.document))]
            else:
                if resolution.is_part:
                    taken_for[reference] = _unseen(resolution)
                ids = self.with_descendants(resolution.ids) if inside else resolution.ids
                found = self.get(ids)
            for section in filter(chosen.has, found):
                sections.setdefault((section.id, section.pieces), section)
        return Named(tuple(sections.values()), taken_for, frozenset(in_parts))

    def _resolved_behind(
        self, before: str, named: Resolution, reference: str, chosen: Chosen
    ) -> Resolution:
        """Return what a reference names, alone or behind the one ``before``, which is ``named``."""
        try:
            return self.resolve(reference)
        except AmbiguousReferenceError:
            every = self.resolver.exact(self._with_file(reference))
            if every is None or not any(chosen):
                raise
            fitting = [section.id for section in self.get(every.ids) if chosen.has(section)]
            return only(reference, every._replace(ids=tuple(fitting), several=True))
        except UnknownReferenceError:
            numbered = self._numbered(before, reference, chosen)
            if numbered is not None:
                return numbered
            # Of »rk 31«, typed apart, it is no answer that there is no »31«.
            if not named.document and len(named.ids) < 2:
                if not chosen.document:
                    raise
                before = chosen.document
            return self.resolve(f"{before} {reference}")

    def _numbered(self, before: str, reference: str, chosen: Chosen) -> Resolution | None:
        """Return the one section with the number that stands alone; None if it does not.

        Raises ``AmbiguousReferenceError`` for several.  Behind a name the number is of that.
        """
        if chosen.document or (before and not self.resolver.with_number(before)):
            return None
        ids = [one.id for one in self.get(self.resolver.with_number(reference)) if chosen.has(one)]
        return only(reference, Resolution(tuple(ids), several=True)) if ids else None

    @in_one_state
    def located(self, named: Resolution) -> list[Hit]:
        """Return the parts of sections on the pages and lines that are named; none for all.

        None also where a section is named whose pages are not known, or one of a law whose numbers
        are not.  Raises ``UnknownReferenceError`` where there is nothing there.
        """
        if not named.is_part:
            return []
        if named.steps:
            return self._on_steps(named)
        from strategikort.references.located import are_all, not_there, parts_in

        sections = self.get(self.with_descendants(named.ids))
        ids = {section.id for section in sections}
        passages = [
            passage
            for document in dict.fromkeys(section.document for section in sections)
            for passage in self._passages_of(document)
            if passage.section.id in ids
        ]
        parts: list[Hit] = []
        known = any(passage.place.pages for passage in passages)
        for document, here in groupby(sections, key=lambda section: section.document):
            places = self._places_of(document)
            found = parts_in(here, places, passages, named)
            parts += found
            if (named.lines or named.document or known) and not (
                found and are_all(found, places.source, named)
            ):
                raise not_there(sections, passages, places.source, named, partly=bool(found))
        return parts

    def _on_steps(self, named: Resolution) -> list[Hit]:
        """Return the numbers, letters and sentences that are named in a section, or in several.

        None of a law's section whose text does not show them.
        """
        from strategikort.references.stepped import on_steps

        parts: list[Hit] = []
        errors: list[UnknownReferenceError] = []
        for section in self.get(named.ids):
            # The titles in an annex are no part of what its numbers are called by.
            below = self.get(section.children)
            inside = ("stykke", "led")
            below = [one for one in below if one.kind in inside or section.kind == "bilag"]
            ids = {section.id, *section.children}
            every = self._passages_of(section.document)
            passages = [passage for passage in every if passage.section.id in ids]
            places = self._places_of(section.document)
            try:
                parts += on_steps([section, *below], places, passages, named)
            except UnknownReferenceError as error:
                errors.append(error)
        if errors and not parts:
            raise errors[0]
        return parts

    @in_one_state
    def is_missing(self, reference: str) -> bool:
        """Tell whether ``reference`` is a numbered place of which there is none.

        >>> collection.is_missing("pejlemærke 9"), collection.is_missing("uss, s. 999")
        (True, True)
        """
        return self._parts_named(reference) is None

    def _parts_named(self, reference: str) -> list[Hit] | None:
        """Return the parts on the pages and lines that ``reference`` names; none if it names none.

        None instead of a list for a numbered place of which there is none.
        """
        found = self.resolver.exact(reference)
        if found is None:
            return None if self.resolver.is_missing(reference) else []
        try:
            return self.located(found)
        except UnknownReferenceError:
            # Of several documents that may be meant, one is enough.
            fitting = self._fitting(found) if found.several else []
            if fitting:
                return [part for one in fitting for part in self.located(one)]
            # »Afrika linje 3« and »anbefaling 2 punkt 3« may be words to look for.
            said = any(map(str.isdigit, read(reference).body))
            if found.steps:
                of_law = all(section.kind in OF_LAWS for section in self.get(found.ids))
                said = of_law or self.resolver.is_missing(reference)
            missing = bool(found.document) or said
            return None if missing else []

    @in_one_state
    def cited(self, text: str) -> Cited | None:
        """Return where a citation says that something stands; None if it names no known place.

        >>> collection.cited("jf. rk 6, l. 70").lines
        ((70, 70),)
        """
        from strategikort.references.cited import Known, read_citation

        known = Known(self.resolver, self.is_missing, self._lines_of, self._kinds_of)
        return read_citation(self._with_ids(text), known)

    @in_one_state
    def _published_by(self, name: str) -> Cited | None:
        """Return all documents that ``name`` published, alone or with others; None if none.

        The government has also published what its ministries have, and they what it has.
        """
        from strategikort.citation.verdict import Cited

        found = self.resolver.composed.documents.publishers.spoken_by(name)
        return Cited(frozenset(found)) if found else None

    def _kinds_of(self, ids: Sequence[str]) -> set[str]:
        return {section.kind for section in self.get(ids)}

    def _lines_of(self, found: Resolution) -> tuple[tuple[int, int], ...]:
        """Return the lines of numbers, letters and sentences, and of what leads to them."""
        from strategikort.references.parts import leads_of

        lines: list[tuple[int, int]] = []
        for part in self.located(found):
            section = self.section(part.section.id)
            places = self._places_of(section.document)
            for start, end in leads_of(section.text.text, found.steps):
                lines += places.of_passage(section, start, end).lines
            lines += part.place.lines
        return tuple(dict.fromkeys(lines))


def _unseen(named: Resolution) -> str:
    """Say in Danish that all of a section is given, since the part named is not known."""
    told = [step.shown(span) for step in named.steps for span in step.spans]
    why = f"{', '.join(told)} ses ikke i teksten" if told else "sidetallene kendes ikke"
    return f"{', '.join(named.ids)}; {why}"
