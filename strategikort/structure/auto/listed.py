"""Which elements of lists are sections: conclusions, points, recitals, recommendations."""

from __future__ import annotations

import re
from collections.abc import Sequence

from strategikort.readers.found.numbered import numbered_row
from strategikort.readers.found.subheadings import clauses
from strategikort.readers.model import BlockKind, ReadFile

LABEL = re.compile(
    r"\(?(\d{1,3}(?:\.\d{1,3})+|\d{1,4}(?![^.)])|[a-zæøå](?=[.)])|[ivx]{1,5}(?=[.)]))[.)]?"
)
"""The number or letter of an element."""

ENACTS = re.compile(r"(?:VEDTAGET|HAR VEDTAGET|HA[VS]E? ADOPTED)\b")
"""How what begins that stands below the recitals of an act."""

RULES = re.compile(
    r"(?:På grundlag|På baggrund|Af disse grunde|I henhold til det anførte)\b.{0,60}\b"
    r"(?:kender|bestemmer|udtaler|fastslår)\b",
    re.I | re.S,
)
"""How what begins that a court of the EU rules."""

_INTRODUCES = re.compile(r"(?:følgende betragtninger|\bwhereas)\s*:?\s*$", re.I)
"""How what ends that stands above them."""

_RECOMMENDS = re.compile(r"\banbefaling(?:er|erne)?\b|\brecommendations?\b", re.I)
_CONCLUDES = re.compile(
    r"(?<!\bog )(?<!\band )\b(?:(?:råds)?konklusioner(?:ne)?|conclusions)\b", re.I
)
_JUDGES = re.compile(
    r"(?:(?:\w+ )?[\w-]*(?:domstolen|retten|ret)s )?(?:dom|kendelse)(?: \([^*]*\))?(?: afsagt .*)?",
    re.I,
)
"""What a judgment is called at its top; a paper about one gives its date, too."""

_TOP = 3000
"""Characters in which a document says what it is."""

_LONGEST_NAME = 200
_MIN_RECITALS = 2
_LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"


def are_letters(labels: Sequence[str | None]) -> bool:
    """Tell whether the labels of elements are letters in one row from its beginning: a, b, c.

    A number in a row says no more than the place in it, which is counted anyhow.
    """
    return list(labels) == list(_LETTERS[: len(labels)])


class Listed:
    """The elements of the lists of a document that are sections."""

    def __init__(self, read: ReadFile) -> None:
        self._numbered = _numbered_paragraphs(read)
        self._numbered_kind = _kind_of_numbered(read)
        self._recitals = _recitals(read)
        self._clauses = clauses(read)

    def kind(self, index: int, heading: str) -> str:
        """Return what the block ``index`` below a heading is, empty if it is no section."""
        if index in self._recitals:
            return "betragtning"
        if index in self._numbered:
            return self._numbered_kind
        if index in self._clauses:
            return "punkt"
        return "anbefaling" if _recommends(heading) else ""


def _recommends(heading: str) -> bool:
    """Say whether a heading is one of recommendations."""
    return bool(_RECOMMENDS.search(heading)) and len(heading) < 100


def _kind_of_numbered(read: ReadFile) -> str:
    """Return what the numbered paragraphs of a document are, by what it calls itself at its top."""
    for block in read.blocks:
        if block.start >= _TOP:
            break
        line = " ".join(block.of(read.text).split())
        if block.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH) or len(line) >= _LONGEST_NAME:
            continue
        if _JUDGES.fullmatch(line.rstrip(" *")):
            return "præmis"
        if _CONCLUDES.search(line) and not (line[0].isdigit() or line.endswith((".", ":", ";"))):
            return "konklusion"
    return "punkt"


def _numbered_paragraphs(read: ReadFile) -> frozenset[int]:
    """Return the blocks that are numbered paragraphs 1, 2, 3 …, as Council conclusions are.

    A list in the text is shorter, in number or in its elements, and one that stands wholly under
    headings of recommendations is of these.
    """
    row = {paragraph.first for paragraph in numbered_row(read)}
    of_these = False
    outside = set(row)
    for index, block in enumerate(read.blocks):
        if block.kind is BlockKind.HEADING:
            of_these = _recommends(block.of(read.text))
        elif of_these:
            outside.discard(index)
    return frozenset(row if outside else ())


def _recitals(read: ReadFile) -> frozenset[int]:
    """Return the blocks that are the numbered recitals of an act of the EU."""
    introduced = False
    run: list[int] = []
    for index, block in enumerate(read.blocks):
        if block.kind is BlockKind.HEADING and run:
            break
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING):
            continue
        if not introduced:
            introduced = bool(_INTRODUCES.search(block.of(read.text)))
        elif ENACTS.match(read.text, block.start):
            break
        elif block.kind is BlockKind.ITEM and not block.continues:
            label = LABEL.match(read.text[block.start : block.marker].strip())
            if label and label[1] == str(len(run) + 1):
                run.append(index)
    return frozenset(run) if len(run) >= _MIN_RECITALS else frozenset()
