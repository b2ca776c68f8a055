"""The one door to the collection for everybody outside: open it, read it, ask for a section."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from strategikort.builtin import open_builtin
from strategikort.closing import closed_on_failure
from strategikort.contents import in_one_state
from strategikort.errors import StrategikortError, listed
from strategikort.holdings.own import open_own
from strategikort.model import AbsenceReport, Hit, SearchResult, Section
from strategikort.owncontents import OwnContents
from strategikort.places import own_thesaurus
from strategikort.references.about import Within, asked_about, asked_for, asked_within
from strategikort.references.resolver import overview_of

if TYPE_CHECKING:
    from strategikort.citation.archive import Archive
    from strategikort.citation.memo import Report
    from strategikort.citation.verdict import Verdict
    from strategikort.index.filters import Filters
    from strategikort.index.shelf import Shelf
    from strategikort.links.compare import SectionComparison, SubjectComparison
    from strategikort.links.model import Link


_QUOTES = tuple('"»«“”„')


_OF_ALTERNATIVES = 50
"""Passages that are looked for of each alternative of a query, at least."""


class Collection(OwnContents):
    """Documents and their sections, and what can be asked of them.

    It can be used in a ``with`` statement, which closes it.  It belongs to the thread that opened
    it.  Every question is answered from one state of the user's documents, the newest there is
    then; see :meth:`snapshot`.  Ids are paths: ``rk/6/3``, ``uss/pejlemærker/3``.  In the examples
    below ``collection`` is an open one.

    >>> from strategikort import Collection
    >>> with Collection.open() as collection:
    ...     [document.id for document in collection.documents]
    ['uss', 'tech', 'rk', 'partnerskaber', 'cms']
    """

    @classmethod
    def open(cls, path: Path | None = None) -> Collection:
        """Open the built-in documents, and with them the user's own collection if there is one.

        ``path`` is that of the collection (default: the one that ``STRATEGIKORT_SAMLING`` names,
        else the one in the user's data folder).  Raises ``SourceError`` and ``ProfileError`` when
        the built-in files are not what they should be, ``CollectionError`` when the user's
        collection cannot be read or one that was chosen is not there.
        """
        builtin = open_builtin()
        with closed_on_failure(builtin):
            return cls(builtin, open_own(path))

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

    @in_one_state
    def absence(self, subject: str, *, documents: Sequence[str] = ()) -> AbsenceReport:
        """Return whether ``subject`` is absent from documents (ids; none for all), and the proof.

        Raises ``StrategikortError`` for a subject that is empty or too long, and
        ``UnknownReferenceError`` for an id that no document has.

        >>> collection.absence("biodiversitet", documents=["rk"]).absent
        True
        """
        from strategikort.index.shelf import join_absences

        chosen = [self.document(name) for name in self._ids(documents)] or list(self.documents)
        reports = [
            shelf.absence(subject, [item for item in chosen if item.id in here])
            for shelf, here in self._shelves_with([document.id for document in chosen])
        ]
        return join_absences(reports, self.unread([document.id for document in chosen]))

    @in_one_state
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

        A query that names sections (``rk 24``) is answered with them first; one that asks for a
        place by what it is about (»faktaboksen om …«) with those of its kind, one that names a
        document and nothing else (»udenrigsstrategien«) with how that begins, and one that names a
        place of which there is none (``pejlemærke 9``) with nothing.  What a document is
        asked (»hvad siger rådskonklusionerne om standarder«) is looked for in that before others.
        ``OR``, ``AND`` and ``NOT`` in capitals mean either, both and without.
        ``documents`` and ``kinds`` narrow the search (ids and kinds), ``exact`` turns every
        tolerance off.  Raises ``StrategikortError`` for a query that is empty or too long and for
        a kind that there is not, and ``UnknownReferenceError`` for an id that no document has.

        >>> result = collection.search("kvanteteknologi", documents=["tech"], limit=3)
        >>> hit = result.hits[0]
        >>> hit.section.id, hit.place.lines
        ('tech/prioriteter/5', ((879, 892),))
        >>> [hit.text[start:end] for start, end in hit.highlights]
        ['Kvanteteknologi', 'kvanteteknologi', 'kvanteteknologi']
        """
        from strategikort.index.filters import Filters
        from strategikort.index.operators import alternatives
        from strategikort.index.shelf import join_alternatives

        documents = self._ids(documents)
        kinds = [self.kind(word) for word in _each(kinds)]
        either = alternatives(query)
        if len(either) > 1:
            # What answers several of them may stand far down among the answers to one.
            most = max(limit, _OF_ALTERNATIVES)
            results = [
                self.search(one, documents=documents, kinds=kinds, limit=most, exact=exact)
                for one in either
            ]
            return join_alternatives(query, results, limit)
        # What is in quotation marks is asked for word for word.
        literal = exact or query.lstrip()[:1] in _QUOTES
        parts = [] if literal else self._parts_named(query)
        if parts is None:
            return SearchResult(query, (), (), 0)
        named = [] if literal else self._named(query, parts, documents, kinds)
        whole = None if literal or named else asked_for(query, self.resolver)
        if whole:
            named = [*self._among(self.resolver.resolve(whole).ids[:1], documents, kinds)]
        about = None if literal or named else asked_about(query, self.resolver)
        if about:
            documents = documents or about.documents
            parts = self._parts_named(about.subject) or []
            named = self._named(about.subject, parts, documents, kinds)
        wholly = exact or (literal and query.rstrip()[-1:] in _QUOTES)
        plain = not (wholly or named or documents or parts)
        within = asked_within(query, self.resolver) if plain else None
        # Where the name is that of a kind as well, the document has what is of that kind.
        if within and (about is None or about.subject == within.subject):
            found = self._within(query, within, Filters((), tuple(kinds)), limit)
            if found.hits:
                return found
        asked = about.subject if about else query
        filters = Filters((), tuple(kinds), about.kind if about else None, about is not None)
        found = self._found(asked, documents, filters, limit, named, exact)
        if not found.hits and not literal:
            document = self.resolver.document(query)
            ids = self.resolver.resolve(document).ids[:1] if document else ()
            first = self._among(ids, documents, kinds)
            if first:
                found = self._found(asked, documents, filters, limit, first, exact)
        return found._replace(query=query)

    def _within(self, query: str, within: Within, filters: Filters, limit: int) -> SearchResult:
        """Return what answers a query that names a document: the places in that first."""
        from strategikort.index.shelf import join_results

        others = [item.id for item in self.documents if item.id != within.document]
        results = [
            self._found(within.subject, chosen, filters, limit, (), exact=False)
            for chosen in ([within.document], others)
            if chosen
        ]
        first = [hit.section.id for hit in results[0].hits]
        found = join_results(results, first, limit)
        return found._replace(query=query, within=within.document)

    def _found(
        self,
        asked: str,
        documents: Sequence[str],
        filters: Filters,
        limit: int,
        named: Sequence[Section | Hit],
        exact: bool,
    ) -> SearchResult:
        from strategikort.index.hits import section_of
        from strategikort.index.shelf import join_results

        own = self._shelves[-1] if self._own else None
        numbered = self.resolver.speaks_of_places(asked)
        filters = filters._replace(numbered=numbered, elsewhere=numbered and not named)
        results = [
            shelf.search(
                asked,
                filters._replace(documents=tuple(here)),
                [
                    item
                    for item in named
                    if (section_of(item).document in self._own_ids) == (shelf is own)
                ],
                limit,
                exact=exact,
            )
            for shelf, here in self._shelves_with(documents)
        ]
        return join_results(results, (section_of(item).id for item in named), limit)

    @in_one_state
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

        return Archive(self.sections(), self.source, self._page_of_line)

    @in_one_state
    def verify(self, quote: str, *, cited: str = "") -> Verdict:
        """Return whether a quotation stands in the documents word for word, and where.

        ``cited`` is where it is said to stand (a citation or a reference); a quotation that
        stands elsewhere only is ``misplaced``.  A ``cited`` that names no known place is not
        looked at, and a note says so.

        >>> collection.verify("Rusland ser stort på international lov.").status.value
        'exact'
        >>> verdict = collection.verify("Rusland ser ikke stort på international lov.")
        >>> verdict.status.value, verdict.differences[0].quote
        ('altered', 'ikke')
        >>> collection.verify("Rusland ser stort på international lov.", cited="rk 6").status.value
        'misplaced'
        """
        from strategikort.citation.memo import check_quote

        report = check_quote(self.archive, quote, cited, self.cited)
        return report.quotes[0].verdict

    @in_one_state
    def verify_text(self, text: str, *, shortest: int = 20) -> Report:
        """Check every quotation of a text: »…«, "…", “…” and Markdown's block quotations.

        What stands behind a quotation in a parenthesis or a footnote or after »jf.« is read as
        its citation.
        Quotations of fewer than ``shortest`` characters are counted and not checked.

        >>> report = collection.verify_text("De skriver »Rusland ser stort på lov og ret«.")
        >>> report.all_exact
        False
        >>> report.summary
        '1 citat: 1 ændret.'
        """
        from strategikort.citation.memo import check_memo, memo_of_text

        return check_memo(self.archive, memo_of_text(text), self.cited, min_length=shortest)

    @in_one_state
    def verify_file(self, path: Path, *, shortest: int = 20) -> Report:
        """Check every quotation of a file: Markdown, text, HTML, Word or PDF.

        As :meth:`verify_text`; raises ``SourceError`` for a file that cannot be read as text, and
        ``OSError``.
        """
        from strategikort.citation.memo import check_memo, read_memo

        memo = read_memo(path.read_bytes(), path.name)
        return check_memo(self.archive, memo, self.cited, min_length=shortest)

    @in_one_state
    def links(self, *references: str, kinds: Sequence[str] = ()) -> tuple[Link, ...]:
        """Return how sections hang together: those that references name, or all.

        ``kinds`` are ``henvisning``, ``dokument``, ``initiativ``, ``navn`` and ``tema`` (none for
        all).  A ``tema`` is a suggestion to the reader, made of words that are shared and rare;
        the others are proven by their ``evidence``.  Raises ``StrategikortError`` for a kind that
        there is not, and as :meth:`resolve` does.

        >>> for link in collection.links("rk 24", kinds=["initiativ"])[:2]:
        ...     print(link.source, link.target, link.label, link.evidence[0].place.lines)
        tech/resultater rk/24 EU’s kontor på USA’s vestkyst ((169, 170),)
        tech/prioriteter/10 rk/24 EU’s handels- og teknologiråd ((1374, 1374),)
        """
        from strategikort.links.model import KINDS
        from strategikort.links.network import build_map

        kinds = _each(kinds)
        for kind in kinds:
            if kind not in KINDS:
                raise StrategikortError(
                    f"»{kind}« er ikke en slags forbindelse.",
                    f"Skriv {listed(KINDS, 'eller')}.",
                    code="unknown_kind",
                    candidates=KINDS,
                )
        named = self.named(*references, inside=True).sections
        focus = list(dict.fromkeys(section.id for section in named))
        return build_map(self, kinds=kinds or KINDS, focus=focus).links

    @in_one_state
    def compare(
        self, subject: str, *, documents: Sequence[str] = (), most: int = 3
    ) -> SubjectComparison:
        """Return what each document says about ``subject``, at most ``most`` passages each.

        ``documents`` are ids; none stands for all.  Raises ``StrategikortError`` for a subject
        that is empty or too long, and ``UnknownReferenceError`` for an id that no document has.

        >>> found = collection.compare("kvanteteknologi")
        >>> [(column.document.id, column.total) for column in found.columns]
        [('uss', 2), ('tech', 15), ('cms', 1)]
        >>> [document.id for document in found.silent]
        ['rk', 'partnerskaber']
        """
        from strategikort.links.compare import compare_subject

        return compare_subject(self, subject, documents=self._ids(documents), most=most)

    @in_one_state
    def compare_sections(self, *references: str) -> SectionComparison:
        """Return sections side by side: the words, names and links that they share.

        Raises as :meth:`resolve` does.

        >>> found = collection.compare_sections("pejlemærke 6", "tech/prioriteter/5")
        >>> [name.id for name in found.names]
        ['danmark', 'europa']
        """
        from strategikort.links.compare import compare_sections

        sections = self.named(*references).sections
        return compare_sections(self, list(dict.fromkeys(section.id for section in sections)))

    def _ids(self, documents: Sequence[str]) -> list[str]:
        """Return ``documents``, all of them known: a misspelt one must not look like silence."""
        return [self.document(name).id for name in _each(documents)]

    def _named(
        self, query: str, parts: Sequence[Hit], documents: Sequence[str], kinds: Sequence[str]
    ) -> list[Section | Hit]:
        if parts:
            return [part for part in parts if _allowed(part.section, documents, kinds)]
        ids = self.resolver.exactly(query) or self.resolver.beside(query)
        # Who asks for the priorities wants the list of them first, then each.
        above = overview_of(ids)
        return [*self._among([above, *ids] if above else ids, documents, kinds)]

    def _among(
        self, ids: Sequence[str], documents: Sequence[str], kinds: Sequence[str]
    ) -> list[Section]:
        return [section for section in self.get(ids) if _allowed(section, documents, kinds)]


def _each(names: Sequence[str]) -> Sequence[str]:
    """Return several names as they are; a single one is no sequence of letters."""
    return (names,) if isinstance(names, str) else names


def _allowed(section: Section, documents: Sequence[str], kinds: Sequence[str]) -> bool:
    return (not documents or section.document in documents) and (not kinds or section.kind in kinds)
