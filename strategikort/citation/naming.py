"""The single places that a reference with ranges and lists names: ``rk 6-9``, ``rk 6, 8 og 12``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from strategikort.citation.places import NumberSpan, Reference, Step

MOST = 200
"""Numbers that a range stands for at most."""


def single_names(reference: Reference) -> Iterator[str]:
    """Yield the single places that a reference names: one for each number of its last step."""
    if reference.id:
        yield reference.id
        return
    if not reference.steps:
        return
    *above, last = reference.steps
    numbers = [number for span in last.numbers for number in numbers_of(span)]
    singles: Sequence[Step] = [last]
    if numbers:
        singles = [
            Step(last.name, (NumberSpan(number),), last.ordinal, last.title) for number in numbers
        ]
    for step in singles:
        yield str(Reference(steps=(*above, step)))


def numbers_of(span: NumberSpan) -> list[str]:
    """Return the numbers of a span; only its ends if they cannot be counted."""
    first, last = span
    if last is None:
        return [first]
    if first.isdecimal() and last.isdecimal() and 0 <= int(last) - int(first) <= MOST:
        return [str(number) for number in range(int(first), int(last) + 1)]
    return [first, last]
