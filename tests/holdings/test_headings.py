"""As what a subject stands in a heading whose words hyphens join, which implies more words."""

from __future__ import annotations

import pytest

from strategikort.library import Collection
from tests.holdings.conftest import Shelf

TEXT = """# Planen for kommunen

Indledningen handler om vejret, som er godt.

## EU-politik: De spiller efter reglerne

Vejret er dårligt i dag.

## EU-ruter: Drej til venstre ved kirken

Vejret er skiftende i dag.

## Vind- og solparker i den danske industri

Vejret er roligt i dag.

## EU-budget for 2023-2025

Vejret er koldt i dag.

## EU-møde den 12.-15. juni

Vejret er varmt i dag.

## Salget i 4. kvartal

Vejret er klart i dag.

## Byen med 7 kvartaler

Vejret er tåget i dag.
"""


@pytest.mark.parametrize(
    ("subject", "how"),
    [
        ("spillere", "kindred"),
        ("spillede", "itself"),
        ("Venstre", "kindred"),
        ("Dansk Industri", "kindred"),
        ("2024", "otherwise"),
        ("13. juni", "otherwise"),
        ("4. kvartal", "itself"),
        ("7 kvartaler", "itself"),
    ],
)
def test_the_words_of_a_heading_are_read_where_they_stand(
    shelf: Shelf, subject: str, how: str
) -> None:
    shelf(("plan.md", TEXT))
    with Collection.open() as collection:
        report = collection.absence(subject, documents=["planen-for-kommunen"])
    assert [item.how for item in report.presence] == [how]


@pytest.mark.parametrize("subject", ["4 kvartaler", "7. kvartal", "16. juni"])
def test_another_number_of_a_heading_is_none(shelf: Shelf, subject: str) -> None:
    shelf(("plan.md", TEXT))
    with Collection.open() as collection:
        report = collection.absence(subject, documents=["planen-for-kommunen"])
    assert not {item.how for item in report.presence} - {"scattered", "kindred"}
