"""Finding the quotations in a text, and the citation that stands beside each.

Quotations stand in »…«, «…», “…”, „…“, „…”, ”…”, "…", ›…‹, ‘…’ or '…', in marks that are typed as
``,,…''`` or ``>>…<<``, or are block quotations: of Markdown, or as the file says by its styles or
elements.  A paragraph without any mark is one where its words are those of a document.
Quotations inside quotations belong to the outer one.  Nothing here ever fails: a mark without its
counterpart is told in a warning, and what stands elsewhere is found all the same.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from strategikort.citation.above import Above
from strategikort.citation.beside import Beside, Citations
from strategikort.citation.doublemarks import MARKS, DoubleMarks, Pair
from strategikort.citation.markup import FOOTNOTE_MARK, Block, blocks, plain_emphasis, plain_inline
from strategikort.citation.memofile import Memo, QuoteWarning
from strategikort.citation.ownsource import without_source
from strategikort.citation.quotemarks import (
    NOTE,
    SINGLE_MARKS,
    single_pairs,
    with_usual_marks,
)
from strategikort.citation.sentence import (
    PART,
    Around,
    around,
    goes_on_list,
    heading_of_list,
    leads_list,
)
from strategikort.citation.unmarked import SHORTEST, Stands, Unmarked, cells, paragraphs

MIN_LENGTH = 20
"""Characters: shorter ones are as a rule single words set apart, not quotations."""
_NOTE_MARK = re.compile(r"\[\w{1,4}\]|\d{1,4}|[*†‡§]{1,3}|\w{1,4}")
_OF_MAIL = re.compile(r"(?m)^[ \t]*>(?:(?:[ \t]?>)*(?=\s|\Z)|(?=[^\s<>]))")
"""What mail programs put in front of the lines that are answered."""
_CALLOUT = re.compile(r"\A\[!\w+\][^\n]*\n")
_PARAGRAPH_END = re.compile(r"\n[ \t>]*\n")
_NOTED = re.compile(rf"(?:{NOTE}|{FOOTNOTE_MARK.pattern})[.\s]*\Z")
"""The end of a paragraph with the mark of a note behind it."""


class Quotation(NamedTuple):
    """A quotation in a text.

    ``text`` is what is quoted, marks and markup taken off; ``start`` and ``end`` are its 0-based
    half-open place in the text, marks included; ``line`` is 1-based.  ``citation`` is the
    parenthesis or footnote beside it, empty where there is none; where ``runs_on``, it is what
    follows »jf.«, and the sentence may go on behind it.  ``sentence`` is what is said around it,
    ``earlier`` the citation that »ibid.« repeats, ``below`` what a line under a block names.  What
    is ``perhaps`` a citation is none unless it names a place.  ``inner`` are the quotations in
    marks inside it, ``own`` what stands there besides them; where it is ``opened``, those are right
    and it is not.  A ``block`` is set apart and needs no marks; what is ``unmarked`` is known only
    by being a document's words.  ``above`` is the heading or the column that it stands under and
    nothing else.
    """

    text: str
    start: int
    end: int
    line: int
    citation: str = ""
    runs_on: bool = False
    sentence: Around = Around()
    earlier: str = ""
    perhaps: bool = False
    below: str = ""
    inner: tuple[Quotation, ...] = ()
    own: str = ""
    opened: bool = False
    unmarked: bool = False
    block: bool = False
    above: str = ""


class QuotesFound(NamedTuple):
    """The quotations of a text in order, how many were too short, and what is to be said."""

    quotes: tuple[Quotation, ...]
    short: int = 0
    warnings: tuple[QuoteWarning, ...] = ()


def find_quotes(
    memo: Memo,
    *,
    min_length: int = MIN_LENGTH,
    stands: Stands | None = None,
    names: Callable[[str], bool] = lambda _: False,
) -> QuotesFound:
    """Find the quotations in a memo that have at least ``min_length`` characters.

    Those that its file has by its styles or elements are taken as they are, those of Markdown are
    found.  A quotation may run on over what interrupts the text.  ``stands`` says which paragraphs
    without marks are quotations; without it none is.  What ``names`` a document parts no sentence.
    """
    search = _Search(memo, stands, names)
    search.blocks(Block(*gap, False) for gap in memo.gaps)
    search.close_up()
    text = memo.text
    search.blocks(blocks(text) if memo.markdown else _parted(len(text), memo.quoted))
    search.cells()
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


def _note_marks(memo: Memo) -> Iterator[tuple[int, int]]:
    """Yield where the marks of a memo's footnotes stand in its text."""
    for offset, _ in sorted(memo.notes):
        mark = _NOTE_MARK.match(memo.text, offset)
        if mark is not None:
            yield mark.span()


def _covered(text: str, spans: Iterable[tuple[int, int]], first: str = NOTE) -> str:
    """Return ``text``, as long as it was, with nothing but ``first`` to be seen in each span."""
    parts: list[str] = []
    position = 0
    for start, end in spans:
        if position <= start:
            parts += text[position:start], first, NOTE * (end - start - 1)
            position = end
    return "".join((*parts, text[position:]))


class _Search:
    def __init__(self, memo: Memo, stands: Stands | None, names: Callable[[str], bool]) -> None:
        self._names = names
        plain = _covered(memo.text, _note_marks(memo))
        plain = plain if memo.markdown else _OF_MAIL.sub(lambda mark: " " * len(mark[0]), plain)
        self._memo = memo
        self._text = with_usual_marks(plain)
        self._citations = Citations(self._text, memo)
        self._stands = stands
        lines = memo.text.split("\n")
        self._starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
        self._double = DoubleMarks(self._text, self._warn)
        self.found: list[Quotation] = []
        self.warnings: list[QuoteWarning] = []

    def close_up(self) -> None:
        """Let the text run on over its gaps from here on."""
        if self._memo.gaps:
            self._text = _covered(self._text, self._memo.gaps, "\n")
            self._citations.read(self._text)
            self._double = DoubleMarks(self._text, self._warn)

    def blocks(self, parts: Iterable[Block]) -> None:
        """Find the quotations of blocks, those without marks too."""
        unmarked: list[Unmarked] = []
        for block in parts:
            if block.quoted:
                self._block_quotes(block)
            else:
                pairs = self._double.pairs(block.start, block.end)
                taken = [pair[:2] for pair in pairs]
                singles = single_pairs(self._text, block.start, block.end, taken)
                pairs += (Pair(*span) for span in singles)
                self.found += map(self._in_marks, pairs)
                if self._stands:
                    marked = sorted((pair.start, pair.end) for pair in pairs)
                    tables = self._citations.tables
                    found = paragraphs(self._text, block, marked, tables, self._memo)
                    unmarked += self._unmarked(found)
        self._take_known(unmarked)

    def cells(self) -> None:
        """Find the quotations without marks that are cells of tables."""
        self._take_known([*self._unmarked(cells(self._text, self._citations.tables))])

    def _take_known(self, unmarked: Sequence[Unmarked]) -> None:
        known = self._stands(unmarked) if self._stands else ()
        for item, found in zip(unmarked, known, strict=False):
            if found:
                self._take(item)

    def with_sentences(
        self, quotes: Iterable[Quotation], all_found: Iterable[Quotation]
    ) -> Iterator[Quotation]:
        """Yield ``quotes`` with what is said around each.

        Neither a short quotation nor the title of a document or a part of it parts a sentence.
        """
        every = list(all_found)
        parts = {item for item in every if self._is_part(item)}
        named = {item for item in every if item not in parts and self._names(item.text)}
        titles = parts | named
        starts = sorted(item.start for item in every if item not in titles)
        marks = sorted(at for item in named for at in (item.start, item.end - 1))
        text = _covered(self._text, ((at, at + 1) for at in marks), " ")
        last = 0
        lead = ""
        above = Above(self._memo, self._text, self._citations.tables)
        for quote in quotes:
            later = bisect_right(starts, quote.start)
            following = starts[later] if later < len(starts) else len(self._text)
            sentence = around(text, quote.start, quote.end, last, following)
            before, after = (
                (plain_inline(part) if self._memo.markdown else part).replace(NOTE, "")
                for part in (sentence.before, sentence.after)
            )
            if not (lead and goes_on_list(self._text, last, quote.start)):
                leads = leads_list(self._text, sentence, quote.start)
                lead = before if leads else heading_of_list(self._text, sentence, quote.start)
            sentence = sentence._replace(before=lead or before, after=after)
            last = last if quote in titles else quote.end
            over = above.of(quote.start, quote.end, block=quote.block)
            yield quote._replace(sentence=sentence, above=over)

    def _is_part(self, quote: Quotation) -> bool:
        return PART.search(self._text[max(0, quote.start - 20) : quote.start]) is not None

    def _line(self, offset: int) -> int:
        return bisect_right(self._starts, offset)

    def _warn(self, offset: int, message: str) -> None:
        self.warnings.append(QuoteWarning(self._line(offset), message))

    def _quotation(self, pair: Pair, raw: str, beside: Beside) -> Quotation:
        beside = beside._replace(citation=self._plain(beside.citation))
        line = self._line(pair.start)
        return Quotation(self._plain(raw), pair.start, pair.end, line, **beside._asdict())

    def _in_marks(self, pair: Pair) -> Quotation:
        raw = self._text[pair.start + 1 : pair.end - pair.closes]
        raw = self._citations.without_number(raw)
        found = self._quotation(pair, raw, self._citations.of(pair.start, pair.end))
        if not (MARKS.search(raw) or SINGLE_MARKS.search(raw)):
            return found
        inner, rest = self._inside(pair.start + 1, pair.end - pair.closes)
        return found._replace(inner=inner, own=rest)

    def _plain(self, raw: str) -> str:
        raw = raw.replace(NOTE, "")
        return (plain_inline(raw) if self._memo.markdown else plain_emphasis(raw)).strip()

    def _block_quotes(self, block: Block) -> None:
        """Take what is set apart for quotations: one, or as many as have their own sources."""
        gaps = list(_PARAGRAPH_END.finditer(self._text, block.start, block.end))
        starts = [block.start, *(gap.end() for gap in gaps)]
        ends = [*(gap.start() for gap in gaps), block.end]
        start = block.start
        for at, (end, follows) in enumerate(pairwise(ends)):
            # A source may stand on a line by itself behind its quotation.
            near = max(start, starts[max(0, at - 1)])
            source = without_source(self._lines(near, end))[1]
            alone = without_source(f"x\n{self._lines(starts[at + 1], follows)}")[0] == "x"
            named = "/" in source or any(map(str.isdigit, source))
            if not alone and (named or _NOTED.search(self._text, near, end)):
                self._block_quote(Block(start, end, True))
                start = starts[at + 1]
        self._block_quote(Block(start, block.end, True))

    def _block_quote(self, block: Block) -> None:
        quoted, own = without_source(self._lines(block.start, block.end))
        note = FOOTNOTE_MARK.search(quoted)
        if note is not None and not own:
            own = self._citations.note(note[1])
        beside = self._citations.of_block(block.start, block.end, own)
        found = self._quotation(Pair(block.start, block.end), quoted, beside)
        found = found._replace(block=True)
        if MARKS.search(found.text) or SINGLE_MARKS.search(found.text):
            inner, rest = self._inside(block.start, block.end)
            found = found._replace(inner=inner, own=rest)
        self.found.append(found)

    def _unmarked(self, stretches: Iterable[Unmarked]) -> Iterator[Unmarked]:
        """Yield what may be quotations without marks, each with what it says."""
        for item in stretches:
            text, _ = without_source(self._lines(item.start, item.end))
            if len(text) >= SHORTEST:
                yield item._replace(text=self._plain(text))

    def _take(self, item: Unmarked) -> None:
        """Take a paragraph for a quotation, in place of those in marks inside it."""
        self.found = [quote for quote in self.found if not item.start <= quote.start < item.end]
        self._block_quote(Block(item.start, item.end, True))
        self.found[-1] = self.found[-1]._replace(unmarked=not item.apart)

    def _lines(self, start: int, end: int) -> str:
        """Return a stretch of a block quotation without what marks its lines as quoted."""
        text = self._text[start:end].replace(NOTE, "")
        if not self._memo.markdown:
            return text.strip()
        text = re.sub(r"(?m)^\s{0,3}>(?:[^\S\n]?>)*[^\S\n]?", "", text)
        return _CALLOUT.sub("", text).strip()

    def _inside(self, start: int, end: int) -> tuple[tuple[Quotation, ...], str]:
        """Return the quotations in marks inside another one, and what else it says."""
        told = len(self.warnings)
        pairs = self._double.pairs(start, end)
        del self.warnings[told:]
        singles = single_pairs(self._text, start, end, [pair[:2] for pair in pairs])
        pairs = sorted((*pairs, *(Pair(*span) for span in singles)))
        inner = [
            self._quotation(
                pair,
                self._lines(pair.start + 1, pair.end - pair.closes),
                self._citations.of(pair.start, pair.end),
            )
            for pair in pairs
        ]
        ends = [start, *(pair.end for pair in pairs)]
        starts = [*(pair.start for pair in pairs), end]
        rest = (self._lines(first, last) for first, last in zip(ends, starts, strict=True))
        return tuple(inner), self._plain(" ".join(rest))
