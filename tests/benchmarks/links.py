"""How much time of the processor the map, the commitments and the disagreements take.

    python -m tests.benchmarks.links [--sections 1000 10000]

The sections are generated; every fiftieth is a priority, for which themes are looked for.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Sequence

from strategikort.library import Collection
from strategikort.links.commitments import CommitmentFinder
from strategikort.links.compare import all_disagreements
from strategikort.links.network import build_map
from strategikort.model import Document, Section
from strategikort.text.aligned import AlignedText, SourceRange
from strategikort.text.source import Source
from tests.benchmarks.archive import Generator

FOCUS_EVERY = 50
DOCUMENT_EVERY = 10


class Archive:
    """A collection of generated sections; only what the links need of one."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._sections: list[Section] = []
        self._texts: dict[str, str] = {}
        for number, text in enumerate(texts):
            document = f"d{number // DOCUMENT_EVERY}"
            raw = self._texts.get(document, "")
            start = len(raw)
            self._texts[document] = raw + text + "\n"
            piece = SourceRange(start, start + len(text))
            self._sections.append(
                Section(
                    id=f"{document}/{number}",
                    document=document,
                    kind="afsnit" if number % FOCUS_EVERY else "prioritet",
                    number=str(number),
                    title=" ".join(text.split()[:4]),
                    text=AlignedText.cut(self._texts[document], *piece)
                    if start == 0
                    else AlignedText.cut(text, 0, len(text)),
                    pieces=(piece,),
                    label=f"Afsnit {number}",
                )
            )
        titles = {name: " ".join(text.split()[:6]) for name, text in self._texts.items()}
        self.documents = tuple(
            Document(name, title, title, "", "2024", "strategi", f"{name}.txt", "", 1, 1)
            for name, title in titles.items()
        )

    def sections(self, document_id: str | None = None) -> Iterator[Section]:
        return (
            section
            for section in self._sections
            if document_id is None or section.document == document_id
        )

    def source(self, document_id: str) -> Source:
        return Source(document_id, self._texts[document_id], "")


def measure(name: str, archive: Archive | Collection) -> None:
    sections = {section.id: section for section in archive.sections()}
    start = time.process_time()
    network = build_map(archive)  # type: ignore[arg-type]
    drawn = time.process_time()
    promises = sum(1 for _ in CommitmentFinder().find(sections.values()))
    promised = time.process_time()
    differing = len(all_disagreements(archive))  # type: ignore[arg-type]
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
        measure(f"{count} afsnit", Archive(texts))


if __name__ == "__main__":
    main()
