"""Two versions of a document that say the same with other numbers."""

from __future__ import annotations

import pytest

from strategikort.links.evidence import EvidenceRoom
from strategikort.links.versions import version_differences
from strategikort.model import Document
from tests.links.test_facts import Shelf

SAME = "Vi vil gøre skolen bedre for alle. Kommunerne får flere opgaver på området."


def differences(*texts: str, titles: tuple[str, ...] = ()) -> list[tuple[str, list[str]]]:
    shelf = Shelf(*(f"# Plan\n\n{text}\n" for text in texts))
    documents = [
        Document(name, title, title, "", "", "", "", "", 0, 0)
        for name, title in zip("abc", titles or ("Aftale om skoler",) * 3, strict=False)
    ]
    found = version_differences(documents, shelf.sections.values(), EvidenceRoom(shelf))
    return [(item.question, [statement.value for statement in item.statements]) for item in found]


@pytest.mark.parametrize(
    ("one", "other", "question", "values"),
    [
        ("Der afsættes 300 mio. kr. i 2026 til skoler.", "Der afsættes 350 mio. kr. i 2026 til"
         " skoler.", "Hvad skal der stå: »Der afsættes … mio. kr. i 2026 til skoler«?",
         ["300 mio. kr.", "350 mio. kr."]),
        ("Planen skal være klar den 18. december 2027.", "Planen skal være klar den 5. marts"
         " 2028.", "Hvad skal der stå: »Planen skal være klar den …«?",
         ["den 18. december 2027", "den 5. marts 2028"]),
        ("Veje koster 40 mio. kr. hvert år.", "Veje koster 40 mia. kr. hvert år.",
         "Hvad skal der stå: »Veje koster … hvert år«?", ["40 mio. kr.", "40 mia. kr."]),
        ("Alle får 500 kr. hver måned.", "Alle får 500 euro hver måned.",
         "Hvad skal der stå: »Alle får … hver måned«?", ["500 kr.", "500 euro"]),
        ("Der er åbent fra kl. 10 til kl. 14 alle dage.", "Der er åbent fra kl. 10 til kl. 16 alle"
         " dage.", "Hvad skal der stå: »Der er åbent fra kl. 10 til kl. … alle dage«?",
         ["14", "16"]),
        ("Der gives 3 mio. kr. frem til 2027.", "Der gives 4 mio. kr. frem til 2028.",
         "Hvad skal der stå: »Der gives … mio. kr. frem til …«?",
         ["3 mio. kr., frem til 2027", "4 mio. kr., frem til 2028"]),
        ("Rådet for skoler mødes 2 gange om året.", "Rådet for skoler mødes 4 gange om året.",
         "Hvad skal der stå: »Rådet for skoler mødes … gange om året«?",
         ["2 gange om året", "4 gange om året"]),
        ("\n\n- Grundgebyr: 1.250 kr.", "\n\n- Grundgebyr: 1.480 kr.",
         "Hvad skal der stå: »Grundgebyr: … kr«?", ["1.250 kr.", "1.480 kr."]),
        ("Hver femte butik står tom i dag.", "Hver tiende butik står tom i dag.",
         "Hvad skal der stå: »Hver … butik står tom i dag«?", ["femte", "tiende"]),
        ("Beholderen tømmes hver anden uge.", "Beholderen tømmes hver tredje uge.",
         "Hvad skal der stå: »Beholderen tømmes hver … uge«?", ["hver anden uge", "hver tredje uge"]),
        ("Slusen lukker, når vandet er over 1,40 meter.", "Slusen lukker, når vandet er over 1,20"
         " meter.", "Hvad skal der stå: »Slusen lukker, når vandet er over … meter«?",
         ["1,40 meter", "1,20 meter"]),
        ("De fire nye centre åbner her.", "De tre nye centre åbner her.",
         "Hvad skal der stå: »De … nye centre åbner her«?", ["fire", "tre"]),
    ],
)  # fmt: skip
def test_other_numbers_in_the_same_sentence(
    one: str, other: str, question: str, values: list[str]
) -> None:
    assert differences(f"{SAME} {one}", f"{SAME} {other}") == [(question, values)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Der kommer 12 nye centre for læsning.", "Der kommer tolv nye centre for læsning."),
        ("Der er 1.000 elever på skolen nu.", "Der er 1000 elever på skolen nu."),
        ("Se mere om skolen i kapitel 3.", "Se mere om skolen i kapitel 4."),
        ("1. Skolen skal åbne til sommer.", "2. Skolen skal åbne til sommer."),
        ("Skolen i Ry får 3 mio. kr. til leg.", "Skolen i Gl får 4 mio. kr. til leg."),
        ("Det er 3 mio. kr.", "Det er 4 mio. kr."),
        ("Beholderen tømmes hver 3. uge.", "Beholderen tømmes hver tredje uge."),
        ("Havnen koster 300 mio. kr. i alt.", "Havnen koster 0,3 mia. kroner i alt."),
        ("Andelen er 50 procent i hele byen.", "Andelen er 50,0 % i hele byen."),
        ("Der plantes 100.000 træer i hele byen.", "Der plantes 100 000 træer i hele byen."),
        ("I 2022 var der 540 ledige i byen.", "I 2023 var der 610 ledige i byen."),
        ("Pr. 1. maj 2022 var der 5 ledige i byen.", "Pr. 1. juni 2022 var der 6 ledige i byen."),
    ],
)
def test_no_difference(one: str, other: str) -> None:
    assert differences(f"{SAME} {one}", f"{SAME} {other}") == []


def test_other_documents_may_say_it_of_something_else() -> None:
    law = "Loven træder i kraft den 1. {} 2027. Aftalen gælder i {} år ad gangen."
    texts = (f"{law.format('juli', 'fire')}", f"{law.format('maj', 'to')}")
    titles = ("Lov om vandløb", "Aftale om skoler")
    assert differences(*texts, titles=titles) == []
    assert len(differences(*texts, titles=("Lov om vandløb", "Lov om vandløb, udkast"))) == 2


def test_documents_that_share_most_of_their_sentences_are_versions() -> None:
    shared = " ".join(f"Her står en sætning om sag {word}." for word in "abe bi dyr el fly".split())
    one, other = (f"{shared} Vi bruger {much} kr. på det hele." for much in (300, 400))
    assert differences(one, other, titles=("Udspil", "Forlig")) == [
        ("Hvad skal der stå: »Vi bruger … kr. på det hele«?", ["300 kr.", "400 kr."])
    ]


def test_a_form_with_many_numbers_is_no_difference() -> None:
    text = f"{SAME} Skolen får 3 mio. kr. til leg. Skolen får 4 mio. kr. til leg."
    assert differences(text, f"{SAME} Skolen får 5 mio. kr. til leg.") == []


def test_the_same_words_in_another_section_are_of_something_else() -> None:
    given = "Der afsættes {} mio. kr. til det i alt."
    school, road = f"{SAME} {given.format(3)}", f"Vejene får asfalt. {given.format(4)}"
    assert differences(school, f"{SAME}\n\n# Veje\n\n{road}") == []
    renamed = f"# Skoler og klubber\n\n{SAME} {given.format(4)}"
    assert len(differences(school, renamed)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Halvdelen af byens børn går til sport.", "En tredjedel af byens børn går til sport."),
        ("Tre ud af fire borgere er glade for byen.", "To ud af tre borgere er glade for byen."),
        ("Renten stiger med 2 procentpoint om året.", "Renten stiger med 2 procent om året."),
        ("Støtten er 100 pund til hver skole.", "Støtten er 100 euro til hver skole."),
        ("Støtten er €100 til hver enkelt skole.", "Støtten er $100 til hver enkelt skole."),
        ("Prisen er 100 svenske kroner i alt nu.", "Prisen er 100 kroner i alt nu."),
        ("Vejen er 5 km lang og går mod nord.", "Vejen er 5 m lang og går mod nord."),
        ("Planen har enogtyve mål for byens natur.", "Planen har 22 mål for byens natur."),
        ("Der er hundrede elever på den skole.", "Der er to hundrede elever på den skole."),
        ("Fristen for svar er den 1. maj 2027.", "Fristen for svar er den 2/5 2027."),
        ("Tallet falder i 2. kvartal i hele landet.", "Tallet falder i tredje kvartal i hele"
         " landet."),
    ],
)  # fmt: skip
def test_other_shares_units_and_numerals(one: str, other: str) -> None:
    assert len(differences(f"{SAME} {one}", f"{SAME} {other}")) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Halvdelen af landene støtter forslaget.", "50 procent af landene støtter forslaget."),
        ("3 ud af 4 borgere er glade for byen.", "Tre ud af fire borgere er glade for byen."),
        ("Støtten er £100 til hver enkelt skole.", "Støtten er 100 GBP til hver enkelt skole."),
        ("Støtten er kr. 100 til hver enkelt skole.", "Støtten er 100 kr. til hver enkelt skole."),
        ("Byen får en halv million kroner til det.", "Byen får 500.000 kr. til det."),
        ("Byen får to en halv million kroner her.", "Byen får 2,5 mio. kr. her."),
        ("Vejen er 5 km lang og går mod nord.", "Vejen er 5 kilometer lang og går mod nord."),
        ("Farten er 30 km/t på alle byens veje.", "Farten er 30 km i timen på alle byens veje."),
        ("Fristen for svar er den 1. maj 2027.", "Fristen for svar er den 01.05.2027."),
        ("Planen løber i årene 2025-27 i landet.", "Planen løber i årene 2025-2027 i landet."),
        ("Andelen er ½ procent af byens penge.", "Andelen er 0,5 procent af byens penge."),
    ],
)
def test_the_same_shares_units_and_dates(one: str, other: str) -> None:
    assert differences(f"{SAME} {one}", f"{SAME} {other}") == []


def test_rows_of_tables_are_compared_by_their_words_and_columns() -> None:
    table = "\n\n| Post | 2025 | 2026 |\n|---|---|---|\n| Kajer | 100 | 120 |\n| Strøm | 30 | {} |"
    found = differences(SAME + table.format(40), SAME + table.format(45))
    assert found == [("Hvad skal der stå: »Strøm 30 …«?", ["40", "45"])]
    assert differences(SAME + table.format(40), SAME + table.format("40,0")) == []
    other = table.replace("2026", "2027")
    assert differences(SAME + table.format(40), SAME + other.format(45)) == []


def test_a_paragraph_with_another_number_says_the_same() -> None:
    """Its title is its number, and it shares but one sentence with what it was."""
    law = "\n\n".join(f"# § {at}\n\n{{}}" for at in range(1, 5))
    first = law.format(
        SAME,
        "Styrelsen træffer afgørelse inden 8 uger.",
        "Fristen for at søge er den 1. marts.",
        "Slut.",
    )
    added = "Ved en skole forstås også en friskole, der har statstilskud."
    other = law.format(
        SAME,
        added,
        "Styrelsen træffer afgørelse inden 12 uger.",
        "Fristen for at søge er den 15. april.",
    )
    assert differences(first, other) == [
        (
            "Hvad skal der stå: »Styrelsen træffer afgørelse inden … uger«?",
            ["inden 8 uger", "inden 12 uger"],
        ),
        ("Hvad skal der stå: »Fristen for at søge er den …«?", ["1. marts", "15. april"]),
    ]


def test_a_sentence_of_several_sections_is_compared_in_each() -> None:
    given = "# Musik\n\nAftalen yder {} mio. kr.\n\n# Teater\n\nAftalen yder {} mio. kr.\n\n"
    one, other = (f"{SAME}\n\n{given.format(*much)}" for much in ((2, 3), (2, 4)))
    assert differences(one, other) == [
        ("Hvad skal der stå: »Aftalen yder … mio. kr«?", ["3 mio. kr.", "4 mio. kr."])
    ]
