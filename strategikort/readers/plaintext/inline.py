"""The marks inside the lines of Markdown: emphasis, links, code and the tags of HTML."""

from __future__ import annotations

import re
from collections.abc import Sequence

from strategikort.readers.cues.headings import may_head

_EMPHASIS = re.compile(
    r"(?<![\w\\*])(\*{1,3}(?!\*)|_{1,3}(?!_))(?=\S)(.{1,1000}?)(?<=[^\s\\])\1(?!\w)", re.DOTALL
)
_BOLD = re.compile(r"(?<!\\)\*\*(?=\S)(.{1,1000}?)(?<=\S)\*\*", re.DOTALL)
_INSIDE = re.compile(r"(?<![\d\\*])\*([^\W\d_]+)\*(?![\d*])")
"""Emphasis of a part of a word: ``*cykel*sti``."""

STRUCK = re.compile(
    r"(?<![\\~])(?: (?=~~[^~]{1,1000}~~(?:[\s.,;:!?]|$)))?~~(?=\S)[^~]{1,1000}?(?<=\S)~~(?!~)"
)
"""Words that are struck out, with the blank before them where another one follows."""

_TAG = re.compile(r"</?(?:b|i|em|strong|br|sup|sub|u|span|a|p|div|center)(?:\s[^<>]*)?/?>", re.I)
_INLINE: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"<!--.*?-->"), ""),
    (STRUCK, ""),
    (re.compile(r"!\[([^\[\]]{0,500})\]\([^)]*\)"), r"\1"),
    (
        re.compile(r"\[([^\[\]^][^\[\]]{0,500})\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)"),
        r"\1",
    ),
    (re.compile(r"\[([^\[\]^][^\[\]]{0,500})\]\[[^\]]*\]"), r"\1"),
    (re.compile(r"<((?:https?|mailto):[^>\s]+)>"), r"\1"),
    (_TAG, ""),
    (_EMPHASIS, r"\2"),
    (_BOLD, r"\1"),
    (_INSIDE, r"\1"),
    (re.compile(r"(?<!`)(`{1,2})(?!`)(.+?)(?<!`)\1(?!`)"), r"\2"),
    (re.compile(r"\s*\{[#.][^{}]{0,200}\}\s*$"), ""),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)
_ALL_BOLD = re.compile(r"(\*\*|__)(?=\S)((?:(?!\1).)+)(?<=\S)\1")


def plain(line: str) -> str:
    """Return a line without its marks."""
    for pattern, replacement in _INLINE:
        line = pattern.sub(replacement, line)
    return line.rstrip()


def plain_lines(lines: Sequence[str]) -> list[str]:
    """Return the lines of a paragraph without emphasis that reaches over several of them."""
    text = "\n".join(lines)
    if "~~" in text:
        text = STRUCK.sub(lambda found: "\n" * found[0].count("\n"), text)
    if "*" in text or "_" in text:
        for pattern, replacement in ((_EMPHASIS, r"\2"), (_BOLD, r"\1")):
            text = pattern.sub(replacement, text)
    return text.split("\n")


def is_bold(paragraph: str) -> bool:
    """Tell whether a paragraph is nothing but bold, and as short as a heading."""
    found = _ALL_BOLD.fullmatch(_TAG.sub("", paragraph).strip())
    heading = found[2] if found else ""
    return (
        may_head(heading)
        and ": " not in heading
        and not heading.endswith(("!", "…"))
        and (heading[0].isdigit() or not heading.endswith(":"))
    )
