"""The title that a document is cited by is the one that stands in it."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import pytest

from strategikort.library import Collection
from strategikort.readers import read
from tests.holdings.conftest import Adding, Program
from tests.readers.draw import Sheet, prose
from tests.readers.word import STYLES, p, word

LONG = "Regeringen vil arbejde for et stærkt samarbejde mellem landene i de kommende år. " * 2
TITLE_STYLE = STYLES.replace(
    "</w:styles>",
    '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style></w:styles>',
)
LARGE = '<w:sz w:val="48"/>'
BOLD = "<w:b/>"


def web(title: str, body: str) -> bytes:
    return (
        f"<html><head><title>{title}</title></head><body>{body}<p>{LONG}</p></body></html>".encode()
    )


def document(title: str, *body: str) -> bytes:
    core = f'<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></c>'
    return word("".join(body) + p(LONG) * 3, word__styles=TITLE_STYLE, docProps__core=core)


def pdf(title: str, *lines: tuple[str, float, str]) -> bytes:
    sheet = Sheet().page()
    sheet.pdf.set_title(title)
    y = 80.0
    for text, size, style in lines:
        y = sheet.lines(60, y, [text], size, style) + 12
    y = sheet.lines(60, y, prose(6)) + 20
    y = sheet.lines(60, y, ["Midler"], 13, "B") + 10
    sheet.lines(60, y, prose(6))
    return sheet.bytes()


FILES: list[Any] = [
    ("f.html", web("Vejle Kommune", "<h1>Klimaplan 2030</h1>"), "Klimaplan 2030"),
    ("f.html", web("Aarhus Universitet", "<p>Aarhus Universitet</p><h1>Klimaplan</h1>"), "Klimaplan"),
    ("f.html", web("Klimaplan 2030 | Vejle Kommune", "<h1>KLIMAPLAN 2030</h1>"), "Klimaplan 2030"),
    ("f.html", web("Vejle Kommune - Klimaplan", f"<p>{LONG}</p><h1>Klimaplan</h1>"), "Klimaplan"),
    ("f.html", web("Klimaplan – Vejle Kommune", "<h1>Vejle Kommune</h1><h2>Klimaplan</h2>"), "Klimaplan"),
    ("f.html", web("Klimaplan", "<h1>Indledning</h1>"), "[Klimaplan]"),
    ("f.html", web("Klimaplan", f"<p>{LONG}</p><p>Vores klimaplan.</p>"), "Klimaplan"),
    ("f.html", web("Klimaplan", "<p><b>Det mener vi</b></p>"), "[Klimaplan]"),
    ("f.docx", document("Skabelon til notater", p("Strategi for havet", "Titel")), "Strategi for havet"),
    ("f.docx", document("", p(f"MEDDELELSE TIL {'RÅDET, ' * 20}UDVALGET"), p("Strategi for havet", run=BOLD),
                        p("1. MIDLER", run=LARGE)), "Strategi for havet"),
    ("f.docx", document("Skabelon", p(LONG), p("Strategi for havet", "Titel"), p(LONG), p("Mål for os", "H1")),
     "Strategi for havet"),
    ("f.docx", document("Skabelon", p("Strategi for havet", "H1"), p(LONG), p("Vore mål", "H1")),
     "Strategi for havet"),
    ("f.docx", document("Skabelon", p("Strategi for havet", run=LARGE), p("Vore mål", run=BOLD)),
     "Strategi for havet"),
    ("f.docx", document("Havplan", p("Notat", "Titel")), "[Havplan]"),
    ("f.docx", document("Havplan", p("1. Vore mål", "H1")), "[Havplan]"),
    ("f.docx", document("Havplan", p("Vore mål", run=BOLD)), "[Havplan]"),
    ("f.docx", document("Havplan", p("Havplan"), p("Vore mål", "H1")), "Havplan"),
    ("f.docx", document("Strategi for havet", p("Strategi for", run=LARGE), p("HAVET", run=LARGE)),
     "Strategi for havet"),
    ("f.docx", document("Havplan", p("Ve Vækst", run=LARGE), p("ornyelse", run=LARGE)), "[Havplan]"),
    ("f.pdf", pdf("Skabelon", ("Strategi for havet", 24, "B")), "Strategi for havet"),
    ("f.pdf", pdf("Skabelon", ("Strategi for havet", 24, "B"), ("Vore visioner", 13, "B")),
     "Strategi for havet"),
    ("f.pdf", pdf("Skabelon", ("Maj 2026", 12, ""), ("Strategi for havet", 24, "")), "Strategi for havet"),
    ("f.pdf", pdf("Havplan for Fyn", ("Pressemeddelelse 3. maj", 24, ""), ("Havplan for Fyn", 20, "")),
     "Havplan for Fyn"),
    ("f.pdf", pdf("Havplan for Fyn", ("Vi er havets folk", 10, "B")), "[Havplan for Fyn]"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "shown"), FILES)
def test_what_stands_in_a_document_is_its_title(
    add: Adding, name: str, data: bytes, shown: str
) -> None:
    add(name, data)
    (found,) = [item for item in Collection.open().documents if item.file.endswith(name)]
    assert found.shown_title == shown


def test_what_a_writer_says_at_the_head_of_markdown_is_the_title() -> None:
    text = f"---\ntitle: Havplan\n---\n# Vore mål\n\n{LONG}\n"
    assert read(text.encode(), "f.md").metadata.title == "Havplan"


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("1. Vore mål", None),
        ("Kapitel 1: Mål", None),
        ("Generelle bemærkninger", None),
        ("Bemærkninger til klimaloven", "Bemærkninger til klimaloven"),
        ("1. maj-manifestet", "1. maj-manifestet"),
        ("10 veje til vækst", "10 veje til vækst"),
        ("I Danmark er vi glade", "I Danmark er vi glade"),
    ],
)
def test_a_numbered_chapter_is_no_title(heading: str, title: str | None) -> None:
    assert read(f"# {heading}\n\n{LONG}\n".encode(), "f.md").metadata.title == title


def test_titles_are_composed_however_a_mac_writes_them(
    program: Program, own: Path, tmp_path: Path
) -> None:
    """Else the id of »Årsrapport« is »a-rsrapport«, and what is pasted is not what it looks."""
    loose = unicodedata.normalize("NFD", "Årsrapport_på_øen")
    (tmp_path / f"{loose}.txt").write_text("kvoterne for torsk i 2020 skal ned.\n", "utf-8")
    page = f"<html><title>{unicodedata.normalize('NFD', 'Målplan')}</title><p>{LONG}</p></html>"
    (tmp_path / "x.html").write_text(page, encoding="utf-8")
    answer = program("tilføj", str(tmp_path / f"{loose}.txt"), str(tmp_path / "x.html"), "--json")
    assert [(item["id"], item["title"]) for item in answer.json["documents"]] == [
        ("årsrapport-på-øen", "[Årsrapport på øen]"),
        ("målplan", "[Målplan]"),
    ]
    assert program("status").out.splitlines()[2].endswith(f"{loose}.txt")
