"""The parts of sections on the pages and lines that a reference names: ``uss, l. 119-121``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TypeAlias

from strategikort.citation.short import join_lines, join_pages
from strategikort.errors import UnknownReferenceError
from strategikort.model import Hit, Place, Section
from strategikort.references.parts import NoSuchPartError, no_such_part, parts_of
from strategikort.references.steps import OF_LAWS
from strategikort.references.written import Resolution
from strategikort.structure.places import Places
from strategikort.text.aligned import SourceRange
from strategikort.text.source import Source

Lines: TypeAlias = Sequence[tuple[int, int]]
"""Lines from 1, first and last inclusive."""

_FEW = 5
"""Ranges of lines that a message tells one by one, at most."""


def _on_lines(section: Section, places: Places, lines: Lines, passages: Sequence[Hit]) -> list[Hit]:
    """Return the parts of a section that stand on ``lines``: one without text is its heading.

    Lines that are read one after the other make one part.  ``passages`` are those of the section,
    ``places`` those of its document.
    """
    asked = _raw_ranges(places.source, lines)
    parts = _within(section, asked)
    if not parts and any(
        part.start < span.end and span.start < part.end
        for part in section.heading
        for span in asked
    ):
        return [Hit(section, 0, 0, 1.0, Place(section.heading, section.heading_lines, ()))]
    return [_part(section, places, start, end, passages) for start, end in parts]


def _on_pages(
    section: Section, places: Places, pages: Sequence[str], passages: Sequence[Hit]
) -> list[Hit]:
    """Return the parts of a section that stand on printed ``pages``, by whole passages."""
    parts: list[tuple[int, int]] = []
    before = False
    for passage in passages:
        here = not set(passage.place.pages).isdisjoint(pages)
        if here and before:
            parts[-1] = (parts[-1][0], passage.end)
        elif here:
            parts.append((passage.start, passage.end))
        before = here
    return [_part(section, places, start, end, passages) for start, end in parts]


def on_steps(
    sections: Sequence[Section], places: Places, passages: Sequence[Hit], named: Resolution
) -> list[Hit]:
    """Return the numbers, letters and sentences that are named in one section.

    ``sections`` are that section and those below it, of which just one may have such: ``§ 2, nr.
    3`` stands in ``§ 2, stk. 1``.  None where the text of a law does not show them; raises
    ``UnknownReferenceError`` where there are others, and for what is no law.
    """
    if elements := _elements(sections, named):
        return _on_named_lines(elements, named)
    missing: list[str] = []
    fitting: list[list[Hit]] = []
    for section in sections:
        if section.kind == "led":
            continue
        here = [passage for passage in passages if passage.section.id == section.id]
        called = section.pinpoint if section.kind in OF_LAWS else sections[0].pinpoint
        try:
            found = parts_of(section.text.text, named.steps)
        except NoSuchPartError as error:
            missing.append(no_such_part(called, error))
            continue
        if found:
            fitting.append([_step(section, places, here, part, called) for part in found])
    if len(fitting) == 1 and not missing:
        return _on_named_lines(fitting[0], named)
    whole = sections[0]
    remarked = whole.kind == "bemærkning" and whole.children
    if not missing and whole.kind in OF_LAWS and not remarked:
        return []
    missing.append(f"Teksten i {whole.id} er ikke delt i {named.steps[0].kind}.")
    raise UnknownReferenceError(missing[0], candidates=[whole.id], code="unknown_place")


def _elements(sections: Sequence[Section], named: Resolution) -> list[Hit]:
    """Return the elements of a list that are named by their letters, if they are sections.

    Raises ``UnknownReferenceError`` where there are others.
    """
    step, *below = named.steps
    whole = sections[0]
    rows = [item for item in sections[1:] if item.kind == "led" and item.parent == whole.id]
    labels = ["" if "number" in item.derived else item.number or "" for item in rows]
    if below or step.what != "litra" or not labels or not all(labels):
        return []
    if not {*chain(*step.spans)} <= {*labels}:
        error = NoSuchPartError(step, step.shown((labels[0], labels[-1])))
        said = no_such_part(whole.pinpoint, error)
        raise UnknownReferenceError(said, candidates=[whole.id], code="unknown_place")
    spans = [(labels.index(first), labels.index(last)) for first, last in step.spans]
    chosen = [item for first, last in spans for item in rows[first : last + 1]]
    return [
        Hit(item, 0, len(item.text), 1.0, Place(item.pieces, item.lines, item.pages))
        for item in chosen
    ]


def _step(
    section: Section,
    places: Places,
    passages: Sequence[Hit],
    part: tuple[int, int, str],
    called: str,
) -> Hit:
    start, end, name = part
    pinpoint = f"{called}{name}"
    hit = _part(section, places, start, end, passages)
    return hit._replace(section=section._replace(pinpoint=pinpoint, label=pinpoint))


def _on_named_lines(parts: list[Hit], named: Resolution) -> list[Hit]:
    """Return ``parts`` if they stand on the lines that are named; raises if they do not."""
    spans = [span for part in parts for span in part.place.lines]
    for first, last in named.lines:
        if not any(start <= first and last <= end for start, end in spans):
            where = f"{parts[0].section.pinpoint} står ikke på l. {join_lines(named.lines)}."
            there = f"Teksten har linje {join_lines(spans)}."
            raise UnknownReferenceError(where, there, code="unknown_place")
    return parts


def parts_in(
    sections: Iterable[Section], places: Places, passages: Iterable[Hit], named: Resolution
) -> list[Hit]:
    """Return the parts of one document's ``sections`` on the pages and lines that are named."""
    of_section: dict[str, list[Hit]] = {}
    for passage in passages:
        of_section.setdefault(passage.section.id, []).append(passage)
    parts: list[Hit] = []
    for section in sections:
        here = of_section.get(section.id, [])
        if not named.lines:
            parts += _on_pages(section, places, named.pages, here)
            continue
        for part in _on_lines(section, places, named.lines, here):
            pages = {
                page
                for passage in _touched(part.start, part.end, here)
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
    partly: bool = False,
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


def _span_of(lines: Lines) -> Lines:
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


def _raw_ranges(source: Source, lines: Lines) -> list[SourceRange]:
    last = source.line_count
    return [
        SourceRange(source.line(first).start, source.line(min(end, last)).end + 1)
        for first, end in lines
        if first <= min(end, last)
    ]


def _within(section: Section, asked: Sequence[SourceRange]) -> list[tuple[int, int]]:
    """Return the stretches of clean text that come from ``asked``, with blanks between."""
    text = section.text.text
    found: list[tuple[int, int]] = []
    for run in section.text.runs:
        for span in sorted(asked):
            first, last = max(run.raw, span.start), min(run.raw + run.length, span.end)
            start, end = run.clean + first - run.raw, run.clean + last - run.raw
            if first >= last or not text[start:end].strip():
                continue
            if found and not text[found[-1][1] : start].strip():
                found[-1] = (found[-1][0], max(end, found[-1][1]))
            else:
                found.append((start, end))
    return found


def _part(section: Section, places: Places, start: int, end: int, passages: Sequence[Hit]) -> Hit:
    text = section.text.text
    start += len(text[start:end]) - len(text[start:end].lstrip())
    end -= len(text[start:end]) - len(text[start:end].rstrip())
    place = places.of_passage(section, start, end)
    if text[:start].strip() or text[end:].strip():
        place = place._replace(pages=place.pages or _pages(section, start, end, passages))
        return Hit(section, start, end, 1.0, place)
    return Hit(section, 0, len(text), 1.0, Place(section.pieces, section.lines, section.pages))


def _pages(section: Section, start: int, end: int, passages: Iterable[Hit]) -> tuple[str, ...]:
    """Return the pages of clean characters of which those of lines are not known.

    They are those of the passages, of the section where one of them is cut and has several.
    """
    pages: dict[str, None] = {}
    for passage in _touched(start, end, passages):
        here = passage.place.pages
        cut = passage.start < start or end < passage.end
        if not here or (cut and len(here) > 1):
            return section.pages
        pages.update(dict.fromkeys(here))
    return tuple(pages)


def _touched(start: int, end: int, passages: Iterable[Hit]) -> Iterable[Hit]:
    return (item for item in passages if item.start < end and start < item.end)
