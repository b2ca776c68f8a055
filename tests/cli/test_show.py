"""``vis``: every kind of section, by every way of naming one, in every form."""

from __future__ import annotations

import csv
import io
import json
import unicodedata

import pytest

from strategikort.library import Collection
from strategikort.output.screen import Screen
from strategikort.output.text import sections_text
from tests.conftest import Outcome, Program


def ids(outcome: Outcome) -> list[str]:
    return [section["id"] for section in outcome.json["sections"]]


SAME = [
    ("uss/pejlemærker/3", ["pejlemærke 3", "pejlemaerke 3", "PEJLEMÆRKE 3", "3. pejlemærke", "uss/pejlemaerker/3", "uss pejlemærke 3", "pejlemærke nr. 3", "tredje pejlemærke", "det tredje pejlemærke", "pejlemærke tre", "pejlemærke nummer tre", "pejlemærke 3 i udenrigsstrategien", "det tredje pejlemærke i udenrigs- og sikkerhedspolitisk strategi", "udenrigsstrategien pejlemærke 3"]),
    ("rk/24", ["rk 24", "rk/24", "RK 24", "konklusion 24", "rådskonklusion 24", "raadskonklusion 24", "Rådets konklusion 24", "[rk/24]", "(rk 24)"]),
    ("rk/6/3", ["rk/6/3", "rk 6 3", "konklusion 6, 3. led", "rk 6, 3. led"]),
    ("partnerskaber/japan", ["partnerskab japan", "partnerskaber japan", "partnerskabet med Japan", "japan", "partnerskaber/japan"]),
    ("cms/anbefalinger/1/2", ["cms/anbefalinger/1/2", "1. brobyggerrolle, 2. anbefaling", "rolle 1, 2. anbefaling", "rolle 1 anbefaling 2", "rolle 1, anbefaling 2"]),
    ("uss/3.2", ["uss/3.2", "uss 3.2", "afsnit 3.2", "Nordisk forsvarssamarbejde og sikkerhed i Østersøregionen"]),
    ("rk/fodnoter/1", ["fodnote 1", "rk fodnote 1", "rk/fodnoter/1", "første fodnote i rådskonklusionerne"]),
    ("rk/7", ["konkl. 7", "konkl 7", "rk VII", "pkt. VII i rådskonklusionerne"]),
    ("rk/6/4", ["rk 6 pkt. 4", "konkl. 6 pind 4", "4. led i konklusion 6", "rk 6 led 4"]),
    ("rk/6/15", ["sidste led i konklusion 6", "sidste led i rk 6"]),
    ("rk/30", ["sidste konklusion", "den sidste rådskonklusion", "sidste punkt i rådskonklusionerne"]),
    ("uss/pejlemærker/8", ["pejlemærke VIII", "sidste pejlemærke", "pejl. 8"]),
    ("tech/prioriteter/8", ["prio 8", "8. prio", "prio 8 tech-strategien", "prioritet VIII"]),
    ("tech/tabeller/1", ["tech/tabeller/1", "tech/tabeller/selskaber", "Global fordeling af verdens 30 største tech-selskaber"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("section", "reference"), [(section, name) for section, names in SAME for name in names]
)
def test_every_way_of_naming_one(program: Program, section: str, reference: str) -> None:
    outcome = program("vis", reference, "--json")
    assert outcome.status == 0
    assert ids(outcome) == [section]
    assert outcome.err == ""


def test_a_document_is_named_by_its_publishers_number(program: Program) -> None:
    assert ids(program("vis", "11406/22", "--json")) == ids(program("vis", "rk", "--json"))


@pytest.mark.parametrize(
    ("reference", "count"),
    [
        ("pejlemærker", 8),
        ("de otte pejlemærker", 8),
        ("alle pejlemærker i strategien uss", 8),
        ("alle 12 strategiske prioriteter", 12),
        ("prioriteterne i tech-strategien", 12),
        ("faktaboksene i techstrategien", 6),
        ("strategiske prioriteter", 12),
        ("rådskonklusioner", 30),
        ("rådskonklusionerne 26 til 28", 3),
        ("raadskonklusioner", 30),
        ("partnerskab", 9),
        ("brobyggerroller", 3),
        ("anbefalinger", 13),
        ("søjler", 4),
        ("fodnoter", 2),
        ("faktabokse", 6),
        ("tabeller", 2),
        ("figurer", 8),
        ("kapitler", 14),
        ("hovedpunkter", 3),
        ("hovedpointerne i CMS-memoet", 3),
        ("infobokse", 6),
        ("graferne", 8),
        ("skemaer", 2),
        ("forsiden af udenrigsstrategien", 1),
        ("fremhævede citater", 18),
        ("tech fremhævede citater", 13),
    ],
)
def test_every_kind(program: Program, reference: str, count: int) -> None:
    outcome = program("vis", reference, "--json")
    kinds = [section["kind"] for section in outcome.json["sections"]]
    assert kinds.count(kinds[0]) == count


def test_decomposed_letters(program: Program) -> None:
    outcome = program("vis", unicodedata.normalize("NFD", "pejlemærke 3 å"[:12]), "--json")
    assert ids(outcome) == ["uss/pejlemærker/3"]
    outcome = program("vis", unicodedata.normalize("NFD", "søjler"), "--json")
    assert outcome.status == 0


def test_priority_with_boxes_and_quotes_apart(program: Program) -> None:
    sections = program("vis", "tech/prioriteter/5", "--json").json["sections"]
    assert [section["kind"] for section in sections] == ["prioritet", "faktaboks", "figur"]
    assert "bilateral kvanteaftale" not in sections[0]["text"]
    assert "bilateral kvanteaftale" in sections[1]["text"]
    assert sections[0]["parent"] == "tech/søjler/2"
    assert sections[0]["source"]["lines"] == [[879, 932]]
    assert sections[0]["source"]["heading"]["lines"] == [[876, 877]]


def test_document_id_gives_all_sections_in_order(program: Program) -> None:
    sections = program("vis", "partnerskaber", "--json").json["sections"]
    assert len(sections) == 11
    assert sections[0]["id"] == "partnerskaber/indledning"


def test_text_in_a_pipe_is_plain(program: Program) -> None:
    outcome = program("vis", "uss/3.2")
    assert "\x1b" not in outcome.out
    assert (
        "Finlands nylige og Sveriges kommende optagelse i NATO styrker alliancen. Sammen"
        in outcome.out
    )
    assert "s. 12-13, l. 514-532 [uss/3.2]" in outcome.out


def test_every_printed_section_has_its_citation(program: Program) -> None:
    out = program("vis", "rk 6").out
    for number in range(1, 16):
        assert f"konklusion 6, {number}. led" in out
    assert out.count("Kilde: Rådet for Den Europæiske Union") == 16
    assert "Fodnote 1 efter »cyberposition«: [rk/fodnoter/1]" in out


def test_table_is_shown_as_table(program: Program) -> None:
    out = program("vis", "tech/tabeller/1").out
    assert "data pr. 29.02.2024" in out
    lines = out.splitlines()
    ranks = [line.split()[0] for line in lines if line[:1].isdigit()]
    assert ranks == [str(number) for number in range(1, 31)]


def test_raw_lines_are_numbered(program: Program) -> None:
    out = program("vis", "tech/prioriteter/5", "--rå").out
    assert "   876  Styrke strategisk samarbejde " in out
    assert "   884  dens kvanteteknologi vil kunne gennem-" in out
    assert program("vis", "rk 6", "--raa").status == 0


def test_raw_and_json_do_not_go_together(program: Program) -> None:
    outcome = program("vis", "rk 6", "--rå", "--json")
    assert outcome.status == 2
    assert outcome.json["error"]["message"]


def test_unknown_reference_names_the_nearest(program: Program) -> None:
    outcome = program("vis", "rk 66")
    assert outcome.status == 1
    assert outcome.out == ""
    assert "»rk 66« findes ikke" in outcome.err
    assert "rk/6" in outcome.err
    outcome = program("vis", "rk 66", "--json")
    assert outcome.status == 1
    assert outcome.json["error"]["code"] == "unknown_reference"
    assert "rk/6" in outcome.json["error"]["candidates"]


def test_ambiguous_reference_lists_the_candidates(program: Program) -> None:
    outcome = program("vis", "anbefaling 2", "--json")
    assert outcome.status == 2
    assert outcome.json["error"]["candidates"] == [
        "cms/anbefalinger/1/2",
        "cms/anbefalinger/2/2",
        "cms/anbefalinger/3/2",
    ]


def test_candidates_are_told_by_their_titles_or_how_they_begin(program: Program) -> None:
    lines = program("vis", "Kina").err.splitlines()
    assert lines[2:] == ["  uss/4.4  Kina", "  partnerskaber/kina  Partnerskab: Kina"]
    lines = program("vis", "rk 31").err.splitlines()
    assert lines[-1] == "  rk/30  Konklusion 30: Rådet vil vende tilbage til dette spørgsmål …"
    lines = program("vis", "anbefaling 2").err.splitlines()
    assert [line.split("  ")[1] for line in lines[2:]] == [
        "cms/anbefalinger/1/2", "cms/anbefalinger/2/2", "cms/anbefalinger/3/2",
    ]  # fmt: skip
    assert all("  2. anbefaling: " in line for line in lines[2:])


@pytest.mark.parametrize(
    ("typed", "meant", "first"),
    [
        ("pejlemærkre", "pejlemærke", "uss/pejlemærker/1"),
        ("pejlemærkre 3", "pejlemærke 3", "uss/pejlemærker/3"),
        ("partnerskaber japna", "partnerskaber Japan", "partnerskaber/japan"),
        ("Den digitale tidsaldre", "Den digitale tidsalder", "uss/5.6"),
    ],
)
def test_typing_error_is_put_right_and_said(
    program: Program, typed: str, meant: str, first: str
) -> None:
    outcome = program("vis", typed, "--json")
    assert outcome.status == 0
    assert ids(outcome)[0] == first
    assert outcome.err.strip() == f"»{typed}« er forstået som »{meant}«."


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (["3.1"], ["uss/3.1"]),
        (["24"], ["rk/24"]),
        (["3.1", "4.5"], ["uss/3.1", "uss/4.5"]),
        (["3", "-t", "pejlemærke"], ["uss/pejlemærker/3"]),
    ],
)
def test_a_number_alone_is_the_one_section_that_has_it(
    program: Program, words: list[str], shown: list[str]
) -> None:
    """Was »3.1« findes ikke, though there is one section 3.1."""
    outcome = program("vis", *words, "--json")
    assert outcome.status == 0
    assert ids(outcome) == shown


def test_a_number_that_several_have_is_not_guessed(program: Program) -> None:
    error = program("vis", "3", "--json")
    assert error.status == 2
    assert {"uss/3", "uss/pejlemærker/3", "rk/3"} <= set(error.json["error"]["candidates"])


@pytest.mark.parametrize("words", [["tech", "24"], ["uss/3.1", "24"], ["2030"], ["rk", "31", "24"]])
def test_a_number_behind_a_name_is_none_of_another_document(
    program: Program, words: list[str]
) -> None:
    assert (program("vis", *words).status, program("vis", *words).out) == (1, "")


def test_who_asks_for_a_number_is_told_all_that_have_it(program: Program) -> None:
    """Was only those whose id looks like it."""
    error = program("kort", "3", "--json").json["error"]
    assert {"uss/3", "uss/pejlemærker/3", "rk/3"} <= set(error["candidates"])


@pytest.mark.parametrize("typed", ["cms anbefaling 2", "cms, anbefaling 2"])
def test_a_place_that_may_be_several_is_not_guessed(program: Program, typed: str) -> None:
    outcome = program("vis", typed)
    assert outcome.status == 2
    assert "kan være 3 forskellige afsnit" in outcome.err


@pytest.mark.parametrize("typed", ["usss", "rkk 6", "tec", "cmd", "rk 6b", "uss/3.9"])
def test_document_ids_and_numbers_are_never_guessed(program: Program, typed: str) -> None:
    assert program("vis", typed).status == 1


@pytest.mark.parametrize(
    "typed", ["", "   ", "x" * 5000, "\x00", "../../etc/passwd", "*", "[/§ 3]"]
)
def test_strange_references(program: Program, typed: str) -> None:
    outcome = program("vis", typed, "--json")
    assert outcome.status in (1, 2)
    assert outcome.json["error"]["message"]
    assert "Traceback" not in outcome.err


def test_several_references_each_section_once(program: Program) -> None:
    outcome = program("vis", "rk 6", "rk/6/3", "pejlemærke 1", "--json")
    found = ids(outcome)
    assert len(found) == len(set(found)) == 17


@pytest.mark.parametrize(
    ("section", "name"),
    [
        *(("cms/indledning", name) for name in ("cms indledning", "indledning cms", "indledningen i CMS-memoet", "indledningen til forskningsmemoet")),
        *(("uss/1", name) for name in ("forord", "forordet", "forordet til udenrigsstrategien", "uss forordet")),
    ],
)  # fmt: skip
def test_chapters_as_they_are_spoken_of(collection: Collection, section: str, name: str) -> None:
    assert collection.resolver.exactly(name) == (section,)


@pytest.mark.parametrize(
    ("name", "document"),
    [("CMS-memoet", "cms"), ("udenrigsstrategien", "uss"), ("strategien for tech-diplomati", "tech"),
     ("Rådets konklusioner om digitalt diplomati", "rk")],
)  # fmt: skip
def test_documents_as_they_are_spoken_of(program: Program, name: str, document: str) -> None:
    found = program("vis", name, "--json").json["sections"]
    assert {section["document"]["id"] for section in found} == {document}
    found = program("søg", "EU", "-d", name, "--json").json["results"]
    assert {hit["document"]["id"] for hit in found} == {document}


@pytest.mark.parametrize(
    "name",
    ["strategien", "sikkerhedspolitikken", "de fem pejlemærker", "pejlemærker i CMS-memoet",
     "det tyvende pejlemærke", "tech", "memorandummet", "kvantestrategien"],
)  # fmt: skip
def test_what_is_said_must_be_true(collection: Collection, name: str) -> None:
    assert collection.resolver.exactly(name) == ()


def test_filters(program: Program) -> None:
    outcome = program("vis", "tech", "-t", "faktabokse", "--json")
    assert {section["kind"] for section in outcome.json["sections"]} == {"faktaboks"}
    outcome = program("vis", "kapitler", "-d", "cms", "-t", "kapitel", "--json")
    assert len(ids(outcome)) == 3
    outcome = program("vis", "rk", "-d", "uss", "--json")
    assert outcome.status == 1
    assert outcome.json == {"schema_version": 1, "sections": []}


@pytest.mark.parametrize(
    ("reference", "filters", "first"),
    [
        (["Kina"], ["-d", "uss"], "uss/4.4"),
        (["Kina"], ["-t", "partnerskab"], "partnerskaber/kina"),
        (["indledning"], ["-d", "cms"], "cms/indledning"),
        (["3.1"], ["-d", "uss"], "uss/3.1"),
        (["6"], ["-d", "rk"], "rk/6"),
        (["linje", "181"], ["-d", "uss"], "uss/pejlemærker/3"),
        (["s.", "12"], ["-d", "uss"], "uss/3.1"),
    ],
)
def test_what_may_be_several_things_is_what_the_filters_leave(
    program: Program, reference: list[str], filters: list[str], first: str
) -> None:
    outcome = program("vis", *reference, *filters, "--json")
    assert outcome.status == 0
    assert ids(outcome)[0] == first
    assert {section["document"]["id"] for section in outcome.json["sections"]} == {
        first.partition("/")[0]
    }


def test_what_the_filters_leave_several_of_or_none_is_not_guessed(program: Program) -> None:
    assert program("vis", "anbefaling 2", "-d", "cms").status == 2
    assert program("vis", "Kina", "-d", "rk", "--json").json["sections"] == []
    told = program("vis", "9.9", "-d", "uss")
    assert told.status == 1
    assert "»uss 9.9« findes ikke" in told.err
    told = program("vis", "indledning", "-d", "uss", "-d", "tech")
    assert "»indledning« kan være 2 forskellige afsnit." in told.err


def test_csv_and_jsonl_and_markdown(program: Program) -> None:
    rows = list(csv.DictReader(io.StringIO(program("vis", "pejlemærker", "--format", "csv").out)))
    assert [row["number"] for row in rows] == [str(number) for number in range(1, 9)]
    lines = program("vis", "pejlemærker", "--format", "jsonl").out.splitlines()
    assert [json.loads(line)["number"] for line in lines] == [row["number"] for row in rows]
    out = program("vis", "pejlemærke 3", "--format", "md").out
    assert out.startswith("## 3. pejlemærke\n\n> Støtte EU’s naboer")


def test_colours_only_when_asked_for(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[1m" in program("vis", "rk 1", "--farve", "altid").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[1m" in program("vis", "rk 1").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in program("vis", "rk 1").out


def test_two_formats_are_one_too_many(program: Program) -> None:
    outcome = program("vis", "rk 1", "--json", "--format", "csv")
    assert outcome.status == 2


def test_a_long_heading_is_wrapped_between_words(collection: Collection) -> None:
    section = max(collection.sections(), key=lambda item: len(item.label))
    document = collection.document(section.document)
    for width in (30, 60):
        for line in sections_text({document.id: document}, [section], Screen(width)).splitlines():
            assert len(line) <= width or " " not in line.strip()
    (line, *_) = sections_text({document.id: document}, [section], Screen()).splitlines()
    assert line == f"{section.label}  [{section.id}]"


@pytest.mark.parametrize(
    ("words", "said", "hint"),
    [
        (["rk", "31"], "»rk 31«", "Numrene går fra 1 til 30."),
        (["pejlemærke", "ni"], "»pejlemærke ni«", "Mente du et af dem på listen?"),
        (["tech", "5"], "»tech 5«", "Mente du »tech/prioriteter/5«?"),
        (["side", "12"], "»side 12«", "Nævn også dokumentet, fx »uss, side 12«."),
        (["Rusland"], "»Rusland«", "et emne findes med strategikort søg."),
    ],
)
def test_what_is_not_there_is_told_as_it_was_typed(
    program: Program, words: list[str], said: str, hint: str
) -> None:
    """Words typed apart were answered by »31« findes ikke."""
    outcome = program("vis", *words)
    assert (outcome.status, outcome.out) == (1, "")
    assert outcome.err.splitlines()[0] == f"Fejl: {said} findes ikke i samlingen."
    assert hint in outcome.err


def test_a_line_of_the_source_is_shown_once(program: Program) -> None:
    """The number in front and the text stand on one line, which was shown for both."""
    raw = program("vis", "rk/6/3", "--rå").out.splitlines()
    assert [line.split()[0] for line in raw[1:]] == ["86", "87", "88"]


def test_pages_are_null_where_the_source_gives_none(program: Program) -> None:
    sections = program("vis", "rk/6", "uss/3.2", "--json").json["sections"]
    pages = {section["id"]: section["source"]["pages"] for section in sections}
    assert (pages["rk/6"], pages["uss/3.2"]) == (None, ["12", "13"])


@pytest.mark.parametrize("form", ["tekst", "md"])
def test_nothing_is_written_where_nothing_is_shown(program: Program, form: str) -> None:
    """An empty line was."""
    outcome = program("vis", "rk/1", "-t", "pejlemærke", "--format", form)
    assert (outcome.status, outcome.out) == (1, "")
    assert program("søg", "xyzzyx", "--format", form).out == ""


def test_the_nearest_numbers_are_offered(program: Program) -> None:
    """They were those that look alike: rk/1, rk/3, rk/10."""
    error = program("vis", "rk 31", "--json").json["error"]
    assert error["candidates"] == [f"rk/{number}" for number in range(23, 31)]
