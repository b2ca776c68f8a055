"""Addresses on the web that open a document where a section stands."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

import pytest

from strategikort import Collection
from tests.conftest import Outcome
from tests.holdings.conftest import Adding, Program, checked
from tests.holdings.test_docs import strategy_pdf

PAGE = """<html lang="da"><head><title>Kvante</title></head><body><h1>Kvantestrategi for Danmark</h1>
<p>Regeringen vil styrke forskningen i kvanteteknologi, og den vil gøre det hurtigt.</p>
<h2>Forskning</h2>
<p>Regeringen vil styrke forskningen i kvanteteknologi, fordi den er vigtig - og 50 % &amp; mere.</p>
<p>Der er 600 forskere i landet, og flere kommer til hvert år.</p>
<h2>Uddannelse</h2><p>Flere på e-learning, også i Jylland.</p><h2>Kort</h2><p>Nej.</p>
<h2>Igen</h2>
<p>Regeringen vil styrke forskningen i kvanteteknologi, og den vil gøre det hurtigt.</p>
</body></html>"""
ADDRESS = "https://um.dk/kvante"


@pytest.fixture
def page(add: Adding) -> str:
    add("kvante.html", PAGE, profile=f"id: kv\nmetadata:\n  url: {ADDRESS}\n")
    return ADDRESS


def told(outcome: Outcome) -> str:
    assert outcome.status == 0, outcome.err
    return outcome.out.rstrip("\n")


@pytest.mark.parametrize(
    ("section", "words"),
    [
        # The words that begin another paragraph before are not enough.
        (
            "forskning",
            "Regeringen vil styrke forskningen i kvanteteknologi, fordi,kommer til hvert år.",
        ),
        ("uddannelse", "Flere på e-learning, også i Jylland."),
        # One word may stand in the menu, and what stands before as well would be found there.
        ("kort", ""),
        ("igen", ""),
    ],
)
def test_a_section_of_a_web_page_is_opened_at_its_words(
    program: Program, page: str, section: str, words: str
) -> None:
    address = told(program("åbn", f"kv/{section}", "--adresse"))
    mark = f"{page}#:~:text="
    if not words:
        assert address == page
        return
    assert address.startswith(mark)
    first, *last = address.removeprefix(mark).split(",")
    assert ",".join(map(unquote, [first, *last])) == words
    # Hyphens and commas have a meaning of their own, blanks and letters none in an address.
    assert address.isascii()
    assert not set("- ") & set(address.removeprefix(mark))


def test_where_an_address_leads_is_said(program: Program, page: str) -> None:
    assert "fremhæver dem" in program("åbn", "kv/forskning", "--adresse").err
    assert "stedet i det kan ikke skrives" in program("åbn", "kv/igen", "--adresse").err
    assert told(program("åbn", "kv", "--adresse")) == page


def test_an_address_that_is_not_known(program: Program, own: Path, tmp_path: Path) -> None:
    """A profile is for the user's own; he was once told to change that of a built-in document."""
    refused = program("åbn", "rk 6", "--adresse")
    assert (refused.status, refused.out) == (2, "")
    assert refused.err.splitlines() == [
        "Fejl: Adressen på rk på nettet kendes ikke.",
        "Dokumentet følger med programmet, uden adresse; dets fil åbnes med strategikort åbn rk.",
    ]
    note = tmp_path / "notat.md"
    note.write_text("# Notat\n\nEn sætning.\n", "utf-8")
    program("tilføj", str(note))
    own = program("åbn", "notat", "--adresse")
    assert (own.status, own.out) == (2, "")
    assert "Skriv den i dokumentets profil (metadata: url)" in own.err


def test_a_page_of_a_pdf_is_opened_by_its_number(
    program: Program, own: Path, tmp_path: Path
) -> None:
    path = tmp_path / "rapport.pdf"
    strategy_pdf(path)
    profile = "id: rap\nmetadata:\n  url: https://um.dk/rapport.pdf\n"
    path.with_name("rapport.pdf.yaml").write_text(profile, "utf-8")
    program("tilføj", str(path))
    with Collection.open() as collection:
        last = [section.id for section in collection.sections("rap")][-1]
    outcome = program("åbn", last, "--adresse")
    assert told(outcome) == "https://um.dk/rapport.pdf#page=4"
    assert "siden i PDF-filen" in outcome.err
    answer = checked(program, "åbn", last, "--vis")
    assert answer["url"] == "https://um.dk/rapport.pdf#page=4"


def test_every_passage_of_the_web_page_is_found_by_its_words(collection: Collection) -> None:
    whole = " ".join(collection.source("partnerskaber").text.split()).casefold()
    for section in collection.sections("partnerskaber"):
        link = collection.web_link(section)
        assert link is not None
        assert link.exact == "words"
        first, *last = map(unquote, link.address.partition("text=")[2].casefold().split(","))
        own = " ".join((section.text.text or section.title).split()).casefold()
        start = whole.index(first)
        assert own.startswith(first)
        for words in last:
            end = whole.index(words, start + len(first)) + len(words)
            assert own.endswith(words)
            assert " ".join(whole[start:end].split()) == own


def test_a_saved_page_is_cited_with_its_own_address(
    program: Program, own: Path, tmp_path: Path
) -> None:
    path = tmp_path / "gemt.html"
    own_address = "https://fvm.dk/kvante"
    path.write_text(PAGE.replace("<title>", f'<link rel="canonical" href="{own_address}"><title>'))
    program("tilføj", str(path))
    note = program("citér", "gemt.html/uddannelse", "--stil", "fodnote").out
    assert f", {own_address} (besøgt " in note
    assert "Adresse: websidens hoved\n" in program("dokumenter", "gemt.html").out
    assert told(program("åbn", "gemt.html", "--adresse")) == own_address
    # What a profile says goes before what the page says.
    path.with_name("gemt.html.yaml").write_text(f"metadata:\n  url: {ADDRESS}\n", "utf-8")
    program("tilføj", str(path))
    assert told(program("åbn", "gemt.html", "--adresse")) == ADDRESS
