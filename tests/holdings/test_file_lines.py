"""The lines that are cited of text and Markdown are those that an editor counts."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategikort.catalog.yamlfile import parse_yaml
from strategikort.errors import ProfileError
from strategikort.library import Collection
from strategikort.readers import BlockKind, read
from strategikort.structure.auto import sections_of, source_of
from tests.holdings.conftest import Program

PAGES = (
    "Kommunens plan  Side 1\n\nFørste afsnit om skov.\n\f"
    "Kommunens plan  Side 2\n\nAndet afsnit om åen.\n\f"
    "Kommunens plan  Side 3\n\nTredje afsnit om zqsidst.\n"
)
WITHIN = "\f\x0b\x1c\x1d\x1e\x85\u2028\u2029"
"""What parts lines for Python, and not for an editor."""

TEXTS = st.lists(
    st.sampled_from(
        [*WITHIN, "\n", "\n", "\r\n", "\r", "\n\n", "\n\f", ". ", "# Mål", "- led", "1. punkt", "| a | b |",
         "> citat", "Regeringen vil styrke samarbejdet mellem landene", "sam-", "Bilag 2", "```", "---"]
    ),
    max_size=40,
).map("".join)  # fmt: skip


def add(program: Program, folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.write_bytes(text.encode())
    assert program("tilføj", str(path)).status == 0


def found(program: Program, word: str) -> Any:
    (hit,) = program("søg", word, "--nøjagtig", "--json").json["results"]
    return hit["source"]


def test_pages_do_not_add_to_the_lines(program: Program, own: Path, tmp_path: Path) -> None:
    add(program, tmp_path, "sider.txt", PAGES)
    source = found(program, "zqsidst")
    assert (source["lines"], source["pages"]) == ([[7, 9]], ["3"])


@pytest.mark.parametrize("name", ["f.txt", "f.md"])
@pytest.mark.parametrize("sign", WITHIN)
def test_what_is_no_line_end_for_an_editor_is_none(
    program: Program, own: Path, tmp_path: Path, name: str, sign: str
) -> None:
    add(program, tmp_path, name, f"Notat\n\nFørste{sign}linje.\n\nHer er zqls.\n")
    assert found(program, "zqls")["lines"][-1][-1] == 5


def test_a_page_that_begins_within_a_line(program: Program, own: Path, tmp_path: Path) -> None:
    add(program, tmp_path, "f.txt", "Der stod en skov.\fDer stod zqand.\n\nOg her zqtre.\f")
    assert program("vis", "f/side-1", "--json").json["sections"][0]["source"]["pages"] == ["1"]
    source = program("vis", "f/side-2", "--json").json["sections"][0]["source"]
    assert (source["lines"], source["pages"]) == ([[1, 3]], ["2"])
    assert "2" in found(program, "zqand")["pages"]


def test_a_section_that_is_called_by_its_page_is_cited_and_read_back(
    program: Program, own: Path, tmp_path: Path
) -> None:
    add(program, tmp_path, "f.txt", "Der stod en skov.\fDer stod zqand.\n\nOg her zqtre.\f")
    for number in ("1", "2"):
        cited = program("citér", f"f/side-{number}", "--stil", "fodnote").out.strip()
        assert f"side {number}, s. {number}, l." in cited
        found = program("vis", cited, "--json").json["sections"]
        assert [item["id"] for item in found] == [f"f/side-{number}"]


def test_a_profile_of_headings_that_share_a_line(
    program: Program, own: Path, tmp_path: Path
) -> None:
    path = tmp_path / "f.txt"
    path.write_text("1. Mål\n\nDer stod en skov.\f2. Midler\f\nHer stod zqen.\n", encoding="utf-8")
    before = program("tilføj", str(path), "--vis-struktur").out.splitlines()[-2:]
    assert program("tilføj", str(path), "--skriv-profil").status == 0
    assert '{lines: "3 \\"2. Midler\\"", level: 1, text: "2. Midler"}' in (
        path.with_name("f.txt.yaml").read_text(encoding="utf-8")
    )
    assert program("tilføj", str(path), "--vis-struktur").out.splitlines()[-2:] == before
    add(program, tmp_path, path.name, path.read_text(encoding="utf-8"))
    assert found(program, "zqen")["lines"] == [[4, 4]]


@pytest.mark.parametrize("name", ["f.txt", "f.md"])
@given(before=TEXTS, after=TEXTS)
def test_a_word_stands_in_the_line_that_is_counted(name: str, before: str, after: str) -> None:
    text = f"{before} zqord {after}\n\nSlut."
    expected = len(re.findall(r"\r\n?|\n", text[: text.index("zqord")])) + 1
    reading = read(text.encode(), name)
    source = source_of(reading)
    if "zqord" not in reading.text:  # front matter, or what a fence says of its code
        assert name == "f.md"
        return
    assert source.line_at(reading.text.index("zqord")) == expected
    assert all(block.end <= len(reading.text) for block in reading.blocks)
    for section in sections_of(reading, "d"):
        if "zqord" in section.text.text:
            assert any(first <= expected <= last for first, last in section.lines)


def test_pages_are_pages_all_the_same() -> None:
    reading = read(PAGES.encode(), "f.txt")
    assert [page.label for page in reading.pages] == ["1", "2", "3"]
    assert [reading.text[page.start : page.end].split("  ")[0] for page in reading.pages] == [
        "Kommunens plan"
    ] * 3
    assert reading.text.count("\n") == PAGES.count("\n")


def test_a_word_that_a_page_cuts_is_put_together() -> None:
    reading = read("1. Mål\n\nDe vil styrke sam-\n\farbejdet.\n".encode(), "f.txt")
    assert any("styrke samarbejdet." in s.text.text for s in sections_of(reading, "d"))


def test_what_parts_words_goes_on_parting_them() -> None:
    reading = read("Skov\x0bog\u2028å\x85og\fsø.\n\nHer.\n".encode(), "f.md")
    assert reading.text.startswith("Skov og å og sø.\n")
    kinds = [block.kind for block in read("Et.\u2029To.".encode(), "f.txt").blocks]
    assert kinds == [BlockKind.PARAGRAPH] * 2


def test_a_profile_with_such_signs_is_pointed_at_by_its_own_lines() -> None:
    text = 'id: a\nmetadata:\n  title: "b\u2028c\x85d\u2029e"\n  # f\u2028g\n  title: h\n'
    with pytest.raises(ProfileError, match=r"linje 5: nøglen »title« står to gange"):
        parse_yaml(text, "p.yaml")


def test_a_quotation_of_a_memo_has_the_line_of_the_file(
    program: Program, own: Path, tmp_path: Path
) -> None:
    memo = tmp_path / "notat.txt"
    memo.write_text(f"Et{WITHIN}to\n\nDer står »Rusland ser ikke stort på international lov.«\n")
    checked = program("verificér", str(memo), "--json").json
    assert [quote["line"] for quote in checked["quotes"]] == [3]


def test_an_answer_a_line_may_hold_such_signs(program: Program, own: Path, tmp_path: Path) -> None:
    add(program, tmp_path, "f.txt", "Her er zqls.\n")
    section = Collection.open().section("f/1")
    answer = program("vis", section.id, "--json").json["sections"][0] | {"note": WITHIN}
    lines = "\n".join([json.dumps(answer, ensure_ascii=False)] * 2)
    cited = program("citér", "-", stdin=lines)
    assert cited.status == 0, cited.err
