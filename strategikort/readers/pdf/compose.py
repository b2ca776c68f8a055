"""Pages → one text with its blocks: columns, paragraphs, headings, notes, all in order.

Every step builds on the one before: lines in reading order (flows), lines as paragraphs, paragraphs
known for what they are by their look in the whole file.  Pages are gone through twice where others
show gutters that one by itself does not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass

from strategikort.readers.cues.running import BARE_NUMBER, SHARE
from strategikort.readers.cues.titles import LARGE
from strategikort.readers.making.builder import TextBuilder, tidy
from strategikort.readers.model import Block, BlockKind, Mark, Page, headings_by_how
from strategikort.readers.pdf.drawing.content import Fragment, PageContent, Style
from strategikort.readers.pdf.drawing.outline import OutlineEntry
from strategikort.readers.pdf.headings.headings import find_headings, parted_by_outline
from strategikort.readers.pdf.headings.plainheadings import find_plain_headings
from strategikort.readers.pdf.headings.settling import differs, settle
from strategikort.readers.pdf.headings.tagtrust import mark_tagged
from strategikort.readers.pdf.lines.lines import Line, lines_of
from strategikort.readers.pdf.margins.endnotes import take_endnotes, tie_endnotes
from strategikort.readers.pdf.margins.furniture import Running
from strategikort.readers.pdf.margins.notes import (
    marked_labels,
    notes_of,
    take_notes,
    tie_flat_marks,
)
from strategikort.readers.pdf.paragraphs.cuttables import join_tables
from strategikort.readers.pdf.paragraphs.flow import (
    Flow,
    PageFlow,
    agreement,
    box_flows,
    page_flow,
    table_text,
)
from strategikort.readers.pdf.paragraphs.leading import Leading, measure_leading
from strategikort.readers.pdf.paragraphs.paragraphs import Para, paragraphs_of
from strategikort.readers.pdf.paragraphs.treeorder import in_tree_order
from strategikort.readers.pdf.tables.leveltables import ladders_of
from strategikort.readers.pdf.tables.regions import Region

MAX_FRAGMENTS = 6000
"""A page with more fragments is read in the order of its content stream."""


@dataclass
class Composed:
    """The text of a file and everything that points into it."""

    text: str
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...]
    marks: tuple[Mark, ...]
    agreement: dict[int, float]
    headings: dict[str, int]
    displayed: Set[int]


def compose_text(
    pages: Sequence[PageContent],
    running: Sequence[Running],
    labels: Sequence[tuple[str, str]],
    body: Style,
    outline: Sequence[OutlineEntry],
    progress: Callable[[int, int], None] | None = None,
) -> Composed:
    """Put the pages together; all sequences but ``outline`` have one element a page."""
    flows = _all_flows(pages, running, body, progress)
    builder = TextBuilder()
    written: list[Page] = []
    by_page: dict[int, list[Para]] = {}
    for para in _settled_paragraphs(pages, flows, body, outline):
        by_page.setdefault(para.page, []).append(para)
    for number, (content, furniture) in enumerate(zip(pages, running, strict=True)):
        before = builder.offset
        _write_furniture(builder, furniture.above, number)
        margin = " ".join(item.text for item in content.line_numbers)
        builder.add(BlockKind.FURNITURE, margin, how="margin", page=number)
        for para in by_page.get(number, []):
            _write(builder, para, body)
        _write_furniture(builder, furniture.below, number)
        label, how = labels[number]
        start = min(before + 2, builder.offset) if before else 0
        written.append(Page(content.index, label, how, start, builder.offset))
    builder.tie_marks()
    order: dict[int, float] = {}
    for content, page in zip(pages, flows, strict=True):
        order[content.index] = min(order.get(content.index, 1.0), page.agreement)
    return Composed(
        builder.text,
        tuple(builder.blocks),
        tuple(written),
        tuple(builder.marks),
        order,
        headings_by_how(builder.blocks),
        builder.displayed,
    )


def _settled_paragraphs(
    pages: Sequence[PageContent],
    flows: Sequence[PageFlow],
    body: Style,
    outline: Sequence[OutlineEntry],
) -> list[Para]:
    """Return the paragraphs of all pages, known for what they are, each step upon the last."""
    leading = measure_leading([flow for page in flows for flow in page.flows])
    paras = parted_by_outline(_all_paragraphs(pages, flows, body, leading), outline)
    mark_tagged(paras)
    find_headings(paras, body, outline)
    paras = [para for para in paras if para.lines or para.region]
    scans = {number for number, page in enumerate(pages) if page.is_scan}
    find_plain_headings(paras, body, scans)
    paras = take_endnotes(paras)
    _part_running(paras, len(pages))
    settle(paras, body)
    tie_flat_marks(paras)
    tie_endnotes(paras)
    join_tables(paras)
    return paras


def _all_flows(
    pages: Sequence[PageContent],
    running: Sequence[Running],
    body: Style,
    progress: Callable[[int, int], None] | None,
) -> list[PageFlow]:
    kept: list[list[Fragment]] = []
    flows: list[PageFlow] = []
    ladders = ladders_of(pages)
    for number, (page, lines) in enumerate(zip(pages, running, strict=True)):
        if progress:
            progress(page.index, pages[-1].index + 1)
        fragments = [item for item in page.fragments if id(item) not in lines.taken]
        kept.append(fragments)
        if len(fragments) > MAX_FRAGMENTS:
            flows.append(_as_drawn(fragments, page))
        else:
            flows.append(page_flow(page, fragments, body, (), ladders[number]))
    known = _common_gutters(flows)
    if known:
        for index, page in enumerate(pages):
            used = flows[index].gutters
            if len(kept[index]) <= MAX_FRAGMENTS and any(
                not any(abs(x - gutter) < 4 for gutter in used) for x in known
            ):
                flows[index] = page_flow(page, kept[index], body, known, ladders[index])
    for found in flows:
        main = [flow for flow in found.flows if not flow.kind]
        found.flows = in_tree_order(main) + [flow for flow in found.flows if flow.kind]
    return flows


def _common_gutters(flows: Sequence[PageFlow]) -> list[float]:
    """Return gutters that at least three pages, and a tenth of them, have in common."""
    counts: Counter[int] = Counter()
    for page in flows:
        counts.update({round(x / 3) for x in page.gutters})
    needed = max(3, len(flows) // 10)
    found: list[float] = []
    for cell, _ in counts.most_common():
        total = counts[cell - 1] + counts[cell] + counts[cell + 1]
        if total >= needed and not any(abs(cell * 3 - x) < 8 for x in found):
            exact = [x for page in flows for x in page.gutters if abs(x - cell * 3) <= 4.5]
            found.append(min(exact))
    return found


def _as_drawn(fragments: Sequence[Fragment], page: PageContent) -> PageFlow:
    lines: list[Line] = []
    for item in fragments:
        last = lines[-1] if lines else None
        if last and abs(last.y - item.y) < 0.3 * item.size and -2 < item.x0 - last.x1 < 400:
            last.text += " " + item.text
            last.x1 = item.x1
        else:
            lines.append(
                Line(item.text, item.x0, item.x1, item.y, item.style, item.order, page.index)
            )
    return PageFlow([Flow([*lines], 0, page.width)], [], 0.0)


def _all_paragraphs(
    pages: Sequence[PageContent], flows: Sequence[PageFlow], body: Style, leading: Leading
) -> list[Para]:
    found: list[Para] = []
    column = 0
    last_note = 0
    for number, (content, page) in enumerate(zip(pages, flows, strict=True)):
        # Besides the marks on the page the next number may begin its notes: a mark in the last
        # line of a page can have its note on the next one.
        marks = marked_labels(part for flow in page.flows for part in flow.parts)
        labels = marks | {str(last_note + 1)}
        notes: list[Para] = []
        for flow in page.flows:
            column += 1
            taken = take_notes(flow, content, body, labels)
            found += _boxes_opened(flow, column, number, leading, body)
            notes += notes_of(taken, column, number, labels)
        found += notes
        numbers = [int(note.key[1]) for note in notes if note.key and note.key[1].isdigit()]
        last_note = max(numbers, default=last_note)
        page.agreement = min(page.agreement, agreement(page.flows))
    return found


def _boxes_opened(flow: Flow, column: int, page: int, leading: Leading, body: Style) -> list[Para]:
    """Return the paragraphs of a flow, those of the boxes in it included."""
    found: list[Para] = []
    box = column * 1000
    for para in paragraphs_of(flow, column, page, leading):
        if para.region is None or para.region.kind != "box":
            para.box = box if para.boxed else 0
            found.append(para)
            continue
        box += 1
        for inner in box_flows(para.region, page, body):
            inner.kind = "box"
            opened = paragraphs_of(inner, column, page, leading)
            for part in opened:
                part.boxed, part.first, part.last, part.box = True, False, False, box
            found += opened
    if flow.kind == "sideways":
        for para in found:
            para.kind, para.how, para.boxed, para.box = BlockKind.BOX, "sideways", True, box
    return found


def _part_running(paras: Sequence[Para], pages: int) -> None:
    """Settle which of the text in other directions returns on the pages or is their number."""
    sideways = [para for para in paras if para.how == "sideways"]
    counts = Counter(text for _, text in {(para.page, para.text) for para in sideways})
    for para in sideways:
        returns = counts[para.text] >= max(2, SHARE * pages)
        if returns or BARE_NUMBER.fullmatch(para.text.strip()):
            para.kind, para.how = BlockKind.FURNITURE, "margin"


def _write_furniture(builder: TextBuilder, lines: Sequence[Line], page: int) -> None:
    for line in lines:
        builder.add(BlockKind.FURNITURE, tidy(line.text), how="margin", page=page)


def _text_lines(part: Line | Region) -> list[str]:
    """Return the lines of what may be a table: entries and their page numbers look like one."""
    return (
        [part.text] if isinstance(part, Line) else [line.text for line in lines_of(part.fragments)]
    )


def _write(builder: TextBuilder, para: Para, body: Style) -> None:
    region = para.region
    if region is not None and region.kind == "table":
        for row in table_text(region.repeated):
            builder.add(BlockKind.FURNITURE, tidy("\t".join(row)), how="head", page=para.page)
        rows = [[tidy(cell) for cell in row] for row in table_text(region.rows)]
        builder.add_table(
            rows, how=region.how, page=para.page, continues=para.continues, cut=region.is_cut
        )
        return
    if region is not None:
        for flow in box_flows(region, para.page, body):
            text = "\n".join(line for part in flow.parts for line in _text_lines(part))
            builder.add(BlockKind.FURNITURE, tidy(text), how="contents", page=para.page)
        return
    text = para.text
    clean = tidy(text)
    large = bool(para.lines) and para.style.size >= LARGE * body.size
    marks = [
        (start, end, (para.notes_on.get(label, para.lines[0].page), label))
        for start, end, label in para.marks
    ]
    builder.add(
        para.kind,
        clean,
        level=para.level,
        how=para.how,
        displayed=large and para.kind is BlockKind.HEADING,
        page=para.page,
        marker=para.marker,
        continues=para.continues,
        apart=para.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)
        and bool(para.lines)
        and differs(para, body),
        marks=marks if len(clean) == len(text) else (),
        note=para.key,
    )
