"""The five documents, built without the library's cache."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from strategikort.catalog.kinds import read_kinds
from strategikort.catalog.parse import read_profile
from strategikort.model import Document, Section
from strategikort.structure.build import build_sections, cleaning_rules
from strategikort.text.hyphens import Vocabulary
from strategikort.text.source import Source

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Collection:
    documents: dict[str, Document]
    sections: dict[str, Section]
    sources: dict[str, Source]

    def of(self, document: str) -> list[Section]:
        return [section for section in self.sections.values() if section.document == document]


@pytest.fixture(scope="session")
def five() -> Collection:
    folder = ROOT / "strategikort" / "catalog" / "profiles"
    profiles = [read_profile(path) for path in sorted(folder.glob("*.yaml"))]
    sources = {
        profile.id: Source.from_bytes(
            f"seeds/{profile.file}", (ROOT / "seeds" / profile.file).read_bytes()
        )
        for profile in profiles
    }
    vocabulary = Vocabulary.of(source.text for source in sources.values())
    kinds = read_kinds()
    documents: dict[str, Document] = {}
    sections: dict[str, Section] = {}
    for profile in profiles:
        source = sources[profile.id]
        documents[profile.id] = Document(
            id=profile.id,
            file=source.file,
            sha256=source.sha256,
            lines=source.line_count,
            words=len(source.text.split()),
            **profile.metadata._asdict(),
        )
        rules = cleaning_rules(profile, source, vocabulary)
        built = build_sections(profile, source, rules, kinds)
        sections.update((section.id, section) for section in built)
    return Collection(documents, sections, sources)
