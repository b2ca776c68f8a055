"""Documents without a publisher are cited by whose they are: their titles say so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.holdings.conftest import Program, Shelf, checked

_HUMBLE = """# Havnepartiets principprogram

Udgivet den 2. maj 2017.

## Hav

Fiskeriet skal drives, så bestandene af torsk kan vokse igen.

## Land

Jorden skal dyrkes, så grundvandet i hele landet forbliver rent.
"""
_OTHER = """# Det Grønne Forbunds handlingsplan

Udgivet den 9. april 1997.

## Skov

Skoven skal plejes, så dyr og planter har plads til at leve.
"""
_NAMED = """# Danmarks digitale strategi

Udgivet den 4. marts 2022.

## Data

Data skal deles, så borgerne kun skal oplyse det samme én gang.
"""


@pytest.fixture(autouse=True)
def _documents(shelf: Shelf) -> None:
    shelf(("havn.md", _HUMBLE), ("forbund.md", _OTHER), ("digital.md", _NAMED))


@pytest.mark.parametrize(
    ("memo", "status"),
    [
        ("»Fiskeriet skal drives, så bestandene af torsk kan vokse igen« (Havnepartiet 2017).", "exact"),
        ("»Fiskeriet skal drives, så bestandene af torsk kan vokse igen« (Havnepartiet, 2017, Hav).", "exact"),
        ("»Fiskeriet skal drives, så bestandene af torsk kan vokse igen« (Havnepartiet 2017, Land).", "misplaced"),
        ("»Fiskeriet skal drives, så bestandene af torsk kan vokse igen« (Det Grønne Forbund 1997).", "misplaced"),
        ("»Skoven skal plejes, så dyr og planter har plads til at leve« (Det Grønne Forbund 1997).", "exact"),
        ("»Skoven skal plejes, så dyr og planter har plads til at leve« (Danmark 2022).", "misplaced"),
    ],
)  # fmt: skip
def test_whose_it_is_and_the_year_cite_a_document(
    program: Program, tmp_path: Path, memo: str, status: str
) -> None:
    path = tmp_path / "memo.txt"
    path.write_text(memo, "utf-8")
    answer = checked(program, "verificér", str(path), status=int(status != "exact"))
    (quote,) = answer["quotes"]
    assert quote["status"] == status
    assert quote["notes"] == []


@pytest.mark.parametrize(
    "memo",
    [
        "Danmark siger: »Skoven skal plejes, så dyr og planter har plads til at leve«.",
        "»Skoven skal plejes, så dyr og planter har plads til at leve« (Danmark 2019).",
        "»Skoven skal plejes, så dyr og planter har plads til at leve« (Danmark).",
    ],
)
def test_whose_it_is_alone_cites_none(program: Program, tmp_path: Path, memo: str) -> None:
    path = tmp_path / "memo.txt"
    path.write_text(memo, "utf-8")
    (quote,) = checked(program, "verificér", str(path))["quotes"]
    assert quote["status"] == "exact"
