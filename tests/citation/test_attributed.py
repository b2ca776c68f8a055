"""Quotations that are said to be from the right document, and from another, in many ways."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from strategikort.citation.memo import Report
from strategikort.citation.verdict import Status

NATION = "Danmark er en stor nation, men et lille land"
OFFLINE = "de rettigheder, som gælder offline, også gælder online"
QUOTES = {
    "den udenrigs- og sikkerhedspolitiske strategi": (NATION, OFFLINE),
    "udenrigsstrategien": (NATION, OFFLINE),
    "uss": (NATION, OFFLINE),
    "Rådets konklusioner om digitalt diplomati": (OFFLINE, NATION),
    "rådskonklusionerne": (OFFLINE, NATION),
}


@pytest.mark.parametrize(
    "sentence",
    [
        "I {d} hedder det »{q}«.",
        "»{q}«, skriver {d}.",
        "»{q}«, hedder det i {d}.",
        "Ifølge {d} er »{q}«.",
        "{D} slår fast, at »{q}«.",
        "»{q}« ({d}).",
        "»{q}« (jf. {d}).",
        "»{q}« fremgår det af {d}.",
        "»{q}« [{d}].",
        "Det fremgår af {d}, at »{q}«.",
        "{D} siger om sagen, at »{q}«.",
        "{D} er klar: »{q}«.",
        "»{q}« er ordene i {d}.",
        "Som det udtrykkes i {d}: »{q}«.",
        "Man kan i {d} læse, at »{q}«.",
        "{D} indeholder formuleringen »{q}«.",
        "Citatet »{q}« er fra {d}.",
        "{D} har sætningen »{q}«.",
        "Med ordene »{q}« fra {d} begyndte det.",
        "Læs i {d}: »{q}«.",
        "»{q}« – sådan står der i {d}.",
        "{D}: »{q}«",
        "{D} (»{q}«) er klar.",
        "I {d} blev det i 2023 slået fast, at »{q}«.",
        "{D}, som udkom i maj, siger »{q}«.",
        "Man finder i {d} følgende passus: »{q}«.",
        "»{q}«, som {d} formulerer det.",
        "I {d} lægges der vægt på, at »{q}«.",
        "{D} gør det klart, at »{q}«.",
        "{D} åbner med »{q}«.",
        "Læg mærke til, hvad {d} siger: »{q}«.",
        "Det er i {d}, vi finder ordene »{q}«.",
        "Med {d}s ord er »{q}«.",
        "Uddrag af {d}: »{q}«.",
        "»{q}« (uddrag af {d}).",
        "»{q}« / {d}",
        "> »{q}«, {d}",
        "{D} – »{q}«",
        "| {d} | »{q}« |",
        "Ordene »{q}« kan findes i {d}.",
        "Vi har læst {d}. Der står: »{q}«.",
    ],
)
@pytest.mark.parametrize("name", QUOTES)
def test_a_wrong_document_is_told_and_the_right_one_is_right(
    check: Callable[..., Report], sentence: str, name: str
) -> None:
    for quote, status in zip(QUOTES[name], (Status.EXACT, Status.MISPLACED), strict=True):
        text = sentence.format(d=name, D=name[0].upper() + name[1:], q=quote)
        (found,) = check(text).quotes
        assert found.verdict.status is status
