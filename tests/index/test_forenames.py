"""Persons, whose given names are cut short in the subject or in the text."""

from __future__ import annotations

import pytest

from tests.index.test_presence import level_of


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Hans Christian Andersen", "H.C. Andersen skrev eventyr."),
        ("Hans Christian Andersen", "H. C. Andersens eventyr er kendte."),
        ("Hans Christian Andersen", "HC Andersen skrev eventyr."),
        ("Hans Christian Andersen", "Hans Chr. Andersen skrev eventyr."),
        ("Lars Christian Lilleholt", "Lars Chr. Lilleholt talte."),
        ("Lars Løkke Rasmussen", "Lars L. Rasmussen talte."),
        ("Mette Frederiksen", "M. Frederiksen talte."),
        ("digteren Hans Christian Andersen", "Digteren H.C. Andersen skrev eventyr."),
        ("H.C. Ørsted", "Hans Christian Ørsted fandt elektromagnetismen."),
        ("H. C. Ørsted", "Hans Christian Ørsteds opdagelse."),
        ("HC Ørsted", "Hans Christian Ørsted fandt elektromagnetismen."),
        ("Lars Chr. Lilleholt", "Lars Christian Lilleholt talte."),
        ("L. Løkke Rasmussen", "Lars Løkke Rasmussen talte."),
    ],
)
def test_a_given_name_may_be_cut_short(subject: str, text: str) -> None:
    assert level_of(subject, text) == "otherwise"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Hans Christian Andersen", "Bent Faurby Andersen skrev det."),
        ("Hans Christian Andersen", "H. B. Andersen skrev det."),
        ("H.C. Andersen", "Bent Faurby Andersen skrev det."),
        ("H.C. Hansen", "Hans Hansen talte om Carl."),
        ("Poul Nyrup Rasmussen", "A. Fogh Rasmussen talte."),
        ("Ida Auken", "De traf hende i Auken."),
        ("H. Ørsted", "Hotel Ørsted ligger i byen."),
        ("Dansk Industri", "Vi bor på D. Industri."),
        ("Bent Hansen", "Bent Jensen og Ole Hansen talte."),
        ("Lars Larsen", "Kim Larsen & Kjukken, Lars Lilholt Band spillede."),
        ("Hans Hansen", "Hans far var Hansen."),
    ],
)
def test_others_of_the_name_are_others(subject: str, text: str) -> None:
    assert level_of(subject, text) in ("no", "scattered")


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Bent Hansen", "Det sagde Bent Hansens kone."),
        ("Jens Hansen", "Hansen, Jens: Erindringer."),
        ("Jens Hansen", "Jens Peter Hansen talte."),
        ("Lars Løkke", "Lars Løkke Rasmussen talte."),
        ("Danmark og Grønland", "Grønland og Danmark mødtes."),
        ("Kina Rusland", "Kina og Rusland mødtes."),
    ],
)
def test_names_that_stand_together_are_those(subject: str, text: str) -> None:
    assert level_of(subject, text) == "itself"
