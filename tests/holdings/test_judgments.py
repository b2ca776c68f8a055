"""Judgments are cited as lawyers cite them: by court, date, case number and premise."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.holdings.conftest import Program, Shelf

LONG = (
    "Det følger af fast retspraksis, at ordlyden af en bestemmelse skal undergives en selvstændig"
    " og ensartet fortolkning i hele Unionen, jf. dommens øvrige del"
)
TOP = "DOMSTOLENS DOM (Store Afdeling)\n\n4. maj 2023 (*)\n\nI sag C-417/21,\n\nafsagt følgende\n\nDom"


@pytest.fixture
def judgment(program: Program, shelf: Shelf) -> Program:
    premises = (f"{n} {LONG}, nr. {n}." for n in range(1, 7))
    shelf(("dom.txt", "\n\n".join([TOP, *premises])))
    return program


@pytest.mark.parametrize(
    "reference",
    [
        "præmis 5",
        "praemis 5",
        "C-417/21, præmis 5",
        "præmis 5 i C-417/21",
        "Domstolens dom, præmis 5",
        "Domstolens dom af 4. maj 2023, præmis 5",
        "Domstolens dom af 4. maj 2023, C-417/21, præmis 5",
        "C-417/21, pkt. 5",
        "dommens præmis 5",
        "præmis 5 i dommen",
    ],
)
def test_a_premise_is_cited_as_lawyers_do(judgment: Program, reference: str) -> None:
    cited = judgment("citér", reference).out
    assert (
        cited == "Domstolens dom (C-417/21), 4. maj 2023, præmis 5, l. 19 [domstolens-dom-2023/5]\n"
    )
    again = judgment("citér", cited.rpartition(" [")[0]).out
    assert again == cited


def test_a_quotation_from_a_premise_is_found_where_it_stands(judgment: Program) -> None:
    right, wrong = (f"»dommens øvrige del, nr. 5« (C-417/21, præmis {n})." for n in (5, 6))
    checked = judgment("verificér", "-", stdin=f"Domstolen siger {right} Den siger {wrong}\n").out
    assert "1 ordret" in checked
    assert "1 med forkert henvisning" in checked


def test_a_title_with_a_parenthesis_is_read_beside_a_number(
    program: Program, own: Path, tmp_path: Path
) -> None:
    path = tmp_path / "rapport.md"
    path.write_text(f"# Klimaplan (revideret)\n\n## Mål\n\n{LONG}.\n", encoding="utf-8")
    profile = tmp_path / "rapport.md.yaml"
    profile.write_text('metadata:\n  number: "2026/14"\n  date: "2026-03"\n', encoding="utf-8")
    program("tilføj", str(path))
    cited = program("citér", "klimaplan-2026/mål").out
    assert cited.startswith("Klimaplan (revideret) (2026/14), marts 2026, ")
    assert program("citér", cited.rpartition(" [")[0]).out == cited
