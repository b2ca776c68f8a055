"""What the answers say in cases that are rare: nothing there, misspelt, shared, left out."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from strategikort.errors import StrategikortError
from strategikort.library import Collection
from strategikort.links.compare import compare_sections
from strategikort.output import map_html
from tests.conftest import Outcome, Program

# --- sammenlign and kort -----------------------------------------------------------------------


def test_what_two_sections_share_is_named(program: Program) -> None:
    shared = program("sammenlign", "uss/5.6", "tech/indledning").out.partition("Fælles\n")[2]
    lines = shared.splitlines()
    assert lines[0].startswith("  Ord: ")
    assert lines[1].startswith("  Navne: Danmark, USA, Kina, Europa")
    assert "  Henvisning: uss/5.6 nævner tech/indledning: nævner titlen: " in shared
    assert "  Fælles tema: uss/5.6 – tech/indledning: kapløb, teknologiske, " in shared


def test_a_theme_that_sections_share_begins_with_the_section_named_first(
    collection: Collection,
) -> None:
    """It once began with either, from one run to the next."""
    for ids in (["uss/5.6", "tech/indledning"], ["tech/indledning", "uss/5.6"]):
        (link,) = [item for item in compare_sections(collection, ids).links if item.kind == "tema"]
        assert [link.source, link.target] == ids


def test_where_nobody_is_silent_nothing_is_said_of_silence(program: Program) -> None:
    for form in ("tekst", "md"):
        outcome = program("sammenlign", "kvanteteknologi", "-d", "tech", "--format", form)
        assert outcome.status == 0
        assert "vanteteknologi" in outcome.out
        assert "Siger intet" not in outcome.out
        assert "Siger intet om »kvanteteknologi«: " in program(
            "sammenlign", "kvanteteknologi", "--format", form
        ).out  # fmt: skip


def test_a_misspelt_subject_is_said(program: Program) -> None:
    outcome = program("sammenlign", "kvanteteknologgi", "-n", "1")
    assert outcome.status == 0
    assert outcome.err == "»kvanteteknologgi« findes ikke; der er søgt efter kvanteteknologi.\n"


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        (("rk/24", "rk/99"), "rk/99"),
        (("rk/24", "kvante"), "kvante"),
        (("uss/5.6", "tech/prioriteter/15"), "tech/prioriteter/15"),
    ],
)
def test_what_is_compared_with_a_section_must_be_there(
    program: Program, words: tuple[str, str], missing: str
) -> None:
    outcome = program("sammenlign", *words)
    assert (outcome.status, outcome.out) == (1, "")
    assert outcome.err.startswith(f"Fejl: »{missing}« findes ikke i samlingen.\n")


def test_a_misspelt_section_is_compared_and_said(program: Program) -> None:
    outcome = program("sammenlign", "pejlemærke", "3", "pejlemerke", "4")
    assert outcome.status == 0
    assert outcome.err == "»pejlemerke 4« er forstået som »pejlemærke 4«.\n"


def test_documents_in_a_subject_that_nobody_has_are_options(program: Program) -> None:
    outcome = program("sammenlign", "kvante", "uss", "tech")
    assert outcome.status == 1
    assert outcome.err.endswith("\nDokumenter vælges med -d uss -d tech.\n")


def test_documents_without_a_subject_have_what_the_map_shows(program: Program) -> None:
    outcome = program("sammenlign", "uss", "tech")
    assert outcome.status == 2
    assert outcome.err.endswith("viser strategikort kort -d uss -d tech.\n")


def test_a_section_without_links(program: Program) -> None:
    assert program("kort", "uss/titelblad") == Outcome(
        1, "", "Der er ingen forbindelser at vise.\n"
    )


def test_a_misspelt_section_of_the_map(program: Program) -> None:
    outcome = program("kort", "pejlemærcke 6")
    assert outcome.err == "»pejlemærcke 6« er forstået som »pejlemærke 6«.\n"
    assert outcome.out == program("kort", "pejlemærke 6").out


def test_a_page_without_room_leaves_the_weakest_links_out(
    program: Program, collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = program("kort", "--json").json
    sections = {section.id: section for section in collection.sections()}

    def data() -> Any:
        page = map_html.map_page(answer, sections)
        assert len(page.encode()) <= map_html.BUDGET
        found = re.search(r'<script type="application/json"[^>]*>(.*?)</script>', page, re.DOTALL)
        assert found is not None
        return json.loads(found[1])

    whole = data()
    size = len(map_html.map_page(answer, sections).encode())
    monkeypatch.setattr(map_html, "BUDGET", size - 30_000)
    small = data()
    weights, kept = (
        sorted((link["weight"] for link in page["links"]), reverse=True) for page in (whole, small)
    )
    assert 0 < len(kept) < len(weights)
    assert kept == weights[: len(kept)]
    left_out = f" {len(weights) - len(kept)} svage forbindelser er udeladt for pladsens skyld."
    assert small["about"] == whole["about"] + left_out


# --- vis, søg, åbn, citér and forskel ----------------------------------------------------------


def test_what_is_known_of_a_partnership(program: Program) -> None:
    lines = program("vis", "partnerskaber/japan").out.splitlines()
    assert "Land: Japan" in lines
    assert "År: 2014" in lines
    assert (
        "Aftaler: strategisk partnerskab (2014); joint statement (2023); arbejdsprogram (2023-2028)"
        in lines
    )


def test_a_section_that_the_search_names_is_explained(program: Program) -> None:
    out = program("søg", "rk 6", "--forklar", "-n", "1").out
    assert "   Pointtal 1,00: navngivet i søgningen eller hører til det\n" in out


def test_a_misspelt_section_is_opened(program: Program) -> None:
    outcome = program("åbn", "pejlemærcke", "3", "--vis")
    assert outcome.status == 0
    assert outcome.err == "»pejlemærcke 3« er forstået som »pejlemærke 3«.\n"


@pytest.mark.parametrize("command", ["kort", "åbn", "vis", "citér"])
def test_a_short_word_is_not_taken_for_another(program: Program, command: str) -> None:
    outcome = program(command, "nope")
    assert (outcome.status, outcome.out) == (1, "")
    assert "»nope« findes ikke i samlingen." in outcome.err


@pytest.mark.parametrize("command", ["kort", "åbn"])
def test_all_of_a_misspelt_kind_are_not_opened_or_drawn(program: Program, command: str) -> None:
    outcome = program(command, "pejlemærkre")
    assert (outcome.status, outcome.out) == (1, "")
    assert outcome.err.startswith("Fejl: »pejlemærkre« findes ikke i samlingen.\nMente du »")


def test_a_misspelt_section_is_cited(program: Program) -> None:
    outcome = program("citér", "pejlemærcke 3")
    assert outcome.out == program("citér", "pejlemærke 3").out
    assert outcome.err == "»pejlemærcke 3« er forstået som »pejlemærke 3«.\n"


def test_words_that_are_spelt_nearly_so_are_named(program: Program) -> None:
    found = program("fravær", "kvanteteknologgi", "-d", "rk")
    assert "»kvanteteknologgi« findes ikke i rk." in found.out
    assert "\nOrd, der staves næsten sådan\n    kvanteteknologgi: " in found.out


@pytest.mark.parametrize("form", ["tekst", "json"])
def test_what_is_absent_may_be_a_slip(program: Program, form: str) -> None:
    """A subject that is misspelt is absent, which must not be passed on unseen."""
    found = program("fravær", "kvanteteknologgi", "-d", "tech", "--format", form)
    assert found.status == 0
    assert found.err == (
        "Mente du »kvanteteknologi«? »kvanteteknologgi« kendes ikke. Er det en slåfejl, så spørg "
        "igen; fravær retter den ikke.\n"
    )
    assert program("fravær", "cykelsti", "-d", "tech", "--format", form).err == ""


@pytest.mark.parametrize("typed", ["", "\n \n", '{"results": []}', '{"sections": []}'])
def test_nothing_to_cite(program: Program, typed: str) -> None:
    assert program("citér", "-", stdin=typed) == Outcome(1, "", "Der er ingen steder at citere.\n")


def test_a_passage_is_cited_with_its_own_place(program: Program) -> None:
    answer = program("søg", "kvantehub", "--json", "-n", "1")
    (hit,) = answer.json["results"]
    (cited,) = program("citér", "-", "--json", stdin=answer.out).json["citations"]
    assert {key: cited["source"][key] for key in ("chars", "lines", "pages")} == {
        key: hit["source"][key] for key in ("chars", "lines", "pages")
    }
    (whole,) = program("citér", hit["id"], "--json").json["citations"]
    assert whole["source"]["chars"] != cited["source"]["chars"]


def test_two_forms_of_a_comparison_are_one_too_many(program: Program) -> None:
    outcome = program("forskel", "rk", "rk", "--json", "--format", "md")
    assert outcome.status == 2
    assert outcome.err.startswith("Fejl: --json og --format md kan ikke bruges sammen.\n")
    assert outcome.json["error"]["code"] == "usage_error"


# --- eksportér ---------------------------------------------------------------------------------


def test_an_exported_search_keeps_the_order_of_its_hits(program: Program, tmp_path: Path) -> None:
    hits = program("søg", "kvanteteknologi", "--json", "-n", "3").json["results"]
    folder = tmp_path / "ud"
    outcome = program(
        "eksportér", str(folder), "--format", "opensearch", "--søg", "kvanteteknologi", "-n", "3"
    )
    assert outcome.status == 0, outcome.err
    lines = [
        json.loads(line)
        for path in sorted(folder.rglob("*.ndjson"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    found = [line for line in lines if "rank" in line]
    assert [(item["rank"], item["section"], item["score"]) for item in found] == [
        (hit["rank"], hit["id"], hit["score"]) for hit in hits
    ]


# --- what could not be read --------------------------------------------------------------------


@pytest.fixture
def damaged(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Six documents of the user's with a sign lost in each."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    folder = tmp_path / "filer"
    folder.mkdir()
    for number in range(6):
        (folder / f"{number}.md").write_text(
            f"# Plan {number}\n\nKommunen vil rense vandl\ufffdbet og plante flere tr\u00e6er i byen.\n",
            encoding="utf-8",
        )
    assert program("tilføj", str(folder)).status == 0


def test_an_empty_search_says_what_was_not_read(program: Program, damaged: None) -> None:
    lines = program("søg", "xyzzyq").err.splitlines()
    assert [line for line in lines if line.startswith("Ikke læst")] == [
        f"Ikke læst i plan-{number}: 1 tegn, der er gået tabt eller ødelagt." for number in range(5)
    ]
    assert lines[-1] == "… og 1 dokument til; se strategikort status."
    lines = program("søg", "xyzzyq", "-d", "plan-3").err.splitlines()
    assert lines[-1] == "Ikke læst i plan-3: 1 tegn, der er gået tabt eller ødelagt."
    assert "Ikke læst" not in program("søg", "xyzzyq", "-d", "rk").err


def test_an_absence_says_what_was_not_read(program: Program, damaged: None) -> None:
    outcome = program("fravær", "xyzzyq", "-d", "plan-2")
    assert outcome.status == 0
    assert "    Ikke læst: 1 tegn, der er gået tabt eller ødelagt.\n" in outcome.out
    (document,) = program("fravær", "xyzzyq", "-d", "plan-2", "--json").json["documents"]
    assert document["unread"] == "1 tegn, der er gået tabt eller ødelagt."
    assert Collection.open().unread(["rk"]) == {}


def test_what_the_system_refuses_is_said_in_danish(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outcome = program("kort", "rk/24", "--html", str(tmp_path))
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith(f"Fejl: {tmp_path} er en mappe, ikke en fil.")
    monkeypatch.setenv("STRATEGIKORT_TESAURUS", str(tmp_path))
    outcome = program("søg", "kvante")
    assert outcome.status == 2
    assert f"Tesaurusfilen {tmp_path} kan ikke læses: det er en mappe, ikke en fil." in outcome.err


def test_an_error_after_the_answer_is_no_second_object(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_collection: Collection) -> None:
        raise StrategikortError("Det gik galt.")

    monkeypatch.setattr(Collection, "close", fail)
    outcome = program("vis", "rk/6", "--json")
    assert outcome.status == 2
    assert "Det gik galt." in outcome.err
    assert outcome.json["sections"][0]["id"] == "rk/6"


def test_a_section_without_lines_of_its_own_is_placed_by_its_id(program: Program) -> None:
    out = program("forskel", "rk", "uss").out
    assert "\n   Før: [rk/konklusioner]\n" in out
    assert not re.search(r"  \[(?![-+])", out)  # but for what was taken out or put in


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("search", "Mente du »søg«? Se dem, der er, med strategikort skema."),
        ("visse", "Mente du »vis«? Se dem, der er, med strategikort skema."),
        ("xyzzy", "Vælg citér, config, dokumenter, eksportér, "),
        ("mcp", "Vælg citér, config, dokumenter, eksportér, "),
    ],
)
def test_a_schema_that_is_none_is_answered_by_the_nearest(
    program: Program, typed: str, hint: str
) -> None:
    """All there are were listed, a line each."""
    outcome = program("skema", typed)
    assert (outcome.status, outcome.out) == (2, "")
    said, meant = outcome.err.splitlines()
    assert said == f"Fejl: Der er intet skema, der hedder »{typed}«."
    assert meant.startswith(hint)
