"""Days, months and years inside spans of time: they are covered there, and not written."""

from __future__ import annotations

import pytest

from tests.index.test_presence import level_of


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("13. maj", "Mødet holdes den 12.-15. maj 2025."),
        ("13.5.2025", "Mødet holdes den 12.–15. maj 2025."),
        ("14. maj", "Mødet holdes fra den 12. til og med den 15. maj."),
        ("14. maj", "Mødet holdes den 12.-15. og 17. maj."),
        ("2. juni", "Mødet varer fra 1. juni til 4. juni."),
        ("30. maj 2025", "Mødet holdes 28. maj - 3. juni 2025."),
        ("2. januar", "Ferien varer fra den 23. december til den 4. januar."),
        ("31. december 2025", "Ferien er 23. december - 4. januar 2026."),
        ("2024", "Perioden 2023-2025 er dækket."),
        ("2026", "Aftalen løber fra 2025 til 2028."),
        ("2025", "Perioden 2023-25 er dækket."),
        ("vinteren 2022", "Vinteren 2022/23 var mild."),
        ("2023", "Folketingsåret 2022/2023 er slut."),
        ("april 2024", "Fra marts til maj 2024 er der lukket."),
        ("april 2024", "Perioden november 2023 - maj 2024 er dækket."),
        ("Sikkerhedsrådet 2025", "Danmark sidder i Sikkerhedsrådet i 2024-2026."),
        ("artikel 41", "Efter artikel 40-42 gælder det."),
        ("§ 13", "Efter §§ 12-15 gælder det."),
        ("§ 13", "Efter § 12 til 15 gælder det."),
        ("kapitel 4", "Se kapitlerne 3-5 om det."),
    ],
)
def test_a_time_inside_a_span_is_there_in_other_words(subject: str, text: str) -> None:
    assert level_of(subject, text) == "otherwise"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("16. maj", "Mødet holdes den 12.-15. maj 2025."),
        ("6. januar", "Ferien varer fra den 23. december til den 4. januar."),
        ("13. maj 2024", "Mødet holdes den 12.-15. maj 2025."),
        ("13. maj", "Møderne holdes den 12. og 15. maj 2025."),
        ("13. maj", "Møderne holdes den 12., 15. maj 2025."),
        ("2026", "Aftalerne er fra 2025, 2028 og 2030."),
        ("2024", "Aftalen er fra 2023, og 25 lande er med."),
        ("2024", "I 2023 25 lande var med."),
        ("2024", "Folketingsåret 2022/23 er slut."),
        ("februar 2022", "Februar var mild i folketingsåret 2022/23."),
        ("§ 13", "Efter §§ 12 og 15 gælder det."),
        ("§ 13", "Der er 12-15 elever i klassen efter § 5."),
        ("§ 16", "Efter §§ 12-15 gælder det."),
        ("april 2024", "Marts og maj 2024 er gode."),
        ("april 2024", "Perioden marts 2022 - maj 2023 er dækket."),
    ],
)
def test_a_time_beside_others_is_not_inside_a_span(subject: str, text: str) -> None:
    assert level_of(subject, text) in ("no", "kindred", "scattered")


@pytest.mark.parametrize("text", ["Den 12.-15. maj 2025.", "Den 12. og 13. maj 2025."])
def test_a_day_that_is_written_is_itself(text: str) -> None:
    assert level_of("12. maj", text) == "itself"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("12. marts 2022", "Der var strejke fra den 12. til den 15. marts 2022."),
        ("12. marts", "Der er møder den 12. samt den 15. marts."),
        ("12. marts", "Der er møder den 10., 12. og den 15. marts."),
        ("12.-15. marts", "Der var strejke fra den 12. til den 15. marts."),
        ("12. til 15. marts", "Der var strejke den 12.-15. marts."),
        ("2023-2026", "Det gælder fra 2023 til og med 2026."),
        ("2023-2026", "Det gælder mellem 2023 og 2026."),
        ("2023-2026", "Det gælder fra 2023 frem til 2026."),
        ("perioden 2023-2026", "Arbejdsprogram (2023-2026)."),
        ("i perioden fra 2023 til 2026", "Arbejdsprogram 2023-2026."),
        ("perioden 1. januar til 31. marts", "Fra 1. januar til 31. marts er der lukket."),
    ],
)
def test_a_time_is_itself_however_it_is_joined_to_others(subject: str, text: str) -> None:
    assert level_of(subject, text) == "itself"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("2023-2026", "Det skete i 2023 og 2026."),
        ("valgperioden 2023-2026", "Det gælder skoleåret 2023-2026."),
        ("perioden", "Det gælder 2023-2026."),
        ("11. marts", "Der var strejke fra den 12. til den 15. marts."),
    ],
)
def test_another_time_is_not_there(subject: str, text: str) -> None:
    assert level_of(subject, text) in ("no", "scattered")
