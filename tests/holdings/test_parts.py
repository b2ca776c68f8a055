"""Numbers, letters and sentences are no sections, but are found and cited exactly."""

from __future__ import annotations

from pathlib import Path

import pytest

from strategikort.references.parts import NoSuchPartError, parts_of
from strategikort.references.steps import Step
from tests.holdings.conftest import Adding, Program, Shelf

LAW = """Lov om grøn omstilling

LOV nr 412 af 03/05/2023

§ 1. Lovens formål er at fremme den grønne omstilling.

§ 2. Loven gælder for

1) virksomheder og

2) myndigheder.

Stk. 2. Tilskuddet kan højst udgøre

1) 50 pct. for små virksomheder, jf. dog nr. 2,

2) 40 pct. for store virksomheder og

3) 20 pct. for

a) myndigheder,

b) institutioner og

c) foreninger.

Stk. 3. Ministeren kan afvise ansøgninger, jf. stk. 2. Afvisningen skal begrundes, f.eks. kort.
Afgørelsen kan ikke påklages.

Stk. 4. Reglerne i §§ 3-4 i lov om skov gælder, jf. art. Ministeren fastsætter resten.

§ 3. I loven foretages følgende ændringer:

1. § 3 affattes således:

»§ 3. Loven gælder for

1) det hele.«

2. § 4 ophæves.

Bilag 1

Omkostninger

1. Køb af maskiner.

2. Installation.

Satserne reguleres årligt.

Bilag 2

Der lægges vægt på

- pris,

- kvalitet og

- hast.

Bilag 3

Krav

"""
LAW += "".join(f"{number}. Krav af slagsen {number}.\n" for number in range(1, 13))


@pytest.fixture
def law(program: Program, shelf: Shelf) -> Program:
    shelf(("lov.txt", LAW, "grøn"))
    return program


@pytest.mark.parametrize(
    ("asked", "cited"),
    [
        ("§ 2, stk. 2, nr. 3, litra b", ["§ 2, stk. 2, nr. 3, litra b, l. 23"]),
        ("§ 2, stk. 2, nr. 3, litra b)", ["§ 2, stk. 2, nr. 3, litra b, l. 23"]),
        ("§ 2 stk 2 nr 3 litra b", ["§ 2, stk. 2, nr. 3, litra b, l. 23"]),
        ("lovens § 2, stk. 2, nr. 3", ["§ 2, stk. 2, nr. 3, l. 19-25"]),
        ("§ 2, stk. 2, nr. 1, i lov om grøn omstilling", ["§ 2, stk. 2, nr. 1, l. 15"]),
        ("§ 2, stk. 2, nr. 1-2", ["§ 2, stk. 2, nr. 1-2, l. 15-17"]),
        ("§ 2, stk. 2, nr. 1 og 3", ["§ 2, stk. 2, nr. 1, l. 15", "§ 2, stk. 2, nr. 3, l. 19-25"]),
        ("§ 2, stk. 2, nr. 3, litra a-b", ["§ 2, stk. 2, nr. 3, litra a-b, l. 21-23"]),
        ("§ 2, stk. 1, nr. 2", ["§ 2, stk. 1, nr. 2, l. 11"]),
        ("§ 2, stk. 3, 1. pkt.", ["§ 2, stk. 3, 1. pkt., l. 27"]),
        ("§ 2, stk. 3, 2. pkt.", ["§ 2, stk. 3, 2. pkt., l. 27"]),
        ("§ 2, stk. 3, sidste pkt.", ["§ 2, stk. 3, sidste pkt., l. 28"]),
        (
            "§ 2, stk. 3, 2. og 3. pkt.",
            ["§ 2, stk. 3, 2. pkt., l. 27", "§ 2, stk. 3, 3. pkt., l. 28"],
        ),
        ("§ 3, nr. 1", ["§ 3, nr. 1, l. 34-38"]),
        ("§ 3, nr. 2", ["§ 3, nr. 2, l. 40"]),
        ("bilag 1, nr. 2", ["bilag 1, nr. 2, l. 48"]),
        ("bilag 1, punkt 1", ["bilag 1, punkt 1, l. 46"]),
        ("bilag 1 pkt. 1", ["bilag 1, punkt 1, l. 46"]),
        ("§ 2, stk. 3, 1.-2. pkt.", ["§ 2, stk. 3, 1.-2. pkt., l. 27"]),
        ("§ 2, stk. 3, første til tredje punktum", ["§ 2, stk. 3, 1.-3. pkt., l. 27-28"]),
        ("bilag 1, 1. afsnit", ["bilag 1, 1. afsnit, l. 44-48"]),
        ("bilag 1, sidste afsnit", ["bilag 1, sidste afsnit, l. 50"]),
        ("bilag 2, andet led", ["bilag 2, 2. led, l. 58"]),
        ("bilag 2, 2.-3. led", ["bilag 2, 2.-3. led, l. 58-60"]),
        ("bilag 3, nr. 9-11", ["bilag 3, nr. 9-11, l. 74-76"]),
        ("bilag 3, nr. 2-10 og 12", ["bilag 3, nr. 2-10, l. 67-75", "bilag 3, nr. 12, l. 77"]),
    ],
)
def test_a_part_of_a_section_is_cited_by_its_own_lines(
    law: Program, asked: str, cited: list[str]
) -> None:
    found = law("citér", asked).out.splitlines()
    assert [line.partition("2023, ")[2].rpartition(" [")[0] for line in found] == cited
    for line in found:  # and what the program writes is understood again
        again = law("citér", line.rpartition(" [")[0])
        assert again.out.splitlines() == [line]
        assert not again.err


@pytest.mark.parametrize(
    "word",
    [
        *("a", "bl.a", "f.eks", "fx", "jf", "jfr", "nr", "ca", "evt", "art", "kap", "stk", "dr"),
        *("mio", "mia", "kr", "pct", "m.v", "mv", "m.m", "osv", "o.l", "m.fl", "lign", "inkl"),
        *("ekskl", "litra"),
    ],
)
def test_where_a_sentence_may_end_with_an_abbreviation_it_is_not_counted(word: str) -> None:
    second = (Step("pkt", (("2", "2"),), "pkt."),)
    text = "Støtten er givet til {}. Ministeren fastsætter resten."
    assert parts_of(text.format(f"dem, {word}"), second) is None
    whole = text.format(f"{word}dem")
    assert parts_of(whole, second) == [(whole.index("Min"), len(whole), ", 2. pkt.")]


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Der gælder:\n\n1) a,\n\n3) b og\n\n2) c.", "nr. 1-2"),
        ("Der gælder:\n\n2) a,\n\n1) b og\n\n2) c.", "nr. 1-2"),
        ("Der gælder:\n\n1) a,\n\n1 a) b og\n\n2) c.", "nr. 1-2"),
        ("Der gælder:\n\n1) a,\n\n2) b og\n\n1) c.", None),
        ("Der gælder:\n\n2) a og\n\n3) b.", None),
        ("Der gælder 1) a og 2) b.", None),
    ],
)
def test_a_number_counts_only_if_it_is_the_next_in_its_row(text: str, known: str | None) -> None:
    ninth = (Step("nr", (("9", "9"),), "nr."),)
    if known is None:
        assert parts_of(text, ninth) is None
    else:
        with pytest.raises(NoSuchPartError) as caught:
            parts_of(text, ninth)
        assert caught.value.known == known


def test_only_the_words_of_a_part_are_shown(law: Program) -> None:
    def text(asked: str) -> str:
        return str(law("vis", asked, "--json").json["sections"][0]["text"])

    assert text("§ 2, stk. 2, nr. 3, litra b") == "b) institutioner og"
    assert text("§ 2, stk. 3, 2. pkt.") == "Afvisningen skal begrundes, f.eks. kort."
    assert text("bilag 1, nr. 2") == "2. Installation."


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("§ 2, stk. 2, nr. 4", "Der er ikke nr. 4 i § 2, stk. 2; der er nr. 1-3."),
        ("§ 2, nr. 3", "Der er ikke nr. 3 i § 2, stk. 1; der er nr. 1-2."),
        ("§ 2, stk. 2, nr. 3, litra d", "Der er ikke litra d i § 2, stk. 2; der er litra a-c."),
        ("§ 2, stk. 3, 4. pkt.", "Der er ikke 4. pkt. i § 2, stk. 3; der er 3 pkt."),
        ("bilag 1, nr. 3", "Der er ikke nr. 3 i bilag 1; der er nr. 1-2."),
        ("§ 2, stk. 2, nr. 3-1", "Der er ikke nr. 3-1 i § 2, stk. 2; der er nr. 1-3."),
        ("bilag 1, 3. afsnit", "Der er ikke 3. afsnit i bilag 1; der er 2 afsnit."),
        ("bilag 2, 3.-4. led", "Der er ikke 3.-4. led i bilag 2; der er 3 led."),
        ("pejlemærke 3, nr. 2", "Teksten i uss/pejlemærker/3 er ikke delt i numre."),
        ("§ 2, stk. 2, nr. 3, litra b, l. 15", "§ 2, stk. 2, nr. 3, litra b står ikke på l. 15."),
    ],
)
def test_a_part_that_is_not_there_is_not_made_up(law: Program, asked: str, message: str) -> None:
    found = law("citér", asked)
    assert (found.status, found.out) == (1, "")
    assert message in found.err


@pytest.mark.parametrize("asked", ["§ 2, stk. 4, 2. pkt.", "§ 2, stk. 2, litra b", "§ 1, nr. 1"])
def test_where_the_text_does_not_show_a_part_all_is_given_and_said(
    law: Program, asked: str
) -> None:
    found = law("vis", asked)
    assert found.status == 0
    assert "ses ikke i teksten" in found.err


def test_a_quotation_is_held_to_the_number_that_is_cited(law: Program, tmp_path: Path) -> None:
    memo = tmp_path / "notat.md"
    said = "»40 pct. for store virksomheder«"
    memo.write_text(
        f"Loven siger {said} (§ 2, stk. 2, nr. 2).\n\nDen siger {said} (§ 2, stk. 2, nr. 1).\n\n"
        f"Den siger {said} (§ 2, stk. 2, nr. 7).\n",
        encoding="utf-8",
    )
    found = law("verificér", str(memo), "--json").json
    assert [quote["status"] for quote in found["quotes"]] == ["exact", "misplaced", "misplaced"]


def test_the_title_below_an_annex_is_none_of_its_numbers(program: Program, add: Adding) -> None:
    add("plan.md", "# Plan\n\n## Bilag 1\n\n### Satser\n\n1. Lav.\n2. Høj.\n")
    cited = program("citér", "bilag 1, nr. 2").out
    assert "bilag 1, nr. 2, l. 8 [" in cited
    assert program("citér", cited.rpartition(" [")[0]).out == cited


@pytest.mark.parametrize(
    ("asked", "lines"), [("art. 3(2)(b)", "57"), ("artikel 3(2)", "53-59"), ("artikel 2(2)", "39")]
)
def test_numbers_in_brackets_are_those_of_an_act(
    program: Program, shelf: Shelf, asked: str, lines: str
) -> None:
    shelf(("act.txt", ACT))
    assert f", l. {lines} [" in program("citér", asked).out


ACT = """EUROPA-PARLAMENTETS OG RÅDETS FORORDNING (EU) 2025/1234

af 11. juni 2025

om kvanteteknologi

(EØS-relevant tekst)

EUROPA-PARLAMENTET OG RÅDET FOR DEN EUROPÆISKE UNION HAR —

ud fra følgende betragtninger:

(1) Kvanteteknologi er vigtig for Unionens konkurrenceevne og sikkerhed.

(2) Medlemsstaterne bør styrke forskningen i kvanteteknologi.

(3) Der bør oprettes et europæisk kvantenetværk.

VEDTAGET DENNE FORORDNING:

KAPITEL I

ALMINDELIGE BESTEMMELSER

Artikel 1

Genstand

Denne forordning fastsætter regler om kvanteteknologi i Unionen.

Artikel 2

Definitioner

I denne forordning forstås ved:

1. »kvantesystem«: et system, der udnytter kvantefænomener

2. »udbyder«: en fysisk eller juridisk person, der udvikler et kvantesystem

3. »bruger«: en person, der anvender et kvantesystem.

KAPITEL II

KRAV TIL UDBYDERE

Artikel 3

Underretning

1. Udbydere skal underrette den nationale myndighed, før et kvantesystem tages i brug.

2. Underretningen skal indeholde:

a) udbyderens navn og adresse

b) en beskrivelse af systemet

c) en vurdering af risikoen.

3. Myndigheden må ikke videregive oplysningerne.
"""
