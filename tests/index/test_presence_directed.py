"""Whom support is for, and from whom a threat is, where the words between them say so."""

from __future__ import annotations

import pytest

from tests.index.test_presence import level_of


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("truslen fra Ukraine", "Krigen mod Ukraine er en trussel."),
        ("eksport til Kina", "Vi ser på eksport og import fra Kina."),
        ("sanktioner mod EU", "Vi støtter EU's nye sanktioner."),
        ("krig mod Rusland", "Ruslands ulovlige angrebskrig går videre."),
        ("eksport til Norge", "Norges eksport falder."),
        ("sanktioner mod EU", "EU har sanktioner mod Rusland."),
        ("truslen fra NATO", "NATO ser en trussel fra Rusland."),
    ],
)
def test_what_is_directed_elsewhere_is_not_what_is_asked_for(subject: str, text: str) -> None:
    assert level_of(subject, text) == "scattered"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("truslen fra Rusland", "Ruslands trussel er alvorlig."),
        ("truslen fra Rusland", "Rusland udgør en trussel mod Europa."),
        ("støtte til Ukraine", "Vi yder støtte til Moldova og Ukraine."),
        ("indsats mod korruption", "Vi gør en indsats i forhold til korruption."),
        ("støtte til Ukraine", "Danmark støtter Ukraine."),
        ("sanktioner mod Rusland", "EU's sanktioner mod det aggressive Rusland virker."),
        ("støtte til Ukraine", "I krigen mod Ukraine har vi givet støtte til Ukraine."),
    ],
)
def test_what_is_directed_so_is_what_is_asked_for(subject: str, text: str) -> None:
    assert level_of(subject, text) == "itself"
