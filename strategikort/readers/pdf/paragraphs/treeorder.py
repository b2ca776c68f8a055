"""The order of the structure tree, for what stands side by side on a page.

Which lines stand in one column is seen on the page; which of two columns, or of two cards beside
each other, is read first is not.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from strategikort.readers.pdf.lines.lines import Line
from strategikort.readers.pdf.paragraphs.flow import Flow
from strategikort.readers.pdf.tables.regions import Region

_COVERED = 0.9
"""The share of a page's lines that have to stand in the tree."""

_MOST = 300
"""Parts that the columns of a page may be cut into."""


@dataclass
class _Part:
    part: Line | Region
    flow: int
    at: int
    place: float


def in_tree_order(flows: list[Flow]) -> list[Flow]:
    """Return columns in the order of the tree, cut up where it goes to and fro between them.

    They stay as they are where the tree reads what stands below before what stands above it.
    """
    if not any(isinstance(part, Line) and part.block for flow in flows for part in flow.parts):
        return flows
    parts: list[_Part] = []
    known = 0
    for number, flow in enumerate(flows):
        place = -1.0
        for at, part in enumerate(flow.parts):
            own = _place(part)
            known += own is not None
            if own is not None:
                place = own
            elif parts and at == 0:
                place = parts[-1].place
            parts.append(_Part(part, number, at, place))
    if known < _COVERED * len(parts):
        return flows
    ordered = sorted(parts, key=lambda part: part.place)
    if all(one is other for one, other in zip(parts, ordered, strict=True)):
        return flows
    found: list[Flow] = []
    for before, here in zip([None, *ordered], ordered, strict=False):
        if before and before.flow == here.flow and before.at < here.at:
            found[-1].parts.append(here.part)
        else:
            found.append(replace(flows[here.flow], parts=[here.part]))
    return found if len(found) <= _MOST and _reads_down(found) else flows


def _place(part: Line | Region) -> float | None:
    """Return the place of a line or table in the tree, that of a note behind all others."""
    if isinstance(part, Line):
        block = part.block
    else:
        block = next((i.element.block for i in part.fragments if i.element), None)
        if block is not None and block.contents is not None:
            return block.contents.place
    if block is None:
        return None
    if block.note is not None:
        return math.inf
    return block.table.place if block.table is not None else block.place


def _reads_down(flows: Sequence[Flow]) -> bool:
    """Tell whether nothing is read before something that stands above it."""
    areas = [
        (
            min(part.x0 for part in flow.parts),
            max(part.x1 for part in flow.parts),
            max(part.top for part in flow.parts),
            min(part.bottom for part in flow.parts),
        )
        for flow in flows
    ]
    return not any(
        later[3] >= area[2] - 1 and later[0] < area[1] and area[0] < later[1]
        for number, area in enumerate(areas)
        for later in areas[number + 1 :]
    )
