"""What an export takes of memory does not grow with the collection."""

from __future__ import annotations

import gc
import io
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest

from strategikort.cli.export import _to_stdout
from strategikort.library import Collection
from strategikort.model import Document, Hit, Section
from strategikort.output.export import opensearch, text
from strategikort.output.export.content import Content
from strategikort.output.export.sqlite import write_sqlite
from strategikort.output.export.target import write_folder, write_text


class Long:
    """A collection of one document, ``times`` as long as it is."""

    def __init__(self, collection: Collection, times: int) -> None:
        self._collection, self._times = collection, times
        self.documents: tuple[Document, ...] = (collection.document("tech"),)
        self.counts = {"tech": collection.counts["tech"]}

    def sections(self, document: str) -> Iterator[Section]:
        for time in range(self._times):
            for section in self._collection.sections(document):
                yield section._replace(id=f"{section.id}-{time}", parent=None)

    def passages(self, document: str) -> Iterator[Hit]:
        for time in range(self._times):
            for hit in self._collection.passages(document):
                yield hit._replace(section=hit.section._replace(id=f"{hit.section.id}-{time}"))


WRITERS: dict[str, Callable[[Path, Content], Any]] = {
    "jsonl": lambda path, content: write_text(path, text.jsonl(content), overwrite=True),
    "csv": lambda path, content: write_text(path, text.csv(content), overwrite=True),
    "md": lambda path, content: write_folder(path, text.markdown_files(content), overwrite=True),
    "sqlite": write_sqlite,
    "opensearch": lambda path, content: write_text(path, opensearch.bulk(content), overwrite=True),
}


@pytest.mark.parametrize("form", sorted(WRITERS))
def test_memory_stays_flat(collection: Collection, tmp_path: Path, form: str) -> None:
    def peak(times: int) -> tuple[int, int]:
        path = tmp_path / f"{times}"
        content = Content(cast(Collection, Long(collection, times)))
        # What other tests have left must not keep the collector from its work.
        gc.collect()
        gc.freeze()
        tracemalloc.start()
        try:
            WRITERS[form](path, content)
            highest = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
            gc.unfreeze()
        files = path.iterdir() if path.is_dir() else [path]
        return highest, sum(file.stat().st_size for file in files)

    peak(1)  # dictionaries and modules are loaded the first time
    # What the collector has not come to yet makes the first rounds seem to grow: it is there in both.
    first, last = (6, 13) if form in ("sqlite", "opensearch") else (2, 40)
    (small, little), (large, much) = peak(first), peak(last)
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
