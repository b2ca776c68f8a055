"""The built-in collection: every profile read, every file checked, every section built."""

from __future__ import annotations

from collections.abc import Iterator

from strategikort.catalog.builtin import profile_paths, read_seed
from strategikort.catalog.kinds import low_ranks, read_kinds
from strategikort.catalog.parse import read_profile
from strategikort.catalog.profile import Profile
from strategikort.errors import SourceError
from strategikort.index.filling.writer import Addition, IndexWriter
from strategikort.index.storage.store import Store
from strategikort.index.storage.transaction import transaction
from strategikort.structure.build import (
    build_sections,
    check_source,
    cleaning_rules,
    describe,
    page_labels,
)
from strategikort.structure.places import Places
from strategikort.text.hyphens import Vocabulary
from strategikort.text.source import Source


def fill_store(store: Store) -> None:
    """Put the built-in documents into an empty store.

    Raises ``SourceError`` for a file that is missing, damaged or not the one its profile was
    made for, and ``ProfileError`` for a profile with a mistake in it.
    """
    profiles = sorted(map(read_profile, profile_paths()), key=lambda item: (item.order, item.id))
    sources = [_read_source(profile) for profile in profiles]
    vocabulary = Vocabulary.of(source.text for source in sources)
    kinds = read_kinds()
    with transaction(store.connection):
        store.set_kind_words({name: kind.names for name, kind in kinds.items()})
        store.set_meta("ranks", low_ranks(kinds))

        def additions() -> Iterator[Addition]:
            for profile, source in zip(profiles, sources, strict=True):
                rules = cleaning_rules(profile, source, vocabulary)
                sections = build_sections(profile, source, rules, kinds)
                first = store.add_document(describe(profile, source), source, sections)
                labels = {section.id: section.label for section in sections}
                places = Places(source, page_labels(profile))
                yield Addition(enumerate(sections, start=first), labels, places.of_passage)

        IndexWriter(store.connection).fill(additions())


def _read_source(profile: Profile) -> Source:
    try:
        source = Source.from_bytes(f"seeds/{profile.file}", read_seed(profile.file))
    except UnicodeDecodeError as error:
        raise SourceError(
            f"Kildefilen {profile.file} er beskadiget: den er ikke UTF-8.",
            "Installér strategikort igen; filen følger med programmet.",
            code="damaged_source",
        ) from error
    check_source(profile, source)
    return source
