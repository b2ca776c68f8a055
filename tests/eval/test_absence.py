"""What is said to be absent, or to be there, on subjects that somebody else looked up by hand.

The files give for each subject the documents in which it ``stands`` and those for which a careful
reader may doubt it; in the rest there is nothing of it.  ``absence.jsonl`` gives besides those that
an earlier version said to have it, ``wrong`` as they have not; ``absence-2.jsonl`` was written by
somebody who had not seen the program.  The subjects of ``absence-3.jsonl`` and ``absence-4.jsonl``
were written before they were asked about; what is wrong with the third has been mended since where
it was general, with the fourth one thing.  So were those of ``absence-5.jsonl``, with most of what
is present in another form than it is asked for: at first sight 5 of 126 pairs were held to be
absent and 6 claimed where there is nothing; what was general has been mended.  Those of
``absence-6.jsonl`` were written after that: at first sight 1 of 56 was held to be absent.  Those of
``absence-7.jsonl`` stand in forms that are easy to miss, or nearly stand: at first sight 15 of 95
were held to be absent, and seven of them are found since.  Half of those of ``absence-8.jsonl``
stand in another class of words, and beside the other half are words that are spelt alike: at first
sight 1 of 73 was held to be absent, and 4 that only look like it were said to stand, two of them
no more.  Those of ``absence-9.jsonl`` are as users ask, names, laws, abbreviations, English terms,
dates and amounts: at first sight 3 of 119 were held to be absent, all of one subject, and none
claimed.  So are those of ``absence-10.jsonl``, a third of them with words that stand there in
another sense or only apart: at first sight 3 of 112 were held to be absent, and none claimed.
Of ``absence-11.jsonl``, as many in another form, nearly and nowhere, 1 of 73 was at first sight
held to be absent and 2 of 65 claimed that nearly stand, one of 590 where nothing does.  Those of
``absence-12.jsonl``, many of two words that stand near each other and belong to others, were
written after what that showed was mended: at first sight none of 14 absent, 2 of 27 claimed.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from strategikort.errors import StrategikortError
from strategikort.library import Collection
from tests.eval.runs import read_rows

FOLDER = Path(__file__).resolve().parent

SURE = frozenset({"itself", "inside"})


class Reached(NamedTuple):
    """Pairs of subject and document.

    ``lost``: held to be absent where the subject stands; ``claimed``: wrong, and said to have the
    subject itself or in longer words; ``hinted``: with nothing of it, and said to have something
    less; ``absent``: wrong before, and said to be absent.  ``stands`` is how many there are to lose,
    ``nothing`` how many with nothing of it are at least said to be absent.
    """

    lost: int
    claimed: int
    hinted: int
    absent: int
    stands: int
    nothing: int = 1_000


REACHED = {
    "absence.jsonl": Reached(lost=5, claimed=9, hinted=0, absent=51, stands=300),
    "absence-2.jsonl": Reached(lost=0, claimed=0, hinted=6, absent=0, stands=140),
    "absence-3.jsonl": Reached(lost=5, claimed=2, hinted=29, absent=0, stands=224),
    "absence-5.jsonl": Reached(lost=0, claimed=2, hinted=18, absent=0, stands=125, nothing=618),
    "absence-6.jsonl": Reached(lost=0, claimed=0, hinted=14, absent=0, stands=55, nothing=371),
    "absence-7.jsonl": Reached(lost=7, claimed=1, hinted=2, absent=0, stands=94, nothing=576),
    "absence-8.jsonl": Reached(lost=1, claimed=2, hinted=7, absent=88, stands=72, nothing=399),
    "absence-9.jsonl": Reached(lost=3, claimed=0, hinted=12, absent=57, stands=118, nothing=788),
    "absence-10.jsonl": Reached(lost=2, claimed=0, hinted=12, absent=58, stands=111, nothing=835),
    "absence-11.jsonl": Reached(lost=1, claimed=2, hinted=8, absent=55, stands=72, nothing=580),
    "absence-12.jsonl": Reached(lost=0, claimed=1, hinted=1, absent=21, stands=13, nothing=110),
    "absence-4.jsonl": Reached(lost=2, claimed=0, hinted=3, absent=0, stands=45, nothing=237),
}

Counts = Counter[tuple[str, str]]


def counted(collection: Collection, name: str) -> Counts:
    counts: Counts = Counter()
    for row in read_rows(FOLDER / name):
        try:
            report = collection.absence(row["subject"])
        except StrategikortError:
            continue
        how = {name: item.how for item in report.presence for name in item.documents}
        for document in collection.documents:
            judged = next(
                (
                    kind
                    for kind in ("stands", "doubtful", "wrong")
                    if document.id in row.get(kind, ())
                ),
                "nothing",
            )
            counts[judged, how.get(document.id, "absent")] += 1
    return counts


@pytest.fixture(scope="module", params=REACHED)
def found(request: pytest.FixtureRequest, collection: Collection) -> tuple[Reached, Counts]:
    return REACHED[request.param], counted(collection, request.param)


def of(counts: Counts, judged: str) -> dict[str, int]:
    return {how: count for (kind, how), count in counts.items() if kind == judged}


def test_nothing_is_found_where_nothing_is(found: tuple[Reached, Counts]) -> None:
    reached, counts = found
    nothing = of(counts, "nothing")
    assert nothing["absent"] > reached.nothing
    assert sum(count for how, count in nothing.items() if how in SURE) == 0
    assert sum(nothing.values()) - nothing["absent"] <= reached.hinted


def test_what_stands_is_hardly_ever_absent(found: tuple[Reached, Counts]) -> None:
    reached, counts = found
    stands = of(counts, "stands")
    assert sum(stands.values()) > reached.stands
    assert stands.get("absent", 0) <= reached.lost


def test_what_does_not_stand_is_not_claimed(found: tuple[Reached, Counts]) -> None:
    reached, counts = found
    wrong = of(counts, "wrong")
    assert sum(count for how, count in wrong.items() if how in SURE) <= reached.claimed
    assert wrong.get("absent", 0) >= reached.absent
