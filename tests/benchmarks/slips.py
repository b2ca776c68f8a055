"""Slips of spelling, each kind made by rules: what the words of a query become with one of them.

A kind is a function of the words of a query and a source of chance.  It returns what they are then,
and None where none of them can have the slip.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from strategikort.language.lexicon import Lexicon
from strategikort.language.stopwords import FUNCTION_WORDS, QUESTION_WORDS, is_stop_word

Slip = Callable[[list[str], random.Random], list[str] | None]
_InWord = Callable[[str, random.Random], str | None]
_Rules = Sequence[tuple[str, str]]

_LETTERS = "abdefgijklmnoprstuv"
_SHORTEST = 5
"""Letters of a word that gets an error, at least."""

_KEYS = ("qwertyuiopå", "asdfghjklæø", "zxcvbnm")
_NEIGHBOURS: dict[str, str] = {}
for _one, _other in (pair for row in _KEYS for pair in pairwise(row)):
    _NEIGHBOURS[_one] = _NEIGHBOURS.get(_one, "") + _other
    _NEIGHBOURS[_other] = _NEIGHBOURS.get(_other, "") + _one

_VOWEL, _CONSONANT = "[aeiouyæøå]", "[bdfgklmnprst]"

_ENDINGS: _Rules = (
    *((r"re$", "rer"), (r"rer$", "re"), (r"ere$", "er"), (r"(?<=[^r])er$", "ere")),
    *((r"ende$", "ene"), (r"erne$", "ene"), (r"(?<=[^d])ene$", "erne"), (r"erede$", "ere")),
    *((r"et$", "ed"), (r"ed$", "et"), (r"ig$", "i"), (r"igt$", "it"), (r"eret$", "ert")),
    *((r"else$", "lse"), (r"ede$", "et"), (r"lig$", "lige"), (r"isk$", "iske")),
)
_DOUBLED: _Rules = (
    (rf"({_CONSONANT})\1", r"\1"),
    (rf"(?<={_VOWEL})({_CONSONANT})(?={_VOWEL})", r"\1\1"),
)
_SILENT: _Rules = (
    *((rf"nd(?!{_VOWEL}|r)", "n"), (rf"nd(?={_VOWEL})", "nn"), (rf"ld(?!{_VOWEL})", "l")),
    *((rf"ld(?={_VOWEL})", "ll"), (r"rd(?!r)", "r"), (r"^hv", "v"), (r"^hj", "j")),
    *((r"ds(?=$|[^aeiouyæøå])", "s"), (r"gt", "t"), (r"(?<=e)d$", ""), (r"(?<=o)g$", "")),
)
_SOUNDS: _Rules = (
    *((r"c(?=[eiyæ])", "s"), (r"c(?=[aoulr])", "k"), (r"ch", "sj"), (r"tion", "sion")),
    *((r"sion", "tion"), (r"x", "ks"), (r"ks", "x"), (r"z", "s"), (r"w", "v"), (r"th", "t")),
    *((r"ph", "f"), (r"ou", "u"), (r"(?<=[^aeiouyæøå])y", "i"), (r"æ(?=.)", "e")),
    *((r"e(?=r.)", "æ"), (r"ø", "y"), (r"eg(?=[lnt])", "ej"), (r"eu", "øj"), (r"av", "au")),
    *((r"kt", "gt"), (r"gt", "kt"), (r"(?<=[^s])pt", "bt"), (r"o(?=[lnr][^aeiouyæøå])", "å")),
)
_OLD: _Rules = ((r"^kunne$", "kunde"), (r"^skulle$", "skulde"), (r"^ville$", "vilde"), ("å", "aa"))
_SMALL: _Rules = (
    *((r"^af$", "ad"), (r"^ad$", "af"), (r"^ligge", "lægge"), (r"^nogen$", "nogle")),
    *(
        (r"^hv", "v"),
        (r"d$", ""),
        (r"(?<=..)[eao](?=[^eaoiuyæøå])", ""),
        (r"lk", "l"),
        (r"ng", "n"),
    ),
)
_FUNCTION = {*FUNCTION_WORDS, *QUESTION_WORDS, "hvornår", "ligger", "ligge"}

_lexicon = Lexicon.open()


def _swapped(word: str, draw: random.Random, rules: _Rules) -> str | None:
    """Return ``word`` with one of ``rules`` used in one place."""
    found = [(match, new) for old, new in rules for match in re.finditer(old, word)]
    if not found:
        return None
    match, new = draw.choice(found)
    return word[: match.start()] + match.expand(new) + word[match.end() :]


def mistyped(word: str, draw: random.Random) -> str | None:
    """Return ``word`` with one error behind its first letter; None if it is too short."""
    if len(word) < _SHORTEST:
        return None
    at = draw.randrange(1, len(word) - 1)
    letter = draw.choice(_LETTERS)
    return draw.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
    )


def _next_key(word: str, draw: random.Random) -> str | None:
    places = [at for at, letter in enumerate(word) if letter in _NEIGHBOURS]
    if len(word) < _SHORTEST or not places:
        return None
    at = draw.choice(places)
    return word[:at] + draw.choice(_NEIGHBOURS[word[at]]) + word[at + 1 :]


def _plain(word: str, draw: random.Random) -> str | None:
    two = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
    plain = word.translate(draw.choice((two, str.maketrans("æøå", "aoa"))))
    return mistyped(plain, draw) if plain != word else None


def _parted(sign: str) -> _InWord:
    """Return a slip that puts ``sign`` between two parts of a compound."""

    def part(word: str, draw: random.Random) -> str | None:
        ends = [part.end for part in _lexicon.analyze(word).details[:-1]]
        if not ends or len(word) <= max(ends):
            return None
        at = draw.choice(ends)
        return f"{word[:at]}{sign}{word[at:]}"

    return part


def _genitive(sign: str) -> _InWord:
    """Return a slip that puts ``sign`` before the s of a genitive."""

    def part(word: str, draw: random.Random) -> str | None:
        base = word.removesuffix("s").removesuffix("'")
        long = len(base) > 1 and word.endswith("s")
        mine = long and (base.isupper() or _lexicon.is_word(base.lower()))
        changed = f"{base}{sign}s"
        return changed if mine and changed != word else None

    return part


def _by_rules(rules: _Rules) -> _InWord:
    return lambda word, draw: _swapped(word, draw, rules)


def _in_word(slip: _InWord, *, small: bool = False) -> Slip:
    """Return a slip in the longest word that can have it; in function words, if ``small``."""

    def change(words: list[str], draw: random.Random) -> list[str] | None:
        for at in sorted(range(len(words)), key=lambda at: -len(words[at])):
            word = words[at].rstrip("?.,!")
            fits = word.replace("'", "").replace("-", "").isalpha()
            if fits and small == (word.lower() in _FUNCTION):
                changed = slip(word, draw)
                if changed and changed != word:
                    return [*words[:at], changed + words[at][len(word) :], *words[at + 1 :]]
        return None

    return change


def _joined(*, small: bool) -> Slip:
    """Return a slip that runs two words together, one of them a function word if ``small``."""

    def change(words: list[str], draw: random.Random) -> list[str] | None:
        pairs = [
            at
            for at, pair in enumerate(pairwise(words))
            if all(map(str.isalpha, pair)) and any(map(is_stop_word, pair)) == small
        ]
        if not pairs:
            return None
        at = draw.choice(pairs)
        return [*words[:at], words[at] + words[at + 1], *words[at + 2 :]]

    return change


def _twice(words: list[str], draw: random.Random) -> list[str] | None:
    at = draw.randrange(len(words))
    return [*words[:at], words[at], *words[at:]] if len(words) > 1 else None


def _as_of_old(words: list[str], draw: random.Random) -> list[str] | None:
    """Write å as aa, nouns with capitals, and kunde, skulde and vilde."""
    changed = []
    for word in words:
        for old, new in _OLD:
            word = re.sub(old, new, word)
        lemmas = _lexicon.lemmas(word.strip("?.,!").lower())
        noun = bool(lemmas) and _lexicon.is_noun(lemmas[0]) and not is_stop_word(word)
        changed.append(word[:1].upper() + word[1:] if noun else word)
    return changed if changed != words else None


KINDS: dict[str, Slip] = {
    "et forkert bogstav": _in_word(mistyped),
    "nabotasten": _in_word(_next_key),
    "uden æøå og en fejl": _in_word(_plain),
    "to ord i ét": _joined(small=False),
    "et småord skrevet sammen": _joined(small=True),
    "et sammensat ord i to": _in_word(_parted(" ")),
    "en bindestreg for meget": _in_word(_parted("-")),
    "s for sig (Danmark s)": _in_word(_genitive(" ")),
    "apostrof (Danmark's)": _in_word(_genitive("'")),
    "uden apostrof (EUs)": _in_word(_genitive("")),
    "endelsen": _in_word(_by_rules(_ENDINGS)),
    "dobbelt eller enkelt": _in_word(_by_rules(_DOUBLED)),
    "stumme bogstaver": _in_word(_by_rules(_SILENT)),
    "efter lyden": _in_word(_by_rules(_SOUNDS)),
    "gammel stavemåde": _as_of_old,
    "småord": _in_word(_by_rules(_SMALL), small=True),
    "et ord to gange": _twice,
}
"""The kinds of slips, by their Danish names."""
