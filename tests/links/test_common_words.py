"""Words that stand nearly everywhere, and headings that do."""

from __future__ import annotations

from strategikort.links.themes import Bags
from strategikort.readers import read
from strategikort.structure.auto import sections_of


def bags(*texts: str) -> Bags:
    file = read(
        "".join(f"# Kapitel {n}\n\n{text}\n\n" for n, text in enumerate(texts)).encode(), "d.md"
    )
    return Bags(sections_of(file, "d"))


def test_a_word_counts_however_many_sections_have_it() -> None:
    """In a large collection it was counted only for the four hundred that share most others."""
    texts = [f"vulkaner {more}" for more in ("æbler", "æbler", *("kirker",) * 498)]
    alike = bags(*texts).likeness("d/0")
    assert set(alike) == {f"d/{n}" for n in range(1, 500)}
    assert 0 < alike["d/499"] == alike["d/2"] < alike["d/1"]


def test_a_heading_that_one_document_repeats_ties_nothing() -> None:
    plan = "# {0}\n\n## {0}: kajer\n\n### Baggrund\n\n{1}.\n\n## {0}: fisk\n\n### Baggrund\n\n{2}."
    first = read(plan.format("Havn", "Kajen synker", "Torsken svigter").encode(), "a.md")
    other = read(plan.format("Skole", "Hallen lukker", "Elever mangler").encode(), "b.md")
    found = Bags([*sections_of(first, "a"), *sections_of(other, "b")])
    alike = found.likeness("a/baggrund")
    assert not [name for name in alike if name.endswith("baggrund") and name != "a/baggrund"]
