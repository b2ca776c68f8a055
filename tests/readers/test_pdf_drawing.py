"""What is drawn around the text: rounded boxes, pictures, patterns, marked stretches."""

from __future__ import annotations

import io
import time

import pytest
from reportlab.pdfgen.canvas import Canvas

from strategikort.readers import BlockKind
from strategikort.readers.pdf.drawing import device
from strategikort.readers.pdf.reader import read_pdf
from tests.readers.draw import Sheet, prose
from tests.readers.found import labels, tables, texts
from tests.readers.rawpdf import one_page, stream

BOXED = ["Fakta om samarbejdet i Norden", "som alle lande tager del i"]


def page_with(draw: str) -> bytes:
    """Return a page of text with ``BOXED`` in the middle, around which ``draw`` draws."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842))
    path = canvas.beginPath()
    if draw == "rounded":
        canvas.roundRect(90, 560, 260, 70, 8)
    elif draw == "line above":
        # Typesetters of web pages fill what lies between a block and all of it but its border.
        path.rect(60, 560, 300, 70)
        path.rect(60, 560, 300, 69.3)
        canvas.drawPath(path, stroke=0, fill=1, fillMode=0)
    elif draw == "border":
        path.rect(90, 560, 260, 70)
        path.rect(91, 561, 258, 68)
        canvas.drawPath(path, stroke=0, fill=1, fillMode=0)
    elif draw == "wavy":
        path.moveTo(90, 560)
        for x, y in ((350, 560), (350, 630), (90, 630)):
            path.curveTo(x, y - 20, x - 20, y, x, y)
        canvas.drawPath(path)
    canvas.setFont("Helvetica", 10)
    for number, line in enumerate(prose(10)):
        canvas.drawString(60, 780 - 12 * number, line)
    for number, line in enumerate(BOXED):
        canvas.drawString(100, 605 - 12 * number, line)
    for number, line in enumerate(prose(10, "energi")):
        canvas.drawString(60, 520 - 12 * number, line)
    canvas.save()
    return buffer.getvalue()


BOXES = [
    ("rounded", ["\n".join(BOXED)]),
    ("border", ["\n".join(BOXED)]),
    ("line above", []),
    ("wavy", []),
]


@pytest.mark.parametrize(("shape", "boxes"), BOXES)
def test_a_frame_of_any_drawing_is_a_box_and_another_shape_is_none(
    shape: str, boxes: list[str]
) -> None:
    read = read_pdf(page_with(shape), "a.pdf")
    assert texts(read, BlockKind.BOX) == boxes
    assert "\n".join(BOXED) in read.text


GRID = "".join(f"60 {y} m 260 {y} l S " for y in (700, 680, 660)) + "".join(
    f"{x} 660 m {x} 700 l S " for x in (60, 160, 260)
)
CELLS = [("Land", "Mål"), ("Norge", "Handel")]


def ruled(rules: str) -> bytes:
    text = "BT /F1 10 Tf "
    for row, cells in enumerate(CELLS):
        for column, cell in enumerate(cells):
            text += f"1 0 0 1 {65 + 100 * column} {686 - 20 * row} Tm ({cell}) Tj "
    return one_page(stream((rules + text + "ET").encode("latin-1")))


@pytest.mark.parametrize(
    "rules",
    [
        pytest.param(GRID, id="plain"),
        pytest.param(GRID.replace(" m", " m 5 5 m 60 700 m", 1), id="stray moves"),
        pytest.param(
            GRID.replace("60 680 m 260 680 l S", "60 680 m 160 680 l S 160 680 m 260 680 l S"),
            id="a rule in pieces",
        ),
        pytest.param(GRID + "60 683 m 260 683 l S ", id="a double rule"),
        pytest.param("/Pattern cs /P1 scn " + GRID, id="a pattern"),
    ],
)
def test_a_table_is_known_however_its_rules_are_drawn(rules: str) -> None:
    assert tables(read_pdf(ruled(rules), "a.pdf")) == [CELLS]


def test_rules_beyond_measure_are_left_out_and_the_text_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(device, "MAX_RULES", 3)
    read = read_pdf(ruled(GRID), "a.pdf")
    assert tables(read) == []
    assert read.text.split() == ["Land", "Mål", "Norge", "Handel"]


@pytest.mark.parametrize(("across", "down"), [(50, 41), (34, 26)])
def test_a_hatching_of_very_many_strokes_is_no_table(across: int, down: int) -> None:
    """More strokes than are looked at, and more pairs of them than are compared."""
    strokes = "".join(
        f"{16 * x + 40} {14 * y + 40} m {16 * x + 53} {14 * y + 40} l S "
        f"{16 * x + 46} {14 * y + 34} m {16 * x + 46} {14 * y + 44} l S "
        for x in range(across)
        for y in range(down)
    )
    read = read_pdf(ruled(strokes), "a.pdf")
    assert texts(read, BlockKind.TABLE) == []
    assert read.text.split() == ["Land", "Mål", "Norge", "Handel"]


def test_what_the_file_marks_as_an_artifact_is_furniture_on_a_single_page() -> None:
    def line(y: int, text: str) -> str:
        return f"1 0 0 1 60 {y} Tm ({text}) Tj "

    content = (
        "BT /F1 10 Tf EMC /Artifact BMC " + line(800, "LOV nr 88 af 11/02/2025") + "EMC /P BMC "
    )
    content += "".join(line(760 - 12 * n, text) for n, text in enumerate(prose(40)))
    read = read_pdf(one_page(stream((content + "EMC ET").encode("latin-1"))), "a.pdf")
    assert texts(read, BlockKind.FURNITURE) == ["LOV nr 88 af 11/02/2025"]
    assert labels(read) == [("1", "index")]
    assert texts(read, BlockKind.PARAGRAPH) == ["\n".join(prose(40))]


@pytest.mark.parametrize(("seconds", "objects"), [(0, device.MAX_OBJECTS), (20, 2000)])
def test_a_page_with_too_much_on_it_is_given_up_and_the_next_is_read(
    seconds: float, objects: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(device, "MAX_OBJECTS", objects)
    sheet = Sheet().page()
    sheet.lines(60, 40, prose(60))
    sheet.page().lines(60, 40, prose(5, "energi"))
    read = read_pdf(sheet.bytes(), "a.pdf", page_seconds=seconds)
    assert read.text == "\n".join(prose(5, "energi"))
    assert read.quality.unread == ((0, "too_heavy"),)
    assert [warning.code for warning in read.quality.warnings] == ["unread_pages"]


def test_a_page_is_not_given_up_for_the_time_that_others_take(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    check = device.PageDevice._check
    waited: list[float] = []

    def late(self: device.PageDevice) -> None:
        waited.append(0.5)
        time.sleep(0.5)
        check(self)

    monkeypatch.setattr(device.PageDevice, "_check", late)
    sheet = Sheet().page()
    sheet.lines(60, 40, prose(60))
    read = read_pdf(sheet.bytes(), "a.pdf", page_seconds=1.0)
    assert sum(waited) > 1.0
    assert read.quality.unread == ()
    assert read.text == "\n".join(prose(60))


def test_a_page_to_be_skipped_is_said_to_be_unread() -> None:
    sheet = Sheet()
    for word in ("handel", "energi"):
        sheet.page().lines(60, 40, prose(5, word))
    read = read_pdf(sheet.bytes(), "a.pdf", skip=frozenset({0}))
    assert read.text == "\n".join(prose(5, "energi"))
    assert read.quality.unread == ((0, "too_heavy"),)


@pytest.mark.parametrize("pages", [1, 3])
def test_a_mark_across_the_pages_parts_no_sentence(pages: int) -> None:
    sheet = Sheet()
    words = ["handel", "energi", "havet"][:pages]
    for word in words:
        sheet.page().lines(60, 80, prose(50, word))
        with sheet.pdf.rotation(52, 300, 420):
            sheet.text(150, 440, "UDKAST", 90)
    read = sheet.read()
    assert texts(read, BlockKind.PARAGRAPH) == ["\n".join(prose(50, word)) for word in words]
    assert texts(read, BlockKind.FURNITURE if pages > 1 else BlockKind.BOX) == ["UDKAST"] * pages


def test_upright_rules_on_a_single_level_one_are_no_table() -> None:
    rules = "50 500 m 400 500 l S " + " ".join(f"{x} 500 m {x} 600 l S" for x in (60, 160, 260))
    words = "BT /F1 10 Tf 62 498 Td (Elever i 2025) Tj ET"
    read = read_pdf(one_page(stream(f"{rules} {words}".encode())), "a.pdf")
    assert (read.text, read.quality.unread) == ("Elever i 2025", ())


def test_two_areas_painted_as_one_path_are_two_boxes() -> None:
    lines = "".join(
        f"BT /F1 10 Tf 70 {y - 12 * n} Td ({line}) Tj ET "
        for y, count, word in ((680, 6, "handel"), (480, 6, "klima"), (380, 25, "havet"))
        for n, line in enumerate(prose(count, word))
    )
    areas = "0.9 g 60 600 450 100 re 60 400 450 100 re f* 0 g "
    read = read_pdf(one_page(stream((areas + lines).encode("cp1252"))), "a.pdf")
    boxes = ["\n".join(prose(6, word)) for word in ("handel", "klima")]
    assert texts(read, BlockKind.BOX) == boxes


def test_a_stretch_with_a_text_of_its_own_may_lack_its_end() -> None:
    draw = b"/Span << /ActualText (Danmark) >> BDC BT /F1 12 Tf 60 700 Td (Danmark) Tj ET"
    assert read_pdf(one_page(stream(draw)), "a.pdf").text == "Danmark"
