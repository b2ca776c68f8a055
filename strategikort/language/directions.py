"""Parts of places by where they lie: ``Vestjylland`` and »det vestlige Jylland«."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from strategikort.language.lexicon import Lexicon
from strategikort.language.numbers.notation import Written

_QUARTERS = ("nordøst", "nordvest", "sydøst", "sydvest", "nord", "syd", "øst", "vest")
_ADJECTIVES = {f"{quarter}lige": quarter for quarter in _QUARTERS} | {"centrale": "central"}

_PART = ("del", "dele")
"""What a place may have in the north: »den nordlige del af Sverige«."""

_OTHERS = """
    nordamerika nordcarolina norddakota nordirland nordkorea nordmakedonien nordossetien
    nordvietnam nordyemen sydafrika sydamerika sydaustralien sydcarolina syddakota sydkorea
    sydossetien sydsudan sydvietnam sydyemen vestaustralien vestindien vestsahara vesttyskland
    vestvirginia østindien østtimor østtyskland
"""
_NO_PARTS = frozenset(_OTHERS.split())
"""States, and what else bears such a name and is no part of a place."""


_LEAST = 3
"""Letters of the name of a place, at least: ``Sydfyn``."""


def parts_of_places(words: Sequence[str], lexicon: Lexicon) -> Iterator[Written]:
    """Yield what among ``words`` names a part of a place, and how that is said otherwise.

    >>> [item.ways for item in parts_of_places(["Vestjylland"], Lexicon.open())]
    [('vestlige Jylland', 'vestlige del af Jylland', 'vestlige dele af Jylland')]
    """
    for at, word in enumerate(words):
        small = word.lower()
        for adjective, quarter in _ADJECTIVES.items():
            place = small.removeprefix(quarter)
            if place == small or len(place) < _LEAST or small in _NO_PARTS:
                continue
            # What is another word as well is that: nordisk.
            named = lexicon.is_only_name(small) or not lexicon.is_word(small)
            if named and lexicon.is_only_name(place):
                name = place.capitalize()
                inside = (f"{adjective} {part} af {name}" for part in _PART)
                yield Written(at, at + 1, (f"{adjective} {name}", *inside))
                break
        if small in _ADJECTIVES:
            last = at + 1
            last += last < len(words) and words[last].lower() in _PART
            place = words[last].lower() if last < len(words) else ""
            name = f"{_ADJECTIVES[small]}{place}"
            if place and name not in _NO_PARTS and lexicon.is_only_name(place):
                yield Written(at, last + 1, (name.capitalize(),))
