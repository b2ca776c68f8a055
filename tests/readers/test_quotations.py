"""Letters that are quoted at length: their headings are none of the document's."""

from __future__ import annotations

import pytest

from strategikort.readers import BlockKind, read
from tests.readers.draw import Sheet, prose
from tests.readers.found import texts

LONG = "Regeringen vil arbejde for et stærkt samarbejde mellem landene i de kommende år, og det skal ske nu."


def test_the_headings_of_a_quoted_letter_are_text() -> None:
    sheet = Sheet().page()
    y = 60.0
    for text in ("1. Forløbet", "»1. Baggrund", "2. Hvad vi gør", "2. Vurdering"):
        sheet.text(60, y + 20, text, 11, "B")
        lines = prose(4, "havet")
        lines[-1] += "«" if text == "2. Hvad vi gør" else ""
        y = sheet.lines(60, y + 40, lines) + 20
    assert texts(read(sheet.bytes(), "a.pdf"), BlockKind.HEADING) == ["1. Forløbet", "2. Vurdering"]


@pytest.mark.parametrize(
    ("begins", "said"),
    [
        ("»Noget om havet.", LONG),  # a mark without its mate
        ("»Noget", f"Det »var« godt«, sagde hun. {LONG}"),  # it ends within a block
    ],
)
def test_only_whole_blocks_are_quoted(begins: str, said: str) -> None:
    text = f"{begins}\n\n1. Forløbet\n\n{said}\n\n2. Vurdering\n\n{LONG}\n"
    assert texts(read(text.encode(), "a.txt"), BlockKind.HEADING) == ["1. Forløbet", "2. Vurdering"]


@pytest.mark.parametrize(("opens", "closes"), ["»«", "„“", "“”"])
def test_what_the_marks_of_a_quotation_stand_around_has_no_headings(
    opens: str, closes: str
) -> None:
    text = (
        f"1. Forløbet\n\n{LONG}\n\n{opens}1. Baggrund\n\n{LONG}\n\n{opens}2. Hvad vi gør\n\n"
        f"{LONG}{closes}\n\n2. Vurdering\n\n{LONG} {opens}Nu.{closes}\n"
    )
    found = read(text.encode(), "a.txt")
    assert texts(found, BlockKind.HEADING) == ["1. Forløbet", "2. Vurdering"]
    quoted = [found.text[b.start : b.end] for b in found.blocks if b.quoted]
    assert quoted[0] == f"{opens}1. Baggrund"
    assert quoted[-1] == f"{LONG}{closes}"


@pytest.mark.parametrize("name", ["a.html", "a.md"])
def test_headings_in_a_block_quotation_are_text(name: str) -> None:
    text = f"# Om sagen\n\n{LONG}\n\n> ## Baggrund\n>\n> {LONG}\n\n## Vurdering\n\n{LONG}\n"
    if name == "a.html":
        text = (
            f"<html><body><h1>Om sagen</h1><p>{LONG}</p><blockquote><h2>Baggrund</h2><p>{LONG}</p>"
            f"</blockquote><h2>Vurdering</h2><p>{LONG}</p></body></html>"
        )
    assert texts(read(text.encode(), name), BlockKind.HEADING) == ["Om sagen", "Vurdering"]
