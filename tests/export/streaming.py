"""What exports take of memory: ``python -m tests.export.streaming FORM FOLDER``, in JSON.

It is measured in a process that does nothing else.  In one that runs tests, other threads take
memory meanwhile: that of pytest-xdist takes more, when it is told which tests to leave to others,
than an export may grow by.
"""

from __future__ import annotations

import gc
import json
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

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


def peak(collection: Collection, form: str, path: Path, times: int) -> tuple[int, int]:
    """Return how many bytes were taken at most, and how many written."""
    content = Content(cast(Collection, Long(collection, times)))
    gc.collect()
    tracemalloc.start()
    try:
        WRITERS[form](path, content)
        highest = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    files = path.iterdir() if path.is_dir() else [path]
    return highest, sum(file.stat().st_size for file in files)


def main(form: str, folder: str) -> None:
    # What the collector has not come to yet makes the first rounds seem to grow: it is there in both.
    first, last = (6, 13) if form in ("sqlite", "opensearch") else (2, 40)
    with Collection.open() as collection:
        # Dictionaries and modules are loaded the first time.
        found = [peak(collection, form, Path(folder) / f"{n}", n) for n in (1, first, last)]
    print(json.dumps(found[1:]))


if __name__ == "__main__":
    main(*sys.argv[1:])
