"""E-books (EPUB): their chapters in reading order, with headings, notes and tables of web pages."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from strategikort.errors import StrategikortError
from strategikort.readers import BlockKind, FileKind, ReadFile, read
from tests.readers.found import texts
from tests.readers.word import zipped

CONTAINER = (
    '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="EPUB/bog.opf"'
    ' media-type="application/oebps-package+xml"/></rootfiles></container>'
)
META = (
    "<dc:title>Havets år</dc:title><dc:creator>Anne Holm</dc:creator>"
    "<dc:publisher>Miljøministeriet</dc:publisher><dc:date>2023-09-01T00:00:00Z</dc:date>"
    "<dc:language>da</dc:language>"
)
ONE = (
    '<h1>Havets år</h1><section id="main"><h2>1. Indledning</h2><p>Havet er'
    ' vigtigt<a epub:type="noteref" href="noter.xhtml#n1">1</a> for Danmark, og'
    '<span epub:type="pagebreak" id="p7" title="7">7</span> det skal beskyttes.</p></section>'
)
TWO = (
    '<h2>2. Fiskeri</h2><p>Kvoter<a epub:type="noteref" href="#n1">1</a> sænkes.</p>'
    '<aside epub:type="footnote" id="n1"><p><a href="#r1">1.</a> Se aftalen.</p></aside>'
    "<table><tr><th>Art</th><th>Ton</th></tr><tr><td>Torsk</td><td>100</td></tr></table>"
)
NOTES = '<h2>Noter</h2><aside epub:type="endnote" id="n1"><p>1. Miljøstyrelsen 2022.</p></aside>'
NAV = '<nav epub:type="toc"><h1>Indhold</h1><ol><li><a href="en.xhtml">1. Indledning</a></li></ol></nav>'


def page(body: str) -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html'
        ' xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
        f"<head><title>x</title></head><body>{body}</body></html>"
    )


def package(*names: str, meta: str = META) -> str:
    items = "".join(
        f'<item id="i{at}" href="tekst/{name}" media-type="application/xhtml+xml"/>'
        for at, name in enumerate(names)
    )
    spine = "".join(f'<itemref idref="i{at}"/>' for at in range(len(names)))
    return (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>{meta}</metadata>'
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
    )


def epub(pages: dict[str, str], *, meta: str = META, **more: str) -> bytes:
    """Return a book with these pages in this order."""
    parts: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "EPUB/bog.opf": package(*(name.replace(" ", "%20") for name in pages), meta=meta),
        **{f"EPUB/tekst/{name}": page(body) for name, body in pages.items()},
    }
    return zipped({**parts, **{name.replace("__", "/"): said for name, said in more.items()}})


BOOK = {"nav.xhtml": NAV, "en.xhtml": ONE, "to og tre.xhtml": TWO, "noter.xhtml": NOTES}


def unzipped(data: bytes) -> dict[str, str | bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("folder", ["", "havet/"])
def test_a_book_that_was_packed_as_any_folder_is_read(folder: str) -> None:
    parts = {folder + name: part for name, part in unzipped(epub(BOOK)).items()}
    del parts[f"{folder}mimetype"]
    found = read(zipped(parts), "havet.zip")
    assert found.kind is FileKind.EPUB
    assert texts(found, BlockKind.HEADING) == ["Havets år", "1. Indledning", "2. Fiskeri", "Noter"]
    assert found.metadata.title == "Havets år"
    locked = '<e><CipherReference URI="EPUB/tekst/en.xhtml"/></e>'
    with pytest.raises(StrategikortError) as raised:
        read(zipped({**parts, f"{folder}META-INF/encryption.xml": locked}), "havet.zip")
    assert raised.value.code == "encrypted"


@pytest.fixture(scope="module")
def book() -> ReadFile:
    return read(epub(BOOK), "havet.epub")


def test_the_chapters_are_read_in_the_order_of_the_spine(book: ReadFile) -> None:
    assert book.kind is FileKind.EPUB
    assert texts(book, BlockKind.HEADING) == ["Havets år", "1. Indledning", "2. Fiskeri", "Noter"]
    assert texts(book, BlockKind.TABLE) == ["Art\tTon\nTorsk\t100"]
    turned = read(epub(dict(reversed(BOOK.items()))), "havet.epub")
    assert texts(turned, BlockKind.HEADING)[0] == "Noter"


def test_no_chapter_is_taken_for_a_menu_since_another_is_called_content(book: ReadFile) -> None:
    assert texts(book, BlockKind.FURNITURE) == ["Indhold", "1. Indledning"]
    assert "Kvoter1 sænkes." in texts(book, BlockKind.PARAGRAPH)


def test_printed_page_numbers_in_the_text_are_no_words_of_it(book: ReadFile) -> None:
    assert "Havet er vigtigt1 for Danmark, og det skal beskyttes." in book.text


def test_notes_of_the_same_name_in_two_chapters_are_each_that_of_its_mark(book: ReadFile) -> None:
    notes = [book.text[slice(b.start, b.end)] for b in (book.blocks[m.note] for m in book.marks)]
    assert [" ".join(note.split()) for note in notes] == [
        "1. Miljøstyrelsen 2022.",
        "1. Se aftalen.",
    ]


def test_what_the_book_says_of_itself(book: ReadFile) -> None:
    told = book.metadata
    assert (told.title, told.author, told.date) == ("Havets år", "Miljøministeriet", "2023-09-01")
    other = read(
        epub({"a.xhtml": "<p>Intet her.</p>"}, meta="<dc:creator>KL</dc:creator>"), "a.epub"
    )
    assert (other.metadata.title, other.metadata.author) == (None, "KL")


def test_a_chapter_that_is_missing_is_told() -> None:
    data = zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": CONTAINER,
            "EPUB/bog.opf": package("en.xhtml", "to.xhtml", "figur.svg"),
            "EPUB/tekst/en.xhtml": page(ONE),
        }
    )
    (warning,) = read(data, "a.epub").quality.warnings
    assert (warning.code, warning.message) == ("left_out", "2 dele af bogen er ikke læst.")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (epub({}), "empty_file"),
        (epub({"a.xhtml": "<img src='x.png'/>"}), "empty_file"),
        (
            zipped({"mimetype": "application/epub+zip", "META-INF/container.xml": "<a/>"}),
            "damaged_file",
        ),
        (zipped({"mimetype": "application/epub+zip"}), "damaged_file"),
        (epub({"a.xhtml": ONE})[:-200], "damaged_file"),
        (
            epub(
                {"a.xhtml": ONE},
                **{
                    "META-INF__encryption.xml": "<encryption><EncryptedData><CipherData>"
                    '<CipherReference URI="EPUB/tekst/a.xhtml"/></CipherData></EncryptedData>'
                    "</encryption>"
                },
            ),
            "encrypted",
        ),
    ],
)
def test_books_that_cannot_be_read(data: bytes, code: str) -> None:
    with pytest.raises(StrategikortError) as raised:
        read(data, "a.epub")
    assert raised.value.code == code


def test_fonts_may_be_encrypted() -> None:
    font = '<e><CipherReference URI="EPUB/f.otf"/></e>'
    assert read(epub(BOOK, **{"META-INF__encryption.xml": font}), "a.epub").kind is FileKind.EPUB


def test_a_path_out_of_the_book_is_no_part_of_it(tmp_path: Path) -> None:
    found = read(epub({"../../../x.xhtml": "<p>ude</p>", "a.xhtml": ONE}), "a.epub")
    assert "ude" not in found.text


def test_the_first_heading_of_a_book_is_that_of_its_first_chapter() -> None:
    pages = {f"{n}.xhtml": page(f"<h1>{n}. kapitel</h1><p>Tekst.</p>") for n in ("Første", "Andet")}
    told = read(epub(pages), "a.epub").metadata
    assert (told.title, told.evidence["title"]) == ("Havets år", "e-bogens egne oplysninger")
    titled = {"a.xhtml": page("<h1>Havets år. En beretning</h1>"), **pages}
    assert read(epub(titled), "a.epub").metadata.title == "Havets år. En beretning"
