"""Which paragraphs are headings: by the file's outline, by number and type, by type alone.

The surest goes first: bookmarks name headings and their levels, tags do, and then what is larger,
bolder or of another colour than most of the text.  Levels are by numbers where there are some, else
by how much the type stands out.  Headings in the type of the text are left to ``plainheadings``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from strategikort.readers.cues.markers import NUMBERED
from strategikort.readers.cues.running import is_contents_heading
from strategikort.readers.cues.titles import bare
from strategikort.readers.model import BlockKind
from strategikort.readers.pdf.drawing.content import DISPLAY, LARGER, SMALLER, Style
from strategikort.readers.pdf.drawing.outline import OutlineEntry
from strategikort.readers.pdf.headings.tagtrust import mark_tagged_headings
from strategikort.readers.pdf.headings.torn import (
    MAX_LENGTH,
    MAX_LINES,
    NUMBER,
    join_numbers,
    join_torn,
)
from strategikort.readers.pdf.lines.lines import Line
from strategikort.readers.pdf.paragraphs.paragraphs import Para

_CODE = re.compile(r"(?i)mono|courier|consolas|inconsolata|menlo|typewriter")
_SENTENCE = re.compile(r"[.,;][»«“”\"’']*$")
_ABBREVIATED = re.compile(r"\b(?:mv|m\.m|osv|m\.v|ca|nr|bl\.a|f\.eks)\.$")


@dataclass(frozen=True)
class _Type:
    """What of a style makes a heading stand out."""

    size: float
    bold: bool
    font: str
    color: str

    @property
    def rank(self) -> tuple[float, bool]:
        """The less, the more it stands out."""
        return -self.size, not self.bold


def find_headings(paras: Sequence[Para], body: Style, outline: Sequence[OutlineEntry]) -> None:
    """Mark the paragraphs that are headings, with their levels and how they are known."""
    _by_outline(paras, outline)
    mark_tagged_headings(paras)
    _open_numbered_boxes(paras, body)
    candidates = [
        para for para in paras if para.kind is not BlockKind.HEADING and _stands_out(para, body)
    ]
    levels = _levels(paras, candidates)
    for para in candidates:
        number = NUMBER.match(para.text)
        if para.kind is BlockKind.ITEM and not (number and not number["word"]):
            continue
        if para.kind is BlockKind.ITEM and not _is_numbered_heading(para, paras, body):
            continue
        para.kind, para.marker = BlockKind.HEADING, 0
        depth = heading_depth(para.text)
        if depth:
            para.how, para.level = "numbering", depth
        else:
            para.how, para.level = "type", levels[_type(para)]
    _below_codes(candidates)
    join_torn(paras)
    join_numbers(paras, body)


def _below_codes(candidates: Sequence[Para]) -> None:
    """Put headings ``1.`` below ``06.11.01.`` where they are all smaller: they count anew there."""
    sizes: dict[bool, list[float]] = {True: [], False: []}
    deepest = 0
    for para in candidates:
        if para.how == "numbering":
            sizes[para.level > 1].append(para.style.size)
            deepest = max(deepest, para.level)
    if not all(sizes.values()) or max(sizes[False]) >= min(sizes[True]):
        return
    for para in candidates:
        if para.how == "numbering" and para.level == 1:
            para.level = min(deepest + 1, 6)


def heading_depth(text: str) -> int:
    """Return the level that a heading's number shows: 2 for ``1.3``; 0 without a number."""
    match = NUMBER.match(text)
    if not match or not (match["number"] or match["word"]):
        return 0
    return match["number"].rstrip(".").count(".") + 1


def _by_outline(paras: Sequence[Para], outline: Sequence[OutlineEntry]) -> None:
    by_page: dict[int, list[tuple[Para, str]]] = {}
    for para in paras if outline else ():
        if para.lines and para.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM):
            by_page.setdefault(para.lines[0].page, []).append((para, bare(para.text)))
    for entry in outline:
        wanted = bare(entry.title)
        if not wanted:
            continue
        pages = [entry.page] if entry.page is not None else sorted(by_page)
        for page in pages:
            found = [
                para
                for para, text in by_page.get(page, [])
                if para.kind is not BlockKind.HEADING and _matches(text, wanted)
            ]
            if found:
                # A running head may say the same in smaller type.
                heading = max(found, key=lambda para: para.style.size)
                heading.kind, heading.level, heading.how = BlockKind.HEADING, entry.level, "outline"
                heading.marker = 0
                break


def parted_by_outline(paras: Sequence[Para], outline: Sequence[OutlineEntry]) -> list[Para]:
    """Return the paragraphs, those apart that the outline says are several headings.

    Headings without text between them may be set alike, and no farther apart than lines are.
    """
    titles: dict[int | None, set[str]] = {}
    for entry in outline:
        titles.setdefault(entry.page, set()).add(bare(entry.title))
    found: list[Para] = []
    for para in paras:
        parts: list[list[Line]] = []
        if len(para.lines) > 1:
            here = titles.get(para.lines[0].page, set())
            parts = _headings_in(para.lines, here | titles.get(None, set()))
        if len(parts) < 2:
            found.append(para)
            continue
        for at, lines in enumerate(parts):
            first, last = para.first and not at, para.last and at == len(parts) - 1
            found.append(replace(para, lines=lines, first=first, last=last))
    return found


def _headings_in(lines: Sequence[Line], titles: Set[str]) -> list[list[Line]]:
    """Return the lines of each of the ``titles`` that ``lines`` consist of; empty if of others."""
    parts: list[list[Line]] = [[]]
    said = ""
    for line in lines if titles else ():
        parts[-1].append(line)
        said += bare(line.text)
        if said in titles:
            parts.append([])
            said = ""
    return [] if parts.pop() else parts


def _open_numbered_boxes(paras: Sequence[Para], body: Style) -> None:
    """Put boxes back into the running text whose title is one of the numbered headings.

    Some layouts set the opening of every section on a coloured ground.
    """
    outside = {
        number["number"]
        for para in paras
        if not para.boxed and _stands_out(para, body) and (number := NUMBER.match(para.text))
    }
    opened: set[int] = set()
    for para in paras:
        number = NUMBER.match(para.text) if para.boxed and para.box not in opened else None
        if number is None or "." not in number["number"]:
            continue
        head, _, last = number["number"].rpartition(".")
        near = {f"{number['number']}.1", head}
        if last.isdigit():
            near |= {f"{head}.{int(last) - 1}", f"{head}.{int(last) + 1}"}
        if near & outside:
            opened.add(para.box)
    for para in paras:
        if para.box in opened:
            para.boxed = False


def _matches(text: str, wanted: str) -> bool:
    if text == wanted:
        return True
    # The outline may lack the number, or the page may have more of it.
    return len(wanted) >= 4 and len(text) <= len(wanted) + 8 and text.endswith(wanted)


def _stands_out(para: Para, body: Style) -> bool:
    if not para.lines or para.boxed or para.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM):
        return False
    text = para.text
    if len(text) > MAX_LENGTH or len(para.lines) > MAX_LINES or not re.search(r"\w\w", text):
        return False
    if is_contents_heading(text):
        return False
    style = para.style
    if len(text) > 100 and style.size < LARGER * body.size and not NUMBER.match(text):
        return False
    if style.size < SMALLER * body.size:
        return False
    # Type of one width, as code is set in, looks larger than the text is, and need be no heading.
    is_code = bool(_CODE.search(style.font)) and not _CODE.search(body.font)
    bigger = style.size >= (DISPLAY if is_code else LARGER) * body.size
    heavier = style.bold and not body.bold and all(line.uniform for line in para.lines)
    other = style.font != body.font and style.color != body.color and not is_code
    if not (bigger or heavier or other):
        return False
    if _SENTENCE.search(text) and not _ABBREVIATED.search(text):
        return bool(NUMBER.match(text)) and len(text) < 90 and (bigger or heavier)
    return text[0].isupper() or text[0].isdigit() or text[0] in '»"“„§(' or bigger


def _type(para: Para) -> _Type:
    style = para.style
    return _Type(round(style.size * 2) / 2, style.bold, style.font, style.color)


def _levels(paras: Sequence[Para], candidates: Sequence[Para]) -> dict[_Type, int]:
    """Return levels by type: that of numbered or outlined headings in it, else by its size."""
    seen: dict[_Type, Counter[int]] = {}
    own = {id(para) for para in candidates}
    for para in (*paras, *candidates):
        if not para.lines:
            continue
        depth = heading_depth(para.text) if id(para) in own else 0
        known = para.level if para.kind is BlockKind.HEADING else depth
        if known:
            seen.setdefault(_type(para), Counter())[known] += 1
    uses = Counter(_type(para) for para in candidates)
    types = sorted(uses, key=lambda kind: kind.rank)
    levels: dict[_Type, int] = {}
    outlined = [para.level for para in paras if para.how == "outline"]
    tagged = [para for para in paras if para.block and para.block.is_heading and para.level]
    for kind in types:
        if kind in seen:
            levels[kind] = seen[kind].most_common(1)[0][0]
        elif tagged:
            levels[kind] = _level_among(kind, tagged)
        elif len(outlined) >= 3:
            # What the outline leaves out stands below what it names.
            levels[kind] = min(max(outlined) + 1, 6)
        else:
            # Types used once (a title page) do not push the others down.
            bigger = [
                level
                for other, level in levels.items()
                if other.rank < kind.rank and uses[other] > 1
            ]
            levels[kind] = min(max(bigger, default=0) + 1, 6)
    return levels


def _level_among(kind: _Type, tagged: Sequence[Para]) -> int:
    """Return the level of headings of a type that the structure tree has none in.

    They stand below those in larger type; a title that is larger than all stands at the top.
    """
    larger = [para.level for para in tagged if _type(para).rank < kind.rank]
    return min(max(larger, default=0) + 1, 6)


def _is_numbered_heading(para: Para, paras: Sequence[Para], body: Style) -> bool:
    """Tell a numbered heading from an element of a numbered list in bold."""
    style = para.style
    if style.size >= LARGER * body.size:
        return True
    index = next(i for i, other in enumerate(paras) if other is para)
    beside = [paras[at] for at in (index - 1, index + 1) if 0 <= at < len(paras)]
    return not any(
        other.lines and NUMBERED.match(other.text) and other.style.bold for other in beside
    )
