"""A bill is cited by its sections and by the remarks on them, as lawyers write it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.holdings.conftest import Adding, Program, shown
from tests.readers.lines import FORMS
from tests.structure.test_papers import BILL

ASKED = {
    "bemærkningerne til § 1, nr. 2": ["bemærkninger/1/2"],
    "de specielle bemærkninger til § 1, nr. 2": ["bemærkninger/1/2"],
    "bemærkninger til lovforslagets § 1, nr. 2": ["bemærkninger/1/2"],
    "Til § 1, nr. 2": ["bemærkninger/1/2"],
    "bemærkningerne til § 1, nr. 2, i lov-57": ["bemærkninger/1/2"],
    "bemærkningerne til § 2": ["bemærkninger/2"],
    "bemærkningerne til § 2, nr. 4": ["bemærkninger/2"],
    "bemærkningerne til § 1, nr. 2, 1. pkt.": ["bemærkninger/1/2"],
    "bemærkningerne til § 1 og § 2": [
        "bemærkninger/1",
        "bemærkninger/1/1",
        "bemærkninger/1/2",
        "bemærkninger/2",
    ],
    "§ 2": ["paragraf-2"],
    "bilag 1, § 2": ["bilag-1/paragraf-2"],
    "afsnit 2.2 i de almindelige bemærkninger": ["2.2"],
    "de almindelige bemærkninger, afsnit 2.1": ["2.1"],
    "pkt. 2.2 i lovforslagets almindelige bemærkninger": ["2.2"],
    "lovforslagets almindelige bemærkninger pkt. 2.2": ["2.2"],
    "almindelige bemærkninger, punkt 2.1": ["2.1"],
    "pkt. 2.9 i de almindelige bemærkninger": [],
    "bemærkningerne til § 3": [],
    "bemærkningerne til § 1, nr. 3": [],
}


def test_what_a_bill_is_cited_by(program: Program, add: Adding) -> None:
    add("lov.docx", id="lov-57", content=FORMS["f.docx"](*BILL))
    found = {asked: shown(program, asked) for asked in ASKED}
    assert found == {asked: [f"lov-57/{i}" for i in ids] for asked, ids in ASKED.items()}


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ("bemærkningerne til § 4", ["bemærkninger/3-og-4"]),
        ("bemærkningerne til § 6", ["bemærkninger/5-7"]),
        ("bemærkningerne til lovforslagets § 7", ["bemærkninger/5-7"]),
        ("bemærkningerne til § 8", []),
    ],
)
def test_one_of_several_sections_that_are_remarked_on_together(
    program: Program, own: Path, tmp_path: Path, asked: str, ids: list[str]
) -> None:
    path = tmp_path / "lov.md"
    text = (
        "# Lov om post\n\n## Bemærkninger til lovforslagets enkelte bestemmelser\n\nTil § 3 og 4\n\n"
        "De er ens.\n\nTil §§ 5-7\n\nDe er også ens.\n"
    )
    path.write_text(text, encoding="utf-8")
    path.with_name("lov.md.yaml").write_text("id: lov-57\n", encoding="utf-8")
    program("tilføj", str(path))
    found = program("vis", asked, "--json").json
    assert [section["id"] for section in found.get("sections", [])] == [f"lov-57/{i}" for i in ids]


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ("§ 2", ["paragraf-2"]),
        ("§ 3", ["paragraf-3-5"]),
        ("lov-57, § 4", ["paragraf-3-5"]),
        ("§§ 3-5", ["paragraf-3-5"]),
        ("§§ 2-4", ["paragraf-2", "paragraf-3-5"]),
        ("§ 7", ["paragraf-7-og-8"]),
        ("§§ 7 og 8", ["paragraf-7-og-8"]),
        ("§ 11", []),
    ],
)
def test_sections_that_are_headed_together(
    program: Program, add: Adding, asked: str, ids: list[str]
) -> None:
    """A law says »§§ 3-5. (Ophævet)«: that is no § 3, and no part of § 2."""
    said = "Loven gælder for breve og pakker, der sendes til og fra Danmark."
    signs = ("§ 1", "§ 2", "§§ 3-5", "§ 6", "§§ 7 og 8", "§ 9 og § 10")
    add(
        "lov.txt",
        id="lov-57",
        content="Lov om post\n\n" + "".join(f"{s}. {said}\n\n" for s in signs),
    )
    assert shown(program, asked) == [f"lov-57/{i}" for i in ids]
    for section in ids:
        cited = program("citér", f"lov-57/{section}").out.strip()
        assert program("citér", cited).out.strip() == cited


def test_the_citation_of_a_remark_is_understood_again(program: Program, add: Adding) -> None:
    add("lov.docx", FORMS["f.docx"](*BILL))
    cited = program("citér", "bemærkningerne til § 1, nr. 2").out
    assert "9. oktober 2025, bemærkningerne til § 1, nr. 2, l. " in cited
    assert program("citér", cited.strip()).out == cited
