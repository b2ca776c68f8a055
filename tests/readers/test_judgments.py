"""Judgments: what courts and boards call what they decide, with its date and its number."""

from __future__ import annotations

import pytest

from strategikort.readers import read

TEXT = "\n\nPåstande\n\nAppellanten har gentaget sin påstand om, at afgørelsen ophæves.\n"


@pytest.mark.parametrize(
    ("top", "title", "number", "date"),
    [
        (
            "ØSTRE LANDSRET\n\nDOM\n\nafsagt den 15. december 2021\n\nSag BS-11913/2021-OLR\n\n(10. afdeling)",
            *("Østre Landsrets dom", "BS-11913/2021-OLR", "2021-12-15"),
        ),
        (
            "HØJESTERETS DOM\nafsagt tirsdag den 30. april 2019\n\nSag BS 7813/2018-HJR\n(2. afdeling)",
            *("Højesterets dom", "BS 7813/2018-HJR", "2019-04-30"),
        ),
        (
            "RETTEN I RANDERS\n\nK E N D E L S E\n\nafsagt den 9. marts 2021",
            *("Retten i Randers’ kendelse", None, "2021-03-09"),
        ),
        (
            "DOMSTOLENS DOM (Tredje Afdeling)\n\n4. maj 2023 (*)\n\nI sag C-417/21,",
            *("Domstolens dom", "C-417/21", "2023-05-04"),
        ),
        (
            "DOMSTOLENS DOM\n19. juni 1990 *\n\nI de forenede sager C-584/20 P og C-621/20 P,",
            *("Domstolens dom", "C-584/20 P og C-621/20 P", "1990-06-19"),
        ),
        (
            "Klagenævnet for Udbud        J.nr.: 22/04123\n(Kirsten Thorup, Erik Holm)     18. maj 2022"
            "\n\nK E N D E L S E\n\nScan Kontor A/S",
            *("Klagenævnet for Udbuds kendelse", "22/04123", "2022-05-18"),
        ),
    ],
)
def test_a_judgment_is_called_by_its_court_and_its_number(
    top: str, title: str, number: str | None, date: str
) -> None:
    found = read((top + TEXT).encode(), "fil.txt").metadata
    assert (found.title, found.number, found.date) == (title, number, date)
    assert "øverst" in found.evidence["title"]


@pytest.mark.parametrize(
    "top",
    [
        "Domstolens dom af 4. maj 2023\n\nNotat om sag C-417/21",
        "En god dom\n\n4. maj 2023",
        "Retssikkerhed\n\nHøjesterets dom fra 2019 har ændret praksis.\n\n4. maj 2023",
        "DOM\n\nafsagt den 9. marts 2021",
    ],
)
def test_a_paper_about_a_judgment_is_none(top: str) -> None:
    found = read((top + TEXT).encode(), "fil.txt").metadata
    assert "Domstolens dom (" not in (found.title or "")
    assert found.evidence.get("title") != "øverst i teksten"
