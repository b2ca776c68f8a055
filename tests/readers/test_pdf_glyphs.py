"""From the glyphs of a page to its characters: fonts, accents, hyphens, writing directions."""

from __future__ import annotations

import pytest

from strategikort.readers import BlockKind
from strategikort.readers.pdf.drawing.fonts import damaged_characters
from strategikort.readers.pdf.reader import read_pdf
from tests.readers.found import texts
from tests.readers.rawpdf import one_page, stream

CHARACTERS = stream(
    b"begincmap\n1 begincodespacerange <0000> <ffff> endcodespacerange\n"
    b"3 beginbfchar <0001> <6226> <0002> <7565> <0003> <200b> endbfchar\nendcmap"
)
"""Code 1 and 2 are 戦略, »strategy«; 3 is a space without width."""


def drawn(content: bytes, *fonts: bytes) -> bytes:
    """Return a page with ``content`` on it, in Helvetica as /F1 and ``fonts`` as /G0, /G1 …"""
    names = b" ".join(b"/G%d %d 0 R" % (n, n + 5) for n in range(len(fonts)))
    text = b"BT /F1 10 Tf 1 0 0 1 60 700 Tm " + content + b" ET"
    return one_page(stream(text), [*fonts], fonts=names)


def simple_font(name: str) -> bytes:
    descriptor = f"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [0 0 500 700] >>"
    return (
        f"<< /Type /Font /Subtype /TrueType /BaseFont /{name} /Encoding /WinAnsiEncoding"
        f" /FirstChar 0 /LastChar 255 /Widths [{'500 ' * 256}] /FontDescriptor {descriptor} >>"
    ).encode()


def wide_font() -> bytes:
    """Return a font of two bytes a glyph whose characters object 6 tells."""
    return (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Mincho /Encoding /Identity-H"
        b" /ToUnicode 6 0 R /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0"
        b" /BaseFont /Mincho /DW 1000 /FontDescriptor << /FontBBox [0 0 1000 1000] >>"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>] >>"
    )


@pytest.mark.parametrize(
    ("name", "code"),
    [("ABCDEF+Wingdings-Regular", b"\247"), ("SymbolMT", b"\267"), ("ITCZapfDingbats", b"n")],
)
def test_the_bullets_of_symbol_fonts_begin_items(name: str, code: bytes) -> None:
    items = b"".join(
        b"/G0 10 Tf 1 0 0 1 60 %d Tm (%s) Tj /F1 10 Tf 1 0 0 1 75 %d Tm (%s) Tj "
        % (y, code, y, text)
        for y, text in ((700, b"Klima og energi"), (680, b"Handel"))
    )
    read = read_pdf(drawn(items, simple_font(name)), "a.pdf")
    assert texts(read, BlockKind.ITEM) == ["• Klima og energi", "• Handel"]


def test_an_accent_that_is_drawn_over_its_letter_becomes_one_with_it() -> None:
    line = rb"/G0 10 Tf [(Vi vil n\312) 333 (a m\312) 333 (alet i M\310) 333 (unchen)] TJ"
    standard = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    assert read_pdf(drawn(line, standard), "a.pdf").text == "Vi vil nå målet i München"


def test_code_173_of_a_latin_font_is_a_hyphen() -> None:
    read = read_pdf(drawn(rb"/G0 10 Tf (EU\255regulering) Tj", simple_font("Arial")), "a.pdf")
    assert read.text == "EU-regulering"


def test_a_glyph_without_a_character_is_counted_and_marked() -> None:
    read = read_pdf(drawn(b"/G0 12 Tf <000100020009> Tj", wide_font(), CHARACTERS), "a.pdf")
    assert read.text == "戦略\ufffd"
    assert read.quality.damaged == {"cid": 1}
    assert [warning.message for warning in read.quality.warnings] == [
        "1 tegn er gået tabt eller ødelagt."
    ]


def test_spaces_without_width_up_the_margin_are_no_text() -> None:
    margin = b" /G0 12 Tf 0 1 -1 0 30 300 Tm <00030003> Tj"
    data = drawn(b"(Strategi for alle) Tj" + margin, wide_font(), CHARACTERS)
    assert [block.kind for block in read_pdf(data, "a.pdf").blocks] == [BlockKind.PARAGRAPH]


def test_a_name_among_the_strings_of_a_line_is_passed_over() -> None:
    read = read_pdf(drawn(b"[(Strategi for) /Navn -300 (alle)] TJ"), "a.pdf")
    assert read.text == "Strategi for alle"


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Frihed og miljł for alle i Nłrrebro", "da", {"letters": 2}),
        ("Byen Łódź og egnen Śląsk", "da", {}),
        ("Miljł er et felles ansvar", "en", {}),
        ("FÃ¦lles mål", None, {"letters": 1}),
        ("(cid:12)\ufffd\ue001\ue002", "da", {"cid": 1, "replacement": 1, "private": 2}),
    ],
)
def test_lost_characters_are_counted_by_kind(
    text: str, language: str | None, expected: dict[str, int]
) -> None:
    assert damaged_characters(text, language) == expected


@pytest.mark.parametrize(
    ("back", "after", "text"),
    [
        (278, b"arbejde om havet", "I et samarbejde om havet"),  # no room: a soft hyphen
        (0, b"arbejde om havet", "I et sam arbejde om havet"),
        (278, b"-", "I et sam-"),
    ],
)
def test_a_blank_that_takes_no_room_is_a_soft_hyphen(back: int, after: bytes, text: str) -> None:
    content = b"[(I et sam) 0 ( ) %d (%b)] TJ" % (back, after)
    assert read_pdf(drawn(content), "a.pdf").text.strip() == text


def spaced(words: str, gap: float, size: float = 12) -> bytes:
    """Return what draws words letter by letter, ``gap`` points between two, without blanks."""
    out, x = b"", 60.0
    for letter in words:
        if letter != " ":
            out += b"1 0 0 1 %.1f 640 Tm (%s) Tj " % (x, letter.encode("cp1252"))
        x += 0.6 * size + gap
    return b"/G0 %d Tf " % size + out + b"/F1 10 Tf 1 0 0 1 60 600 Tm (Her er teksten.) Tj"


@pytest.mark.parametrize(
    ("words", "gap", "read"),
    [
        ("AFGRÆNSNING", 4, "AFGRÆNSNING"),  # one word, apart as far as others are
        ("KRAV TIL LEVERANDØREN", 4, "KRAV TIL LEVERANDØREN"),  # words in pieces of their own
        ("KRAV TIL OS", 2, "KRAV TIL OS"),
        ("ABCDEFGH", 4, "A B C D E F G H"),
        ("ØNSVA", 4, "Ø N S V A"),  # too few to tell
    ],
)
def test_the_letters_of_words_that_are_set_wide_are_one_word(
    words: str, gap: float, read: str
) -> None:
    font = standard_font("600 " * 256)
    assert read_pdf(drawn(spaced(words, gap), font), "a.pdf").text.split("\n")[0] == read


def standard_font(widths: str) -> bytes:
    return (
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /FirstChar 0 /LastChar 255"
        f" /Widths [{widths}] /Encoding /WinAnsiEncoding >>"
    ).encode()
