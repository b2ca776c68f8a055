"""English words that are Danish ones in another spelling."""

from __future__ import annotations

import pytest

from strategikort.language.cognates import cognates

PAIRS = """
    strategic/strategisk strategically/strategisk political/politisk statistics/statistik
    integration/integration regulation/regulering modernization/modernisering
    modernisation/modernisering mobilize/mobilisere mobilise/mobilisere integrate/integrere
    certificate/certifikat capacity/kapacitet capacities/kapacitet variety/varietet
    democracy/demokrati agency/agenci technology/teknologi technologies/teknologi theory/teori
    military/militær temperature/temperatur active/aktiv terrorism/terrorisme
    existence/eksistens resonance/resonans religious/religiøs national/national
    traditional/traditionel director/direktør motor/motor minister/minister transport/transport
    resource/resource economic/økonomisk quality/kvalitet philosophy/filosofi chaos/kaos
    sectors/sektor export/eksport
""".split()


@pytest.mark.parametrize("pair", PAIRS)
def test_an_english_word_is_spelt_in_danish(pair: str) -> None:
    english, danish = pair.split("/")
    assert danish == english or danish in cognates(english)


@pytest.mark.parametrize("word", ["arts", "epic", "komité", "co2-tax", "kvote2"])
def test_what_is_short_or_no_english_word_is_not(word: str) -> None:
    assert cognates(word) == ()
