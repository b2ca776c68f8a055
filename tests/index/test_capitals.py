"""Proper names, which stand in a sentence only where it writes them as such."""

from __future__ import annotations

import pytest

from tests.index.test_presence import level_of


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Dansk Industri", "Den danske industri vokser."),
        ("Dansk Industri", "Dansk industri vokser."),
        ("Danske Regioner", "Alle danske regioner er med."),
        ("Liberal Alliance", "En liberal alliance mellem landene."),
        ("Det Konservative Folkeparti", "Konservative vælgere støttede et folkeparti i Norge."),
        ("Radikale Venstre", "De radikale foreslog en venstredrejning."),
        ("Venstre", "Drej til venstre ved kirken."),
        ("Venstre", "Det foreslog Radikale Venstres ordfører."),
        ('"Danske Regioner"', "Alle danske regioner er med."),
        ("Alternativet", "Ingen alternativer blev drøftet."),
        ("Alternativet", "Et alternativ er vindkraft."),
        ("Alternativet", "Alternativer blev ikke drøftet."),
        ("Kommissionen", "En kommission skal undersøge sagen."),
    ],
)
def test_common_words_are_no_proper_name(subject: str, text: str) -> None:
    assert level_of(subject, text) == "kindred"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Dansk Industri", "Dansk Industri vurderer, at væksten fortsætter."),
        ("Dansk Industri", "Ifølge DANSK INDUSTRI fortsætter væksten."),
        ("dansk industri", "Den danske industri vokser."),
        ("Dansk industri", "Den danske industri vokser."),
        ("Dansk Folkeparti", "Dansk Folkepartis direktør er tilfreds."),
        ("Venstre", "Det foreslog Venstres ordfører, som drejede til venstre."),
        ("Kommissionen", "Det foreslog kommissionen."),
        ("Kommissionen", "Det er kommissionens forslag."),
        ("Venstre", "Venstre og Radikale Venstre mødtes."),
        ("Putin", "Det sagde Vladimir Putin."),
        ("Korea", "Republikken Korea er med."),
        ("Kina", "I Kina og med Kina er det lettere."),
        ("Alternativet", "Alternativets ordfører talte."),
        ("Sikkerhedsrådet 2025", "I 2025 kommer Danmark i FN's Sikkerhedsråd."),
        ("Sikkerhedsrådet", "Det vedtog sikkerhedsrådet."),
        ("venstre", "Drej til venstre ved kirken."),
        ("Kunstig Intelligens", "De bruger kunstig intelligens."),
        ("Grøn Omstilling", "Den grønne omstilling haster."),
        ("Digitalisering", "Mere digitalisering er på vej."),
        ("FN's Sikkerhedsråd", "Det vedtog FN's sikkerhedsråd."),
        ("FN's Sikkerhedsråd", "FN's sikkerhedsråd vedtog det."),
        ("Københavns Universitet", "Københavns universitet er gammelt."),
        ("Den Europæiske Union", "Det vedtog Den europæiske Union."),
        ("EU-Kommissionen", "Det foreslog EU-kommissionen."),
        ("Europa-Parlamentet", "Det foreslog Europa-parlamentet."),
        ("dansk BNP", "Det danske BNP vokser."),
        ("grøn AI", "Den grønne ai vokser."),
        ("Røde Kors", "Dansk Røde Kors sendte hjælp."),
        ("De Radikale", "De Radikale støtter aftalen."),
        ('"Danske Regioner"', "Danske Regioner er med."),
    ],
)
def test_a_proper_name_is_itself(subject: str, text: str) -> None:
    assert level_of(subject, text) == "itself"


@pytest.mark.parametrize(
    ("subject", "text", "level"),
    [
        ("Kommunernes Landsforening", "Kl. 14 talte KL's formand; kl. 15 gik hun.", "otherwise"),
        ("Kommunernes Landsforening", "De mødtes kl. 14 og gik kl. 15.", "no"),
        ("Kommunernes Landsforening", "# Aftale med KL kl. 14", "otherwise"),
        ("kl. 14", "De mødtes kl. 14 og gik kl. 15.", "itself"),
        ("IS", "IS angreb byen.", "itself"),
        ("IS", "Han spiste is.", "kindred"),
        ("US", "Join us today.", "kindred"),
        ("WHO", "# WHO and who", "itself"),
        ("LA", "La Paz er en by.", "kindred"),
        ("NATO", "Nato mødtes.", "itself"),
        ("KLIMA", "Det er klima.", "itself"),
        ("EL OG GAS", "Det er el og gas.", "itself"),
    ],
)
def test_an_abbreviation_that_is_a_word_too_is_found_beside_the_word(
    subject: str, text: str, level: str
) -> None:
    assert level_of(subject, text) == level


def test_a_name_in_a_heading_is_itself_there() -> None:
    assert level_of("Dansk Industri", "# Dansk Industri") == "itself"
