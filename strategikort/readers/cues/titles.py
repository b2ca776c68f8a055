"""The title of a document: what stands in its text as one, and what the file says besides.

Programs write titles that nobody who reads the document sees: those of templates, of the site a
page is on, of the file it was made from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import takewhile
from typing import NamedTuple

from strategikort.readers.cues.dates import DATE, date_of_line
from strategikort.readers.cues.running import BARE_NUMBER
from strategikort.readers.model import Block, BlockKind
from strategikort.text.aligned import SourceRange
from strategikort.text.clean import CleaningRules, clean
from strategikort.text.hyphens import HyphenRule, Vocabulary
from strategikort.text.layout import Layout
from strategikort.text.source import Source

_JUNK = re.compile(
    r"^(?:microsoft (?:word|powerpoint) - .*|untitled.*|uden titel.*|unavngivet.*|document\d*"
    r"|dokument\d*|titel|title|no title|print|\(?anonymous\)?)$"
    r"|\.(?:docx?|indd|pdf|pptx?|txt|qxd|f?odt|rtf|html?)$",
    re.I,
)
_PART_OF_A_TEXT = re.compile(
    r"(?:[\dIVX]+[.)]?\s+)?(?:forord|indledning|introduktion|indhold(?:sfortegnelse|soversigt)?|resum[eé]"
    r"|sammenfatning|sammendrag|opsummering|baggrund|formål|kolofon|læsevejledning|bilag(?:\s.{1,3})?"
    r"|(?:generelle|almindelige|indledende|specielle) bemærkninger"
    r"|anbefalinger|indstilling|(?:hoved)?konklusion(?:er)?|tidsplan|økonomi|organisering|metode|mål"
    r"|recommendations|conclusions?"
    r"|foreword|preface|introduction|contents|table of contents|summary|executive summary"
    r"|abstract|background)(?:\s+m\.[vm]\.)?[.:]?",
    re.I,
)
"""What the first part of a text is called, so that a heading of that name is no title."""

_SENDER = r"(?:\S+ ){0,2}\S*(?:ministeriet|styrelsen|kommune|regionen)"
_KIND = (
    r"pressemeddelelse|notat|memo(?:randum)?|rapport|udkast|referat|høringssvar|svar|status"
    rf"|press release|report|draft|fortroligt|{_SENDER}"
)
_NAMES_NOTHING = re.compile(_KIND, re.I)
"""What stands above titles, and names a kind of text or who sent it."""

_KIND_OF_TEXT = re.compile(
    rf"{_KIND}|udkast(?: (?!om )\S+){{1,4}}|.*\?|(?:hvad|hvem|hvor\w*|hvilke[nt]?)\b.*", re.I
)
_NAMES_TEXT = re.compile(
    r"(?:\w*referat(?:et)?|dagsorden|høringssvar|høringsnotat|vejledning|notat|rapport|redegørelse"
    r"|bekendtgørelse|cirkulære|vedtægter|regulativ|forretningsorden|kommissorium|retningslinjer)"
    r" (?:af|fra|til|om|for|over|på|vedr\.?|vedrørende) .*",
    re.I,
)
"""What says of itself that it is the title: »Referat af bestyrelsesmøde …«."""

_CHAPTER = re.compile(
    r"(?i:kapitel|afsnit|del)\s+(?:\d|[IVX]+\b|[A-Z]\b).*|(?:1(?:\.\d+)*[.):]?|I[.):])\s+[A-ZÆØÅ»].*"
)
"""The heading of a chapter, of which the first is known by its number."""

_EDITION = re.compile(
    r"(?:version|udgave|revision|rev\.|ver\.|v)\s?\.?\d.*|(?:vedtaget|godkendt)\b.*\b\d{4}", re.I
)
"""Which edition of a text it is, often with what has become of it."""

_ADDRESSEE = re.compile(
    r"til \w+(?:et|en|erne)"
    r"|(?:til(?: stede)?|fra|cc|kopi|deltagere|afbud|fraværende|mødeleder|referent|sted|tid):.*",
    re.I,
)
"""To whom a text is sent, or who was there: »Til Finansudvalget«."""

_PARTS = re.compile(r"\s+[|·»›–—-]+\s+")
"""What stands between a page's title and the name of its site."""

LARGE = 1.2
"""How much larger than the text titles are set, at least."""

_LONGEST = 300
_DATE = re.compile(DATE, re.I)

_ABOVE = 100
"""Characters of a date, a sender or a file number above a title, at most."""

_BEGINNING = 1_500
"""Characters of running text before a title, at most, where there are no pages."""


class Title(NamedTuple):
    """A title; ``stands`` says that it is a heading of the text."""

    text: str
    stands: bool


class _Heading(NamedTuple):
    """A heading that may be the title, and how many characters of text stand above it."""

    block: Block
    said: int
    text: str


def find_title(
    text: str,
    blocks: Sequence[Block],
    *,
    stated: str | None,
    displayed: Set[int] = frozenset(),
    at_the_top: bool = False,
) -> Title | None:
    """Return the title of a text; ``stated`` is what the file says of itself where nobody sees it.

    What stands at the top of the text and is marked as a heading, or set as titles are, comes
    first; ``displayed`` are the offsets of headings that are.  Where that is not certain, what is
    ``stated`` is the title, without the name of a site where the rest stands in the text.
    ``at_the_top`` says that what is only taken for a heading is no title below any text.
    """
    top = _top(text, blocks, at_the_top)
    if stated is None or is_no_title(stated):
        return Title(top.text, stands=True) if top else None
    named = _named(text, blocks, stated)
    if top and _is_certain(text, blocks, top, displayed):
        marked = top.block.how == "style" and top.block.start in displayed
        if marked or not (named and named[0] == stated and _is_beside(named[1], top.block)):
            return Title(_as_stated(text, top, stated) or top.text, stands=True)
    return Title(named[0] if named else stated, stands=False)


def is_no_title(stated: str) -> bool:
    """Tell whether a stated title is the name of a file, or what programs write for none."""
    return bool(_JUNK.search(stated)) or len(stated) > _LONGEST or not re.search(r"\w", stated)


def names_only_a_kind(line: str) -> bool:
    """Tell whether a line names a kind of text, or who sent it, and nothing else."""
    return bool(_NAMES_NOTHING.fullmatch(line.strip(" .:")))


def bare(text: str) -> str:
    """Return the letters and digits of ``text``, in small letters, one after the other."""
    return "".join(filter(str.isalnum, text.casefold()))


def _top(text: str, blocks: Sequence[Block], at_the_top: bool) -> _Heading | None:
    headings = [
        heading
        for heading in _at_the_beginning(text, blocks, at_the_top)
        # In capitals above the title; but whoever marks it as the heading may mean it.
        if may_name(heading.text, marked=heading.block.how != "type")
    ][:8]
    if not headings:
        return None
    # Of the headings on the first two pages that of the highest level, the first of these.
    first = min(headings, key=lambda heading: (heading.block.page or 0, heading.block.level))
    below = next(iter(headings[headings.index(first) + 1 :]), first)
    alike = (below.said, below.block.level) == (first.said, first.block.level)
    if alike and names_only_a_kind(first.text) and not _PART_OF_A_TEXT.fullmatch(below.text):
        first = below  # »NOTAT«, and right below it what it is called
    # Whoever sent it stands in larger letters above.
    named = next((one for one in headings if _names_text(one, first)), None)
    first = named or first
    if not first.text or _PART_OF_A_TEXT.fullmatch(first.text):
        return None
    return first._replace(text=first.text[:_LONGEST])


def _names_text(heading: _Heading, first: _Heading) -> bool:
    """Tell whether a heading is the title below the capitals of a letterhead."""
    block = heading.block
    return (
        first.block.how == block.how == "type"
        and first.text.isupper()
        and block.page == first.block.page
        and heading.said <= _ABOVE
        and bool(_NAMES_TEXT.fullmatch(heading.text))
    )


def _at_the_beginning(text: str, blocks: Sequence[Block], at_the_top: bool) -> Iterator[_Heading]:
    """Yield the headings without numbers on the first two pages, or before much has been said.

    What is only taken for a heading, and not one of the highest, is a title only at the very top.
    """
    said = 0
    for block in blocks:
        if block.page is None and said > _BEGINNING:
            return
        if block.kind is not BlockKind.HEADING:
            # What is all in capitals says what kind of text it is, and to whom it is sent.
            aside = block.kind is BlockKind.FURNITURE or block.of(text).isupper()
            said += 0 if aside else block.end - block.start
            continue
        heading = _in_one_line(text, block)
        if block.how == "numbering" or block.marker > block.start or _CHAPTER.fullmatch(heading):
            return  # the title stands above the first chapter
        if (block.page or 0) <= 1 and _is_marked(block, said, at_the_top):
            yield _Heading(block, said, heading)


def _in_one_line(text: str, heading: Block) -> str:
    """Return a heading without its line breaks and the hyphens that belong to those."""
    said = heading.of(text)
    if "-\n" in said or "\u2010\n" in said:
        rules = CleaningRules(HyphenRule(Vocabulary.of([text])))
        source = Source("", said, "")
        said = clean(source, [SourceRange(0, len(said))], rules, Layout.FLOW).text
    return " ".join(said.split())


def _is_marked(heading: Block, said: int, at_the_top: bool) -> bool:
    """Tell whether a heading may be the title after so many characters of text."""
    high = heading.level == 1 and not at_the_top
    return heading.how != "type" or high or said <= _ABOVE


def may_name(line: str, *, marked: bool = False) -> bool:
    """Tell whether a line may name a text: it is no date, edition, kind, question or addressee.

    ``marked`` says that the file has it as a heading.
    """
    words = line.strip(" .:")
    if any(form.fullmatch(words) for form in (_DATE, BARE_NUMBER, _EDITION, _ADDRESSEE)):
        return False
    _, _, said = words.partition(": ")
    if said and date_of_line(said):  # »Næste møde: 4. juni 2024«
        return False
    return marked or not _KIND_OF_TEXT.fullmatch(words)


def _is_certain(text: str, blocks: Sequence[Block], top: _Heading, displayed: Set[int]) -> bool:
    """Tell whether the top heading is the title, whatever the file says of itself."""
    block = top.block
    shown = block.start in displayed
    if block.page or not (shown or block.how in ("style", "outline", "tag")):
        return False
    if _NAMES_NOTHING.fullmatch(top.text.strip(" .:")) or _goes_on(text, blocks, block):
        return False
    alone = sum(b.kind is BlockKind.HEADING and b.level == block.level for b in blocks) == 1
    return top.said <= _ABOVE or alone or (shown and block.how == "style")


def _is_beside(block: Block, top: Block) -> bool:
    """Tell whether a block stands over the top heading (as on a cover), or is as high as that."""
    return block.start < top.start or (block.kind, block.level) == (top.kind, top.level)


def _goes_on(text: str, blocks: Sequence[Block], heading: Block) -> bool:
    """Tell whether a heading is only the beginning of what is set in large type below it."""
    after = blocks[blocks.index(heading) + 1 :]
    rest = takewhile(
        lambda block: (block.kind, block.level) == (heading.kind, heading.level), after
    )
    return heading.how == "type" and any(text[block.start].islower() for block in rest)


def _as_stated(text: str, top: _Heading, stated: str) -> str | None:
    """Return the form of the title that is stated, where the text has it word for word.

    The heading may be only a part of it: ``Strategi for``, and in larger type ``HAVET``.
    """
    heading = bare(top.text)
    for form in _forms(stated):
        if bare(form) == heading:
            return form
    around = text[max(0, top.block.start - _LONGEST) : top.block.end + _LONGEST]
    return stated if heading in bare(stated) and bare(stated) in bare(around) else None


def _named(text: str, blocks: Sequence[Block], stated: str) -> tuple[str, Block] | None:
    """Return the stated title, or the part of it that is one, and where the text begins with it."""
    forms = {
        bare(form): form for form in reversed(_forms(stated)) if not _NAMES_NOTHING.fullmatch(form)
    }
    said = 0
    for block in blocks:
        if (block.page or 0) > 1 or (block.page is None and said > _BEGINNING):
            break
        if block.kind is BlockKind.FURNITURE:
            continue
        length = block.end - block.start
        said += length
        form = forms.get(bare(block.of(text))) if length <= _LONGEST else None
        if form:
            return form, block
    return None


def _forms(stated: str) -> list[str]:
    """Return a stated title whole, and without the name of a site before or behind it."""
    return [form for form in (stated, *_PARTS.split(stated)) if bare(form)]
