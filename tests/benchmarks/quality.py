"""How good is the search: the scorer's table over files of judged queries.

    python -m tests.benchmarks.quality [FILE.jsonl ...] [--per-query]

Without files: the judged queries of the project.
"""

from __future__ import annotations

import sys
from pathlib import Path

from strategikort.library import Collection
from tests.eval import score_queries
from tests.eval.runs import read_rows, run_queries

EVAL = Path(__file__).resolve().parent.parent / "eval"


def main(arguments: list[str]) -> None:
    per_query = "--per-query" in arguments
    files = [Path(item) for item in arguments if not item.startswith("--")]
    collection = Collection.open()
    for path in files or sorted(EVAL.glob("*queries.jsonl")):
        queries = read_rows(path)
        runs = {row["id"]: row["results"] for row in run_queries(collection, queries)}
        report = score_queries.evaluate(queries, runs)
        print(f"{path.name}\n{score_queries.table(report)}\n")
        if per_query:
            for row in sorted(report["queries"], key=lambda row: row.get("nDCG@10") or 0):
                print(row)


if __name__ == "__main__":
    main(sys.argv[1:])
