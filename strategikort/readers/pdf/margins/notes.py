"""Footnotes: small type at the foot of a column that begins with a mark, and their marks.

Read in place, a note would part a sentence that goes on in the next column.  A note is known by its
type and its mark together, or by a rule over it; the mark in the text by being raised, else by
standing glued to a word at one place of the page only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from strategikort.language.months import MONTHS
from strategikort.readers.model import BlockKind
from strategikort.readers.pdf.drawing.content import SMALLER, THIN, PageContent, Rect, Style
from strategikort.readers.pdf.drawing.tags import Element
from strategikort.readers.pdf.lines.lines import Line
from strategikort.readers.pdf.paragraphs.flow import Flow
from strategikort.readers.pdf.paragraphs.paragraphs import Para
from strategikort.readers.pdf.tables.regions import Region
from strategikort.readers.plaintext.notes import glued_mark

_START = re.compile(
    rf"(?!\d{{1,2}}\.\s*(?i:{'|'.join(MONTHS)})\b)"
    r"\(?(?!\d+[.,]\d)(\d{1,3}|[*†‡]{1,3}|[a-z])\)?(?=[\s.)]|[A-ZÆØÅ(»\"“„h])[.)]?\s*(?=\S)"
)
_LABEL = re.compile(r"\(?(\d{1,3}|[*†‡]{1,3}|[a-z])\)?")
NOTES_HEADING = re.compile(
    r"(?:[\dIVX]{1,4}[.)]?\s+)?"
    r"(?:(?:slut|fod)?noter|noteapparat|kilder|kildehenvisninger|henvisninger|referencer"
    r"|litteratur(?:liste|henvisninger)?|(?:end|foot)?notes|references|sources)"
    r"(?:\s+(?:og|and|&|til)\s.{1,60})?:?",
    re.I,
)
"""What the notes of a whole text stand under."""

_GLUED = glued_mark()
_SIGN = re.compile(r"(?<=[a-zæøå\d.,;:!?)»«”“\"'’‘])(?P<mark>\*{1,3}|†{1,3}|‡{1,3})(?![\w*†‡])")
"""The mark of a note that stands high by itself: an asterisk or a dagger behind a word."""

_NEXT_LINE = 1.6
"""How far below each other the lines of a note stand at most, as a share of their size."""
_LOW = 0.4
"""The share of the page that notes begin in whose type or mark alone does not show them."""


def take_notes(flow: Flow, page: PageContent, body: Style, labels: frozenset[str]) -> list[Line]:
    """Take the footnotes off the end of ``flow``, or out of a margin, and return their lines.

    ``labels`` are the marks in the page's text.
    """
    if flow.kind == "margin":
        notes = _beside(flow, labels)
        flow.parts = [part for part in flow.parts if part not in notes]
        return notes
    if flow.kind:
        return []
    tagged = [part for part in flow.parts if isinstance(part, Line) and _note(part)]
    if tagged:
        flow.parts = [part for part in flow.parts if part not in tagged]
    return tagged + _low_notes(flow, page, body, labels)


def _beside(flow: Flow, labels: frozenset[str]) -> list[Line]:
    """Return the lines of notes in the margin: each begins with a mark that the text has."""
    found: list[Line] = []
    last: Line | None = None
    for part in flow.parts:
        if not isinstance(part, Line):
            last = None
            continue
        mark = note_start(part)
        begins = mark is not None and mark[0] in labels
        goes_on = last is not None and last.y - part.y <= _NEXT_LINE * part.size
        last = part if begins or goes_on else None
        if last is not None:
            found.append(part)
    return found


def note_start(line: Line) -> tuple[str, int] | None:
    """Return the mark that a line begins with as notes do, and where what follows it begins.

    A raised one ends where the line itself begins, which may be a figure: »¹26.071 huse«.
    """
    if line.begins_raised:
        end = line.raised[0][1]
        label = _LABEL.fullmatch(line.text[:end].strip())
        if label and line.text[end:].strip():
            return label[1], len(line.text) - len(line.text[end:].lstrip())
    match = _START.match(line.text)
    return (match[1], match.end()) if match else None


def _note(line: Line) -> Element | None:
    """Return the note that a line stands in, as the structure tree says."""
    return line.block.note if line.block else None


def _low_notes(flow: Flow, page: PageContent, body: Style, labels: frozenset[str]) -> list[Line]:
    lines = flow.parts
    start = len(lines)
    while start and isinstance(part := lines[start - 1], Line):
        if part.size > SMALLER * body.size and not _under_rule(part, page):
            break
        start -= 1
    start = min(start, _first_under_rule(lines, page, labels))
    above = lines[start - 1] if start else None
    if isinstance(above, Line) and above.size > body.size and NOTES_HEADING.fullmatch(above.text):
        return []
    for index in range(start, len(lines)):
        part = lines[index]
        if not isinstance(part, Line):
            continue
        mark = note_start(part)
        if mark and _is_note(part, mark[0], labels, page):
            first = lines[start]
            is_low = first.top < _LOW * page.height
            if is_low and isinstance(first, Line) and _rule_above(first, page):
                index = start  # the last note of the page before goes on
            taken = [line for line in lines[index:] if isinstance(line, Line)]
            del lines[index:]
            return taken
    return []


def _is_note(line: Line, label: str, labels: frozenset[str], page: PageContent) -> bool:
    return line.begins_raised or label in labels or (label.isdigit() and _rule_above(line, page))


def _first_under_rule(
    lines: Sequence[Line | Region], page: PageContent, labels: frozenset[str]
) -> int:
    """Return where notes in the body's own size begin: right under a short rule, with a mark."""
    for index, line in enumerate(lines):
        if isinstance(line, Line) and _under_rule(line, page):
            mark = note_start(line)
            if line.begins_raised or (mark and mark[0] in labels):
                return index
    return len(lines)


def _rules_over(line: Line, page: PageContent) -> Iterator[Rect]:
    """Yield the rules right over a line that begin no further in."""
    for rule in page.rules:
        near = 0 <= rule.y0 - line.y <= 4 * line.size
        if near and rule.width >= 30 and rule.height <= THIN and rule.x0 <= line.x0 + 20:
            yield rule


def _rule_above(line: Line, page: PageContent) -> bool:
    return any(rule.x1 >= line.x0 for rule in _rules_over(line, page))


def _under_rule(line: Line, page: PageContent) -> bool:
    """Say whether a line in the body's own size begins a footnote right under a short rule."""
    return (
        note_start(line) is not None
        and line.y < _LOW * page.height
        and any(rule.width <= 0.6 * page.width for rule in _rules_over(line, page))
    )


def notes_of(lines: Sequence[Line], flow: int, page: int, labels: frozenset[str]) -> list[Para]:
    """Return the footnotes in ``lines``, each a paragraph with its label as key."""
    found: list[Para] = []
    for line in lines:
        mark = note_start(line)
        if found and _note(line) and _note(line) is _note(found[-1].lines[-1]):
            found[-1].lines.append(line)
        elif mark and (not found or _note(line) or _follows(found[-1], line, mark[0], labels)):
            how = "tag" if _note(line) else "geometry"
            para = Para([line], flow, page, BlockKind.FOOTNOTE, how=how)
            para.key, para.marker = (line.page, mark[0]), mark[1]
            found.append(para)
        elif found:
            found[-1].lines.append(line)
        else:
            rest = Para([line], flow, page, BlockKind.FOOTNOTE, how="geometry", continues=True)
            found.append(rest)
    return found


def _follows(note: Para, line: Line, label: str, labels: frozenset[str]) -> bool:
    if line.begins_raised:
        return True
    before = note.key[1] if note.key else ""
    if before.isdigit() and label.isdigit():
        return int(label) == int(before) + 1
    return label in labels and label != before and not label.isalpha()


def marked_labels(parts: Iterable[Line | Region]) -> frozenset[str]:
    """Return the marks in lines of the text of a page: what is raised, and signs behind words."""
    return frozenset(label for part in parts for label in (*_marks_in(part), *_signs_in(part)))


def _signs_in(part: Line | Region) -> list[str]:
    return [match["mark"] for match in _SIGN.finditer(part.text)] if isinstance(part, Line) else []


def _marks_in(part: Line | Region) -> list[str]:
    if not isinstance(part, Line):
        return []
    return [
        label for start, end in part.raised if start > 0 for label in _labels(part.text[start:end])
    ]


def lines_of_notes(lines: Sequence[Line]) -> list[Line]:
    """Return those of a page's lines, from top to bottom, that are notes with marks in the text.

    A note is the first line below its mark that begins with it, in no larger type, and what goes
    on right below.  Where the mark is no more than a figure glued to a word, it is in smaller type.
    """
    found: list[Line] = []
    marked: dict[str, float] = {}
    last: Line | None = None
    for line in lines:
        mark = note_start(line)
        begins = mark is not None and line.size <= marked.get(mark[0], 0.0)
        goes_on = last is not None and line.style == last.style
        if last is not None and goes_on:
            goes_on = last.y - line.y <= _NEXT_LINE * line.size
        if begins and mark:
            del marked[mark[0]]
        last = line if begins or goes_on else None
        if last is not None:
            found.append(line)
        for glued in _GLUED.finditer(line.text):
            marked.setdefault(glued["mark"], SMALLER * line.size)
        marked.update(dict.fromkeys(_marks_in(line), line.size))
    return found


def _labels(text: str) -> list[str]:
    return [match[1] for match in _LABEL.finditer(text)]


def tie_flat_marks(paras: Sequence[Para]) -> None:
    """Find the marks of notes that no raised mark belongs to.

    Some producers draw raised figures as glyphs of their own, on the line and in full size.  A
    mark then is the note's number glued to a word, at one place only of the page.  Asterisks and
    daggers need not be raised.
    """
    raised = {(line.page, mark[2]) for para in paras for mark in para.marks for line in para.lines}
    for note in paras:
        if note.endnote or not note.key or note.key in raised or note.key[1].isalpha():
            continue
        page, label = note.key
        glued = glued_mark(label) if label.isdigit() else _SIGN
        found = [
            (para, match)
            for para in paras
            if para.kind is not BlockKind.FOOTNOTE and para.lines and para.lines[0].page == page
            for match in glued.finditer(para.text)
            if match["mark"] == label
        ]
        if len(found) == 1:
            para, match = found[0]
            para.marks.append((match.start("mark"), match.end("mark"), label))


def note_marks(para: Para) -> list[tuple[int, int, str]]:
    """Return the raised marks in a paragraph: start, end and label, in its text."""
    marks: list[tuple[int, int, str]] = []
    offset = 0
    for line in para.lines:
        for start, end in line.raised:
            for match in _LABEL.finditer(line.text[start:end]):
                at = offset + start
                if at + match.start() > 0:
                    marks.append((at + match.start(), at + match.end(), match[1]))
        offset += len(line.text) + 1
    return marks
