"""The parts of sections on the pages and lines that a reference names: ``uss, l. 119-121``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from strategikort.citation.short import LineRanges, join_lines, join_pages
from strategikort.errors import UnknownReferenceError
from strategikort.model import Hit, Section
from strategikort.references.resolution import Resolution
from strategikort.references.stretches import Stretches
from strategikort.structure.places import Places
from strategikort.text.source import Source

_FEW = 5
"""Ranges of lines that a message tells one by one, at most."""


def parts_in(
    sections: Iterable[Section], places: Places, passages: Iterable[Hit], named: Resolution
) -> list[Hit]:
    """Return the parts of one document's ``sections`` on the pages and lines that are named."""
    of_section: dict[str, list[Hit]] = {}
    for passage in passages:
        of_section.setdefault(passage.section.id, []).append(passage)
    parts: list[Hit] = []
    for section in sections:
        stretches = Stretches(section, places, of_section.get(section.id, []))
        if not named.lines:
            parts += stretches.on_pages(named.pages)
            continue
        for part in stretches.on_lines(named.lines):
            pages = {
                page
                for passage in stretches.touched(part.start, part.end)
                for page in passage.place.pages
            }
            # Where no page of a line is known, the line says enough.
            if not (named.pages and pages) or pages.intersection(named.pages):
                parts.append(part)
    return parts


def are_all(parts: Sequence[Hit], source: Source, named: Resolution) -> bool:
    """Tell whether ``parts`` of one document are all that is named: every page, each line's end.

    In a document lines may be of no section, in a section they may not.
    """
    if not named.lines:
        pages = {page for part in parts for page in part.place.pages}
        return pages.issuperset(named.pages)
    spans = [
        span
        for part in parts
        for span in (*part.place.lines, *(part.section.heading_lines if part.start == 0 else ()))
    ]
    for asked in named.lines:
        if asked[1] > source.line_count:
            return False
        filled = [line for line in range(asked[0], asked[1] + 1) if source.line_text(line).strip()]
        ends = (filled[0], filled[-1]) if filled and not named.document else ()
        if not all(any(first <= line <= last for first, last in spans) for line in ends):
            return False
    return True


def not_there(
    sections: Sequence[Section],
    passages: Iterable[Hit],
    source: Source,
    named: Resolution,
    *,
    partly: bool,
) -> UnknownReferenceError:
    """Return the error that says where what was named stands instead.

    ``partly`` says that some of it is there.
    """
    places = [f"s. {join_pages(named.pages)}"] if named.pages else []
    places += [f"l. {join_lines(named.lines)}"] if named.lines else []
    what = named.document or (named.ids[0] if len(named.ids) == 1 else None)
    count = source.line_count
    asked = [line for first, last in named.lines for line in range(first, min(last, count) + 1)]
    if asked and not any(source.line_text(line).strip() for line in asked):
        message = f"Linje {join_lines(named.lines)} i {source.file} er tom."
    elif partly:
        message = f"Ikke alt på {', '.join(places)} findes i {what or 'afsnittene'}."
    elif named.document:
        message = f"Intet afsnit i {what} står på {', '.join(places)}."
    else:
        message = f"{what or 'Afsnittene'} står ikke på {', '.join(places)}."
    pages = dict.fromkeys(page for passage in passages for page in passage.place.pages)
    lines = sorted(span for item in sections for span in (*item.lines, *item.heading_lines))
    known = [f"sidetal {join_pages(tuple(pages))}"] if pages and named.pages else []
    if lines:
        known.append(f"linje {join_lines(_span_of(lines))}")
    return UnknownReferenceError(
        message, f"Teksten har {' og '.join(known)}." if known else "", code="unknown_place"
    )


def _span_of(lines: LineRanges) -> LineRanges:
    """Return ``lines`` if they are few, else all from the first to the last."""
    return lines if len(lines) <= _FEW else ((lines[0][0], lines[-1][1]),)


def cut(part: Hit) -> Section:
    """Return a part of a section as a section of its own: text, ranges, lines and pages."""
    section, start, end = part.section, part.start, part.end
    if part.whole:
        return section
    if start == end:
        return section._replace(
            text=section.text.slice(0, 0), pieces=(), lines=(), pages=(), table=None, footnotes=()
        )
    return section._replace(
        text=section.text.slice(start, end),
        pieces=part.place.chars,
        lines=part.place.lines,
        pages=part.place.pages,
        heading=(),
        heading_lines=(),
        table=None,
        footnotes=tuple(
            mark._replace(offset=mark.offset - start)
            for mark in section.footnotes
            if start <= mark.offset <= end
        ),
    )
