"""The one door to the collection for everybody outside: open it, read it, ask for a section."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from strategikort.builtin import open_builtin
from strategikort.catalog.words import KindWords
from strategikort.errors import StrategikortError, UnknownReferenceError
from strategikort.holdings.own import OwnStore, open_own
from strategikort.index.names import Names
from strategikort.index.store import Store
from strategikort.model import AbsenceReport, Document, Hit, Place, SearchResult, Section
from strategikort.places import own_thesaurus
from strategikort.references import Named, Resolution, Resolver
from strategikort.text.source import Source

if TYPE_CHECKING:
    from strategikort.citation.archive import Archive
    from strategikort.citation.memo import Report
    from strategikort.citation.verdict import Verdict
    from strategikort.editions.model import Comparison
    from strategikort.holdings.originals import FilePage, Original, State
    from strategikort.index.shelf import Shelf
    from strategikort.links.compare import SectionComparison, SubjectComparison
    from strategikort.links.model import Link


class Collection:
    """Documents and their sections, and what can be asked of them.

    It can be used in a ``with`` statement, which closes it.  It belongs to the thread that opened
    it.  The documents it knows are those there were when it was opened; open it again to see
    others.  Ids are paths: ``rk/6/3``, ``uss/pejlemærker/3``.  In the examples below
    ``collection`` is an open one.

    >>> from strategikort import Collection
    >>> with Collection.open() as collection:
    ...     [document.id for document in collection.documents]
    ['uss', 'tech', 'rk', 'partnerskaber', 'cms']
    """

    def __init__(self, store: Store, own: OwnStore | None = None) -> None:
        self._stores = (store, own.store) if own else (store,)
        self._own = own

    @classmethod
    def open(cls, path: Path | None = None) -> Collection:
        """Open the built-in documents, and with them the user's own collection if there is one.

        ``path`` is that of the collection (default: the one that ``STRATEGIKORT_SAMLING`` names,
        else the one in the user's data folder).  Raises ``SourceError`` and ``ProfileError`` when
        the built-in files are not what they should be, ``CollectionError`` when the user's
        collection cannot be read or one that was chosen is not there.
        """
        return cls(open_builtin(), open_own(path))

    def close(self) -> None:
        """Close the stores; what was read from them stays as it is."""
        for store in self._stores:
            store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The documents, in the order in which they are listed: the built-in ones first."""
        return tuple(document for store in self._stores for document in store.documents())

    @cached_property
    def _own_ids(self) -> frozenset[str]:
        return frozenset(self._own.ids() if self._own else ())

    def _store_of(self, document_id: str) -> Store:
        return self._stores[document_id in self._own_ids]

    def document(self, document_id: str) -> Document:
        """Return the document with this id; raises ``UnknownReferenceError``.

        >>> collection.document("rk").title
        "EU's digitale diplomati: Rådets konklusioner"
        """
        for document in self.documents:
            if document.id == document_id:
                return document
        raise UnknownReferenceError(
            f"Dokumentet »{document_id}« findes ikke i samlingen.",
            "Skriv et af id'erne i listen; strategikort dokumenter viser dem alle.",
            code="unknown_document",
            candidates=[document.id for document in self.documents],
        )

    def named_document(self, name: str) -> Document:
        """Return the document that ``name`` (an id or a title, in any spelling) means.

        Raises ``UnknownReferenceError``.
        """
        return self.document(self.resolver.document(name) or name)

    @cached_property
    def counts(self) -> dict[str, dict[str, int]]:
        """How many sections of each kind every document has, in reading order of first."""
        counts: dict[str, dict[str, int]] = {document.id: {} for document in self.documents}
        for store in self._stores:
            for document, kind, count in store.counts():
                counts[document][kind] = count
        return counts

    def source(self, document_id: str) -> Source:
        """Return the raw text of a document; raises ``UnknownReferenceError``."""
        return self._store_of(document_id).source(self.document(document_id))

    def sections(self, document_id: str | None = None) -> Iterator[Section]:
        """Go through all sections in reading order, of one document or of all."""
        stores = self._stores if document_id is None else (self._store_of(document_id),)
        for store in stores:
            yield from store.all_sections(document_id)

    def passages(self, document_id: str) -> Iterator[Hit]:
        """Go through the passages of a document in reading order, as a search would give them.

        A section of headings alone has one, without text.  The score is 1, since nothing was
        asked.  Raises ``UnknownReferenceError``.
        """
        from strategikort.index.records import load_place

        store = self._store_of(self.document(document_id).id)
        for section, start, end, place in store.all_passages(document_id):
            yield Hit(section, start, end, 1.0, load_place(place))

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Keep to one state of the collection, whatever other processes write meanwhile.

        They wait with what they have to write until this is over.
        """
        for store in self._stores:
            store.connection.execute("BEGIN")
            # A transaction that only reads begins with the first thing that it reads.
            store.connection.execute("SELECT count(*) FROM meta").fetchone()
        try:
            yield
        finally:
            for store in self._stores:
                store.connection.execute("ROLLBACK")

    def get(self, ids: Sequence[str]) -> list[Section]:
        """Return the sections with these ids, in the order asked for; unknown ids are left out.

        >>> [section.kind for section in collection.get(["rk/6", "rk/6/3", "rk/99"])]
        ['konklusion', 'led']
        """
        found = {section.id: section for store in self._stores for section in store.sections(ids)}
        return [found[section_id] for section_id in ids if section_id in found]

    def with_descendants(self, ids: Sequence[str]) -> list[str]:
        """Return ``ids`` and all that belongs to them, parents first, each id once."""
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

    def section(self, section_id: str) -> Section:
        """Return one section by its id; raises ``UnknownReferenceError``.

        >>> section = collection.section("uss/pejlemærker/3")
        >>> section.text.text
        'Støtte EU’s naboer mod øst og på Vestbalkan.'
        >>> section.lines
        ((181, 181),)
        """
        found = self.get([section_id])
        if not found:
            raise UnknownReferenceError(
                f"Afsnittet »{section_id}« findes ikke.", "Slå id'et op i strategikort dokumenter."
            )
        return found[0]

    @cached_property
    def resolver(self) -> Resolver:
        """What turns references as people type them into ids."""
        return Resolver(self._names)

    @cached_property
    def _names(self) -> Names:
        return Names([store.connection for store in self._stores], self.kind_words.names)

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
        return self.resolver.resolve(reference)

    def named(self, *references: str, inside: bool = False) -> Named:
        """Return the sections that references name; with ``inside`` all that belongs to them too.

        Raises as :meth:`resolve` does.

        >>> found = collection.named("pejlemærke 3", "partnerskab japan")
        >>> [section.id for section in found.sections]
        ['uss/pejlemærker/3', 'partnerskaber/japan']
        >>> len(collection.named("rk 6", inside=True).sections)
        16
        """
        ids: dict[str, None] = {}
        taken_for: dict[str, str] = {}
        for reference in self.resolver.parted(references):
            resolution = self.resolve(reference)
            if resolution.taken_for:
                taken_for[reference] = resolution.taken_for
            found = self.with_descendants(resolution.ids) if inside else resolution.ids
            ids.update(dict.fromkeys(found))
        return Named(tuple(self.get(list(ids))), taken_for)

    @cached_property
    def _shelves(self) -> tuple[Shelf, ...]:
        from strategikort.index.analysis import Analyzer
        from strategikort.index.shelf import Shelf
        from strategikort.language.thesaurus import Thesaurus

        analyzer = Analyzer()
        thesaurus = Thesaurus.load(own_thesaurus(), lexicon=analyzer.lexicon)
        return tuple(Shelf(store, analyzer, thesaurus) for store in self._stores)

    def _shelves_with(self, documents: Sequence[str]) -> list[tuple[Shelf, list[str]]]:
        """Return the shelves on which some of ``documents`` (none for all) stand, with these."""
        chosen = documents or [document.id for document in self.documents]
        shelves: list[tuple[Shelf, list[str]]] = []
        for number, shelf in enumerate(self._shelves):
            here = [name for name in chosen if (name in self._own_ids) == bool(number)]
            if here:
                shelves.append((shelf, here if documents else []))
        return shelves or [(self._shelves[0], list(documents))]

    def absence(self, subject: str, *, documents: Sequence[str] = ()) -> AbsenceReport:
        """Return whether ``subject`` is absent from documents (ids; none for all), and the proof.

        Raises ``StrategikortError`` for a subject that is empty or too long, and
        ``UnknownReferenceError`` for an id that no document has.

        >>> collection.absence("biodiversitet", documents=["rk"]).absent
        True
        """
        from strategikort.index.shelf import join_absences

        chosen = [self.document(name) for name in documents] or list(self.documents)
        reports = [
            shelf.absence(subject, [item for item in chosen if item.id in here])
            for shelf, here in self._shelves_with([document.id for document in chosen])
        ]
        return join_absences(reports, self.unread([document.id for document in chosen]))

    def unread(self, documents: Sequence[str] = ()) -> dict[str, str]:
        """Return for documents (ids; none for all) in Danish what of them could not be read."""
        return self._own.unread(documents) if self._own else {}

    @property
    def own_path(self) -> Path | None:
        """Where the user's own collection lies; None if there is none."""
        return self._own.path if self._own else None

    def own_document(self, name: str) -> str:
        """Return the id of the user's document that ``name`` (an id or a title) means.

        Raises ``UnknownReferenceError``, and ``StrategikortError`` for a built-in document.
        """
        document_id = self.named_document(name).id
        if document_id not in self._own_ids:
            raise StrategikortError(
                f"»{document_id}« er ikke et af dine egne dokumenter.",
                "Det følger med programmet og kan ikke ændres eller fjernes.",
                code="builtin_document",
            )
        return document_id

    def originals(self, documents: Sequence[str] = ()) -> list[tuple[Original, State]]:
        """Return the originals of the user's documents (ids; none for all) and their state."""
        return self._own.states(documents) if self._own else []

    def file_of(self, section: Section, *, beginning: bool = False) -> tuple[Path, FilePage | None]:
        """Return the file that a section was read from, and its page there, if it has pages.

        ``beginning`` asks for the first page.  Raises ``SourceError`` if the file is gone.
        """
        if section.document not in self._own_ids or self._own is None:
            from strategikort.catalog.builtin import seed_folder

            return seed_folder() / Path(self.document(section.document).file).name, None
        return self._own.file_of(section, beginning=beginning)

    def newest_edition(self, document_id: str) -> str:
        """Return the id of the newest edition of a document: itself, if none takes its place."""
        newer = {
            original.edition_of: original.document
            for original in (self._own.originals() if self._own else ())
            if original.edition_of
        }
        seen = {document_id}
        while document_id in newer and newer[document_id] not in seen:
            document_id = newer[document_id]
            seen.add(document_id)
        return document_id

    def compare_editions(self, old: str, new: str) -> Comparison:
        """Return what has become of the sections of one document in another, its later edition.

        Raises ``UnknownReferenceError``.
        """
        from strategikort.editions.compare import compare_editions

        one, other = self.document(old), self.document(new)
        return compare_editions(
            one,
            list(self.sections(old)),
            self.places_in(one),
            other,
            list(self.sections(new)),
            self.places_in(other),
        )

    def places_in(self, document: Document) -> Callable[[Section, int, int], Place]:
        """Return what gives the place of the characters ``[start, end)`` of a section's text."""
        from strategikort.structure.places import Places

        pages = {}
        if self._own and document.id in self._own_ids:
            pages = self._own.page_of_line(document.id, self.source(document.id))
        places = Places(self.source(document.id), pages)

        def place_of(section: Section, start: int, end: int) -> Place:
            place = places.of_passage(section, start, end)
            # A section on one page says where all of it stands.
            one = section.pages if len(section.pages) == 1 and place.chars else ()
            return place if place.pages else place._replace(pages=one)

        return place_of

    def altered(self, documents: Sequence[str]) -> dict[str, State]:
        """Return which of ``documents`` have an original that is changed, missing or unreadable.

        What is shown of them is what was read when they were added.
        """
        return self._own.altered(documents) if self._own else {}

    def search(
        self,
        query: str,
        *,
        documents: Sequence[str] = (),
        kinds: Sequence[str] = (),
        limit: int = 10,
        exact: bool = False,
    ) -> SearchResult:
        """Return the passages that answer ``query``, best first, at most ``limit``.

        A query that names sections (``rk 24``) is answered with them first.  ``documents`` and
        ``kinds`` narrow the search (ids and kinds), ``exact`` turns every tolerance off.  Raises
        ``StrategikortError`` for a query that is empty or too long.

        >>> result = collection.search("kvanteteknologi", documents=["tech"], limit=3)
        >>> hit = result.hits[0]
        >>> hit.section.id, hit.place.lines
        ('tech/prioriteter/5', ((879, 892),))
        >>> [hit.text[start:end] for start, end in hit.highlights]
        ['Kvanteteknologi', 'kvanteteknologi', 'kvanteteknologi']
        """
        from strategikort.index.retrieval import Filters
        from strategikort.index.shelf import join_results

        named = [] if exact else self._named(query, documents, kinds)
        results = [
            shelf.search(
                query,
                Filters(tuple(here), tuple(kinds)),
                [item for item in named if (item.document in self._own_ids) == (shelf is own)],
                limit,
                exact=exact,
            )
            for own in (self._shelves[-1] if self._own else None,)
            for shelf, here in self._shelves_with(documents)
        ]
        return join_results(results, (section.id for section in named), limit)

    def cite(
        self,
        *places: str | Section | Hit,
        style: str = "kort",
        quote: bool = False,
        accessed: str = "",
    ) -> str:
        """Return citations of references, sections or hits, ready to paste.

        ``style`` is ``kort``, ``fodnote``, ``apa``, ``chicago``, ``markdown``, ``bibtex``,
        ``ris``, ``csl-json`` or ``w3c``.  ``quote`` adds the words, shortened; ``accessed`` is
        the ISO date on which a web page was seen (default: today).  A misspelt reference is
        refused here, since nothing could be said of it.  Raises ``StrategikortError`` for an
        unknown style or a bad date, and as :meth:`resolve` does.

        >>> print(collection.cite("pejlemærke 4"))
        Regeringen/Udenrigsministeriet: Udenrigs- og sikkerhedspolitisk strategi, maj 2023, 4. pejlemærke, l. 183-184 [uss/pejlemærker/4]
        >>> hit = collection.search("kvantehub").hits[0]
        >>> collection.cite(hit, style="apa").splitlines()[0]
        '(Udenrigsministeriet, [2024], 5. prioritet, l. 894-932)'
        """  # noqa: E501
        from strategikort.citation.styles import cite
        from strategikort.citing import items_of_places

        return cite(items_of_places(self, places, accessed), style, quote=quote)

    @cached_property
    def archive(self) -> Archive:
        """All sections as one stream of words, in which quotations are checked."""
        from strategikort.citation.archive import Archive

        return Archive(self.sections(), self.source)

    def verify(self, quote: str, *, cited: str = "") -> Verdict:
        """Return whether a quotation stands in the documents word for word, and where.

        ``cited`` is where it is said to stand (a citation or a reference); a quotation that
        stands elsewhere only is ``misplaced``.  A ``cited`` that names no known place is not
        looked at.

        >>> collection.verify("Rusland ser stort på international lov.").status.value
        'exact'
        >>> verdict = collection.verify("Rusland ser ikke stort på international lov.")
        >>> verdict.status.value, verdict.differences[0].quote
        ('altered', 'ikke')
        >>> collection.verify("Rusland ser stort på international lov.", cited="rk 6").status.value
        'misplaced'
        """
        from strategikort.citation.memo import check_quote

        report = check_quote(self.archive, quote, cited, self.named_ids)
        return report.quotes[0].verdict

    def verify_text(self, text: str, *, shortest: int = 20) -> Report:
        """Check every quotation of a text: »…«, "…", “…” and Markdown's block quotations.

        What stands beside a quotation in a parenthesis or a footnote is read as its citation.
        Quotations of fewer than ``shortest`` characters are counted and not checked.

        >>> report = collection.verify_text("De skriver »Rusland ser stort på lov og ret«.")
        >>> report.all_exact
        False
        >>> report.summary
        '1 citat: 1 ændret.'
        """
        from strategikort.citation.memo import check_memo, memo_of_text

        return check_memo(self.archive, memo_of_text(text), self.named_ids, min_length=shortest)

    def verify_file(self, path: Path, *, shortest: int = 20) -> Report:
        """Check every quotation of a file: Markdown, text, HTML, Word or PDF.

        As :meth:`verify_text`; raises ``SourceError`` for a file that cannot be read as text, and
        ``OSError``.
        """
        from strategikort.citation.memo import check_memo, read_memo

        memo = read_memo(path.read_bytes(), path.name)
        return check_memo(self.archive, memo, self.named_ids, min_length=shortest)

    def links(self, *references: str, kinds: Sequence[str] = ()) -> tuple[Link, ...]:
        """Return how sections hang together: those that references name, or all.

        ``kinds`` are ``henvisning``, ``dokument``, ``initiativ``, ``navn`` and ``tema`` (none for
        all).  A ``tema`` is a suggestion to the reader, made of words that are shared and rare;
        the others are proven by their ``evidence``.  Raises as :meth:`resolve` does.

        >>> for link in collection.links("rk 24", kinds=["initiativ"])[:2]:
        ...     print(link.source, link.target, link.label, link.evidence[0].place.lines)
        tech/resultater rk/24 EU’s kontor på USA’s vestkyst ((169, 170),)
        tech/prioriteter/10 rk/24 EU’s handels- og teknologiråd ((1374, 1374),)
        """
        from strategikort.links.model import KINDS
        from strategikort.links.network import build_map

        named = self.named(*references, inside=True).sections
        focus = [section.id for section in named]
        return build_map(self, kinds=kinds or KINDS, focus=focus).links

    def compare(
        self, subject: str, *, documents: Sequence[str] = (), most: int = 3
    ) -> SubjectComparison:
        """Return what each document says about ``subject``, at most ``most`` passages each.

        ``documents`` are ids; none stands for all.  Raises ``StrategikortError`` for a subject
        that is empty or too long.

        >>> found = collection.compare("kvanteteknologi")
        >>> [(column.document.id, column.total) for column in found.columns]
        [('uss', 2), ('tech', 15), ('cms', 1)]
        >>> [document.id for document in found.silent]
        ['rk', 'partnerskaber']
        """
        from strategikort.links.compare import compare_subject

        return compare_subject(self, subject, documents=documents, most=most)

    def compare_sections(self, *references: str) -> SectionComparison:
        """Return sections side by side: the words, names and links that they share.

        Raises as :meth:`resolve` does.

        >>> found = collection.compare_sections("pejlemærke 6", "tech/prioriteter/5")
        >>> [name.id for name in found.names]
        ['danmark', 'europa']
        """
        from strategikort.links.compare import compare_sections

        sections = self.named(*references).sections
        return compare_sections(self, [section.id for section in sections])

    def _named(self, query: str, documents: Sequence[str], kinds: Sequence[str]) -> list[Section]:
        ids = self.resolver.exactly(query)
        return [
            section
            for section in self.get(ids)
            if (not documents or section.document in documents)
            and (not kinds or section.kind in kinds)
        ]

    def ids_beginning(self, typed: str) -> list[tuple[str, str]]:
        """Return the ids of sections that begin with ``typed`` in any spelling, with titles."""
        return list(self._names.ids_beginning(typed))

    def named_ids(self, name: str) -> tuple[str, ...]:
        """Return the ids that ``name`` names exactly: sections, or a document; else none."""
        document = self.resolver.document(name)
        return (document,) if document else self.resolver.exactly(name)

    @cached_property
    def kind_words(self) -> KindWords:
        """The words for kinds of sections."""
        words: dict[str, tuple[str, ...]] = {}
        for store in self._stores:
            words = {**store.kind_words().names, **words}
        return KindWords(words)

    def kind(self, word: str) -> str:
        """Return the kind that ``word`` (``pejlemærker``, ``konklusion``) names.

        Raises ``StrategikortError`` for a word that names none.
        """
        kind = self.resolver.kind(word)
        if kind is None:
            raise StrategikortError(
                f"»{word}« er ikke en slags afsnit.",
                "Skriv fx pejlemærke, prioritet, konklusion eller faktaboks.",
                code="unknown_kind",
                candidates=sorted(self.kind_words.names),
            )
        return kind
