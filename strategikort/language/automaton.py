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


class _State:
    __slots__ = ("arcs", "final")

    def __init__(self) -> None:
        self.arcs: dict[int, _State] = {}
        self.final = False


def build(words: Iterable[bytes]) -> array[int]:
    """Return the automaton of ``words``, which must be sorted; doublets do no harm.

    Raises ``ValueError`` for words out of order and for an automaton too large for its arcs.
    """
    register: dict[tuple[bool, tuple[tuple[int, int], ...]], _State] = {}
    root = _State()
    path: list[tuple[_State, int, _State]] = []
    previous = b""

    def minimize(depth: int) -> None:
        while len(path) > depth:
            parent, byte, child = path.pop()
            key = (child.final, tuple((label, id(to)) for label, to in child.arcs.items()))
            parent.arcs[byte] = register.setdefault(key, child)

    for word in words:
        if word < previous:
            raise ValueError(f"words out of order: {previous!r} before {word!r}")
        common = 0
        while common < min(len(word), len(previous)) and word[common] == previous[common]:
            common += 1
        minimize(common)
        state = path[-1][2] if path else root
        for byte in word[common:]:
            child = _State()
            state.arcs[byte] = child
            path.append((state, byte, child))
            state = child
        state.final = True
        previous = word
    minimize(0)
    return _pack(root)


def _pack(root: _State) -> array[int]:
    first: dict[int, int] = {}
    order: list[_State] = []
    size = ROOT
    waiting = [root]
    while waiting:
        state = waiting.pop()
        if id(state) in first or not state.arcs:
            continue
        first[id(state)] = size
        order.append(state)
        size += len(state.arcs)
        waiting.extend(reversed(state.arcs.values()))
    if size >= 1 << (32 - _SHIFT):
        raise ValueError(f"{size} arcs are more than an arc can point to")
    arcs = array("I", [0])
    for state in order:
        for label, to in state.arcs.items():
            arcs.append(label | (_FINAL if to.final else 0) | first.get(id(to), 0) << _SHIFT)
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
    if not state:
        return
    while True:
        arc = arcs[state]
        head = bytes((arc & 0xFF,))
        if arc & _FINAL:
            yield head
        for tail in completions(arcs, arc >> _SHIFT):
            yield head + tail
        if arc & _LAST:
            return
        state += 1


def arcs_of(arcs: Sequence[int], state: int) -> Iterator[tuple[int, int]]:
    """Go through the arcs of a state: the byte of each, and the state it leads to."""
    while True:
        arc = arcs[state]
        yield arc & 0xFF, arc >> _SHIFT
        if arc & _LAST:
            return
        state += 1
