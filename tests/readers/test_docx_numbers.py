"""The numbers that Word prints in front of paragraphs, by what its lists and styles say."""

from __future__ import annotations

import pytest

from strategikort.readers import BlockKind, read
from tests.readers.found import texts
from tests.readers.word import NS, p, word

NUMBER = '<w:num w:numId="1"><w:abstractNumId w:val="0"/>{}</w:num>'


def level(at: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(*levels: str, override: str = "", more: str = "") -> str:
    return (
        f'<w:numbering {NS}><w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
        f"{more}{NUMBER.format(override)}</w:numbering>"
    )


LINKED = (
    '<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="Liste"/>'
    + level(0, "decimal", "%1")
    + level(1, "decimal", "%1.%2")
    + "</w:abstractNum>"
)
OWN = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1)", start=3)}</w:lvlOverride>'


@pytest.mark.parametrize(
    ("numbering", "levels", "expected"),
    [
        pytest.param(
            lists(
                level(0, "decimal", "Kapitel %1"),
                level(1, "decimal", "§ %2", '<w:lvlRestart w:val="0"/>'),
            ),
            [0, 1, 1, 0, 1],
            ["Kapitel 1", "§ 1", "§ 2", "Kapitel 2", "§ 3"],
            id="paragraphs counted through all chapters",
        ),
        pytest.param(
            lists(
                level(0, "decimal", "%1"),
                level(1, "decimal", "%1.%2"),
                level(2, "lowerLetter", "%3)", '<w:lvlRestart w:val="1"/>'),
            ),
            [0, 1, 2, 1, 2, 0, 2],
            ["1", "1.1", "a)", "1.2", "b)", "2", "a)"],
            id="begun again by a higher level only",
        ),
        pytest.param(
            lists(level(0, "upperRoman", "%1"), level(1, "decimal", "%1.%2", "<w:isLgl/>")),
            [0, 0, 1],
            ["I", "II", "2.1"],
            id="decimal throughout",
        ),
        pytest.param(
            lists('<w:numStyleLink w:val="Liste"/>', more=LINKED),
            [0, 1],
            ["1", "1.1"],
            id="levels in a list style",
        ),
        pytest.param(
            lists(level(0, "decimal", "%1."), override=OWN), [0, 0], ["C)", "D)"], id="own levels"
        ),
        pytest.param(
            lists(level(0, "decimal", "%1.", start=0)), [0, 0], ["0.", "1."], id="from nought"
        ),
    ],
)
def test_lists_are_counted_as_word_counts_them(
    numbering: str, levels: list[int], expected: list[str]
) -> None:
    number = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'
    body = "".join(p("punkt", extra=number.format(at)) for at in levels)
    found = read(word(body, word__numbering=numbering), "f.docx")
    assert texts(found, BlockKind.ITEM) == [f"{label} punkt" for label in expected]


@pytest.mark.parametrize("own", ["", '<w:numId w:val="1"/>', '<w:ilvl w:val="1"/>'])
def test_a_style_has_the_level_of_its_list_that_names_it(own: str) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/>'
        f'<w:basedOn w:val="H1"/><w:pPr><w:numPr>{own}</w:numPr></w:pPr></w:style>'
    )
    numbering = lists(
        level(0, "decimal", "%1", '<w:pStyle w:val="H1"/>'),
        level(1, "decimal", "%1.%2", '<w:pStyle w:val="H2"/>'),
    )
    parts = {
        "word__styles": f"<w:styles {NS}>{styles}</w:styles>",
        "word__numbering": numbering,
    }
    found = read(word(p("Mål", "H1") + p("Handel", "H2") + p("Klima", "H2"), **parts), "f.docx")
    assert texts(found, BlockKind.HEADING) == ["1 Mål", "1.1 Handel", "1.2 Klima"]
