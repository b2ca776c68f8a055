"""PDFs whose text is known: words in order, headings, pages, notes, boxes."""

from __future__ import annotations

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from strategikort.readers.pdf.reader import read_pdf
from tests.readers.draw import Sheet, prose
from tests.readers.made import PRODUCERS, Set, document
from tests.readers.measure import measure
from tests.readers.rawpdf import one_page, stream

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


def test_what_is_not_read_of_a_pdf_is_said() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    for value in ("Jens Hansen", ""):
        canvas.drawString(72, 700, "Ansøgning om tilskud til havet og Norden")
        canvas.acroForm.textfield(name=f"navn{value}", x=72, y=600, value=value)
        canvas.acroForm.checkbox(name=f"ja{value}", x=72, y=500, checked=True)
        canvas.linkURL("https://eksempel.dk", (72, 700, 200, 712))
        canvas.textAnnotation("Skal det være højere?" if value else "", (300, 300, 320, 320))
        canvas.showPage()
    canvas.save()
    warnings = read_pdf(buffer.getvalue(), "a.pdf").quality.warnings
    assert [(w.code, w.message, w.pages) for w in warnings] == [
        ("left_out", "1 kommentar og 1 udfyldt formularfelt er ikke læst.", (0,))
    ]


def test_files_in_a_pdf_are_counted() -> None:
    sheet = Sheet().page()
    sheet.lines(60, 80, prose(5))
    for name in ("tal.csv", "bilag.txt"):
        sheet.pdf.embed_file(bytes=b"1;2", basename=name)
    warnings = sheet.read().quality.warnings
    assert [w.message for w in warnings] == ["2 vedhæftede filer er ikke læst."]


@pytest.mark.parametrize(
    "broken",
    [
        b"/Annots 7",
        b"/Annots [99 0 R 8 (x) << /Subtype 3 /Contents 7 /F /x >> << /Subtype /Widget /V 9 >>]",
    ],
)
def test_broken_annotations_are_none(broken: bytes) -> None:
    data = one_page(stream(b"BT /F1 12 Tf 72 700 Td (Havet) Tj ET")).replace(
        b"/Type /Page /Parent", b"/Type /Page " + broken + b" /Parent"
    )
    read = read_pdf(data, "a.pdf")
    assert (read.text, [w.code for w in read.quality.warnings if w.code == "left_out"]) == (
        "Havet",
        [],
    )
