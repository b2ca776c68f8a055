"""Passages of files of one text, which are not always cut at the same places."""

from __future__ import annotations

import pytest

from strategikort.index.ranking.repeats import SameTexts, Told, each_once

PARAGRAPHS = (
    "arbejdet i eu s handels og teknologiråd skal munde ud i fælles standarder for kunstig"
    " intelligens som alle producenter kan følge uden at spørge nogen",
    "danmark skal udvikle kvanteteknologi sammen med nato s kvantecenter diana i københavn og"
    " kvanteteknologien bør hurtigt blive til nye virksomheder",
    "rederierne betaler en afgift på 750 kr for hvert ton udledt kulstof og regeringen vil bruge"
    " indtægten til landstrøm i de ni største havne",
)
FIRST, SECOND, THIRD = PARAGRAPHS
ONE = (f"{FIRST} {SECOND}", THIRD)
OTHER = (FIRST, f"{SECOND} {THIRD}")


@pytest.mark.parametrize(
    ("one", "other"),
    [(ONE[0], OTHER[1]), (OTHER[1], ONE[0]), (ONE[0], OTHER[0]), (OTHER[0], ONE[0])],
)
def test_what_begins_or_ends_elsewhere_is_said_once(one: str, other: str) -> None:
    told = [Told("a", one), Told("b", other)]
    (once,) = each_once(told, SameTexts({"a": {"b"}, "b": {"a"}}, whole_of), lambda item: item)
    assert once == (told[0], (told[1],))


@pytest.mark.parametrize(
    "other",
    [f"{SECOND} og det gælder også for grønland", SECOND[-40:] + f" {THIRD}", THIRD],
)
def test_what_only_one_of_them_says_or_is_said_elsewhere_is_kept(other: str) -> None:
    told = [Told("a", ONE[0]), Told("b", other)]
    assert (
        len(each_once(told, SameTexts({"a": {"b"}, "b": {"a"}}, whole_of), lambda item: item)) == 2
    )


def whole_of(_document: str) -> str:
    return " ".join(PARAGRAPHS)
