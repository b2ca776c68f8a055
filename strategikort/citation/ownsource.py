"""The source that a block quotation names at its own end."""

from __future__ import annotations

import re

from strategikort.citation.doublemarks import CLOSERS
from strategikort.citation.placenames import SAYS

_SOURCE_LINE = re.compile(
    r"[—–-]{1,2}\s*(.+)|\((.+)\)\.?|(?i:kilde):\s*(.+)|\[?([^\W_][\w.-]*/[\w./-]+)\]?"
)
_MARKED = re.compile(
    r"[*_]{0,3}([»«“„”\"])(?P<quoted>.+)([»«“”\"])[.,]?[*_]{0,3}"
    r"(?P<source>(?:\s*(?:\n|[-–—]{1,2}\s|\(|,\s|(?:Kilde:)))[^»«“”„\"]{2,300}|[.\s]*)",
    re.DOTALL,
)
"""A block quotation in marks, with its source behind them or without."""

_BEHIND_A_DASH = re.compile(r"(?<=[.!?…])[*_]{0,3}\s+[—–]\s*([^\n.!?]{3,150})\.?$")
_LABELLED_AT_END = re.compile(
    r"(?<=[.!?…»«“”\"])[*_]{0,3}\s+[*_]{0,3}Kilde:[*_]{0,3}\s*([^\n]{2,200}?)\s*$"
)
_AT_THE_END = re.compile(r"(?<=[.,;:!?…\]\w»«“”\"])\s*\(((?:[^()]|\([^()]*\)){2,200})\)\s*$")


def without_source(block: str) -> tuple[str, str]:
    """Part a block quotation from the source that it names at its end, if it does."""
    marked = _MARKED.fullmatch(block)
    said = marked is not None and marked["source"][:1] == "," and SAYS.search(marked["source"])
    if marked and not said and marked[3] in CLOSERS[marked[1]]:
        quoted = re.sub(rf"(\n\s*\n\s*){marked[1]}", r"\1", marked["quoted"])
        return quoted, _bare_source(marked["source"])
    lines = block.split("\n")
    source = _SOURCE_LINE.fullmatch(lines[-1].strip()) if len(lines) > 1 else None
    if source is not None:
        block = "\n".join(lines[:-1]).strip()
        return without_source(block)[0], next(filter(None, source.groups())).strip()
    ways = (_AT_THE_END, _BEHIND_A_DASH, _LABELLED_AT_END)
    match = next(filter(None, (way.search(block) for way in ways)), None)
    return (block[: match.start()], match[1].strip()) if match else (block, "")


def _bare_source(text: str) -> str:
    """Return a source without what sets it apart: ``— *X*.`` and ``(X)`` are X."""
    text = text.strip(" \n*_.").lstrip(",-–—*_ ")
    text = text[1:-1] if text[:1] == "(" and text[-1:] == ")" else text
    return text.removeprefix("Kilde:").strip(" *_")
