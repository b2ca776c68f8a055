"""What each rule of the ranking is worth: the judged queries without it, one rule at a time.

    python -m tests.benchmarks.ablation [--every N] [RULE ...]

RULE: part of a name in the table; with ``--every`` only every Nth query of each set is asked, which
is as much quicker.  Printed are the change of nDCG@10 and of first places over all
judged queries, how many queries are better and worse, and how many more of the absent topics and
of the unanswerable queries are answered.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any, NamedTuple
from unittest.mock import patch

from strategikort.index.expanding import apart, expand, expansion, finder, near, weights
from strategikort.index.ranking import matches, questions, rank, search
from strategikort.library import Collection
from tests.benchmarks.quality import EVAL
from tests.eval import score_queries
from tests.eval.runs import read_rows, run_queries


def nothing(*_: Any, **__: Any) -> list[Any]:
    return []


RULES: dict[str, tuple[Any, str, Any]] = {
    "heading of its own": (rank, "OWN_HEADING", 0.01),
    "heading above": (rank, "ABOVE", 0.0),
    "in heading and text": (rank, "BOTH", 0.0),
    "whole heading named": (rank, "NAMED", 0.0),
    "rare enough to name": (rank, "NAMING", 0.0),
    "repetition": (rank, "REPEATED", 0.0),
    "closeness": (rank, "CLOSENESS", 0.0),
    "coverage": (rank, "COVERED", 0.0),
    "as rare in questions": (weights, "FEW", 0),
    "adverbs of verbs": (weights, "ADVERB", 1.0),
    "said otherwise": (weights, "UNSAID", 1.0),
    "a match alone": (rank, "ALONE", 1.0),
    "length": (rank, "LENGTH", 0.0),
    "kinds": (rank.Ranker, "_weight", lambda *_: 1.0),
    "least worth": (rank, "LEAST_WORTH", 0.0),
    "further passages": (rank, "FURTHER", 1.0),
    "from the beginning": (search, "_from_beginnings", lambda scored: scored),
    "type of answer": (questions, "asked_for", lambda _: None),
    "names in questions": (weights, "NAME", 1.0),
    "telling parts": (near, "TELLING", 0.0),
    "related words": (near.Near, "add", nothing),
    "corrections": (expand.Expander, "_correct", nothing),
    "terms of corrected words": (expand.Expander, "_say_corrected", nothing),
    "terms that repeat": (expand, "_repeats", lambda *_: False),
    "amounts weigh less": (weights, "weights_of_amounts", lambda texts: [1.0] * len(texts)),
    "written apart": (apart.Compounds, "apart", nothing),
    "typed apart": (apart.Compounds, "join", nothing),
    "corrected, written apart": (apart.Compounds, "apart_corrected", nothing),
    "several in one compound": (matches, "_raise_shared", lambda found: found),
    "half of a hyphened word": (matches.Matcher, "_as_parts", lambda _, found, __: found),
    "fixed expressions": (expansion.Expansion, "is_said", lambda *_: False),
    "words of one base": (finder.WordFinder, "_family", nothing),
}
"""What is put in the place of each rule so that it does nothing."""


class Measured(NamedTuple):
    """nDCG@10 and first places of the queries with an answer, and what else is answered."""

    ndcg: list[float]
    first: float
    answered: int


def measured(every: int = 1) -> Measured:
    collection = Collection.open()
    rows: list[dict[str, Any]] = []
    for path in sorted(EVAL.glob("*.jsonl")):
        queries = [row for row in read_rows(path) if "relevant" in row][::every]
        runs = {row["id"]: row["results"] for row in run_queries(collection, queries)}
        rows += score_queries.evaluate(queries, runs)["queries"]
    judged = [row for row in rows if "no_answer" not in row]
    unanswerable = sum(row["no_answer"] == 0 for row in rows if "no_answer" in row)
    topics = [
        topic
        for path in sorted(EVAL.glob("absent*.txt"))
        for topic in path.read_text(encoding="utf-8").splitlines()[::every]
    ]
    return Measured(
        [row["nDCG@10"] for row in judged],
        sum(row["Success@1"] for row in judged),
        unanswerable + sum(bool(collection.search(topic).hits) for topic in topics),
    )


def compared(wanted: list[str], every: int) -> Iterator[str]:
    """Yield a line for each rule."""
    base = measured(every)
    yield f"{len(base.ndcg)} queries, nDCG@10 {sum(base.ndcg) / len(base.ndcg):.4f}"
    for name, (where, what, instead) in RULES.items():
        if wanted and not any(part in name for part in wanted):
            continue
        with patch.object(where, what, instead):
            new = measured(every)
        changes = [after - before for before, after in zip(base.ndcg, new.ndcg, strict=True)]
        yield (
            f"{name:26} {sum(changes) / len(changes):+.4f}  first {new.first - base.first:+.0f}"
            f"  better {sum(change > 1e-9 for change in changes)}"
            f"  worse {sum(change < -1e-9 for change in changes)}"
            f"  answered {new.answered - base.answered:+d}"
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--every", type=int, default=1, metavar="N")
    parser.add_argument("rules", nargs="*", metavar="RULE")
    chosen = parser.parse_args()
    for line in compared(chosen.rules, chosen.every):
        print(line, flush=True)
