"""PDFs whose text is known: words in order, headings, pages, notes, boxes."""

from __future__ import annotations

import pytest

from strategikort.readers.pdf.reader import read_pdf
from tests.readers.made import PRODUCERS, Set, document
from tests.readers.measure import measure

LAYOUTS = {
    "one column": (Set(), {}),
    "one column, notes": (Set(), {"notes": True}),
    "one column, boxes": (Set(justified=True), {"boxes": True}),
    "two columns": (Set(columns=2), {}),
    "two columns, indented": (Set(columns=2, justified=True, indent=12, spacing=0), {}),
    "two columns, notes": (Set(columns=2), {"notes": True}),
    "two columns, boxes": (Set(columns=2, size=9), {"boxes": True}),
    "two columns, random stream": (Set(columns=2, order="random"), {}),
    "three columns": (Set(columns=3, size=8, gutter=14), {}),
    "three columns, justified": (Set(columns=3, size=8, gutter=14, justified=True), {}),
}


@pytest.mark.parametrize("producer", PRODUCERS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_words_headings_pages_notes_and_boxes_of_made_pdfs(producer: str, layout: str) -> None:
    style, extra = LAYOUTS[layout]
    parts = document(7, parts=75, **extra)
    read = read_pdf(PRODUCERS[producer](parts, style), "prøve.pdf")
    figures = measure(parts, read)
    assert figures.words > 1500
    assert figures.order >= 0.995
    assert figures.headings >= 0.98
    assert figures.pages == 1
    assert figures.notes == 1
    assert figures.boxes == 1
    assert figures.marks >= sum(1 for part in parts if part.note) - 1
    assert figures.paragraphs >= 0.85


def test_a_scrambled_stream_is_said_to_be_doubtful() -> None:
    natural, scrambled = Set(columns=2), Set(columns=2, order="random")
    parts = document(3, parts=30)
    draw = PRODUCERS["fpdf2"]
    assert not read_pdf(draw(parts, natural), "a.pdf").quality.order
    quality = read_pdf(draw(parts, scrambled), "b.pdf").quality
    assert quality.order
    assert [warning.code for warning in quality.warnings] == ["doubtful_order"]


def test_running_lines_are_furniture_and_give_the_page_labels() -> None:
    read = read_pdf(PRODUCERS["fpdf2"](document(5, parts=40), Set()), "prøve.pdf")
    furniture = [
        read.text[block.start : block.end] for block in read.blocks if block.kind == "furniture"
    ]
    assert furniture.count("Udenrigsministeriet | Strategi 2026") == len(read.pages)
    assert [page.label for page in read.pages] == [str(n + 1) for n in range(len(read.pages))]
    assert {page.how for page in read.pages} == {"printed"}
