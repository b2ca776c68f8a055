"""What a document says of itself before its text begins, and in its colophon: sender, date, title.

What nobody set as a heading is taken only where it stands among such lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from strategikort.readers.cues.dates import RUNNING, date_of_line, is_running
from strategikort.readers.cues.headings import GOES_ON
from strategikort.readers.cues.senders import (
    Sender,
    is_address,
    letterhead,
    names_a_sender,
    sender_of,
)
from strategikort.readers.cues.titles import may_name, names_only_a_kind
from strategikort.readers.found.letters import date_in_head, date_of_letter, signed_by
from strategikort.readers.making.metadata import (
    AT_THE_END,
    IN_COLOPHON,
    IN_LETTERHEAD,
    IN_RUNNING_LINES,
    IN_SIGNATURE,
    IN_TEXT,
    IN_TITLE,
    PROPERTIES,
    STANDING,
)
from strategikort.readers.model import Block, BlockKind, FileKind, Metadata, ReadFile

_FRONT = 60
"""Blocks at the beginning that are looked at, at most; at the end half as many."""

_MOST_IN_HEAD = 60
"""Words of a table that is the head of a letter, at most."""

_MARKUP = re.compile(r"^[\s>#*_|]+|[\s*_|\\]+$")
_FILED = re.compile(
    r"(?:j\.? ?nr|journalnr|sagsnr|sags? ?nr|dok\.? ?nr|sagsbehandler|ref)\b.*", re.I
)
_LABEL = re.compile(r"(?:titel|title|emne|vedr(?:ørende)?\.?|møde)\s*:\s*(?P<title>\S.+)", re.I)
_OF_A_MEETING = re.compile(
    r"(?:beslutnings)?(?:referat|dagsorden|protokol)\b|(?:\w*møde|minutes|agenda)\b", re.I
)
_NAMES_ITSELF = re.compile(
    r"(?:\w+ ){0,2}[\w-]*(?:aftale|analyse|erklæring|evaluering|forlig|kontrakt|overenskomst|plan"
    r"|politik|program|redegørelse|strategi|udspil)(?:en|et|n)?"
    r" (?:(?:om|for|af|til|mellem|vedr\.|vedrørende) \w.*|(?:19|20)\d\d.*)",
    re.I,
)
"""What says what it is and of what, at the very top: »Politisk aftale om busser«."""

_BETWEEN_PARTIES = re.compile(r"dom|kendelse|afgørelse\b", re.I)
"""Authorities are parties to such texts as often as they are senders."""

_DAY = re.compile(
    r"\b(?:den|d\.|of|on|,) ?(?P<day>\d{1,2}\. ?[^\W\d_]+ \d{4}|\d{1,2} \w+ \d{4}"
    r"|\d{1,2}([./-])\d{1,2}\2\d{4})\b"
)
_ADOPTED = re.compile(
    r"\b(?:vedtaget|godkendt|afsagt|adopted)(?P<by> (?:af|i|på|by) [^\d.,;:]{2,60})?"
    r"(?:,? (?:den|d\.|on))? (?P<day>\d{1,2}\. \w+ \d{4}|\d{1,2} \w+ \d{4})$",
    re.I,
)
"""On a line of its own only with whoever adopted it: a later edition may tell when it began."""

_ADOPTED_AT_LAST = re.compile(
    r"(?:stk\.? ?\d+[.:]? )?(?:således|sålunde|disse \w+ er|\w+(?:ne|en|et) er) vedtaget\b"
    r"[^.;:]{0,90}?"
    r"(?:\bden|\bd\.) (?P<day>\d{1,2}\. ?[^\W\d_]+ \d{4})\b",
    re.I,
)
"""How statutes say at their end when they were adopted."""

_AT_LAST = 8
"""Blocks at the end in which they do."""

_MOST_IN_BYLINE = 4
"""Lines of a sender and a date on a title page, at most."""

_LONGEST_TITLE = 300
_FEWEST_WORDS = 2


def with_front_page(read: ReadFile) -> ReadFile:
    """Return what was read with the sender, the date and the title that it gives itself."""
    front = list(_lines(read.text, _before_running(read.text, read.blocks)))
    head = list(_letterhead(read.text, read.blocks))
    metadata = _with_title(read, front)
    last = [block for block in read.blocks[-_AT_LAST:] if block.kind is not BlockKind.FURNITURE]
    metadata = _with_day(metadata, front, head, list(_lines(read.text, last)))
    if not _BETWEEN_PARTIES.search(metadata.title or ""):
        metadata = _with_sender(read, metadata, front, head)
    read = _without_false_headings(read, metadata.title)
    return read if metadata == read.metadata else replace(read, metadata=metadata)


def _without_false_headings(read: ReadFile, title: str | None) -> ReadFile:
    """Return the same with the sender and the date on a title page as text.

    They are often set in larger type than the text, but head nothing of what is below them.  Right
    below the title whoever stands with a date is the sender.
    """
    top = {block.start for block in _before_running(read.text, read.blocks)}
    changed: dict[int, Block] = {}
    blocks = read.blocks
    places = [at for at, block in enumerate(blocks) if block.kind is not BlockKind.FURNITURE]
    said = {at: [*_lines(read.text, [blocks[at]])] for at in places if blocks[at].start in top}
    for above, at, below in zip([-1, *places], places, [*places[1:], -1], strict=False):
        lines = said.get(at, [])
        is_heading = blocks[at].kind is BlockKind.HEADING and blocks[at].how == "type"
        if not is_heading or not 0 < len(lines) <= _MOST_IN_BYLINE or " ".join(lines) == title:
            continue
        dated = any(map(date_of_line, lines))
        named = all(date_of_line(line) or names_a_sender(line) for line in lines)
        below_title = " ".join(said.get(above, [])) == title
        above_date = any(map(date_of_line, said.get(below, [])[:1]))
        if (dated and (named or below_title)) or (named and below_title and above_date):
            changed[at] = blocks[at].as_text()
    return read.with_changed(changed)


def _with_sender(
    read: ReadFile, metadata: Metadata, front: Sequence[str], head: Sequence[str]
) -> Metadata:
    evidence = dict(metadata.evidence)
    colophon = list(_lines(read.text, _colophon(read.blocks)))
    sender = sender_of(front, colophon, lambda: _lines(read.text, filter(_is_line, read.blocks)))
    where = IN_COLOPHON if sender and sender.labelled else IN_TEXT
    if sender is None and read.kind is FileKind.PDF:
        margin = (block for block in read.blocks if block.how == "margin")
        running = letterhead(
            _lines(read.text, (one for one in margin if one.kind is BlockKind.FURNITURE))
        )
        sender, where = (Sender(running), IN_RUNNING_LINES) if running else (None, where)
    if sender is None:
        signed = signed_by([*head, *front], list(_lines(read.text, read.shown)))
        sender, where = (Sender(signed), IN_SIGNATURE) if signed else (None, where)
    if sender is None or sender.name == metadata.title:
        return metadata
    author, date = metadata.author, metadata.date
    if author is None or evidence.get("author") in (*PROPERTIES, IN_RUNNING_LINES):
        author, evidence["author"] = sender.name, where
    if sender.date and (date is None or evidence.get("date") in PROPERTIES):
        date, evidence["date"] = sender.date, where
    return replace(metadata, author=author, date=date, evidence=evidence)


def _with_day(
    metadata: Metadata, front: Sequence[str], head: Sequence[str], last: Sequence[str]
) -> Metadata:
    """Return metadata with the day that the title of minutes names, or on which it was adopted.

    Of several days at the end it is the last one: that of the latest change.
    """
    if metadata.evidence.get("date") in STANDING:
        return metadata
    title = metadata.title or ""
    named = _DAY.search(title) if _OF_A_MEETING.match(title) else _ADOPTED.search(title)
    adopted = (found for line in front if (found := _ADOPTED.fullmatch(line)) and found["by"])
    ending = filter(None, map(_ADOPTED_AT_LAST.match, last))
    for date, where in (
        (date_of_letter(front), IN_TEXT),
        (date_in_head(head), IN_LETTERHEAD),
        (_day(named), IN_TITLE),
        (_day(next(adopted, None)), IN_TEXT),
        (max(filter(None, map(_day, ending)), default=None), AT_THE_END),
    ):
        if date:
            return replace(metadata, date=date, evidence={**metadata.evidence, "date": where})
    return metadata


def _day(found: re.Match[str] | None) -> str | None:
    return date_of_line(found["day"]) if found else None


def _with_title(read: ReadFile, front: Sequence[str]) -> Metadata:
    known = read.metadata.title
    labelled = _LABEL.fullmatch(known or "")
    if labelled:  # »Emne: …« in large type
        return replace(read.metadata, title=labelled["title"])
    # »Regeringen, april 2018« over the text looks like a heading, and is none of what is below.
    title = None if known and not names_a_sender(known) else _title(read, front)
    if title is None:
        return read.metadata
    evidence = {**read.metadata.evidence, "title": IN_TEXT}
    return replace(read.metadata, title=title, evidence=evidence)


def _title(read: ReadFile, front: Sequence[str]) -> str | None:
    """Return the one line of the front that may be a title, if something else there shows it."""
    labelled = next(filter(None, map(_LABEL.fullmatch, front)), None)
    if labelled:
        return labelled["title"]
    heads = [
        " ".join(_lines(read.text, [block]))
        for block in _before_running(read.text, read.blocks)
        if block.kind is BlockKind.HEADING and block.how == "type"
    ]
    heads = [head for head in heads if _may_be_title(head)]
    if heads:
        above = front[: front.index(heads[0])] if heads[0] in front else [""]
        only = len(heads) == 1 and all(_is_beside(line) or is_address(line) for line in above)
        return heads[0] if only else None
    if any(map(is_address, front)):
        return None  # of a letter
    title = next((line for line in _wrapped(front) if not _is_beside(line)), "")
    beside = any(_is_beside(line) and not _FILED.fullmatch(line) for line in front)
    itself = title.startswith(front[0]) and _NAMES_ITSELF.fullmatch(title) if front else None
    shown = beside or itself or _OF_A_MEETING.match(title)
    return title if shown and _may_be_title(title) else None


def _may_be_title(line: str) -> bool:
    return (
        len(line) <= _LONGEST_TITLE
        and len(line.split()) >= _FEWEST_WORDS
        and line[0].isupper()
        and may_name(line)
        and not line.endswith((".", ",", ";", ":", "!", "-"))
        and not re.search(r":\s|^(?:til|kære|dear|to) |\d{4} (?-i:[A-ZÆØÅ])|@|www\.", line, re.I)
        and not GOES_ON.fullmatch(line)
        and not _is_beside(line)
    )


def _is_beside(line: str) -> bool:
    """Tell whether a line stands beside titles: a date, a sender, a kind, a file number."""
    return (
        names_a_sender(line)
        or date_of_line(line) is not None
        or names_only_a_kind(line)
        or bool(re.match(r"(?:udgivet|udgiver|published|publisher|©)", line, re.I))
        or bool(_FILED.fullmatch(line))
        or not any(map(str.isalpha, line))  # the number of a file
    )


def _wrapped(front: Sequence[str]) -> Iterator[str]:
    """Yield lines, those as one of which the second goes on with the first."""
    title = ""
    for line in front:
        if title and not _is_beside(line) and (GOES_ON.fullmatch(title) or line[:1].islower()):
            title = f"{title} {line}"
            continue
        if title:
            yield title
        title = line
    if title:
        yield title


def _before_running(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks above the running text, and above the first chapter."""
    for block in blocks[:_FRONT]:
        if block.kind is BlockKind.PARAGRAPH and _is_running_text(block.of(text)):
            return
        if block.kind is BlockKind.HEADING and block.how == "numbering":
            return
        if block.kind in (BlockKind.TABLE, BlockKind.ITEM) or (block.page or 0) > 1:
            return
        if _is_line(block):
            yield block


def _letterhead(text: str, blocks: Sequence[Block]) -> Iterator[str]:
    """Yield the cells of the small tables above all else, in which letters have their heads."""
    for block in blocks[:_FRONT]:
        if block.kind is BlockKind.FURNITURE:
            continue
        if block.kind is not BlockKind.TABLE or len(block.of(text).split()) > _MOST_IN_HEAD:
            return
        for cell in re.split(r"[\t\n]", block.of(text)):
            if cell.strip():
                yield " ".join(cell.split())


def _colophon(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks of the first pages and of the last one, where colophons are."""
    last = max((block.page or 0 for block in blocks), default=0)
    for at, block in enumerate(blocks):
        ends = (
            at < _FRONT or at >= len(blocks) - _FRONT // 2
        ) and block.kind is not BlockKind.TABLE
        paged = block.page is None or block.page <= 2 or block.page == last
        if ends and paged and block.kind not in (BlockKind.FURNITURE, BlockKind.FOOTNOTE):
            yield block


def _is_line(block: Block) -> bool:
    return block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.BOX)


def _is_running_text(paragraph: str) -> bool:
    """Tell whether a paragraph is none of the front; the title of a hearing may be long."""
    return is_running(paragraph) or ("\n" in paragraph and len(paragraph.split()) >= RUNNING)


def _lines(text: str, blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        for line in block.of(text).split("\n"):
            clean = " ".join(re.sub(r"\*\*", "", _MARKUP.sub("", line)).split())
            if clean:
                yield clean
