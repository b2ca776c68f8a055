"""What numbers and years belong to, in a sentence whose truth is known."""

from __future__ import annotations

import pytest

from tests.index.test_presence import level_of


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("1. kvartal 2023", "Væksten var 2 i 1. kvartal 2022 og 3 i 2. kvartal 2023."),
        ("efteråret 2021", "Aftalen er fra foråret 2021 og efteråret 2020."),
        ("efteråret 2021", "I 2021 faldt salget, men det steg i efteråret 2020."),
        ("§ 3, stk. 2", "Efter § 3, stk. 1, og § 4, stk. 2, gælder det."),
        ("artikel 3, stk. 2", "Artikel 3, stk. 1, og art. 4, stk. 2, gælder."),
        ("§ 3, stk. 2", "Efter § 3 gælder det, og efter § 4 er der 3 krav i stk. 2 om vand."),
        ("artikel femte, stk. andet", "Artikel femte, stk. første, og artikel sjette, stk. andet."),
    ],
)
def test_what_belongs_to_another_is_not_together(subject: str, text: str) -> None:
    assert level_of(subject, text) in ("no", "scattered")


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("1. kvartal", "I 1. og 2. kvartal steg salget."),
        ("1. halvår", "I 1. og 2. halvår steg salget."),
        ("1. kvartal 2023", "I 1. og 2. kvartal 2023 steg salget."),
        ("efteråret 2021", "Aftalen er fra efteråret i 2021."),
        ("efteråret topmøde", "Efteråret 2022 bød på et topmøde."),
        ("efteråret 2021", "Salget steg i både efteråret 2020 og efteråret 2021."),
        ("efteråret 2021", "Salget steg i foråret og efteråret 2021."),
        ("§ 3, stk. 2", "Det følger af lovens § 3, stk. 1 og 2."),
        ("§ 3, stk. 2", "Efter § 2, stk. 1, og § 3, stk. 2, gælder det."),
        ("artikel 3, stk. 2", "Det følger af artikel 3, stykke 2, og artikel 4."),
    ],
)
def test_what_belongs_together_is(subject: str, text: str) -> None:
    assert level_of(subject, text) == "itself"
