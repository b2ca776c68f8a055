"""Amounts in tables, whose unit stands over the columns."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.holdings.conftest import Program

_TABLE = """# Budget

Havneby Kommune, 2024

## Bevillinger

| År | Mål | Bevilling ({unit}) |
|---|---|---|
| 2024 | Ny organisering | 1.500 |
| 2025 | Fuld drift | 2.250 |

## Gæster

Der kom 3.750 gæster. Festen kostede 3 t.kr. i alt.
"""


def levels(program: Program, folder: Path, subject: str, unit: str) -> list[str]:
    path = folder / "budget.md"
    path.write_text(_TABLE.replace("{unit}", unit), "utf-8")
    assert program("tilføj", str(path)).status == 0
    answer = program("fravær", subject, "-d", "budget*", "--json").json
    return [item["how"] for item in answer["presence"]]


@pytest.mark.parametrize(
    ("subject", "unit"),
    [
        ("2.250 t.kr.", "t.kr."),
        ("2.250.000 kr.", "t.kr."),
        ("2,25 mio. kr.", "t.kr."),
        ("DKK 2.250.000", "t.kr."),
        ("2.250.000 kr.", "tkr."),
        ("2.250.000 kr.", "1.000 kr."),
        ("2.250.000 kr.", "tusind kroner"),
        ("2.250.000.000 kr.", "mio. kr."),
        ("2.250 mio. kr.", "mio. kr."),
    ],
)
def test_the_unit_may_stand_over_the_columns(
    own: Path, program: Program, tmp_path: Path, subject: str, unit: str
) -> None:
    assert levels(program, tmp_path, subject, unit) == ["otherwise"]


@pytest.mark.parametrize(
    ("subject", "unit"),
    [
        ("2.500.000 kr.", "t.kr."),
        ("2.250.000 kr.", "mio. kr."),
        ("2.250.000 kr.", "stk."),
        ("3.750.000 kr.", "t.kr."),
    ],
)
def test_another_number_or_unit_is_another_amount(
    own: Path, program: Program, tmp_path: Path, subject: str, unit: str
) -> None:
    assert levels(program, tmp_path, subject, unit) == []
