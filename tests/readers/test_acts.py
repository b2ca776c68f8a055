"""Laws and acts of the EU: their titles and dates, recitals, articles and signatures."""

from __future__ import annotations

import re

import pytest

from strategikort.model import Section
from strategikort.readers import BlockKind, ReadFile, read
from strategikort.structure.auto import sections_of
from tests.readers.found import headings
from tests.readers.lines import FORMS

LAW = """

Kapitel 1
Formål

§ 1. Loven gælder for alle, der handler med energi i Danmark og i udlandet.
Stk. 2. Ministeren fastsætter regler.

§ 2. Loven træder i kraft den 1. juli 2024.

{signed}
"""
SIGNED = (
    "Givet på Amalienborg, den 12. december 2023\nUnder Vor Kongelige Hånd og Segl\nFREDERIK R."
)
WE = "\nVI FREDERIK DEN TIENDE, af Guds Nåde Danmarks Konge, gør vitterligt:\nFolketinget har vedtaget:"


def law(top: str, signed: str = SIGNED) -> ReadFile:
    return read((top + LAW.format(signed=signed)).encode(), "fil.txt")


@pytest.mark.parametrize(
    ("top", "title", "date"),
    [
        (f"Lov om energi\n\nLOV nr 1436 af 29/06/2021\n{WE}", "Lov om energi", "2021-06-29"),
        (
            f"LOV nr 1436 af 29/06/2021\nJustitsministeriet\nLov om energi1)\n{WE}",
            *("Lov om energi", "2021-06-29"),
        ),
        (
            f"Lov nr. 1436 af 29. juni 2021 om energi\n{WE}",
            *("Lov nr. 1436 af 29. juni 2021 om energi", "2021-06-29"),
        ),
        (f"Lov om vedvarende\nenergi til alle\n{WE}", "Lov om vedvarende energi til alle", None),
        (
            "LBK nr 170 af 24/01/2022\nSocial- og Boligministeriet\n"
            "Bekendtgørelse af lov om social service\nHerved bekendtgøres lov om social service,"
            " jf. lovbekendtgørelse nr. 1548 af 1. juli 2021, med de ændringer, der følger af lov.",
            *("Bekendtgørelse af lov om social service", "2022-01-24"),
        ),
        (
            "Lovforslag nr. L 213\nFolketinget 2020-21\n\nFremsat den 14. april 2021 af ministeren"
            "\n\nForslag\ntil\nLov om energi",
            *("Forslag til Lov om energi", "2021-04-14"),
        ),
        (
            "BEK nr 1498 af 28/06/2021 (Gældende)\nSocialministeriet\nBekendtgørelse om vand\n",
            *("Bekendtgørelse om vand", "2021-06-28"),
        ),
        (
            "KEN nr 9101 af 03/02/2022\nAnkestyrelsen\n"
            "Ankestyrelsens principmeddelelse 14-22 om merudgifter - voksne\n",
            *("Ankestyrelsens principmeddelelse 14-22 om merudgifter - voksne", "2022-02-03"),
        ),
        ("CIR1H nr 9164 af 11/03/2022\nCirkulære om energi", "Cirkulære om energi", "2022-03-11"),
    ],
)
def test_a_law_has_its_title_and_date_at_the_top(top: str, title: str, date: str | None) -> None:
    found = law(top).metadata
    assert (found.title, found.date) == (title, date)


def test_a_text_that_only_speaks_of_a_law_has_another_title() -> None:
    text = "Høringssvar om energi\n\nLov om energi er god.\n\nVi mener, at den skal vedtages nu.\n"
    assert read(text.encode(), "f.txt").metadata.title != "Lov om energi er god."
    text = (
        "Notat om støj\n\nLov om støj trådte i kraft i 2020.\n\n"
        "Bekendtgørelse nr. 123 af 4. maj 2021 om støj fra veje gælder også.\n\nDen er god.\n"
    )
    found = read(text.encode(), "f.txt").metadata
    assert (found.title, found.date) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "# Nye regler\n\nEuropa-Parlamentets og Rådets forordning (EU) 2024/1689 af 13. juni 2024 om"
        " kunstig intelligens er nu trådt i kraft.\n\n## Hvad\n\nVirksomheder skal følge dem.\n",
        "# Nye regler\n\nEuropa-Parlamentets og Rådets forordning (EU) 2024/1689\naf 13. juni 2024\nom"
        " kunstig intelligens er nu trådt i kraft\n\n## Hvad\n\nVirksomheder skal følge dem.\n",
        "# Nye regler\n\nVejledning om indkøb\n\nLov nr. 1564 af 15. december 2015\n\n## Hvad\n\nSe her.",
        "# Nye regler\n\nVejledning om indkøb\n\nLOV nr 1564 af 15/12/2015\n\n## Hvad\n\nSe her.",
    ],
)
def test_a_paper_about_an_act_keeps_its_own_title(text: str) -> None:
    found = read(text.encode(), "f.md").metadata
    assert (found.title, found.date) == ("Nye regler", None)


@pytest.mark.parametrize(
    "signed",
    [
        SIGNED,
        "Udfærdiget i Bruxelles, den 13. juni 2024\n\nPå Rådets vegne\n\nM. MICHEL\n\nFormand",
        "Justitsministeriet, den 4. maj 2023\n\nPeter Hummelgaard",
    ],
)
def test_what_signs_a_law_is_text_by_itself(signed: str) -> None:
    found = law("Lov om energi\n" + WE, signed)
    sections = {section.id: section for section in sections_of(found, "d")}
    assert sections["d/paragraf-2"].text.text == "Loven træder i kraft den 1. juli 2024."
    last = sections["d/underskrift"]
    assert last.text.text.split() == signed.split()
    assert (last.kind, last.parent, last.pinpoint) == ("underskrift", None, "underskriften")
    assert not any(text in signed for text, _, _ in headings(found))


def test_a_date_at_the_top_signs_nothing() -> None:
    found = law("Justitsministeriet, den 4. maj 2023\n\nLov om energi\n" + WE)
    assert [s.kind for s in sections_of(found, "d")].count("underskrift") == 1


RECITALS = [
    "Formålet med denne forordning er at forbedre det indre markeds funktion.",
    "Denne forordning bør anvendes i overensstemmelse med Unionens værdier.",
    "AI-systemer kan nemt idriftsættes i en lang række sektorer.",
]
ACT = """EUROPA-PARLAMENTETS OG RÅDETS FORORDNING (EU) 2024/1689
{gap}af 13. juni 2024
{gap}om harmoniserede regler for kunstig intelligens

EUROPA-PARLAMENTET OG RÅDET FOR DEN EUROPÆISKE UNION HAR —

under henvisning til traktaten om Den Europæiske Unions funktionsmåde,

ud fra følgende betragtninger:

(1) {0}

(2) {1}

Det gælder også uden for Unionen.

(3) {2}

VEDTAGET DENNE FORORDNING:

KAPITEL I
ALMINDELIGE BESTEMMELSER

Artikel 1
Genstand

1. Formålet er at forbedre det indre marked.

Artikel 2
Anvendelsesområde

1. Forordningen gælder for alle.

Udfærdiget i Bruxelles, den 13. juni 2024.
"""
PAGE = f"""<html><head><title>EUR-Lex - 32024R1689 - DA</title></head><body>
<p>EUROPA-PARLAMENTETS OG RÅDETS FORORDNING (EU) 2024/1689</p><p>af 13. juni 2024</p>
<p>om harmoniserede regler for kunstig intelligens</p><p>(EØS-relevant tekst)</p>
<p>EUROPA-PARLAMENTET OG RÅDET FOR DEN EUROPÆISKE UNION HAR —</p>
<p>ud fra følgende betragtninger:</p>
{"".join(f"<table><tr><td><p>({n})</p></td><td><p>{t}</p></td></tr></table>" for n, t in enumerate(RECITALS, 1))}
<p>VEDTAGET DENNE FORORDNING:</p><p>KAPITEL I</p><p>ALMINDELIGE BESTEMMELSER</p>
<p>Artikel 1</p><p>Genstand</p><p>1. Formålet er at forbedre det indre marked.</p>
<p>Artikel 2</p><p>Anvendelsesområde</p><p>1. Forordningen gælder for alle.</p>
<p>Udfærdiget i Bruxelles, den 13. juni 2024.</p></body></html>"""


def of_act(found: ReadFile) -> dict[str, Section]:
    return {section.id: section for section in sections_of(found, "d")}


ACTS = [
    (ACT.format(*RECITALS, gap=""), "f.txt"),
    (ACT.format(*RECITALS, gap="\n"), "f.txt"),
    (PAGE, "f.html"),
]


@pytest.mark.parametrize(("text", "name"), ACTS)
def test_an_act_of_the_union_has_title_and_date_at_the_top(text: str, name: str) -> None:
    found = read(text.encode(), name).metadata
    assert found.title == (
        "EUROPA-PARLAMENTETS OG RÅDETS FORORDNING (EU) 2024/1689 af 13. juni 2024"
        " om harmoniserede regler for kunstig intelligens"
    )
    assert found.date == "2024-06-13"


@pytest.mark.parametrize(("text", "name"), ACTS)
def test_an_act_of_the_union_has_recitals_and_articles(text: str, name: str) -> None:
    found = read(text.encode(), name)
    sections = of_act(found)
    recitals = [s for s in sections.values() if s.kind == "betragtning"]
    assert [s.pinpoint for s in recitals] == [f"betragtning {number}" for number in (1, 2, 3)]
    assert [s.text.text.split("\n")[0] for s in recitals] == RECITALS
    assert [s.pinpoint for s in sections.values() if s.kind == "artikel"] == [
        "artikel 1",
        "artikel 2",
    ]
    assert sections["d/artikel-1"].title == "Genstand"
    assert sections["d/artikel-1"].parent == "d/i"
    assert sections["d/underskrift"].text.text == "Udfærdiget i Bruxelles, den 13. juni 2024."
    assert not any("HAR" in text for text, _, _ in headings(found))


def test_what_goes_on_below_a_recital_is_of_it() -> None:
    sections = of_act(read(ACT.format(*RECITALS, gap="").encode(), "f.txt"))
    assert sections["d/betragtninger/2"].text.text.endswith("Det gælder også uden for Unionen.")
    assert sections["d/betragtninger/3"].text.text == RECITALS[2]


def test_a_text_that_mentions_articles_has_none() -> None:
    page = "<p>Se</p><p>Artikel 5</p><p>og</p><p>Artikel 3</p><p>i traktaten, som gælder.</p>"
    found = read(f"<html><body><main>{page}</main></body></html>".encode(), "a.html")
    assert not [block for block in found.blocks if block.kind is BlockKind.HEADING]


def test_recitals_need_no_headings_around_them() -> None:
    text = f"ud fra følgende betragtninger:\n\n(1) {RECITALS[0]}\n\n(2) {RECITALS[1]}\n"
    assert [s.pinpoint for s in of_act(read(text.encode(), "f.txt")).values()] == [
        *("titelbladet", "betragtning 1", "betragtning 2")
    ]


SET = [
    *("*EUROPA-PARLAMENTETS OG RÅDETS FORORDNING (EU) 2024/1689", "*af 13. juni 2024"),
    "*om harmoniserede regler for kunstig intelligens",
    "EUROPA-PARLAMENTET OG RÅDET FOR DEN EUROPÆISKE UNION HAR —",
    *("KAPITEL I", "*ALMINDELIGE BESTEMMELSER"),
    *("Artikel 1", "*Genstand", "Formålet er at forbedre det indre marked i Unionen."),
    *("Artikel 2", "*Anvendelsesområde", "Forordningen gælder for alle udbydere i Unionen."),
    *("KAPITEL II", "*KRAV TIL UDBYDERE"),
    *("Artikel 3", "*Underretning", "Udbydere skal underrette myndigheden inden 30 dage."),
]


@pytest.mark.parametrize("all_bold", [False, True])
@pytest.mark.parametrize("name", FORMS)
def test_the_title_of_an_article_is_no_section_beside_it(name: str, *, all_bold: bool) -> None:
    lines = [re.sub(r"^(?=Artikel|KAPITEL)", "*" * all_bold, line) for line in SET]
    found = of_act(read(FORMS[name](*lines), name))
    articles = {s.id: (s.title, s.parent) for s in found.values() if s.kind == "artikel"}
    assert articles == {
        "d/artikel-1": ("Genstand", "d/i"),
        "d/artikel-2": ("Anvendelsesområde", "d/i"),
        "d/artikel-3": ("Underretning", "d/ii"),
    }
    assert found["d/artikel-3"].text.text == SET[-1]
    assert found["d/ii"].title == "KRAV TIL UDBYDERE"
    assert not {"af 13. juni 2024", SET[2][1:]} & {s.title for s in found.values()}


def test_parts_that_a_page_marks_below_an_article_stay_its_parts() -> None:
    page = (
        "<h2>Artikel 1</h2><h3>Genstand</h3><p>Formålet er godt.</p>"
        "<h2>Artikel 2</h2><h3>Krav</h3><p>Alle skal.</p><h3>Undtagelser</h3><p>Ingen.</p>"
    )
    found = of_act(read(f"<html><body>{page}</body></html>".encode(), "f.html"))
    assert [(s.pinpoint, s.title) for s in found.values()] == [
        ("artikel 1", "Genstand"),
        ("artikel 2", "Artikel 2"),
        *(("afsnittet »Krav«", "Krav"), ("afsnittet »Undtagelser«", "Undtagelser")),
    ]


PROPOSAL = [
    *("EUROPA-KOMMISSIONEN", "Bruxelles, den 16.7.2025", "COM(2025) 555 final", "Forslag til"),
    *(
        "*EUROPA-PARLAMENTETS OG RÅDETS DIREKTIV",
        "*om støj og om ændring af direktiv (EU) 2022/2555",
    ),
    *("*BEGRUNDELSE", "Forslaget har til formål at sikre et højt fælles niveau i Unionen."),
    *("EUROPA-PARLAMENTET OG RÅDET FOR DEN EUROPÆISKE UNION HAR –", "VEDTAGET DETTE DIREKTIV:"),
    *("Artikel 1", "*Genstand", "Formålet er godt.", "Artikel 2", "*Adressater", "Alle er det."),
    *("Udfærdiget i Bruxelles, den […].", "*På Rådets vegne", "*Formand"),
    *("*BILAG I", "*Oplysninger", "Navn og adresse."),
]


@pytest.mark.parametrize("name", FORMS)
def test_a_proposal_says_in_its_title_that_it_is_one(name: str) -> None:
    found = read(FORMS[name](*PROPOSAL), name)
    assert found.metadata.title == (
        "Forslag til EUROPA-PARLAMENTETS OG RÅDETS DIREKTIV om støj og om ændring af direktiv (EU)"
        " 2022/2555"
    )
    assert found.metadata.date == "2025-07-16"


@pytest.mark.parametrize("name", FORMS)
def test_an_annex_behind_those_who_sign_is_no_signature(name: str) -> None:
    lines = [line.replace("[…]", "16. juli 2025") for line in PROPOSAL]
    found = of_act(read(FORMS[name](*lines), name))
    assert found["d/underskrift"].text.text.endswith("Formand")
    assert found["d/bilag-i"].text.text == "Navn og adresse."


@pytest.mark.parametrize("name", ["f.html", "f.docx"])
def test_a_note_on_a_proposal_is_not_called_the_proposal(name: str) -> None:
    lines = [
        *("GRUND- OG NÆRHEDSNOTAT TIL FOLKETINGETS EUROPAUDVALG", "17. september 2025"),
        *("*Kommissionens meddelelse om en kvantestrategi, KOM(2025) 363", "*1. Resumé"),
        "Kommissionen har fremsat en meddelelse om en europæisk kvantestrategi i år.",
    ]
    found = read(FORMS[name](*lines), name).metadata
    assert found.title == f"{lines[0]}: {lines[2][1:]}"
    assert found.date == "2025-09-17"
    assert read(FORMS[name](*lines[1:]), name).metadata.title == lines[2][1:]
