"""The marks inside the lines of Markdown: emphasis, links, code and the tags of HTML."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

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

DELETED = re.compile(r"\[[^\[\]]{0,500}\]\{\.deletion[^{}]{0,300}\}")
"""Words that a change in Word, kept by pandoc, takes out."""

_TAG = re.compile(r"</?(?:b|i|em|strong|br|sup|sub|u|span|a|p|div|center)(?:\s[^<>]*)?/?>", re.I)
_SAID = r"\{\s*(?:[.#][\w-]|[\w-]+=)[^{}]{0,300}\}"
"""What pandoc says of a link, of words in brackets, or of code: »{.underline}«."""

_INLINE: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"<!--.*?-->"), ""),
    (STRUCK, ""),
    (re.compile(rf"!\[([^\[\]]{{0,500}})\]\([^)]*\)(?:{_SAID})?"), r"\1"),
    (
        re.compile(
            r"\[([^\[\]^][^\[\]]{0,500})\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)"
            rf"(?:{_SAID})?"
        ),
        r"\1",
    ),
    (DELETED, ""),
    (re.compile(rf"\[(|[^\[\]^][^\[\]]{{0,500}})\]{_SAID}"), r"\1"),
    (re.compile(r"\[([^\[\]^][^\[\]]{0,500})\]\[[^\]]*\]"), r"\1"),
    (re.compile(rf"<((?:https?|mailto):[^>\s]+)>(?:{_SAID})?"), r"\1"),
    (_TAG, ""),
    (_EMPHASIS, r"\2"),
    (_BOLD, r"\1"),
    (_INSIDE, r"\1"),
    (re.compile(rf"(?<!`)(`{{1,2}})(?!`)(.{{1,500}}?)(?<!`)\1(?!`)(?:{_SAID})?", re.DOTALL), r"\2"),
    (re.compile(r"\s*\{[#.][^{}]{0,200}\}\s*$"), ""),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
    (re.compile(r"\\(?=\n|$)"), ""),
)
_LOST = re.compile(r"\x00+(\S*)[^\S\n]*")
"""Where a break went with the marks around it, and the rest of the word."""

_ALL_BOLD = re.compile(r"(\*\*|__)(?=\S)((?:(?!\1).)+)(?<=\S)\1")


def plain(line: str) -> str:
    """Return a line without its marks."""
    for pattern, replacement in _INLINE:
        line = pattern.sub(replacement, line)
    return line.rstrip()


def plain_lines(lines: Sequence[str]) -> list[str]:
    """Return the lines of a paragraph, as many, without marks, which may reach over several."""
    text = "\n".join(lines)
    for pattern, replacement in _INLINE:
        text = pattern.sub(partial(_keeping_breaks, replacement), text)
    text = _LOST.sub(lambda found: found[1] + "\n" * found[0].count("\0"), text)
    return [line.rstrip() for line in text.split("\n")]


def _keeping_breaks(replacement: str, found: re.Match[str]) -> str:
    """Return what stands for ``found``, with a sign for each line break that goes with it."""
    new = found.expand(replacement)
    return new + "\0" * (found[0].count("\n") - new.count("\n"))


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
