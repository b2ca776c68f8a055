"""Measure what the room for language reaches: python tests/language/measure.py.

Prints the figures on words of docs/soegning-maalt.md: quality on the labelled words, and speed on this machine.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

from strategikort.language.lexicon import Lexicon  # noqa: E402
from strategikort.language.snowball import stem  # noqa: E402
from strategikort.language.thesaurus import Thesaurus  # noqa: E402
from strategikort.language.tokens import tokenize  # noqa: E402


def rows(name: str) -> list[list[str]]:
    """Return the labelled lines of a file beside this one."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split() for line in lines if not line.startswith("#")]


def figures(found: int, wrong: int, missed: int) -> str:
    """Return precision, recall and F1 as text."""
    precision, recall = found / (found + wrong), found / (found + missed)
    return (
        f"P {precision:.3f}  R {recall:.3f}  F1 {2 * precision * recall / (precision + recall):.3f}"
    )


def inflection(keys: Callable[[str], set[str]]) -> str:
    """Return how well ``keys`` puts the labelled inflection groups together."""
    groups = [row[1:] for row in rows("words.tsv") if row[0] == "="]
    forms = [(form, number) for number, group in enumerate(groups) for form in group]
    count: Counter[tuple[bool, bool]] = Counter()
    for (one, first), (other, second) in combinations(forms, 2):
        count[bool(keys(one) & keys(other)), first == second] += 1
    pairs = figures(count[True, True], count[True, False], count[False, True])
    return f"{len(forms)} forms  {pairs}"


def compounds(lexicon: Lexicon, name: str, *, first: bool) -> str:
    """Return how well the labelled words of a file are split.

    ``first``: only the likeliest lemma of a part counts; else any of its possible lemmas.
    """
    found = wrong = missed = right = words = 0
    for row in rows(name):
        if row[0] in "+-":
            parts = row[2:]
            details = lexicon.analyze(row[1]).details
            left = [part.lemmas[:1] if first else part.lemmas for part in details]
            hits = 0
            for part in parts:
                place = next((at for at, lemmas in enumerate(left) if part in lemmas), None)
                if place is not None:
                    left.pop(place)
                    hits += 1
            found, wrong, missed = found + hits, wrong + len(left), missed + len(parts) - hits
            right, words = right + (hits == len(parts) and not left), words + 1
    return f"{words} words  {figures(found, wrong, missed)}  fully right {right / words:.3f}"


def clock(action: Callable[[], object], times: int = 1) -> float:
    """Return the microseconds one run of ``action`` takes."""
    start = time.perf_counter()
    for _ in range(times):
        action()
    return (time.perf_counter() - start) / times * 1e6


def main() -> None:
    """Print all figures."""
    lexicon = Lexicon.open()
    print("inflection, lexicon    ", inflection(lambda form: set(lexicon.analyze(form).lemmas)))
    print("inflection, Snowball   ", inflection(lambda form: {stem(form)}))
    for name in ("words.tsv", "heldout.tsv", "blind.tsv"):
        print(f"compounds, {name:12}", compounds(lexicon, name, first=True))
        print("compounds, any lemma   ", compounds(lexicon, name, first=False))
    seeds = sorted((HERE.parents[1] / "seeds").glob("*.txt"))
    text = "".join(path.read_text(encoding="utf-8") for path in seeds)
    words = sorted({token.text for token in tokenize(text)})
    known = [word for word in words if lexicon.lemmas(word)]
    fresh = Lexicon.open()
    print(f"open lexicon            {clock(Lexicon.open, 50) / 1000:.2f} ms")
    print(f"open thesaurus          {clock(Thesaurus.load, 50) / 1000:.2f} ms")
    print(
        f"tokenize                {len(text) / clock(lambda: tokenize(text), 5):.1f} million signs/s"
    )
    look_up = clock(lambda: [fresh.listed(word.lower()) for word in known]) / len(known)
    print(f"look a form up          {look_up:.0f} µs")
    times = sorted(clock(lambda word=word: fresh.analyze(word)) for word in words)  # type: ignore[misc]
    mean, worst = sum(times) / len(times), times[int(len(times) * 0.99)]
    print(
        f"analyse a word          {mean:.0f} µs mean, {worst:.0f} µs for 99 of 100, of {len(words)}"
    )
    print(
        f"analyse a word again    {clock(lambda: [fresh.analyze(w) for w in words]) / len(words):.1f} µs"
    )


if __name__ == "__main__":
    main()
