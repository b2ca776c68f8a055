"""What stands above a quotation: the heading that it alone is under, the name of its column."""

from __future__ import annotations

import re
from bisect import bisect_right

from strategikort.citation.markup import headings
from strategikort.citation.memofile import Memo
from strategikort.citation.placenames import WORD, Resolve, is_name
from strategikort.citation.sentence import ITEM_MARK, OWN_CITATION
from strategikort.citation.tables import Tables
from strategikort.citation.verdict import Cited

_NUMBER = re.compile(
    r"\A\W*(?:\d[\d.]*\.?\s+)?(?:(?:(?:citat(?:er)?|uddrag)\s+)?fra\s+)?", re.IGNORECASE
)
_BEGINS = re.compile(rf"(?:\A|\n)(?:[^\S\n]|>)*(?:{ITEM_MARK}[^\S\n]+)?[*_]*\Z")
"""What stands between the beginning of a line and a quotation that is all of it."""
_ENDS = re.compile(rf"[.,]?[*_]*(?:{OWN_CITATION.pattern})?[.,]?[*_]*[^\S\n]*(?:\n|\Z)")
_SORT = re.compile(
    r"(?i)\S*(?:strategi|konklusion(?:er)?|rapport|memo|notat|aftale|redegørelse|udspil|plan)"
)
"""What a document is called; a topic has another name."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SEEN = 200
"""Characters in front of a quotation in which the beginning of its line is looked for."""


class Above:
    """The headings of a memo and the columns of its tables."""

    def __init__(self, memo: Memo, text: str, tables: Tables) -> None:
        self._text = text
        self._tables = tables
        parts = [(at, heading) for at, heading in memo.parts if heading]
        self._headings = headings(text) if memo.markdown else parts

    def of(self, start: int, end: int, *, block: bool) -> str:
        """Return what stands above ``[start, end)``; empty above what is said in a text."""
        if self._tables.row_at(start):
            return self._tables.head_over(start)
        index = bisect_right(self._headings, start, key=lambda heading: heading[0]) - 1
        alone = block or self._is_alone(start, end)
        return self._headings[index][1] if index >= 0 and alone else ""

    def _is_alone(self, start: int, end: int) -> bool:
        begins = _BEGINS.search(self._text[max(0, start - _SEEN) : start])
        return begins is not None and _ENDS.match(self._text, end) is not None


def document_above(above: str, resolve: Resolve) -> tuple[str, Cited | None]:
    """Return what stands above a quotation as the name of a document, and that; or nothing."""
    name = _NUMBER.sub("", above).strip(" *_:.")
    words = [*WORD.finditer(name)]
    if not words:
        return "", None
    called = any(_SORT.fullmatch(word.group().strip(",.()")) for word in words)
    if not (called or _YEAR.search(name) or is_name(words, 0, len(words))):
        return "", None
    cited = resolve(name)
    if cited is None or cited.unread or any("/" in place for place in cited.everywhere):
        return "", None
    return name, cited
