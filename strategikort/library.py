"""The one door to the collection for everybody outside: open it, read it, ask for a section."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from strategikort.builtin import open_builtin
from strategikort.closing import closed_on_failure
from strategikort.contents import in_one_state, several
from strategikort.danish import listed
from strategikort.errors import StrategikortError
from strategikort.holdings.opening import open_own
from strategikort.model import Hit, Section
from strategikort.searching import Searching

if TYPE_CHECKING:
    from strategikort.citation.archive import Archive
    from strategikort.citation.found import Passage
    from strategikort.citation.memo import Report
    from strategikort.citation.memofile import Memo
    from strategikort.citation.verdict import Verdict
    from strategikort.links.compare import SectionComparison, SubjectComparison
    from strategikort.links.model import Link


class Collection(Searching):
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

    _of_one_state = (*Searching._of_one_state, "archive")

    @classmethod
    def open(cls, path: str | PathLike[str] | None = None) -> Collection:
        """Open the built-in documents, and with them the user's own collection if there is one.

        ``path`` is that of the collection (default: the one that ``STRATEGIKORT_SAMLING`` names,
        else the one in the user's data folder).  Raises ``SourceError`` and ``ProfileError`` when
        the built-in files are not what they should be, ``CollectionError`` when the user's
        collection cannot be read or one that was chosen is not there.
        """
        builtin = open_builtin()
        with closed_on_failure(builtin):
            return cls(builtin, open_own(None if path is None else Path(path)))

    @in_one_state
    def cite(
        self,
        *places: str | Section | Hit | Passage,
        style: str = "kort",
        quote: bool = False,
        accessed: str = "",
    ) -> str:
        """Return citations of references, sections, hits or found quotations, ready to paste.

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
        from strategikort.citing import items_of_places, with_quotes

        items = items_of_places(self, places, accessed)
        return cite(with_quotes(self, items) if quote else items, style)

    @cached_property
    def archive(self) -> Archive:
        """All sections as one stream of words, in which quotations are checked."""
        return self._archive_of(self.sections())

    def archive_without(self, documents: Iterable[str]) -> Archive:
        """Return the archive without some documents (ids)."""
        without = frozenset(documents)
        if not without:
            return self.archive
        return self._archive_of(item for item in self.sections() if item.document not in without)

    def _archive_of(self, sections: Iterable[Section]) -> Archive:
        from strategikort.citation.archive import Archive

        return Archive(sections, self.source, self._page_of_line, self.same_texts)

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
        from strategikort.citation.memofile import memo_of_text

        return self.verify_memo(memo_of_text(text), shortest=shortest)

    @in_one_state
    def verify_file(self, path: str | PathLike[str], *, shortest: int = 20) -> Report:
        """Check every quotation of a file: Markdown, text, HTML, Word, OpenDocument or PDF.

        As :meth:`verify_text`; raises ``SourceError`` for a file that cannot be read as text, and
        ``OSError``.
        """
        from strategikort.citation.memofile import read_memo

        file = Path(path)
        return self.verify_memo(read_memo(file.read_bytes(), file.name), file, shortest=shortest)

    @in_one_state
    def verify_memo(
        self,
        memo: Memo,
        path: Path | None = None,
        *,
        shortest: int = 20,
        progress: Callable[[int, int], None] | None = None,
    ) -> Report:
        """Check every quotation of a text that has been read, from ``path`` if it is a file.

        A document of the collection that is this very text is no source for what it quotes.
        ``progress`` is told after each quotation how many of how many have been checked.
        """
        from strategikort.citation.memo import check_memo

        memo = memo._replace(itself=self._documents_of(memo.sha256, path))
        archive = self.archive_without(memo.itself)
        return check_memo(archive, memo, self.cited, min_length=shortest, progress=progress)

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

        kinds = several(kinds)
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
