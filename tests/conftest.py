"""What all tests share: the collection, and the program run as a user runs it."""

from __future__ import annotations

import io
import json
import os
import signal
import socket
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from strategikort.catalog.builtin import profile_paths, read_seed
from strategikort.catalog.kinds import read_kinds
from strategikort.catalog.parse import read_profile
from strategikort.catalog.profile import Profile
from strategikort.library import Collection
from strategikort.model import Section
from strategikort.structure.build import build_sections, cleaning_rules
from strategikort.text.clean import CleaningRules
from strategikort.text.hyphens import Vocabulary
from strategikort.text.source import Source
from tests.measured import let_workers_end

# A busy machine is no defect of the program: no property test fails for the time it takes.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """``-n auto``: a process for each processor, but no more than memory goes round for."""
    return min(os.cpu_count() or 1, 8)


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name a file that is made for a test by its argument.

    It may hold the time, and all processes of pytest-xdist must find the same tests; pytest does so
    itself from 9.2.
    """
    return argname if isinstance(val, bytes) and len(val) > 100 else None


@dataclass(frozen=True)
class Built:
    """One built-in document, built afresh."""

    profile: Profile
    source: Source
    rules: CleaningRules
    sections: tuple[Section, ...]

    def section(self, tail: str) -> Section:
        return next(item for item in self.sections if item.id == f"{self.profile.id}/{tail}")


@dataclass(frozen=True)
class Outcome:
    """What a run of the program gave."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Program = Callable[..., Outcome]
"""What the fixture of that name gives."""


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    """The program has no network code: a socket opened by anybody fails the test."""
    real = socket.socket.connect

    def refuse(*_args: object) -> None:
        raise AssertionError("a network connection was opened")

    socket.socket.connect = refuse  # type: ignore[method-assign,assignment]
    yield
    socket.socket.connect = real  # type: ignore[method-assign]


@pytest.fixture(autouse=True, scope="session")
def _measured() -> None:
    let_workers_end()


@pytest.fixture(autouse=True, scope="session")
def _interruptible() -> None:
    """A test run in the background ignores Ctrl-C, and the programs it starts would do the same."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("cache")
        patch.setenv("STRATEGIKORT_CACHE", str(folder))
        patch.setenv("XDG_DATA_HOME", str(folder / "data"))
        patch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
        patch.setenv("APPDATA", str(folder / "config"))
        for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "STRATEGIKORT_SAMLING", "PAGER"):
            patch.delenv(name, raising=False)
        yield folder


@pytest.fixture(scope="session")
def collection(_own_cache: Path) -> Iterator[Collection]:
    with Collection.open() as opened:
        yield opened


@pytest.fixture(autouse=True)
def databases() -> Iterator[list[sqlite3.Connection]]:
    """The databases that a test opens; those it had no reason to close itself are closed for it."""
    found: list[sqlite3.Connection] = []
    real = sqlite3.connect

    def connect(*args: Any, **more: Any) -> sqlite3.Connection:
        found.append(real(*args, **more))
        return found[-1]

    with pytest.MonkeyPatch.context() as patch:  # which no test takes back
        patch.setattr(sqlite3, "connect", connect)
        yield found
    for connection in found:
        with suppress(sqlite3.ProgrammingError):  # it belongs to a thread of its own
            connection.close()


@pytest.fixture(scope="session")
def built() -> dict[str, Built]:
    """Every built-in document, built from its file and profile without the store."""
    profiles = [read_profile(path) for path in profile_paths()]
    sources = [Source.from_bytes(f"seeds/{item.file}", read_seed(item.file)) for item in profiles]
    vocabulary = Vocabulary.of(source.text for source in sources)
    kinds = read_kinds()
    found: dict[str, Built] = {}
    for profile, source in zip(profiles, sources, strict=True):
        rules = cleaning_rules(profile, source, vocabulary)
        sections = build_sections(profile, source, rules, kinds)
        found[profile.id] = Built(profile, source, rules, sections)
    return found


@pytest.fixture(scope="session")
def program() -> Program:
    """Run the program in this process: ``program("vis", "rk 6")``.

    ``encoding`` is that of the console, in which all that is written must be readable.
    """
    from strategikort.cli.app import app
    from strategikort.cli.framework import run

    def call(*args: str, stdin: str | bytes = "", encoding: str = "utf-8") -> Outcome:
        out = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="")
        err = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            typed = io.BytesIO(stdin.encode("utf-8") if isinstance(stdin, str) else stdin)
            patch.setattr(sys, "stdin", io.TextIOWrapper(typed, encoding="utf-8"))
            status = run(app, list(args))
        for stream in (out, err):
            stream.flush()
            stream.seek(0)
        return Outcome(status, out.read(), err.read())

    return call
