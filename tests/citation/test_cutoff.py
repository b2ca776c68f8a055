"""What stands beside the words of a quotation in its source, and turns what they say."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from made_archives import own_archive

from strategikort.citation.memo import Report
from strategikort.citation.verdict import Cited, Status
from strategikort.citation.verify import verify

TEXT = (
    "Det er ikke noget, Danmark kan gøre alene. Alt dette betyder ikke, at Europa skal lukke sig "
    "om sig selv. Det gælder ikke mindst kampen mod fattigdom og sult i verden. Planen har mere "
    "end 80 konkrete mål for samarbejdet. Det er et EU med vel over tredive medlemslande i alt. "
    "Landene kan vokse aldrig så meget. Vi støtter ikke. Landene i Nordafrika er med i aftalen. "
    "Men der er ingen garanti for, at virksomhederne vil støtte op. Der er ingen tvivl om, at "
    "forsvaret skal styrkes. Lande handler efter egne interesser og ikke efter andres ønsker. "
    "Vi er ikke klar endnu, men vi mener fortsat, at tiden er moden til forhandlinger. "
    "Realisme betyder ikke, at alting er lige godt, og at det er ligegyldigt, hvad man vil. Vi siger "
    "ikke, at alt er godt, men at det kan blive bedre. Manglende økonomisk udvikling i Sahel skaber "
    "uro. Landene står for knap halvdelen af verdens vækst. Vi skal undgå enorme økonomiske tab."
)


@pytest.mark.parametrize(
    ("quote", "note"),
    [
        ("noget, Danmark kan gøre alene", "Pas på: lige foran citatet skriver kilden »ikke«."),
        ("[Det er] noget, Danmark kan gøre alene", "»ikke«"),
        ("Europa skal lukke sig om sig selv", "»ikke«"),
        ("at Europa skal lukke sig om sig selv", "»ikke«"),
        ("80 konkrete mål for samarbejdet", "»mere end«"),
        ("tredive medlemslande i alt", "»vel over«"),
        ("virksomhederne vil støtte op", "»ingen«"),
        ("at virksomhederne vil støtte op", "»ingen«"),
        ("at det er ligegyldigt, hvad man vil", "»ikke«"),
        ("det er ligegyldigt, hvad man vil", "»ikke«"),
        ("økonomisk udvikling i Sahel skaber uro", "»Manglende«"),
        ("halvdelen af verdens vækst", "»knap«"),
        ("enorme økonomiske tab", "»undgå«"),
        ("Landene kan vokse", "Pas på: lige efter citatet skriver kilden »aldrig«."),
    ],
)
def test_what_turns_the_words_is_told(quote: str, note: str) -> None:
    verdict = verify(own_archive(TEXT), quote)
    assert verdict.status is Status.EXACT
    assert any(note in one for one in verdict.notes)
    assert [one.note for one in verdict.cut_off] == [one for one in verdict.notes if note in one]


@pytest.mark.parametrize(
    "quote",
    [
        "Det er ikke noget, Danmark kan gøre alene",
        "kampen mod fattigdom og sult i verden",
        "mere end 80 konkrete mål for samarbejdet",
        "konkrete mål for samarbejdet",
        "Landene i Nordafrika er med i aftalen",
        "forsvaret skal styrkes",
        "Lande handler efter egne interesser",
        "tiden er moden til forhandlinger",
        "at det kan blive bedre",
        "Manglende økonomisk udvikling i Sahel skaber uro",
    ],
)
def test_words_that_say_in_the_source_what_they_say_alone_need_no_remark(quote: str) -> None:
    assert verify(own_archive(TEXT), quote).notes == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Strategien siger, at »Europa skal lukke sig om sig selv«.", True),
        ("Strategien siger ikke, at »Europa skal lukke sig om sig selv«.", False),
        ("Den har »80 konkrete målsætninger med tilhørende aktiviteter«.", True),
        ("Den har mere end »80 konkrete målsætninger med tilhørende aktiviteter«.", False),
    ],
)
def test_who_quotes_may_say_it_himself(check: Callable[..., Report], text: str, told: bool) -> None:
    (item,) = check(text).quotes
    assert item.verdict.status is Status.EXACT
    assert any(note.startswith("Pas på") for note in item.verdict.notes) == told
    assert bool(item.verdict.cut_off) == told


def test_what_is_told_is_of_the_place_that_is_cited() -> None:
    archive = own_archive("Vi skal lukke os om os selv i dag.", "Vi skal ikke lukke os om os selv.")
    cited = Cited(frozenset({"egen/1"}))
    assert verify(archive, "lukke os om os selv").cut_off == ()
    assert [one.words for one in verify(archive, "lukke os om os selv", cited).cut_off] == ["ikke"]


def test_a_negation_put_into_a_quotation_is_told() -> None:
    archive = own_archive("Danmark skal arbejde for et handlekraftigt EU i de kommende år.")
    verdict = verify(archive, "Danmark skal [ikke] arbejde for et handlekraftigt EU")
    assert verdict.notes == (
        "Indsat i citatet: [ikke].",
        "Pas på: kilden har intet »ikke« på det sted.",
    )
