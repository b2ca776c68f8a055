"""What the word list says of words: their dictionary forms, and which kinds of words they are."""

from __future__ import annotations

from collections.abc import Iterator, Set

from strategikort.language.spelling import spellings
from strategikort.language.words import (
    NAME,
    NOUNS,
    PLAIN,
    VERBS,
    WordList,
    far_fetched,
    same_word,
)


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

    def is_verb(self, form: str) -> bool:
        """Tell whether ``form`` may be the infinitive of a verb."""
        return self._is_lemma(form, VERBS)

    def is_infinitive(self, form: str) -> bool:
        """Tell whether ``form`` is a verb that has a present in -r."""
        return self.is_verb(form) and any(
            entry.kind in VERBS and entry.lemma == form for entry in self._words.entries(f"{form}r")
        )

    def agents_of(self, form: str) -> Iterator[tuple[str, bool]]:
        """Yield who does a thing where that is also its verb, and whether ``form`` is the noun.

        ``form`` is a form of one of the two that the other has not: ``spillere`` gives ``spiller``
        and True, ``spillede`` gives it and False.
        """
        entries = self._words.entries(form)
        nouns = {entry.lemma for entry in entries if entry.kind in NOUNS}
        verbs = {entry.lemma for entry in entries if entry.kind in VERBS}
        if bool(nouns) == bool(verbs):
            return
        for lemma in nouns or {f"{verb}r" for verb in verbs}:
            present = lemma != form and lemma.endswith("er")
            if present and self.is_noun(lemma) and self._is_lemma(lemma[:-1], VERBS):
                yield lemma, bool(nouns)

    def is_inflected_noun(self, form: str) -> bool:
        """Tell whether ``form`` is nothing but a noun in another form.

        Neither the dictionary form nor a genitive.
        """
        entries = self._words.entries(form)
        return (
            bool(entries)
            and not form.endswith("s")
            and all(entry.kind in NOUNS and entry.lemma != form for entry in entries)
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
