"""An adjective that says how something else is, beside the noun that is asked for."""

from __future__ import annotations

import pytest

from tests.index.test_presence import level_of


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("geoøkonomisk anliggende", "Digitale anliggender har geoøkonomiske prioriteter."),
        ("geopolitisk anliggende", "Digitale anliggender på grundlag af geopolitiske prioriteter."),
        ("global forkæmper", "EU skal være forkæmper for global samhandel."),
        ("europæisk teknologi", "Ny teknologi styrker danske og europæiske virksomheder."),
        ("stærk sektor", "Vi har en stærk position inden for vigtige sektorer."),
        ("hybrid mobilitet", "Det gælder hybride trusler og militær mobilitet."),
        ("politisk forskel", "Der er forskel på sikkerhedspolitiske mål."),
        ("vigtig medlemsstat", "De ser den vigtige rolle, som medlemsstaterne spiller."),
    ],
)
def test_an_adjective_of_another_noun_is_not_that_of_the_subject(subject: str, text: str) -> None:
    assert level_of(subject, text) == "scattered"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("ansvarlig digitalisering", "Vi går ind for ansvarlig teknologi og digitalisering."),
        ("grøn digitalisering", "Vi går ind for grøn omstilling, bæredygtighed og digitalisering."),
        ("grøn omstilling", "Den digitale og grønne omstilling lykkes."),
        ("grøn omstilling", "Vi ønsker en omstilling, der er grøn. Ansvaret er vores."),
        ("dansk strategi", "Den danske regerings nye strategi er klar."),
        ("sikkerhedspolitisk samarbejde", "Vi samarbejder, og på det sikkerhedspolitiske område er "
         "samarbejdet tæt."),
        ("strategisk mål", "Strategisk vigtige mål er nået."),
    ],
)  # fmt: skip
def test_an_adjective_is_that_of_every_noun_it_may_be_said_of(subject: str, text: str) -> None:
    assert level_of(subject, text) == "itself"
