"""Markdown: its marks taken away line by line, so that the lines stay the file's.

The rules are those of CommonMark for what strategy documents use: ATX and underlined headings,
lists, quotations, tables (GFM), fenced code, emphasis, links, footnotes and front matter.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field, replace

from strategikort.readers.decode import Decoded
from strategikort.readers.inline import is_bold, plain, plain_lines
from strategikort.readers.linetext import LineText, file_lines, parts_of_line
from strategikort.readers.metadata import Properties, iso_date, settle
from strategikort.readers.model import Block, BlockKind, FileKind, Mark, Quality, ReadFile
from strategikort.readers.textdates import date_of_line

_ATX = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_TAGGED = re.compile(r"\s*<h([1-6])(?:\s[^<>]*)?>(.*)</h\1>\s*", re.I)
_SETEXT = re.compile(r" {0,3}(=+|-{2,})[ \t]*")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_QUOTE = re.compile(r" {0,3}>[ ]?")
_ITEM = re.compile(r"(\s*)([*+-]|\(?\d{1,9}[.)]|#\.|[a-zæøå][.)])[ \t]+(?=\S)")
_NOTE = re.compile(r" {0,3}\[\^([^\]\s]+)\]:[ \t]*")
_REFERENCE = re.compile(r" {0,3}\[[^\]^][^\]]*\]:\s*\S+.*")
_TABLE_RULE = re.compile(r"\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?)?\s*\|?\s*")
_FRONT = re.compile(r"(title|titel|author|forfatter|date|dato|lang|language)\s*:\s*(.+)", re.I)
_MARK = re.compile(r"\[\^([^\]\s]+)\]")


@dataclass
class _Part:
    kind: BlockKind
    first: int
    last: int
    level: int = 0
    how: str = ""
    marker: int = 0
    note: str | None = None
    quoted: bool = False
    rows: list[int] = field(default_factory=list)
    source: list[str] = field(default_factory=list)


def read_markdown(data: bytes, name: str, decoded: Decoded) -> ReadFile:
    """Read a Markdown file."""
    source = [" ".join(parts_of_line(line)) for line in file_lines(decoded.text)]
    told, start = _front_matter(source)
    out = [""] * start
    parts = _parts(source, out, start)
    _take_bold_for_headings(parts)
    for part in parts:
        if part.source:
            lines = slice(part.first, part.last + 1)
            out[lines] = plain_lines(out[lines])
    body = LineText(out)
    blocks: list[Block] = []
    notes: dict[str, int] = {}
    for part in parts:
        if not any(out[index].strip() for index in range(part.first, part.last + 1)):
            continue
        block = body.block(
            part.kind, part.first, part.last, level=part.level, how=part.how, marker=part.marker
        )
        block = replace(block, quoted=part.quoted)
        if part.kind is BlockKind.TABLE:
            block = _with_cells(block, body, part)
        if part.note:
            notes[part.note] = len(blocks)
        blocks.append(block)
    if start:
        blocks = [block for block in blocks if block.start >= body.start(start)]
    marks = _marks(body.text, notes, blocks)
    return ReadFile(
        name,
        FileKind.MARKDOWN,
        hashlib.sha256(data).hexdigest(),
        body.text,
        tuple(blocks),
        marks=marks,
        metadata=settle(body.text, blocks, told),
        quality=Quality.of_text(
            body.text, blocks, encoding=decoded.encoding, warnings=decoded.warnings
        ),
    )


def _front_matter(lines: list[str]) -> tuple[Properties, int]:
    """Return what a file says of itself before its text, and the line that this begins at."""
    if not lines or lines[0].strip() != "---":
        return Properties(), 0
    for index in range(1, min(len(lines), 200)):
        if lines[index].strip() in ("---", "..."):
            found: dict[str, str] = {}
            names = {"titel": "title", "forfatter": "author", "dato": "date", "language": "lang"}
            for line in lines[1:index]:
                match = _FRONT.match(line)
                if match:
                    key = match[1].lower()
                    found[names.get(key, key)] = match[2].strip().strip("\"'")
            date = found.get("date", "")
            told = Properties(
                "filens indledning (front matter)",
                found.get("title"),
                found.get("author"),
                iso_date(date) or date_of_line(date),
                found.get("lang"),
            )
            return told, index + 1
    return Properties(), 0


def _parts(source: list[str], out: list[str], start: int) -> list[_Part]:
    parts: list[_Part] = []
    current: _Part | None = None
    fence = ""
    in_comment = False
    for index in range(start, len(source)):
        line = source[index]
        if in_comment:
            in_comment = "-->" not in line
            out.append("")
            continue
        if fence:
            closes = line.strip().startswith(fence) and not line.strip().strip(fence[0])
            out.append("" if closes else line.rstrip())
            if closes:
                fence, current = "", None
            elif current:
                current.last = index
            continue
        line, quoted = _unquoted(line)
        stripped = line.strip()
        opened = _FENCE.match(line)
        if opened:
            fence = opened[1]
            out.append("")
            current = _Part(BlockKind.PARAGRAPH, index, index, how="style")
            parts.append(current)
            continue
        if stripped.startswith("<!--") and "-->" not in stripped:
            in_comment, current = True, None
            out.append("")
            continue
        if not stripped or _REFERENCE.fullmatch(line):
            current = None
            out.append("")
            continue
        underline = _SETEXT.fullmatch(line)
        if (
            underline
            and current
            and current.kind is BlockKind.PARAGRAPH
            and current.last == index - 1
        ):
            current.kind, current.how = BlockKind.HEADING, "style"
            current.level = 1 if underline[1][0] == "=" else 2
            current = None
            out.append("")
            continue
        if _RULE.fullmatch(line):
            current = None
            out.append("")
            continue
        current = _line(line, quoted, index, current, parts, out)
    return parts


def _unquoted(line: str) -> tuple[str, bool]:
    quoted = False
    while match := _QUOTE.match(line):
        line, quoted = line[match.end() :], True
    return line, quoted


def _line(
    line: str, quoted: bool, index: int, current: _Part | None, parts: list[_Part], out: list[str]
) -> _Part | None:
    """Take in one line that is not blank; return the part that the next line may go on with."""
    atx = _ATX.match(line)
    if atx:
        text = re.sub(r"[ \t]+#+[ \t]*$", "", line[atx.end() :])
        out.append(plain(text))
        parts.append(_Part(BlockKind.HEADING, index, index, len(atx[1]), "style", quoted=quoted))
        return None
    tagged = _TAGGED.fullmatch(line)
    if tagged:
        out.append(plain(tagged[2].strip()))
        level = int(tagged[1])
        parts.append(_Part(BlockKind.HEADING, index, index, level, "style", quoted=quoted))
        return None
    note = _NOTE.match(line)
    if note:
        label = f"{note[1]} "
        out.append(label + plain(line[note.end() :]))
        parts.append(
            _Part(BlockKind.FOOTNOTE, index, index, how="style", marker=len(label), note=note[1])
        )
        return parts[-1]
    in_table = current is not None and current.kind is BlockKind.TABLE and "|" in line
    if in_table or line.strip().startswith("|"):
        return _table_line(line, index, current, parts, out)
    item = _ITEM.match(line)
    if item and not (current and _goes_on(current, index, item[2])):
        indent = len(item[1].expandtabs(4))
        # The bullet of the source is kept as it stands; only its blanks are evened out.
        sign = f"{item[2]} "
        out.append(sign + plain(line[item.end() :]))
        parts.append(
            _Part(BlockKind.ITEM, index, index, indent // 2 + 1, "style", marker=len(sign))
        )
        return parts[-1]
    out.append(plain(line.strip()))
    if current and current.last == index - 1:
        current.last = index
        current.source.append(line.strip())
        return current
    parts.append(_Part(BlockKind.PARAGRAPH, index, index, quoted=quoted, source=[line.strip()]))
    return parts[-1]


def _goes_on(part: _Part, index: int, sign: str) -> bool:
    """Say whether a number begins a line in the middle of a sentence: »fra / 3. klasse«.

    Only a first element can follow a paragraph without a blank line (CommonMark 5.2).
    """
    number = sign.strip("(.)")
    within = part.kind is BlockKind.PARAGRAPH and part.last == index - 1 and bool(part.source)
    is_open = within and not part.source[-1].endswith((".", ":", ";", "!", "?"))
    return is_open and number.isdecimal() and int(number) != 1


def _take_bold_for_headings(parts: list[_Part]) -> None:
    """Make headings of the paragraphs that are nothing but bold: what Word's users write for them.

    They stand below the heading before them that is marked as one.
    """
    level = 0
    for part in parts:
        if part.kind is BlockKind.HEADING:
            level = part.level
        elif part.kind is BlockKind.PARAGRAPH and is_bold(" ".join(part.source)):
            part.kind, part.level, part.how = BlockKind.HEADING, level + 1, "type"


def _table_line(
    line: str, index: int, current: _Part | None, parts: list[_Part], out: list[str]
) -> _Part:
    if current is None or current.kind is not BlockKind.TABLE:
        current = _Part(BlockKind.TABLE, index, index, how="style")
        parts.append(current)
    current.last = index
    if _TABLE_RULE.fullmatch(line):
        out.append("")
        return current
    cells = re.split(r"(?<!\\)\|", line.strip().removeprefix("|").removesuffix("|"))
    out.append("\t".join(plain(cell.strip()) for cell in cells))
    current.rows.append(index)
    return current


def _with_cells(block: Block, body: LineText, part: _Part) -> Block:
    rows: list[tuple[tuple[int, int], ...]] = []
    for index in part.rows:
        at = body.start(index)
        spans: list[tuple[int, int]] = []
        for cell in body.lines[index].split("\t"):
            spans.append((at, at + len(cell)))
            at += len(cell) + 1
        rows.append(tuple(spans))
    return Block(
        block.kind, block.start, block.end, 0, block.how, marker=block.start, cells=tuple(rows)
    )


def _marks(text: str, notes: dict[str, int], blocks: list[Block]) -> tuple[Mark, ...]:
    found: list[Mark] = []
    for match in _MARK.finditer(text):
        note = notes.get(match[1])
        if note is not None and not blocks[note].start <= match.start() < blocks[note].end:
            found.append(Mark(match.start(), match.end(), note))
    return tuple(found)
