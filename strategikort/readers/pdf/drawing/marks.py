"""Marked content as it is drawn: artifacts, elements, and the text that glyphs stand for.

ISO 32000-1, 14.6.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from pdfminer.pdftypes import resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import decode_text

from strategikort.readers.pdf.drawing.content import Style
from strategikort.readers.pdf.drawing.fonts import is_lost, readable
from strategikort.readers.pdf.drawing.tags import Element

MOST_HELD_BACK = 2000
"""Glyphs of a stretch with a stated text that are waited for before they are drawn."""


class Glyph(NamedTuple):
    """A glyph to be drawn at ``x``, ``y`` under a matrix."""

    text: str
    matrix: Sequence[float]
    x: float
    y: float
    advance: float
    style: Style


class Mark(NamedTuple):
    """A marked stretch; ``actual`` is the text that its glyphs stand for, None if not stated."""

    artifact: bool
    element: Element | None
    actual: str | None


_NOTHING = Mark(False, None, None)


class Marks:
    """The marked stretches that are open on a page; :attr:`now` is the innermost."""

    def __init__(self) -> None:
        self._open: list[Mark] = []
        self._elements: Mapping[int, Element] = {}
        self._properties: object = None
        self._said: set[int] = set()
        self.now = _NOTHING

    def begin_page(self, elements: Mapping[int, Element], resources: object) -> None:
        """Start a page; ``elements`` are those of its marked content by number."""
        self._open, self.now = [], _NOTHING
        self._elements, self._said = elements, set()
        self._properties = resources

    def begin(self, tag: object, properties: object, *, in_form: bool) -> None:
        """Open a stretch; the numbers of marked content in a form are not those of the page."""
        above = self.now
        self._open.append(above)
        artifact = above.artifact or getattr(tag, "name", "") == "Artifact"
        stated = self._stated(properties)
        element = None if artifact else above.element
        number = stated.get("MCID")
        if isinstance(number, int) and not in_form and not artifact:
            element = self._elements.get(number)
        actual = resolve1(stated.get("ActualText"))
        text = decode_text(actual) if isinstance(actual, bytes) else above.actual
        if text is None and element is not None and element.actual:
            text = "" if id(element) in self._said else element.actual
        self.now = Mark(artifact, element, text)

    def end(self) -> None:
        """Close the innermost stretch."""
        self.now = self._open.pop() if self._open else _NOTHING

    def stated(self, glyphs: Sequence[Glyph], mark: Mark) -> Sequence[Glyph]:
        """Return the glyphs of a stretch, with the text that is stated for them if some are lost.

        Otherwise they say themselves what stands there: a stated text may spell it another way,
        or describe it.
        """
        first = glyphs[0]
        on_line = [glyph for glyph in glyphs if glyph.y == first.y and glyph.matrix == first.matrix]
        lost = sum(1 for glyph in glyphs if is_lost(glyph.text))
        if not lost or len(glyphs) not in (lost, len(on_line)):
            return glyphs
        if mark.element is not None:
            self._said.add(id(mark.element))
        if not mark.actual:
            return []
        advance = on_line[-1].x + on_line[-1].advance - first.x
        return [first._replace(text=readable(mark.actual, first.style.font), advance=advance)]

    def _stated(self, properties: object) -> Mapping[str, Any]:
        if isinstance(properties, PSLiteral):
            properties = self._named(str(properties.name))
        return properties if isinstance(properties, dict) else {}

    def _named(self, name: str) -> object:
        """Return the properties of this name among the page's resources."""
        resources = resolve1(self._properties)
        named = resolve1(resources.get("Properties")) if isinstance(resources, dict) else None
        return resolve1(named.get(name)) if isinstance(named, dict) else None
