"""Places in contracts, reports and answers, named as people name them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from strategikort import AmbiguousReferenceError, Collection, UnknownReferenceError
from tests.holdings.conftest import Adding, Program, Shelf, named

CONTRACT = """KONTRAKT OM LEVERING AF LABORATORIUM

mellem

Region Nord

og

Qubit A/S

1. Definitioner

1.1 Ved »Laboratoriet« forstås det laboratorium, der er beskrevet i Bilag 1.

1.2 Ved »Leverandøren« forstås Qubit A/S.

2. Levering

2.1 Leverandøren leverer Laboratoriet senest den 1. marts 2026.

3. Betaling

3.1 Kontraktsummen er 48 mio. kr.

3.2 Betaling sker i tre rater:

a) ved underskrift

b) ved levering

c) ved overtagelsesprøve.

4. Tvister

4.1 Tvister afgøres ved voldgift.

Bilag 1. Kravspecifikation

Laboratoriet skal have 50 qubits.
"""
REPORT = """# Redegørelse om net

## 1 Indledning

Redegørelsen beskriver nettet.

## 2 Resultater

Kapitlet viser resultaterne.

### 2.1 Forskning

Der er 600 forskere.

### 2.2 Virksomheder

Der er 33 virksomheder.

#### 2.2.1 Start-ups

Af dem er 21 start-ups.

## 3 Konklusion

Nettet er godt.
"""
CABLES = "# [svar]\n\n## Kabler\n\nDer er 12 kabler.\n\n## Skibe\n\nDer er 300 skibe.\n"
ANSWER = """DIU Alm.del - endeligt svar på spørgsmål 45

Spørgsmål nr. 45

Vil ministeren oplyse, hvor mange kabler staten ejer?

Svar:

Staten ejer to kabler. Det ene går til Bornholm.
"""


@pytest.fixture
def papers(shelf: Shelf) -> Iterator[Collection]:
    shelf(
        ("lab.txt", CONTRACT, "lab"),
        ("redeg.md", REPORT, "redeg"),
        ("svaret.md", CABLES, "kabler"),
        ("svar.txt", ANSWER, "svar45"),
    )
    with Collection.open() as collection:
        yield collection


def test_a_point_of_a_document_is_not_an_item_of_a_list_in_it(papers: Collection) -> None:
    asked = {
        "rk punkt 12": "rk/12",
        "rk punkt 6": "rk/6",
        "rk punkt 6, 3. led": "rk/6/3",
        "rk 6 punkt 3": "rk/6/3",
        "lab punkt 2": "lab/2",
        "lab, dagsordenspunkt 2": "lab/2",
    }
    assert {one: named(papers, one) for one in asked} == asked


def test_a_contract_is_named_and_so_are_its_lettered_items(papers: Collection) -> None:
    asked = {
        "kontraktens pkt. 4.1": "lab/4.1",
        "kontrakten, bilag 1": "lab/bilag-1",
        "lab, pkt. 3.2, litra b": "lab/3.2/2",
        "kontraktens punkt 3.2, litra a-b": "lab/3.2/1 lab/3.2/2",
        "lab, pkt. 3.2, litra d": "",
        "lab, pkt. 1.2, litra a": "",
        "lab, pkt. 3.2 litra b": "lab/3.2/2",
        # What is called a section by one is a point to another.
        "lab, afsnit 4.1": "lab/4.1",
        "lab, afsnit 4.2": "",
    }
    assert {one: named(papers, one) for one in asked} == asked


def test_a_number_with_its_title_is_one_place(papers: Collection) -> None:
    asked = {
        "uss, 4.4 Kina": "uss/4.4",
        "redeg 2.1. Forskning": "redeg/2.1",
        "redeg, kapitel 2: Resultater": "redeg/2",
        "afsnit 2.2 Virksomheder": "redeg/2.2",
        "redeg, 2.1 Virksomheder": "",
    }
    assert {one: named(papers, one) for one in asked} == asked


def test_a_range_of_chapters_does_not_name_what_is_in_them_again(papers: Collection) -> None:
    assert named(papers, "redeg, kap. 1-3") == "redeg/1 redeg/2 redeg/3"


def test_the_first_paragraph_of_a_section_is_not_its_first_part(papers: Collection) -> None:
    (section,) = papers.named("redeg, afsnit 2.2, 1. afsnit").sections
    assert (section.id, section.text.text) == ("redeg/2.2", "Der er 33 virksomheder.")


def test_a_title_that_is_the_word_of_a_kind_is_named_in_its_brackets(papers: Collection) -> None:
    assert named(papers, "svar") == "svar45/spørgsmål/45/svar"
    assert named(papers, "[svar], Skibe") == "kabler/skibe"
    assert named(papers, "[svar], spørgsmål 45") == "svar45/spørgsmål/45"
    with pytest.raises(AmbiguousReferenceError) as error:
        papers.named_document("[svar]")
    assert sorted(error.value.candidates) == ["kabler", "svar45"]
    for section in papers.sections("kabler"):
        for style in ("fodnote", "apa", "chicago"):
            shown = papers.cite(section, style=style).splitlines()[0]
            assert named(papers, shown) == section.id
    both = papers.cite("kabler/skibe", "svar45/spørgsmål/45", style="apa").splitlines()
    assert both[0] == "([svar], u.å.-a, afsnittet »Skibe«, l. 9)"
    assert [named(papers, one) for one in both[:2]] == ["kabler/skibe", "svar45/spørgsmål/45"]


def test_the_one_document_with_a_title_in_brackets_is_named_by_it(
    program: Program, own: Path, tmp_path: Path
) -> None:
    path = tmp_path / "kabler.md"
    path.write_text(CABLES, "utf-8")
    (document,) = program("tilføj", str(path), "--json").json["documents"]
    with Collection.open() as collection:
        assert collection.resolve("[svar]").document == document["id"]
        assert collection.named_document("[svar]").id == document["id"]


def test_pages_without_an_end_are_told_so_and_checked_from_where_they_begin(
    papers: Collection,
) -> None:
    with pytest.raises(UnknownReferenceError) as error:
        papers.resolve("uss, s. 12 ff.")
    assert "»s. 12-14«" in error.value.hint
    quote = "»Samtidig står Ukraine over for en massiv genopbygningsindsats.«"
    for pages, status in (("s. 12 ff.", "exact"), ("s. 10ff", "exact"), ("s. 24 ff.", "misplaced")):
        report = papers.verify_text(f"Regeringen: {quote} (uss, {pages})")
        assert report.quotes[0].verdict.status.value == status, pages


PROPOSAL = """# Sammen om net: udspil fra regeringen

## I. Spor

Sporene har fire initiativer.

## II. Midler

### A. Staten

Staten giver 100 mio. kr.

### B. Fonde

Fonde giver 50 mio. kr.

## III. Mål

### A. Kort sigt

Der skal ske noget i år.

### Delmål 1.2 Efteruddannelse

Flere skal efteruddannes.
"""


def test_parts_with_roman_numbers_and_letters_are_named_as_they_are_called(add: Adding) -> None:
    add("net.md", id="net", content=PROPOSAL)
    asked = {
        "net, kapitel II": "net/ii",
        "net, kapitel 3": "net/iii",
        "net, chapter 3": "net/iii",
        "udspillets kapitel III": "net/iii",
        "Sammen om net, kapitel 2": "net/ii",
        "net, kapitel II, afsnit B": "net/b",
        "net, kapitel III, afsnit A": "net/iii/a",
        "net, kapitel III, afsnit B": "",
        "net, kapitel IV": "",
        "delmål 1.2": "net/delmål-1-2-efteruddannelse",
        "net, kapitel I og III": "net/i net/iii",
        "net, kapitel I-III": "net/i net/ii net/iii",
        "net, chapters I, II and III": "net/i net/ii net/iii",
        "net, kapitel I og V": "",
    }
    with Collection.open() as collection:
        assert {one: named(collection, one) for one in asked} == asked
