"""``kort``: the tree, the data, and the forms for other programs."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import jsonschema
import pytest

from strategikort.library import Collection
from tests.conftest import Program


def test_the_tree_of_one_section(program: Program) -> None:
    outcome = program("kort", "tech/prioriteter/10/faktabokse/2")
    assert outcome.status == 0
    assert outcome.out.startswith(
        "Faktaboks: EU’s digitale diplomati  [tech/prioriteter/10/faktabokse/2]\n├─ Henvisning\n"
    )
    assert "rådskonklusioner i juli 2022" in outcome.out
    assert "[rk/titelblad]" in outcome.out
    assert "\x1b" not in outcome.out


def test_shared_words_are_named_once(program: Program) -> None:
    tree = " ".join(program("kort", "tech/prioriteter/5").out.split())
    named = [part.split(" »")[0].split(", ") for part in tree.split("Ord, der viser det: ")[1:]]
    assert named
    for words in named:
        assert len({word.casefold() for word in words}) == len(words)


def test_a_quoted_sentence_is_cited_whole(program: Program, collection: Collection) -> None:
    out = program("kort", "rk/24", "--slags", "initiativ").out
    quotes = re.findall(r"»(.*)«\n.*Kilde: .*, l\. ([\d-]+)(?:, [\d-]+)* \[(.*?)\]", out)
    assert quotes
    for quote, lines, name in quotes:
        section = collection.section(name)
        assert quote in section.text.text.replace("\n", " ")
        first, _, last = lines.partition("-")
        source = collection.source(section.document)
        stretch = " ".join(
            source.line_text(number) for number in range(int(first), int(last or first) + 1)
        )
        assert quote.split()[0] in stretch
        assert quote.split()[-1].rstrip(".") in stretch or "-" in stretch


def test_of_several_sections_that_in_the_document_is_meant(program: Program) -> None:
    assert program("kort", "Kina", "-d", "uss").out.startswith("Kina  [uss/4.4]")
    assert program("kort", "Kina").status == program("kort", "Kina", "-d", "rk").status == 2


def test_references_typed_apart_are_those_that_are_shown(program: Program) -> None:
    """Only one of several words could be drawn: »rk« and »24« were two references."""
    drawn = program("kort", "uss/4.4", "rk", "24", "--json").json
    assert drawn["focus"] == ["uss/4.4", "rk/24"]
    misspelt = program("kort", "pejlmærke", "3", "--json")
    assert misspelt.json["focus"] == ["uss/pejlemærker/3"]
    assert misspelt.err == "»pejlmærke 3« er forstået som »pejlemærke 3«.\n"


def test_references_are_understood(program: Program) -> None:
    one = program("kort", "pejlemærke", "6").out
    assert one == program("kort", "pejlemaerke 6").out
    assert "[uss/pejlemærker/6]" in one
    assert program("kort", "findesikke").status != 0


@pytest.mark.parametrize("most", [1, 4])
def test_as_many_links_of_a_section_as_are_asked_for(program: Program, most: int) -> None:
    """``-n`` held for the whole map only."""
    whole = program("kort", "rk/24").out
    out = program("kort", "rk/24", "-n", str(most)).out
    links = [line for line in out.splitlines() if re.match(r"[│ ]  [├└]─ ", line)]
    assert len(links) == most
    assert links[0][5:] in whole
    more = [line for line in whole.splitlines() if re.match(r"[│ ]  [├└]─ ", line)]
    assert out.splitlines()[-1] == f"└─ og {len(more) - most} til"


def test_the_whole_map(program: Program) -> None:
    out = program("kort").out
    assert "├─ 1. pejlemærke  [uss/pejlemærker/1]" in out or "1. pejlemærke" in out
    assert re.search(r"og \d+ til", out)
    assert len(program("kort", "-n", "100").out) > len(out)


@pytest.mark.parametrize(
    "args",
    [
        (),
        ("tech/prioriteter/5",),
        ("--slags", "tema", "-d", "rk"),
        ("findesikke",),
        ("--slags", "xyz"),
    ],
)
def test_answers_follow_the_schema(program: Program, args: tuple[str, ...]) -> None:
    schema = json.loads(program("skema", "kort").out)
    jsonschema.validate(program("kort", *args, "--json").json, schema)


def test_links_of_the_json_are_sections_of_it(program: Program) -> None:
    answer = program("kort", "--json").json
    ids = {section["id"] for section in answer["sections"]}
    for link in answer["links"]:
        assert {link["source"], link["target"]} <= ids
        assert link["evidence"]
    only = program("kort", "rk/24", "--json").json
    assert all("rk/24" in (link["source"], link["target"]) for link in only["links"])
    assert only["focus"] == ["rk/24"]


def test_names(program: Program) -> None:
    out = program("kort", "--navne").out
    assert re.search(r"Japan  .*uss 1.*tech 1.*rk 1.*partnerskaber 2.*cms 2", out)


def test_names_in_one_document_or_section(program: Program) -> None:
    # -d and the references were passed over: the countries of all documents were listed.
    out = program("kort", "--navne", "-d", "rk").out
    assert re.search(r"\n  Japan  rk 1\n", out)
    assert not re.search(r"\b(uss|tech|cms|partnerskaber) \d", out)
    named = program("kort", "--json", "-d", "rk").json["names"]
    assert {place["section"].split("/")[0] for name in named for place in name["places"]} == {"rk"}
    assert "Georgien" not in program("kort", "partnerskaber/japan", "--navne").out


def test_what_the_numbers_of_names_are(program: Program, collection: Collection) -> None:
    # »rk 2« is no two mentions, but two sections.
    out = program("kort", "--navne").out
    assert out.startswith("Tallene er afsnit, hvor navnet står.\n\nland\n")
    japan = [item.id for item in collection.sections("cms") if "Japan" in item.text.text]
    assert re.search(rf"\n  Japan  .*cms {len(japan)}\n", out)


def test_a_page_and_json_are_both_given(program: Program, tmp_path: Path) -> None:
    # Nothing was written to standard output, where --json promises JSON.
    page = tmp_path / "kort.html"
    outcome = program("kort", "rk/24", "--html", str(page), "--json")
    assert outcome.status == 0
    assert outcome.json["focus"] == ["rk/24"]
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    refused = program("kort", "--html", str(tmp_path / "andet.html"), "--format", "dot")
    assert (refused.status, refused.out) == (2, "")
    assert "--html og --format dot kan ikke bruges sammen" in refused.err


def test_graphml_is_xml_with_every_link(program: Program) -> None:
    tree = ElementTree.fromstring(program("kort", "--format", "graphml").out)
    space = "{http://graphml.graphdrawing.org/xmlns}"
    nodes = {node.get("id") for node in tree.iter(f"{space}node")}
    edges = list(tree.iter(f"{space}edge"))
    assert len(edges) == len(program("kort", "--json").json["links"])
    assert all(edge.get("source") in nodes and edge.get("target") in nodes for edge in edges)


def test_dot_closes_its_strings(program: Program) -> None:
    out = program("kort", "--format", "dot", "--slags", "henvisning").out
    assert out.startswith("graph strategikort {")
    for line in out.splitlines():
        assert len(re.findall(r'(?<!\\)"', line)) % 2 == 0


def test_mermaid_escapes_its_labels(program: Program) -> None:
    out = program("kort", "--format", "mermaid").out
    assert out.startswith("flowchart LR\n")
    for line in out.splitlines():
        assert line.count('"') in (0, 2)
        inside = line.split('"')[1] if '"' in line else ""
        assert not re.search(r"[<>\[\]{}|`]", inside)


def test_wrong_use(program: Program) -> None:
    assert program("kort", "--slags", "xyz").status == 2
    assert program("kort", "--json", "--format", "dot").status == 2


def test_plans_of_ones_own_share_themes_on_the_whole_map(program: Program, tmp_path: Path) -> None:
    """They had none, since they have neither pejlemærker nor priorities."""
    files = {
        "budget.md": "# Budget 2026\n\n## Sygehuse\n\nSygehusene får 40 mio. kr. til flere læger og"
        " kortere ventetid.\n\n## Veje\n\nDer lægges ny asfalt på Sandvejen og Møllevejen.\n",
        "plan.md": "# Plan for velfærd\n\n## Behandling\n\nHospitalerne skal have lægerne til at"
        " blive, så ventetiden falder.\n\n## Skoler\n\nEleverne får ny gymnastiksal.\n",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    own = ("--samling", str(tmp_path / "samling"))
    program("tilføj", *(str(tmp_path / name) for name in files), *own)
    links = program("kort", "--slags", "tema", "--json", *own).json["links"]
    ends = {frozenset((link["source"], link["target"])) for link in links}
    (budget,) = (
        link
        for link in links
        if {end.rpartition("/")[2] for end in (link["source"], link["target"])}
        == {"sygehuse", "behandling"}
    )
    assert any(
        {*word["source"], *word["target"]} >= {"Sygehusene", "Hospitalerne"}
        for word in budget["words"]
    )
    assert not any({"veje", "skoler"} <= {end.rpartition("/")[2] for end in pair} for pair in ends)
    seen = program("kort", budget["source"], "--slags", "tema", *own).out
    assert "Sygehuse" in seen
    assert "Hospitalerne" in seen
