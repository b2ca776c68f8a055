"""A word list as a minimal acyclic automaton in one array, read where it lies.

Every word is a path of bytes from the root.  Beginnings and endings that words share are stored
once, which makes a list of a million forms about a megabyte, and a walk finds in one pass every
word that begins at a place, which is what splitting compounds needs.

Built from sorted words as in Daciuk, Mihov, Watson & Watson, "Incremental Construction of Minimal
Acyclic Finite-State Automata", Computational Linguistics 26(1), 2000.

An arc is 32 bits: the byte (0–7), "a word ends here" (8), "last arc of its state" (9), and the
index of the first arc of the state it leads to (10–31; 0 for none).
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence

_FINAL = 1 << 8
_LAST = 1 << 9
_SHIFT = 10

ROOT = 1
"""Index of the first arc of the start state; arc 0 is never used."""


def build(words: Iterable[bytes]) -> array[int]:
    """Return the automaton of ``words``, which must be sorted; doublets do no harm.

    Raises ``ValueError`` for words out of order and for an automaton too large for its arcs.
    """
    # A state is whether a word ends there and its arcs, each the byte and the number of the state
    # it leads to, one number for both: equal states are found as equal tuples.
    numbers: dict[tuple[int, ...], int] = {}
    # Those on the way of the last word may still grow.
    path: list[list[int]] = [[False]]
    previous = b""

    def finish(depth: int) -> None:
        while len(path) > depth + 1:
            number = numbers.setdefault(tuple(path.pop()), len(numbers))
            path[-1].append(previous[len(path) - 1] | number << 8)

    for word in words:
        if word < previous:
            raise ValueError(f"words out of order: {previous!r} before {word!r}")
        common = 0
        for one, other in zip(word, previous, strict=False):
            if one != other:
                break
            common += 1
        finish(common)
        path += [[False] for _ in word[common:]]
        path[-1][0] = True
        previous = word
    finish(0)
    return _pack([*numbers, tuple(path[0])])


def _pack(states: Sequence[tuple[int, ...]]) -> array[int]:
    """Return the arcs of ``states``, of which the last is the root."""
    first = [0] * len(states)
    order: list[int] = []
    size = ROOT
    waiting = [len(states) - 1]
    while waiting:
        number = waiting.pop()
        _, *to = states[number]
        if first[number] or not to:
            continue
        first[number] = size
        order.append(number)
        size += len(to)
        waiting += [arc >> 8 for arc in reversed(to)]
    if size >= 1 << (32 - _SHIFT):
        raise ValueError(f"{size} arcs are more than an arc can point to")
    arcs = array("I", [0])
    for number in order:
        for arc in states[number][1:]:
            final = _FINAL if states[arc >> 8][0] else 0
            arcs.append(arc & 0xFF | final | first[arc >> 8] << _SHIFT)
        arcs[-1] |= _LAST
    return arcs if len(arcs) > ROOT else array("I", [0, _LAST])


def walk(arcs: Sequence[int], state: int, byte: int) -> int:
    """Return the arc from ``state`` over ``byte``, 0 if there is none."""
    while True:
        arc = arcs[state]
        if arc & 0xFF == byte:
            return arc
        if arc & _LAST:
            return 0
        state += 1


def target(arc: int) -> int:
    """Return the state an arc leads to, 0 if no word goes on there."""
    return arc >> _SHIFT


def completions(arcs: Sequence[int], state: int) -> Iterator[bytes]:
    """Return what can follow from ``state`` to the end of a word, in order."""
    waiting = [(state, b"")] if state else []
    while waiting:
        state, head = waiting.pop()
        arc = arcs[state]
        if not arc & _LAST:
            waiting.append((state + 1, head))
        head += bytes((arc & 0xFF,))
        if arc & _FINAL:
            yield head
        if arc >> _SHIFT:
            waiting.append((arc >> _SHIFT, head))


def arcs_of(arcs: Sequence[int], state: int) -> Iterator[tuple[int, int]]:
    """Go through the arcs of a state: the byte of each, and the state it leads to."""
    while True:
        arc = arcs[state]
        yield arc & 0xFF, arc >> _SHIFT
        if arc & _LAST:
            return
        state += 1
