"""Sentences that the extraction cut in two are whole again, and nothing stands inside them."""

from __future__ import annotations

import re

import pytest

from tests.conftest import Built

WHOLE = [
    # columns and pages in another order
    ("uss", "3.1", "banede den 1. juni 2022 vejen ved at afskaffe forsvarsforbeholdet"),
    ("uss", "3.3", "kommende medlemskab af NATO en positiv udvikling"),
    ("uss", "3.4", "inden for grøn omstilling, energiinfrastruktur, vand og fødevarer"),
    ("uss", "3.4", "gennemgribende, strukturelle politiske, økonomiske og administrative"),
    ("uss", "3.6", "mindske deres afhængigheder og dermed sårbarhed også over for andre"),
    ("uss", "3.7", "europapolitiske indsats og tage initiativ til en ny europapolitisk aftale"),
    ("uss", "3.7", "Det er den bedste måde at sikre, at EU bliver så stærkt"),
    ("uss", "4", "Det kræver, at vi bakker op om et stærkt og handlekraftigt EU"),
    ("uss", "4.1", "tilbud om investeringer, samarbejde og støtte, ofte rettet direkte"),
    ("uss", "4.2", "kommer i spil, er et af Danmarks vigtigste udenrigspolitiske redskaber"),
    ("uss", "4.5", "både vores eget og EU’s engagement med Afrika og den Afrikanske Union"),
    ("uss", "4.5", "afgørende at få styrket det politiske, økonomiske"),
    ("uss", "5.1", "store konsekvenser for alt fra sikkerhed til økonomi"),
    ("uss", "5.1", "bliver i stigende grad filtret sammen"),
    ("uss", "5.3", "sunde offentlige finanser og en ansvarlig økonomisk politik"),
    ("uss", "5.4", "god konkurrenceevne for danske virksomheder frem mod 2030"),
    ("uss", "5.6", "som et digitalt udstillingsvindue og foregangsland."),
    ("uss", "1", "ikke, at alting er lige godt, og at det er ligegyldigt"),
    # a pull quote, a box or a heading in between
    ("uss", "2", "forsvare europæiske interesser og værdier.\n\nOg det skal vi gøre gennem FN"),
    ("tech", "indledning", "ligeså væsentlig som den fysiske"),
    ("tech", "indledning", "frihed og selvbestemmelse"),
    ("tech", "søjler/1", "modvirke spredning af mis- og desinformation"),
    ("tech", "prioriteter/2", "vil også bidrage til at videreudvikle danske styrkepositioner"),
    ("tech", "prioriteter/4", "forskel på sandt og falsk, særligt på de digitale platforme"),
    ("tech", "prioriteter/5", "regionalt i Norden, i EU og i multilaterale samarbejdsspor"),
    ("tech", "søjler/3", "I en fremtid, hvor ny teknologi fylder mere"),
    ("tech", "søjler/3", "lægge centrale samfundsfunktioner ned"),
    ("tech", "søjler/4", "Det er partnerskaber, hvor nøgleaktører"),
    ("tech", "prioriteter/10", "får vi mest indflydelse. EU skal også blive"),
    ("tech", "prioriteter/11", "Det vil Udenrigsministeriet særligt gøre i FN’s"),
    ("tech", "prioriteter/12", "nye geografier og sikre globalt sammenhold"),
    ("cms", "indledning", "strategiske interesser inden for samtænkning"),
    ("cms", "anbefalinger/1/1", "flere højniveaumøder mellem forskellige NATO-allierede"),
    ("cms", "anbefalinger/2/1", "NATO’s relationer til civile aktører"),
    # spaces before full stops, ordinals and abbreviations
    ("tech", "resultater", "samarbejde bl.a. øgede troværdig information"),
    ("tech", "prioriteter/3", "forskningsmiljøer, f.eks. inden for kvanteteknologi"),
    ("tech", "prioriteter/10/faktabokse/1", "både ift. at sikre"),
    ("tech", "søjler/3", "er i det 21. århundrede"),
    ("tech", "vision", "...for Udenrigsministeriets tech-diplomati"),
    ("tech", "fokusteknologier", "om 1. digital infrastruktur, 2. digitale platforme"),
]


@pytest.mark.parametrize(("document", "tail", "phrase"), WHOLE)
def test_sentence_is_whole(built: dict[str, Built], document: str, tail: str, phrase: str) -> None:
    assert phrase in built[document].section(tail).text.text


@pytest.mark.parametrize("document", ["uss", "tech", "rk", "partnerskaber", "cms"])
def test_no_traces_of_the_extraction(built: dict[str, Built], document: str) -> None:
    for section in built[document].sections:
        text = section.text.text
        assert not re.search(r"\w- (?!og |eller |samt |\w+- )[a-zæøå]", text), section.id
        assert not re.search(r"\s[.,;:](?!\w)", text), section.id
        assert not re.search(r"  |\u00a0|\t", text), section.id
        assert "UDENRIGS- OG SIKKERHEDSPOLITISK" not in text
        assert "BILAG RELEX" not in text


@pytest.mark.parametrize("document", ["uss", "tech", "rk", "partnerskaber", "cms"])
def test_paragraphs_of_running_text_are_closed(built: dict[str, Built], document: str) -> None:
    """A paragraph that ends in mid-sentence is one that was cut; lead paragraphs have no stop."""
    running = {"kapitel", "afsnit", "søjle", "prioritet", "faktaboks", "konklusion", "rolle"}
    running |= {"anbefaling", "hovedpunkt", "pejlemærke"}
    unclosed = [
        (section.id, number, paragraph[-40:])
        for section in built[document].sections
        if section.kind in running
        for number, paragraph in enumerate(section.text.text.split("\n\n"))
        if paragraph and not paragraph.rstrip("”").endswith((".", ":", "!", "?"))
    ]
    leads = {("uss/2", 0), ("uss/3", 0), ("uss/4", 0), ("uss/5", 0), ("uss/pejlemærker", 0)}
    signature = {("uss/1", number) for number in (6, 7, 8)}
    link = {("partnerskaber/indledning", 3)}
    assert {(name, number) for name, number, _ in unclosed} <= leads | signature | link, unclosed


@pytest.mark.parametrize("document", ["uss", "tech", "rk", "partnerskaber", "cms"])
def test_paragraphs_begin_like_sentences(built: dict[str, Built], document: str) -> None:
    for section in built[document].sections:
        if section.kind in {"kapitel", "afsnit", "søjle", "prioritet", "faktaboks", "konklusion"}:
            for paragraph in filter(None, section.text.text.split("\n\n")):
                assert not paragraph[0].islower(), (section.id, paragraph[:40])


def test_misprints_of_the_sources_stay(built: dict[str, Built]) -> None:
    for document, words in {
        "uss": ("agressionskrig",),
        "tech": ("kontrontationer", "virksomhederes", "Financiel", "samarbede", "forgangsland"),
        "cms": ("komptencer", "bagrund"),
        "rk": ("(SDG'er)og",),
    }.items():
        texts = " ".join(
            f"{section.title} {section.text.text}" for section in built[document].sections
        )
        for word in words:
            assert word in texts


def test_asides_are_sections_of_their_own(built: dict[str, Built]) -> None:
    chapter = built["uss"].section("3")
    assert "lang varig konfrontation" not in chapter.text.text
    assert "lang varig konfrontation" in built["uss"].section("3/citat").text.text
    assert {"uss/3/figurer/1", "uss/3/figurer/2", "uss/3/citat"} <= set(chapter.children)
