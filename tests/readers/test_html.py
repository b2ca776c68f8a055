"""Web pages: content and menus, headings, lists, tables, encodings."""

from __future__ import annotations

import pytest

from strategikort.readers import BlockKind, EmptyFileError, read
from strategikort.structure.auto import sections_of
from tests.readers.found import texts

PAGE = """<!DOCTYPE html><html lang="da-DK"><head><title>Strategi for æbler</title>
<meta name="author" content="Ministeriet"><script>alert("nej")</script>
<style>p {{color: red}}</style></head><body>
<nav><ul><li><a href="/">Forside</a></li><li><a href="/om">Om os</a></li></ul></nav>
<main><h1>Æblestrategi</h1><p>Vi vil dyrke flere æbler i Danmark, og det skal være<br>
på en bæredygtig måde for alle.<sup><a href="#fn1">1</a></sup></p>
<h2>Mål</h2><ul><li>Flere træer<li>Bedre jord</ul>
<table><tr><th>År<th>Træer<tr><td>2025<td>100<tr><td>2026<td>200</table>
<p style="display:none">skjult</p><p>Slut&nbsp;på &laquo;teksten&raquo;</p>
<ol><li id="fn1">Se bilaget om æbler.</li></ol></main>
<footer>Kontakt os</footer></body></html>"""


def test_content_menus_and_what_is_never_text() -> None:
    found = read(PAGE.replace("{{", "{").replace("}}", "}").encode(), "side.html")
    assert found.kind == "html"
    assert texts(found, BlockKind.HEADING) == ["Æblestrategi", "Mål"]
    assert texts(found, BlockKind.ITEM) == ["Flere træer", "Bedre jord"]
    assert texts(found, BlockKind.TABLE) == ["År\tTræer\n2025\t100\n2026\t200"]
    assert texts(found, BlockKind.FURNITURE) == ["Forside", "Om os", "Kontakt os"]
    for hidden in ("alert", "color", "skjult"):
        assert hidden not in found.text
    assert "Slut\xa0på «teksten»" in found.text
    assert (found.metadata.title, found.metadata.author) == ("Æblestrategi", "Ministeriet")


def test_sections_and_footnotes_of_a_page() -> None:
    sections = {s.id: s for s in sections_of(read(PAGE.encode(), "side.html"), "d")}
    assert list(sections) == ["d/æblestrategi", "d/mål", "d/tabeller/1", "d/fodnoter/1"]
    assert sections["d/æblestrategi"].text.text.endswith("måde for alle.")
    assert [mark.section for mark in sections["d/æblestrategi"].footnotes] == ["d/fodnoter/1"]
    assert sections["d/mål"].parent == "d/æblestrategi"


@pytest.mark.parametrize(
    ("encoding", "declared", "shown"),
    [
        ("windows-1252", "", "windows-1252"),
        ("windows-1252", '<meta charset="windows-1252">', "windows-1252"),
        (
            "latin-1",
            '<meta http-equiv="x" content="text/html; charset=iso-8859-1">',
            "windows-1252",
        ),
        ("utf-8", "", "utf-8"),
        ("utf-16", "", "utf-16"),
    ],
)
def test_encodings_declared_and_not(encoding: str, declared: str, shown: str) -> None:
    body = "<p>Rådet for grøn omstilling har ændret mål.</p>" * 3
    dash = "<p>1990–2026</p>" if encoding != "latin-1" else ""
    found = read(
        f"<html><head>{declared}</head><body>{body}{dash}</body></html>".encode(encoding), "s.html"
    )
    assert "Rådet for grøn omstilling har ændret mål." in found.text
    assert ("1990–2026" in found.text) == bool(dash)
    assert found.quality.encoding == shown


def test_a_page_of_scripts_only_is_empty() -> None:
    with pytest.raises(EmptyFileError):
        read(b"<html><body><script>var x = 1;</script></body></html>", "s.html")


def test_unclosed_and_deeply_nested_tags_do_no_harm() -> None:
    page = "<html><body>" + "<div>" * 5000 + "<p>Dybt nede<p>og <b>videre" + "<table>" * 50
    assert "Dybt nede" in read(page.encode(), "s.html").text
