"""Documents that name each other by number, and quote each other, through the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from strategikort.links.officialnumbers import Numbers
from strategikort.model import Document
from tests.conftest import Program

LAW = """Lov nr. 611 af 4. juni 2019 om vandløb

§ 1. Loven skal sikre, at vandløb kan aflede vand.

§ 2. Kommunalbestyrelsen fører tilsyn.

§ 3. Ejere af vandløb skal vedligeholde bredderne.
"""
ACT = """Europa-Parlamentets og Rådets forordning (EU) 2024/1689 af 13. juni 2024 om regler for AI

Artikel 1

Genstand

1. Formålet er at forbedre markedet.

Artikel 4

Færdigheder

1. Udbydere træffer foranstaltninger.
"""
PLAN = """# Plan for fjorden

## 1 Kvælstof

Fjordens kvælstofbelastning skal ned med 40 procent.

## 2 Regler

Ejerne har pligter efter § 3, stk. 1, i lov nr. 611 af 4. juni 2019. Kommunen bruger AI efter
forordning (EU) 2024/1689, artikel 4.
"""
LETTER = """# Brev fra landboforeningen

## 1 Om planen

I planen står: "Fjordens kvælstofbelastning skal ned\nmed 40 procent." Lov nr. 12 af 1. maj 2020 og (EU) 2016/679 er noget andet.

## 2 Om en anden plan

Andre steder står: "Ned med skatten skal den, sagde manden fra byen."
"""


@pytest.fixture
def links(program: Program, tmp_path: Path) -> set[tuple[str, str, str, str]]:
    files = {"lov.txt": LAW, "forordning.txt": ACT, "plan.md": PLAN, "brev.md": LETTER}
    own = ("--samling", str(tmp_path / "samling"))
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        program("tilføj", str(tmp_path / name), *own)
    found = program("kort", "--format", "json", *own).json["links"]
    return {
        (item["source"], item["target"], item["label"].partition(":")[0], proof["text"])
        for item in found
        if item["kind"] == "henvisning"
        for proof in item["evidence"][:1]
        if item["source"].startswith(("plan-", "brev-"))
    }


def test_links_by_number_and_quotation(links: set[tuple[str, str, str, str]]) -> None:
    quoted = "Fjordens kvælstofbelastning skal ned med 40 procent."
    assert {(source.partition("/")[0], target.rpartition("/")[2], how, words)
            for source, target, how, words in links} == {
        ("plan-for-fjorden", "paragraf-3", "nævner nummeret", "nr. 611 af 4. juni 2019"),
        ("plan-for-fjorden", "artikel-4", "nævner nummeret", "(EU) 2024/1689"),
        ("brev-fra-landboforeningen", "1", "citerer", quoted),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("title", "number", "text", "named"),
    [
        ("Lov nr. 5 af 1. maj 2020", None, "Se lov nr. 5 af 1. maj 2020.", True),
        ("Lov nr. 5 af 1. maj 2020", None, "Se lov nr. 15 af 1. maj 2020.", False),
        ("Lov om ændring af lov nr. 5 af 1. maj 2020", None, "Lov nr. 5 af 1. maj 2020", False),
        ("Rådets forordning (EF) nr. 44/2001", None, "forordning (EF) nr. 44/2001", True),
        ("Rådets forordning (EF) nr. 44/2001", None, "forordning (EF) nr. 44/20011", False),
        ("Direktiv 95/46/EF", None, "efter direktiv 95/46/EF.", True),
        ("Landsrettens dom", "BS-1177/2023-VLR", "Dommen BS-1177/2023-VLR siger", True),
        ("Landsrettens dom", "BS-1177/2023-VLR", "Dommen BS-1177/2023-VLRX siger", False),
        ("Et notat", "12/24", "i forholdet 12/24", False),
    ],
)
def test_numbers_of_documents(title: str, number: str | None, text: str, named: bool) -> None:
    document = Document("d", title, title, "", "2020", "lov", "d.txt", "", 1, 1, number=number)
    assert bool(list(Numbers([document]).named(text, "a"))) is named
    assert not list(Numbers([document, document._replace(id="e")]).named(text, "a"))


def test_two_files_of_one_text_do_not_name_each_other(program: Program, tmp_path: Path) -> None:
    """The map failed where a text with two files calls itself by its title, and then for short."""
    lines = [f"Sætning {number} handler om vej {number * 7} i byen." for number in range(60)]
    text = "# Varmeplan for Nordby og Sønderby\n\n" + "\n\n".join(lines)
    itself = "Varmeplan for Nordby og Sønderby gælder i fem år. Varmeplanen er vedtaget."
    files = {"plan.md": text, "igen.md": f"{text}\n\n## Om planen\n\n{itself}\n"}
    own = ("--samling", str(tmp_path / "samling"))
    for name, body in files.items():
        (tmp_path / name).write_text(body, encoding="utf-8")
    assert "Samme tekst" in program("tilføj", *(str(tmp_path / name) for name in files), *own).out
    answer = program("kort", "--slags", "henvisning", "--json", *own).json
    assert not any("varmeplan" in link["target"] for link in answer["links"])
