"""Documents and sections of a collection, as people name them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from strategikort.catalog.words import KindWords
from strategikort.contents import Contents, in_one_state, several
from strategikort.errors import AmbiguousReferenceError, UnknownReferenceError
from strategikort.index.names import Names
from strategikort.language.fold import fold, normalize
from strategikort.model import Document, Hit, Section
from strategikort.references.readings import read
from strategikort.references.resolver import Named, Resolver
from strategikort.references.whole import whole_document
from strategikort.references.written import Resolution

if TYPE_CHECKING:
    from strategikort.citation.verdict import Cited

ANYTHING = "*"
"""What stands for anything in the name of a document."""


class NamedContents(Contents):
    """Contents that are asked for by the names of documents, sections and kinds."""

    _of_one_state: ClassVar[tuple[str, ...]] = (
        *Contents._of_one_state,
        *("resolver", "_names", "kind_words"),
    )

    @in_one_state
    def named_document(self, name: str) -> Document:
        """Return the document that ``name`` means: an id, a title, or the file of a user's own.

        Raises ``UnknownReferenceError``, and ``AmbiguousReferenceError`` for a title or a name of
        a file that several have.
        """
        found = self._document_named(name)
        if found is None:
            self._check_added(name)
        return self.document(found or name)

    @in_one_state
    def named_documents(self, *names: str) -> list[str]:
        """Return the ids of the documents that ``names`` mean, each once.

        A star in a name stands for anything: ``rapport-*`` are all with such an id, and with a
        slash, ``*/2024/*``, all whose file has such a path.  Raises as :meth:`named_document`
        does, and ``UnknownReferenceError`` for a name with a star that fits none.

        >>> collection.named_documents("t*", "rk")
        ['tech', 'rk']
        """
        found: dict[str, None] = {}
        for name in names:
            if ANYTHING in name:
                meant = self._like(name, self.documents)
            else:
                meant = [self.named_document(name).id]
            found |= dict.fromkeys(meant)
        return list(found)

    @staticmethod
    def _like(pattern: str, documents: Iterable[Document]) -> list[str]:
        """Return the ids of those of ``documents`` that a name with a star in it means."""
        by_file = "/" in pattern
        key = _path_key if by_file else fold
        parts = [re.escape(key(part)) for part in pattern.split(ANYTHING)]
        like = re.compile(".*".join(parts), re.DOTALL)
        named = [(item.id, item.file if by_file else item.id) for item in documents]
        found = [document for document, name in named if like.fullmatch(key(name))]
        if not found:
            raise UnknownReferenceError(
                f"Intet dokument i samlingen passer til »{pattern}«.",
                "* står for hvad som helst: »*-2024« i id'er, »*/2024/*« i filernes stier. "
                "Se alle dokumenter med strategikort dokumenter.",
                code="unknown_document",
            )
        return found

    def with_files(self, references: Sequence[str], *, by_ending: bool = False) -> list[str]:
        """Return references with the id of a document for the file that one begins with.

        ``rapport.pdf, s. 3`` is ``rapport-2024, s. 3``; the ending may be left out.  What names
        something is left as it is, and with ``by_ending`` what has no ending of a file.  Raises
        ``UnknownReferenceError`` for a file that is no document, and ``AmbiguousReferenceError``
        for a name of several.
        """
        parted = self.resolver.parted(references)
        read = [self._with_file(reference, by_ending=by_ending) for reference in parted]
        return read if read != parted else list(references)

    def _with_file(self, reference: str, *, by_ending: bool = False) -> str:  # noqa: ARG002
        return reference  # only own documents have files that a user can name

    def _with_ids(self, text: str) -> str:
        return text

    def _check_added(self, name: str) -> None:
        """Raise ``UnknownReferenceError`` for the name of a file that is no document."""

    def _document_named(self, name: str, *, by_own_file: bool = False) -> str | None:  # noqa: ARG002
        """Return the id of the document that ``name`` means; None if it means none.

        With ``by_own_file`` a file is only known by its whole name, and as what was read.
        """
        found = self.resolver.document(name)
        if found is None:
            self.resolver.check_title(name)
        return found

    @in_one_state
    def with_descendants(self, ids: Sequence[str]) -> list[str]:
        """Return ``ids`` and all that belongs to them, parents first, each id once."""
        ids = several(ids)
        children: dict[str, list[str]] = {}
        level: Sequence[str] = ids
        while level:
            below = self._names.children(level)
            children |= below
            level = [child for found in below.values() for child in found]
        found: dict[str, None] = {}

        def visit(section_id: str) -> None:
            if section_id not in found:
                found[section_id] = None
                for child in children.get(section_id, []):
                    visit(child)

        for section_id in ids:
            visit(section_id)
        return list(found)

    @cached_property
    def resolver(self) -> Resolver:
        """What turns references as people type them into ids."""
        return Resolver(self._names)

    @cached_property
    def _names(self) -> Names:
        return Names([store.connection for store in self._stores], self.kind_words.names)

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
    def named(self, *references: str, inside: bool = False, whole: bool = False) -> Named:
        """Return the sections that references name; with ``inside`` all that belongs to them too.

        Of a section of which pages or lines are named, that part is given, as a section of its
        own; with ``whole`` a document is one section without text or place.  Raises as
        :meth:`resolve` does.

        >>> found = collection.named("pejlemærke 3", "partnerskab japan")
        >>> [section.id for section in found.sections]
        ['uss/pejlemærker/3', 'partnerskaber/japan']
        >>> len(collection.named("rk 6", inside=True).sections)
        16
        """
        sections: dict[object, Section] = {}
        taken_for: dict[str, str] = {}
        before, resolution = "", Resolution(())
        for reference in self.resolver.parted(self.with_files(references)):
            try:
                resolution = self.resolve(reference)
            except UnknownReferenceError:
                # Of »rk 31«, typed apart, it is no answer that there is no »31«.
                if not resolution.document and len(resolution.ids) < 2:
                    raise
                resolution = self.resolve(f"{before} {reference}")
            before = reference
            if resolution.taken_for:
                taken_for[reference] = resolution.taken_for
            parts = self.located(resolution)
            if whole and resolution.document and not resolution.is_part:
                found = [whole_document(self.document(resolution.document))]
            elif parts:
                from strategikort.references.located import cut

                found = [cut(part) for part in parts]
            else:
                if resolution.is_part:
                    where = ", ".join(resolution.ids)
                    told = [step.shown(span) for step in resolution.steps for span in step.spans]
                    unseen = f"{', '.join(told)} ses ikke i teksten"
                    why = unseen if told else "sidetallene kendes ikke"
                    taken_for[reference] = f"{where}; {why}"
                ids = self.with_descendants(resolution.ids) if inside else resolution.ids
                found = self.get(ids)
            for section in found:
                sections.setdefault((section.id, section.pieces), section)
        return Named(tuple(sections.values()), taken_for)

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
            for passage in self.passages(document)
            if passage.section.id in ids
        ]
        parts: list[Hit] = []
        known = any(passage.place.pages for passage in passages)
        for document, here in groupby(sections, key=lambda section: section.document):
            source = self.source(document)
            found = parts_in(here, source, self._page_of_line(document), passages, named)
            parts += found
            if (named.lines or named.document or known) and not (
                found and are_all(found, source, named)
            ):
                raise not_there(sections, passages, source, named, partly=bool(found))
        return parts

    def _on_steps(self, named: Resolution) -> list[Hit]:
        """Return the numbers, letters and sentences that are named in a section, or in several.

        None of a law's section whose text does not show them.
        """
        from strategikort.references.located import on_steps
        from strategikort.structure.places import Places

        parts: list[Hit] = []
        errors: list[UnknownReferenceError] = []
        for section in self.get(named.ids):
            # The titles in an annex are no part of what its numbers are called by.
            below = self.get(section.children)
            inside = ("stykke", "led")
            below = [one for one in below if one.kind in inside or section.kind == "bilag"]
            ids = {section.id, *section.children}
            document = section.document
            passages = [item for item in self.passages(document) if item.section.id in ids]
            places = Places(self.source(document), self._page_of_line(document))
            try:
                parts += on_steps([section, *below], places, passages, named)
            except UnknownReferenceError as error:
                errors.append(error)
        if errors and not parts:
            raise errors[0]
        return parts

    @in_one_state
    def ids_beginning(self, typed: str) -> list[tuple[str, str]]:
        """Return the ids of sections that begin with ``typed`` in any spelling, with titles."""
        return list(self._names.ids_beginning(typed))

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
            from strategikort.references.steps import OF_LAWS

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

    def _kinds_of(self, ids: Sequence[str]) -> set[str]:
        return {section.kind for section in self.get(ids)}

    def _lines_of(self, found: Resolution) -> tuple[tuple[int, int], ...]:
        """Return the lines of numbers, letters and sentences, and of what leads to them."""
        from strategikort.references.parts import leads_of
        from strategikort.structure.places import Places

        lines: list[tuple[int, int]] = []
        for part in self.located(found):
            section = self.section(part.section.id)
            document = section.document
            places = Places(self.source(document), self._page_of_line(document))
            for start, end in leads_of(section.text.text, found.steps):
                lines += places.of_passage(section, start, end).lines
            lines += part.place.lines
        return tuple(dict.fromkeys(lines))

    @cached_property
    def kind_words(self) -> KindWords:
        """The words for kinds of sections."""
        words: dict[str, tuple[str, ...]] = {}
        for store in self._stores:
            words = {**store.kind_words().names, **words}
        return KindWords(words)

    @in_one_state
    def kind(self, word: str) -> str:
        """Return the kind that ``word`` (``pejlemærker``, ``konklusion``) names.

        Raises ``StrategikortError`` for a word that names none.
        """
        kind = self.resolver.kind(word)
        if kind is None:
            from strategikort.references.suggestions import unknown_kind

            raise unknown_kind(word, self.kind_words.names)
        return kind


def _path_key(path: str) -> str:
    return normalize(path).replace("\\", "/").casefold()
