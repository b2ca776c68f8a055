"""The door to the readers when its worker process fails: it dies, is silent, or is worn out."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from strategikort.errors import SourceError
from strategikort.readers import Limits, Reader, TooHeavyError
from strategikort.readers import reader as reader_module
from strategikort.readers.apart import process
from strategikort.readers.apart.process import WorkerDiedError, WorkerProcess

HEADER = """
import json, sys, time
def say(**message):
    print(json.dumps(message), flush=True)
question = json.loads(sys.stdin.buffer.readline())
skip = question["skip"]
"""
DATA = b"%PDF-1.7 en fil"


@pytest.fixture
def worker(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Let the reader start a worker that does what is written instead of reading."""
    return lambda code: monkeypatch.setattr(process, "_START", HEADER + code)


@pytest.mark.parametrize(
    ("code", "seconds", "message"),
    [
        pytest.param("sys.exit()", 60, "den kræver for megen hukommelse", id="dead at once"),
        pytest.param("time.sleep(60)", 0.2, "den tager for lang tid at læse", id="silent"),
        pytest.param(
            "say(page=len(skip), of=9); sys.exit()", 60, "flere af siderne tager", id="many pages"
        ),
        pytest.param(
            "say(page=4, of=9); sys.exit()", 60, "den kræver for megen", id="one page twice"
        ),
    ],
)
def test_a_file_on_which_the_worker_fails_is_given_up(
    code: str, seconds: float, message: str, worker: Callable[[str], None]
) -> None:
    worker(code)
    limits = Limits(file_seconds=seconds)
    with Reader(limits) as reader, pytest.raises(TooHeavyError, match=message) as error:
        reader.read(DATA, "a.pdf")
    assert error.value.message.startswith("Filen a.pdf er opgivet: ")


def test_a_large_file_is_waited_for_longer(
    worker: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a web page nothing is said before all of it is read."""
    monkeypatch.setattr(reader_module, "_STARTING", 0.5)
    worker(
        'sys.stdin.buffer.read(question["size"]); time.sleep(2)\n'
        'say(error=["no_text", "læst til ende", "prøv igen"])'
    )
    limits = Limits(page_seconds=0.01)
    with Reader(limits) as reader, pytest.raises(TooHeavyError):
        reader.read(DATA, "a.pdf")
    with Reader(limits) as reader, pytest.raises(SourceError, match="læst til ende"):
        reader.read(DATA + b" " * 4_000_000, "a.pdf")


def test_the_page_on_which_a_worker_dies_is_left_out_by_the_next(
    worker: Callable[[str], None],
) -> None:
    worker(
        "say(page=0, of=9); say(page=3, of=9)\n"
        "if not skip: sys.exit()\n"
        'say(error=["no_text", f"uden {skip}", "prøv igen"])\n'
        "sys.stdin.read()"
    )
    told: list[tuple[int, int]] = []
    with Reader() as reader, pytest.raises(SourceError, match=r"uden \[3\]"):
        reader.read(DATA, "a.pdf", progress=lambda page, of: told.append((page, of)))
    assert told == [(0, 9), (3, 9)] * 2


def test_the_answer_is_the_last_that_a_worker_says(worker: Callable[[str], None]) -> None:
    worker("say(page=0, of=1); say(file={}); say(page=7, of=7); sys.stdin.read()")
    asked = WorkerProcess(2**30)
    try:
        messages = list(asked.ask({"skip": []}, b"", 10, time.monotonic() + 10))
    finally:
        asked.kill()
    assert messages == [{"page": 0, "of": 1}, {"file": {}}]


def test_a_worker_that_ends_before_it_has_taken_the_file_has_died(
    worker: Callable[[str], None],
) -> None:
    worker("sys.exit()")
    asked = WorkerProcess(2**30)
    try:
        with pytest.raises(WorkerDiedError):
            list(asked.ask({"skip": []}, DATA * 100_000, 10, time.monotonic() + 10))
    finally:
        asked.kill()


def test_a_reader_goes_on_with_a_new_worker_when_the_old_one_has_died(
    worker: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = b"<p>Danmark handler med hele verden.</p>"
    with Reader() as reader:
        worker("sys.exit()")
        with pytest.raises(TooHeavyError):
            reader.read(page, "a.html")
        monkeypatch.undo()
        assert reader.read(page, "a.html").text == "Danmark handler med hele verden."
