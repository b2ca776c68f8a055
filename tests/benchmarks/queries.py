"""How long a query takes inside the process, over the five documents.

    python -m tests.benchmarks.queries

The judged queries, each three times; the first time the words are new to the process.
"""

from __future__ import annotations

import statistics
import time

from strategikort.library import Collection
from tests.benchmarks.quality import EVAL
from tests.eval.runs import read_rows


def main() -> None:
    collection = Collection.open()
    collection.search("begynd")
    queries = [row for path in sorted(EVAL.glob("*queries.jsonl")) for row in read_rows(path)]
    rounds: list[list[tuple[float, bool]]] = []
    for _ in range(3):
        times: list[tuple[float, bool]] = []
        for row in queries:
            start = time.perf_counter()
            result = collection.search(row["query"])
            times.append((1000 * (time.perf_counter() - start), bool(result.corrected)))
        rounds.append(times)
    for name, times in (("nye ord", rounds[0]), ("kendte ord", rounds[-1])):
        for kind, wanted in (("alle", None), ("med stavefejl", True)):
            chosen = sorted(ms for ms, fuzzy in times if wanted is None or fuzzy == wanted)
            high = chosen[int(0.95 * len(chosen))]
            print(f"{name}, {kind}: median {statistics.median(chosen):.1f} ms, 95 % {high:.1f} ms")


if __name__ == "__main__":
    main()
