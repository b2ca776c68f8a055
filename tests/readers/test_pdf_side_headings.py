"""Headings that are set in the left margin, beside where their text begins."""

from __future__ import annotations

import pytest

from strategikort.readers import BlockKind
from tests.readers.draw import Sheet
from tests.readers.found import headings, tables, texts

HEADS = [["Formål"], ["Baggrund og", "hidtidig indsats"], ["Økonomi"]]


def lines(word: str, count: int = 5) -> list[str]:
    """Return a paragraph of a narrow column."""
    line = f"vi arbejder for at styrke samarbejdet om {word} og for"
    return [
        f"Her begynder afsnittet om {word} som gælder for",
        *([line] * (count - 2)),
        f"alle {word}.",
    ]


def page(style: str, size: float, *, count: int = 5, offset: float = 0) -> Sheet:
    """Draw headings beside two paragraphs each; ``offset`` is how far they stand too low."""
    sheet = Sheet().page()
    y = 110.0
    for head in HEADS:
        for at, line in enumerate(head):
            sheet.text(60, y + offset + 12.5 * at, line, size, style)
        for word in ("skoven", "havet"):
            y = sheet.lines(200, y, lines(word, count)) + 8
        y += 8
    return sheet


@pytest.mark.parametrize("size", [8.5, 10, 11])
def test_bold_lines_beside_paragraphs_are_their_headings(size: float) -> None:
    read = page("B", size).read()
    assert [said for said, _, _ in headings(read)] == ["\n".join(head) for head in HEADS]
    assert texts(read, BlockKind.PARAGRAPH) == [
        "\n".join(lines(word)) for _ in HEADS for word in ("skoven", "havet")
    ]
    assert read.text.index("Økonomi") > read.text.index("hidtidig indsats\n\nHer begynder")


def test_bold_lines_that_stand_beside_other_lines_are_none() -> None:
    assert headings(page("B", 8.5, offset=25).read()) == []


def test_a_table_of_short_cells_keeps_its_labels() -> None:
    sheet = Sheet().page()
    for row in range(9):
        sheet.text(60, 110 + 26 * row, "Land", 10, "B")
        sheet.text(200, 110 + 26 * row, "Her gælder det for alle i landet og i byerne")
    read = sheet.read()
    assert headings(read) == []
    assert len(tables(read)[0]) == 9
