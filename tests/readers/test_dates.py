"""The date that a document puts on itself."""

from __future__ import annotations

import pytest

from strategikort.readers.making.metadata import IN_TEXT
from strategikort.readers.reader import read

LONG = " ".join(["Regeringen vil gøre noget ved sagen, og det skal ske nu."] * 4)
TITLE = "lov om ændring af lov om natur, " + "lov om skove og " * 8 + "færdselsloven (parker"


@pytest.mark.parametrize(
    ("top", "expected"),
    [
        ("# Strategi\n\nMaj 2023", "2023-05"),
        ("# Handlingsplan 2030\n\nMaj 2023", "2023-05"),
        ("# Strategi\n\n27\\. august 2003", "2003-08-27"),
        ("# Strategi\n\n**København, den 4. maj 2022**", "2022-05-04"),
        ("# Strategi\n\nTorsdag den 2. juni 2022", "2022-06-02"),
        ("# Referat\n\nDato: 12.05.2021", "2021-05-12"),
        ("# Referat\n\nDato: 12/5-2021", "2021-05-12"),
        ("# Manual\n\nUdgivelsesdato: 31.01.2024", "2024-01-31"),
        ("# Referat\n\nOdense, den 12/5 2021", "2021-05-12"),
        ("# Referat\n\n31/2-2021", None),
        ("# Nyt fra heden\n\nNr. 2, april 2024", "2024-04"),
        ("# Nyt fra heden\n\n14. årgang, nr. 2 – april 2024", "2024-04"),
        ("# Strategy\n\nMay 17, 2024", "2024-05-17"),
        ("# Strategi\n\nMaj 2023\n\n12. maj 2023", "2023-05-12"),
        ("LOV nr 1234 af 12/12/2023\n\n# Lov om post", "2023-12-12"),
        ("# Bekendtgørelse om post\n\nBEK nr. 5 af 3. maj 2024", "2024-05-03"),
        ("# Lov om post\n\nLov nr. 429 af den 31. maj 2000", "2000-05-31"),
        ("RÅDETS FORORDNING (EU) 2024/1689\naf 13. juni 2024\nom post", "2024-06-13"),
        ("Fremsat den 9. oktober 2025 af ministeren (A B)\n\n# Forslag til lov", "2025-10-09"),
        ("# Forslag\n\nFremsat skriftligt den 9. oktober 2025 af ministeren", "2025-10-09"),
        ("# Betænkning\n\nAfgivet af Udenrigsudvalget den 4. december 2025", "2025-12-04"),
        ("# 68. møde\n\nOnsdag den 19. marts 2025 kl. 13.00", "2025-03-19"),
        ("Onsdag den 19. marts 2025 (D)\n\n# 68. møde", "2025-03-19"),
        ("# Dansk støtte\n\nOffentliggjort 12. marts 2025", "2025-03-12"),
        ("Miljøudvalget 2020-21\nSpørgsmål 4\nTil:\nMinisteren\n30. november 2020\n" + LONG,
         "2020-11-30"),
        (f"Høring over udkast til {TITLE} m.v.)\n\n10-02-2021", "2021-02-10"),
        ("# Vedtægter\n\nVedtægter af 24.april 2019", "2019-04-24"),
        ("MØDE\n\nBudget\n\nSTARTTIDSPUNKT\n\n06-03-2018 10:00:00", "2018-03-06"),
        ("# Høring\n\nDeres brev af 3. maj 2020", None),
        ("# Høring\n\nSvar skal være afgivet den 9. oktober 2025", None),
        ("# Redegørelse om aftalen\n\naf 13. juni 2024", None),
        ("# Strategi\n\nMaj 2023\n\nJuni 2024", None),
        ("# Strategi\n\n2023", None),
        ("# Strategi\n\nVedtaget 22. februar 1997", None),
        ("# Strategi\n\nI maj 2023 kom loven.", None),
        ("# Program, vedtaget den 22.\nfebruar 1997", None),
        ("# Strategi\n\n31. februar 2024", None),
        (f"# Strategi\n\n{LONG}\n\nMaj 2023", None),
    ],
)  # fmt: skip
def test_a_date_that_stands_alone_at_the_top(top: str, expected: str | None) -> None:
    metadata = read(f"{top}\n\n{LONG}\n".encode(), "a.md").metadata
    assert metadata.date == expected
    assert metadata.evidence.get("date") == (IN_TEXT if expected else None)
