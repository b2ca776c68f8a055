"""How far lines are apart in a file, and where the lines of its lists begin."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from strategikort.readers.cues.markers import BULLET, NUMBERED
from strategikort.readers.pdf.lines.lines import Line
from strategikort.readers.pdf.paragraphs.flow import Flow

WIDE = 1.6
"""Times the size of the type that lines are apart at least where they are not set close."""


@dataclass
class Leading:
    """The usual distance between lines for each size of type, in points.

    ``bullets_hang`` and ``numbers_hang``: the second line of an element of a list with bullets, or
    with numbers, begins below the first one's text.
    """

    by_size: dict[float, float]
    bullets_hang: bool = False
    numbers_hang: bool = False

    def of(self, size: float) -> float:
        """Return the usual distance for ``size``."""
        return self.by_size.get(round(size * 2) / 2, 1.25 * size)


def measure_leading(flows: Sequence[Flow]) -> Leading:
    """Find out which distance between lines is usual in the file."""
    gaps: dict[float, Counter[float]] = defaultdict(Counter)
    within: dict[float, Counter[float]] = defaultdict(Counter)
    hanging = {BULLET: 0, NUMBERED: 0}
    for flow in flows:
        lines = [part for part in flow.parts if isinstance(part, Line)]
        right = max((line.x1 for line in lines), default=0.0)
        full = right - 0.15 * (right - min((line.x0 for line in lines), default=0.0))
        for above, below in pairwise(flow.parts):
            if isinstance(above, Line) and isinstance(below, Line):
                gap = above.y - below.y
                marker = next((kind for kind in hanging if kind.match(above.text)), None)
                if marker and above.second and gap < WIDE * above.size:
                    hanging[marker] += abs(below.x0 - above.second) < 3
                    hanging[marker] -= abs(below.x0 - above.x0) < 1 and below.text[:1].islower()
                if abs(above.size - below.size) < 0.3 and 0.8 * above.size < gap < 3 * above.size:
                    gaps[round(above.size * 2) / 2][round(gap * 2) / 2] += 1
                    if above.x1 > full and gap < WIDE * above.size:
                        within[round(above.size * 2) / 2][round(gap * 2) / 2] += 1
    leading: dict[float, float] = {}
    for size, counts in gaps.items():
        most = max(counts.values())
        # The smallest of the frequent distances: larger ones part paragraphs.
        leading[size] = min(gap for gap, count in counts.items() if count >= 0.4 * most)
        close = within[size].most_common(1)
        if leading[size] > WIDE * size and close and close[0][1] >= max(2, 0.05 * most):
            # Most paragraphs are single lines: what goes on below a full line tells.
            leading[size] = close[0][0]
    return Leading(leading, hanging[BULLET] > 0, hanging[NUMBERED] > 0)
