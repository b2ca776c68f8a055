"""Laws: sections, subsections and what stands over them, in every kind of file."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pytest
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate

from strategikort.model import Section
from strategikort.readers import BlockKind, read
from strategikort.structure.auto import sections_of
from strategikort.structure.auto.gaps import numbering_gaps
from tests.readers.found import texts
from tests.readers.word import STYLES, p, word

LAW = """Lov om post

Kapitel 1
Lovens område

§ 1. Loven gælder for breve og pakker, der sendes til og fra Danmark, jf. dog § 3 a.
Stk. 2. Ministeren kan fastsætte regler om undtagelser fra loven.

§ 2. Ved post forstås breve, blade og pakker, som en virksomhed tager imod.

Tilsyn

§ 3. Myndigheden fører tilsyn med virksomhederne mindst en gang om året.

§ 3 a. Myndigheden kan kræve oplysninger af virksomhederne, når det er nødvendigt.
Stk. 2. Oplysningerne skal gives inden fire uger.

Kapitel 2 a
Straf

§ 4 B. Den, der overtræder § 3 a, straffes med bøde, hvis ikke anden straf er forskyldt."""

SAID = "Loven gælder for breve og pakker, der sendes til og fra Danmark."
TITLE = '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>'
SIGN = re.compile(r"(?m)^(?:§ \d+(?: \w)?|Stk\. \d+)\.")


def lines() -> list[str]:
    return [line for line in LAW.split("\n") if line]


def as_text() -> bytes:
    return LAW.encode()


def as_markdown() -> bytes:
    body = SIGN.sub(r"**\g<0>**", LAW)
    return "\n\n".join(["# Lov om post", *body.split("\n")[1:]]).encode()


def as_html() -> bytes:
    paragraphs = "".join(f"<p>{line}</p>" for line in lines()[1:])
    return f"<html><body><main><h1>Lov om post</h1>{paragraphs}</main></body></html>".encode()


def as_word() -> bytes:
    styles = STYLES.replace("</w:styles>", f"{TITLE}</w:styles>")
    return word(p("Lov om post", "Titel") + "".join(map(p, lines()[1:])), word__styles=styles)


def as_pdf() -> bytes:
    styles = getSampleStyleSheet()
    buffer = io.BytesIO()
    shown = [Paragraph(line, styles["BodyText"]) for line in lines()[1:]]
    SimpleDocTemplate(buffer, title="Lov om post").build(
        [Paragraph("Lov om post", styles["Title"]), *shown]
    )
    return buffer.getvalue()


MADE = {
    "f.txt": as_text,
    "f.md": as_markdown,
    "f.html": as_html,
    "f.docx": as_word,
    "f.pdf": as_pdf,
}


def sections(data: bytes, name: str) -> dict[str, Section]:
    return {section.id: section for section in sections_of(read(data, name), "d")}


@pytest.mark.parametrize(("name", "made"), MADE.items())
def test_a_law_is_its_sections_in_any_file(name: str, made: Callable[[], bytes]) -> None:
    found = sections(made(), name)
    stands = [
        (section.pinpoint, section.text.text.partition(" ")[0])
        for section in found.values()
        if section.kind in ("paragraf", "stykke")
    ]
    assert stands == [
        ("§ 1", ""),
        ("§ 1, stk. 1", "Loven"),
        ("§ 1, stk. 2", "Ministeren"),
        ("§ 2", "Ved"),
        ("§ 3", "Myndigheden"),
        ("§ 3 a", ""),
        ("§ 3 a, stk. 1", "Myndigheden"),
        ("§ 3 a, stk. 2", "Oplysningerne"),
        ("§ 4 B", "Den,"),
    ]
    labels = [section.label for section in found.values() if section.kind in ("kapitel", "afsnit")]
    assert [label for label in labels if label != "Lov om post"] == [
        "Kapitel 1 Lovens område",
        "Tilsyn",
        "Kapitel 2 a Straf",
    ]
    above = found[found["d/paragraf-3a"].parent or ""]
    assert above.label == "Tilsyn"
    assert found[found["d/paragraf-4b"].parent or ""].label == "Kapitel 2 a Straf"
    assert read(made(), name).metadata.title == "Lov om post"


def test_the_sections_run_through_the_chapters() -> None:
    parts = [f"Kapitel {n}\nDel {n}\n\n§ {2 * n - 1}. Ja.\n\n§ {2 * n}. Nej.\n" for n in (1, 2)]
    found = sections_of(read("\n".join(parts).encode(), "f.txt"), "d")
    assert sum(section.kind == "paragraf" for section in found) == 4
    assert numbering_gaps(found) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Reglerne står i\n\n§ 5. i loven er den eneste, der siger det.\n\nDet er nok.",
        "Tilsynet sker efter loven, jf.\n§ 3. Det gælder også efter anden lov, jf.\n§ 4. Det er alt.",
    ],
)
def test_a_text_that_only_speaks_of_a_law_is_none(text: str) -> None:
    assert all(block.kind is not BlockKind.HEADING for block in read(text.encode(), "f.txt").blocks)


def test_what_follows_a_section_belongs_to_it() -> None:
    text = f"{LAW}\n\n1) Bøder tilfalder staten.\n\nDet gælder også gebyrer og afgifter.\n"
    assert "gebyrer" in sections(text.encode(), "f.txt")["d/paragraf-4b"].text.text


@pytest.mark.parametrize(
    "title", ["Lov om post og pakker i hele riget", "VEDTÆGTER FOR FORENINGEN"]
)
def test_the_title_stands_right_over_the_first_section(title: str) -> None:
    text = f"{title}\n\n§ 1. Foreningen hedder Post.\n\n§ 2. Den har hjemme i Odense.\n"
    assert read(text.encode(), "f.txt").metadata.title == title


def pinned(text: str, name: str = "f.txt") -> dict[str, str]:
    found = sections_of(read(text.encode(), name), "d")
    return {
        section.pinpoint: " ".join(section.text.text.split())
        for section in found
        if section.kind in ("paragraf", "stykke")
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "§ 1. Loven gælder.\n§ 2. (Ophævet)\n§ 3. Ministeren fører tilsyn.\n",
            {"§ 1": "Loven gælder.", "§ 2": "(Ophævet)", "§ 3": "Ministeren fører tilsyn."},
        ),
        (
            "§ 1. Loven gælder for:\n1) Skoler.\n2) Haver.\nStk. 2. Ikke for andre.\n§ 2. Den gælder nu.\n",
            {"§ 1": "", "§ 1, stk. 1": "Loven gælder for: 1) Skoler. 2) Haver.",
             "§ 1, stk. 2": "Ikke for andre.", "§ 2": "Den gælder nu."},
        ),
        (
            "§ 1. Loven gælder.\n\nStk. 2. Den gælder også for virksomhed, der udøves af\n\n"
            f"1) institutioner, og\n\n2) foreninger.\n\n§ 2. {LAW.split(chr(10))[5][5:]}\n",
            {"§ 1": "", "§ 1, stk. 1": "Loven gælder.",
             "§ 1, stk. 2": "Den gælder også for virksomhed, der udøves af 1) institutioner, og 2) foreninger.",
             "§ 2": LAW.split("\n")[5][5:]},
        ),
        (
            "    § 1. Loven gælder.\n    Stk. 2. Ikke for alle.\n\n    § 2. Den gælder nu.\n",
            {"§ 1": "", "§ 1, stk. 1": "Loven gælder.", "§ 1, stk. 2": "Ikke for alle.",
             "§ 2": "Den gælder nu."},
        ),
        (
            "§ 1\n\nI lov om post indsættes efter § 3:\n\n»§ 3 a. Der føres tilsyn.\n\n"
            "Stk. 2. Det sker årligt.\n\n§ 3 b. Tilsynet er gratis.«\n\n§ 2\n\nLoven gælder nu.\n",
            {"§ 1": "I lov om post indsættes efter § 3: »§ 3 a. Der føres tilsyn. Stk. 2. Det sker årligt."
             " § 3 b. Tilsynet er gratis.«", "§ 2": "Loven gælder nu."},
        ),
        (
            "§ 1 Navn\nForeningens navn er Post.\n\n§ 2. Formål\nFormålet er post.\nStk. 2. Og pakker.\n",
            {"§ 1": "Foreningens navn er Post.", "§ 2": "", "§ 2, stk. 1": "Formålet er post.",
             "§ 2, stk. 2": "Og pakker."},
        ),
        (
            "§ 1. Loven gælder.\n\n§ 2. Den gælder nu.\n\nGivet på Slottet, den 1. maj 2024\n\nUnder Vor Hånd\n",
            {"§ 1": "Loven gælder.", "§ 2": "Den gælder nu."},
        ),
        (
            "§ 1. Loven gælder.\n\n§ 2. Se bilag 1.\n\nBilag 1\n\nVedtægt\n\n§ 1. Navnet er Post.\n",
            {"§ 1": "Loven gælder.", "§ 2": "Se bilag 1.", "bilag 1, § 1": "Navnet er Post."},
        ),
    ],
)  # fmt: skip
def test_each_text_belongs_to_its_section(text: str, expected: dict[str, str]) -> None:
    assert pinned(text) == expected


@pytest.mark.parametrize(
    ("sign", "pinpoint"),
    [
        ("§§ 2-4", "§§ 2-4"),
        ("§§ 2 - 4", "§§ 2-4"),
        ("§§ 2–4", "§§ 2–4"),
        ("§§ 2 til 4", "§§ 2 til 4"),
        ("§§ 2, 3 og 4", "§§ 2, 3 og 4"),
        ("§ 2, § 3 og § 4", "§§ 2, 3 og 4"),
        ("§§ 2 a-4 b", "§§ 2 a-4 b"),
        ("§ 2\u00a0a", "§ 2 a"),
    ],
)
def test_sections_that_are_headed_together_are_one(sign: str, pinpoint: str) -> None:
    text = f"§ 1. {SAID}\n\n{sign}. (Ophævet).\n\n§ 5. {SAID}\n\n§ 6. {SAID}\n"
    found = sections_of(read(text.encode(), "f.txt"), "d")
    assert [(s.pinpoint, s.text.text) for s in found] == [
        ("§ 1", SAID),
        (pinpoint, "(Ophævet)."),
        ("§ 5", SAID),
        ("§ 6", SAID),
    ]


def test_a_chapter_may_end_in_an_abbreviation() -> None:
    text = "Kapitel 1\nLovens område m.v.\n§ 1. Ja.\n\n1. kapitel\nTilsyn m.m.\n\n§ 2. Nej.\n"
    found = sections_of(read(text.encode(), "f.txt"), "d")
    assert [section.label for section in found if section.kind == "kapitel"] == [
        "Kapitel 1 Lovens område m.v.",
        "1. kapitel Tilsyn m.m.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        # not in a row
        "Efter loven gælder:\n\n§ 22. Der skal klages.\n\nOg efter en anden:\n\n§ 22. Der må klages.\n",
        # quoted
        "Om loven:\n\n> § 1. Loven gælder.\n\nMen:\n\n> § 2. Ikke for alle.\n",
    ],
)
def test_sections_of_other_laws_are_none_of_the_text(text: str) -> None:
    assert not any(place.startswith("§") for place in pinned(text, "f.md"))


def test_a_chapter_in_plain_type_over_its_title_in_bold_begins_there() -> None:
    parts = [
        p(line, run="<w:b/>" if line in ("Lovens område", "Straf") else "")
        for line in LAW.split("\n")
        if line
    ]
    found = sections(word("".join(parts)), "a.docx")
    assert found["d/2a"].label == "Kapitel 2 a Straf"
    assert found["d/paragraf-4b"].parent == "d/2a"


def test_a_sentence_about_a_subsection_does_not_begin_it() -> None:
    law = LAW.replace("§ 4 B.", "§ 4. § 11, stk. 4, ophæves.\n\nStk. 5 bliver stk. 4.\n\n§ 4 B.")
    assert "Stk. 5 bliver stk. 4." in sections(law.encode(), "f.txt")["d/paragraf-4"].text.text


def test_a_subsection_is_named_by_its_section() -> None:
    found = sections(as_text(), "f.txt")
    assert found["d/paragraf-3a/2"].label == "§ 3 a, stk. 2"
    assert found["d/paragraf-3a/1"].label == "§ 3 a, stk. 1"


def test_only_the_sign_of_a_subsection_is_no_heading() -> None:
    text = (
        f"Stk. 2 i praksis\n\n{'Det har været drøftet i mange år, om reglerne er rimelige. ' * 3}\n"
    )
    assert texts(read(text.encode(), "f.txt"), BlockKind.HEADING) == ["Stk. 2 i praksis"]
    assert read(f"Baggrund m.v.\n\n{text}".encode(), "f.txt").metadata.title != "Baggrund m.v."
