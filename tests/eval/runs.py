"""Run judged queries through the program's search, in the form that the scorer reads."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from strategikort.errors import StrategikortError
from strategikort.library import Collection

Row = dict[str, Any]


def read_rows(path: Path) -> list[Row]:
    """Read a file with one JSON object a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def run_queries(collection: Collection, queries: list[Row]) -> Iterator[Row]:
    """Yield for each query what was found: files and lines, best first."""
    for query in queries:
        try:
            hits = collection.search(query["query"], limit=10, repeats=False).hits
        except StrategikortError:
            hits = ()
        results = [
            {
                "file": collection.document(hit.section.document).file,
                "lines": [list(pair) for pair in hit.place.lines or hit.section.heading_lines],
            }
            for hit in hits
            if hit.place.lines or hit.section.heading_lines
        ]
        yield {"id": query["id"], "results": results}
