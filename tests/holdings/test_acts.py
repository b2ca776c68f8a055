"""An act of the EU is cited by its recitals, articles and their numbered parts, and its number."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.holdings.conftest import Adding, Program, shown
from tests.readers.lines import FORMS

ACT = [
    *("*EUROPA-PARLAMENTETS OG RÅDETS FORORDNING (EU) 2025/1234", "*af 11. juni 2025"),
    *("*om kvanteteknologi", "EUROPA-PARLAMENTET OG RÅDET FOR DEN EUROPÆISKE UNION HAR —"),
    *("ud fra følgende betragtninger:", "(1) Kvanteteknologi er vigtig.", "(2) Den bør styrkes."),
    *("VEDTAGET DENNE FORORDNING:", "KAPITEL I", "*ALMINDELIGE BESTEMMELSER"),
    *("Artikel 1", "*Definitioner", "I denne forordning forstås ved:", "1. »system«: et system"),
    *("2. »udbyder«: en udbyder", "KAPITEL II", "*KRAV", "Artikel 2", "*Underretning"),
    *("1. Udbydere skal underrette myndigheden.", "2. Underretningen skal indeholde:"),
    *("a) navnet", "b) adressen.", "3. Myndigheden må ikke videregive den."),
    *("Udfærdiget i Bruxelles, den 11. juni 2025.", "BILAG I", "*Oplysninger", "Navn."),
]


ASKED = {
    "artikel 2, stk. 2": ["artikel-2/2"],
    "art. 2, stk. 2, litra b": ["artikel-2/2"],
    "forordningens artikel 2, stk. 3": ["artikel-2/3"],
    "artikel 2, stk. 1-2": ["artikel-2/1", "artikel-2/2"],
    "artikel 2, stk. 1, og artikel 2, stk. 3": ["artikel-2/1", "artikel-2/3"],
    "artikel 2, stk. 4": [],
    "artikel 1, nr. 2": ["artikel-1"],
    "betragtning 2": ["betragtninger/2"],
    "artikel 1 i forordning (EU) 2025/1234": ["artikel-1"],
    "forordning (EU) nr. 2025/1234, artikel 1": ["artikel-1"],
    "Europa-Parlamentets og Rådets forordning (EU) 2025/1234, betragtning 1": ["betragtninger/1"],
    "kapitel II": ["ii", "artikel-2", "artikel-2/1", "artikel-2/2", "artikel-2/3"],
    "bilag I": ["bilag-i"],
    "forordningens bilag I": ["bilag-i"],
    "forordning (EU) 2025/1234, art. 2, stk. 3": ["artikel-2/3"],
    "Europa-Parlamentets og Rådets forordning (EU) 2025/1234 af 11. juni 2025, artikel 1": [
        "artikel-1"
    ],
}


@pytest.mark.parametrize("name", FORMS)
def test_what_an_act_is_cited_by(program: Program, add: Adding, name: str) -> None:
    add(name, id="kvant", content=FORMS[name](*ACT))
    found = {asked: shown(program, asked) for asked in ASKED}
    assert found == {asked: [f"kvant/{i}" for i in ids] for asked, ids in ASKED.items()}


def test_the_citation_of_an_act_is_understood_again(program: Program, add: Adding) -> None:
    title = "*om kvanteteknologi og om oprettelse af et europæisk netværk for kvantekommunikation"
    add("act.md", FORMS["f.md"](*(title if line == ACT[2] else line for line in ACT)))
    cited = program("citér", "artikel 2, stk. 2").out
    assert " …, 11. juni 2025, artikel 2, stk. 2, l. " in cited
    assert program("citér", cited.rpartition(" [")[0]).out == cited


def test_a_paper_about_an_act_is_not_called_by_its_number(program: Program, add: Adding) -> None:
    add("notat.md", "# Notat om Rådets forordning (EU) 2025/1234\n\nDen er god.\n")
    assert program("vis", "forordning (EU) 2025/1234").status == 1


def test_a_text_that_speaks_of_another_article_is_found(
    program: Program, own: Path, tmp_path: Path
) -> None:
    path = tmp_path / "kvant.md"
    path.write_bytes(FORMS["f.md"](*ACT))
    notice = tmp_path / "notat.md"
    notice.write_text("# Notat\n\nSagen hører under artikel 267 i traktaten.\n", "utf-8")
    program("tilføj", str(path), str(notice))
    # There are articles here, and none of that number.
    (found,) = program("søg", "artikel 267", "--json").json["results"]
    assert found["document"]["title"] == "Notat"
    assert program("søg", "artikel 268").status == 1
    assert program("vis", "artikel 267").status == 1


LAW = """LBK nr 170 af 24/01/2022
Social- og Boligministeriet

Bekendtgørelse af lov om social service

Herved bekendtgøres lov om social service.

§ 1. Formålet er at hjælpe.

§ 2. Alle har ret til hjælp.
"""


@pytest.mark.parametrize(
    "asked",
    [
        *("LBK nr 170 § 2", "lbk. nr. 170/2022, § 2", "lovbekendtgørelse 170 § 2"),
        "lov om social service § 2",
    ],
)
def test_a_law_is_called_by_its_number(program: Program, add: Adding, asked: str) -> None:
    add("lov.txt", LAW, id="service")
    assert shown(program, asked) == ["service/paragraf-2"]


def test_a_law_is_not_called_by_another_number(program: Program, add: Adding) -> None:
    add("lov.txt", LAW, id="service")
    assert program("vis", "LBK nr 170/2021 § 2").status == 1
