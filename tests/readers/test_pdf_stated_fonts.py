"""Fonts are read as the file states them: widths, bullets, and the tables of TeX's bitmaps."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from strategikort.readers import BlockKind
from strategikort.readers.pdf.reader import read_pdf
from tests.readers.found import texts
from tests.readers.test_pdf_glyphs import drawn


def standard_font(widths: str, encoding: str) -> bytes:
    return (
        "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /FirstChar 0 /LastChar 255"
        f" /Widths [{widths}] /Encoding {encoding} >>"
    ).encode()


def bitmap_font(codes: Sequence[int], name: str = "a{}") -> bytes:
    """Return a font of bitmaps with names by the codes, as pdfTeX writes them."""
    differences = " ".join(f"{code} /{name.format(code)}" for code in codes)
    return (
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 50 50] /FontMatrix [0.01 0 0 0.01 0 0]"
        f" /FirstChar 0 /LastChar 255 /Widths [{'50 ' * 256}] /CharProcs << >>"
        f" /Encoding << /Type /Encoding /Differences [{differences}] >> >>"
    ).encode()


def gaps(words: bytes) -> bytes:
    """Return what draws words as TeX does, which has no blanks."""
    return b"/G0 10 Tf [(" + words.replace(b" ", b") -333 (") + b")] TJ"


def read(content: bytes, *fonts: bytes) -> str:
    return read_pdf(drawn(content, *fonts), "a.pdf").text


def test_a_standard_font_is_as_wide_as_the_file_says() -> None:
    # The file's own codes for what the standard font has no width for, as groff writes it.
    font = standard_font("500 " * 256, "<< /Differences [1 /fi 2 /minus] >>")
    line = b"/G0 10 Tf (der \\001) Tj 25 0 Td (ndes og it\\002) Tj 50 0 Td (sikkerhed) Tj"
    assert read(line, font) == "der findes og it\u2212sikkerhed"


@pytest.mark.parametrize("code", [b"\\177", b"\\201", b"\\220"])
def test_a_code_without_a_sign_is_a_bullet(code: bytes) -> None:
    items = b"".join(
        b"1 0 0 1 60 %d Tm (%s) Tj 1 0 0 1 75 %d Tm (%s) Tj " % (y, code, y, text)
        for y, text in ((700, b"Klima og energi"), (680, b"Handel"))
    )
    found = read_pdf(drawn(items), "a.pdf")
    assert texts(found, BlockKind.ITEM) == ["• Klima og energi", "• Handel"]
    assert not found.quality.damaged


def test_bitmaps_of_tex_are_read_by_its_european_table() -> None:
    line = gaps(b"\\023Gr\\370n k\\346de p\\345 \\034re \\305r\\024, \\025 s\\345 \\237 7")
    font = bitmap_font([*range(19, 22), 28, *range(33, 127), 159, 197, 229, 230, 248])
    assert read(line, font) == "«Grøn kæde på fire År», – så § 7"


def test_bitmaps_of_tex_without_european_letters_are_read_by_the_old_table() -> None:
    line = gaps(b"\\034konomi, k\\032de og \\014re m\\027~al").replace(b"~", b") 500 (")
    font = bitmap_font([0x0C, 0x17, 0x1A, 0x1C, *range(33, 127)])
    assert read(line, font) == "økonomi, kæde og fire mål"


def test_bitmaps_of_tex_without_letters_are_signs() -> None:
    line = b"/G0 10 Tf (\\210) Tj /F1 10 Tf 15 0 Td (Klima og energi) Tj"
    found = read_pdf(drawn(line, bitmap_font([136, 191])), "a.pdf")
    assert texts(found, BlockKind.ITEM) == ["• Klima og energi"]


def test_other_drawn_letters_are_what_their_names_say() -> None:
    font = bitmap_font([65, 248], "uni00F8")
    assert read(b"/G0 10 Tf (\\370\\370) Tj /F1 10 Tf (re) Tj", font) == "øøre"
