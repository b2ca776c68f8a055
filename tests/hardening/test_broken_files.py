"""Broken files and profiles are read or refused, in bounded time, and never anything else."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from strategikort.catalog.builtin import profile_paths
from strategikort.catalog.kinds import read_kinds
from strategikort.catalog.parse import read_profile
from strategikort.errors import SourceError, StrategikortError
from strategikort.holdings.ownprofile import read_described
from strategikort.language.thesaurus_file import read_thesaurus
from strategikort.readers.reader import Limits, Reader
from strategikort.structure.auto import sections_of
from strategikort.structure.build import build_sections, cleaning_rules
from strategikort.text.hyphens import Vocabulary
from strategikort.text.source import Source
from tests.hardening.mutate import broken_files, mutated
from tests.hardening.refusals import in_danish
from tests.readers.test_invariants import check

COUNT = 150
"""Files in a test run; ``python -m tests.hardening.campaign`` tries as many as one likes."""


def test_broken_files_are_read_or_refused() -> None:
    read, refused = 0, 0
    with Reader(Limits(page_seconds=5.0, file_seconds=20.0)) as reader:
        for name, data in broken_files(COUNT, seed=20):
            try:
                found = reader.read(data, name)
            except SourceError as error:
                in_danish(error)
                refused += 1
                continue
            check(found)
            sections_of(found, "d")
            read += 1
    assert read > COUNT / 3
    assert refused > 0


def described(path: Path) -> None:
    read_described(path)


def built_in(path: Path) -> None:
    profile = read_profile(path)
    text = Path("seeds", profile.file)
    if not text.is_file():
        return
    source = Source.from_bytes(profile.file, text.read_bytes())
    rules = cleaning_rules(profile, source, Vocabulary.of([source.text]))
    build_sections(profile, source, rules, read_kinds())


def thesaurus(path: Path) -> None:
    read_thesaurus(path)


OWN = """id: rapport
metadata:
  title: "En rapport"
  date: 2026-03
headings:
  - {lines: "1-2", level: 1, text: "Et"}
  - {lines: '7 "Indledning"', level: 2, text: "Indledning"}
furniture:
  - {lines: "3, 57", what: sidehoved}
"""


@pytest.mark.parametrize("reading", (described, built_in, thesaurus))
def test_broken_profiles_are_read_or_refused(
    reading: Callable[[Path], None], tmp_path: Path
) -> None:
    draw = random.Random(3)
    whole = [path.read_bytes() for path in profile_paths()] + [OWN.encode()]
    path = tmp_path / "profil.yaml"
    refused = 0
    for _ in range(60):
        path.write_bytes(mutated(draw.choice(whole), draw))
        try:
            reading(path)
        except StrategikortError as error:
            in_danish(error)
            refused += 1
    assert refused > 20
