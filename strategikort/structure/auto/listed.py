"""Which elements of lists are sections: conclusions, points, recitals, recommendations."""

from __future__ import annotations

import re

from strategikort.readers.model import BlockKind, ReadFile

LABEL = re.compile(r"\(?(\d{1,3}|[a-zæøå]|[ivx]{1,5})[.)]")
"""The number or letter of an element."""

ENACTS = re.compile(r"(?:VEDTAGET|HAR VEDTAGET|HA[VS]E? ADOPTED)\b")
"""How what begins that stands below the recitals of an act."""

_INTRODUCES = re.compile(r"(?:følgende betragtninger|\bwhereas)\s*:?\s*$", re.I)
"""How what ends that stands above them."""

_RECOMMENDS = re.compile(r"\banbefaling(?:er|erne)?\b|\brecommendations?\b", re.I)
_CONCLUDES = re.compile(r"konklusion(?:er|erne)?\b|\bconclusions?\b", re.I)
_MIN_PARAGRAPHS = 5
_MIN_LENGTH = 120
_MIN_RECITALS = 2


def recommends(heading: str) -> bool:
    """Say whether a heading is one of recommendations."""
    return bool(_RECOMMENDS.search(heading)) and len(heading) < 100


def is_called_conclusions(read: ReadFile) -> bool:
    """Say whether a document calls itself conclusions at its beginning, not only speaks of some."""
    lines = (
        read.text[block.start : block.end]
        for block in read.blocks
        if block.start < 3000 and block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH)
    )
    return any(
        _CONCLUDES.search(line) and len(line) < 200 and not line.endswith((".", ":", ";"))
        for line in lines
    )


def numbered_paragraphs(read: ReadFile) -> frozenset[int]:
    """Return the blocks that are numbered paragraphs 1, 2, 3 …, as Council conclusions are.

    A list in the text is shorter, in number or in its elements, and one that stands wholly under
    headings of recommendations is of these.
    """
    recommending: set[int] = set()
    of_these = False
    run: list[int] = []
    best: list[int] = []
    for index, block in enumerate(read.blocks):
        if block.kind is BlockKind.HEADING:
            of_these = recommends(read.text[block.start : block.end])
        if block.kind is not BlockKind.ITEM or block.continues:
            continue
        if of_these:
            recommending.add(index)
        label = LABEL.match(read.text[block.start : block.marker].strip())
        if not label or not label[1].isdigit():
            continue
        if int(label[1]) == len(run) + 1:
            run.append(index)
        elif int(label[1]) == 1:
            run = [index]
        if len(run) > len(best):
            best = list(run)
    if len(best) < _MIN_PARAGRAPHS or recommending.issuperset(best):
        return frozenset()
    lengths = sorted(read.blocks[i].end - read.blocks[i].start for i in best)
    return frozenset(best) if lengths[len(lengths) // 2] >= _MIN_LENGTH else frozenset()


def recitals(read: ReadFile) -> frozenset[int]:
    """Return the blocks that are the numbered recitals of an act of the EU."""
    introduced = False
    run: list[int] = []
    for index, block in enumerate(read.blocks):
        if block.kind is BlockKind.HEADING and run:
            break
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING):
            continue
        if not introduced:
            introduced = bool(_INTRODUCES.search(read.text[block.start : block.end]))
        elif ENACTS.match(read.text, block.start):
            break
        elif block.kind is BlockKind.ITEM and not block.continues:
            label = LABEL.match(read.text[block.start : block.marker].strip())
            if label and label[1] == str(len(run) + 1):
                run.append(index)
    return frozenset(run) if len(run) >= _MIN_RECITALS else frozenset()
