"""Times and sums, as they stand in sentences."""

from __future__ import annotations

import pytest

from strategikort.links.rules import known_rules


@pytest.mark.parametrize(
    "words",
    [
        "inden udgangen af 2030",
        "Inden udgangen af 2030",
        "inden udgangen af året",
        "inden 1. juli 2026",
        "inden den 1. juli 2026",
        "inden for to år",
        "indenfor max 2 år",
        "inden 4 uger",
        "inden 6 måneder efter afgørelsen",
        "senest den 1. marts 2026",
        "senest i 2030",
        "senest med udgangen af 2026",
        "senest tre måneder efter idriftsættelse",
        "senest tre måneder efter, at planen er klar",
        "senest i folketingssamlingen 2026/2027",
        "i folketingsåret 2026-2027",
        "ved udgangen af 2026",
        "i efteråret 2026",
        "i andet kvartal 2026",
        "i 2. kvartal 2026",
        "ultimo 2026",
        "fra og med 1. januar 2026",
        "frem til 2030",
        "frem mod 2030",
        "frem mod næste års forhandlinger",
        "i perioden 2026-2029",
        "i 2026-2029",
        "i 2026 og 2027",
        "i løbet af 2026",
        "til 2045",
        "i indeværende år",
        "senest 7 kalenderdage før generalforsamlingen",
        "med mindst 14 kalenderdages varsel",
        "med fire ugers varsel",
        "hvert andet år",
        "senest ved årets udgang",
        "ved årets udgang",
        "senest i efteråret",
        "senest i efteråret 2027",
        "inden den 31.12.2026",
        "senest 31/12 2026",
        "i uge 42",
        "hver uge",
        "kvartalsvis",
        "hver måned",
        "en gang om året",
        "to gange om året",
        "senest ved udgangen af juni",
        "inden udgangen af marts måned",
        "ved udgangen af hvert kvartal",
        "inden skoleårets start",
        "ved årets afslutning",
        "i det kommende folketingsår",
        "over de næste fem år",
        "i løbet af de kommende to år",
        "over en fireårig periode",
        "inden for 24 timer",
        "senest 72 timer efter hændelsen",
        "snarest muligt",
        "uden ugrundet ophold",
        "efter sommerferien",
        "inden generalforsamlingen",
        "med virkning fra 1. juli 2026",
        "fra og med skoleåret 2026/27",
        "til og med 2028",
        "i årene 2026, 2027 og 2028",
        "fra 2027",
        "efter 2030",
        "om to år",
        "senest den 1. marts hvert år",
        "ikke senere end den 1. maj 2027",
        "tidligst den 1. maj 2027",
        "før den 1. maj 2027",
        "senest d. 1. maj 2027",
        "inden 1/5-27",
        "senest 2026-05-01",
        "den 15. i hver måned",
        "hver dag",
        "dagligt",
        "hver anden uge",
        "mindst én gang om året",
        "en gang om ugen",
    ],
)
def test_deadlines(words: str) -> None:
    text = f"Kommunen skal {words}, om nødvendigt, handle."
    assert [match[0] for match in known_rules().deadlines.finditer(text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "i forhold til 1990",
        "fra 15 pct. til 10 pct.",
        "aftalen fra 2021",
        "aftalen om to år gamle klager",
        "side 2030",
    ],
)
def test_no_deadline(text: str) -> None:
    assert not known_rules().deadlines.search(text)


@pytest.mark.parametrize(
    "words",
    [
        "300 mio. kr.",
        "26 mia.kr.",
        "½ mia. kr.",
        "1½ mio. kr.",
        "1 milliard kroner",
        "en milliard kroner",
        "ca. 6 mia. kr.",
        "DKK 300 mio.",
        "45.000 kr.",
        "2 pct. af BNP",
        "0,7 procent",
        "to procent",
        "25 mio. svenske kroner",
        "3 mio. pund",
        "femogtyve millioner kroner",
        "500.000,- kr.",
        "25.000 CHF",
        "£500",
    ],
)
def test_sums(words: str) -> None:
    text = f"Der afsættes {words} til formålet."
    assert [match[0] for match in known_rules().amounts.finditer(text)] == [words]


def test_people_are_no_sum() -> None:
    assert not known_rules().amounts.search("Fem millioner danskere og 20 mio. borgere")
