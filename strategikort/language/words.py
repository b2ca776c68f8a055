"""The word list: which forms there are, what they may be in a compound, and their lemmas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from strategikort.language import automaton, store

DATA = Path(__file__).with_name("data")
LEXICON_FILE = DATA / "lexicon.bin"

CLOSING = 1
"""Mark of a form that is a word and may close a compound."""
WORD = 2
"""Mark of a form that is a word but closes no compound."""
COMBINING = 3
"""Mark of a form that may stand first or in the middle of a compound."""
ENDING = 4
"""Mark of a form that only closes compounds (``-årig``)."""

_MARKS = (CLOSING, WORD, COMBINING, ENDING)
_CUT_BASE = 0x20
_NOUNS = frozenset("abcdeklmnou")
_VERBS = frozenset("v-")
_NAMING = _NOUNS | {"p"}


class Found(NamedTuple):
    """A form found in a text: it ends before ``end``, may be ``mark``, and belongs to ``lemma``.

    ``kind`` is the lemma's inflection in one letter, see
    :func:`strategikort.language.compile.kind`.
    """

    end: int
    mark: int
    lemma: str
    kind: str


class WordList:
    """The compiled word list, read where it lies."""

    def __init__(self, path: Path = LEXICON_FILE) -> None:
        self._arcs, self.about = store.read(path)
        # The states behind words are few and shared: some thousand for all forms together.
        self._scripts: dict[int, tuple[tuple[int, str, str], ...]] = {}

    def starting(self, word: str, start: int = 0) -> Iterator[Found]:
        """Return every listed form that begins at ``start`` in ``word`` (small letters)."""
        try:
            letters = word.encode("latin-1")
        except UnicodeEncodeError:
            return
        for end, mark, state in automaton.endings(self._arcs, letters, start, _MARKS):
            for cut, tail, kind in self._scripts.get(state) or self._scripts_at(state):
                yield Found(end, mark, word[start : end - cut] + tail, kind)

    def _scripts_at(self, state: int) -> tuple[tuple[int, str, str], ...]:
        """Return how lemmas are made of forms: letters to cut off, letters to add, the kind."""
        scripts = self._scripts[state] = tuple(
            (script[1] - _CUT_BASE, script[2:].decode("latin-1"), chr(script[0]))
            for script in automaton.completions(self._arcs, state)
        )
        return scripts

    def entries(self, word: str) -> list[Found]:
        """Return what the word (small letters) is by itself, the likeliest reading first."""
        return likeliest(
            (
                entry
                for entry in self.starting(word)
                if entry.end == len(word) and entry.mark in (CLOSING, WORD)
            ),
            word,
        )


def likeliest(found: Iterable[Found], surface: str) -> list[Found]:
    """Return the readings of ``surface``, the likeliest first, the very unlikely left out.

    Nouns and adjectives come before verbs and names (``lande`` is more often ``land`` than the
    verb), the lemma that is the form itself before others.  A noun that is the form itself drives
    out one to which the form would be a genitive or a plural in -e, and a verb to which it would be
    the imperative or a form in -s: ``indsats`` is not ``indsat`` + s, ``krise`` not ``kris`` + e,
    ``forsvar`` not "forsvar dig!".
    """
    entries = sorted(
        found, key=lambda entry: (entry.kind in "vp", entry.lemma != surface, entry.lemma)
    )
    exact = {entry.kind for entry in entries if entry.lemma == surface}
    if exact & _NAMING:
        imperatives = {surface + "e", surface + surface[-1:] + "e"} if exact & _NOUNS else set()
        shorter = surface[:-1] if surface.endswith(("s", "e")) else surface
        return [
            entry
            for entry in entries
            if entry.lemma == surface
            or (entry.kind in _NOUNS and entry.lemma != shorter)
            or (entry.kind in _VERBS and entry.lemma not in imperatives and surface[-1] != "s")
            or entry.kind not in _NOUNS | _VERBS
        ]
    return entries


def agree(whole: Iterable[str], part: str) -> bool:
    """Tell whether a compound of one of the kinds ``whole`` can end in a word of kind ``part``.

    A Danish compound is inflected as its last part, which tells ``billede`` (neuter) from
    ``bil`` + ``lede``, and ``kultur`` (plural -er) from ``kul`` + ``tur`` (plural -e).
    """
    return any(_agree(one, part) for one in whole)


def _agree(whole: str, part: str) -> bool:
    if whole == part:
        return whole != "p"
    for gender in ("abcde", "klmno"):
        if whole in gender:
            return part == gender[0] or (whole == gender[0] and part in gender)
    if whole == "u":
        return part in "abcdeklmno"
    return {whole, part} == {"v", "-"}
