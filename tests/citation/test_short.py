from __future__ import annotations

import subprocess
import sys

import pytest

from strategikort.citation.dates import DateParts, danish_date, date_parts
from strategikort.citation.short import join_lines, join_pages, short_citation


@pytest.mark.parametrize(
    ("iso", "danish"),
    [
        ("2023", "2023"),
        ("2023-05", "maj 2023"),
        ("2022-07-18", "18. juli 2022"),
        ("2024-03-01", "1. marts 2024"),
        ("", "u.å."),
        ("foråret 2024", "foråret 2024"),
        ("2024-13", "2024-13"),
    ],
)
def test_danish_dates(iso: str, danish: str) -> None:
    assert danish_date(iso) == danish


def test_date_parts_of_a_date_cut_short() -> None:
    assert date_parts("2023-05") == DateParts(2023, 5, None)
    assert date_parts("i går") is None


@pytest.mark.parametrize(
    ("section", "citation"),
    [
        (
            "rk/6/3",
            "Rådet for Den Europæiske Union: Rådets konklusioner om EU's digitale diplomati "
            "(11406/22), 18. juli 2022, konklusion 6, 3. led, l. 86-88 [rk/6/3]",
        ),
        (
            "rk/6/5",
            "Rådet for Den Europæiske Union: Rådets konklusioner om EU's digitale diplomati "
            "(11406/22), 18. juli 2022, konklusion 6, 5. led, s. 5, l. 103-105 [rk/6/5]",
        ),
        (
            "tech/prioriteter/8",
            "Udenrigsministeriet: [Strategi for tech-diplomati], [2024], 8. prioritet, "
            "l. 1206-1231 [tech/prioriteter/8]",
        ),
        (
            "uss/3.2",
            "Regeringen/Udenrigsministeriet: Udenrigs- og sikkerhedspolitisk strategi, maj 2023, "
            "afsnittet »Nordisk forsvarssamarbejde og sikkerhed i Østersøregionen«, s. 12-13, "
            "l. 514-532 [uss/3.2]",
        ),
        (
            "tech/tabeller/2",
            "Udenrigsministeriet: [Strategi for tech-diplomati], [2024], tabellen »Tiden det tog "
            "at nå 100 millioner brugere«, l. 497-557 [tech/tabeller/2]",
        ),
    ],
)
def test_short_citation(five, section: str, citation: str) -> None:
    cited = five.sections[section]
    assert short_citation(five.documents[cited.document], cited) == citation


def test_only_empty_lines_join_those_of_a_section(five) -> None:
    figure = five.sections["uss/3/figurer/1"]
    assert sorted(figure.lines)[:3] == [(394, 395), (400, 403), (405, 408)]
    cited = short_citation(five.documents["uss"], figure)
    assert ", l. 394-395, 400-429 [" in cited


def test_passage_lines_keep_the_reading_order(five) -> None:
    section = five.sections["uss/3.2"]
    citation = short_citation(
        five.documents["uss"], section, lines=[(709, 710), (592, 592), (593, 593)], pages=["13"]
    )
    assert citation.endswith(", s. 13, l. 709-710, 592-593 [uss/3.2]")


def test_what_is_not_known_is_left_out(five) -> None:
    document = five.documents["rk"]._replace(
        publisher="", date="", number=None, short_title="", title="Et notat"
    )
    section = five.sections["rk/6"]._replace(pinpoint="", lines=(), heading_lines=())
    assert short_citation(document, section) == "Et notat, u.å. [rk/6]"


def test_pages_that_count_on_are_joined() -> None:
    assert join_pages(["iv", "12", "13", "14", "20"]) == "iv, 12-14, 20"
    assert join_pages([]) == ""


def test_lines_are_joined_only_forwards() -> None:
    assert join_lines([(3, 4), (5, 5), (5, 9), (1, 2)]) == "3-9, 1-2"


def test_short_citations_load_nothing_heavy() -> None:
    code = (
        "import sys, strategikort.citation.short\n"
        "heavy = {'yaml', 'rapidfuzz', 'rich', 'pdfminer', 'sqlite3', 'json'} & set(sys.modules)\n"
        "sys.exit(', '.join(heavy) or 0)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
