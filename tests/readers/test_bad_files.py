"""Files that are broken, locked, hostile or none of ours: a Danish error, in bounded time."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator

import pytest
from fpdf import FPDF
from reportlab.pdfgen.canvas import Canvas

from strategikort.errors import SourceError
from strategikort.readers import (
    DamagedFileError,
    EmptyFileError,
    EncryptedFileError,
    Limits,
    NoTextError,
    Reader,
    TooHeavyError,
    UnknownFormatError,
    read,
)
from tests.readers.draw import Sheet, prose
from tests.readers.rawpdf import one_page, stream
from tests.readers.word import zipped


@pytest.fixture(scope="module")
def quick() -> Iterator[Reader]:
    """A reader with little patience."""
    limits = Limits(memory_bytes=600 * 2**20, page_seconds=1.0, file_seconds=30)
    with Reader(limits) as reader:
        yield reader


def good_pdf() -> bytes:
    sheet = Sheet()
    for number in range(3):
        sheet.page().lines(60, 80, prose(20, f"emne{number}"))
    return sheet.bytes()


def check(error: pytest.ExceptionInfo[SourceError], code: str) -> None:
    """An error has a stable code, names the file, and says what to do."""
    assert error.value.code == code
    assert "fil.pdf" in error.value.message or "fil." in error.value.message
    assert error.value.message.endswith(".")
    assert error.value.hint.endswith((".", ")."))


def test_an_empty_file() -> None:
    with pytest.raises(EmptyFileError) as error:
        read(b"", "fil.pdf")
    check(error, "empty_file")
    with pytest.raises(EmptyFileError):
        read(b" \n\t\n", "fil.txt")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "Office"),
        (b"{\\rtf1\\ansi hej}", "RTF"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "billede"),
        (
            b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><text>A</text></svg>',
            "SVG",
        ),
        (b"\x7fELF" + bytes(range(256)) * 8, "program"),
        (bytes(range(256)) * 40, "hverken"),
        (
            b"From: a@b.dk\r\nReceived: x\r\n  by y\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n"
            b"Content-Transfer-Encoding: quoted-printable\r\n\r\nK=C3=A6re alle\r\n",
            "en mail",
        ),
    ],
)
def test_files_of_other_kinds_are_named(data: bytes, what: str) -> None:
    with pytest.raises(UnknownFormatError, match=what) as error:
        read(data, "fil.bin")
    check(error, "unknown_format")


def test_a_zip_that_is_no_word_document() -> None:
    data = zipped({"notat.txt": "hej"})
    with pytest.raises(UnknownFormatError, match="zip-arkiv"):
        read(data, "fil.docx")
    with pytest.raises(DamagedFileError):
        read(data[:60], "fil.docx")


def test_a_word_name_does_not_make_text_a_word_document() -> None:
    found = read(
        "# Mål\n\nVi vil styrke samarbejdet.\n\n# Midler\n\nMere af det.\n".encode(), "fil.docx"
    )
    assert found.kind == "markdown"


def test_a_password_is_asked_for_and_used() -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", "", 12)
    pdf.text(20, 30, "Fortrolig strategi for samarbejdet")
    pdf.set_encryption(owner_password="ejer", user_password="hemmelig")
    data = bytes(pdf.output())
    with pytest.raises(EncryptedFileError, match="beskyttet") as error:
        read(data, "fil.pdf")
    check(error, "encrypted")
    with pytest.raises(EncryptedFileError, match="forkert"):
        read(data, "fil.pdf", password="gal")
    assert "Fortrolig strategi" in read(data, "fil.pdf", password="hemmelig").text


def test_the_empty_password_is_tried() -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", "", 12)
    pdf.text(20, 30, "Kun beskyttet mod udskrift")
    pdf.set_encryption(owner_password="ejer", user_password="")
    assert "Kun beskyttet" in read(bytes(pdf.output()), "fil.pdf").text


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9, 0.99])
def test_a_truncated_pdf_is_read_or_refused(share: float) -> None:
    data = good_pdf()
    cut = data[: int(len(data) * share)]
    if b"endstream" in cut:
        assert "Her begynder afsnittet" in read(cut, "fil.pdf").text
    else:
        with pytest.raises(DamagedFileError) as error:
            read(cut, "fil.pdf")
        check(error, "damaged_file")


def test_a_pdf_cut_short_before_its_text_is_no_scan() -> None:
    """Writers such as ReportLab put the pages before what stands on them."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.drawString(72, 700, "Her begynder afsnittet")
    canvas.save()
    data = buffer.getvalue()
    with pytest.raises(DamagedFileError, match="skåret over, slutningen mangler") as error:
        read(data[: data.index(b"stream")], "fil.pdf")
    check(error, "damaged_file")


def test_a_wrong_pointer_to_the_table_is_no_hindrance() -> None:
    data = good_pdf()
    at = data.rindex(b"startxref")
    broken = data[:at] + b"startxref\n99999999\n%%EOF\n"
    assert "Her begynder afsnittet" in read(broken, "fil.pdf").text


def test_bytes_that_only_begin_like_a_pdf() -> None:
    with pytest.raises(DamagedFileError) as error:
        read(b"%PDF-1.7\n" + b"ikke en pdf " * 300, "fil.pdf")
    check(error, "damaged_file")


def test_a_pdf_without_text_names_programs_that_help() -> None:
    sheet = Sheet().page()
    sheet.pdf.rect(50, 50, 300, 300)
    with pytest.raises(NoTextError) as error:
        read(sheet.bytes(), "fil.pdf")
    check(error, "no_text")
    assert "ocrmypdf" in error.value.hint


def test_one_page_without_text_is_said() -> None:
    sheet = Sheet()
    sheet.page().lines(60, 80, prose(10))
    sheet.page()
    quality = read(sheet.bytes(), "fil.pdf").quality
    assert quality.without_text == (1,)
    assert quality.warnings[0].code == "pages_without_text"
    assert quality.warnings[0].message == "1 side uden tekst (et billede eller tom)."


def test_a_page_of_a_million_objects_is_given_up(quick: Reader) -> None:
    lines = zlib.compress(b"0 0 m 9 9 l S\n" * 1_000_000)
    with pytest.raises(TooHeavyError) as error:
        quick.read(one_page(stream(lines, b"/Filter /FlateDecode")), "fil.pdf")
    check(error, "too_heavy")


def test_a_heavy_page_does_not_take_the_others_with_it(quick: Reader) -> None:
    data = one_page(
        stream(b"BT /F1 12 Tf 60 700 Td (Den gode side taler tydeligt) Tj ET"),
        [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R >>",
            stream(zlib.compress(b"0 0 m 9 9 l S\n" * 1_000_000), b"/Filter /FlateDecode"),
        ],
    ).replace(b"/Kids [3 0 R] /Count 1", b"/Kids [3 0 R 5 0 R]/Count 2")
    found = quick.read(data, "fil.pdf")
    assert found.quality.unread == ((1, "too_heavy"),)
    assert "Den gode side" in found.text


def test_a_bomb_of_nested_compression_is_given_up(quick: Reader) -> None:
    packer = zlib.compressobj(9)
    inner = b"".join(packer.compress(b" " * 2**20) for _ in range(900)) + packer.flush()
    bomb = zlib.compress(inner, 9)
    assert len(bomb) < 20_000
    data = one_page(stream(bomb, b"/Filter [/FlateDecode /FlateDecode]"))
    with pytest.raises((TooHeavyError, DamagedFileError, NoTextError)):
        quick.read(data, "fil.pdf")
    # The reader is as good as new afterwards.
    assert "Her begynder" in quick.read(good_pdf(), "fil.pdf").text


def test_a_form_that_draws_itself_ends(quick: Reader) -> None:
    form = stream(
        b"/X Do",
        b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>",
    )
    data = one_page(
        stream(b"BT /F1 12 Tf 60 700 Td (Rundt i ring om samarbejdet) Tj ET /X Do"),
        [form],
        b" /XObject << /X 5 0 R >>",
    )
    assert "Rundt i ring" in quick.read(data, "fil.pdf").text


def test_scattered_letters_are_read_in_bounded_time(quick: Reader) -> None:
    letters = b"".join(
        b"1 0 0 1 %d %d Tm (%c) Tj " % (n * 37 % 560, n * 91 % 800, 97 + n % 26)
        for n in range(2500)
    )
    found = quick.read(one_page(stream(b"BT /F1 7 Tf " + letters + b" ET")), "fil.pdf")
    assert sum(character.isalpha() for character in found.text) > 2000


def test_a_file_over_the_limit_is_refused_unread() -> None:
    with Reader(Limits(file_bytes=1000)) as reader, pytest.raises(TooHeavyError) as error:
        reader.read(b"%PDF-1.7" + b"x" * 2000, "fil.pdf")
    check(error, "too_heavy")


def test_escape_sequences_do_not_come_through() -> None:
    data = "Et notat om samarbejde\x1b]0;ond titel\x07 og \x9b31m farver i teksten.".encode()
    text = read(data, "fil.txt").text
    assert not any(ord(c) < 32 and c != "\n" for c in text)
    assert not any(0x7F <= ord(c) < 0xA0 for c in text)
    assert "samarbejde" in text


def test_names_of_any_kind_are_only_names() -> None:
    for name in ("-rf æøå.txt", "to\nlinjer.txt", "../../etc/passwd", "  blank  .txt"):
        assert read(b"Vi arbejder for fremtiden.", name).name == name
