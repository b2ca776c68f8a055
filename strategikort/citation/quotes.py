"""Finding the quotations in a text, and the citation that stands beside each.

Quotations stand in »…«, «…», “…”, „…“, „…”, ”…”, "…", ›…‹, ‘…’ or '…', in marks that are typed as
``,,…''`` or ``>>…<<``, or are block quotations: of Markdown, or as the file says by its styles or
elements.
Quotations inside quotations belong to the outer one.  Nothing here ever fails: a mark without its
counterpart is told in a warning, and what stands elsewhere is found all the same.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate
from typing import NamedTuple

from strategikort.citation.beside import Beside, Citations
from strategikort.citation.lead import Around, around
from strategikort.citation.markup import FOOTNOTE_MARK, Block, blocks, plain_inline
from strategikort.citation.quotemarks import (
    CLOSES_BEFORE,
    NOTE,
    OPENS_BEHIND,
    single_pairs,
    with_usual_marks,
)

MIN_LENGTH = 20
"""Characters: shorter ones are as a rule single words set apart, not quotations."""
MAX_LENGTH = 100_000
"""Characters: a mark that is not closed within so many is taken for one never closed."""
_MAX_DEPTH = 8
"""Quotations within quotations; where more are open, marks are not closed at all."""

_CLOSERS = {
    "»": "«",
    "“": "”",
    "„": '“”"',
    "«": "»",
    "”": "”",
    '"': '"',
    "›": "‹",
    "‹": "›",
}
_ENDINGS = {mark: re.compile(rf"\n\s*\n|[{mark}{closers}]") for mark, closers in _CLOSERS.items()}
_MARKS = re.compile('[»«“”„"›‹]')
_NOTE_MARK = re.compile(r"\[\w{1,4}\]|\d{1,4}|[*†‡§]{1,3}|\w{1,4}")
_NOTE_NUMBER = re.compile(r"\d{1,3}(?!\w)")
_SOURCE_LINE = re.compile(
    r"[—–-]{1,2}\s*(.+)|\((.+)\)\.?|(?i:kilde):\s*(.+)|\[?([^\W_][\w.-]*/[\w./-]+)\]?"
)
_AT_THE_END = re.compile(r"(?<=[.,;:!?…\]\w»«“”\"])\s*\(((?:[^()]|\([^()]*\)){2,200})\)\s*$")
_SPACE_OR_OPEN = re.compile(f"[{OPENS_BEHIND}]")
_SPACE_OR_STOP = re.compile(f"[{CLOSES_BEFORE}«»”]")


class Quotation(NamedTuple):
    """A quotation in a text.

    ``text`` is what is quoted, marks and markup taken off; ``start`` and ``end`` are its 0-based
    half-open place in the text, marks included; ``line`` is 1-based.  ``citation`` is the
    parenthesis or footnote beside it, empty where there is none; where ``runs_on``, it is what
    follows »jf.«, and the sentence may go on behind it.  ``sentence`` is what is said around it,
    ``earlier`` the citation that »ibid.« repeats.
    """

    text: str
    start: int
    end: int
    line: int
    citation: str = ""
    runs_on: bool = False
    sentence: Around = Around()
    earlier: str = ""


class QuoteWarning(NamedTuple):
    """Something that could not be read as it stands; ``line`` is 1-based."""

    line: int
    message: str


class QuotesFound(NamedTuple):
    """The quotations of a text in order, how many were too short, and what is to be said."""

    quotes: tuple[Quotation, ...]
    short: int = 0
    warnings: tuple[QuoteWarning, ...] = ()


class _Pair(NamedTuple):
    start: int
    end: int


def find_quotes(
    text: str,
    *,
    markdown: bool = False,
    min_length: int = MIN_LENGTH,
    notes: Mapping[int, str] | None = None,
    quoted: Iterable[tuple[int, int]] = (),
) -> QuotesFound:
    """Find the quotations in ``text`` that have at least ``min_length`` characters.

    ``notes`` are footnotes by the offset at which their marks begin, ``quoted`` the block
    quotations (0-based, half-open, in order); those of Markdown are found.
    """
    parts = blocks(text) if markdown else _parted(len(text), quoted)
    search = _Search(text, markdown, notes or {}, parts)
    search.run()
    found = [item for item in search.found if item.text]
    long = sorted(
        (item for item in found if len(item.text) >= min_length), key=lambda item: item.start
    )
    return QuotesFound(
        tuple(search.with_sentences(long, found)),
        len(found) - len(long),
        tuple(sorted(search.warnings)),
    )


def _parted(length: int, quoted: Iterable[tuple[int, int]]) -> Iterator[Block]:
    position = 0
    for start, end in quoted:
        yield Block(position, start, False)
        yield Block(start, end, True)
        position = end
    yield Block(position, length, False)


def _without_marks(text: str, notes: Iterable[int]) -> str:
    """Return ``text`` with nothing to be seen where its footnote marks begin, as long as it was."""
    parts: list[str] = []
    position = 0
    for offset in sorted(notes):
        mark = _NOTE_MARK.match(text, offset)
        if mark is not None and position <= offset:
            parts += text[position:offset], NOTE * (mark.end() - offset)
            position = mark.end()
    return "".join((*parts, text[position:]))


class _Search:
    def __init__(
        self, text: str, markdown: bool, notes: Mapping[int, str], parts: Iterable[Block]
    ) -> None:
        self._text = with_usual_marks(_without_marks(text, notes))
        self._markdown = markdown
        self._citations = Citations(self._text, notes, markdown=markdown)
        self._parts = parts
        self._starts = list(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))
        self.found: list[Quotation] = []
        self.warnings: list[QuoteWarning] = []

    def run(self) -> None:
        for block in self._parts:
            if block.quoted:
                self._block_quote(block)
            else:
                pairs = self._pairs(block.start, block.end)
                pairs += (
                    _Pair(*span) for span in single_pairs(self._text, block.start, block.end, pairs)
                )
                for pair in pairs:
                    raw = self._text[pair.start + 1 : pair.end - 1]
                    self._add(pair, raw, self._citations.of(*pair))

    def with_sentences(
        self, quotes: Iterable[Quotation], all_found: Iterable[Quotation]
    ) -> Iterator[Quotation]:
        """Yield ``quotes`` with what is said around each; a short quotation parts no sentence."""
        starts = sorted(item.start for item in all_found)
        last = 0
        for quote in quotes:
            later = bisect_right(starts, quote.start)
            following = starts[later] if later < len(starts) else len(self._text)
            sentence = around(self._text, quote.start, quote.end, last, following)
            if self._markdown:
                before, after = plain_inline(sentence.before), plain_inline(sentence.after)
                sentence = sentence._replace(before=before, after=after)
            before, after = (part.replace(NOTE, "") for part in sentence[:2])
            sentence = sentence._replace(before=before, after=after)
            last = quote.end
            yield quote._replace(sentence=sentence)

    def _line(self, offset: int) -> int:
        return bisect_right(self._starts, offset)

    def _warn(self, offset: int, message: str) -> None:
        self.warnings.append(QuoteWarning(self._line(offset), message))

    def _add(self, pair: _Pair, raw: str, beside: Beside) -> None:
        raw = raw.replace(NOTE, "")
        shown = plain_inline(raw) if self._markdown else raw
        line = self._line(pair.start)
        citation, runs_on, earlier = beside
        found = Quotation(shown.strip(), *pair, line, citation, runs_on, earlier=earlier)
        self.found.append(found)

    # --- quotation marks

    def _pairs(self, start: int, end: int) -> list[_Pair]:
        """Pair the marks of a stretch; what is inside a pair is passed over."""
        pairs: list[_Pair] = []
        position = start
        while (match := _MARKS.search(self._text, position, end)) is not None:
            opening = match.start()
            position = opening + 1
            if not self._opens(opening):
                if match.group() not in '”"' or not self._is_inch(opening):
                    self._warn(opening, f"Anførselstegnet {match.group()} har intet foran sig.")
                continue
            closing = self._closing(opening, end)
            if closing is None:
                self._warn(opening, f"Anførselstegnet {match.group()} bliver ikke lukket.")
                continue
            pairs.append(_Pair(opening, closing + 1))
            position = closing + 1
        return pairs

    def _opens(self, at: int) -> bool:
        before, after = self._text[at - 1 : at], self._text[at + 1 : at + 2]
        if not after or after.isspace():
            return False
        if self._text[at] in "»„":
            return True
        return not before or _SPACE_OR_OPEN.match(before) is not None

    def _closes(self, at: int) -> bool:
        before, after = self._text[at - 1 : at], self._text[at + 1 : at + 2]
        if self._text[at] in "»„":
            return not before.isspace()
        if before.isspace():
            return False
        if not after or _SPACE_OR_STOP.match(after):
            return True
        # The number of a footnote that is no longer raised: ”…”1
        return _NOTE_NUMBER.match(self._text, at + 1) is not None

    def _is_inch(self, at: int) -> bool:
        return self._text[at - 1 : at].isdigit()

    def _closing(self, opening: int, end: int) -> int | None:
        mark = self._text[opening]
        closers = _CLOSERS[mark]
        depth = 0
        new_paragraph = False
        end = min(end, opening + MAX_LENGTH + 2)
        for match in _ENDINGS[mark].finditer(self._text, opening + 1, end):
            at = match.start()
            found = match.group()
            if found[0] == "\n":
                new_paragraph = True
            elif found in closers and (found not in (mark, '"') or self._closes(at)):
                if depth == 0:
                    return at
                depth -= 1
            elif found == mark and self._opens(at):
                # A mark that opens again in a later paragraph: the first was never closed.
                depth += 1
                if new_paragraph or mark in closers or depth > _MAX_DEPTH:
                    return None
        return None

    # --- block quotations

    def _block_quote(self, block: Block) -> None:
        lines = self._text[block.start : block.end].replace(NOTE, "").split("\n")
        if self._markdown:
            lines = [re.sub(r"^\s{0,3}>\s?", "", line) for line in lines]
        while lines and not lines[-1].strip():
            lines.pop()
        own = ""
        source = _SOURCE_LINE.fullmatch(lines[-1].strip()) if len(lines) > 1 else None
        if source is not None:
            own = next(filter(None, source.groups())).strip()
            lines.pop()
        quoted = "\n".join(lines)
        match = None if own else _AT_THE_END.search(quoted)
        if match is not None:
            own, quoted = match[1].strip(), quoted[: match.start()]
        note = FOOTNOTE_MARK.search(quoted)
        if note is not None and not own:
            own = self._citations.note(note[1])
        bare = quoted.strip()
        if len(bare) > 1 and bare[0] in _CLOSERS and bare[-1] in _CLOSERS[bare[0]]:
            quoted = bare[1:-1]
        beside = self._citations.of_block(block.start, block.end, own)
        self._add(_Pair(block.start, block.end), quoted, beside)
