"""Text set in capitals that a file says to be small for the most part."""

from __future__ import annotations

from collections.abc import Sequence

from tests.readers.draw import Sheet, prose

HEADINGS = [
    "Er skattEfriE, så dEt bliVEr nEmmErE",
    "30 timErs arbEjdsugE oVEr En 10-årig pEriodE",
    "LovEnE skal VærE bEdrE for allE",
    "EffEktiV hjælp til dE fattigstE",
    "Vi VEd, at naturEn skal lEVE frit",
    "ElEVErnE skal haVE bEdrE skolEr",
    "BEdrE livskValitEt for dE gamlE",
    "NEtVærk og flErE VirksomhEdEr",
    "UniVErsitEtEr og fagskolEr",
    "Til grøn oVErgang og EnErgi i haVEt",
    "HaVEr, skoVE og græssEt på tagEt",
    "StraffEn skal VirkE, og liVEt lEVEs",
]


def found(lines: Sequence[str], times: int = 2) -> str:
    sheet = Sheet()
    for _ in range(times):
        y = sheet.page().lines(60, 80, prose(10)) + 20
        for line in lines:
            sheet.text(60, y, line, 11, font="Times")
            y += 40
    return sheet.read().text


def test_capitals_within_words_are_small_where_the_font_has_no_small_ones() -> None:
    text = found(HEADINGS)
    assert "Er skattefrie, så det bliver nemmere" in text
    assert "30 timers arbejdsuge over En 10-årig periode" in text
    assert "Lovene skal Være bedre for alle" in text


def test_names_keep_their_capitals() -> None:
    lines = [
        f"Brug MitID, NemID, BioNTech og eIDAS i {word}" for word in HEADINGS[3].lower().split()
    ]
    assert "Brug MitID, NemID, BioNTech og eIDAS i hjælp" in found(lines, times=30)


def test_names_of_code_keep_their_capitals() -> None:
    parts = "Id Element Version Info Event Value Entry View Item Enhed".split()
    names = [f"hent{one}{two}" for one in parts for two in parts]
    lines = [" ".join(names[at : at + 5]) for at in range(0, 75, 5)]
    assert all(line in found(lines, times=1) for line in lines)


def test_text_in_capitals_stays_so() -> None:
    lines = [line.upper() for line in HEADINGS]
    assert "ER SKATTEFRIE, SÅ DET BLIVER NEMMERE" in found(lines)
