"""What an export takes of memory does not grow with the collection."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any, cast

import pytest

from strategikort.cli.export import _to_stdout
from tests.export.streaming import WRITERS
from tests.processes import ran


@pytest.mark.parametrize("form", sorted(WRITERS))
def test_memory_stays_flat(tmp_path: Path, form: str) -> None:
    measuring = (sys.executable, "-m", "tests.export.streaming")
    outcome = ran(form, str(tmp_path), command=measuring)
    assert (outcome.status, outcome.err) == (0, "")
    (small, little), (large, much) = outcome.json
    assert much - little > 300_000
    assert large - small < (much - little) / 8


class Interrupted(io.RawIOBase):
    """An output without a buffer, of whose writes a signal breaks off every one."""

    def __init__(self) -> None:
        self.written = b""

    def writable(self) -> bool:
        return True

    def write(self, data: Any, /) -> int:
        part = bytes(data[:5])
        self.written += part
        return len(part)


def test_nothing_is_lost_on_an_output_without_a_buffer(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = Interrupted()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(cast(io.BufferedWriter, raw)))
    _to_stdout(["Pejlemærkerne er otte i alt.\n", "", "Slut.\n"])
    assert raw.written.decode() == "Pejlemærkerne er otte i alt.\nSlut.\n"
