"""How the lines of a section make up its text."""

from __future__ import annotations

from enum import Enum

PARAGRAPH = "\n\n"
"""What stands between two paragraphs of clean text."""


class Layout(Enum):
    """How the lines of a section make up its text."""

    PROSE = "prose"
    """running text: a blank line parts paragraphs unless a sentence runs on across it"""
    FLOW = "flow"
    """running text in which line breaks and blank lines mean nothing: one paragraph"""
    GROUPS = "groups"
    """labels: a blank line always parts them, a line break never does"""
    LINES = "lines"
    """a list or table: every line stands by itself"""
    PAIRS = "pairs"
    """a chart: label and value by turns, a row for each pair"""
