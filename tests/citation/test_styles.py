from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategikort.citation.styles import STYLES, Item, cite
from strategikort.citation.styles.item import shorten_quote
from strategikort.citation.verdict import Status
from strategikort.citation.verify import verify
from strategikort.errors import StrategikortError

AWKWARD = 'Æøå: "citat" {klammer} }{ 50 % & _under_ $5 #1 ~ ^ \\slut'
WEB = "https://um.dk/udenrigspolitik/lande-og-regioner/strategiske-partnerskaber"


def item(five, section: str, **more: object) -> Item:
    found = five.sections[section]
    return Item(five.documents[found.document], found, five.sources[found.document], **more)  # type: ignore[arg-type]


def retitled(five, section: str, title: str) -> Item:
    made = item(five, section)
    return made._replace(document=made.document._replace(title=title, title_supplied=False))


# --- to be read --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("style", "section", "expected"),
    [
        (
            "fodnote",
            "rk/6/5",
            "Rådet for Den Europæiske Union, EU's digitale diplomati: Rådets konklusioner, 11406/22, "
            "18. juli 2022, konklusion 6, 5. led, s. 5, l. 103-105.",
        ),
        (
            "fodnote",
            "uss/pejlemærker/6",
            "Regeringen/Udenrigsministeriet, Udenrigs- og sikkerhedspolitisk strategi, maj 2023, "
            "Udenrigsudvalget (URU) Alm.del - Bilag 136, 2022-23 (2. samling), 6. pejlemærke, "
            "l. 189-190.",
        ),
        (
            "fodnote",
            "tech/prioriteter/8",
            "Udenrigsministeriet, [Strategi for tech-diplomati], [2024], 8. prioritet, l. 1206-1231.",
        ),
        (
            "apa",
            "rk/6/5",
            "(Rådet for Den Europæiske Union, 2022, konklusion 6, 5. led, s. 5, l. 103-105)\n\n"
            "Litteratur\nRådet for Den Europæiske Union. (2022, 18. juli). EU's digitale diplomati: "
            "Rådets konklusioner (11406/22).",
        ),
        (
            "chicago",
            "rk/6/5",
            "Rådet for Den Europæiske Union, EU's digitale diplomati: Rådets konklusioner, 11406/22, "
            "18. juli 2022, konklusion 6, 5. led, s. 5, l. 103-105.\n\nLitteratur\n"
            "Rådet for Den Europæiske Union. EU's digitale diplomati: Rådets konklusioner. 11406/22. "
            "18. juli 2022.",
        ),
    ],
)
def test_prose_styles(five, style: str, section: str, expected: str) -> None:
    assert cite([item(five, section)], style) == expected


def test_web_pages_say_when_they_were_seen(five) -> None:
    made = item(five, "partnerskaber/japan", accessed="2026-11-22")
    assert cite([made], "fodnote").endswith(f", {WEB} (besøgt 22. november 2026).")
    assert cite([made], "apa").endswith(f"Hentet 22. november 2026 fra {WEB}")
    assert f"{WEB} (besøgt 22. november 2026)." in cite([made], "chicago")


def test_documents_of_one_author_and_year_are_told_apart(five) -> None:
    one, other = item(five, "tech/prioriteter/8"), item(five, "partnerskaber/japan")
    other = other._replace(document=other.document._replace(date="2024"))
    lines = cite([one, other, one], "apa").splitlines()
    assert lines[0].startswith("(Udenrigsministeriet, [2024a], 8. prioritet")
    assert lines[1].startswith("(Udenrigsministeriet, [2024b], partnerskabet med Japan")
    assert len(lines) == 3 + 2 + 2


def test_more_documents_of_one_year_than_letters_are_told_apart(five) -> None:
    made = item(five, "rk/6/5")
    items = [
        made._replace(document=made.document._replace(id=f"d{at}", title=f"Titel {at:02}"))
        for at in range(60)
    ]
    lines = cite(items, "apa").splitlines()
    years = [line.split(", ")[1] for line in lines[:60]]
    assert (years[0], years[25], years[26], years[59]) == ("2022a", "2022z", "2022aa", "2022bh")


def quoted(items: list[Item]) -> list[Item]:
    return [one._replace(quote=shorten_quote(one.text)) for one in items]


def test_quotations_stand_before_their_citations(five) -> None:
    text = five.sections["rk/6/5"].text.text
    assert cite([item(five, "rk/6/5", quote=text)], "kort").startswith(f"»{text}« (Rådet for")
    assert cite([item(five, "rk/6/5", quote="FN's mål")], "apa").startswith("»FN's mål« (")


def test_markdown_is_a_quotation_block(five) -> None:
    shown = cite([item(five, "tech/prioriteter/8")], "markdown")
    assert all(line.startswith(">") for line in shown.splitlines())
    assert shown.splitlines()[-1] == (
        "> — Udenrigsministeriet, *\\[Strategi for tech-diplomati\\]*, \\[2024\\], 8. prioritet, "
        "l. 1206-1231, `tech/prioriteter/8`"
    )


def test_every_section_can_be_cited_in_every_style(five) -> None:
    items = [item(five, section, accessed="2026-01-05") for section in five.sections]
    for style in STYLES:
        assert cite(quoted(items), style)


def test_an_unknown_style_names_the_known_ones() -> None:
    with pytest.raises(StrategikortError) as caught:
        cite([], "harvard")
    assert "fodnote" in caught.value.candidates


def test_an_undated_document_has_no_date_in_any_style(five) -> None:
    made = item(five, "rk/6/5")
    made = made._replace(document=made.document._replace(date=""))
    (found,) = json.loads(cite([made], "csl-json"))
    assert "issued" not in found
    assert not re.search(r"\b(year|month|day) = ", cite([made], "bibtex"))
    assert not re.search(r"(?m)^(PY|DA)  -", cite([made], "ris"))


def test_what_has_no_author_and_no_year_is_cited_by_its_title(five) -> None:
    of_rk, of_uss = item(five, "rk/6"), item(five, "uss/1")
    bare = [
        one._replace(
            document=one.document._replace(publisher="", date="", number=None, record=None)
        )
        for one in (of_rk, of_uss)
    ]
    title = of_rk.document.title
    assert cite(bare[:1], "apa").splitlines() == [
        f"({title}, u.å., konklusion 6, l. 70)",
        "",
        "Litteratur",
        f"{title}. (u.å.).",
    ]
    # A report must have an institution.
    assert cite(bare[:1], "bibtex").startswith("@misc{rk-6,")
    same = [one._replace(document=one.document._replace(title="Notat")) for one in bare]
    assert [line.split(",")[1] for line in cite(same, "apa").splitlines()[:2]] == [
        " u.å.-a",
        " u.å.-b",
    ]


@pytest.mark.parametrize("style", ["bibtex", "ris", "csl-json"])
def test_a_date_that_does_not_stand_in_the_text_is_told_to_every_program(five, style: str) -> None:
    told = "datoen står ikke i teksten"
    assert told in cite([item(five, "tech/prioriteter/5")], style)
    assert told not in cite([item(five, "rk/6")], style)


def test_an_annotation_needs_the_source(five) -> None:
    with pytest.raises(ValueError, match="no source for rk/6/5"):
        cite([item(five, "rk/6/5")._replace(source=None)], "w3c")


# --- shortened quotations ----------------------------------------------------------------------


def test_long_quotations_end_at_a_sentence() -> None:
    text = "Den første sætning er her. Den anden (jf. stk. 2) er længere. Den tredje er væk."
    assert (
        shorten_quote(text, 70)
        == "Den første sætning er her. Den anden (jf. stk. 2) er længere. […]"
    )
    assert shorten_quote(text, 30) == "Den første sætning er her. […]"
    assert shorten_quote(text, 12) == "Den første […]"
    assert shorten_quote(text, 500) == text
    assert shorten_quote("Donaudampfschiffahrt", 5) == "Donau […]"


def test_a_long_quotation_does_not_run_on_from_a_paragraph_without_a_stop() -> None:
    lead = "Vi skal engagere os i den nye og noget farligere verden"
    text = f"{lead}\n\nKrigen er en trussel. Den varer ved.\n\nVi er beredte."
    assert shorten_quote(text, 90) == f"{lead} […]"
    assert shorten_quote(text, 300) == " ".join(text.split())


def test_shortened_quotations_are_exact(five, archive) -> None:
    for section in five.sections.values():
        quote = shorten_quote(section.text.text, 150)
        assert len(quote) <= 150 + len(" […]")
        if section.kind not in ("tabel", "figur") and any(map(str.isalpha, quote)):
            assert verify(archive, quote).status is Status.EXACT, section.id


# --- for other programs ------------------------------------------------------------------------


TYPESET = {
    "textbackslash{}": "\\",
    "textbraceleft{}": "{",
    "textbraceright{}": "}",
    "textasciitilde{}": "~",
    "textasciicircum{}": "^",
}


def as_typeset(latex: str) -> str:
    """Return what LaTeX sets for the few commands that may stand in a field."""
    return re.sub(r"\\(text\w+\{\}|[&%$#_])", lambda match: TYPESET.get(match[1], match[1]), latex)


@pytest.mark.parametrize("title", [AWKWARD, "EU's »grønne« diplomati – 100 %", "C:\\{æ}"])
def test_bibtex_is_read_back(five, title: str) -> None:
    bibtexparser = pytest.importorskip("bibtexparser")
    shown = cite([retitled(five, "rk/6/5", title), item(five, "partnerskaber/japan")], "bibtex")
    library = bibtexparser.parse_string(shown)
    assert library.failed_blocks == []
    entry, page = library.entries
    assert entry.key == "rk-6-5"
    assert entry["title"][0] == "{"
    assert entry["title"][-1] == "}"
    assert as_typeset(entry["title"][1:-1]) == title
    assert entry["number"] == "11406/22"
    assert (entry["year"], entry["day"], entry["pages"]) == ("2022", "18", "5")
    assert entry["note"] == "konklusion 6, 5. led, s. 5, l. 103-105"
    assert page.entry_type == "online"
    assert page["url"] == WEB


@pytest.mark.parametrize("title", [AWKWARD, "EU's »grønne« diplomati – 100 %"])
def test_bibtex_is_read_by_pybtex(five, title: str) -> None:
    database = pytest.importorskip("pybtex.database")
    shown = cite([retitled(five, "rk/6/5", title), item(five, "uss/3.2")], "bibtex")
    entries = database.parse_string(shown, "bibtex").entries
    assert list(entries) == ["rk-6-5", "uss-3.2"]
    assert entries["uss-3.2"].fields["month"] == "May"
    assert entries["uss-3.2"].fields["pages"] == "12--13"
    person = entries["rk-6-5"].persons["author"]
    assert [str(one) for one in person] == ["{Rådet for Den Europæiske Union}"]


@pytest.mark.parametrize("title", [AWKWARD, "Linje\nskift  - og TY  - RPRT"])
def test_ris_is_read_back(five, title: str) -> None:
    rispy = pytest.importorskip("rispy")
    shown = cite(
        quoted(
            [
                retitled(five, "rk/6/5", title),
                item(five, "partnerskaber/japan", accessed="2026-11-22"),
            ]
        ),
        "ris",
    )
    report, page = rispy.loads(shown)
    assert report["type_of_reference"] == "RPRT"
    assert report["title"] == " ".join(title.split())
    assert report["authors"] == ["Rådet for Den Europæiske Union"]
    assert (report["year"], report["date"]) == ("2022", "2022/07/18/")
    assert (report["start_page"], report["end_page"]) == ("5", "5")
    assert report["notes"] == ["konklusion 6, 5. led, s. 5, l. 103-105"]
    assert report["abstract"] == five.sections["rk/6/5"].text.text
    assert page["urls"] == [WEB]
    assert page["access_date"] == "2026/11/22/"


CSL_DATE = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}},
        }
    },
    "required": ["date-parts"],
    "additionalProperties": False,
}
STRINGS = ["title", "title-short", "publisher", "number", "page", "URL", "language", "note"]
CSL = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "id": {"type": "string"},
            "type": {"enum": ["report", "webpage"]},
            "author": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {"literal": {"type": "string"}},
                    "additionalProperties": False,
                },
            },
            "issued": CSL_DATE,
            "accessed": CSL_DATE,
            "abstract": {"type": "string"},
            **{name: {"type": "string"} for name in STRINGS},
        },
        "required": ["type", "id"],
        "additionalProperties": False,
    },
}
"""What the CSL-JSON schema (1.0.2) says of the names that are used here, and no others."""


def test_a_name_is_given_once_also_where_another_ends_in_a_number(five) -> None:
    items = [item(five, section) for section in ("rk/6", "rk/6", "rk/6/2", "rk/6/2")]
    names = [one["id"] for one in json.loads(cite(items, "csl-json"))]
    assert len(set(names)) == 4
    assert names[0] == "rk-6"


def test_csl_json_keeps_to_its_schema(five) -> None:
    import jsonschema

    items = [item(five, section, accessed="2026-01-05") for section in five.sections]
    items = [*items, retitled(five, "rk/6/5", AWKWARD)]
    found = json.loads(cite(quoted(items), "csl-json"))
    jsonschema.validate(found, CSL)
    assert found[-1]["title"] == AWKWARD
    assert found[-1]["issued"] == {"date-parts": [[2022, 7, 18]]}
    # The section that is there twice has a name for each.
    assert len({one["id"] for one in found}) == len(found) == len(items)


def test_selectors_find_the_passage_again(five) -> None:
    items = [item(five, section) for section in five.sections]
    for made, found in zip(items, json.loads(cite(items, "w3c")), strict=True):
        assert found["target"]
        if not (made.section.pieces or made.section.heading):
            continue  # only the file can be named
        for target in found["target"]:
            quoted, position = target["selector"]
            text = five.sources[made.document.id].text
            assert target["digest"] == f"sha256:{made.document.sha256}"
            assert text[position["start"] : position["end"]] == quoted["exact"]
            assert quoted["prefix"] + quoted["exact"] + quoted["suffix"] in text


@given(st.text(st.sampled_from('æÅ "{}%\\$#&_~^ab\n'), max_size=30))
def test_any_title_keeps_its_braces_balanced(title: str) -> None:
    from strategikort.citation.styles.data import _latex

    depth = 0
    for char in _latex(title):
        depth += (char == "{") - (char == "}")
        assert depth >= 0
    assert depth == 0
