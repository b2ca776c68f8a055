"""Words that stand nearly everywhere, in a collection too large to count them for every pair."""

from __future__ import annotations

import pytest

from strategikort.links import themes
from strategikort.links.themes import Bags
from strategikort.readers import read
from strategikort.structure.auto import sections_of


def bags(*texts: str) -> Bags:
    file = read(
        "".join(f"# Kapitel {n}\n\n{text}\n\n" for n, text in enumerate(texts)).encode(), "d.md"
    )
    return Bags(sections_of(file, "d"))


COMMON = "vulkaner "


def test_common_words_alone_make_nothing_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [COMMON + more for more in ("æbler", "æbler", "kirker", "broer", "skove")]
    every = bags(*texts).likeness("d/0")
    assert set(every) == {f"d/{n}" for n in range(1, 5)}
    monkeypatch.setattr(themes, "MANY", 2)
    assert bags(*texts).likeness("d/0") == {"d/1": every["d/1"]}


def test_common_words_are_counted_for_those_that_share_most(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    words = ("æbler kirker broer", "æbler kirker", "broer", "skove", "heste")
    texts = [COMMON + more for more in words]
    every = bags(*texts).likeness("d/0")
    assert every["d/1"] > every["d/2"] > every["d/3"]
    monkeypatch.setattr(themes, "MANY", 2)
    assert bags(*texts).likeness("d/0") == {"d/1": every["d/1"]}


def test_a_heading_that_one_document_repeats_ties_nothing() -> None:
    plan = "# {0}\n\n## {0}: kajer\n\n### Baggrund\n\n{1}.\n\n## {0}: fisk\n\n### Baggrund\n\n{2}."
    first = read(plan.format("Havn", "Kajen synker", "Torsken svigter").encode(), "a.md")
    other = read(plan.format("Skole", "Hallen lukker", "Elever mangler").encode(), "b.md")
    found = Bags([*sections_of(first, "a"), *sections_of(other, "b")])
    alike = found.likeness("a/baggrund")
    assert not [name for name in alike if name.endswith("baggrund") and name != "a/baggrund"]
