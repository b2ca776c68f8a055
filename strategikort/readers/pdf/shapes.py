"""Paths as the interpreter gives them → the rectangles and rules that stand around text."""

from __future__ import annotations

from typing import Any

from strategikort.readers.pdf.content import Rect


def shape(ctm: Any, color: str, path: Any) -> Rect | None:
    """Return the rectangle or rule that a path draws, None for another shape."""
    if len(path) > 12 or any(step[0] not in "mlh" for step in path if len(step) > 3):
        corners = sum(1 for step in path if step[0] in "cvy")
        if corners not in (4, 8) or len(path) > 14:
            return None
    points = [step[-2:] for step in path if len(step) > 2]
    if len(points) < 2:
        return None
    a, b, c, d, e, f = ctm
    xs = [a * x + c * y + e for x, y in points]
    ys = [b * x + d * y + f for x, y in points]
    rect = Rect(min(xs), min(ys), max(xs), max(ys), color)
    return rect if rect.is_rule or len(points) >= 4 else None


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
