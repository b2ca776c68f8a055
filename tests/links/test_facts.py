"""Facts that differ between small documents, and those that do not."""

from __future__ import annotations

import pytest

from strategikort.links.evidence import EvidenceRoom
from strategikort.links.factrules import Disagreement
from strategikort.links.facts import FactFinder
from strategikort.model import Document, Section
from strategikort.readers import read
from strategikort.structure.auto import sections_of, source_of
from strategikort.text.source import Source


class Shelf:
    """Documents made from the text of Markdown files, called a, b, c …"""

    documents: tuple[Document, ...] = ()

    def __init__(self, *texts: str) -> None:
        self.sources: dict[str, Source] = {}
        self.sections: dict[str, Section] = {}
        for name, text in zip("abc", texts, strict=False):
            file = read(text.encode(), f"{name}.md")
            self.sources[name] = source_of(file)
            self.sections |= {section.id: section for section in sections_of(file, name)}

    def source(self, document_id: str) -> Source:
        return self.sources[document_id]

    def disagreements(self) -> list[Disagreement]:
        return FactFinder(self.sections, EvidenceRoom(self)).disagreements()


def shown(found: list[Disagreement]) -> dict[tuple[str, str], list[tuple[str, str, bool]]]:
    return {
        (item.id, item.subject): [
            (statement.evidence.section, statement.value, statement.counted)
            for statement in item.statements
        ]
        for item in found
    }


PLAIN = "# Lande\n\nVi har strategiske partnerskaber med to udvalgte lande: {}\n"
GREEN = "# Klima\n\nVi har grønne strategiske partnerskaber med {}\n"


@pytest.mark.parametrize(
    ("listed", "differing"),
    [
        ("Indien og Japan", {"Indien", "Japan"}),
        ("Indien (2020), Japan og også Kina.", {"Indien", "Japan"}),
        ("Indien. Et andet land er Japan.", {"Indien"}),
        ("Indien, EU og Japan.", {"Indien"}),
        ("Kina.", set()),
        ("mange.", set()),
    ],
)
def test_only_names_of_one_unbroken_list_count(listed: str, differing: set[str]) -> None:
    shelf = Shelf(PLAIN.format("Indien og Japan."), GREEN.format(listed))
    found = shown(shelf.disagreements())
    assert found == {
        ("partnerskabets-slags", land): [
            ("a/lande", "strategisk partnerskab", False),
            ("b/klima", "grønt strategisk partnerskab", False),
        ]
        for land in differing
    }


def test_the_words_of_a_disagreement_stand_in_their_lines() -> None:
    shelf = Shelf(PLAIN.format("Indien og Japan."), GREEN.format("Indien."))
    (found,) = shelf.disagreements()
    assert found.question == "Hvad kaldes partnerskabet med Indien?"
    assert [statement.evidence.text for statement in found.statements] == [
        "strategiske partnerskaber med to udvalgte lande: Indien",
        "grønne strategiske partnerskaber med Indien",
    ]
    assert {statement.evidence.place.lines for statement in found.statements} == {((3, 3),)}


@pytest.mark.parametrize(
    ("number", "counted"),
    [("to", None), ("2", None), ("tre", "3"), ("4", "4")],
)
def test_a_number_of_lands_is_held_against_those_named(number: str, counted: str | None) -> None:
    text = PLAIN.replace("to udvalgte", f"{number} udvalgte").format("Indien og Japan.")
    found = shown(Shelf(text).disagreements())
    expected = {("antal-partnerskaber", ""): [("a/lande", counted, False), ("a/lande", "2", True)]}
    assert found == (expected if counted else {})


@pytest.mark.parametrize(("said", "number"), [("to", "2"), ("2", "2"), ("tre", "3"), ("10", "10")])
def test_a_number_in_a_title_is_held_against_the_rows(said: str, number: str) -> None:
    shelf = Shelf("# Tal\n\n| Navn | Tal |\n|---|---|\n| Meta | 1 |\n| ASML | 2 |\n")
    table = next(section for section in shelf.sections.values() if section.table)
    title = f"De {said} største virksomheder"
    shelf.sections[table.id] = table._replace(title=title)
    expected = {("antal-rader", title): [(table.id, number, False), (table.id, "2", True)]}
    assert shown(shelf.disagreements()) == (expected if number != "2" else {})


@pytest.mark.parametrize(
    ("first", "second", "differ"),
    [
        ("Fremtidstopmøde i september 2024", "Fremtidstopmøde i september", False),
        ("Fremtidstopmøde i september 2024", "Fremtidstopmøde i september 2025", True),
        ("EU-formandskabet i 2025", "EU-formandskab i 2025", False),
        ("Forsvaret skal have 2 procent af BNP", "forsvar for 3 procent af BNP", True),
        ("Forsvaret skal have 2 procent af BNP", "Vi giver 2 pct. af BNP til forsvar", False),
        ("Forsvaret skal have 2 procent af BNP", "Vi giver 3 pct. af BNP til forsvar", True),
        ("Bistanden er 0,7 pct. af BNI", "Ulandsbistanden skal være 1 pct. af BNI", True),
        ("Studier fra OECD (2019)", "Studier fra OECD (2021)", False),
        ("Forsvaret skal have 2 procent af BNP", "Forsvaret skal have 2,0 % af BNP", False),
        ("Fremtidstopmøde i september 2024", "Fremtidstopmøde i 2024", False),
        ("I 2014 fik forsvaret 1,2 pct. af BNP", "I 2030 får forsvaret 2 pct. af BNP", False),
        ("Forsvaret får 1 pct. af BNP i 2030", "I 2030 får forsvaret 2 pct. af BNP", True),
        ("Forsvaret får 1 pct. af BNP", "Polens forsvar får 4 pct. af BNP", False),
        ("Forsvaret får 1 pct. af BNP", "Det tyske forsvar får 2 pct. af BNP", False),
        ("Forsvaret får 1 pct. af BNP", "Som i Tyskland skal dansk forsvar få 2 pct. af BNP", True),
        ("Bistanden er 0,7 pct. af BNI", "EU’s samlede bistand er 0,4 pct. af BNI", False),
    ],
)
def test_a_shorter_answer_that_begins_the_longer_agrees(
    first: str, second: str, differ: bool
) -> None:
    shelf = Shelf(f"# Tid\n\n{first}.\n", f"# Tid\n\n{second}.\n")
    assert bool(shelf.disagreements()) == differ


def test_the_same_place_is_named_once() -> None:
    text = (
        "# Lande\n\nPartnerskaber: Kina (2008) og Danmark (2008) er med. Kina og Danmark (2009)"
        " også.\n"
    )
    found = shown(Shelf(text).disagreements())
    assert found == {
        ("partnerskabets-aar", "Kina"): [("a/lande", "2008", False), ("a/lande", "2009", False)]
    }


@pytest.mark.parametrize(("year", "differ"), [(2022, True), (2012, False), (None, False)])
def test_what_comes_again_is_only_held_against_its_own_time(year: int | None, differ: bool) -> None:
    shelf = Shelf(
        "# Tid\n\nUnder EU-formandskabet i 2025.\n", "# Tid\n\nUnder EU-formandskabet i 2012.\n"
    )
    years = {"a": 2023} | ({"b": year} if year else {})
    found = FactFinder(shelf.sections, EvidenceRoom(shelf), years).disagreements()
    assert bool(found) == differ
