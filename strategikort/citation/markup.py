"""As much of Markdown as finding quotations takes: what is quoted, what is code, footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

FOOTNOTE_MARK = re.compile(r"\[\^([^\]\s]+)\]")

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_QUOTED = re.compile(r" {0,3}>")
_MARK = r" {0,3}#{1,6}"
_HEADING = re.compile(rf"(?m)^{_MARK}[^\S\n]+(\S[^\n]*?)[^\S\n#]*$")
_DEFINITION = re.compile(r"(?m)^ {0,3}\[\^([^\]\s]+)\]:[ \t]*(.*(?:\n(?: {2,}|\t)\S.*)*)")
_INLINE: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"<!--.*?-->", re.DOTALL), ""),
    (re.compile(r"!?\[([^\]^]+)\]\([^()\s]*(?:\([^()]*\)[^()\s]*)*\)"), r"\1"),
    (FOOTNOTE_MARK, ""),
    (re.compile(r"(\*{1,3})(?=\S)(.+?)(?<=\S)\1", re.DOTALL), r"\2"),
    (re.compile(r"(?<!\w)(_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)", re.DOTALL), r"\2"),
    (re.compile(r"</?(?:b|i|em|strong|br|sup|sub|u|q|mark)\s*/?>", re.IGNORECASE), ""),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~^\"'$-])"), r"\1"),
)
_STRESSED = re.compile(r"(?<!\w)([*_]{1,2})(?=\S)([^*_]{1,200})(?<=\S)\1(?!\w)")


class Block(NamedTuple):
    """Lines of Markdown that belong together: ``[start, end)`` of the text."""

    start: int
    end: int
    quoted: bool


def blocks(text: str) -> Iterator[Block]:
    """Yield block quotations and what stands between them; code and headings are left out.

    Headings part blocks, since no quotation runs on over one.
    """
    start = offset = 0
    quoted = False
    fence = ""
    for line in text.split("\n"):
        kind = _kind(line, fence)
        match = _FENCE.match(line)
        if fence:
            if match and match[1].startswith(fence):
                fence = ""
        elif match:
            fence = match[1]
        if kind != ("quoted" if quoted else "text"):
            if start < offset:
                yield Block(start, offset - 1, quoted)
            start = offset
            quoted = kind == "quoted"
            if kind == "passed":
                start = offset + len(line) + 1
        offset += len(line) + 1
    if start < len(text):
        yield Block(start, len(text), quoted)


def _kind(line: str, fence: str) -> str:
    if fence or _FENCE.match(line) or re.match(rf"{_MARK}\s", line):
        return "passed"
    if _QUOTED.match(line):
        return "quoted"
    # A line without its mark may go on a quoted paragraph (CommonMark's lazy continuation); memos
    # hardly ever mean that, so a quotation ends with its last mark.
    return "text"


def headings(text: str) -> list[tuple[int, str]]:
    """Return where the headings of Markdown text begin, and their words."""
    return [(match.start(), match[1]) for match in _HEADING.finditer(text)]


def footnotes(text: str) -> dict[str, str]:
    """Return the footnotes of Markdown text by their names."""
    return {match[1]: " ".join(match[2].split()) for match in _DEFINITION.finditer(text)}


def plain_emphasis(text: str) -> str:
    """Return plain text without the signs that people set round words to stress them: *ord*."""
    return _STRESSED.sub(r"\2", text)


def plain_inline(text: str) -> str:
    """Return Markdown text without emphasis, links, escapes and footnote marks."""
    for pattern, replacement in _INLINE:
        text = pattern.sub(replacement, text)
    return text
