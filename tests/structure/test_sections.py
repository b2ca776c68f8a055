"""What must come out as numbered sections, document by document."""

from __future__ import annotations

from collections import Counter

import pytest

from strategikort.model import Section
from tests.conftest import Built


def kinds(built: dict[str, Built], document: str) -> Counter[str]:
    return Counter(section.kind for section in built[document].sections)


def of_kind(built: dict[str, Built], document: str, kind: str) -> list[Section]:
    return [section for section in built[document].sections if section.kind == kind]


def test_ids_are_unique_and_parents_known(built: dict[str, Built]) -> None:
    sections = [section for item in built.values() for section in item.sections]
    by_id = {section.id: section for section in sections}
    assert len(by_id) == len(sections)
    for section in sections:
        assert section.parent is None or section.id in by_id[section.parent].children
        assert all(by_id[child].parent == section.id for child in section.children)


def test_eight_pejlemaerker(built: dict[str, Built]) -> None:
    found = of_kind(built, "uss", "pejlemærke")
    assert [section.id for section in found] == [f"uss/pejlemærker/{n}" for n in range(1, 9)]
    assert found[2].text.text == "Støtte EU’s naboer mod øst og på Vestbalkan."
    assert found[3].text.text.endswith("Ruslands agressionskrig globalt.")
    assert all("number" in section.derived for section in found)


def test_chapters_of_uss(built: dict[str, Built]) -> None:
    titles = [section.title for section in of_kind(built, "uss", "kapitel")]
    assert titles == [
        "Forord",
        "Indledning",
        "Skærpet sikkerhedssituation i Europa",
        "Globale partnerskaber og allianceopbygning",
        "Et mere robust samfund",
    ]
    assert [section.id for section in of_kind(built, "uss", "afsnit")] == [
        f"uss/{chapter}.{number}"
        for chapter, count in ((3, 7), (4, 8), (5, 7))
        for number in range(1, count + 1)
    ]


def test_twelve_priorities_under_four_pillars(built: dict[str, Built]) -> None:
    pillars = of_kind(built, "tech", "søjle")
    for number, pillar in enumerate(pillars):
        own = [child for child in pillar.children if child.startswith("tech/prioriteter/")]
        first = 3 * number + 1
        assert own == [f"tech/prioriteter/{n}" for n in range(first, first + 3)]
    for section in of_kind(built, "tech", "prioritet"):
        assert len(section.text.text) > 500


def test_body_headings_agree_with_the_overview(built: dict[str, Built]) -> None:
    overview = built["tech"].section("prioriteter").text.text.split("\n\n")
    titles = [section.title for section in of_kind(built, "tech", "prioritet")]
    assert len(overview) == 16
    # Numbers 7 and 8 are worded a little differently in the body than in the overview.
    same = [title == line for title, line in zip(titles, overview[:12], strict=True)]
    assert same == [True] * 6 + [False, False] + [True] * 4
    assert (
        titles[6] == "Understøtte samarbejdet I EU og NATO med tech-industrien om kritisk teknologi"
    )


def test_thirty_conclusions_in_order(built: dict[str, Built]) -> None:
    found = of_kind(built, "rk", "konklusion")
    assert [section.number for section in found] == [str(n) for n in range(1, 31)]
    assert all("number" not in section.derived for section in found)
    assert found[29].text.text.startswith("Rådet vil vende tilbage til dette spørgsmål")
    assert all(section.text.text.endswith((".", ":")) for section in found)


def test_fifteen_dash_items_in_one_unbroken_list(built: dict[str, Built]) -> None:
    six = built["rk"].section("6")
    assert six.children == tuple(f"rk/6/{n}" for n in range(1, 16))
    firsts = [built["rk"].section(f"6/{n}").text.text.split()[0] for n in range(1, 16)]
    assert firsts == [
        "styrke",
        "aktivt",
        "fremme",
        "påvirke",
        "bidrage",
        "fremme",
        "proaktivt",
        "aktivt",
        "bidrage",
        "bidrage",
        "udveksle",
        "fremme",
        "bidrage",
        "bidrage",
        "forbedre",
    ]


def test_two_footnotes_tied_to_their_marks(built: dict[str, Built]) -> None:
    item = built["rk"].section("6/9")
    assert "cyberposition og hybride kampagner samt" in item.text.text
    tied = [
        (mark.mark, item.text.text[: mark.offset].split()[-1], mark.section)
        for mark in item.footnotes
    ]
    assert tied == [
        ("1", "cyberposition", "rk/fodnoter/1"),
        ("2", "kampagner", "rk/fodnoter/2"),
    ]
    first = built["rk"].section("fodnoter/1").text.text
    assert first.startswith("Rådets konklusioner af 23. maj 2022")
    assert "/05/23/cyber-posture-council-approves-conclusions/" in first
    assert "/06/21/" in built["rk"].section("fodnoter/2").text.text


def test_nine_partnerships_with_years_and_agreements(built: dict[str, Built]) -> None:
    found = of_kind(built, "partnerskaber", "partnerskab")
    assert {section.fields["country"]: section.fields["year"] for section in found} == {
        "Kina": "2008",
        "Japan": "2014",
        "Indonesien": "2017",
        "Mexico": "2017",
        "Indien": "2020",
        "Sydkorea": "2011",
        "Sydafrika": "2022",
        "Vietnam": "2023",
        "Australien": "2023",
    }
    japan = built["partnerskaber"].section("japan")
    assert japan.fields["agreements"] == (
        "strategisk partnerskab (2014)",
        "joint statement (2023)",
        "arbejdsprogram (2023-2028)",
    )
    # An action plan that is still being made is no agreement.
    sydafrika = built["partnerskaber"].section("sydafrika").fields["agreements"]
    assert sydafrika == ("grønt strategisk partnerskab (2022)",)
    assert built["partnerskaber"].section("australien").text.text == (
        "Australien og Danmark (2023): strategisk partnerskab."
    )


def test_three_roles_with_all_recommendations(built: dict[str, Built]) -> None:
    roles = of_kind(built, "cms", "rolle")
    assert [role.title for role in roles] == [
        "Alliancebrobygger",
        "Samtænkningsbrobygger",
        "Teknologisk brobygger",
    ]
    assert [len(role.children) for role in roles] == [6, 3, 4]
    assert kinds(built, "cms")["hovedpunkt"] == 3


def test_colophon_is_in_no_role(built: dict[str, Built]) -> None:
    kolofon = built["cms"].section("kolofon")
    assert kolofon.lines == ((153, 160),)
    assert kolofon.text.text.endswith("Center for Militære Studiers")


def test_charts_of_tech_as_tables(built: dict[str, Built]) -> None:
    companies = built["tech"].section("tabeller/1").table
    assert companies
    assert [row[0] for row in companies.rows] == [str(n) for n in range(1, 31)] + ["", ""]
    assert ("6", "Meta Platforms (Facebook)", "$ 1.306 mia.") in companies.rows
    assert ("10", "ASML", "$ 415.62 mia.") in companies.rows
    assert companies.rows[-1] == ("", "Huawei", "Ikke børsnoteret")
    users = built["tech"].section("tabeller/2").table
    assert users
    assert users.rows[0] == ("Instagram Threads", "5 dage")
    assert users.rows[-1] == ("LinkedIn", "7 år, 11 måneder")
    assert len(users.rows) == 16


@pytest.mark.parametrize(
    ("tail", "pages"),
    [
        ("1", ("5",)),
        ("3", ("11",)),
        ("3.2", ("12", "13")),
        ("3.1", ("11", "12", "13")),
        ("5.2", ("24", "25")),
        ("3.5", ()),
        ("2", ()),
    ],
)
def test_pages_only_where_they_are_known(
    built: dict[str, Built], tail: str, pages: tuple[str, ...]
) -> None:
    assert built["uss"].section(tail).pages == pages


def test_pages_of_the_council_document(built: dict[str, Built]) -> None:
    assert built["rk"].section("6/5").pages == ("5",)
    assert built["rk"].section("6/11").pages == ()
