"""What the word list says of words: their dictionary forms, and which kinds of words they are."""

from __future__ import annotations

from collections.abc import Container, Iterator, Set
from enum import StrEnum

from strategikort.language.spelling import spellings
from strategikort.language.words import (
    NAME,
    NOUNS,
    PLAIN,
    PLURALS,
    VERBS,
    WordList,
    far_fetched,
    found,
    same_word,
)

NOUN, ADJECTIVE, VERB = "noun", "adjective", "verb"
"""Classes of words."""


class VerbForm(StrEnum):
    """Forms of a verb; all but the infinitive and the present are taken for participles."""

    INFINITIVE = "infinitive"
    PRESENT = "present"
    PARTICIPLE = "participle"


VERB_FORMS = frozenset(VerbForm)

_PARTICIPLES = ("t", "te", "de")
"""Endings of the past and the participles of verbs that are regular."""


class Listed:
    """Answers questions about the words of a list, in small Danish letters."""

    def __init__(self, words: WordList) -> None:
        self._words = words

    @property
    def words(self) -> WordList:
        """The list itself."""
        return self._words

    def lemmas(self, form: str) -> tuple[str, ...]:
        """Return the lemmas of ``form``, the likeliest first; empty if unknown.

        ``ae``, ``oe`` and ``aa`` are read as letters where that makes a word.
        """
        return next(filter(None, map(self.listed, spellings(form))), ())

    def listed(self, form: str) -> tuple[str, ...]:
        """Return the lemmas of ``form`` as it is spelled; empty if it is not listed."""
        return tuple(dict.fromkeys(entry.lemma for entry in self._words.entries(form)))

    def is_listed(self, form: str) -> bool:
        """Tell whether ``form`` is listed as it is spelled."""
        return bool(self._words.entries(form))

    def far_fetched(self, form: str) -> set[str]:
        """Return those lemmas of ``form`` that it is hardly ever a form of: ``freden``, ``frede``.

        See :func:`strategikort.language.words.far_fetched`.
        """
        for reading in spellings(form):
            entries = self._words.entries(reading)
            if entries:
                # Fortalt, talt: hardly of a verb that is a noun, where another verb has it.
                irregular = {entry.lemma for entry in entries if entry.kind == PLAIN} - {reading}
                verbs = {entry.lemma for entry in entries if entry.kind == "v"}
                other = verbs - irregular if irregular else set()
                return far_fetched(entries, reading) | set(filter(self.is_noun, other))
        return set()

    def are_one_word(self, one: str, other: str) -> bool:
        """Tell whether two forms may be of one word; also where one of them is not listed.

        See :func:`strategikort.language.words.same_word`.
        """
        first, second = (
            next(filter(None, map(self._words.entries, spellings(form))), [])
            for form in (one, other)
        )
        return not (first and second) or same_word(first, second)

    def is_word(self, form: str) -> bool:
        """Tell whether ``form`` is listed, in this or another spelling."""
        return bool(self.lemmas(form))

    def begins_words(self, form: str) -> bool:
        """Tell whether ``form`` begins compounds as it is and is never a word: ``nano``."""
        state = self._words.state(form)
        readings = found(form, state.combining) if state else ()
        return bool(readings) and all(entry.lemma == form for entry in readings)

    def is_verb(self, form: str) -> bool:
        """Tell whether ``form`` may be the infinitive of a verb."""
        return self._is_lemma(form, VERBS)

    def is_infinitive(self, form: str) -> bool:
        """Tell whether ``form`` is a verb that has a present in -r."""
        return self.is_verb(form) and any(
            entry.kind in VERBS and entry.lemma == form for entry in self._words.entries(f"{form}r")
        )

    def listed_classes(self, form: str, of: Container[str] | None = None) -> Iterator[str]:
        """Yield the classes of words that ``form`` may be of, of verbs its form; none for names.

        What it hardly ever is, as an imperative, is left out; so are other lemmas than those
        ``of``, if they are given.
        """
        active = form.removesuffix("s")
        passive = active != form and active not in PLURALS and self.is_infinitive(active)
        for lemma, kind in ((entry.lemma, entry.kind) for entry in self._words.entries(form)):
            if of is not None and lemma not in of:
                continue
            if kind in NOUNS:
                if not passive:  # which is hardly a genitive: løftes
                    yield NOUN
            elif kind == "j":
                yield ADJECTIVE
            elif kind in VERBS and (kind == "v" or self._has_present(lemma)):
                yield from _verb_forms(form, lemma, regular=kind == "v")
            elif kind == PLAIN and (
                form in (f"{lemma}e", f"{lemma}t") or lemma in self.listed(f"{lemma}t")
            ):
                yield ADJECTIVE  # irregular: god, gode; lang

    def _has_present(self, lemma: str) -> bool:
        return any(entry.lemma == lemma for entry in self._words.entries(f"{lemma}r"))

    def is_genitive(self, form: str) -> bool:
        """Tell whether ``form`` is the genitive of a noun or a name, and nothing else."""
        if not form.endswith("s"):
            return False
        bare = self._words.entries(form[:-1])
        own = self._words.entries(form)
        return (
            bool(bare)
            and all(entry.kind in NOUNS | {NAME} for entry in (*bare, *own))
            and all(entry.lemma != form for entry in own)
        )

    def is_uninflected(self, form: str) -> bool:
        """Tell whether ``form`` is a word that is never inflected.

        A verb has no kind of inflection either where it is irregular, but it has a present.
        """
        present = self._words.entries(f"{form}r")
        verb = any(entry.kind == PLAIN and entry.lemma == form for entry in present)
        return not verb and self._is_lemma(form, {PLAIN})

    def has_inflection(self, form: str) -> bool:
        """Tell whether ``form`` is listed as a word that is inflected.

        Names are not, nor most words that are borrowed as they are: ``science``, ``big``.
        """
        return any(entry.kind not in (PLAIN, NAME) for entry in self._words.entries(form))

    def is_only_name(self, form: str) -> bool:
        """Tell whether ``form`` is listed as a name and nothing else."""
        entries = self._words.entries(form)
        return bool(entries) and all(entry.kind == NAME for entry in entries)

    def is_noun(self, form: str) -> bool:
        """Tell whether ``form`` is the dictionary form of a noun."""
        return self._is_lemma(form, NOUNS)

    def _is_lemma(self, form: str, kinds: Set[str]) -> bool:
        return any(
            entry.kind in kinds and entry.lemma == form for entry in self._words.entries(form)
        )


def _verb_forms(form: str, lemma: str, *, regular: bool) -> Iterator[str]:
    """Yield which forms of a verb ``form`` may be; none for an imperative and a noun in -en."""
    if form in (lemma, f"{lemma}s"):
        yield VerbForm.INFINITIVE
    imperative = lemma in (f"{form}e", f"{form}{form[-1]}e")
    if form in (f"{lemma}r", f"{lemma}s"):
        yield VerbForm.PRESENT
    elif not imperative and (
        form.endswith(_PARTICIPLES) if regular else form not in (lemma, f"{lemma}n")
    ):
        yield VerbForm.PARTICIPLE


def only_class(classes: Set[str]) -> str | None:
    """Return the one class among ``classes``; None if there are several, or none.

    A participle is an adjective as well, but always of its verb.
    """
    found = {VERB if one in VERB_FORMS else one for one in classes}
    if VerbForm.PARTICIPLE in classes:
        found.discard(ADJECTIVE)
    return next(iter(found)) if len(found) == 1 else None
