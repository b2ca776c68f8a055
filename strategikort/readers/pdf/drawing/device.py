"""The device that pdfminer.six's interpreter draws on: it keeps fragments, rules and fills.

Glyphs go straight into fragments, without an object for each of them; that is what makes a
page cheaper than pdfminer.six's own layout analysis.  A blank is put where the gap before a
glyph is wider than a tenth of its size (pdfminer.six's ``word_margin``).
"""

from __future__ import annotations

import math
import time
from collections.abc import Mapping, Sequence
from typing import Any

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdfinterp import PDFGraphicState, PDFResourceManager, PDFTextState
from pdfminer.utils import mult_matrix

from strategikort.readers.pdf.drawing.content import (
    Fragment,
    PageContent,
    Rect,
    Style,
    dot,
    ring,
    shape,
)
from strategikort.readers.pdf.drawing.direction import by_direction, placed, straighten
from strategikort.readers.pdf.drawing.fonts import NO_GLYPH, Fonts, color_of
from strategikort.readers.pdf.drawing.marks import MOST_HELD_BACK, Glyph, Marks
from strategikort.readers.pdf.drawing.tags import Element

MAX_OBJECTS = 400_000
"""Glyphs, paths and images that one page may have; a dense page of text has some 10,000."""
MAX_RULES = 20_000
MAX_GLYPHS = 150_000

_WORD_GAP = 0.1
_NO_GAP = 0.02
"""What parts glyphs less, in the size of the type, parts them not at all."""

_FRAGMENT_GAP = 0.9
_SQUARE = [("m", 0, 0), ("l", 1, 0), ("l", 1, 1), ("l", 0, 1)]
"""What an image is drawn on."""

_SEEN_THROUGH = ("SMask", "Mask", "ImageMask", "IM")
_COVERING = 0.1
"""The share of a page that an image has at least which may lie over its text."""

_INVISIBLE = 3
"""The text rendering mode of the text layer of a scan."""


class PageBudgetError(Exception):
    """A page with more on it, or one that takes longer, than a page may."""


class PageDevice(PDFTextDevice):
    """Collects one page after another; :attr:`page` is the last one drawn.

    :attr:`elements` are to be set before a page is drawn: those of its marked content by number.
    """

    def __init__(self, manager: PDFResourceManager, seconds: float) -> None:
        super().__init__(manager)
        self._seconds = seconds
        self._deadline = math.inf
        self._objects = 0
        self._fonts = Fonts()
        self._marks = Marks()
        self._mark = self._marks.now
        self._forms = 0
        self._held_back: list[Glyph] = []
        self.elements: Mapping[int, Element] = {}
        self.page = PageContent(0, 0, 0)
        self._drawn: dict[int, list[Fragment]] = {}
        self._last: tuple[int, Fragment] | None = None
        self._blank = False
        self._room = 0.0
        self._order = 0
        self._slants: list[tuple[Fragment, float]] = []
        self._covered: set[int] = set()
        self._unseen = False

    # pdfminer.six calls these by name; its types are wider than what it hands over.
    # ruff: noqa: ARG002

    def begin_page(self, page: Any, ctm: Any) -> None:
        """Start a page: pdfminer.six has turned it upright, lower left corner at 0, 0."""
        x0, y0, x1, y1 = page.mediabox
        width, height = abs(x1 - x0), abs(y1 - y0)
        if page.rotate in (90, 270):
            width, height = height, width
        self.page = PageContent(0, width, height)
        self._deadline = time.process_time() + self._seconds
        self._objects = 0
        self._marks.begin_page(self.elements, getattr(page, "resources", None))
        self._mark = self._marks.now
        self._forms, self._held_back = 0, []
        self._drawn, self._last, self._blank, self._order = {}, None, False, 0
        self._slants, self._covered = [], set()

    def end_page(self, page: Any) -> None:
        """Finish a page: put its fragments upright by the direction of most of them."""
        self.finish()

    def finish(self) -> None:
        """Hand over what has been drawn so far (also when a page breaks off)."""
        if self._held_back:
            self._give_back()
        for fragments in self._drawn.values():
            straighten(fragments, self._slants)
        by_direction(self.page, self._drawn)
        self._drawn = {}

    def begin_tag(self, tag: Any, props: Any = None) -> None:
        """Note a marked stretch; ``/Artifact`` marks what is no part of the text."""
        self._marks.begin(tag, props, in_form=self._forms > 0)
        self._pass_mark()

    def end_tag(self) -> None:
        """End the innermost marked stretch."""
        self._marks.end()
        self._pass_mark()

    def _pass_mark(self) -> None:
        """Break off the fragment where another part of the text begins."""
        before, now = self._mark, self._marks.now
        if self._held_back and now.actual is not before.actual:
            self._give_back()
        one, other = before.element, now.element
        if before.artifact != now.artifact or (one and one.unit) is not (other and other.unit):
            self._last = None
        self._mark = now

    def begin_figure(self, name: str, bbox: Any, matrix: Any) -> None:
        """Enter a form or an image."""
        self._count(1)
        self._forms += 1

    def end_figure(self, name: str) -> None:
        """Leave a form or an image."""
        self._forms -= 1

    def render_image(self, name: str, stream: Any) -> None:
        """Count an image, and the letters that it covers."""
        self._count(1)
        self.page.images += 1
        rect = shape(self.ctm, "", _SQUARE)
        least = _COVERING * self.page.width * self.page.height
        if rect is None or rect.width * rect.height < least:
            return
        if any(stream.get(key) for key in _SEEN_THROUGH):
            return
        for item in self._drawn.get(0, ()):
            inside = rect.x0 <= (item.x0 + item.x1) / 2 <= rect.x1 and rect.y0 <= item.y <= rect.y1
            if inside and item.order not in self._covered:
                self._covered.add(item.order)
                self.page.invisible += len(item.text)

    def paint_path(
        self, gstate: PDFGraphicState, stroke: bool, fill: bool, evenodd: bool, path: Any
    ) -> None:
        """Keep rules and filled or framed rectangles; other shapes say nothing of the text."""
        self._count(1 + len(path) // 8)
        if not (stroke or fill) or len(self.page.rules) + len(self.page.fills) > MAX_RULES:
            return
        color = color_of(gstate.ncolor) if fill else ""
        start = 0
        shapes: list[Rect] = []
        for end in range(1, len(path) + 1):
            if end == len(path) or path[end][0] == "m":
                rect = shape(self.ctm, color, path[start:end])
                if rect is not None:
                    shapes.append(rect)
                small = dot(self.ctm, color, path[start:end], fill)
                if small is not None:
                    self.page.dots.append(small)
                start = end
        if evenodd and fill and len(shapes) == 2:
            shapes = ring(*shapes) or shapes
        for rect in shapes:
            (self.page.rules if rect.is_rule else self.page.fills).append(rect)

    def render_string(
        self, textstate: PDFTextState, seq: Any, ncs: Any, graphicstate: PDFGraphicState
    ) -> None:
        """Draw one string: glyph after glyph into fragments."""
        font = textstate.font
        if font is None:
            return
        matrix = mult_matrix(textstate.matrix, self.ctm)  # type: ignore[arg-type]
        size = textstate.fontsize
        scaling = textstate.scaling * 0.01
        charspace = textstate.charspace * scaling
        wordspace = 0 if font.is_multibyte() else textstate.wordspace * scaling
        step = 0.001 * size * scaling
        x, y = textstate.linematrix
        style = self._fonts.style(font, matrix, size, graphicstate.ncolor)
        put = self._put if self._mark.actual is None else self._hold_back
        glyph_of = self._fonts.glyphs(font)
        pending = False
        self._unseen = textstate.render == _INVISIBLE
        if self._unseen:
            self.page.invisible += sum(len(item) for item in seq if isinstance(item, bytes))
        for item in seq:
            if isinstance(item, (int, float)):
                x -= item * step
                pending = True
            elif isinstance(item, bytes):
                for cid in font.decode(item):
                    if pending:
                        x += charspace
                    text, width = glyph_of[cid]
                    advance = width * size * scaling
                    put(text, matrix, x, y + textstate.rise, advance, style)
                    x += advance
                    if cid == 32 and wordspace:
                        x += wordspace
                    pending = True
        textstate.linematrix = (x, y)

    def _put(
        self,
        text: str,
        matrix: Sequence[float],
        x: float,
        y: float,
        advance: float,
        style: Style,
    ) -> None:
        if text.isspace():
            self._blank, self._room = True, advance
            if self._unseen and self._last is not None:
                length = placed(matrix, x, y, advance)[3]
                self.page.blanks.setdefault(self._last[1].order, length)
            return
        self._objects += 1
        if not self._objects & 1023:
            self._check()
        direction, along, base, length, slant = placed(matrix, x, y, advance)
        if text == NO_GLYPH:
            self.page.damaged["cid"] = self.page.damaged.get("cid", 0) + 1
        last = self._last
        blank, self._blank = self._blank, False
        if last is not None and last[0] == direction:
            fragment = last[1]
            gap = along - fragment.x1
            size = style.size
            if (
                fragment.style is style
                and abs(base - fragment.y - slant * (along - fragment.x0)) < 0.1 * size
                and -0.6 * size < gap < _FRAGMENT_GAP * size
                and along > fragment.x0 - 0.1 * size
            ):
                # Where the font gives a blank room, and the next letter stands on it, it is a soft
                # hyphen, as browsers print it.
                on_it = self._room > 0 and gap < _NO_GAP * size and not self._unseen
                goes_on = text.isalpha() or text in "-\u2010"
                inside = on_it and fragment.text[-1:].isalpha() and goes_on
                if (blank and not inside) or gap > _WORD_GAP * max(length, size):
                    fragment.words.append((len(fragment.text) + 1, fragment.x1, along))
                    fragment.text += " " + text
                else:
                    fragment.text += text
                fragment.x1 = max(fragment.x1, along + length)
                if self._unseen:
                    self.page.blanks.pop(fragment.order, None)
                return
        self._order += 1
        mark = self._mark
        fragment = Fragment(
            text, along, along + length, base, style, self._order, mark.artifact, [], mark.element
        )
        self._drawn.setdefault(direction, []).append(fragment)
        if slant:
            self._slants.append((fragment, slant))
        self._last = (direction, fragment)

    def _hold_back(self, *glyph: Any) -> None:
        self._held_back.append(Glyph(*glyph))
        if len(self._held_back) > MOST_HELD_BACK:
            self._give_back()

    def _give_back(self) -> None:
        """Draw the glyphs of a stretch whose text the file states."""
        glyphs, self._held_back = self._held_back, []
        for glyph in self._marks.stated(glyphs, self._mark):
            self._put(*glyph)

    def _count(self, number: int) -> None:
        before = self._objects
        self._objects += number
        if self._objects >> 10 != before >> 10:
            self._check()

    def _check(self) -> None:
        if self._objects > MAX_OBJECTS or self._order > MAX_GLYPHS:
            raise PageBudgetError("objects")
        if time.process_time() > self._deadline:
            raise PageBudgetError("time")
