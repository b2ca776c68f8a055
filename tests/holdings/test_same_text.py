"""The same text in files of different kinds: one hit that names them all, and no word hidden."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from strategikort.library import Collection
from tests.holdings.conftest import Program, checked
from tests.readers import word

HEADINGS = ("Havet som energikilde", "Skibene skal sejle grønt", "Fiskeriet får nye rammer")
PARAGRAPHS = (
    "Danmark skal have fire gange så megen vindkraft til havs inden 2030, og pladsen skal deles "
    "mellem naturen, fiskeriet og de kabler, der fører strømmen i land ved Esbjerg.",
    "Rederierne betaler en afgift på 750 kr. for hvert ton udledt kulstof, og indtægten går til "
    "landstrøm i de ni største havne, så motorerne kan slukkes ved kaj.",
    "Trawl med bundslæbende redskaber udfases i Bælthavet, og de fartøjer, der skifter til ruser, "
    "får tilskud efter en ordning, som Landbrugsstyrelsen forvalter.",
)


Parts = Iterable[tuple[str, str]]
PARTS = tuple(zip(HEADINGS, PARAGRAPHS, strict=True))


def html(parts: Parts = PARTS, title: str = "Plan for havet") -> str:
    body = "".join(f"<h2>{head}</h2><p>{said}</p>" for head, said in parts)
    return f"<!doctype html><html lang='da'><body><h1>{title}</h1>{body}</body></html>"


def docx(parts: Parts = PARTS, title: str = "Plan for havet") -> bytes:
    made = [word.p(title, run='<w:b/><w:sz w:val="48"/>')]
    for head, said in parts:
        made += [word.p(head, run='<w:b/><w:sz w:val="32"/>'), word.p(said)]
    return word.word("".join(made))


def markdown(parts: Parts, *head: str) -> str:
    return "\n\n".join([*head, *(f"## {title}\n\n{said}" for title, said in parts), ""])


@pytest.fixture
def folder(own: Path, tmp_path: Path) -> Path:
    made = tmp_path / "hav"
    made.mkdir()
    (made / "plan.docx").write_bytes(docx())
    return made


@pytest.fixture
def pair(program: Program, folder: Path) -> Path:
    """A folder with the text in two kinds of files, both of them added."""
    (folder / "plan.html").write_text(html(), encoding="utf-8")
    assert "Bemærk: Samme tekst som plan-for-havet (" in program("tilføj", str(folder)).out
    return folder


def results(program: Program, *args: str) -> list[tuple[str, list[str]]]:
    answer = checked(program, "søg", *args)
    return [
        (item["id"], [same["id"] for same in item.get("also", ())]) for item in answer["results"]
    ]


def test_a_hit_names_both_files_of_one_text(program: Program, pair: Path) -> None:
    assert results(program, '"udledt kulstof"') == [
        ("plan-for-havet/skibene-skal-sejle-grønt", ["plan-for-havet-2/skibene-skal-sejle-grønt"])
    ]
    text = program("søg", '"udledt kulstof"').out
    assert text.count("Rederierne betaler") == 1
    assert text.count("Kilde: ") == 1
    assert "Også i: " in text
    assert "[plan-for-havet-2/skibene-skal-sejle-grønt]" in text
    assert "sted mere" not in text
    assert "Samme tekst i: plan-for-havet-2" in program("status", "plan-for-havet").out


def test_what_differs_is_a_hit_of_its_own(program: Program, folder: Path) -> None:
    changed = [(head, said.replace("750", "7,50")) for head, said in PARTS]
    (folder / "plan.html").write_text(html(changed), encoding="utf-8")
    program("tilføj", str(folder))
    assert sorted(results(program, '"udledt kulstof"')) == [
        ("plan-for-havet-2/skibene-skal-sejle-grønt", []),
        ("plan-for-havet/skibene-skal-sejle-grønt", []),
    ]
    assert len(results(program, "trawl")) == 1


def test_files_of_one_kind_are_the_same_text_only_to_the_last_word(
    program: Program, own: Path, tmp_path: Path
) -> None:
    text = markdown(PARTS, "# Plan for havet")
    versions = {
        "plan": text,
        "kopi": f"{text}\n\n",
        "udkast": text.replace("ved Esbjerg", "på Als"),
    }
    for name, said in versions.items():
        (tmp_path / f"{name}.md").write_text(said, encoding="utf-8")
        program("tilføj", str(tmp_path / f"{name}.md"))
    same = {document: Collection.open().same_texts([document]) for document in
            ("plan-for-havet", "plan-for-havet-2", "plan-for-havet-3")}  # fmt: skip
    assert same == {
        "plan-for-havet": {"plan-for-havet": {"plan-for-havet-2"}},
        "plan-for-havet-2": {"plan-for-havet-2": {"plan-for-havet"}},
        "plan-for-havet-3": {},
    }


def test_an_edition_is_no_copy(program: Program, folder: Path) -> None:
    (folder / "plan.html").write_text(html(), encoding="utf-8")
    program("tilføj", str(folder / "plan.docx"))
    program("tilføj", str(folder / "plan.html"), "--afløser", "plan-for-havet")
    assert len(results(program, '"udledt kulstof"')) == 2


def test_texts_of_different_days_are_not_the_same(
    program: Program, own: Path, tmp_path: Path
) -> None:
    new, old = tmp_path / "ny.html", tmp_path / "gammel.md"
    new.write_text(html().replace("</h1>", "</h1><p>3. maj 2024</p>"), encoding="utf-8")
    old.write_text(markdown(PARTS, "# Plan for havet", "1. juni 2019"), encoding="utf-8")
    assert "Samme tekst" not in program("tilføj", str(new), str(old)).out
    assert [also for _, also in results(program, '"udledt kulstof"')] == [[], []]


def test_a_document_that_is_asked_alone_answers_alone(program: Program, pair: Path) -> None:
    assert results(program, '"udledt kulstof"', "-d", "plan-for-havet-2") == [
        ("plan-for-havet-2/skibene-skal-sejle-grønt", [])
    ]


def test_a_table_of_hits_has_a_row_for_each_file(program: Program, pair: Path) -> None:
    rows = program("søg", '"udledt kulstof"', "--format", "csv").out.splitlines()
    assert len(rows) == 3


def test_the_other_file_is_forgotten_with_its_document(program: Program, pair: Path) -> None:
    program("fjern", "plan-for-havet-2")
    assert results(program, '"udledt kulstof"') == [("plan-for-havet/skibene-skal-sejle-grønt", [])]
    assert "Samme tekst" not in program("status", "plan-for-havet").out


def test_as_many_hits_as_were_asked_for(program: Program, pair: Path) -> None:
    found = results(program, "skal OR får OR betaler", "-d", "plan-for-havet*", "-n", "3")
    assert len(found) == 3
    assert all(also for _, also in found)


def test_the_file_with_pages_is_the_one_that_is_cited(
    program: Program, folder: Path, own: Path
) -> None:
    pages = "\f".join(
        f"{head}\n\n{said}\n\n{number}" for number, (head, said) in enumerate(PARTS, start=1)
    )
    (folder / "plan.txt").write_text(f"Plan for havet\n\n{pages}\n", encoding="utf-8")
    program("tilføj", str(folder))
    with Collection.open() as collection:
        (hit,) = collection.search('"udledt kulstof"', repeats=False).hits
        assert hit.place.pages == ("2",)
        assert [other.section.document for other in hit.also] == ["plan-for-havet"]


def test_the_other_file_is_told_to_be_changed_too(program: Program, pair: Path) -> None:
    (pair / "plan.html").write_text(html() + "<!-- ny -->", encoding="utf-8")
    outcome = program("søg", '"udledt kulstof"')
    assert outcome.out.count("Kilde: ") == 1
    assert "plan-for-havet-2" in outcome.err
