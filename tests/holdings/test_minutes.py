"""Minutes: what was said about an item of the agenda is cited by the item."""

from __future__ import annotations

import pytest

from strategikort.readers import read
from tests.readers.draw import Sheet, prose
from tests.readers.found import headings
from tests.readers.word import p, word

SAID = "Udvalget drøftede sagen, og der var enighed om at gå videre med den i det nye år."
TITLES = ["Godkendelse af dagsorden", "Status på planen", "Eventuelt"]
ITEMS = [f"{n}. {title}" for n, title in enumerate(TITLES, 1)]
MINUTES = [line for item in ITEMS for line in (item, SAID)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(MINUTES, ITEMS, id="each with text"),
        pytest.param([*ITEMS, SAID], [], id="a list"),
        pytest.param([*ITEMS, *MINUTES], [], id="a list and what it lists"),
        pytest.param(MINUTES[:4], [], id="too few"),
        pytest.param(MINUTES[2:], [], id="not from the first"),
        pytest.param([f"{line}." for line in MINUTES], [], id="sentences"),
        pytest.param(["3. april 2024", *MINUTES], ITEMS, id="below a date"),
        pytest.param(["Punkt 1: Valg", SAID, "Punkt 2: Mål", SAID, "Punkt 3: Mere", SAID],
                     ["Punkt 1: Valg", "Punkt 2: Mål", "Punkt 3: Mere"], id="with a word"),
    ],
)  # fmt: skip
def test_numbered_lines_with_text_below_each_are_headings(
    lines: list[str], expected: list[str]
) -> None:
    found = read(word(p("Referat af mødet") + "".join(map(p, lines))), "f.docx")
    assert [text for text, _, _ in headings(found)] == expected


def test_items_of_an_agenda_that_word_numbers_are_headings() -> None:
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = "".join(p(title, extra=number) + p(SAID) for title in TITLES)
    found = read(word(p("Referat af mødet") + body), "f.docx")
    assert [text for text, _, _ in headings(found)] == [
        f"{n} {title}" for n, title in enumerate(TITLES, 1)
    ]


def test_items_of_an_agenda_in_a_pdf_are_headings() -> None:
    sheet = Sheet().page()
    y = sheet.lines(60, 80, ["Referat af mødet"], 14, "B") + 20
    for item in ITEMS:
        y = sheet.lines(60, y, [item]) + 10
        y = sheet.lines(60, y, prose(3)) + 20
    found = headings(read(sheet.bytes(), "f.pdf"))
    assert [text for text, _, _ in found] == ["Referat af mødet", *ITEMS]
    assert [level for _, level, _ in found] == [1, 2, 2, 2]


def test_recommendations_with_text_below_stay_recommendations() -> None:
    body = p("Anbefalinger", run="<w:b/>") + "".join(map(p, MINUTES))
    assert len(headings(read(word(p(SAID) + body), "f.docx"))) == 1
