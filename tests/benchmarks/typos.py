"""What one error in the longest word of a query costs.

    python -m tests.benchmarks.typos [--seed 1] [--most 500]

The judged queries as they are, and with a letter too many, too few or wrong, or two changed about,
in their longest word, at random; never in its first letter.
"""

from __future__ import annotations

import argparse
import random

from strategikort.library import Collection
from tests.benchmarks.quality import EVAL
from tests.eval import score_queries
from tests.eval.runs import Row, read_rows, run_queries

_LETTERS = "abdefgijklmnoprstuv"
_SHORTEST = 5
"""Letters of a word that gets an error, at least."""


def misspelt(word: str, draw: random.Random) -> str:
    """Return ``word`` with one error behind its first letter."""
    at = draw.randrange(1, len(word) - 1)
    letter = draw.choice(_LETTERS)
    return draw.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
    )


def with_error(row: Row, draw: random.Random) -> Row | None:
    """Return a judged query with an error; None if it has no word that is long enough."""
    words = row["query"].split()
    longest = max(range(len(words)), key=lambda at: len(words[at]))
    if len(words[longest]) < _SHORTEST or not words[longest].strip("?.,").isalpha():
        return None
    words[longest] = misspelt(words[longest], draw)
    return row | {"query": " ".join(words)}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=int, default=500, help="queries")
    chosen = parser.parse_args()
    draw = random.Random(chosen.seed)
    files = [*sorted(EVAL.glob("unseen*.jsonl")), *sorted(EVAL.glob("*queries.jsonl"))]
    rows = [row for path in files for row in read_rows(path) if row["relevant"]]
    draw.shuffle(rows)
    rows = [row | {"id": str(number)} for number, row in enumerate(rows[: chosen.most])]
    pairs = [(row, wrong) for row in rows if (wrong := with_error(row, draw))]
    collection = Collection.open()
    for name, queries in zip(("som de er", "med en fejl"), zip(*pairs, strict=True), strict=True):
        runs = {row["id"]: row["results"] for row in run_queries(collection, list(queries))}
        scores = score_queries.evaluate(list(queries), runs)["queries"]
        mean = sum(row["nDCG@10"] for row in scores) / len(scores)
        print(f"{len(scores)} søgninger, {name}: nDCG@10 {mean:.3f}")


if __name__ == "__main__":
    main()
