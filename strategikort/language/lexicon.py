"""What the dictionary knows of a word: its lemmas, its parts, and a guess where it knows nothing.

The same is done to a word of a text and to a word of a query, so that both meet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from strategikort.language.compounds import LONGEST, Part, Splitter
from strategikort.language.fold import fold
from strategikort.language.listed import Listed
from strategikort.language.prefixes import Prefixes
from strategikort.language.snowball import stem
from strategikort.language.spelling import ALPHABET, spellings
from strategikort.language.words import (
    CLOSING,
    LEXICON_FILE,
    NOUNS,
    WordList,
)

_HEAD, _TAIL = 8, 4
"""Letters of a compound and its -s- before another part, and of that part, at least."""

_UNLINKED = 4
"""Letters of each part of a compound that lacks a link, at least."""

_NAME_HEAD, _NAME_TAIL = 4, 5
"""Letters of a name, and of the noun behind it, at least: Johannes-en is no name and a noun."""

_FOOTNOTE = re.compile(r"([^\W\d_]{4,})\d{1,2}")
_AFTER_SHORT = frozenset({"er", "erne", "ernes", "ers", "en", "ens", "et", "ets", "s"})
"""Endings of abbreviations in capitals."""

_NOUN_ENDINGS = (
    *("ernes", "erne", "ers", "ens", "ets", "er", "en", "et"),
    *("nes", "rne", "rs", "ns", "ts", "n", "r", "s"),
)
_OTHER_ENDINGS = (("edes", "et"), ("ede", "et"), ("s", ""), ("t", ""), ("e", ""))
_ADJECTIVES = ("iv", "al", "el", "ig", "bar", "som", "løs", "ant", "ent", "ær", "isk", "at")
"""Endings of adjectives that take -t and -e."""

_SHORT_GENITIVE = 4
_SHORT_BASE = 5
"""Letters that are left of an unknown word when a regular ending is taken off."""

_DECADE = re.compile(r"(\d{2,4}'?er)(?:ne|nes|s)?")
_PIECES = re.compile(r"[^\W_]+")


class Analysis(NamedTuple):
    """What is known of a word.

    ``lemmas`` are its dictionary forms, likeliest first, and never empty: for an unknown compound
    made from its last part, for any other unknown word the word itself in small letters.
    ``parts`` are the lemmas of its parts if it is a compound, one a part; ``groups`` those of
    neighbouring parts taken together (``sikkerhedspolitik`` in ``cybersikkerhedspolitik``).
    ``known`` tells whether the dictionary lists the word itself, ``stem`` is the Snowball stem of
    a word that is neither listed nor a compound, else empty: worth little, but better than nothing.
    ``details`` give the parts with their places in the word and all their possible lemmas.
    """

    lemmas: tuple[str, ...]
    parts: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    known: bool = False
    stem: str = ""
    details: tuple[Part, ...] = ()


class Lexicon(Listed):
    """The Danish word list, with what its words and others are made of; see :meth:`open`."""

    def __init__(self, words: WordList) -> None:
        super().__init__(words)
        self._splitter = Splitter(words)
        self._prefixes = Prefixes(words)
        self.analyze = lru_cache(maxsize=65536)(self._analyze)
        self._unlinked = lru_cache(maxsize=4096)(self._split_unlinked)
        self.classes = lru_cache(maxsize=16384)(self._classes)

    @classmethod
    def open(cls, path: Path = LEXICON_FILE) -> Lexicon:
        """Open the word list; nothing is read before it is needed.

        Raises :class:`strategikort.errors.StrategikortError` if the file is missing or damaged.
        """
        return cls(WordList(path))

    def _classes(self, form: str) -> frozenset[str]:
        """Return the classes of words that ``form`` may be of, an unknown compound as its end.

        See :meth:`listed_classes`; ``classes`` does the same and remembers.
        """
        parts = () if self.is_listed(form) else self.analyze(form).details
        return frozenset(self.listed_classes(form[parts[-1].start :] if parts else form))

    def split(self, form: str) -> tuple[str, ...]:
        """Return the lemmas of the parts of a compound, in order; empty if it is none."""
        return self.analyze(form).parts

    def split_unlinked(self, form: str) -> tuple[str, ...]:
        """Return the parts of a compound typed without the -s- that its first part takes.

        ``udviklingstøtte`` is ``udviklingsstøtte``.  Empty if ``form`` is none.
        """
        if len(form) > LONGEST or self.analyze(form).known:
            return ()
        return self._unlinked(form)

    def _split_unlinked(self, form: str) -> tuple[str, ...]:
        for reading in spellings(form):
            for at in range(_UNLINKED, len(reading) - _UNLINKED + 1):
                linked = self.analyze(f"{reading[:at]}s{reading[at:]}")
                long = all(part.end - part.start >= _UNLINKED for part in linked.details)
                if long and any(part.end == at + 1 for part in linked.details[:-1]):
                    return linked.parts
        return ()

    def _analyze(self, form: str) -> Analysis:
        """Return all that is known of ``form``; never raises, whatever the text."""
        readings = list(spellings(form))
        for reading in readings:
            entries = self._words.entries(reading)
            if entries:
                lemmas = tuple(dict.fromkeys(entry.lemma for entry in entries))
                parts = (
                    self._splitter.split(reading, entries)
                    or self._parts_of_name(reading)
                    or self._prefixes.office(reading, lemmas)
                )
                return self._compound(reading, lemmas, parts, True)
        for reading in readings:
            parts = self._splitter.split(reading)
            if parts:
                head = reading[: parts[-1].start]
                lemmas = tuple(head + tail for tail in parts[-1].lemmas)
                return self._compound(reading, lemmas, parts, False)
        for reading in readings:
            linked = self._linked(reading)
            if linked:
                return linked
        # NGOer and SDGer, without the apostrophe.
        short = form.rstrip(ALPHABET)
        if len(short) > 1 and short.isupper() and form[len(short) :] in _AFTER_SHORT:
            return self.analyze(short)
        for reading in readings:
            made = self._prefixed(reading)
            if made:
                return made
        note = _FOOTNOTE.fullmatch(readings[0])
        if note and (self.analyze(note[1]).known or self.analyze(note[1]).parts):
            return self.analyze(note[1])
        return self._guess(readings[0])

    def _parts_of_name(self, form: str) -> tuple[Part, ...]:
        """Return a listed name as another name and the noun that it says it is: ``Berlinmuren``."""
        definite = form.endswith(("en", "et")) and not form.endswith("sen")
        if not (definite and self.is_only_name(form)):
            return ()
        for at in range(_NAME_HEAD, len(form) - _NAME_TAIL + 1):
            heads = (form[:at], form[: at - 1] if form[at - 1] == "s" else "")
            first = next(filter(self.is_only_name, heads), "")
            nouns = [
                entry.lemma
                for entry in (self._words.entries(form[at:]) if first else ())
                if entry.kind in NOUNS and entry.lemma != form[at:]
            ]
            if nouns:
                tail = tuple(dict.fromkeys(nouns))
                return Part(0, at, self.lemmas(first)), Part(at, len(form), tail)
        return ()

    def _prefixed(self, form: str) -> Analysis | None:
        """Return what an unknown word is that is a listed one behind a prefix."""
        parts = self._prefixes.office(form)
        if parts:
            whole = tuple(parts[0].lemmas[0] + lemma for lemma in parts[1].lemmas)
            return self._compound(form, whole, parts, False)
        lemmas = self._prefixes.lemmas(form)
        return Analysis(lemmas) if lemmas else None

    def _linked(self, form: str) -> Analysis | None:
        """Return ``form`` as a compound whose first part is one too and takes an -s-.

        Compounds take it where their last part alone would not: ``vinglas``, but ``rødvinsglas``.
        The dictionary does not say so of every one.
        """
        for at in range(len(form) - _TAIL, _HEAD - 1, -1):
            if form[at - 1] != "s":
                continue
            tail = [entry for entry in self._words.entries(form[at:]) if entry.mark == CLOSING]
            first = self.analyze(form[: at - 1]) if tail else None
            if first and first.details and first.lemmas[0] == form[: at - 1]:
                lemmas = tuple(dict.fromkeys(entry.lemma for entry in tail))
                details = (*first.details[:-1], first.details[-1]._replace(end=at))
                whole = tuple(form[:at] + lemma for lemma in lemmas)
                return self._compound(form, whole, (*details, Part(at, len(form), lemmas)), False)
        return None

    def _compound(
        self, form: str, lemmas: tuple[str, ...], details: tuple[Part, ...], known: bool
    ) -> Analysis:
        parts = tuple(part.lemmas[0] for part in details)
        groups = [
            form[details[first].start : details[last].start] + details[last].lemmas[0]
            for first in range(len(parts))
            for last in range(first + 1, len(parts))
            if last - first + 1 < len(parts)
        ]
        return Analysis(lemmas, parts, tuple(groups), known, "", details)

    def _guess(self, form: str) -> Analysis:
        decade = _DECADE.fullmatch(form)
        if decade:
            return Analysis((f"{decade[1]}ne",))
        pieces = tuple(_PIECES.findall(form))
        base = stem(fold(form)) if form.isalpha() else ""
        lemmas = (form, *self._bases(form)) if form.isalpha() else (form,)
        return Analysis(lemmas, pieces if len(pieces) > 1 else (), stem=base)

    def _bases(self, form: str) -> Iterator[str]:
        """Yield what an unknown ``form`` may be an inflection of, by the regular endings.

        That is a noun of the list in a form that it does not have there (``geografier``), or
        another unknown word: a name in the genitive, an adjective (``transformativt``).
        """
        # English: policies of policy.
        if form.endswith("ies") and len(form) > _SHORT_BASE + 2:
            yield f"{form[:-3]}y"
        for ending in _NOUN_ENDINGS:
            if not form.endswith(ending):
                continue
            base = form.removesuffix(ending)
            short = ending == "s" and len(base) >= _SHORT_GENITIVE and self.listed(base)
            if short or (len(base) >= _SHORT_BASE and self.is_noun(base)):
                yield base
                return
        for ending, bare in _OTHER_ENDINGS:
            base = form.removesuffix(ending) + bare
            if len(base) >= _SHORT_BASE and form.endswith(ending):
                if ending in ("t", "e") and not base.endswith(_ADJECTIVES):
                    continue
                yield base
                return
