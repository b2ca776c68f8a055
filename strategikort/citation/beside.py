"""The citation of a quotation: what stands beside it, or what a mark beside it leads to.

It is a parenthesis, a footnote, what follows »jf.«, the number of a list of sources, a line below
a block quotation, or the cell of its row under »Kilde«.  »Ibid.« is the citation before.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterator
from typing import NamedTuple

from strategikort.citation.markup import FOOTNOTE_MARK, footnotes
from strategikort.citation.memofile import Memo
from strategikort.citation.remarks import EMPHASIS, OWNED
from strategikort.citation.sentence import LONGEST, TITLED
from strategikort.citation.sources import counted_marks, listed_sources, numbers_of
from strategikort.citation.tables import Tables

_BESIDE = re.compile(r"[.,;:!?]?[*_]{0,3}\\?\s{0,3}(?:<\w{1,5}\s?/?>)?[*_]{0,3}[(\[]")
_ID = re.compile(r"[^\W_][\w.-]*/[\w./-]+\]")
"""An id in brackets, as this program writes it."""

_JF = re.compile(
    r"[,;]?[*_]{0,3}\s{1,3}(?:jf|jfr|jævnfør|cf|se)\b\.?\s+(?!også|desuden|fx|f\.)"
    rf"((?:(?!\.\s+[A-ZÆØÅ]|\n\s*\n)(?:{TITLED}|[^;«»“”„\"])){{1,{LONGEST}}})"
)
_REMARK = re.compile(rf"(?i)(?:{OWNED}\s\w+|{EMPHASIS}|sic!?)\)[*_]{{0,3}}\s?\(")
_NUMBER_AT_END = re.compile(r"(?<=[^\W\d_]{3})(\d{1,2})[.,;]?\s*$")
_TAIL_LENGTH = 9
"""Characters at the end of a quotation that hold its last letters and the number of a note."""
_BELOW = re.compile(
    r"\s*\n[^\S\n]*(?:[—–]\s*([^\n]+)|\(([^\n]+)\)\.?|(?i:kilde):\s*([^\n]+))(?=\n|$)"
)
"""The line under a block quotation that says where it is from."""
_APART = re.compile(
    r"[^\S\n]*\n\s*\n[^\S\n]*([^\s|#>*_«»“”„\"–—-]"
    rf"(?:{TITLED}|[^\n|«»“”„\"]){{1,{LONGEST}}})(?=\s*\n\s*\n\s*(.)|\s*\Z)"
)
_PLACED = re.compile(r"\b[sl]\. ?\d|\[[^\W_][\w.-]*/[\w./-]+\]?|,\D*\d")
"""What a paragraph below a block must have to be its source: a number behind a comma, or an id."""
_QUOTED_LINES = re.compile(r"(?:>[^\n]*\n?)+")
_LAST_PARAGRAPH = re.compile(rf"(?:\A|\n[^\S\n]*\n)[^\S\n]*([^\n|]{{1,{LONGEST}}}?)\s*\Z")
_WORDS_OF_SOURCE = 25
"""Words of what may be a source in front of a block, at most."""

_BRACKETED = re.compile(rf"([^\[\]\n]{{2,{LONGEST}}})\](?:\([^()\s]*\))?")
_LABELLED = re.compile(
    r"[.,;]?[*_]{0,3}\s{0,3}(?:[-*•–]\s+)?[*_]{0,3}Kilde[*_]{0,3}:[*_]{0,3}[^\S\n]*"
    rf"([^\n|]{{2,{LONGEST}}})"
)
_LINES = (
    r"(?:[^\n|]|\n(?!\s*(?:\n|[-*+•–>#|«»“”„\"(\[]|\d{1,3}[.)]\s|[a-zæøå]\)\s)))"
    rf"{{2,{LONGEST}}}(?![\w–-])"
)
"""What is too long is not cut in the middle of a number."""
_TAIL = re.compile(
    r"[.,;]?[*_]{0,3}(?:(?:[^\S\n]+(?:[–—-]{1,2}|/)|[^\S\n]*\n[^\S\n]*[–—])[^\S\n]+"
    rf"|,(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*))({_LINES})"
    r"|[.,;]?[*_]{0,3}[^\S\n]+`?([^\W_][\w.-]*/[\w./-]*\w)`?(?=[\s.,;]|\Z)"
    r"|[.,;]?[*_]{0,3}\\?[^\S\n]*\n[^\S\n]*"
    rf"([*_]{{0,3}}[^\s|#>*_«»“”„\"–—-][^\n|]{{1,{LONGEST}}})(?=\s*\n\s*\n|\s*\Z)"
)
"""What goes on behind a dash or a comma, which may be a citation: »…« – uss, s. 12.

A hyphen at the beginning of a line is that of a list.  An id needs neither.  The last is a line by
itself below.
"""

_IBID = re.compile(
    r"(?i)(?:ibid(?:em)?|sst|smst|sammesteds|samme(?:\s+(?:sted|kilde|værk))?"
    r"|a\.\s?(?:a|st)|op\.\s?cit|loc\.\s?cit)\b\.?[,;:]?\s*(.*)"
)
_PARENTHESIS = re.compile(rf"\(((?:[^()]|\([^()]*\)){{2,{LONGEST}}})\)")
_LOOKED_BACK = 5_000
"""Characters in which the citation is looked for that »ibid.« repeats."""


class Beside(NamedTuple):
    """A citation; where it ``runs_on``, the sentence may go on behind it.

    ``earlier`` is the citation that »ibid.« repeats; what is only ``perhaps`` a citation is none
    unless it names a place.  ``below`` is what a line under a block names.
    """

    citation: str = ""
    runs_on: bool = False
    earlier: str = ""
    perhaps: bool = False
    below: str = ""


class _Found(NamedTuple):
    """A citation and where what leads to it stands."""

    text: str
    at: int


class Citations:
    """The citations of one memo; ``text`` is its text as it is searched."""

    def __init__(self, text: str, memo: Memo) -> None:
        self._text = text
        self._notes = dict(memo.notes)
        self._marks = sorted(self._notes)
        self._named = footnotes(text)
        self._listed = listed_sources(memo.text)
        self._counted = counted_marks(text)
        self._blocks = dict(memo.quoted)
        self.tables = Tables(text, memo.tables)
        self._quoted: list[tuple[int, int]] = []
        self._below = 0

    def read(self, text: str) -> None:
        """Go on in another form of the text, in which everything stands at the same place."""
        self._text = text

    def of(self, start: int, end: int) -> Beside:
        """Return the citation of what is quoted at ``[start, end)`` of the text, marks included."""
        insort(self._quoted, (start, end))
        found = self._note(end) or self._numbers(end) or self._parenthesis(end)
        found = found or self._within(start, end)
        return self._read(found) if found else self._behind(start, end)

    def _behind(self, start: int, end: int) -> Beside:
        """Return the citation that is told by the words in front of it, or by none."""
        behind = _JF.match(self._text, end)
        if behind:
            return Beside(_line(behind[1]), runs_on=True)
        source = self.tables.source(start)
        labelled = None if source else _LABELLED.match(self._text, end)
        if source or labelled:
            return Beside(source or _line(labelled[1] if labelled else "").strip("*_ "))
        match = _BESIDE.match(self._text, end)
        if match and self._text[match.end() - 1] == "[":
            tail = _BRACKETED.match(self._text, match.end())
        else:
            tail = _TAIL.match(self._text, end)
            beside = self.tables.beside(start) if not tail else ""
            if beside:
                return Beside(beside, perhaps=True)
        found = next(filter(None, tail.groups())) if tail else ""
        return Beside(_line(found).strip("*_ "), perhaps=True) if found else Beside()

    def of_block(self, start: int, end: int, own: str) -> Beside:
        """Return the citation of a block quotation that has ``own`` within it, or none."""
        insort(self._quoted, (start, end))
        found = self._within(start, end) or (_Found(own, end) if own else None)
        below = _BELOW.match(self._text, end)
        said = _line(next(filter(None, below.groups()))) if below else ""
        if found is None and below:
            found = _Found(said, below.start())
        elif found is None and (source := self.tables.source(start)):
            found = _Found(source, end)
        said = said or self._apart(start, end)
        if found:
            return self._read(found)._replace(below=said)
        perhaps = said or self.tables.beside(start)
        return Beside(perhaps, perhaps=True) if perhaps else Beside()

    def _apart(self, start: int, end: int) -> str:
        """Return a paragraph below a block that may be its source, and none of what comes next.

        In front of another block it is the source of that, unless all blocks from here on have one
        below them, and none stands above this one.
        """
        first = match = _APART.match(self._text, end)
        while first and match and _PLACED.search(match[1]) and not match[1].endswith(":"):
            at = match.start(2)
            if not self._begins(at):
                if match is not first and self._has_source_above(start):
                    break
                self._below = first.end(1)
                return _line(first[1])
            quoted = _QUOTED_LINES.match(self._text, at)
            stop = quoted.end() - 1 if quoted else self._blocks.get(at)
            match = _APART.match(self._text, stop) if stop else None
        return ""

    def _has_source_above(self, start: int) -> bool:
        """Say whether what may be a source stands above a block, and not below another."""
        before = self._text[max(0, start - LONGEST) : start]
        above = _LAST_PARAGRAPH.search(before)
        if above is None or start - len(before) + above.end(1) == self._below:
            return False
        short = len(above[1].split()) <= _WORDS_OF_SOURCE and not above[1].endswith(":")
        return short and _PLACED.search(above[1]) is not None

    def _begins(self, at: int) -> bool:
        """Say whether a quotation begins at ``at`` of the text; -1 is behind its end."""
        return at >= 0 and (self._text[at] in '>»«“”„"' or at in self._blocks)

    def without_number(self, quoted: str) -> str:
        """Return what is in marks without the number of a footnote behind its last word."""
        match = _NUMBER_AT_END.search(quoted)
        noted = match is not None and (match[1] in self._listed or match[1] in self._counted)
        return quoted[: match.start()] + quoted[match.end(1) :] if match and noted else quoted

    def note(self, mark: str) -> str:
        """Return the footnote of Markdown with this name."""
        return self._named.get(mark, "")

    def _read(self, found: _Found) -> Beside:
        same = _IBID.fullmatch(found.text.strip(" .()"))
        return Beside(found.text, earlier=self._before(found.at) if same else "")

    def _parenthesis(self, at: int) -> _Found | None:
        match = _BESIDE.match(self._text, at)
        if match is None:
            return None
        start = match.end()
        if self._text[start - 1] == "[":
            found = _ID.match(self._text, start)
            return _Found(found.group()[:-1], start) if found else None
        remark = _REMARK.match(self._text, start)
        start = remark.end() if remark else start
        end = self._text.find(")", start, start + LONGEST)
        inner = self._text.find("(", start, end)
        while 0 <= inner < end:
            end = self._text.find(")", end + 1, start + LONGEST)
            inner = self._text.find("(", inner + 1, end)
        return _Found(_line(self._text[start:end]), match.start()) if end > 0 else None

    def _note(self, at: int) -> _Found | None:
        for offset in range(at, at + 3):
            if offset in self._notes:
                return _Found(self._notes[offset], offset)
            match = FOOTNOTE_MARK.match(self._text, offset)
            if match is not None:
                text = self.note(match[1])
                return _Found(text, offset) if text else None
        return None

    def _within(self, start: int, end: int) -> _Found | None:
        """Return the last footnote with its mark in a quotation, or the number at its end."""
        last = bisect_left(self._marks, end) - 1
        if last >= 0 and self._marks[last] >= start:
            return _Found(self._notes[self._marks[last]], self._marks[last])
        marks = [*FOOTNOTE_MARK.finditer(self._text, start, end)] if self._named else []
        number = _NUMBER_AT_END.search(self._text[max(start, end - _TAIL_LENGTH) : end - 1])
        text = self.note(marks[-1][1]) if marks else ""
        text = text or (self._listed.get(number[1], "") if number else "")
        return _Found(text, end) if text else None

    def _numbers(self, at: int) -> _Found | None:
        """Return the sources of a list whose numbers stand behind a quotation."""
        if not self._listed:
            return None
        cited: list[str] = []
        for number, place in numbers_of(self._text, at):
            if number not in self._listed:
                return None
            cited.append(f"{self._listed[number]}, {place}" if place else self._listed[number])
        return _Found("; ".join(cited), at) if cited else None

    def _before(self, at: int) -> str:
        """Return the last citation before ``at`` that is not itself »ibid.«."""
        for found in sorted(self._all_before(at), key=lambda item: -item.at):
            if not _IBID.fullmatch(found.text.strip(" .()")):
                return found.text
        return ""

    def _all_before(self, at: int) -> Iterator[_Found]:
        """Yield all that may be a citation before ``at``: what is in the quotations is none."""
        first = max(0, at - _LOOKED_BACK)
        for offset in self._marks[bisect_left(self._marks, first) : bisect_left(self._marks, at)]:
            yield _Found(self._notes[offset], offset)
        for mark in FOOTNOTE_MARK.finditer(self._text, first, at):
            yield _Found(self.note(mark[1]), mark.start())
        for match in _PARENTHESIS.finditer(self._text, first, at):
            before = bisect_left(self._quoted, (match.start(), 0)) - 1
            if before < 0 or self._quoted[before][1] <= match.start():
                yield _Found(_line(match[1]), match.start())


def ibid_place(citation: str) -> str | None:
    """Return the place that is named behind »ibid.«, perhaps none; None for another citation."""
    same = _IBID.fullmatch(citation.strip(" .()"))
    return same[1].strip() if same else None


def _line(text: str) -> str:
    return " ".join(text.split())
