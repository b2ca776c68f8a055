"""Quotations, checked against the documents of a collection."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from strategikort.given import check_text, several, whole_number
from strategikort.model import Section
from strategikort.searching import Searching
from strategikort.stores import in_one_state

if TYPE_CHECKING:
    from strategikort.citation.archive import Archive
    from strategikort.citation.evidence import PackageCheck
    from strategikort.citation.memo import Report
    from strategikort.citation.memofile import Memo
    from strategikort.citation.verdict import Verdict


class Verifying(Searching):
    """The documents of a collection, as what quotations are checked against."""

    @in_one_state
    def evidence_package(self, report: Report) -> bytes:
        """Return a ZIP file with all that proves what a report says, to be checked again later."""
        from strategikort.citation.evidence import make_package

        return make_package(report, self.archive, self._by_id)

    @in_one_state
    def check_package(self, data: bytes) -> PackageCheck:
        """Check the quotations of such a file again, and whether their sources are the same.

        Raises ``StrategikortError`` for what is no such file.
        """
        from strategikort.citation.evidence import check_package

        return check_package(data, self.archive_without, self._by_id)

    @cached_property
    def archive(self) -> Archive:
        """All sections as one stream of words, in which quotations are checked."""
        return self._archive_of(self.sections())

    def archive_without(self, documents: Iterable[str]) -> Archive:
        """Return the archive without some documents (ids)."""
        without = frozenset(several(documents, "documents"))
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

        check_text(quote, "quote")
        check_text(cited, "cited")
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

        check_text(text, "text", "En fil prøves med verify_file.")
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

        shortest = whole_number(shortest, "shortest", 1)
        memo = memo._replace(itself=self._documents_of(memo.sha256, path))
        archive = self.archive_without(memo.itself)
        return check_memo(
            archive,
            memo,
            self.cited,
            published=self._published_by,
            unpublished={document.id for document in self.documents if not document.publisher},
            min_length=shortest,
            progress=progress,
        )
