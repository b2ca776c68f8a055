"""Contents lists without page numbers, in any kind of file."""

from __future__ import annotations

import pytest

from strategikort.readers import BlockKind, ReadFile, read
from tests.readers.draw import Sheet, prose

LONG = "Vi arbejder for at styrke samarbejdet om fremtiden, og for at alle kan være med i det. " * 3
ENTRIES = ["Indledning", "Mål for klima og energi", "Indsatser i byerne og på landet", "Opfølgning"]


def furniture(found: ReadFile) -> str:
    blocks = [block for block in found.blocks if block.kind is BlockKind.FURNITURE]
    return "\n".join(found.text[block.start : block.end] for block in blocks)


def titles(found: ReadFile) -> list[str]:
    blocks = [block for block in found.blocks if block.kind is BlockKind.HEADING]
    return [found.text[block.start : block.end] for block in blocks]


@pytest.mark.parametrize("style", ["", "B"])
def test_a_web_page_printed_to_pdf_has_one(style: str) -> None:
    sheet = Sheet().page().text(60, 60, "Klimaplan for kommunen", 20, "B")
    sheet.text(60, 100, "Indhold", 14, "B")
    y = sheet.lines(60, 120, ENTRIES, 11, style) + 20
    for entry in ENTRIES:
        y = sheet.lines(60, sheet.lines(60, y, [entry], 14, "B"), prose(6)) + 12
    found = read(sheet.bytes(), "a.pdf")
    assert furniture(found).split("\n") == ["Indhold", *ENTRIES]
    assert titles(found) == ["Klimaplan for kommunen", *ENTRIES]
    assert found.quality.headings == {"type": 5}


MARKDOWN = f"""# Plan

## Indhold

- [Indledning](#a)
- [Mål](#b)
- [Midler](#c)

## 1. Indledning

{LONG}

## 2. Mål

{LONG}

### 2.1 Delmål

{LONG}

## 3. Midler

{LONG}
"""


def test_its_entries_need_no_numbers() -> None:
    found = read(MARKDOWN.encode(), "f.md")
    assert furniture(found) == "Indhold\n- Indledning\n- Mål\n- Midler"
    assert titles(found) == ["Plan", "1. Indledning", "2. Mål", "2.1 Delmål", "3. Midler"]


def test_plain_text_has_them_too() -> None:
    text = f"PLAN\n\nIndhold\n\n1. Indledning\n2. Mål\n3. Midler\n\n1. Indledning\n\n{LONG}\n\n"
    found = read(f"{text}2. Mål\n\n{LONG}\n\n3. Midler\n\n{LONG}\n".encode(), "f.txt")
    assert furniture(found) == "Indhold\n1. Indledning\n2. Mål\n3. Midler"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("- [Midler](#c)", "- [Noget andet](#c)"),
        ("- [Midler](#c)\n", ""),
        ("- [Indledning](#a)\n- [Mål](#b)", "- [Mål](#b)\n- [Indledning](#a)"),
        ("## Indhold", "## Vores mål"),
    ],
    ids=["names something else", "too few", "another order", "another heading"],
)
def test_what_is_none_is_text(old: str, new: str) -> None:
    assert furniture(read(MARKDOWN.replace(old, new).encode(), "f.md")) == ""


MANY = ["Indledning", "Mål", "Midler", "vejen til målet", "Opfølgning", "Økonomi"]


def plan(entries: list[str], *, known: list[str]) -> ReadFile:
    """Return a page with a contents list and the parts that it names, ``known`` with headings."""
    listed = "".join(f"<p>{entry}</p>" for entry in entries)
    parts = "".join(
        f"<h2>{entry}</h2><p>{LONG}</p>" if entry in known else f"<p>{entry}</p><p>{LONG}</p>"
        for entry in entries
    )
    return read(f"<h1>Plan</h1><p>Indhold</p>{listed}{parts}".encode(), "a.html")


def test_an_entry_may_name_what_is_not_known_for_a_heading() -> None:
    known = [entry for entry in MANY if entry != "vejen til målet"]
    found = plan(MANY, known=known)
    assert furniture(found).split("\n") == ["Indhold", *MANY]
    assert titles(found) == ["Plan", *known]
    assert found.text.count("vejen til målet") == 2


def test_the_text_below_the_entries_is_none_of_them() -> None:
    found = plan(MANY, known=MANY)
    assert furniture(found).split("\n") == ["Indhold", *MANY]
    assert titles(found) == ["Plan", *MANY]


def test_a_list_whose_entries_mostly_name_nothing_is_text() -> None:
    assert furniture(plan(MANY, known=MANY[:2])) == ""


def test_entries_with_dots_that_stand_apart_from_their_numbers_are_furniture() -> None:
    listed = "".join(f"{entry} . . . . . . . . .\n\n{n}\n\n" for n, entry in enumerate(MANY, 3))
    text = f"Plan for byen\n\n{LONG}\n\nIndhold\n\n{listed}Forord\n\n{LONG}\n"
    found = read(text.encode(), "a.txt")
    said = furniture(found)
    assert said.startswith("Indhold\nIndledning . .")
    assert said.endswith("Økonomi . . . . . . . . .")
    form = f"Indhold\n\n{LONG}\n\n" + "Navn: ...........\n\n" * 6
    assert furniture(read(form.encode(), "a.txt")) == ""
