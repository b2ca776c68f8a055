"""How much time of the processor the map, the commitments and the disagreements take.

    python -m tests.benchmarks.links [--sections 1000 10000]

The sections are generated; every fiftieth is a priority, for which themes are looked for.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Sequence

from strategikort.index.filling.writer import Addition, IndexWriter
from strategikort.index.storage.store import Store
from strategikort.index.storage.transaction import transaction
from strategikort.library import Collection
from strategikort.links.commitments.finder import CommitmentFinder
from strategikort.links.compare import all_disagreements
from strategikort.links.network import build_map
from strategikort.model import Document, Section
from strategikort.text.aligned import AlignedText, SourceRange
from strategikort.text.layout import PARAGRAPH
from strategikort.text.source import Source
from tests.benchmarks.archive import Generator
from tests.benchmarks.scale import place_of

FOCUS_EVERY = 50
DOCUMENT_EVERY = 10


def documents(texts: Sequence[str]) -> Iterator[tuple[Document, Source, list[Section]]]:
    """Yield the sections as documents of a few each."""
    for first in range(0, len(texts), DOCUMENT_EVERY):
        name = f"d{first // DOCUMENT_EVERY}"
        bodies = texts[first : first + DOCUMENT_EVERY]
        raw = PARAGRAPH.join(bodies)
        sections: list[Section] = []
        start = 0
        for number, body in enumerate(bodies, start=first):
            end = start + len(body)
            sections.append(
                Section(
                    id=f"{name}/{number}",
                    document=name,
                    kind="afsnit" if number % FOCUS_EVERY else "prioritet",
                    number=str(number),
                    title=" ".join(body.split()[:4]),
                    text=AlignedText.cut(raw, start, end),
                    pieces=(SourceRange(start, end),),
                    label=f"Afsnit {number}",
                )
            )
            start = end + len(PARAGRAPH)
        title = " ".join(raw.split()[:6])
        document = Document(
            name, title, title, "", "2024", "strategi", f"{name}.txt", name, len(sections), 0
        )
        yield document, Source(document.file, raw, document.sha256), sections


def archive(texts: Sequence[str]) -> Collection:
    """Return a collection of generated documents."""
    store = Store.create(None)

    def additions() -> Iterator[Addition]:
        for document, source, sections in documents(texts):
            first = store.add_document(document, source, sections)
            yield Addition(enumerate(sections, start=first), {}, place_of)

    with transaction(store.connection):
        IndexWriter(store.connection).fill(additions())
    return Collection(store)


def measure(name: str, collection: Collection) -> None:
    sections = {section.id: section for section in collection.sections()}
    start = time.process_time()
    network = build_map(collection)
    drawn = time.process_time()
    promises = sum(1 for _ in CommitmentFinder().find(sections.values()))
    promised = time.process_time()
    differing = len(all_disagreements(collection))
    done = time.process_time()
    print(
        f"{name}: kort {drawn - start:.2f} s ({len(network.links)} forbindelser), forpligtelser"
        f" {promised - drawn:.2f} s ({promises}), uenigheder {done - promised:.2f} s ({differing})"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sections", nargs="*", type=int, default=[1000, 10000])
    arguments = parser.parse_args()
    measure("de fem dokumenter", Collection.open())
    generator = Generator()
    for count in arguments.sections:
        passages = generator.passages(2 * count)
        texts = [f"{next(passages)}\n\n{next(passages)}" for _ in range(count)]
        measure(f"{count} afsnit", archive(texts))


if __name__ == "__main__":
    main()
