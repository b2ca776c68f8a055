"""Numbers in a sentence whose truth is known: written in another way, or other numbers."""

from __future__ import annotations

import pytest

from tests.index.test_presence import level_of

SAME = [
    ("halvfemserne", "I 1990'erne faldt ledigheden."),
    ("90'erne", "I 1990'erne faldt ledigheden."),
    ("1990erne", "I 1990’erne faldt ledigheden."),
    ("1990'ernes", "I halvfemserne voksede byen."),
    ("firserne", "I 1980-erne kom krisen."),
    ("nullerne", "Ledigheden i 00'erne var lav."),
    ("det 19. århundrede", "I 1800-tallet blev jernbanen bygget."),
    ("1800-tallet", "I det nittende århundrede blev jernbanen bygget."),
    ("XXI århundrede", "Det 21. århundrede bliver Asiens."),
    ("2 procent", "Ledigheden faldt 2 pct. sidste år."),
    ("2 pct.", "Ledigheden faldt to procent sidste år."),
    ("to procent", "Ledigheden faldt 2% sidste år."),
    ("30 kilometer i timen", "Farten sættes ned til 30 km/t i byerne."),
    ("30 km/t", "Grænsen er 30 kilometer i timen."),
    ("5 meter i sekundet", "Vinden er 5 m/s i dag."),
    ("100 kvadratmeter", "Lejligheden er på 100 m² i alt."),
    ("200 kilowatt-timer", "Huset bruger 200 kWh om måneden."),
    ("20 minutter", "Rejsen varer 20 min. med toget."),
    ("3 milliarder kroner", "Der afsættes 3 mia. kr. til formålet."),
    ("3 mia. kr.", "Der afsættes tre milliarder kroner."),
    ("1 mia. kr.", "Det koster en milliard kroner."),
    ("en milliard kroner", "Det koster 1 mia. kr. om året."),
    ("1,5 mia. kr.", "Det koster halvanden milliard kroner."),
    ("100 dollar", "Støtten er på $100 pr. person."),
    ("ti tusind ansatte", "Firmaet har 10.000 ansatte."),
    ("artikel 5", "Jf. art. 5 i traktaten."),
    ("§ 20", "Efter paragraf 20 kan der dispenseres."),
    ("kapitel III", "Se kap. 3 i betænkningen."),
    ("bilag III", "Se bilag 3 til aftalen."),
    ("fase to", "Projektets fase II er i gang."),
    ("4. kvartal", "Prisen steg i fjerde kvartal."),
    ("fjerde kvartal", "Prisen steg i 4. kvartal 2023."),
    ("førstebehandling", "Forslaget er ved 1. behandling i salen."),
    ("2. verdenskrig", "Under Anden Verdenskrig blev broen sprængt."),
    ("Christian IV", "Christian den Fjerde byggede tårnet."),
    ("Christian den Fjerde", "Christian 4. byggede tårnet."),
    ("Margrethe den Anden", "Dronning Margrethe II abdicerede."),
    ("klokken 14.30", "Toget kører kl. 14.30 fra byen."),
    ("14:30", "Toget kører kl. 14.30 fra byen."),
    ("1. januar 2025", "Den første januar 2025 begynder ordningen."),
    ("05-05-2023", "Fristen er den 5. maj 2023 for alle."),
    ("maj 2023", "Fristen er den 5/5-2023 for alle."),
    ("24. februar 2022", "Høringen fandt sted den 24. og 25. februar 2022."),
    ("1. juni", "Mødet holdes den 1.-3. juni 2022 i byen."),
    ("december 2023", "Den 24.12.23 faldt den første sne."),
    ("jan.", "Det skete i januar i byen."),
    ("Q1", "I første kvartal steg prisen."),
    ("1. kvartal", "I Q1 steg prisen."),
    ("kl. 9", "Mødet begynder kl. 9.00 i salen."),
    ("kl. 9.00", "Mødet begynder klokken 9 i salen."),
    ("2000 civile", "Over to tusind civile blev dræbt."),
    ("2.000 civile", "Der blev dræbt 2000 civile."),
    ("1/3", "En tredjedel af landene stemte."),
    ("1/3", "Den 1. marts kom en gæst."),
    ("en tredjedel", "1/3 af landene stemte."),
    ("tre fjerdedele", "¾ af landene stemte."),
    ("3 ud af 4", "Tre ud af fire lande stemte."),
    ("½", "Halvdelen af byen sov."),
    ("0,5 procent", "En halv procent af landets penge."),
    ("en halv procent", "Det er 0,5 pct. af landets penge."),
    ("halvanden time", "Det tager 1,5 time."),
    ("tiårig", "En 10-årig plan vedtages."),
    ("10-årig", "Planen er tiårig."),
    ("100 svenske kroner", "Det koster 100 SEK."),
    ("100 yen", "Det koster 100 JPY."),
    ("1 500 ansatte", "Der er 1 500 ansatte."),
    ("bilag A", "Se bilag A om vand."),
]

OTHER = [
    ("1990", "I 1990'erne faldt ledigheden."),
    ("1990'erne", "Han blev født i 1990 i byen."),
    ("nullerne", "Der var nul fejl."),
    ("1800-tallet", "I det 18. århundrede levede Holberg."),
    ("2 procent", "Der er 2 pladser og 40 procent mænd."),
    ("12 procent", "Forskellen var 12 procentpoint."),
    ("12 sekunder", "Se s. 12 i bogen."),
    ("20 minutter", "Forsvaret fik 20 mio. kr. i tilskud."),
    ("5 meter", "Vejen er 100 m lang og 5 km bred."),
    ("en milliard kroner", "Det koster tre milliarder kroner."),
    ("en million kroner", "Det koster en halv million kroner."),
    ("10 mennesker", "Ti tusind mennesker flygtede."),
    ("artikel 5", "Artiklen har 5 afsnit."),
    ("stk. 2", "Han spiste to stykker brød."),
    ("s. 100", "Rapporten er på 100 sider."),
    ("fjerde kvartal", "Parken har 4 kvartaler med boliger."),
    ("4. generation", "Fire generationer bor her."),
    ("4 generationer", "I 2023 kom 4. generation til."),
    ("bilag 1", "Bilag i sagen er fortrolige."),
    ("Christian VI", "Den Christian vi kender, er rejst."),
    ("Christian den Fjerde", "Den fjerde mand i Christians hus var rig."),
    ("anden verdenskrig", "Andre verdenskrige kan komme."),
    ("24. februar 2022", "Der var 24 deltagere i februar 2022."),
    ("24. februar", "Den 24. maj og den 25. februar var der møde."),
    ("2000 civile", "I 2000 blev civile dræbt."),
    ("en tredjedel", "To tredjedele af landene stemte."),
    ("2/3", "En tredjedel af landene stemte."),
    ("halvdelen", "Den halve by sov."),
    ("500 ansatte", "Der er 1 500 ansatte."),
]


@pytest.mark.parametrize(("subject", "text"), SAME)
def test_a_number_is_itself_however_it_is_written(subject: str, text: str) -> None:
    assert level_of(subject, text) == "itself"


@pytest.mark.parametrize(("subject", "text"), OTHER)
def test_a_number_is_no_other(subject: str, text: str) -> None:
    assert level_of(subject, text) in ("no", "kindred", "scattered")
