"""Markdown: its marks taken away line by line, so that the lines stay the file's.

The rules are those of CommonMark for what strategy documents use: ATX and underlined headings,
lists, quotations, tables (GFM), fenced code, emphasis, links, footnotes and front matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from strategikort.readers.cues.dates import date_of_line
from strategikort.readers.making.leftout import left_out
from strategikort.readers.making.metadata import Properties, iso_date, settle
from strategikort.readers.model import Block, BlockKind, FileKind, Mark, ReadFile
from strategikort.readers.opening.decode import Decoded
from strategikort.readers.plaintext.inline import DELETED, STRUCK, is_bold, plain, plain_lines
from strategikort.readers.plaintext.linetext import LineText, file_lines, parts_of_line

_ATX = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_TAGGED = re.compile(r"\s*<h([1-6])(?:\s[^<>]*)?>(.*)</h\1>\s*", re.I)
_SETEXT = re.compile(r" {0,3}(=+|-{2,})[ \t]*")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})")
_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_QUOTE = re.compile(r" {0,3}>[ ]?")
_DIV = re.compile(r"\s*:{3,}\s*(?:\{[^{}]*\}|[\w-]+)?\s*:*\s*")
"""The line that a part of a text begins or ends with in pandoc's Markdown."""

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
    raw: list[str] = field(default_factory=list)


def read_markdown(data: bytes, name: str, decoded: Decoded) -> ReadFile:
    """Read a Markdown file."""
    source = [" ".join(parts_of_line(line)) for line in file_lines(decoded.text)]
    told, start = _front_matter(source)
    parser = _Parser(start)
    for line in source[start:]:
        parser.take(line)
    parts, out = parser.parts, parser.out
    _take_bold_for_headings(parts)
    for part in parts:
        if len(part.raw) == part.last + 1 - part.first > 1:
            out[part.first : part.last + 1] = plain_lines(part.raw)
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
    # In code it is no mark, and stays.
    struck = _struck(source[start:]) - _struck(out)
    return ReadFile.of_bytes(
        *(data, name, FileKind.MARKDOWN, body.text, blocks),
        marks=_marks(body.text, notes, blocks),
        metadata=settle(body.text, blocks, told),
        encoding=decoded.encoding,
        warnings=(*decoded.warnings, *left_out({"struck": struck})),
    )


def _struck(lines: list[str]) -> int:
    text = "\n".join(lines)
    return sum(1 for pattern in (STRUCK, DELETED) for _ in pattern.finditer(text))


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


class _Parser:
    """Takes in the lines one by one.

    ``out`` are the lines without their marks, ``parts`` what they are.
    """

    def __init__(self, skipped: int) -> None:
        self.out = [""] * skipped
        self.parts: list[_Part] = []
        self._current: _Part | None = None
        """What the next line may go on with."""
        self._fence = ""
        self._in_comment = False

    def take(self, line: str) -> None:
        """Take in the next line."""
        if self._in_comment:
            self._in_comment = "-->" not in line
            self.out.append("")
        elif self._fence:
            self._code(line)
        else:
            self._line(*_unquoted(line))

    def _code(self, line: str) -> None:
        closes = line.strip().startswith(self._fence) and not line.strip().strip(self._fence[0])
        if closes:
            self._fence = ""
            self._pass()
            return
        self.parts[-1].last = len(self.out)
        self.out.append(line.rstrip())

    def _line(self, line: str, quoted: bool) -> None:
        stripped = line.strip()
        item = _ITEM.match(line)
        opened = _FENCE.match(line[item.end() :] if item else line)
        underline = _SETEXT.fullmatch(line)
        above = self._above()
        if opened:
            self._fence = opened[1]
            self._begin(BlockKind.PARAGRAPH, "", how="style")
        elif stripped.startswith("<!--") and "-->" not in stripped:
            self._in_comment = True
            self._pass()
        elif not stripped or _DIV.fullmatch(line) or _REFERENCE.fullmatch(line):
            self._pass()
        elif underline and above and above.kind is BlockKind.PARAGRAPH:
            above.kind, above.how = BlockKind.HEADING, "style"
            above.level = 1 if underline[1][0] == "=" else 2
            self._pass()
        elif _RULE.fullmatch(line):
            self._pass()
        else:
            self._text(line, quoted)

    def _text(self, line: str, quoted: bool) -> None:
        """Take in a line that has text."""
        if heading := _ATX.match(line):
            text = re.sub(r"[ \t]+#+[ \t]*$", "", line[heading.end() :])
            self._heading(text, len(heading[1]), quoted)
            return
        if tagged := _TAGGED.fullmatch(line):
            self._heading(tagged[2].strip(), int(tagged[1]), quoted)
            return
        if note := _NOTE.match(line):
            label = f"{note[1]} "
            text = label + plain(line[note.end() :])
            part = self._begin(BlockKind.FOOTNOTE, text, how="style", marker=len(label))
            part.note = note[1]
            part.raw = [label + line[note.end() :]]
            return
        current = self._current
        in_table = current is not None and current.kind is BlockKind.TABLE and "|" in line
        if in_table or line.strip().startswith("|"):
            self._table_line(line)
            return
        item = _ITEM.match(line)
        above = self._above()
        if item and not (above and _goes_on(above, item[2])):
            level = len(item[1].expandtabs(4)) // 2 + 1
            # The bullet of the source is kept as it stands; only its blanks are evened out.
            sign = f"{item[2]} "
            text = sign + plain(line[item.end() :])
            part = self._begin(BlockKind.ITEM, text, level, how="style", marker=len(sign))
            part.raw = [sign + line[item.end() :]]
            return
        if above:
            above.last = len(self.out)
            self.out.append(plain(line.strip()))
        else:
            above = self._begin(BlockKind.PARAGRAPH, plain(line.strip()), quoted=quoted)
        above.source.append(line.strip())
        above.raw.append(line.strip())

    def _heading(self, text: str, level: int, quoted: bool) -> None:
        self._begin(BlockKind.HEADING, plain(text), level, how="style", quoted=quoted)
        self._current = None

    def _table_line(self, line: str) -> None:
        at, table = len(self.out), self._current
        is_rule = _TABLE_RULE.fullmatch(line)
        cells = re.split(r"(?<!\\)\|", line.strip().removeprefix("|").removesuffix("|"))
        text = "" if is_rule else "\t".join(plain(cell.strip()) for cell in cells)
        if table is None or table.kind is not BlockKind.TABLE:
            table = self._begin(BlockKind.TABLE, text, how="style")
        else:
            table.last = at
            self.out.append(text)
        if not is_rule:
            table.rows.append(at)

    def _begin(
        self,
        kind: BlockKind,
        text: str,
        level: int = 0,
        *,
        how: str = "",
        marker: int = 0,
        quoted: bool = False,
    ) -> _Part:
        """Begin a part with a line of which ``text`` is what it says."""
        at = len(self.out)
        self._current = part = _Part(kind, at, at, level, how, marker, quoted=quoted)
        self.parts.append(part)
        self.out.append(text)
        return part

    def _above(self) -> _Part | None:
        """Return what ends with the line before."""
        current = self._current
        return current if current and current.last == len(self.out) - 1 else None

    def _pass(self) -> None:
        """Take in a line that says nothing."""
        self._current = None
        self.out.append("")


def _unquoted(line: str) -> tuple[str, bool]:
    quoted = False
    while match := _QUOTE.match(line):
        line, quoted = line[match.end() :], True
    return line, quoted


def _goes_on(above: _Part, sign: str) -> bool:
    """Say whether a number begins a line in the middle of a sentence: »fra / 3. klasse«.

    Only a first element can follow a paragraph without a blank line (CommonMark 5.2).
    """
    number = sign.strip("(.)")
    within = above.kind is BlockKind.PARAGRAPH and bool(above.source)
    is_open = within and not above.source[-1].endswith((".", ":", ";", "!", "?"))
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


def _with_cells(block: Block, body: LineText, part: _Part) -> Block:
    rows: list[tuple[tuple[int, int], ...]] = []
    for index in part.rows:
        at = body.start(index)
        spans: list[tuple[int, int]] = []
        for cell in body.lines[index].split("\t"):
            spans.append((at, at + len(cell)))
            at += len(cell) + 1
        rows.append(tuple(spans))
    return replace(block, cells=tuple(rows))


def _marks(text: str, notes: dict[str, int], blocks: list[Block]) -> Iterator[Mark]:
    for match in _MARK.finditer(text):
        note = notes.get(match[1])
        if note is not None and not blocks[note].start <= match.start() < blocks[note].end:
            yield Mark(match.start(), match.end(), note)
