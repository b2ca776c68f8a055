"""Synonyms, abbreviations and English terms of the field.

A query's words are looked up by lemma, so inflected and plainly spelled forms are found too.  The
program's own thesaurus is compiled (``data/tesaurus.bin``) and read where it lies; a user's file is
read beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import product
from pathlib import Path
from typing import NamedTuple

from strategikort.language.compounds import LINKS, LONGEST
from strategikort.language.fold import fold
from strategikort.language.lexicon import Lexicon
from strategikort.language.spelling import one_error
from strategikort.language.stopwords import is_stop_word
from strategikort.language.thesaurus_english import english_key
from strategikort.language.thesaurus_entries import (
    DEFAULT_WEIGHT,
    THESAURUS_FILE,
    CompiledEntries,
    Entries,
    Group,
    Term,
)
from strategikort.language.thesaurus_keys import ALL, term_key, word_keys
from strategikort.language.tokens import word_texts

_RELATIONS = {
    "s": "synonym",
    "i": "synonym",
    "a": "abbreviation",
    "e": "english",
    "n": "narrower",
    "r": "related",
}
_SHORTEST_NEAR, _MOST_NEAR = 5, 3
"""Letters of a misspelt word of a term, and of the right one, and how many of these, at most."""

_BASE = 0.5
"""What the base of an English form is worth where the form has a meaning of its own."""
_WEIGHTS = {"abbreviation": 0.9, "english": 0.8, "narrower": 0.3, "related": 0.3}
OF_ENGLISH = _WEIGHTS["english"] * DEFAULT_WEIGHT
"""What the Danish synonyms of what an English term says are worth that mean the same."""


_Groups = dict[tuple[int, int], dict[Group, set[Term]]]
"""For the words ``[start, end)`` of a query the groups that have them, as which terms."""


class Alternatives(NamedTuple):
    """Other ways to say the words ``[start, end)`` of a query (0-based, half-open).

    ``relation`` is ``synonym``, ``abbreviation``, ``english``, ``narrower`` or ``related``;
    ``weight`` (0–1] what a hit on one of ``terms`` is worth beside a hit on the words themselves.
    ``english`` says that the terms are English words, ``literal`` that they are not inflected.
    """

    start: int
    end: int
    terms: tuple[str, ...]
    relation: str
    weight: float
    english: bool = False
    literal: bool = False


class Thesaurus:
    """The program's thesaurus and the user's; get them with :meth:`load`."""

    def __init__(self, sources: Sequence[Entries], lexicon: Lexicon) -> None:
        self._sources = sources
        self._lexicon = lexicon

    @classmethod
    def load(cls, extra: Path | None = None, lexicon: Lexicon | None = None) -> Thesaurus:
        """Open the thesaurus, with a user's own file ``extra`` beside it.

        Raises :class:`strategikort.errors.StrategikortError` if the program's file is damaged and
        :class:`strategikort.errors.ThesaurusError` for a mistake in ``extra``.
        """
        lexicon = lexicon or Lexicon.open()
        sources: list[Entries] = [CompiledEntries(THESAURUS_FILE)]
        if extra is not None:
            from strategikort.language.thesaurus_file import LoadedEntries, read_thesaurus

            sources.append(LoadedEntries(read_thesaurus(extra), lexicon))
        return cls(sources, lexicon)

    def beside(self, entries: Entries) -> Thesaurus:
        """Return a thesaurus that has ``entries`` besides."""
        return Thesaurus([*self._sources, entries], self._lexicon)

    def expand(
        self,
        words: Sequence[str],
        known: Callable[[str], bool] | None = None,
        *,
        apart: bool = True,
        literal: bool = False,
        verbal: bool = False,
    ) -> list[Alternatives]:
        """Return other ways to say what ``words`` say, in the order of the words.

        ``words`` are a query's tokens.  Where a term of several words is found, the terms inside
        it are not expanded for themselves, unless ``known`` says of every other way to say the
        whole that it is not known: then ``clean energy`` is still ``energi``.  ``apart`` says that
        two words may be a compound that was typed apart (``klima krise``), ``literal`` that a word
        which is a dictionary form before all is no form of another, ``verbal`` that only Danish
        expressions are looked up whose verb is the first of ``words``.
        """
        # What is no word, as the beginning of others, is blank here: nothing is found with it.
        each = [word_keys(word, self._lexicon, literal=literal) if word else {} for word in words]
        found, bases = self._found(words, _Keys(each, words if apart else ()), verbal)
        whole = [span for span in found if span[1] - span[0] > 1]
        if known is not None:
            whole = [span for span in whole if any(map(known, self._same(span, found[span])))]
        outer = [one for one in found if not any(_inside(one, other) for other in whole)]
        return [
            item
            for span in sorted(outer)
            for item in (
                *self._alternatives(span, found[span]),
                *self._further(self._alternatives(span, bases.get(span, {}))),
            )
        ]

    def begins(self, verb: str, word: str) -> bool:
        """Tell whether a term begins with two words of a query, the first of them a verb."""
        firsts, seconds = (word_keys(one, self._lexicon) for one in (verb, word))
        return any(
            source.goes_on(f"{first} {second}")
            for source in self._sources
            for first in firsts
            for second in seconds
        )

    def begins_terms(self, word: str) -> bool:
        """Tell whether terms of several words begin with ``word`` as it is typed: ``first``."""
        return any(source.goes_on(f"{fold(word)} ") for source in self._sources)

    def _found(self, words: Sequence[str], keys: _Keys, verbal: bool) -> tuple[_Groups, _Groups]:
        """Return the groups that have words of a query, and those that have only their base.

        What an English word says itself is nearer than what its base says: training, train.
        """
        found: _Groups = {}
        bases: _Groups = {}
        for source in self._sources:
            for start, word in enumerate(words[:1] if verbal else words):
                for end, key, kinds in self._matches(source, keys, start):
                    is_base = kinds == "e" and end == start + 1 and key != english_key(fold(word))
                    for group, term in source.groups(key):
                        if term.kind in kinds and not (verbal and not self._is_verbal(term)):
                            of_span = (bases if is_base else found).setdefault((start, end), {})
                            of_span.setdefault(group, set()).add(term)
        for span in bases.keys() - found.keys():
            found[span] = bases.pop(span)
        return found, bases

    def _is_verbal(self, term: Term) -> bool:
        first, *rest = term.text.split()
        return bool(rest) and term.kind in "si" and self._lexicon.is_verb(first)

    def _further(self, items: Iterable[Alternatives]) -> Iterator[Alternatives]:
        """Yield what the base of a word says that has a meaning of its own."""
        for item in items:
            yield item._replace(weight=item.weight * _BASE)

    def near(self, word: str, before: str = "") -> list[str]:
        """Return the words of terms that an unknown ``word`` is but for one error.

        Each begins a term, or goes on with one that ``before`` begins; none if more than a few do.
        The first letter is right.
        Names are not told from other words: one with a capital, or a short one, only goes on with a
        term.
        """
        form = fold(word)
        if not (form.isascii() and form.isalpha() and _SHORTEST_NEAR <= len(form) <= LONGEST):
            return []
        begun = word_keys(before, self._lexicon) if before else {}
        alone = word.islower() and len(form) > _SHORTEST_NEAR
        prefixes = [f"{key} " for key in begun] + [""] * alone
        if any(self._has_word(f"{prefix}{english_key(form)}") for prefix in prefixes):
            return []
        behind = {form[0] + rest for rest in one_error(form[1:])}
        keys = {near: english_key(near) for near in behind if len(near) >= _SHORTEST_NEAR}
        found = [
            near
            for near, key in keys.items()
            if any(self._has_word(f"{prefix}{key}") for prefix in prefixes)
        ]
        return sorted(found) if len(found) <= _MOST_NEAR else []

    def _has_word(self, key: str) -> bool:
        """Tell whether a key of the program's own thesaurus is this, or goes on with a blank."""
        own = self._sources[0]
        return own.goes_on(key) and (own.goes_on(f"{key} ") or any(True for _ in own.groups(key)))

    def has_name(self, words: Sequence[str]) -> bool:
        """Tell whether ``words``, a query's tokens, are a name as it is written, capitals and all.

        A name has a capital behind another word, or is one word with a capital.
        """
        content = [word for word in words if not is_stop_word(word)] or [*words]
        if not any(word[0].isupper() and not word.isupper() for word in content[-1:]):
            return False
        keys = _Keys([word_keys(word, self._lexicon) for word in content], ())
        return any(
            [word for word in word_texts(term.text) if not is_stop_word(word)] == content
            for source in self._sources
            for end, key, _ in self._matches(source, keys, 0)
            if end == len(content)
            for _, term in source.groups(key)
        )

    def _same(self, span: tuple[int, int], found: Mapping[Group, Set[Term]]) -> Iterator[str]:
        """Yield the other ways to say the whole; what is part of it or related is none."""
        for item in self._alternatives(span, found, direct=True):
            if item.relation not in ("narrower", "related"):
                yield from item.terms

    def _matches(
        self, source: Entries, keys: _Keys, at: int, prefix: str = "", inside: str = ALL
    ) -> Iterator[tuple[int, str, str]]:
        """Yield what begins at a word: the place after it, its key, and the kinds it leads to."""
        for end, key, kinds in keys.at(at):
            longer = f"{prefix} {key}" if prefix else key
            if source.goes_on(longer):
                within = inside if kinds else "e"
                yield end, longer, within if prefix else kinds
                yield from self._matches(source, keys, end, longer, within)

    def _alternatives(
        self, span: tuple[int, int], found: Mapping[Group, Set[Term]], *, direct: bool = False
    ) -> Iterator[Alternatives]:
        """Yield what the groups ``found`` for a span say; ``direct`` leaves out further groups."""
        terms: dict[tuple[str, float, bool], dict[str, None]] = {}
        said: set[str] = set()
        length = span[1] - span[0]
        for group, own in found.items():
            if not direct and all(term.kind == "e" for term in own):
                for other in self._same_in_danish(group):
                    weight = _WEIGHTS["english"] * other.weight
                    texts = terms.setdefault(("synonym", weight, False), {})
                    texts.update((term.text, None) for term in other.terms if term.kind == "s")
            # A compound that was typed apart is another way to say it.
            said.update(
                term.text for term in own if length == 1 or len(word_texts(term.text)) >= length
            )
            for term in group.terms:
                relation = _relation({term.kind for term in own}, term.kind)
                if not relation:
                    continue
                weight = _WEIGHTS.get(relation, group.weight)
                terms.setdefault((relation, weight, term.kind == "e"), {})[term.text] = None
        for (relation, weight, english), texts in sorted(
            terms.items(), key=lambda item: (-item[0][1], item[0][0] != "related")
        ):
            new = tuple(text for text in texts if text not in said)
            said.update(new)
            if new:
                yield Alternatives(*span, new, relation, weight, english)

    def _same_in_danish(self, group: Group) -> Iterator[Group]:
        """Yield the groups that have a Danish word of ``group``: what else its English words mean.

        Danish synonyms stand in groups of their own, mostly without the English.
        """
        for term in group.terms:
            if term.kind == "s":
                key = term_key(term.text, self._lexicon)
                for source in self._sources:
                    for other, same in source.groups(key):
                        if same.kind == "s" and other is not group:
                            yield other


class _Keys(NamedTuple):
    """The keys of the words of a query, by themselves and as compounds that were typed apart.

    ``words`` are those that may be parts of such compounds.
    """

    own: Sequence[Mapping[str, str]]
    words: Sequence[str]

    def at(self, place: int) -> Iterator[tuple[int, str, str]]:
        """Yield the place after what begins at a word, its key, and the kinds it leads to."""
        if place < len(self.own):
            for key, kinds in self.own[place].items():
                yield place + 1, key, kinds
        if place + 1 < len(self.words) and self.words[place]:
            first = fold(self.words[place])
            lasts = (key for key, kinds in self.own[place + 1].items() if kinds)
            for last, link in product(lasts, LINKS):
                yield place + 2, f"{first}{link}{last}", ALL


def _inside(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one != other and other[0] <= one[0] and one[1] <= other[1]


def _relation(own: Set[str], other: str) -> str:
    """Return what a term of kind ``other`` is to one of the kinds ``own``; empty if nothing."""
    same = own - {"n", "r"}
    if other == "i":
        return ""
    if not same:
        # Related to what the group means, not to its other related words or to its parts.
        return "related" if "r" in own and other not in "nr" else ""
    return _RELATIONS[min(same, key="siae".index)] if other == "s" else _RELATIONS[other]
