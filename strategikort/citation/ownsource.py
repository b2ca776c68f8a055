"""The source that a block quotation names at its own end."""

from __future__ import annotations

import re

from strategikort.citation.doublemarks import CLOSERS
from strategikort.citation.placenames import SAYS
from strategikort.citation.sentence import LONGEST, TITLED

_SOURCE_LINE = re.compile(
    r"[—–-]{1,2}\s*(.+)|\((.+)\)\.?|(?i:kilde):\s*(.+)|\[?([^\W_][\w.-]*/[\w./-]+)\]?"
)
_MARKED = re.compile(
    r"[*_]{0,3}([»«“„”\"])(?P<quoted>.+?)([»«“”\"])[.,]?[*_]{0,3}"
    r"(?P<source>(?:\s*(?:\n|[-–—]{1,2}\s|\(|,\s|(?:Kilde:)))"
    rf"(?:{TITLED}|[^»«“”„\"]){{2,{LONGEST}}}|[.\s]*)",
    re.DOTALL,
)
"""A block quotation in marks, with its source behind them or without."""

_LINES = re.compile(r", l\. \d[\d, –-]*\.?\Z")
"""Lines, as this program ends a citation; what says them is one, whatever else it says."""
_BEHIND_A_DASH = re.compile(
    rf"(?<=[.!?…])[*_]{{0,3}}\s+[—–]\s*((?:[^\n.!?]|\.(?!\s+[A-ZÆØÅ]|\Z)){{3,{LONGEST}}})\.?$"
)
"""A source in one sentence; the full stops of abbreviations and ordinals do not end it."""
_LABELLED_AT_END = re.compile(
    r"(?<=[.!?…»«“”\"])[*_]{0,3}\s+[*_]{0,3}Kilde:[*_]{0,3}\s*"
    rf"([^\n]{{2,{LONGEST}}}?)\s*$"
)
_AT_THE_END = re.compile(rf"(?<=\S)\s*\(((?:[^()]|\([^()]*\)){{2,{LONGEST}}})\)\s*$")


def without_source(block: str) -> tuple[str, str]:
    """Part a block quotation from the source that it names at its end, if it does."""
    marked = _MARKED.fullmatch(block)
    source = marked["source"] if marked else ""
    said = source[:1] == "," and SAYS.search(source) and not _LINES.search(source)
    if marked and not said and marked[3] in CLOSERS[marked[1]]:
        quoted = re.sub(rf"(\n\s*\n\s*){marked[1]}", r"\1", marked["quoted"])
        return quoted, _bare_source(source)
    lines = block.split("\n")
    line = _SOURCE_LINE.fullmatch(lines[-1].strip()) if len(lines) > 1 else None
    if line is not None:
        block = "\n".join(lines[:-1]).strip()
        return without_source(block)[0], next(filter(None, line.groups())).strip()
    ways = (_AT_THE_END, _BEHIND_A_DASH, _LABELLED_AT_END)
    match = next(filter(None, (way.search(block) for way in ways)), None)
    return (block[: match.start()], match[1].strip()) if match else (block, "")


def _bare_source(text: str) -> str:
    """Return a source without what sets it apart: ``— *X*.`` and ``(X)`` are X."""
    text = text.strip(" \n*_.").lstrip(",-–—*_ ")
    text = text[1:-1] if text[:1] == "(" and text[-1:] == ")" else text
    return text.removeprefix("Kilde:").strip(" *_")
