"""Word documents in the less usual forms that Word itself and other programs write."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable

import pytest

from strategikort.readers import BlockKind, DamagedFileError, EmptyFileError, read
from strategikort.readers.word.docx import read_docx
from strategikort.structure.auto import sections_of
from tests.readers.found import tables, texts
from tests.readers.word import NS, STYLES, p, word, zipped

MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
USUAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LONG = "Regeringen vil arbejde for et stærkt samarbejde mellem landene i de kommende år."


def styles(*own: str) -> str:
    return STYLES.replace("</w:styles>", "".join(own) + "</w:styles>")


def style(style_id: str, name: str, inside: str = "", kind: str = "paragraph") -> str:
    return (
        f'<w:style w:type="{kind}" w:styleId="{style_id}"><w:name w:val="{name}"/>{inside}'
        "</w:style>"
    )


def levels(*forms: tuple[str, str]) -> str:
    """Numbering of one list, a level for each format and text; level overrides without a start."""
    inner = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(forms)
    )
    return (
        f'<w:numbering {NS}><w:abstractNum w:abstractNumId="0">{inner}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"/></w:num>'
        "</w:numbering>"
    )


def listed(level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'


@pytest.mark.parametrize(
    "data",
    [
        *map(word, ["", "<w:p/>", "<w:p><w:r><w:br/></w:r></w:p>", "<w:tbl/>"]),
        zipped({"word/document.xml": f"<w:document {NS}/>"}),
    ],
)
def test_a_document_without_words_is_empty(data: bytes) -> None:
    with pytest.raises(EmptyFileError, match=r"f\.docx"):
        read(data, "f.docx")


def test_a_strict_document_is_read_like_a_transitional_one() -> None:
    body = p("Mål", "Overskrift1") + p(LONG) + p("Midler", "Overskrift1") + p(LONG)
    usual = word(body)
    with zipfile.ZipFile(io.BytesIO(usual)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    strict = zipped({name: text.replace(USUAL, STRICT) for name, text in parts.items()})
    found = read(strict, "f.docx")
    assert texts(found, BlockKind.HEADING) == ["1 Mål", "2 Midler"]
    assert found.text == read(usual, "f.docx").text


def test_the_text_may_stand_in_a_part_with_a_number() -> None:
    document = f"<w:document {NS}><w:body>{p(LONG)}</w:body></w:document>"
    assert read(zipped({"word/document2.xml": document}), "f.docx").text == LONG


def test_a_zip_without_a_text_is_a_damaged_word_file() -> None:
    with pytest.raises(DamagedFileError, match="intet dokument"):
        read_docx(zipped({"word/styles.xml": STYLES}), "f.docx")
    with pytest.raises(DamagedFileError, match="skåret over"):
        read_docx(b"PK\x03\x04 og ikke mere", "f.docx")


def marked(data: bytes, local: int, central: int, value: int) -> bytes:
    """Return a zip with ``value`` at these places of the records of its files."""
    out = bytearray(data)
    for mark, at in ((b"PK\x03\x04", local), (b"PK\x01\x02", central)):
        record = data.find(mark)
        while record >= 0:
            struct.pack_into("<H", out, record + at, value)
            record = data.find(mark, record + 4)
    return bytes(out)


def locked(data: bytes) -> bytes:
    return marked(data, 6, 8, 1)


def packed_in_an_unknown_way(data: bytes) -> bytes:
    return marked(data, 8, 10, 77)


def packed_wrong(data: bytes) -> bytes:
    at = data.index(b"word/document.xml") + len("word/document.xml")
    return data[:at] + b"\xff" * 20 + data[at + 20 :]


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (locked, "pakket med adgangskode"),
        (packed_wrong, "Word-filen er ødelagt"),
        (packed_in_an_unknown_way, "skåret over eller ødelagt"),
    ],
)
def test_what_is_wrong_with_a_broken_word_file_is_said(
    harm: Callable[[bytes], bytes], said: str
) -> None:
    with pytest.raises(DamagedFileError, match=said):
        read(harm(word(p(LONG) * 20)), "f.docx")


@pytest.mark.parametrize(
    ("part", "content"),
    [("word__numbering", "<w:numbering"), ("docProps__core", "<dc:title>"), ("word__styles", "")],
)
def test_a_broken_part_beside_the_text_is_done_without(part: str, content: str) -> None:
    found = read(word(p(LONG), **{part: content}), "f.docx")
    assert found.text == LONG
    assert found.metadata.author is None


def test_a_text_that_is_no_xml_is_damaged() -> None:
    with pytest.raises(DamagedFileError, match="ikke gyldig XML"):
        read(word("<w:p>"), "f.docx")


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        (style("S", "Title"), (BlockKind.HEADING, 1)),
        (style("S", "Titel"), (BlockKind.HEADING, 1)),
        (style("S", "overskrift 3"), (BlockKind.HEADING, 3)),
        (style("S", "Kapitel", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'), (BlockKind.HEADING, 2)),
        (style("S", "Brødtekst", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
         (BlockKind.PARAGRAPH, 0)),
        (style("S", "caption"), (BlockKind.CAPTION, 0)),
        (style("S", "heading 1", kind="character"), (BlockKind.PARAGRAPH, 0)),
        (style("S", "Afsnit", '<w:basedOn w:val="Findesikke"/>'), (BlockKind.PARAGRAPH, 0)),
        (style("S", "Under", '<w:basedOn w:val="T"/>') + style("T", "Afsnit 2",
         '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'), (BlockKind.HEADING, 2)),
        (style("S", "Ring", '<w:basedOn w:val="T"/>') + style("T", "Ring 2",
         '<w:basedOn w:val="S"/>'), (BlockKind.PARAGRAPH, 0)),
    ],
)  # fmt: skip
def test_a_style_says_what_a_paragraph_is(own: str, expected: tuple[BlockKind, int]) -> None:
    found = read(word(p("Et stykke tekst.", "S") + p(LONG), word__styles=styles(own)), "f.docx")
    assert (found.blocks[0].kind, found.blocks[0].level) == expected


def test_size_of_type_makes_headings_of_levels() -> None:
    body = "".join(
        p(head, run=f'<w:sz w:val="{size}"/>') + p(LONG) * 2
        for head, size in (("Strategi", 40), ("Mål", 30), ("Delmål", 26))
    )
    found = read(word(body), "f.docx")
    heads = [block for block in found.blocks if block.kind is BlockKind.HEADING]
    assert [(found.text[b.start : b.end], b.level, b.how) for b in heads] == [
        ("Strategi", 1, "type"),
        ("Mål", 2, "type"),
        ("Delmål", 3, "type"),
    ]


def test_typed_signs_of_a_list_make_items() -> None:
    signs = ("– første", "- andet", "• tredje", "1) fjerde", "b) femte")
    found = read(word(p(LONG) + "".join(map(p, signs))), "f.docx")
    assert tuple(texts(found, BlockKind.ITEM)) == signs
    assert {b.how for b in found.blocks if b.kind is BlockKind.ITEM} == {"geometry"}


def test_levels_without_a_number_stay_without_one() -> None:
    numbering = levels(("decimal", "%1."), ("none", ""), ("decimal", ""), ("bullet", "x"))
    body = p(LONG) + "".join(
        p(text, extra=listed(level))
        for text, level in (("et", 0), ("uden form", 1), ("uden tekst", 2), ("prik", 3), ("to", 0))
    )
    found = read(word(body, word__numbering=numbering), "f.docx")
    assert texts(found, BlockKind.ITEM) == ["1. et", "• prik", "2. to"]
    assert texts(found, BlockKind.PARAGRAPH) == [LONG, "uden form", "uden tekst"]


def box(*lines: str) -> str:
    inner = "".join(p(line) if line else "<w:p/>" for line in lines)
    return f"<w:drawing><w:txbxContent>{inner}</w:txbxContent></w:drawing>"


def alternate(choice: str, fallback: str) -> str:
    chosen = f"<mc:Choice>{choice}</mc:Choice>" if choice else ""
    return (
        f"<mc:AlternateContent {MC}>{chosen}<mc:Fallback>{fallback}</mc:Fallback>"
        "</mc:AlternateContent>"
    )


def test_a_text_box_is_read_once_though_it_is_stored_twice() -> None:
    run = f"<w:r>{alternate(box('Fakta om æbler', '', 'De er røde.'), box('Fakta om æbler'))}</w:r>"
    found = read(word(p("Mål", "Overskrift1") + p(LONG) + f"<w:p>{run}</w:p>"), "f.docx")
    assert texts(found, BlockKind.BOX) == ["Fakta om æbler", "De er røde."]
    facts = [s for s in sections_of(found, "d") if s.kind == "faktaboks"]
    assert [(s.id, s.parent, s.text.text) for s in facts] == [
        ("d/faktabokse/1", "d/1", "Fakta om æbler\n\nDe er røde.")
    ]


def test_of_alternative_runs_the_first_is_read() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    lead = run.format("Målet er ")
    chosen = alternate(run.format("nyt"), run.format("gammelt"))
    neither = alternate("", run.format("gammelt")) + f"<w:r>{alternate('', box('gammelt'))}</w:r>"
    found = read(word(f"<w:p>{lead}{chosen}{neither}{run.format('.')}</w:p>"), "f.docx")
    assert found.text == "Målet er nyt."


def test_a_page_break_is_no_line_break() -> None:
    breaks = '<w:br w:type="page"/><w:br w:type="column"/>'
    inside = f"<w:r><w:t>sam</w:t>{breaks}<w:t>arbejde</w:t><w:br/><w:t>nu</w:t></w:r>"
    assert read(word(f"<w:p>{inside}</w:p>"), "f.docx").text == "samarbejde\nnu"


def test_only_notes_with_words_become_footnotes() -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = f"<w:p><w:r><w:t>Målet er nået.</w:t></w:r>{mark}</w:p>"
    notes = (
        f'<w:footnotes {NS}><w:footnote w:id="0" w:type="separator">{p("streg")}</w:footnote>'
        f'<w:footnote w:id="1"><w:p/></w:footnote><w:footnote w:id="2">{p("Se")}{p("bilaget.")}'
        "</w:footnote></w:footnotes>"
    )
    found = read(word(body, word__footnotes=notes), "f.docx")
    assert texts(found, BlockKind.FOOTNOTE) == ["1 Se\nbilaget."]
    assert "streg" not in found.text


def test_notes_at_the_end_are_counted_for_themselves() -> None:
    foot = '<w:r><w:footnoteReference w:id="5"/></w:r>'
    end = '<w:r><w:endnoteReference w:id="5"/></w:r>'
    body = f"<w:p><w:r><w:t>Et</w:t></w:r>{foot}<w:r><w:t> to</w:t></w:r>{end}</w:p>"
    found = read(
        word(
            p("Mål", "Overskrift1") + body,
            word__footnotes=f'<w:footnotes {NS}><w:footnote w:id="5">{p("Forneden.")}</w:footnote>'
            "</w:footnotes>",
            word__endnotes=f'<w:endnotes {NS}><w:endnote w:id="5">{p("Bagest.")}</w:endnote>'
            "</w:endnotes>",
        ),
        "f.docx",
    )
    assert texts(found, BlockKind.FOOTNOTE) == ["1 Forneden.", "i Bagest."]
    first = sections_of(found, "d")[0]
    assert first.text.text == "Et to"
    assert [(mark.mark, mark.offset) for mark in first.footnotes] == [("1", 2), ("i", 5)]


def test_a_frame_with_an_empty_cell_is_still_a_frame() -> None:
    row = "<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    table = (
        f"<w:tbl>{row.format(p('I ramme.'), '<w:p/>')}{row.format('<w:p/>', p('Mere.'))}</w:tbl>"
    )
    found = read(word(table + p(LONG)), "f.docx")
    assert texts(found, BlockKind.BOX) == ["I ramme.", "Mere."]
    assert texts(found, BlockKind.TABLE) == []


def test_a_table_may_begin_the_document() -> None:
    row = "<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    table = f"<w:tbl>{row.format(p('Land') + '<w:p/>', p('År'))}{row.format(p('Japan'), p('2014'))}</w:tbl>"
    assert read(word(table + p(LONG)), "f.docx").text == f"Land\tÅr\nJapan\t2014\n\n{LONG}"


def test_a_content_control_without_content_is_passed_over() -> None:
    control = "<w:sdt><w:sdtPr/>{}</w:sdt>"
    body = control.format("") + control.format(f"<w:sdtContent>{p(LONG)}</w:sdtContent>")
    assert texts(read(word(body), "f.docx"), BlockKind.PARAGRAPH) == [LONG]


@pytest.mark.parametrize(
    ("author", "created", "expected"),
    [
        ("Ministeriet", "2026-03-04T10:00:00Z", ("Ministeriet", "2026-03-04")),
        ("Bruger", "2026-03", (None, "2026-03")),
        ("python-docx", "2026", (None, "2026")),
        ("Ministeriet", "2026-13-01", ("Ministeriet", "2026")),
        ("Ministeriet", "2026-02-32", ("Ministeriet", "2026-02")),
        ("Ministeriet", "1601-01-01", ("Ministeriet", None)),
        ("Ministeriet", "i går", ("Ministeriet", None)),
    ],
)
def test_author_and_date_only_where_they_say_something(
    author: str, created: str, expected: tuple[str | None, str | None]
) -> None:
    core = (
        '<c xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="http://purl.org/dc/terms/">'
        f"<dc:creator>{author}</dc:creator><t:created>{created}</t:created></c>"
    )
    metadata = read(word(p(LONG), docProps__core=core), "f.docx").metadata
    assert (metadata.author, metadata.date) == expected
    assert ("author" in metadata.evidence, "date" in metadata.evidence) == tuple(
        value is not None for value in expected
    )


def test_comments_and_diagrams_are_said_not_to_be_read() -> None:
    comments = "".join(
        f'<w:comment w:id="{n}" w:author="A">{p(text)}</w:comment>'
        for n, text in enumerate(["Skal det med?", "Ja.", " "])
    )
    read = read_docx(
        word(
            p(LONG),
            word__comments=f"<w:comments {NS}>{comments}</w:comments>",
            word__charts__chart1="<c/>",
            word__diagrams__data1="<d/>",
            word__diagrams__layout1="<d/>",
        ),
        "a.docx",
    )
    assert read.text == LONG
    assert [(w.code, w.message) for w in read.quality.warnings] == [
        ("left_out", "2 kommentarer og 2 diagrammer er ikke læst.")
    ]


def test_tracked_insertions_are_read_and_said_to_be_no_more_than_that() -> None:
    new = "<w:ins><w:r><w:t>{}</w:t></w:r></w:ins>"
    body = p(LONG) + f"<w:p>{new.format('Vi vil ')}{new.format(' ')}{new.format('handle.')}</w:p>"
    found = read(word(body), "f.docx")
    assert found.text == f"{LONG}\n\nVi vil  handle."
    assert [(warning.code, warning.message) for warning in found.quality.warnings] == [
        ("proposed", "2 tilføjelser med sporing, som ikke er godkendt, er læst.")
    ]


def test_tracked_deletions_are_said_not_to_be_read() -> None:
    gone = "<w:del><w:r><w:delText>{}</w:delText></w:r></w:del>"
    body = p(LONG) + f"<w:p>{gone.format('slettet')}{gone.format(' ')}{gone.format('også')}</w:p>"
    found = read(word(body), "f.docx")
    assert found.text == LONG
    assert [warning.message for warning in found.quality.warnings] == [
        "2 slettede stykker med sporing er ikke læst."
    ]


@pytest.mark.parametrize("how", ["{}", "<w:del>{}</w:del>"])
def test_rows_and_cells_of_a_table_that_are_deleted_are_not_read(how: str) -> None:
    tag = "delText" if "del" in how else "t"

    def cell(text: str, gone: str = "") -> str:
        run = f"<w:r><w:{'t' if not gone else tag}>{text}</w:{'t' if not gone else tag}></w:r>"
        return f"<w:tc>{gone}<w:p>{how.format(run) if gone else run}</w:p></w:tc>"

    no = "<w:tcPr/>"
    rows = [
        "<w:tr>" + cell("Land") + cell("Mål") + "</w:tr>",
        '<w:tr><w:trPr><w:del w:id="1"/></w:trPr>' + cell("Norge", no) + cell("1", no) + "</w:tr>",
        "<w:tr>"
        + cell("Sverige")
        + cell("2")
        + cell("3", "<w:tcPr><w:cellDel/></w:tcPr>")
        + "</w:tr>",
    ]
    found = read(word(p(LONG) + f"<w:tbl>{''.join(rows)}</w:tbl>"), "f.docx")
    assert tables(found) == [[("Land", "Mål"), ("Sverige", "2")]]
    assert [warning.message for warning in found.quality.warnings] == [
        "2 slettede stykker med sporing er ikke læst."
    ]


@pytest.mark.parametrize(
    "inside",
    [
        '<w:r><w:sym w:char="ikon"/><w:t>Klima</w:t></w:r>',
        '<w:r><w:sym w:char="110000"/><w:t>Klima</w:t></w:r>',
        '<w:r><w:rPr><w:sz w:val="²"/></w:rPr><w:t>Klima</w:t></w:r>',
        '<w:pPr><w:numPr><w:ilvl w:val="²"/></w:numPr></w:pPr><w:r><w:t>Klima</w:t></w:r>',
    ],
)
def test_a_number_that_is_none_does_not_cost_the_document(inside: str) -> None:
    assert "Klima" in read_docx(word(f"<w:p>{inside}</w:p>"), "a.docx").text


def test_the_prompt_of_a_control_that_nobody_has_filled_in_is_no_text() -> None:
    prompt = '<w:r><w:rPr><w:rStyle w:val="Pladsholdertekst"/></w:rPr><w:t>Klik her.</w:t></w:r>'
    control = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    shown = "<w:showingPlcHdr/>"
    inline = "<w:p><w:r><w:t>Sag: </w:t></w:r>" + control.format(shown, prompt) + "</w:p>"
    body = p(LONG) + control.format(shown, f"<w:p>{prompt}</w:p>") + inline
    body += control.format(shown, p("Skrevet af et program."))
    body += control.format("", f"<w:p>{prompt}</w:p>")
    style = '<w:style w:type="character" w:styleId="Pladsholdertekst">'
    style += '<w:name w:val="Placeholder Text"/></w:style></w:styles>'
    found = read(word(body, word__styles=STYLES.replace("</w:styles>", style)), "f.docx")
    assert found.text == f"{LONG}\n\nSag:\n\nSkrevet af et program.\n\nKlik her."
