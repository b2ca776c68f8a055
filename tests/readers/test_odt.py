"""OpenDocument texts, made part by part as the standard describes them."""

from __future__ import annotations

import pytest

from strategikort.readers import BlockKind, ReadFile, read
from strategikort.structure.auto import sections_of
from tests.readers.found import tables, texts
from tests.readers.opendocument import (
    STYLES,
    boxed,
    flat,
    h,
    level,
    listed,
    note,
    numbered,
    odt,
    p,
    style,
    table,
)  # fmt: skip

LONG = "Regeringen vil arbejde for et stærkt samarbejde mellem landene i de kommende år."
DOCUMENT = (
    "<text:table-of-content><text:table-of-content-source><text:index-title-template>Indhold"
    f"</text:index-title-template></text:table-of-content-source><text:index-body>{p('1 Mål 3')}"
    "</text:index-body></text:table-of-content>"
    + h("Mål") + p(LONG) + h("Delmål", 2) + p(LONG) + h("Flere delmål", 2) + p(LONG)
    + h("Midler") + p(LONG)
)  # fmt: skip


def read_body(body: str, automatic: str = "", **parts: str) -> ReadFile:
    return read(odt(p(LONG) + body, automatic, **parts), "f.odt")


def lines(found: ReadFile) -> list[str]:
    """Return what is read behind the first paragraph."""
    return [found.text[block.start : block.end] for block in found.blocks][1:]


@pytest.mark.parametrize("data", [odt(DOCUMENT), flat(DOCUMENT)], ids=["package", "one file"])
@pytest.mark.parametrize("name", ["f.odt", "f.docx", "f"])
def test_headings_get_the_numbers_that_are_printed(data: bytes, name: str) -> None:
    found = read(data, name)
    assert found.kind == "odt"
    assert texts(found, BlockKind.HEADING) == [
        "1 Mål",
        "1.1 Delmål",
        "1.2 Flere delmål",
        "2 Midler",
    ]
    assert texts(found, BlockKind.FURNITURE) == ["1 Mål 3"]
    assert [(s.id, s.parent) for s in sections_of(found, "d")] == [
        ("d/1", None), ("d/1.1", "d/1"), ("d/1.2", "d/1"), ("d/2", None),
    ]  # fmt: skip


def test_a_heading_without_a_number_does_not_count() -> None:
    automatic = style("P1", "", "Heading_20_1", more='style:list-style-name=""')
    plain = '<text:h text:style-name="P1" text:outline-level="1">Forord</text:h>'
    bare = h("Resume", more='text:is-list-header="true"')
    again = h("Midler", more='text:restart-numbering="true" text:start-value="7"')
    found = read_body(plain + bare + h("Mål") + again + h("Klima"), automatic)
    assert texts(found, BlockKind.HEADING) == ["Forord", "Resume", "1 Mål", "7 Midler", "8 Klima"]
    assert {block.level for block in found.blocks if block.kind is BlockKind.HEADING} == {1}


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        (style("S", more='style:display-name="Title"'), (BlockKind.HEADING, 1)),
        (style("S", more='style:display-name="Overskrift 3"'), (BlockKind.HEADING, 3)),
        (style("S", more='style:default-outline-level="2"'), (BlockKind.HEADING, 2)),
        (style("S", 'fo:font-size="11pt"', more='style:default-outline-level=""'),
         (BlockKind.PARAGRAPH, 0)),
        (style("S", "", "Caption"), (BlockKind.CAPTION, 0)),
        (style("S", "", "Contents_20_1"), (BlockKind.FURNITURE, 0)),
        (style("S", "", "S"), (BlockKind.PARAGRAPH, 0)),
        (style("S", 'fo:font-size="18pt"'), (BlockKind.HEADING, 1)),
        (style("S", 'fo:font-weight="700"'), (BlockKind.HEADING, 1)),
        (style("S", "", "Quotations"), (BlockKind.PARAGRAPH, 0)),
    ],
)  # fmt: skip
def test_a_style_says_what_a_paragraph_is(own: str, expected: tuple[BlockKind, int]) -> None:
    common = "".join(map(style, ("Caption", "Contents_20_1")))
    automatic = own.replace('"S"', '"P1"')
    if "display-name" in own:
        common, automatic = common + own, style("P1", "", "S")
    body = p("Et stykke tekst", "P1") + p(LONG) * 3
    found = read(odt(body, automatic, STYLES + common), "f.odt")
    assert (found.blocks[0].kind, found.blocks[0].level) == expected
    assert found.blocks[0].quoted == ("Quotations" in own)


def test_a_style_that_programs_bring_along_need_not_be_in_the_file() -> None:
    found = read_body(p("Strategi for havet", "Title") + p("Tabel 1: Mål", "TableCaption"))
    assert [(block.kind, block.level) for block in found.blocks[1:]] == [
        (BlockKind.HEADING, 1),
        (BlockKind.CAPTION, 0),
    ]


def test_lists_are_numbered_as_they_are_printed() -> None:
    inner = f"<text:list><text:list-item>{p('a')}</text:list-item><text:list-item>{p('b')}</text:list-item></text:list>"
    third = f'<text:list-item text:start-value="9">{p("ni")}</text:list-item>'
    found = read_body(
        listed("Tal", p("et") + p("mere om et"), p("to") + inner, p("tre") + inner)
        + p("Ind imellem.")
        + listed("Tal", p("fire"), more='text:continue-numbering="true" xml:id="l1"')
        + listed("Tal", p("forfra"))
        + listed("Tal", p("fem"), more='text:continue-list="l1"')
        + listed("Prik", p("punkt"))
        + f'<text:list text:style-name="Tal"><text:list-header>{p("uden")}</text:list-header>{third}</text:list>'
    )  # fmt: skip
    assert lines(found) == [
        "1. et", "mere om et", "2. to", "a) a", "b) b", "3. tre", "a) a", "b) b", "Ind imellem.",
        "4. fire", "1. forfra", "5. fem", "• punkt", "uden", "9. ni",
    ]  # fmt: skip
    deep = [b.level for b in found.blocks if b.kind is BlockKind.ITEM]
    assert deep == [1, 1, 2, 2, 1, 2, 2, 1, 1, 1, 1, 1]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (level(1, "I", prefix="Del ", suffix=":"), "Del I: punkt"),
        (level(1, "A", suffix=")"), "A) punkt"),
        (level(1, "i", prefix="(", suffix=")"), "(i) punkt"),
        (level(1, "01, 02, 03, ..."), "01 punkt"),
        (level(1, "", suffix="."), "punkt"),
        (level(1, prefix="§ ", suffix="."), "§ 1. punkt"),
    ],
)
def test_forms_of_numbers(said: str, expected: str) -> None:
    assert lines(read_body(listed("L", p("punkt")), numbered("L", said))) == [expected]


def test_a_list_may_get_its_style_from_its_paragraphs_and_change_it_inside() -> None:
    automatic = style("P1", more='style:list-style-name="Tal"')
    inner = listed("Prik2", p("inde"))
    bullets = '<text:list-style style:name="Prik2"><text:list-level-style-bullet text:level="2"/></text:list-style>'
    outer = f"<text:list><text:list-item>{p('ude', 'P1')}{inner}</text:list-item></text:list>"
    single = (
        '<text:numbered-paragraph text:list-id="n" text:style-name="Tal" text:level="1">'
        f"{p('for sig')}</text:numbered-paragraph>"
    )
    found = read_body(outer + single * 2, automatic + bullets)
    assert lines(found) == ["1. ude", "• inde", "1. for sig", "2. for sig"]


def test_text_is_what_is_printed() -> None:
    hidden = style("Skjult", 'text:display="none"', family="text")
    inside = (
        'Vi  vil\n   <text:span>\u00a0gå<text:s text:c="3"/>frem</text:span><text:tab/>og'
        '<text:line-break/>  <text:a xlink:href="https://x.dk">til<text:span>bage</text:span></text:a>, '
        "tele\u00adgrafisk e\u2011post<text:soft-page-break/>"
        '<text:span text:style-name="Skjult">skjult</text:span>'
        '<text:hidden-text text:is-hidden="true">gemt</text:hidden-text>'
        '<text:variable-set text:display="none">1</text:variable-set>'
        '<text:hidden-text text:is-hidden="false">vist</text:hidden-text>'
        "<text:date>1. maj</text:date><text:number>9</text:number>"
    )
    hides = '<text:hidden-paragraph text:is-hidden="true"/>'
    sections = (
        f'<text:section text:display="none">{p("Gemt afsnit.")}</text:section>'
        f'<text:section text:display="condition" text:is-hidden="true">{p("Gemt.")}</text:section>'
        f"<text:section>{p('Åbent afsnit.')}</text:section>"
    )
    found = read_body(p(inside) + p(f"{hides}Gemt afsnit.") + sections, hidden)
    expected = "Vi vil \u00a0gå   frem og\ntilbage, telegrafisk e-postvist1. maj"
    assert lines(found) == [expected, "Åbent afsnit."]


def test_notes_are_tied_to_their_marks() -> None:
    own = note("", "Se loven.").replace("citation>", 'citation text:label="*">', 1)
    body = h("Mål") + p(
        f"Målet er nået{note('1', 'Se bilaget.', 'Og mere.')} i år{own} nu{note('i', 'Slut.', kind='endnote')}."
    )
    found = read(odt(body), "f.odt")
    assert "Målet er nået1 i år* nui." in found.text
    assert texts(found, BlockKind.FOOTNOTE) == ["1 Se bilaget.\nOg mere.", "* Se loven.", "i Slut."]
    section = next(s for s in sections_of(found, "d") if s.id == "d/1")
    assert section.text.text == "Målet er nået i år nu."
    assert [(tied.mark, tied.offset) for tied in section.footnotes] == [
        ("1", len("Målet er nået")), ("*", len("Målet er nået i år")), ("i", len("Målet er nået i år nu")),
    ]  # fmt: skip


def test_notes_without_a_mark_are_counted() -> None:
    said = '<text:notes-configuration text:note-class="{}" style:num-format="{}" text:start-value="{}"/>'
    styles = STYLES + said.format("footnote", "a", 0) + said.format("endnote", "1", 4)
    text = f"Et{note('', 'A.')} to{note('', 'B.')} tre{note('', 'C.', kind='endnote')}."
    found = read(odt(p(text), styles=styles), "f.odt")
    assert found.blocks[0].end == len("Eta tob tre5.")
    assert texts(found, BlockKind.FOOTNOTE) == ["a A.", "b B.", "5 C."]


def test_tables_have_their_cells_in_columns() -> None:
    wide = f'<table:table-cell table:number-columns-spanned="2">{p("Bred")}</table:table-cell>'
    high = f'<table:table-cell table:number-rows-spanned="2">{p("Høj")}</table:table-cell>'
    gone = "<table:covered-table-cell/>"
    within = f"<table:table-cell>{table(['a', 'b'], ['c', 'd'])}</table:table-cell>"
    head = (
        "<table:table-header-rows><table:table-row>{}</table:table-row></table:table-header-rows>"
    )
    first = table([f"x{note('1', 'Note.')}", "y"], ["1", within])
    second = table([wide, gone, "C"], [high, "m", "n"], [gone, "o", "p"]).replace(
        "<table:table-row>", head.format("<table:table-cell>" + p("H") + "</table:table-cell>"
        + "<table:table-cell/>" * 2) + "<table:table-row>", 1,
    )  # fmt: skip
    assert tables(read_body(first + second)) == [
        [("x", "y"), ("1", "a b\nc d")],
        [("H", "", ""), ("Bred", "", "C"), ("Høj", "m", "n"), ("", "o", "p")],
    ]


def test_repeated_cells_are_bounded() -> None:
    cell = f'<table:table-cell table:number-columns-repeated="{{}}">{p("x")}</table:table-cell>'
    found = read_body(table([cell.format(2), "y"], ["1", "2", "3"]))
    assert tables(found) == [[("x", "x", "y"), ("1", "2", "3")]]
    assert len(read_body(table([cell.format(10**8)], ["1", "2"])).text) < 1_000


def test_frames_and_shapes_are_boxes_and_captions_are_captions() -> None:
    shape = f"<draw:g><draw:custom-shape>{p('På en figur.')}</draw:custom-shape></draw:g>"
    picture = '<draw:frame><draw:image xlink:href="a.png"/></draw:frame>'
    captioned = boxed(p(f"{picture}Figur 1: Havet", "Figure"))
    page = f"<draw:frame><draw:text-box>{p('På siden.')}</draw:text-box><draw:image/></draw:frame>"
    found = read(
        odt(
            page + p(LONG + boxed(p("Faktaboks"), p("Målet er nået.")) + shape) + p(captioned)
            + table(["I en ramme."], ["Og mere."]),
            styles=STYLES + style("Caption") + style("Figure", parent="Caption"),
        ),
        "f.odt",
    )  # fmt: skip
    assert texts(found, BlockKind.BOX) == [
        "På siden.", "Faktaboks", "Målet er nået.", "På en figur.", "I en ramme.", "Og mere.",
    ]  # fmt: skip
    assert texts(found, BlockKind.CAPTION) == ["Figur 1: Havet"]


def test_what_is_not_read_is_said() -> None:
    comment = (
        f"<office:annotation><dc:creator>Per</dc:creator>{p('Er det rigtigt?')}</office:annotation>"
    )
    gone = (
        f"<text:changed-region><text:deletion>{p('slettet')}</text:deletion></text:changed-region>"
    )
    field = '<office:forms><form:text form:current-value="Per Jensen"/></office:forms>'
    chart = '<draw:frame><draw:object xlink:href="./Object_1"/></draw:frame>'
    other = '<draw:frame><draw:object-ole xlink:href="./Object_2"/></draw:frame>'
    found = read_body(
        field + f"<text:tracked-changes>{gone * 2}</text:tracked-changes>"
        + p(f"Vi vil handle{comment} i dag<office:annotation-end/>.{chart}{other}"),
        Object_1__content='<o:d xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><o:chart/></o:d>',
    )  # fmt: skip
    assert lines(found) == ["Vi vil handle i dag."]
    assert [warning.message for warning in found.quality.warnings] == [
        "1 kommentar, 2 slettede stykker med sporing, 1 udfyldt formularfelt, 1 diagram og"
        " 1 vedhæftet fil er ikke læst."
    ]


def test_tracked_insertions_are_read_and_said() -> None:
    new = "<text:changed-region><text:insertion/></text:changed-region>"
    found = read_body(f"<text:tracked-changes>{new}</text:tracked-changes>" + p("Vi vil handle."))
    assert lines(found) == ["Vi vil handle."]
    assert [warning.message for warning in found.quality.warnings] == [
        "1 tilføjelse med sporing, som ikke er godkendt, er læst."
    ]


def test_formulas_are_read_once() -> None:
    math = (
        '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><mi>CO</mi><mn>2</mn>'
        "</mrow><annotation>CO sub 2</annotation></semantics></math>"
    )
    frame = "<draw:frame><draw:object {}</draw:object><draw:image/></draw:frame>"
    apart = frame.format('xlink:href="./Object_1/">')
    found = read_body(p(f"Ude {apart} og {frame.format('>' + math)}."), Object_1__content=math)
    assert lines(found) == ["Ude CO2 og CO2."]


@pytest.mark.parametrize("make", [odt, flat])
def test_what_a_file_says_of_itself(make: object) -> None:
    meta = (
        "<dc:title>Digitaliseringsstrategi</dc:title><meta:initial-creator>Ministeriet"
        "</meta:initial-creator><dc:creator>Per Jensen</dc:creator><meta:creation-date>"
        "2026-03-04T10:00:00</meta:creation-date><dc:date>2026-05-01T08:00:00</dc:date>"
    )
    bold = '<text:span text:style-name="Fed">Frihed og <text:span>ansvar</text:span></text:span>'
    assert callable(make)
    found = read(make(p(bold) + p(LONG) * 3, meta=meta), "f.odt")
    assert texts(found, BlockKind.HEADING) == ["Frihed og ansvar"]
    told = found.metadata
    assert (told.title, told.author, told.date, told.language) == (
        "Digitaliseringsstrategi", "Ministeriet", "2026-03-04", "da",
    )  # fmt: skip
    assert told.evidence["author"] == "OpenDocument-filens egne oplysninger"


def test_a_field_that_nobody_has_filled_in_is_no_text() -> None:
    assert lines(read_body(p("Sag: <text:placeholder>&lt;skriv&gt;</text:placeholder>"))) == [
        "Sag:"
    ]
