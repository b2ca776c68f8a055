"""What binds in a judgment, and what it only tells of the law; the same words elsewhere."""

from __future__ import annotations

import pytest

from strategikort.links.commitments.finder import CommitmentFinder
from strategikort.readers import read
from strategikort.structure.auto import sections_of

RULING = "## Thi kendes for ret\n\nKommunen skal inden 14 dage betale 212.000 kr. til sagsøgeren.\n"

LAW = [
    "Efter funktionærlovens § 2 skal arbejdsgiveren opsige med et varsel.",
    "Arbejdsgiveren skal efter lovens § 2 b betale en godtgørelse.",
    "Ifølge overenskomsten skal der føres en forhandling.",
    "Det følger af forvaltningslovens § 24, at begrundelsen skal nævne reglerne.",
    "En offentlig arbejdsgiver skal følge saglighedsprincippet.",
]


def promised(text: str) -> list[str]:
    """Return the sentences of a text that count."""
    sections = {section.id: section for section in sections_of(read(text.encode(), "d.md"), "d")}
    return [
        sections[item.section].text.text[item.start : item.end]
        for item in CommitmentFinder().find(sections.values())
    ]


@pytest.mark.parametrize("sentence", LAW)
def test_a_judgment_tells_the_law_and_rules(sentence: str) -> None:
    reasons = f"# Dom\n\n## Begrundelse\n\n{sentence}\n\n"
    assert promised(reasons + RULING) == [
        "Kommunen skal inden 14 dage betale 212.000 kr. til sagsøgeren."
    ]
    assert promised(reasons.replace("Dom", "Vejledning")) == [sentence]


def test_costs_are_imposed_in_the_reasons_too() -> None:
    costs = "Kommunen skal betale sagsomkostninger med 40.000 kr."
    assert promised(f"# Dom\n\n## Begrundelse\n\n{costs}\n\n{RULING}")[0] == costs
