"""Sentences and their places."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategikort.language.sentences import sentences
from strategikort.library import Collection


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("En. To! Tre? Fire", ["En.", "To!", "Tre?", "Fire"]),
        ("Det er bl.a. sagt f.eks. her. Nyt.", ["Det er bl.a. sagt f.eks. her.", "Nyt."]),
        ("Den 18. juli 2022. Derefter.", ["Den 18. juli 2022.", "Derefter."]),
        ("Det 21. århundrede.", ["Det 21. århundrede."]),
        ("FN's 3. Komité mødes.", ["FN's 3. Komité mødes."]),
        ("I 2023-2026. Med det.", ["I 2023-2026.", "Med det."]),
        ("Enige med alt i. Arbejdet.", ["Enige med alt i.", "Arbejdet."]),
        ("”Sagt.” Så gik han.", ["”Sagt.”", "Så gik han."]),
        ("»Sagt.« Så gik han.", ["»Sagt.«", "Så gik han."]),
        ("„Sagt.“ „Så gik han.“", ["„Sagt.“", "„Så gik han.“"]),
        ("Det er »sagt bl.a.« her.", ["Det er »sagt bl.a.« her."]),
        ("Det er sagt. („Nu.“)", ["Det er sagt.", "(„Nu.“)"]),
        ("Det er »Sagt.« og gjort.", ["Det er »Sagt.« og gjort."]),
        ("Et afsnit\n\nEt andet", ["Et afsnit", "Et andet"]),
        ("15 mia. kr. i alt.", ["15 mia. kr. i alt."]),
        ("Ifølge A. P. Møller og H.C. Andersen. Og U.S. Army.",
         ["Ifølge A. P. Møller og H.C. Andersen.", "Og U.S. Army."]),
        ("Det koster 2 mia. kr. Heraf går lidt til skat.",
         ["Det koster 2 mia. kr.", "Heraf går lidt til skat."]),
        ("Vi sælger TV2. Det er sagt.", ["Vi sælger TV2.", "Det er sagt."]),
        ("I folketingsåret 2026-27. Jeg håber.", ["I folketingsåret 2026-27.", "Jeg håber."]),
        ("Sigtdybden er 4,1. Det er nok.", ["Sigtdybden er 4,1.", "Det er nok."]),
        ("De er nu 3.000. Det er nok.", ["De er nu 3.000.", "Det er nok."]),
        ("Se afsnit 11.3. Visionen.", ["Se afsnit 11.3. Visionen."]),
        ("Målet for 2030. 70 pct. skal nås.", ["Målet for 2030.", "70 pct. skal nås."]),
        ("Op til 25 pct. Målet nås.", ["Op til 25 pct.", "Målet nås."]),
        ("", []),
    ],
)  # fmt: skip
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == expected


@given(st.text(alphabet="abAB.!? \n”»«“„)1é", max_size=120))
def test_nothing_is_lost_and_nothing_twice(text: str) -> None:
    found = list(sentences(text))
    assert all(start < end for start, end in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    kept = "".join(text[start:end] for start, end in found)
    assert "".join(kept.split()) == "".join(text.split())


def test_every_section(collection: Collection) -> None:
    for section in collection.sections():
        kept = "".join(section.text.text[start:end] for start, end in sentences(section.text.text))
        assert "".join(kept.split()) == "".join(section.text.text.split())
