"""A PDF → text with structure: pages drawn one by one, then looked at together.

A PDF has no text, only glyphs at places.  Each page is drawn by itself (a broken or heavy one is
given up, and said to be), what the whole file shows of its fonts, tags and scans is settled, and
only then is the order looked for: what a running line, a column or a heading is, shows by how often
it returns.  Pictures of text without a text layer are not read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence, Sized
from dataclasses import dataclass, field, replace

from strategikort.danish import count
from strategikort.readers.cues.running import page_labels
from strategikort.readers.errors import NoTextError, damaged, too_heavy
from strategikort.readers.making.metadata import PDF_PROPERTIES, Properties, iso_date, settle
from strategikort.readers.model import FileKind, Quality, ReadFile, ReadingWarning
from strategikort.readers.pdf.compose import Composed, compose_text
from strategikort.readers.pdf.drawing.bullets import put_bullets
from strategikort.readers.pdf.drawing.content import PageContent, body_style
from strategikort.readers.pdf.drawing.device import PageBudgetError, PageDevice
from strategikort.readers.pdf.drawing.direction import split_spreads
from strategikort.readers.pdf.drawing.document import CUT_SHORT, OpenPdf, is_cut_short, open_pdf
from strategikort.readers.pdf.drawing.fonts import damaged_characters
from strategikort.readers.pdf.drawing.interpreter import Interpreter
from strategikort.readers.pdf.drawing.lettercase import settle_case
from strategikort.readers.pdf.drawing.letterspacing import close_letters
from strategikort.readers.pdf.drawing.linenumbers import take_line_numbers
from strategikort.readers.pdf.drawing.outline import left_out_of, read_outline
from strategikort.readers.pdf.drawing.scans import is_scan, settle_scans
from strategikort.readers.pdf.drawing.statedfonts import FontManager
from strategikort.readers.pdf.drawing.tags import read_tags
from strategikort.readers.pdf.headings.tagtrust import settle_tags
from strategikort.readers.pdf.lines.lines import without_overprint
from strategikort.readers.pdf.margins.edges import printed_numbers, printed_numerals
from strategikort.readers.pdf.margins.furniture import Running, find_running
from strategikort.readers.pdf.margins.watermarks import take_tabs, take_watermarks

_DOUBTFUL = 0.9


@dataclass
class _Drawn:
    pages: list[PageContent] = field(default_factory=list)
    unread: list[tuple[int, str]] = field(default_factory=list)
    tagged: bool = False


def read_pdf(
    data: bytes,
    name: str,
    *,
    password: str = "",
    skip: frozenset[int] = frozenset(),
    page_seconds: float = 20.0,
    progress: Callable[[int, int], None] | None = None,
) -> ReadFile:
    """Read a PDF in this process.

    ``skip`` are pages that are given up beforehand, ``page_seconds`` is what drawing one page
    may take of this process's own time: a busy machine reads the same.  Raises a subclass of
    ``SourceError``.
    """
    opened = open_pdf(data, name, password)
    drawn = _draw(opened, skip, page_seconds, progress)
    _check_any_text(drawn, opened, data, name)
    sheets = _sheets(drawn)
    body = body_style([item for page in sheets for item in page.fragments])
    take_watermarks(sheets, body)
    take_tabs(sheets, body)
    running = find_running(sheets, body)
    labels = _labels(opened, sheets, running)
    outline = read_outline(opened.document, opened.page_of)
    composed = compose_text(sheets, running, labels, body, outline, progress)
    metadata = settle(
        composed.text,
        composed.blocks,
        Properties(
            PDF_PROPERTIES,
            opened.info("Title"),
            opened.info("Author"),
            iso_date(opened.info("CreationDate")),
            opened.language(),
        ),
        displayed=composed.displayed,
    )
    return ReadFile(
        name,
        FileKind.PDF,
        hashlib.sha256(data).hexdigest(),
        composed.text,
        composed.blocks,
        composed.pages,
        composed.marks,
        metadata,
        _quality(drawn, opened, composed, metadata.language),
    )


def _labels(
    opened: OpenPdf, sheets: Sequence[PageContent], running: Sequence[Running]
) -> list[tuple[str, str]]:
    """Return for each page its label and how it is known."""
    stated = [opened.pages[page.index].label for page in sheets]
    lines = [page.lines for page in running]
    return page_labels(
        printed_numbers(lines),
        stated if len(sheets) == len(opened.pages) else [None] * len(sheets),
        printed_numerals(lines),
    )


def _draw(
    opened: OpenPdf,
    skip: frozenset[int],
    page_seconds: float,
    progress: Callable[[int, int], None] | None,
) -> _Drawn:
    manager = FontManager()
    device = PageDevice(manager, page_seconds)
    interpreter = Interpreter(manager, device)
    drawn = _Drawn()
    tags = read_tags(opened.document, opened.page_of, page_seconds / 2)
    drawn.tagged = tags is not None
    for index, page in enumerate(opened.pages):
        if progress:
            progress(index, len(opened.pages))
        content = PageContent(index, 595, 842)
        device.elements = tags.get(index, {}) if tags else {}
        if index in skip:
            drawn.unread.append((index, "too_heavy"))
        else:
            try:
                interpreter.process_page(page)
                content = device.page
            except (PageBudgetError, MemoryError):
                drawn.unread.append((index, "too_heavy"))
            except RecursionError:
                drawn.unread.append((index, "damaged_page"))
            except Exception:  # pdfminer.six raises anything over a broken page
                drawn.unread.append((index, "damaged_page"))
                device.finish()
                content = device.page
        content.index = index
        _crop(content, page)
        drawn.pages.append(content)
    return drawn


def _sheets(drawn: _Drawn) -> list[PageContent]:
    """Return the printed pages, with what the fonts, tags and scans say of them settled."""
    for page in drawn.pages:
        page.fragments = without_overprint(page.fragments)
    close_letters(drawn.pages)
    if drawn.tagged:
        settle_tags(drawn.pages)
    else:
        put_bullets(drawn.pages)
    settle_case(drawn.pages)
    settle_scans(drawn.pages)
    sheets = split_spreads(drawn.pages)
    take_line_numbers(sheets)
    return sheets


def _crop(content: PageContent, page: object) -> None:
    """Leave out what stands outside the visible part of the page (printer's marks)."""
    media, crop = getattr(page, "mediabox", None), getattr(page, "cropbox", None)
    if not media or not crop or tuple(media) == tuple(crop) or getattr(page, "rotate", False):
        x0, y0, x1, y1 = 0.0, 0.0, content.width, content.height
    else:
        x0, y0 = crop[0] - media[0], crop[1] - media[1]
        x1, y1 = crop[2] - media[0], crop[3] - media[1]
    if x1 - x0 < 20 or y1 - y0 < 20:
        return
    content.fragments = [
        item
        for item in content.fragments
        if x0 - 1 <= (item.x0 + item.x1) / 2 <= x1 + 1 and y0 - 1 <= item.y <= y1 + 1
    ]


def _check_any_text(drawn: _Drawn, opened: OpenPdf, data: bytes, name: str) -> None:
    if any(page.fragments or page.sideways for page in drawn.pages):
        return
    codes = {code for _, code in drawn.unread}
    if len(drawn.unread) == len(opened.pages):
        if "too_heavy" in codes:
            raise too_heavy(name, "dens sider har for meget på sig eller tager for lang tid")
        raise damaged(name, "ingen af dens sider kan læses")
    if opened.repaired and is_cut_short(data):
        raise damaged(name, f"{CUT_SHORT}, og ingen tekst er tilbage")
    raise NoTextError(
        f"Filen {name} har intet tekstlag: siderne er billeder af tekst.",
        "Giv den et tekstlag med et OCR-program, fx ocrmypdf -l dan ind.pdf ud.pdf "
        "(eller Tesseract, ABBYY FineReader, Adobe Acrobat), og prøv igen.",
    )


def _quality(drawn: _Drawn, opened: OpenPdf, composed: Composed, language: str | None) -> Quality:
    without = tuple(
        page.index
        for page in drawn.pages
        if not (page.fragments or page.sideways)
        and page.index not in {index for index, _ in drawn.unread}
    )
    damage = damaged_characters(composed.text, language)
    glyphs = sum(page.damaged.get("cid", 0) for page in drawn.pages)
    if glyphs:
        damage["replacement"] = max(damage.get("replacement", 0) - glyphs, 0)
        damage["cid"] = damage.get("cid", 0) + glyphs
        damage = {kind: count for kind, count in damage.items() if count}
    order = {
        index: round(share, 3) for index, share in composed.agreement.items() if share < _DOUBTFUL
    }
    scans = [page.index for page in drawn.pages if is_scan(page)]
    quality = Quality(
        len(opened.pages), without, tuple(drawn.unread), damage, order, composed.headings
    )
    warnings = (*_warnings(quality, scans, opened.repaired), *left_out_of(opened))
    return replace(quality, warnings=warnings)


def _warnings(quality: Quality, scans: Sequence[int], repaired: bool) -> Iterator[ReadingWarning]:
    """Yield what the figures say that a reader must know; ``scans`` are pages read by OCR."""
    if repaired:
        said = "Filen er beskadiget eller skåret over; der kan mangle sider."
        yield ReadingWarning("repaired", said)
    if quality.without_text:
        what = "et billede eller tom" if len(quality.without_text) == 1 else "billeder eller tomme"
        said = f"{_pages(quality.without_text)} uden tekst ({what})."
        yield ReadingWarning("pages_without_text", said, quality.without_text)
    if quality.unread:
        said = f"{_pages(quality.unread)} kunne ikke læses, eller kun til dels."
        yield ReadingWarning("unread_pages", said, tuple(index for index, _ in quality.unread))
    if scans:
        said = (
            f"Teksten på {_pages(scans)} er genkendt i et billede (OCR) og kan have fejl; "
            "sammenhold citater med siden."
        )
        some = () if len(scans) == quality.pages else tuple(scans)
        yield ReadingWarning("recognized_text", said, some)
    if quality.damaged:
        said = f"{sum(quality.damaged.values())} tegn er gået tabt eller ødelagt."
        yield ReadingWarning("damaged_characters", said)
    if quality.order:
        said = f"Rækkefølgen af teksten er usikker på {_pages(quality.order)}."
        yield ReadingWarning("doubtful_order", said, tuple(quality.order))


def _pages(pages: Sized) -> str:
    return count(len(pages), "side", "sider")
