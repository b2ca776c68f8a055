"""Word documents, made part by part as the standard describes them."""

from __future__ import annotations

import io
import zipfile

import pytest

from strategikort.readers import BlockKind, DamagedFileError, TooHeavyError, read
from strategikort.structure.auto import sections_of
from tests.readers.found import texts
from tests.readers.word import NS, p, word, zipped

LONG = "Regeringen vil arbejde for et stærkt samarbejde mellem landene i de kommende år."
BULLET = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'


def test_headings_get_the_numbers_that_word_prints() -> None:
    body = (
        p("1 Mål 3", "Indholdsfortegnelse1")
        + p("Mål", "Overskrift1") + p(LONG) + p("Delmål", "Overskrift2") + p(LONG)
        + p("Flere delmål", "Overskrift2") + p(LONG) + p("Midler", "Overskrift1") + p(LONG)
    )  # fmt: skip
    found = read(word(body), "fil.docx")
    assert texts(found, BlockKind.HEADING) == [
        "1 Mål",
        "1.1 Delmål",
        "1.2 Flere delmål",
        "2 Midler",
    ]
    assert texts(found, BlockKind.FURNITURE) == ["1 Mål 3"]
    assert [(s.id, s.parent) for s in sections_of(found, "d")] == [
        ("d/1", None),
        ("d/1.1", "d/1"),
        ("d/1.2", "d/1"),
        ("d/2", None),
    ]


def test_lists_tables_and_deleted_text() -> None:
    row = "<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    table = f"<w:tbl>{row.format(p('Land'), p('År'))}{row.format(p('Japan'), p('2014'))}</w:tbl>"
    gone = "<w:p><w:del><w:r><w:delText>slettet</w:delText></w:r></w:del><w:ins><w:r><w:t>indsat</w:t></w:r></w:ins></w:p>"
    found = read(
        word(p(LONG) + p("første", extra=BULLET) + p("andet", extra=BULLET) + table + gone),
        "f.docx",
    )
    assert texts(found, BlockKind.ITEM) == ["• første", "• andet"]
    assert texts(found, BlockKind.TABLE) == ["Land\tÅr\nJapan\t2014"]
    assert "slettet" not in found.text
    assert "indsat" in found.text


def test_footnotes_are_tied_to_their_marks() -> None:
    mark = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    body = f"<w:p><w:r><w:t>Målet er nået</w:t></w:r>{mark}<w:r><w:t> i år.</w:t></w:r></w:p>"
    notes = f'<w:footnotes {NS}><w:footnote w:id="7">{p("Se bilaget.")}</w:footnote></w:footnotes>'
    found = read(word(p("Mål", "Overskrift1") + body, word__footnotes=notes), "f.docx")
    sections = {s.id: s for s in sections_of(found, "d")}
    assert sections["d/fodnoter/1"].text.text == "Se bilaget."
    assert sections["d/1"].text.text == "Målet er nået i år."
    (tied,) = sections["d/1"].footnotes
    assert (tied.mark, tied.offset, tied.section) == ("1", len("Målet er nået"), "d/fodnoter/1")


def test_bold_lines_on_their_own_are_headings_and_metadata_is_read() -> None:
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>Digitaliseringsstrategi</dc:title>'
        "<dc:creator>Ministeriet</dc:creator><dcterms:created>2026-03-04T10:00:00Z"
        "</dcterms:created></cp:coreProperties>"
    )
    found = read(
        word(p("Frihed og ansvar", run="<w:b/>") + p(LONG) * 3, docProps__core=core), "f.docx"
    )
    assert texts(found, BlockKind.HEADING) == ["Frihed og ansvar"]
    assert found.quality.headings == {"type": 1}
    assert (found.metadata.title, found.metadata.author, found.metadata.date) == (
        "Digitaliseringsstrategi",
        "Ministeriet",
        "2026-03-04",
    )
    assert found.metadata.language == "da"


def test_a_truncated_word_file() -> None:
    data = word(p(LONG) * 50)
    with pytest.raises(DamagedFileError):
        read(data[: len(data) // 2], "f.docx")


def test_xml_with_entities_is_refused() -> None:
    document = '<!DOCTYPE a [<!ENTITY b "cc">]><a>&b;</a>'
    with pytest.raises(DamagedFileError, match="erklæringer"):
        read(zipped({"word/document.xml": document}), "f.docx")


def test_a_word_file_that_unpacks_without_end() -> None:
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w") as part,
    ):
        for _ in range(90):
            part.write(b" " * 2**20)
    with pytest.raises(TooHeavyError, match="80 MB"):
        read(buffer.getvalue(), "f.docx")


def numbered(form: str, start: int) -> str:
    """Numbering of one level, and a list of it that begins at 40."""
    return (
        f'<w:numbering {NS}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
        f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="%1."/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="40"/></w:lvlOverride></w:num></w:numbering>'
    )


@pytest.mark.parametrize(
    ("form", "start", "expected"),
    [
        ("decimal", 9, ["9.", "10.", "11."]),
        ("decimalZero", 9, ["09.", "10.", "11."]),
        ("lowerLetter", 25, ["y.", "z.", "aa."]),
        ("upperLetter", 1, ["A.", "B.", "C."]),
        ("lowerRoman", 3, ["iii.", "iv.", "v."]),
        ("upperRoman", 1998, ["MCMXCVIII.", "MCMXCIX.", "MM."]),
    ],
)
def test_lists_are_numbered_as_word_numbers_them(
    form: str, start: int, expected: list[str]
) -> None:
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr>'
    items = "".join(p(f"punkt {n}", extra=number.format(1)) for n in range(3))
    again = p("forfra", extra=number.format(2))
    body = p(LONG) + items + again
    found = read(word(body, word__numbering=numbered(form, start)), "f.docx")
    assert [item.split()[0] for item in texts(found, BlockKind.ITEM)[:3]] == expected
    restarted = texts(found, BlockKind.ITEM)[3]
    assert restarted.endswith("forfra")
    assert restarted.split()[0] == {
        "decimal": "40.", "decimalZero": "40.", "lowerLetter": "nn.", "upperLetter": "NN.",
        "lowerRoman": "xl.", "upperRoman": "XL.",
    }[form]  # fmt: skip


def test_boxes_signs_and_tracked_changes() -> None:
    box = f"<w:pict><w:txbxContent>{p('Faktaboks')}{p('Målet er nået.')}</w:txbxContent></w:pict>"
    inside = (
        f"<w:p><w:r><w:t>{LONG}</w:t></w:r><w:r>{box}</w:r></w:p>"
        "<w:p><w:r><w:t>tech</w:t><w:noBreakHyphen/><w:t>diplomati</w:t><w:tab/><w:t>og</w:t>"
        '<w:br/><w:t>kvante</w:t><w:sym w:char="f0b7"/><w:sym w:char="2022"/></w:r>'
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>skjult</w:t></w:r></w:p>"
        f"<w:moveFrom>{p('flyttet fra')}</w:moveFrom><w:moveTo>{p('flyttet til')}</w:moveTo>"
    )
    frame = f"<w:tbl><w:tr><w:tc>{p('I en ramme.')}{p('Og mere.')}</w:tc></w:tr></w:tbl>"
    contents = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{p('1 Mål 3')}</w:sdtContent></w:sdt>"
    )
    found = read(word(contents + inside + frame), "f.docx")
    assert texts(found, BlockKind.FURNITURE) == ["1 Mål 3"]
    assert texts(found, BlockKind.BOX) == ["Faktaboks", "Målet er nået.", "I en ramme.\nOg mere."]
    assert "tech-diplomati og\nkvante••" in found.text
    assert "skjult" not in found.text
    assert "flyttet fra" not in found.text
    assert "flyttet til" in found.text
