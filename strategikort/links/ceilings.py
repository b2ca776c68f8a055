"""How alike many bags can be to another at most, found for all of them at once."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterator, Mapping, Sequence

_LANE = array("I")
_UNIT = 1 << 12
"""What weights are counted in; two together have 24 bits, so a lane of 32 does not run over."""

_SPARSE = 64
"""A feature that fewer than one in so many bags have is kept bag by bag."""


class Ceilings:
    """Products of one bag with many, none of them less than it is.

    The weights of a feature in all bags are the digits of one large number, so that the processor
    multiplies and adds them together.  Bags have a length of 1 at most, as vectors, and so have no
    greater products.
    """

    def __init__(self, bags: Sequence[Mapping[str, float]]) -> None:
        self._count = len(bags)
        self._few: dict[str, list[tuple[int, int]]] = {}
        self._many: dict[str, int] = {}
        for number, bag in enumerate(bags):
            for feature, weight in bag.items():
                self._few.setdefault(feature, []).append((number, _units(weight)))
        for feature in [key for key, held in self._few.items() if _SPARSE * len(held) > len(bags)]:
            lanes = array(_LANE.typecode, bytes(self._count * _LANE.itemsize))
            for number, units in self._few.pop(feature):
                lanes[number] = units
            self._many[feature] = int.from_bytes(lanes.tobytes(), sys.byteorder)

    def reaching(self, bag: Mapping[str, float], least: float) -> Iterator[int]:
        """Go through the numbers of the bags whose product with ``bag`` may be ``least`` or more.

        Those that have nothing in common with it are left out.
        """
        total = 0
        few: list[tuple[int, list[tuple[int, int]]]] = []
        for feature, weight in bag.items():
            if feature in self._many:
                total += _units(weight) * self._many[feature]
            elif feature in self._few:
                few.append((_units(weight), self._few[feature]))
        lanes = array(_LANE.typecode)
        lanes.frombytes(total.to_bytes(self._count * _LANE.itemsize, sys.byteorder))
        sums = lanes.tolist()
        for factor, held in few:
            for number, units in held:
                sums[number] += factor * units
        enough = max(1, int(least * _UNIT * _UNIT))
        return (number for number, value in enumerate(sums) if value >= enough)


def _units(weight: float) -> int:
    """Return a weight in units, never less than it is."""
    return int(weight * _UNIT) + 1
