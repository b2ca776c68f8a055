"""What slips of spelling in queries cost, one slip a query.

    python -m tests.benchmarks.typos [--seed 1] [--most 500] [--kind WORD] [--worse]

The judged queries as they are, and with a slip of each kind (see :mod:`tests.benchmarks.slips`);
``--worse`` shows those that are found worse with it.
"""

from __future__ import annotations

import argparse
import random

from strategikort.library import Collection
from tests.benchmarks.quality import EVAL
from tests.benchmarks.slips import KINDS
from tests.eval import score_queries
from tests.eval.runs import Row, read_rows, run_queries


def scored(collection: Collection, rows: list[Row]) -> dict[str, float]:
    """Return nDCG@10 of judged queries by their ids."""
    runs = {row["id"]: row["results"] for row in run_queries(collection, rows)}
    scores = score_queries.evaluate(rows, runs)["queries"]
    return {row["id"]: row["nDCG@10"] for row in scores}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=int, default=500, help="queries of each kind")
    parser.add_argument("--kind", default="", help="only the kinds with this in their names")
    parser.add_argument("--worse", action="store_true", help="show the queries that lose")
    chosen = parser.parse_args()
    files = [*sorted(EVAL.glob("unseen*.jsonl")), *sorted(EVAL.glob("*queries.jsonl"))]
    rows = [
        row | {"id": f"{path.stem} {row['id']}"}
        for path in files
        for row in read_rows(path)
        if row["relevant"]
    ]
    random.Random(chosen.seed).shuffle(rows)
    collection = Collection.open()
    known: dict[str, float] = {}
    for kind, slip in KINDS.items():
        if chosen.kind not in kind:
            continue
        draw = random.Random(chosen.seed)
        slipped: list[Row] = []
        for row in rows:
            words = slip(row["query"].split(), draw)
            if words and len(slipped) < chosen.most:
                slipped.append(row | {"query": " ".join(words)})
        ids = {row["id"] for row in slipped}
        asked = {row["id"]: row["query"] for row in rows if row["id"] in ids}
        known |= scored(collection, [row for row in rows if row["id"] in ids - known.keys()])
        found = scored(collection, slipped)
        right, wrong = (sum(scores[name] for name in ids) / len(ids) for scores in (known, found))
        print(f"{kind}: {len(ids)} søgninger, nDCG@10 {right:.3f} -> {wrong:.3f}")
        if chosen.worse:
            for row in sorted(slipped, key=lambda row: found[row["id"]] - known[row["id"]]):
                loss = known[row["id"]] - found[row["id"]]
                if loss > 0.02:
                    print(f"  {loss:.2f} {asked[row['id']]} -> {row['query']}  [{row['id']}]")


if __name__ == "__main__":
    main()
