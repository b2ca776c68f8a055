"""Sentences that stand in another section now: taken out in one place, put in at another."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple

from strategikort.editions.model import Moved, Pair
from strategikort.editions.words import words_of
from strategikort.language.sentences import Sentence, sentences
from strategikort.model import Section

_FEW = 6
"""Words; shorter sentences may stand anywhere."""


class _Standing(NamedTuple):
    """A sentence in the section of a pair (its position), the ``at``-th of that section."""

    pair: int
    section: Section
    at: int
    span: Sentence


def moved_between(pairs: Sequence[Pair]) -> tuple[Moved, ...]:
    """Return the stretches of whole sentences that have gone from one section to another.

    A sentence has if it stands once among what is taken out, and once among what is put in.
    """
    taken, put = (_once(_sentences(pairs, old=old)) for old in (True, False))
    both = [(taken[key], put[key]) for key in taken.keys() & put.keys()]
    found: list[Moved] = []
    last: tuple[_Standing, _Standing] | None = None
    for old, new in sorted(both, key=lambda item: (item[0].pair, item[0].at)):
        if old.pair == new.pair:
            continue
        goes_on = last and all(
            (one.section.id, one.at + 1) == (other.section.id, other.at)
            for one, other in zip(last, (old, new), strict=True)
        )
        start = found.pop().start if goes_on else old.span.start
        found.append(Moved(old.section, new.section, start, old.span.end))
        last = old, new
    return tuple(found)


def _once(items: Iterable[_Standing]) -> dict[Hashable, _Standing]:
    """Return by its words each sentence that stands once."""
    held: dict[Hashable, list[_Standing]] = {}
    for item in items:
        words = tuple(words_of(item.section.text.text[slice(*item.span)].casefold()))
        if len(words) >= _FEW:
            held.setdefault(words, []).append(item)
    return {words: found[0] for words, found in held.items() if len(found) == 1}


def _sentences(pairs: Sequence[Pair], *, old: bool) -> Iterator[_Standing]:
    """Go through the sentences of one side that lie in what is changed, but for a sign.

    All of a section is that is gone or new.
    """
    for number, pair in enumerate(pairs):
        section = pair.old if old else pair.new
        if section is None:
            continue
        stretches = [(0, len(section.text))]
        if pair.old and pair.new:
            changes = [it.change for it in pair.altered]
            stretches = [
                (it.old_start, it.old_end) if old else (it.new_start, it.new_end) for it in changes
            ]
        for at, span in enumerate(sentences(section.text.text) if stretches else ()):
            if any(start <= span.start and span.end <= end + 1 for start, end in stretches):
                yield _Standing(number, section, at, span)
