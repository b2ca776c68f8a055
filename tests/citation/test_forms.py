"""Quotations as people set them: in other marks, in lists, over line ends, with a word changed."""

from __future__ import annotations

import pytest

from strategikort.citation.archive import Archive
from strategikort.citation.memo import Report, check_memo, read_memo
from strategikort.citation.quotes import find_quotes
from strategikort.citation.verify import Status, verify

ACTIVE = "Vi skal føre en aktiv, ambitiøs og optimistisk udenrigspolitik"
BOND = "NATO og et stærkt transatlantisk bånd er fortsat krumtappen for vores sikkerhed"
INDUSTRY = (
    "Danmark skal også engagere sig i opbygningen af europæisk forsvarsindustri og styrke vores"
    " virksomheders engagement i de internationale samarbejder"
)


@pytest.fixture(scope="module")
def archive(five) -> Archive:
    return Archive(five.sections.values(), five.sources.__getitem__)


@pytest.fixture
def check(archive, collection):
    def checked(text: str, name: str = "notat.txt") -> Report:
        return check_memo(archive, read_memo(text.encode(), name), collection.cited)

    return checked


@pytest.mark.parametrize("blank", [" ", "\u00a0", "\u202f"])
def test_blanks_within_french_marks(check, blank: str) -> None:
    report = check(f"Det hedder «{blank}{ACTIVE}{blank}» (uss), og det er «ord», siger hun.")
    assert [item.verdict.status for item in report.quotes] == [Status.EXACT]
    assert report.warnings == ()


@pytest.mark.parametrize(
    "text",
    [
        "Han sagde „Vi skal tale ”åbent og ærligt” med de andre lande“ og gik.",
        "Han sagde “Vi skal tale ”åbent og ærligt” med de andre lande” og gik.",
        "Han sagde »Vi skal tale «åbent og ærligt» med de andre lande« og gik.",
        "Han sagde «Vi skal tale »åbent og ærligt« med de andre lande» og gik.",
    ],
)
def test_marks_within_marks_that_look_like_their_ends(text: str) -> None:
    found = find_quotes(text)
    assert [item.text.split()[-1] for item in found.quotes] == ["lande"]
    assert found.warnings == ()


@pytest.mark.parametrize("mark", ["*", "-", "+", "1.", "a)"])
def test_an_item_of_a_list_that_is_a_documents_words(check, mark: str) -> None:
    report = check(f"Fakta\n\n{mark} {INDUSTRY}\n{mark} Strategien er lang.\n")
    assert [item.verdict.status for item in report.quotes] == [Status.EXACT]


def test_a_word_that_goes_on_with_a_small_word_at_a_line_end(archive) -> None:
    quote = (
        "NATO og EU ikke blot mødes til officielle højniveaumøder eller på stab-\ntil-stab-niveau"
    )
    assert verify(archive, quote).status is Status.EXACT


@pytest.mark.parametrize(
    ("quote", "difference"),
    [
        ("Vi fremme vores værdier og rettigheder med blik for", ("", "skal")),
        ("særligt hvad angår udvikling og af ny teknologi", ("", "implementering")),
        (
            "NATO’s planlægningsprocesser yderligere, særligt hvad angår udvikling og af",
            ("", "implementering"),
        ),
    ],
)
def test_a_word_left_out_beside_the_end_of_a_quotation(archive, quote, difference) -> None:
    verdict = verify(archive, quote)
    found = [(item.quote, item.source) for item in verdict.differences]
    assert difference in found


def test_a_dash_that_begins_a_line_is_no_change_beside_another(archive) -> None:
    quote = "NATO kvanteacceleratorprogram\n– DIANA – og har afledt en række drøftelser i EU"
    found = verify(archive, quote).differences
    assert [(item.quote, item.source) for item in found] == [("EU", "NATO"), ("", "strategiske")]
