"""What stands inside something else in a Word file: read once, wholly, and in its place."""

from __future__ import annotations

import pytest

from strategikort.readers import BlockKind, ReadFile, read
from tests.readers.found import tables, texts
from tests.readers.word import NS, STYLES, p, word

MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
BEFORE = p("Regeringen vil styrke samarbejdet i hele Norden og i hele verden.")
NOTE = f'<w:footnotes {NS}><w:footnote w:id="7">{p("Se bilaget.")}</w:footnote></w:footnotes>'
MARK = '<w:r><w:footnoteReference w:id="7"/></w:r>'


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def table(*rows: list[str]) -> str:
    return (
        "<w:tbl>"
        + "".join("<w:tr>" + "".join(f"<w:tc>{c}</w:tc>" for c in row) + "</w:tr>" for row in rows)
        + "</w:tbl>"
    )


def control(content: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def boxed(content: str) -> str:
    """Return a run with a text box as Word stores it: twice."""
    box = f"<w:pict><w:txbxContent>{content}</w:txbxContent></w:pict>"
    return (
        f"<w:r><mc:AlternateContent {MC}><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def read_body(body: str, **parts: str) -> ReadFile:
    return read(word(BEFORE + body, **parts), "f.docx")


def test_a_text_box_has_content_controls_and_tables() -> None:
    inside = control(p("Strategi for havet")) + table(
        [p("Land"), p("Mål")], [p("Norge"), p("Fisk")]
    )
    found = read_body(f"<w:p>{boxed(inside)}</w:p>")
    assert texts(found, BlockKind.BOX) == ["Strategi for havet"]
    assert tables(found) == [[("Land", "Mål"), ("Norge", "Fisk")]]


def test_a_text_box_in_a_cell_is_read_once_and_after_the_table() -> None:
    cell = f"<w:p>{run('Mål')}{boxed(p('I boksen.'))}</w:p>"
    found = read_body(table([p("Land"), cell], [p("Norge"), p("Fisk")]))
    assert tables(found) == [[("Land", "Mål"), ("Norge", "Fisk")]]
    assert texts(found, BlockKind.BOX) == ["I boksen."]


def test_a_table_in_a_cell_is_read_once() -> None:
    within = table([p("a"), p("b")], [p("c"), p("d")]) + "<w:p/>"
    found = read_body(table([p("Land"), p("Mål")], [p("Norge"), within], [p("Island"), p("e")]))
    assert tables(found) == [[("Land", "Mål"), ("Norge", "a b\nc d"), ("Island", "e")]]


def test_rows_and_cells_may_stand_in_content_controls() -> None:
    cells = f"<w:tc>{p('Norge')}</w:tc>" + control(f"<w:tc>{p('Fisk')}</w:tc>")
    first = f"<w:tr><w:tc>{p('Land')}</w:tc><w:tc>{p('Mål')}</w:tc></w:tr>"
    found = read_body(f"<w:tbl>{first}{control(f'<w:tr>{cells}</w:tr>')}</w:tbl>")
    assert tables(found) == [[("Land", "Mål"), ("Norge", "Fisk")]]


@pytest.mark.parametrize(
    ("content", "headings", "boxes"),
    [
        pytest.param(p("Mål", "Overskrift1"), ["1 Mål"], [], id="the ground of a heading"),
        pytest.param(
            p("Mål", "Overskrift1") + p("Vi vil handle.") + p("Klima", "Overskrift1"),
            ["1 Mål", "2 Klima"],
            [],
            id="a text with headings",
        ),
        pytest.param(
            p("Fakta", "Overskrift1") + p("Vi vil handle."),
            [],
            ["1 Fakta\nVi vil handle."],
            id="a box with a title",
        ),
    ],
)
def test_a_frame_around_headings_is_no_box(
    content: str, headings: list[str], boxes: list[str]
) -> None:
    found = read_body(table([content]))
    assert texts(found, BlockKind.HEADING) == headings
    assert texts(found, BlockKind.BOX) == boxes


def test_the_mark_of_a_note_is_no_part_of_a_cell_or_a_box() -> None:
    noted = f"<w:p>{run('Norge')}{MARK}</w:p>"
    found = read_body(
        table([p("Land"), p("Mål")], [noted, p("Fisk")]) + f"<w:p>{boxed(noted)}</w:p>",
        word__footnotes=NOTE,
    )
    assert tables(found) == [[("Land", "Mål"), ("Norge", "Fisk")]]
    assert texts(found, BlockKind.BOX) == ["Norge1"]
    assert [found.text[mark.start - 5 : mark.end] for mark in found.marks] == ["Norge1"]


def test_a_mark_stays_known_behind_an_accent_written_by_itself() -> None:
    found = read_body(f"<w:p>{run('Va&#x30a;rt land')}{MARK}</w:p>", word__footnotes=NOTE)
    assert [found.text[mark.start - 4 : mark.end] for mark in found.marks] == ["land1"]


def test_a_note_may_have_a_mark_of_its_own_which_does_not_count() -> None:
    own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="7"/><w:t>*</w:t></w:r>'
    next_one = '<w:r><w:footnoteReference w:id="8"/></w:r>'
    notes = NOTE.replace("</w:footnotes>", f'<w:footnote w:id="8">{p("Se loven.")}</w:footnote>'
                         "</w:footnotes>")  # fmt: skip
    found = read_body(
        f"<w:p>{run('Norge')}{own}{run(' og Sverige')}{next_one}</w:p>", word__footnotes=notes
    )
    assert "Norge* og Sverige1" in found.text
    assert texts(found, BlockKind.FOOTNOTE) == ["* Se bilaget.", "1 Se loven."]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        pytest.param("", "i Se loven.", id="Word's own choice"),
        pytest.param('<w:numFmt w:val="decimal"/>', "1 Se loven.", id="figures"),
        pytest.param(
            '<w:numFmt w:val="upperLetter"/><w:numStart w:val="3"/>', "C Se loven.", id="from C"
        ),
    ],
)
def test_notes_at_the_end_are_numbered_as_the_settings_say(settings: str, expected: str) -> None:
    found = read_body(
        f'<w:p>{run("Norge")}<w:r><w:endnoteReference w:id="7"/></w:r></w:p>',
        word__endnotes=f'<w:endnotes {NS}><w:endnote w:id="7">{p("Se loven.")}</w:endnote>'
        "</w:endnotes>",
        word__settings=f"<w:settings {NS}><w:endnotePr>{settings}</w:endnotePr></w:settings>",
    )
    assert texts(found, BlockKind.FOOTNOTE) == [expected]


@pytest.mark.parametrize(
    "properties",
    [
        pytest.param('<w:framePr w:dropCap="drop" w:lines="3"/>', id="a large initial"),
        pytest.param('<w:rPr><w:del w:id="1"/></w:rPr>', id="a deleted paragraph mark"),
    ],
)
def test_a_paragraph_goes_on_in_the_next_one(properties: str) -> None:
    first = f"<w:p><w:pPr>{properties}</w:pPr>{run('R')}</w:p>"
    found = read_body(first + p("egeringen vil handle.") + first + table([p("a"), p("b")]))
    assert texts(found, BlockKind.PARAGRAPH)[1:] == ["Regeringen vil handle.", "R"]


def test_formulas_are_read() -> None:
    formula = f"<m:oMath {MATH}><m:r><m:t>CO</m:t></m:r></m:oMath>"
    found = read_body(f"<w:p>{run('Der udledes ')}{formula}{run(' i år.')}</w:p>")
    assert texts(found, BlockKind.PARAGRAPH)[1] == "Der udledes CO i år."


def test_character_styles_make_text_bold_or_hidden() -> None:
    styles = STYLES.replace(
        "</w:styles>",
        '<w:style w:type="character" w:styleId="Staerk"><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Fed"><w:basedOn w:val="Staerk"/></w:style>'
        '<w:style w:type="character" w:styleId="Skjult"><w:rPr><w:vanish/></w:rPr></w:style>'
        "</w:styles>",
    )
    hidden = run("Skjult.", '<w:rStyle w:val="Skjult"/>')
    bold = run("Om handel", '<w:rStyle w:val="Fed"/>')
    body = f"<w:p>{bold}</w:p><w:p>{hidden}</w:p>"
    found = read_body(body, word__styles=styles)
    assert texts(found, BlockKind.HEADING) == ["Om handel"]
    assert "Skjult" not in found.text


@pytest.mark.parametrize(
    ("text", "is_heading"), [("Om handel", True), ("Vi vil handle med hele verden.", False)]
)
def test_a_paragraph_may_have_the_level_of_a_heading_itself(text: str, is_heading: bool) -> None:
    found = read_body(p(text, extra='<w:outlineLvl w:val="1"/>'))
    assert texts(found, BlockKind.HEADING) == [text] * is_heading
