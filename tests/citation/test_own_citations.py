"""A citation as the program writes it is read again, whatever form a memo has it in."""

from __future__ import annotations

from pathlib import Path

import pytest

from strategikort.citation.quotes import MIN_LENGTH
from strategikort.citation.verdict import Status
from strategikort.library import Collection
from tests.conftest import Program

SECTIONS = (
    ("uss/titelblad", "uss/1"),
    ("uss/3.3", "uss/3.4"),  # its citation as a footnote has more than 200 characters
    ("uss/4/citat", "uss/4.1"),
    ("uss/4/figurer/1", "uss/4.1"),
    ("uss/pejlemærker", "uss/2"),
    ("tech/tabeller/1", "tech/mission"),
    ("tech/prioriteter", "tech/indledning"),
    ("tech/prioriteter/5", "tech/prioriteter/8"),
    ("tech/prioriteter/5/faktaboks", "tech/prioriteter/8"),
    ("rk/6/3", "rk/7"),
    ("partnerskaber/indledning", "partnerskaber/indien"),
    ("cms/anbefalinger/1/3", "cms/implikationer"),
)
"""Sections, and others of their documents."""

FORMS = {
    "in a parenthesis at the end of a block": "> {quote} ({short})",
    "behind a dash on the line of a block": "> {quote} — {short}",
    "behind a short dash on the line of a block": "> {quote} – {note}",
    "on a line of a block": "> {quote}\n> ({short})",
    "behind a dash in a block": "> {quote}\n>\n> — {note}",
    "behind marks in a block": "> »{quote}« ({short})",
    "behind a comma in a block": "> »{quote}«, {note}",
    "as the last paragraph of a block": "> {quote}\n>\n> {note}",
    "behind a comma": "»{quote}«, {note}",
    "behind a dash": "»{quote}« – {note}",
    "in a footnote": "»{quote}«[^1]\n\n[^1]: {note}",
    "behind a label": "»{quote}« Kilde: {note}",
    "behind jf.": "»{quote}«, jf. {note}",
    "in a parenthesis": "»{quote}« ({bare})",
    "in a parenthesis in italics": "**»{quote}«** *({short})*",
    "in a parenthesis in a sentence": "Der står, at »{quote}« ({short}), og det er nyt.",
    "on the line below": "»{quote}«\n{note}",
}


@pytest.mark.parametrize("form", FORMS)
def test_its_own_citations_are_read_again(collection: Collection, form: str) -> None:
    wrong = []
    for section, other in SECTIONS:
        quote = collection.section(section).text.text.split("\n")[0]
        if len(quote) < MIN_LENGTH:
            continue
        for cited, expected in ((section, Status.EXACT), (other, Status.MISPLACED)):
            note = collection.cite(cited, style="fodnote")
            memo = FORMS[form].format(
                quote=quote, short=collection.cite(cited), note=note, bare=note.rstrip(".")
            )
            found = [item.verdict.status for item in collection.verify_text(memo).quotes]
            wrong += [] if found == [expected] else [(section, cited, found)]
    assert not wrong


@pytest.mark.parametrize("style", ["kort", "fodnote", "apa", "chicago", "markdown"])
def test_what_citér_writes_with_the_words_is_exact(collection: Collection, style: str) -> None:
    for section, _ in SECTIONS:
        memo = collection.cite(section, style=style, quote=True)
        found = [item.verdict.status for item in collection.verify_text(memo).quotes]
        assert set(found) <= {Status.EXACT}, memo


@pytest.mark.parametrize(
    ("below", "status"),
    [
        ("Uss, s. 12.", Status.MISPLACED),
        ("Udenrigs- og sikkerhedspolitisk strategi, s. 12", Status.MISPLACED),
        ("Uss, s. 5.", Status.EXACT),
        ("Se også uss, s. 12.", Status.EXACT),
        ("Det samme står i uss, s. 12.", Status.EXACT),
        ("Uss, s. 12, siger noget andet.", Status.EXACT),
        ("Uss, s. 12:", Status.EXACT),
        ("Uss, s. 12\n\n> Kina vil have større albuerum.", Status.EXACT),
        ("Pejlemærke 3.", Status.EXACT),  # a heading, as often as a source
    ],
)
def test_a_line_apart_below_a_block_may_be_its_source(
    collection: Collection, below: str, status: Status
) -> None:
    memo = f"> Rusland ser stort på international lov.\n\n{below}\n\nOg så videre.\n"
    first = collection.verify_text(memo).quotes[0].verdict
    assert (first.status, first.notes) == (status, ())


ENDS = ("partnerskaber/japan", "uss/titelblad", "uss/4/figurer/1", "rk/6/4")
"""Sections that end in a parenthesis, or in a line that says where a figure is from."""


@pytest.mark.parametrize(
    "form", ["> {}\n\n{}", "> {}\n\n({})", "> {}\n>\n> — {}", "> {}\n\nKilde: {}"]
)
def test_the_end_of_a_source_is_not_taken_for_the_citation(
    collection: Collection, form: str
) -> None:
    # »(2021-2024)« was, and the citation below it was not looked at.
    for section, (other, _) in zip(ENDS, SECTIONS[-2:] * 2, strict=True):
        quote = collection.cite(section, style="markdown", quote=True).partition("\n>\n> —")[0]
        quote = quote.removeprefix("> ")
        for cited, expected in ((section, Status.EXACT), (other, Status.MISPLACED)):
            memo = form.format(quote, collection.cite(cited))
            (found,) = collection.verify_text(memo).quotes
            assert (found.verdict.status, found.verdict.notes) == (expected, ()), memo


def test_a_citation_in_a_table_is_no_quotation(program: Program, tmp_path: Path) -> None:
    # A title with more than 200 characters, which stand in its document, was »ændret«.
    title = (
        f"Aftale om en ny national strategi for digital sikkerhed og {'robuste kæder og ' * 9}værdi"
    )
    file, own = tmp_path / "aftale.md", str(tmp_path / "own.sqlite")
    file.write_text(
        f"# {title}\n\n## 1. Mål\n\nPartierne vil styrke indsatsen i hele landet.\n\n## 2. Midler\n"
    )
    assert program("tilføj", str(file), "--titel", title, "--samling", own).status == 0
    note = program(
        "citér", "aftale.md, afsnit 1", "--stil", "fodnote", "--samling", own
    ).out.strip()
    assert title in note
    memo = f"| Citat | Kilde |\n|---|---|\n| »Partierne vil styrke indsatsen i hele landet« | {note} |\n"
    outcome = program("verificér", "-", "--samling", own, stdin=memo)
    assert outcome.out.endswith("\n1 citat: 1 ordret.\n")
