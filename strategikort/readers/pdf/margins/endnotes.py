"""Notes at the end of a document or chapter, under a heading of their own, and their marks.

They look like a numbered list; what makes them notes is that half of their numbers stand as marks
in the text above.  Marks count through a chapter, so one that is not raised is looked for between
the places of those before and behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import groupby

from strategikort.readers.model import BlockKind
from strategikort.readers.pdf.lines.lines import Line
from strategikort.readers.pdf.margins.notes import NOTES_HEADING, note_marks, note_start
from strategikort.readers.pdf.paragraphs.paragraphs import Para
from strategikort.readers.plaintext.notes import glued_mark

_BRACKETED = re.compile(r"\[(\d{1,3})\][.:]?\s*(?=\S)")
_UNIT = re.compile(r"(?<![^\W\d_])[kcdm]?m$")
"""What is squared or cubed: its raised figure is no mark."""

_GLUED = glued_mark()
_FLAT = re.compile(
    r"(?:[a-zæøå]{2}|[a-zæøå][.,;:!?)»«”“\"'’‘]|(?<!\d)(?:19|20)\d\d"
    r"|\d[.!?](?=\d+(?:\s+[A-ZÆØÅ»]|\s*$)))(?P<mark>\d{1,3})(?=[\s.,;:)]|$)"
)
"""A mark that is not raised: less is asked of it than of footnotes', as it is between others."""

_FEWEST = 2
_ALIGNED = 3.0
"""Points that the numbers of the notes of a column stand further in than each other at most."""


def take_endnotes(paras: Sequence[Para]) -> list[Para]:
    """Return ``paras`` with the notes under headings such as ``Noter`` as notes.

    They are numbered from 1 on, and half of their numbers stand as marks in the text above.
    """
    found: list[Para] = []
    at = chapters = 0
    while at < len(paras):
        found.append(paras[at])
        at += 1
        if _is_heading(paras[at - 1]):
            end = _end(paras, at)
            notes = [*_noted(paras[at:end], chapters + 1)]
            labels = [note.key[1] for note in notes if note.endnote and note.key]
            if len(labels) >= _FEWEST and 2 * _marked(paras[: at - 1], labels) >= len(labels):
                found += notes
                at = end
                chapters += 1
    return found


def _is_heading(para: Para) -> bool:
    may_be = para.kind is BlockKind.HEADING or (
        para.kind is BlockKind.PARAGRAPH and len(para.lines) == 1 and not para.boxed
    )
    return may_be and bool(NOTES_HEADING.fullmatch(para.text.strip()))


def _end(paras: Sequence[Para], start: int) -> int:
    """Return where the chapter ends that begins at ``start``, below its heading."""
    level = paras[start - 1].level or 6
    headings = (
        at
        for at in range(start, len(paras))
        if paras[at].kind is BlockKind.HEADING and paras[at].level <= level
    )
    return next(headings, len(paras))


def _noted(paras: Sequence[Para], chapter: int) -> Iterator[Para]:
    """Yield paragraphs, the numbered ones as notes; a note may go on in the next column."""
    number, left, flow = 0, 0.0, -1
    for para in paras:
        if para.kind is BlockKind.HEADING:
            number = 0
        if not para.lines or para.boxed or para.kind is BlockKind.HEADING:
            yield para
            continue
        rest: list[Line] = []
        notes: list[Para] = []
        begun = number
        for line in para.lines:
            start = _start(line)
            inside = para.flow == flow and line.x0 > left + _ALIGNED
            anew = number >= _FEWEST and line is para.lines[0]
            if start and not inside and start[0] in (str(number + 1), "1" if anew else None):
                number, left, flow = int(start[0]), line.x0, para.flow
                notes.append(_note([line], para, chapter, start))
            elif notes:
                notes[-1].lines.append(line)
            else:
                rest.append(line)
        if rest and begun and (para.first or para.kind is BlockKind.FOOTNOTE):
            yield _note(rest, para, chapter)
        elif rest:
            yield replace(para, lines=rest)
        yield from notes


def _note(
    lines: list[Line], para: Para, chapter: int, start: tuple[str, int] | None = None
) -> Para:
    """Return a note that stands in a paragraph, or the rest of one that has no ``start`` there."""
    return replace(
        para,
        lines=lines,
        kind=BlockKind.FOOTNOTE,
        how="geometry",
        level=0,
        marker=start[1] if start else 0,
        key=(lines[0].page, start[0]) if start else None,
        continues=start is None,
        endnote=chapter,
    )


def _start(line: Line) -> tuple[str, int] | None:
    """Return the number that a line begins with as notes do, and where the note begins."""
    bracketed = _BRACKETED.match(line.text)
    return (bracketed[1], bracketed.end()) if bracketed else note_start(line)


def _marked(paras: Sequence[Para], labels: Sequence[str]) -> int:
    """Return how many of the labels stand in the text as marks do that are no footnotes'."""
    footnotes = {para.key for para in paras if para.key}
    marks: set[str] = set()
    for para in paras:
        if para.lines and para.kind is not BlockKind.FOOTNOTE:
            here = {label for _, _, label in note_marks(para)}
            here.update(match["mark"] for match in _GLUED.finditer(para.text))
            marks |= {mark for mark in here if not _is_of_footnote(para, mark, footnotes)}
    return len(marks.intersection(labels))


def _is_of_footnote(para: Para, label: str, footnotes: Set[tuple[int, str] | None]) -> bool:
    page = para.lines[0].page
    return not footnotes.isdisjoint((at, label) for at in (page - 1, page, page + 1))


def tie_endnotes(paras: Sequence[Para]) -> None:
    """Tie the marks in the text to the notes of the chapter of notes that comes next below it.

    Raised marks go first; of others, the only one with its number between those before and after.
    Notes that are counted anew within their chapter are tied to nothing.
    """
    footnotes = {para.key for para in paras if para.key and not para.endnote}
    texts: list[Para] = []
    for chapter, part in groupby(paras, lambda para: para.endnote):
        if not chapter:
            texts += (para for para in part if para.lines and para.kind is not BlockKind.FOOTNOTE)
            continue
        notes = [note for note in paras if note.endnote == chapter and note.key]
        pages = {note.key[1]: note.key[0] for note in notes if note.key}
        if len(pages) == len(notes):
            _tie(texts, pages, footnotes)
        texts = []


def _tie(
    texts: Sequence[Para], pages: dict[str, int], footnotes: Set[tuple[int, str] | None]
) -> None:
    places: dict[int, tuple[int, int]] = {}
    for at, para in enumerate(texts):
        for start, _, label in para.marks:
            is_unit = _UNIT.search(para.text[:start])
            if label in pages and not (is_unit or _is_of_footnote(para, label, footnotes)):
                para.notes_on[label] = pages[label]
                places.setdefault(int(label), (at, start))
    flat = _flat_marks(texts)
    for label in pages:
        if int(label) in places:
            continue
        before = max(
            (place for number, place in places.items() if number < int(label)), default=(0, 0)
        )
        after = min(
            (place for number, place in places.items() if number > int(label)),
            default=(len(texts), 0),
        )
        found = [place for place in flat.get(label, ()) if before <= place[:2] <= after]
        if len(found) == 1:
            at, start, end = found[0]
            texts[at].marks.append((start, end, label))
            texts[at].notes_on[label] = pages[label]
            places[int(label)] = (at, start)


def _flat_marks(texts: Sequence[Para]) -> dict[str, list[tuple[int, int, int]]]:
    """Return by label where in which of the texts marks may stand that are not raised."""
    found: dict[str, list[tuple[int, int, int]]] = {}
    for at, para in enumerate(texts):
        for match in _FLAT.finditer(para.text):
            if not _UNIT.search(para.text[: match.start("mark")]):
                found.setdefault(match["mark"], []).append((at, *match.span("mark")))
    return found
