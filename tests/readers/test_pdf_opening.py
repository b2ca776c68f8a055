"""Opening a PDF: its pages, its bookmarks, what it says of itself, what is visible of a page."""

from __future__ import annotations

import pytest

from strategikort.readers import BlockKind, DamagedFileError, EncryptedFileError
from strategikort.readers.errors import TooHeavyError
from strategikort.readers.pdf.drawing import document
from strategikort.readers.pdf.drawing.document import open_pdf
from strategikort.readers.pdf.drawing.outline import OutlineEntry, read_outline
from strategikort.readers.pdf.reader import read_pdf
from tests.readers.draw import Sheet, prose
from tests.readers.found import labels, texts
from tests.readers.rawpdf import raw_pdf, stream

PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"


def with_catalog(catalog: bytes, *more: bytes) -> bytes:
    """Return a PDF of two pages (objects 3 and 4); ``more`` are the objects from 6 on."""
    return raw_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R " + catalog + b" >>",
            b"<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
            PAGE,
            PAGE,
            stream(b"BT /F1 10 Tf 60 700 Td (Hele teksten) Tj ET"),
            *more,
        ]
    )


def bookmarks(data: bytes) -> list[OutlineEntry]:
    opened = open_pdf(data, "a.pdf", "")
    return read_outline(opened.document, opened.page_of)


@pytest.mark.parametrize(
    ("target", "page"),
    [
        pytest.param(b"/Dest [4 0 R /Fit]", 1, id="a page"),
        pytest.param(b"/Dest [1 /Fit]", 1, id="a page by its number"),
        pytest.param(b"/A << /S /GoTo /D [4 0 R /Fit] >>", 1, id="an action"),
        pytest.param(b"/A << /S /GoTo /D (maal) >>", 1, id="a name in the tree"),
        pytest.param(b"/Dest /Gammel", 0, id="a name in the old table"),
        pytest.param(b"/Dest (ukendt)", None, id="an unknown name"),
        pytest.param(b"/A << /S /URI /URI (https://um.dk) >>", None, id="an address"),
        pytest.param(b"/Dest [/Fit]", None, id="no page"),
        pytest.param(b"", None, id="nothing"),
    ],
)
def test_a_bookmark_leads_to_a_page(target: bytes, page: int | None) -> None:
    data = with_catalog(
        b"/Outlines 6 0 R /Dests << /Gammel << /D [3 0 R /Fit] >> >>"
        b" /Names << /Dests << /Names [(maal) << /D [4 0 R /Fit] >>] >> >>",
        b"<< /First 7 0 R >>",
        b"<< /Title (Vores  m\345l) " + target + b" >>",
    )
    assert bookmarks(data) == [OutlineEntry("Vores mål", 1, page)]


def test_bookmarks_below_the_eighth_level_and_in_circles_are_left_out() -> None:
    chain = [
        b"<< /Title (Trin %d) /First %d 0 R /Next 7 0 R >>" % (level, level + 7)
        for level in range(1, 11)
    ]
    data = with_catalog(b"/Outlines 6 0 R", b"<< /First 7 0 R >>", *chain)
    assert [(entry.title, entry.level) for entry in bookmarks(data)] == [
        (f"Trin {level}", level) for level in range(1, 9)
    ]


@pytest.mark.parametrize("outline", [b"(ingen)", b"99 0 R", b"<< /First 5 0 R >>"])
def test_broken_bookmarks_do_not_keep_the_text_from_being_read(outline: bytes) -> None:
    read = read_pdf(with_catalog(b"/Outlines " + outline), "a.pdf")
    assert texts(read, BlockKind.PARAGRAPH) == ["Hele teksten", "Hele teksten"]


def test_a_file_without_pages_is_damaged() -> None:
    data = raw_pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"])
    with pytest.raises(DamagedFileError, match=r"Filen a\.pdf kan ikke læses: den har ingen sider"):
        read_pdf(data, "a.pdf")


def test_pages_beyond_the_most_are_not_left_out_in_silence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(document, "MAX_PAGES", 2)
    sheet = Sheet()
    for word in ("handel", "energi", "klima"):
        sheet.page().lines(60, 80, prose(3, word))
    with pytest.raises(TooHeavyError, match=r"^Filen a\.pdf er opgivet: den har over 2 sider\.$"):
        sheet.read()


def test_an_unknown_encryption_is_said_to_be_one() -> None:
    data = with_catalog(b"").replace(b"/Root", b"/Encrypt << /Filter /Firmaets >> /Root")
    with pytest.raises(EncryptedFileError, match="krypteret på en måde, der ikke kan læses"):
        read_pdf(data, "a.pdf")


@pytest.mark.parametrize(
    ("title", "found"),
    [(b"(Strategi for handel)", "Strategi for handel"), (b"/Strategi", None), (b"42", None)],
)
def test_only_a_string_is_taken_for_a_title(title: bytes, found: str | None) -> None:
    data = with_catalog(b"/Lang 5").replace(b"/Root", b"/Info << /Title " + title + b" >> /Root")
    metadata = read_pdf(data, "a.pdf").metadata
    assert metadata.title == found


@pytest.mark.parametrize(
    ("visible", "outside"), [(b"40 40 555 802", True), (b"40 40 41 41", False)]
)
def test_what_stands_outside_the_visible_part_of_a_page_is_left_out(
    visible: bytes, outside: bool
) -> None:
    """But a visible part of no size is a mistake of the file."""
    sheet = Sheet().page()
    sheet.lines(80, 80, prose(5))
    sheet.text(60, 20, "strategi_ombrud_v3.indd 1" * outside)
    data = sheet.bytes().replace(b"/MediaBox [", b"/CropBox [%b] /MediaBox [" % visible)
    assert read_pdf(data, "a.pdf").text == "\n".join(prose(5))


def test_a_credit_up_the_margin_is_kept_where_all_else_is_outside_the_visible_part() -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas("a.pdf", pagesize=(595, 842), pageCompression=0, cropBox=(40, 40, 555, 802))
    canvas.drawString(60, 10, "strategi_ombrud_v3.indd 1")
    canvas.rotate(90)
    canvas.drawString(300, -60, "Foto: Statens Arkiv")
    read = read_pdf(canvas.getpdfdata(), "a.pdf")
    assert texts(read, BlockKind.BOX) == ["Foto: Statens Arkiv"]
    assert read.text == "Foto: Statens Arkiv"
    assert labels(read) == [("1", "index")]
