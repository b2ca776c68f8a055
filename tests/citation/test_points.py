"""Numbered places without a document, which are those of the document that has the quotation."""

from __future__ import annotations

import pytest

from strategikort.citation.verdict import Status

PRIVATE = "fortsat dialog og samarbejde med den private sektor, herunder onlineplatforme"  # rk 14
WTO = "støtte arbejdet med at reformere og fremtidssikre WTO"  # uss 4.6


@pytest.mark.parametrize(
    "text",
    [
        "Punkt {}: »{}«",
        "I punkt {} hedder det: »{}«.",
        "Ifølge pkt. {} skal man have »{}«.",
        "Efter punkt {} skal man have »{}«.",
        "»{1}«, hedder det i punkt {0}.",
        "Det {}. punkt siger »{}«.",
        "Konklusionernes punkt {} nævner »{}«.",
        "Af punkt {} fremgår, at der skal være »{}«.",
        "Det fremgår af punkt {}, at der skal være »{}«.",
    ],
)
def test_a_point_that_leads_to_a_quotation(check, text: str) -> None:
    (wrong,) = check(text.format(12, PRIVATE)).quotes
    assert wrong.verdict.status is Status.MISPLACED
    assert "12" in wrong.quotation.citation
    (right,) = check(text.format(14, PRIVATE)).quotes
    assert (right.verdict.status, right.verdict.notes) == (Status.EXACT, ())


@pytest.mark.parametrize(("ordinal", "status"), [("tolvte", "misplaced"), ("fjortende", "exact")])
def test_a_point_by_its_ordinal(check, ordinal: str, status: str) -> None:
    (found,) = check(f"I det {ordinal} punkt hedder det: »{PRIVATE}«.").quotes
    assert found.verdict.status.value == status


@pytest.mark.parametrize(
    "text",
    [
        "Strategien siger i afsnit {}, at man vil »{}«.",
        "Det fremgår af strategiens afsnit {}, at regeringen vil »{}«.",
        "Ifølge afsnit {} vil regeringen »{}«.",
        "Og i afsnit {}: »{}«.",
        "Og læs dernæst afsnit {}: »{}«.",
        "»{1}«, skriver regeringen i afsnit {0}.",
    ],
)
def test_a_section_with_a_number_of_its_own(check, text: str) -> None:
    (wrong,) = check(text.format("4.5", WTO)).quotes
    assert wrong.verdict.status is Status.MISPLACED
    (right,) = check(text.format("4.6", WTO)).quotes
    assert (right.verdict.status, right.verdict.notes) == (Status.EXACT, ())


@pytest.mark.parametrize(
    "text",
    [
        f"1. Baggrund\n2. Sagen\n\nI punkt 2 hedder det: »{PRIVATE}«.",
        f"## 4.5 Handel\n\nHer er det. I afsnit 4.5 hedder det: »{WTO}«.",
        f"På dagsordenens punkt 12 hedder det: »{PRIVATE}«.",
        f"I punkt 12 på dagsordenen hedder det: »{PRIVATE}«.",
        f"I punkt 12 ovenfor hedder det: »{PRIVATE}«.",
        f"Ad punkt 12: »{PRIVATE}«.",
        f"I vores punkt 12 hedder det: »{PRIVATE}«.",
        f"Om punkt 12 siger man: »{PRIVATE}«.",
        f"Under punkt 3 hedder det »{PRIVATE}«.",
        f"Dagsorden punkt 3: »{PRIVATE}«.",
        f"Vedr. punkt 3: »{PRIVATE}«.",
        f"Det andet punkt er, at man vil have »{PRIVATE}«.",
        f"Statsministeren skriver i punkt 3: »{PRIVATE}«.",
        f"»{PRIVATE}«, skriver ministeren i punkt 3.",
        f"Lovforslagets afsnit 4.5 siger: »{WTO}«.",
        f"Regeringen skriver i Danmarks udviklingsstrategi, afsnit 4.5, at man vil »{WTO}«.",
        f"Analysen viser i afsnit 4.5, at man vil »{WTO}«.",
        f"Se afsnit 2.3, hvor det hedder: »{WTO}«.",
        f"I modsætning til punkt 12 hedder det »{PRIVATE}«.",
        f"Vi har talt om afsnit 4.5, mens regeringen vil »{WTO}«.",
        "I punkt 3 hedder det: »Danmark indgik i 2022 en bilateral kvanteaftale med USA«.",
    ],
)
def test_a_number_that_may_be_another_texts_is_left(check, text: str) -> None:
    found = check(text).quotes[-1]
    assert (found.verdict.status, found.verdict.notes) == (Status.EXACT, ())
