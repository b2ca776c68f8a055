"""Print how good the commitments and the shared themes are, against the hand-made lists.

    python -m tests.links.measure [--par]

``--par`` prints every focus with what was drawn and what is missing.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from strategikort.library import Collection
from strategikort.links.commitments.finder import Commitment, CommitmentFinder
from strategikort.links.network import build_map

HERE = Path(__file__).parent

PARTS = ("udvikling", "prøve", "kontrol", "kontrol 2")
"""Parts of the labelled sentences: the first had been read when the rules were made."""


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


class Tally(NamedTuple):
    """How the promises found compare with the labels; ``strengths`` and ``actors`` of those right."""

    right: int
    wrong: int
    missed: int
    strengths: int
    actors: int


def found_promises(collection: Collection) -> dict[tuple[str, str], Commitment]:
    """Return the promises by the id of their section and their sentence."""
    sections = {section.id: section for section in collection.sections()}
    return {
        (item.section, sections[item.section].text.text[item.start : item.end]): item
        for item in CommitmentFinder().find(sections.values())
    }


def tally(
    labels: Sequence[Mapping[str, str]], found: Mapping[tuple[str, str], Commitment]
) -> Tally:
    """Compare the promises found with labelled sentences."""
    right = wrong = missed = strengths = actors = 0
    for row in labels:
        item = found.get((row["section"], row["sentence"]))
        if row["strength"] == "-":
            wrong += item is not None
        elif item is None:
            missed += 1
        else:
            right += 1
            strengths += item.strength == row["strength"]
            same = item.actor.casefold() == row["actor"].casefold()
            actors += same or (not row["actor"] and "actor" in item.uncertain)
    return Tally(right, wrong, missed, strengths, actors)


def commitments(collection: Collection) -> None:
    found = found_promises(collection)
    for part in PARTS:
        labels = [row for row in rows("commitments.tsv") if row["part"] == part]
        right, wrong, missed, strengths, actors = tally(labels, found)
        print(
            f"forpligtelser, {part}: {len(labels)} sætninger, {right + missed} løfter,"
            f" præcision {right / (right + wrong):.2f}, dækning {right / (right + missed):.2f},"
            f" styrke {strengths / right:.2f}, aktør {actors / right:.2f}"
        )


def themes(collection: Collection, *, pairs: bool) -> None:
    truth: dict[str, dict[str, str]] = {}
    for row in rows("themes.tsv"):
        truth.setdefault(row["focus"], {})[row["section"]] = row["reason"]
    drawn: dict[str, list[tuple[float, str]]] = {}
    for link in build_map(collection, kinds=["tema"]).links:
        drawn.setdefault(link.source, []).append((link.weight, link.target))
        drawn.setdefault(link.target, []).append((link.weight, link.source))
    ranked = {name: [other for _, other in sorted(drawn[name], reverse=True)] for name in drawn}
    focus = list(truth)
    for name, chosen in (
        ("at vælge tallene efter", focus[::2]),
        ("ikke brugt", focus[1::2]),
        ("alle", focus),
    ):
        _table(name, chosen, truth, ranked)
    if pairs:
        for name in focus:
            print(f"\n{name}")
            for other in ranked.get(name, []):
                print(
                    f"  {'+' if other in truth[name] else '-'} {other}: {truth[name].get(other, '')}"
                )
            for other in truth[name].keys() - set(ranked.get(name, [])):
                print(f"  mangler {other}: {truth[name][other]}")


def _table(
    name: str, chosen: Sequence[str], truth: dict[str, dict[str, str]], ranked: dict[str, list[str]]
) -> None:
    found = {item: ranked.get(item, []) for item in chosen}
    right = sum(other in truth[item] for item in chosen for other in found[item])
    total = sum(map(len, found.values()))
    wanted = sum(len(truth[item]) for item in chosen)
    best = [(item, other) for item in chosen for other in found[item][:3]]
    first = sum(other in truth[item] for item, other in best)
    print(
        f"| {name} ({len(chosen)} rækker, {wanted} par) | {right / total:.2f} |"
        f" {right / wanted:.2f} | {first / len(best):.2f} |"
    )


if __name__ == "__main__":
    opened = Collection.open()
    commitments(opened)
    themes(opened, pairs="--par" in sys.argv)
