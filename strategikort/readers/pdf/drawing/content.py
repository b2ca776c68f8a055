"""What stands on a page, as the content stream draws it: fragments of text, rules and fills.

A fragment is as long as the program that made the file draws without a gap or a change of style: a
letter, a word, or a line.  Here are also the few things that shapes say: a rule, a box, a bullet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from strategikort.readers.pdf.drawing.tags import Element

_T = TypeVar("_T")

_RUNNING_WORDS = 5
"""Words of a line of running text, at least; the cells of most tables have fewer."""

_SHARE_OF_RUNNING = 0.1

THIN = 2.5
"""Points that a rule is thick, at most."""

_SMALLEST_DOT, _LARGEST_DOT = 1.2, 9.0
"""Points that a bullet is wide."""

_DOT = 20
"""Steps of the path around one, at most."""

SMALLER, LARGER, DISPLAY = 0.93, 1.07, 1.15
"""The size of type that is set smaller than the text, larger, or for display, as a share of that.

What is nearer to the text is taken to be as large: programs round sizes.
"""


@dataclass(frozen=True, slots=True)
class Style:
    """How text looks: ``font`` without its subset prefix, ``size`` in points on the page."""

    font: str
    size: float
    bold: bool
    italic: bool
    color: str


class Typeset:
    """What stands on the baseline ``y`` in one style."""

    __slots__ = ()
    y: float
    style: Style

    @property
    def size(self) -> float:
        """The size of the type in points."""
        return self.style.size

    @property
    def top(self) -> float:
        """The upper edge of the type."""
        return self.y + 0.75 * self.style.size

    @property
    def bottom(self) -> float:
        """The lower edge of the type."""
        return self.y - 0.25 * self.style.size


@dataclass(slots=True)
class Fragment(Typeset):
    """A stretch of text in one style on one baseline, as one piece of the content stream.

    Coordinates are points from the lower left corner of the page, ``y`` is the baseline.
    ``order`` counts the fragments as they are drawn.  ``artifact``: the file itself says that
    it is no part of the text (a running line).  ``words`` are the gaps between its words:
    offset of the next word in the text, where the gap begins and where it ends.  ``element`` is
    the one of the structure tree that it belongs to.
    """

    text: str
    x0: float
    x1: float
    y: float
    style: Style
    order: int
    artifact: bool = False
    words: list[tuple[int, float, float]] = field(default_factory=list)
    element: Element | None = None

    def split(self, edges: Sequence[float]) -> list[Fragment]:
        """Return the fragment cut at the word gaps that one of the ``edges`` lies in."""
        cuts = [
            word
            for word in self.words
            if any(word[1] - 2.5 <= edge <= word[2] + 2.5 for edge in edges)
        ]
        if not cuts:
            return [self]
        parts: list[Fragment] = []
        start, x0 = 0, self.x0
        for offset, end, begin in [*cuts, (len(self.text) + 1, self.x1, 0.0)]:
            text = self.text[start : offset - 1]
            parts.append(replace(self, text=text, x0=x0, x1=end, words=[]))
            start, x0 = offset, begin
        return parts


@dataclass(slots=True)
class Chunk:
    """Fragments that follow each other on one line without a gap that could part columns."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    order: int
    fragments: list[Fragment]

    @property
    def style(self) -> Style:
        """The style of the longest fragment."""
        return max(self.fragments, key=lambda item: len(item.text)).style


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle on the page in points; a rule is a very thin one."""

    x0: float
    y0: float
    x1: float
    y1: float
    fill: str = ""

    @property
    def width(self) -> float:
        """The width in points."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """The height in points."""
        return self.y1 - self.y0

    @property
    def is_rule(self) -> bool:
        """Whether it is so thin that it is a line."""
        return self.height <= THIN or self.width <= THIN


@dataclass(slots=True)
class PageContent:
    """One page: its size in points, its text and what is drawn around it.

    ``sideways`` are fragments in other directions than most of the page's text, each direction
    in coordinates of its own.  ``damaged`` counts glyphs that gave no character, by kind,
    ``invisible`` the bytes of text drawn invisibly, as over the picture of a scan; ``blanks`` are
    the widths of the blanks drawn behind such text, by its ``order``.  ``is_scan`` says that the
    text is the text layer of a picture.  ``dots`` are small shapes that may be bullets.
    ``line_numbers`` are taken out of ``fragments``.
    """

    index: int
    width: float
    height: float
    fragments: list[Fragment] = field(default_factory=list)
    sideways: list[list[Fragment]] = field(default_factory=list)
    rules: list[Rect] = field(default_factory=list)
    fills: list[Rect] = field(default_factory=list)
    dots: list[Rect] = field(default_factory=list)
    images: int = 0
    damaged: dict[str, int] = field(default_factory=dict)
    invisible: int = 0
    blanks: dict[int, float] = field(default_factory=dict)
    line_numbers: list[Fragment] = field(default_factory=list)
    is_scan: bool = False


def most_of(weighed: Iterable[tuple[_T, int]]) -> _T:
    """Return what most letters have, of what so many letters each have."""
    weights: Counter[_T] = Counter()
    for one, letters in weighed:
        weights[one] += letters
    return weights.most_common(1)[0][0]


def body_style(fragments: Sequence[Fragment]) -> Style:
    """Return the style of most of the file's text, that of tables left out where there is other."""
    weights: Counter[Style] = Counter()
    running: Counter[Style] = Counter()
    for item in fragments:
        weights[item.style] += len(item.text)
        if len(item.words) >= _RUNNING_WORDS - 1:
            running[item.style] += len(item.text)
    if running.total() >= _SHARE_OF_RUNNING * weights.total():
        weights = running
    by_look: Counter[tuple[float, bool]] = Counter()
    for style, letters in weights.items():
        by_look[round(style.size * 2) / 2, style.bold] += letters
    if not by_look:
        return Style("", 10, False, False, "0")
    look = by_look.most_common(1)[0][0]
    return max(
        (style for style in weights if (round(style.size * 2) / 2, style.bold) == look),
        key=lambda style: weights[style],
    )


def shape(ctm: Any, color: str, path: Any) -> Rect | None:
    """Return the rectangle or rule that a path draws, None for another shape."""
    if len(path) > 12 or any(step[0] not in "mlh" for step in path if len(step) > 3):
        corners = sum(1 for step in path if step[0] in "cvy")
        if corners not in (4, 8) or len(path) > 14:
            return None
    count, rect = _around(ctm, color, path)
    return rect if count >= 4 or (count >= 2 and rect.is_rule) else None


def dot(ctm: Any, color: str, path: Any, filled: bool) -> Rect | None:
    """Return the box of a small disc, ring or square that a path draws, None for another shape."""
    if not 4 <= len(path) <= _DOT:
        return None
    count, box = _around(ctm, color, path)
    curved = any(step[0] in "cvy" for step in path)
    if count < 4 or not (curved or filled) or not _SMALLEST_DOT <= box.width <= _LARGEST_DOT:
        return None
    return box if abs(box.width - box.height) <= 0.2 * box.width else None


def _around(ctm: Any, color: str, path: Any) -> tuple[int, Rect]:
    """Return how many points a path has, and the rectangle around them."""
    points = [step[-2:] for step in path if len(step) > 2] or [(0.0, 0.0)]
    a, b, c, d, e, f = ctm
    xs = [a * x + c * y + e for x, y in points]
    ys = [b * x + d * y + f for x, y in points]
    return len(points), Rect(min(xs), min(ys), max(xs), max(ys), color)


def ring(one: Rect, other: Rect) -> list[Rect]:
    """Return the sides of what lies between two rectangles, empty if neither holds the other."""
    outer, inner = sorted((one, other), key=lambda rect: -rect.width * rect.height)
    if not (
        outer.x0 - 0.1 <= inner.x0 <= inner.x1 <= outer.x1 + 0.1
        and outer.y0 - 0.1 <= inner.y0 <= inner.y1 <= outer.y1 + 0.1
    ):
        return []
    sides = [
        Rect(outer.x0, outer.y0, outer.x1, inner.y0, outer.fill),
        Rect(outer.x0, inner.y1, outer.x1, outer.y1, outer.fill),
        Rect(outer.x0, outer.y0, inner.x0, outer.y1, outer.fill),
        Rect(inner.x1, outer.y0, outer.x1, outer.y1, outer.fill),
    ]
    return [side for side in sides if min(side.width, side.height) > 0.05]
