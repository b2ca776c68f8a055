"""The measurements, which no other test runs, still fit what they measure."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[1] / "benchmarks"


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("[a-z]*.py")))
def test_a_measurement_can_be_loaded(name: str) -> None:
    assert import_module(f"tests.benchmarks.{name}").__doc__


def test_every_rule_that_is_left_out_is_there() -> None:
    from tests.benchmarks.ablation import RULES

    assert [name for name, (where, what, _) in RULES.items() if not hasattr(where, what)] == []
