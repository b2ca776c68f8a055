"""Abbreviations that texts define themselves."""

from __future__ import annotations

import pytest

from strategikort.language.definitions import definitions


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("Sagen ligger hos Havkontrolstyrelsen (HKS).", "HKS", "Havkontrolstyrelsen"),
        (
            "Der gives tilskud af Kyst- og Fjordfonden (KFF) hvert år.",
            "KFF",
            "Kyst- og Fjordfonden",
        ),
        (
            "Styrelsen for Grøn Vækst og Kyster (SGVK) afgør det.",
            "SGVK",
            "Styrelsen for Grøn Vækst og Kyster",
        ),
        ("Alle utilsigtede hændelser (UTH) indberettes.", "UTH", "utilsigtede hændelser"),
        ("Reglerne for Power-to-X (PtX) lempes.", "PtX", "Power-to-X"),
        ("ifølge Bygningsreglementet (BR18) skal", "BR18", "Bygningsreglementet"),
        (
            "Små og mellemstore virksomheder (herefter »SMV«) får",
            "SMV",
            "Små og mellemstore virksomheder",
        ),
        (
            "I BNBO (boringsnære beskyttelsesområder) gælder",
            "BNBO",
            "boringsnære beskyttelsesområder",
        ),
        (
            "Sammenslutningen af Andre Nationer i Solen (SANIS) mødes.",
            "SANIS",
            "Sammenslutningen af Andre Nationer i Solen",
        ),
        ("Ordliste\nHKS: Havkontrolstyrelsen\nog mere", "HKS", "Havkontrolstyrelsen"),
    ],
)
def test_what_a_text_defines(text: str, short: str, long: str) -> None:
    assert [*definitions(text)] == [(short, long)]


@pytest.mark.parametrize(
    "text",
    [
        "Det sagde Mette Hansen (S) og Per Holm (SF) i salen.",  # parties
        "Regler for fangst og lagring (CCS) følger.",  # letters that are not in it
        "Loven gælder (Lov nr. 3) fra nytår, og planen (Bilag) følger.",
        "En lang sætning om hvad formanden sagde til ministeren (FM).",  # more words than letters
        "Se figuren (Figur 2) og tabellen (Tabel A).",
        "HKS: her følger en hel masse skriverier om alt andet og mere til.",
        "EU (EU)",
    ],
)
def test_what_is_no_definition(text: str) -> None:
    assert [*definitions(text)] == []
