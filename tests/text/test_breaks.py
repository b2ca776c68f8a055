"""What becomes of line breaks: a blank, a new line or a new paragraph."""

from __future__ import annotations

import pytest

from strategikort.text.aligned import SourceRange
from strategikort.text.clean import CleaningRules, clean
from strategikort.text.hyphens import HyphenRule, Vocabulary
from strategikort.text.layout import Layout
from strategikort.text.source import Source

HYPHENS = HyphenRule(Vocabulary())


def cleaned(text: str, layout: Layout, **more: frozenset[int]) -> str:
    pieces = [SourceRange(0, len(text))]
    return clean(Source("f.txt", text, ""), pieces, CleaningRules(HYPHENS, **more), layout).text


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("Vi vil\n\nstyrke det.", True),
        ("Vi vil,|Danmark skal.", True),
        ("Vi vil –|Danmark skal.", True),
        ("Vi vil|Danmark skal.", False),
        ("Det er slut.|en ny linje", False),
        ("Er det slut?|en ny linje", False),
        ("Vi vil:|en ny linje", False),
        ("Det …|en ny linje", False),
        ("»Det er slut.«|en ny linje", False),
        ("(»Det er slut.«)|en ny linje", False),
        ("Det er slut.’”)|en ny linje", False),
        ("Det er »slut«|en ny linje", True),
        ("Vi vil|4 ting", False),
    ],
)
def test_a_sentence_may_go_on_across_a_blank_line(text: str, goes_on: bool) -> None:
    raw = text.replace("|", " \n\n ")
    parted = text.replace("\n\n", "|")
    assert cleaned(raw, Layout.PROSE) == parted.replace("|", " " if goes_on else "\n\n")
    assert cleaned(raw, Layout.FLOW) == parted.replace("|", " ")
    assert cleaned(raw, Layout.GROUPS) == parted.replace("|", "\n\n")


@pytest.mark.parametrize(
    ("layout", "said"),
    [
        (Layout.PROSE, "A b\n\nC d\n\nE"),
        (Layout.FLOW, "A b C d E"),
        (Layout.GROUPS, "A b\n\nC d\n\nE"),
        (Layout.LINES, "A\nb\nC\nd\nE"),
        (Layout.PAIRS, "A b\nC d\nE"),
    ],
)
def test_a_layout_says_what_lines_are(layout: Layout, said: str) -> None:
    assert cleaned("\n A\nb \n\t\n C\nd\n\n\nE\n\n", layout) == said


def test_a_word_goes_on_over_the_lines_of_a_list() -> None:
    found = cleaned("udenrigs-\nog stra-\ntegi\nEU-\nlande", Layout.LINES)
    assert found == "udenrigs- og strategi\nEU-lande"


def test_a_profile_says_where_a_paragraph_goes_on_or_begins() -> None:
    text = "Vi vil.\n\nDanmark skal.\nOg mere."
    continued, parted = frozenset({text.index("D")}), frozenset({text.index("O")})
    for layout in Layout:
        found = cleaned(text, layout, continued=continued, parted=parted)
        assert found == "Vi vil. Danmark skal.\n\nOg mere."
