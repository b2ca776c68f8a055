"""``strategikort mcp`` as a command: without the extra, with a broken collection, interrupted."""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path

import pytest

from tests.conftest import Outcome, Program
from tests.processes import ran, start, surroundings


def run_without(*modules: str) -> Outcome:
    """Run the command as if ``modules`` were not installed."""
    script = (
        f"import sys; sys.modules |= dict.fromkeys({modules!r});"
        "sys.argv = ['strategikort', 'mcp'];"
        "from strategikort.__main__ import main; main()"
    )
    surrounded = surroundings(PYTHONIOENCODING="utf-8")
    return ran(command=[sys.executable, "-c", script], env=surrounded)


@pytest.mark.parametrize("missing", [["mcp_types"], ["mcp", "mcp_types", "anyio", "pydantic"]])
def test_without_the_extra(missing: list[str]) -> None:
    """An older SDK lacks ``mcp_types``; without any, much of what it needs is missing too."""
    outcome = run_without(*missing)
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.splitlines() == [
        "Fejl: MCP er ikke installeret, eller det er for gammelt.",
        'Kør python -m pip install ".[mcp]" i projektets mappe.',
    ]


def test_another_failing_import_is_not_taken_for_it() -> None:
    assert run_without("strategikort.assistant.resources").status == 3


def test_a_collection_that_is_not_there_is_said_at_once(program: Program, tmp_path: Path) -> None:
    outcome = program("mcp", "--samling", str(tmp_path / "findes-ikke"))
    assert outcome.status == 2
    assert "findes-ikke" in outcome.err


def test_the_server_ends_when_nobody_asks_any_more() -> None:
    assert ran("mcp") == Outcome(0, "", "")


def test_what_is_no_request_is_answered_and_survived() -> None:
    typed = '{]\n"x"\n[]\n{"jsonrpc": "2.0", "id": 7, "method": "ping"}\n'
    outcome = ran("mcp", typed=typed)
    assert (outcome.status, outcome.err) == (0, "")
    assert json.loads(outcome.out.splitlines()[-1])["id"] == 7


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_interrupted_while_it_loads() -> None:
    """Pydantic and others make a RuntimeError of what comes while they build their classes."""
    script = """
import os, signal, sys

class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == "strategikort.assistant.server":
            try:
                os.kill(os.getpid(), signal.SIGINT)
            except KeyboardInterrupt as interrupt:
                raise RuntimeError from interrupt

sys.meta_path.insert(0, Interrupting())
sys.argv = ["strategikort", "mcp"]
from strategikort.__main__ import main; main()
"""
    assert ran(command=[sys.executable, "-c", script]) == Outcome(130, "", "")


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_interrupted() -> None:
    with start("mcp") as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(
            '{"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"protocolVersion":'
            ' "2025-06-18", "capabilities": {}, "clientInfo": {"name": "x", "version": "1"}}}\n'
        )
        process.stdin.flush()
        assert '"serverInfo"' in process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 130
        assert process.stderr.read() == ""
