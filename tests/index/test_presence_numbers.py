"""As what numbers, amounts and shares stand in a sentence whose truth is known."""

from __future__ import annotations

import pytest

from strategikort.language.numbers.notation import kroner_otherwise, written_otherwise
from strategikort.library import Collection
from tests.index.test_presence import level_of


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("500.000 kr.", "Bevillingen er på 500 t.kr. om året."),
        ("500 t.kr.", "Bevillingen er på 500.000 kr. om året."),
        ("500 tusind kroner", "Bevillingen er på 500 t.kr. om året."),
        ("12 mio. kr.", "Der er afsat 12.000 tkr. til formålet."),
        ("12.000 t. kr.", "Der er afsat 12 mio. kr. til formålet."),
        ("kr. 12 mio.", "Der er afsat 12.000 tkr. til formålet."),
        ("1.500 tkr.", "Der er afsat 1,5 mio. kr. til formålet."),
        ("DKK 500.000", "Bevillingen er på 500 t.kr. om året."),
        ("1.000 kr.", "Gebyret er et tusinde kroner."),
        ("tusind kroner", "Gebyret er 1000 kr. for voksne."),
        ("hundredtusind kroner", "Det koster 100.000 kr."),
        ("totusinde kroner", "Det koster 2.000 kr."),
    ],
)
def test_thousands_are_those_however_they_are_written(subject: str, text: str) -> None:
    assert level_of(subject, text) == "itself"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("500 t.kr.", "Bevillingen er på 500 kr. om året."),
        ("500 t.kr.", "Bevillingen er på 500 mio. kr. om året."),
        ("500.000 kr.", "Der blev kørt 500 t i 3 kr. dyre biler."),
        ("500 kr.", "Bevillingen er på 500 t.kr. om året."),
    ],
)
def test_thousands_are_no_other_amount(subject: str, text: str) -> None:
    assert level_of(subject, text) in ("no", "scattered")


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("1½ mio. kr.", "Det koster 1,5 mio. kr."),
        ("1,5 mio. kr.", "Det koster 1½ million kroner."),
        ("2½ år", "Det varer to et halvt år."),
        ("2 ½ år", "Det varer 2,5 år."),
        ("2,5 mio. kr.", "Det koster 2 ½ million kroner."),
        ("3½ procent", "Renten er 3,5 pct."),
        ("2,5 år", "Det varer to og et halvt år."),
        ("to et halvt år", "Det varer 2,5 år."),
        ("to en halv million kroner", "Det koster 2,5 mio. kr."),
        ("225", "Der er to hundrede og femogtyve deltagere."),
        ("225 deltagere", "Der er tohundredefemogtyve deltagere."),
        ("225 deltagere", "Der er tohundredeogfemogtyve deltagere."),
        ("to hundrede og femogtyve", "Der er 225 deltagere."),
        ("tohundredeogfemogtyve", "Der er 225 deltagere."),
        ("tre hundrede deltagere", "Der er 300 deltagere."),
        ("halvtredsindstyve lande", "50 lande deltog."),
        ("nul procent", "Væksten er 0 pct. i år."),
        ("20 deltagere", "Der er mellem fem og tyve deltagere."),
        ("fem og tyve", "Der er 25 deltagere."),
        ("fem og tyve deltagere", "Der er femogtyve deltagere."),
    ],
)
def test_numbers_in_letters_are_those_in_digits(subject: str, text: str) -> None:
    assert level_of(subject, text) == "itself"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("25 deltagere", "Der er to hundrede og femogtyve deltagere."),
        ("25 deltagere", "Der er to hundrede femogtyve deltagere."),
        ("2 år", "Det varer to et halvt år."),
        ("100 deltagere", "Der er to hundrede deltagere."),
        ("fem og tyve deltagere", "Der er fem børn og tyve deltagere."),
        ("225 deltagere", "Der er to hundrede og femogtredive deltagere."),
    ],
)
def test_part_of_a_number_in_letters_is_another(subject: str, text: str) -> None:
    assert level_of(subject, text) in ("no", "scattered")


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("20 procent", "En femtedel af befolkningen bor i byerne."),
        ("20 procent", "Hver femte dansker bor alene."),
        ("20 %", "En ud af fem danskere bor alene."),
        ("en femtedel", "20 pct. af befolkningen bor i byerne."),
        ("en femtedel", "Hver femte dansker bor alene."),
        ("hver femte", "20 procent af danskerne bor alene."),
        ("hver fjerde dansker", "En fjerdedel af danskerne bor alene."),
        ("50 procent", "Hver anden kommune svarede."),
        ("halvdelen", "50 procent af kommunerne svarede."),
        ("tre fjerdedele", "75 procent af kommunerne svarede."),
        ("75 pct.", "Tre ud af fire kommuner svarede."),
    ],
)
def test_a_share_may_be_said_in_other_words(subject: str, text: str) -> None:
    assert level_of(subject, text) == "otherwise"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("hver fjerde", "Den fjerde dansker vandt løbet, og hver deltog."),
        ("20 procent", "Den femte dansker bor alene, og hver har en have."),
        ("25 procent", "En femtedel af befolkningen bor i byerne."),
        ("hver femte", "25 pct. af danskerne bor alene."),
    ],
)
def test_another_share_is_none(subject: str, text: str) -> None:
    assert level_of(subject, text) in ("no", "scattered")


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("COP28", "COP 28 blev holdt i Dubai."),
        ("COP 28", "COP28 blev holdt i Dubai."),
        ("CO2-udledning", "Udledningen af CO 2 falder, og CO 2-udledningen er lav."),
        ("G7", "G 7-landene mødtes."),
    ],
)
def test_a_code_is_one_with_a_blank_in_it(subject: str, text: str) -> None:
    assert level_of(subject, text) in ("itself", "inside")


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("1. kvartal 2023", "Væksten var høj i 1. kvt. 2023."),
        ("1. kvartal 2023", "Væksten var høj i K1 2023."),
        ("1. kvartal 2023", "Væksten var høj i 2023K1 ifølge tabellen."),
        ("1. kvartal 2023", "Væksten var høj i 2023Q1 ifølge tabellen."),
        ("2023K1", "Væksten var høj i første kvartal 2023."),
    ],
)
def test_a_quarter_is_one_however_it_is_written(subject: str, text: str) -> None:
    assert level_of(subject, text) == "itself"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("18 måneder", "Det varede halvandet år."),
        ("halvandet år", "Det varede 18 måneder."),
        ("et halvt år", "Det varede seks måneder."),
        ("to et halvt år", "Det varede 30 måneder."),
        ("14 dage", "Det varede to uger."),
        ("to uger", "Det varede fjorten dage."),
        ("90 minutter", "Det varede halvanden time."),
        ("48 timer", "Det varede to døgn."),
        ("frist på 14 dage", "Der er en frist på to uger."),
    ],
)
def test_a_time_may_be_told_in_another_unit(subject: str, text: str) -> None:
    assert level_of(subject, text) == "otherwise"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("18 måneder", "Det varede to år."),
        ("14 dage", "Det varede tre uger."),
        ("to uger", "Det varede 7 dage."),
    ],
)
def test_another_time_is_none(subject: str, text: str) -> None:
    assert level_of(subject, text) in ("no", "scattered")


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("minus 14 procent", "Væksten var \u221214 procent."),
        ("minus 14 procent", "Væksten var -14 pct."),
        ("minus 14", "Indbrud: 312; \u221214."),
        ("minus 2 grader", "Der er minus to grader."),
        ("minus to grader", "Der er -2 grader."),
    ],
)
def test_a_number_below_zero_has_a_sign_or_the_word(subject: str, text: str) -> None:
    assert level_of(subject, text) == "itself"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("minus 14 procent", "Væksten var 14 procent."),
        ("minus 14 procent", "Et minus er, at væksten var 14 procent."),
        ("minus 2 grader", "Der er 1-2 grader."),
        ("minus 2 grader", "Der er 1 - 2 grader."),
    ],
)
def test_a_number_above_zero_is_another(subject: str, text: str) -> None:
    assert level_of(subject, text) in ("no", "scattered")


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("IV kapitel", "I 4. kapitel står det."),
        ("II verdenskrig", "II verdenskrig endte i Tyskland."),
        ("Christian IV slot", "Christian IV byggede i Danmark et slot."),
    ],
)
def test_a_roman_number_is_one_with_what_it_numbers(subject: str, text: str) -> None:
    assert level_of(subject, text) == "itself"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Christian IV slot", "Christian kom til et slot bind IV."),
        ("artikel 4.", "Artiklen har 4 afsnit."),
        ("8 lande", "De 8 i de fattigste lande."),
        ("15 mio. euro", "Det kostede 15 mio. USD og 3 mio. euro."),
    ],
)
def test_a_number_is_none_of_what_stands_further_off(subject: str, text: str) -> None:
    assert level_of(subject, text) in ("no", "scattered")


def test_the_sign_of_a_subject_leaves_nothing_out(collection: Collection) -> None:
    report = collection.absence("-0,25 procent", documents=["tech"])
    assert [word.word for word in report.words] == ["minus", "0,25", "procent"]


def test_no_way_to_write_an_amount_is_bad_danish() -> None:
    words = ["1.500.000", "kr"]
    ways = [way for item in kroner_otherwise(words) for way in item.ways]
    ways += [way for item in written_otherwise(words) for way in item.ways]
    assert {"halvanden million", "1½ mio.", "1.500 t.kr."}.issubset(ways)
    assert not {"halvanden millioner", "halvandet million", "1,500 t.kr."}.intersection(ways)
