"""The word list: which forms there are, what they may be in a compound, and their lemmas."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from strategikort.language import automaton, store
from strategikort.language.fold import fold, unaccented

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

_CUT_BASE = 0x20

_STRIDE = 4
"""Letters that are walked over at once: words have their beginnings in common."""

_REMEMBERED = 1 << 16
"""Beginnings of that many letters."""

NOUNS = frozenset("abcdeklmnou")
"""Kinds of inflection that nouns have."""
_NEUTER_IN_ER = "m"
"""The kind of neuters with a plural in -er."""
NAME = "p"
"""The kind of names."""
PLAIN = "-"
"""The kind of words without inflection, and of those with one of their own."""
VERBS = frozenset({"v", PLAIN})
"""Kinds of inflection that verbs have."""
UNINFLECTED = frozenset({"alene", "dels", "ens", "fælles", "heller", "langs", "næsten", "tværs"})
"""Words without inflection that nouns and adjectives have forms like, function words aside."""
PLURALS = frozenset(
    [
        *("brande", "centre", "ege", "enge", "falke", "holme", "karle", "kurve", "lande", "love"),
        *("lunde", "munddele", "navne", "sakse", "skibe", "skure", "smågrise", "småhuse"),
        *("sporveje", "stave", "svende", "teams", "ture", "tyre", "vange", "åse"),
        # Who does a thing, or another noun, is spelt so as well.
        *("bomber", "bremser", "brigader", "briller", "drager", "fanger", "farver", "finanser"),
        *("flåder", "former", "formler", "fragter", "frister", "følger", "garder", "grader"),
        *("haubitser", "hjerter", "juveler", "kanoner", "kilder", "klager", "klipper", "klokker"),
        *("klynger", "koder", "kontroller", "lyster", "lænker", "løfter", "omgivelser", "piber"),
        *("planter", "pletter", "poster", "prøver", "pudler", "ruder", "ruller", "skruer"),
        *("slaver", "sluser", "smøger", "stammer", "tanker", "tekster", "termer", "timer"),
        *("toner", "transporter", "trapper", "tænder", "tønder", "udbytter"),
    ]
)
"""Plurals that are words of their own as well, and seldom meant so: ``navne``, ``kilder``."""

DOERS = frozenset(
    {"dumpere", "frelsere", "førere", "ladere", "ledere", "problemløsere", "svarere", "vindere"}
)
"""Those who do something, spelt as comparatives that nobody uses are: ``led``, ``vind``.

Of the 26 such plurals the others are used as comparatives: ``blødere``, ``friere``, ``smallere``.
"""

COMPARATIVES = frozenset({"brunere", "finere", "klarere", "lavere", "lysere", "purere", "rundere"})
"""Comparatives that are verbs as well, and seldom meant so; of other verbs it is the reverse."""

NUMERALS = frozenset(["to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti"])
"""Numerals, which are listed as nouns as well (what is marked with them), with forms of those."""

_NAMING = NOUNS | {NAME}
_CLASSES = {**dict.fromkeys(NOUNS, "n"), "v": "v", "j": "j", PLAIN: "nvj", NAME: "p"}
"""For a kind of inflection the classes of words that may have it."""


class Found(NamedTuple):
    """What a form is: it may be ``mark``, and belongs to ``lemma``.

    ``kind`` is the lemma's inflection in one letter, see
    :func:`strategikort.language.compile.kind`.
    """

    mark: int
    lemma: str
    kind: str


class _Script(NamedTuple):
    """How the lemma of a form is made: letters to cut off its end, letters to put there."""

    mark: int
    cut: int
    tail: str
    kind: str


class State:
    """The states that letters lead to (numbers until they are met), and what forms end here."""

    __slots__ = ("closing", "combining", "steps", "words")

    def __init__(self, steps: dict[str, State | int], scripts: Sequence[_Script]) -> None:
        self.steps = steps
        self.words = tuple(script for script in scripts if script.mark in (CLOSING, WORD))
        self.combining = tuple(script for script in scripts if script.mark == COMBINING)
        self.closing = tuple(script for script in scripts if script.mark in (CLOSING, ENDING))


class Beginnings(NamedTuple):
    """What a stretch of letters begins with, and what all of it is.

    ``combining`` are the combining forms by their end, ``whole`` the last state if the walk came
    to the end.
    """

    combining: Sequence[tuple[int, State]]
    whole: State | None


class WordList:
    """The compiled word list, read where it lies."""

    def __init__(self, path: Path = LEXICON_FILE) -> None:
        stored = store.read(path)
        self._arcs, self.about = stored.arcs, stored.about
        # What has been walked over is kept as Python has it quickest: states are few and shared.
        self._states: dict[int, State] = {}
        self._root = self._state(automaton.ROOT)
        self._starts: dict[str, Beginnings] = {}

    def walk(self, stretch: str) -> Beginnings:
        """Return the forms that ``stretch`` (small letters) begins with."""
        start = self._starts.get(stretch[:_STRIDE])
        if start is None:
            if len(self._starts) >= _REMEMBERED:
                self._starts.clear()
            head = stretch[:_STRIDE]
            start = self._starts[head] = self._walk(self._root, (), head, 0)
        if start.whole is None or len(stretch) <= _STRIDE:
            return start
        return self._walk(start.whole, start.combining, stretch, _STRIDE)

    def _walk(
        self, state: State, before: Iterable[tuple[int, State]], stretch: str, done: int
    ) -> Beginnings:
        """Walk on from ``state``, where ``done`` letters have led, to the end of ``stretch``."""
        combining = [*before]
        for end, letter in enumerate(stretch[done:], start=done + 1):
            after = state.steps.get(letter)
            if after is None:
                return Beginnings(combining, None)
            if isinstance(after, int):
                after = state.steps[letter] = self._states.get(after) or self._state(after)
            state = after
            if state.combining:
                combining.append((end, state))
        return Beginnings(combining, state)

    def state(self, word: str) -> State | None:
        """Return the state that all of ``word`` (small letters) leads to; None if there is none."""
        return self.walk(word).whole

    @property
    def root(self) -> State:
        """The state in which all words begin."""
        return self._root

    def follow(self, state: State, letters: str) -> State | None:
        """Return the state that ``letters`` (small) lead to from ``state``; None for none."""
        return self._walk(state, (), letters, 0).whole

    def _state(self, number: int) -> State:
        steps: dict[str, State | int] = {}
        scripts: list[_Script] = []
        for byte, target in automaton.arcs_of(self._arcs, number):
            if byte > ENDING:
                steps[chr(byte)] = target
                continue
            for script in automaton.completions(self._arcs, target):
                cut, tail = script[1] - _CUT_BASE, script[2:].decode("latin-1")
                scripts.append(_Script(byte, cut, tail, chr(script[0])))
        state = self._states[number] = State(steps, scripts)
        return state

    def entries(self, word: str) -> list[Found]:
        """Return what the word (small letters) is by itself, the likeliest reading first."""
        whole = self.state(word)
        return likeliest(found(word, whole.words), word) if whole and whole.words else []


def found(surface: str, scripts: Iterable[_Script]) -> tuple[Found, ...]:
    """Return what ``surface`` is by the ``scripts`` of the state that it ends at."""
    length = len(surface)
    return tuple(
        [Found(mark, surface[: length - cut] + tail, kind) for mark, cut, tail, kind in scripts]
    )


def without_numerals(readings: Iterable[Found], surface: str) -> list[Found]:
    """Return the readings of ``surface`` without numerals as nouns with forms: ``tren``."""
    return [entry for entry in readings if entry.lemma not in NUMERALS or entry.lemma == surface]


def likeliest(readings: Iterable[Found], surface: str) -> list[Found]:
    """Return the readings of ``surface``, the likeliest first, the very unlikely left out.

    Nouns and adjectives come before verbs and names (``lande`` is more often ``land`` than the
    verb), the lemma that is the form itself before others.  A noun that is the form itself drives
    out one to which the form would be a genitive or a plural in -e, and a verb to which it would be
    the imperative or a form in -s: ``indsats`` is not ``indsat`` + s, ``krise`` not ``kris`` + e,
    ``forsvar`` not "forsvar dig!".  Of some the plural is what is mostly meant (:data:`PLURALS`),
    and those in :data:`DOERS` are no comparatives.
    """
    entries = without_numerals(readings, surface)
    if surface in DOERS:
        # Only an adjective closes some compounds: livsled.
        entries = [entry for entry in entries if entry.kind != "j"] or entries
    entries.sort(key=lambda entry: (entry.kind in "vp", entry.lemma != surface, entry.lemma))
    exact = {entry.kind for entry in entries if entry.lemma == surface}
    if exact & _NAMING:
        imperatives = {surface + "e", surface + surface[-1:] + "e"} if exact & NOUNS else set()
        ending = surface.endswith(("s", "e")) and surface not in PLURALS
        shorter = surface[:-1] if ending else surface
        return [
            entry
            for entry in entries
            if entry.lemma == surface
            or (entry.kind in NOUNS and entry.lemma != shorter)
            or (entry.kind in VERBS and entry.lemma not in imperatives and surface[-1] != "s")
            or entry.kind not in NOUNS | VERBS
        ]
    return entries


def far_fetched(readings: Sequence[Found], surface: str) -> set[str]:
    """Return the lemmas of ``readings`` that ``surface`` is hardly ever a form of.

    Those are verbs whose noun in -en it would be, where it is a definite noun (``freden`` of
    ``frede``), and words that it would lack the -e of, as an imperative does, where it is a word as
    it stands (``væk`` of ``vække``, ``lyd`` of ``lyde``).  A verb in the passive is no genitive of
    an adjective or of a plural (``skabes`` of ``skab``; but see :data:`PLURALS`), one in -ere no
    comparative (``valideres`` of ``valid``; but see :data:`COMPARATIVES`), a word that is never
    inflected no form of a noun (``heller`` of ``helle``), and those who do a thing are not several
    such things, where that is a neuter (``arbejderne`` of ``arbejde``).  Who reads more widely
    still finds them.
    """
    found: set[str] = set()
    verbs = {entry.lemma for entry in readings if entry.kind == "v"}
    active = surface.removesuffix("s") if surface.endswith("es") else ""
    passive = active not in PLURALS and any(
        entry.kind in VERBS and entry.lemma == active for entry in readings
    )
    for lemma in {entry.lemma for entry in readings} - {surface}:
        others = [entry for entry in readings if entry.lemma != lemma]
        kinds = {entry.kind for entry in readings if entry.lemma == lemma}
        if surface in UNINFLECTED or (passive and lemma != active and kinds <= NOUNS | {"j"}):
            unlikely = True
        elif kinds == {_NEUTER_IN_ER} and surface.removesuffix("s") == f"{lemma}rne":
            unlikely = any(entry.lemma == f"{lemma}r" for entry in others)
        elif kinds == {"j"}:
            unlikely = f"{lemma}ere" in verbs - COMPARATIVES
        elif lemma in (surface + "e", surface + surface[-1:] + "e"):
            unlikely = kinds <= NOUNS | VERBS and any(entry.lemma == surface for entry in others)
        else:
            verb = kinds <= VERBS and surface == lemma + "n"
            unlikely = verb and any(entry.kind in NOUNS for entry in others)
        if unlikely:
            found.add(lemma)
    return found


def same_word(one: Iterable[Found], other: Iterable[Found]) -> bool:
    """Tell whether two forms may be of one word, given their readings.

    ``aktiver`` and ``aktivt`` have one lemma, but that is a noun and an adjective.
    """
    return not _classed(one).isdisjoint(_classed(other))


def _classed(readings: Iterable[Found]) -> set[tuple[str, str]]:
    """Return the lemmas of ``readings`` without their accents, each with its classes of words."""
    return {
        (unaccented(fold(entry.lemma)), kind) for entry in readings for kind in _CLASSES[entry.kind]
    }


def agree(whole: Iterable[str], part: str) -> bool:
    """Tell whether a compound of one of the kinds ``whole`` can end in a word of kind ``part``.

    A Danish compound is inflected as its last part, which tells ``billede`` (neuter) from
    ``bil`` + ``lede``, and ``kultur`` (plural -er) from ``kul`` + ``tur`` (plural -e).
    """
    return any(_agree(one, part) for one in whole)


def _agree(whole: str, part: str) -> bool:
    if whole == part:
        return True
    for gender in ("abcde", "klmno"):
        if whole in gender:
            return part == gender[0] or (whole == gender[0] and part in gender)
    if whole == "u":
        return part in "abcdeklmno"
    return {whole, part} == {"v", "-"}
