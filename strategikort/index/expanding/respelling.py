"""Unknown words of a query that are read as others before anything is looked for.

Those are two words run together, and misspelt function words: they say how the whole of a query is
to be taken, which what a single word may be misspelt for does not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from strategikort.index.expanding.apart import DIRECTIONS
from strategikort.index.expanding.corrections import Corrections
from strategikort.index.expanding.finder import WordFinder
from strategikort.index.expanding.synonyms import NOTATION, Synonyms
from strategikort.index.expanding.vocabulary import Vocabulary
from strategikort.index.filling.analysis import Analyzer, form_of
from strategikort.index.querying.query import QueryWord
from strategikort.language.compounds import LONGEST
from strategikort.language.spelling import one_error
from strategikort.language.stopwords import FUNCTION_WORDS, JOINING, QUESTIONS, is_stop_word

_RUN = range(5, 41)
"""Letters of a word that may be two run together."""

_LEAST, _LEAST_UNLISTED, _LEAST_OF_TERM, _LEAST_SMALL = 4, 5, 3, 2
"""Letters of each of these, at least: listed, not listed, of a term, and a function word."""

_LISTED, _STANDING, _TERM = 1, 2, 3
"""How likely two words are run together: one of them is only listed, both stand in the texts, or
they belong together."""

_BEFORE = frozenset(
    word for word in (*FUNCTION_WORDS, *QUESTIONS) if len(word) >= _LEAST_SMALL
) - frozenset(("ad", "al", "an", "ca", "da", "jo", "mv", "os", "osv", "pr"))
"""Function words that are run together with what follows, without those that begin other words."""

_FUNCTION = frozenset(word for word in (*FUNCTION_WORDS, *QUESTIONS) if len(word) >= _LEAST)
"""Function words that may be misspelt, in Danish letters."""

_CAPITALS = re.compile(r"(?<=[a-zæøå])(?=[A-ZÆØÅ])|(?<=[A-ZÆØÅ]{2})s?(?=[a-zæøå]{2})")
"""Where a name or an abbreviation in capitals begins or ends in a word."""


class Respelling:
    """Reads the unknown words of queries over one index.

    ``of`` returns what a word is read as: itself if it is known, nothing if that is not known.
    """

    def __init__(
        self,
        vocabulary: Vocabulary,
        analyzer: Analyzer,
        finder: WordFinder,
        synonyms: Synonyms,
        corrections: Corrections,
    ) -> None:
        self._vocabulary = vocabulary
        self._analyzer = analyzer
        self._finder = finder
        self._synonyms = synonyms
        self._corrections = corrections
        self.of = lru_cache(maxsize=1024)(self._read)

    def _read(self, word: str) -> str:
        if len(word) > LONGEST:
            return ""  # what is no word has too many spellings to try
        if self._is_known(word):
            return word
        small = self._function_word(word.lower())
        # A name is no function word misspelt; what asks may begin the query.
        return small if small and (word.islower() or small in QUESTIONS) else self._apart(word)

    def _is_known(self, word: str) -> bool:
        analysis = self._analyzer.word(word)
        joined = _joins_name(word)
        if (analysis.known or analysis.parts or is_stop_word(word)) and not joined:
            return True
        # Asked for as it will be when it is expanded.
        if self._finder.find(QueryWord(word), likely=True).found_by("exact"):
            return True
        of_terms = self._synonyms.of_texts([word])
        return not joined and bool(of_terms or self._corrections.misspelt.typed_plainly(word))

    def _function_word(self, word: str) -> str:
        """Return the function word that an unknown one is but for one error: ``hvornr``."""
        # H and d are silent in these.
        silent = f"h{word}" if f"h{word}" in QUESTIONS else f"{word}d"
        if silent in QUESTIONS or silent in JOINING:
            return silent
        asks = word.startswith("hv")
        if len(word) < _LEAST - asks:
            return ""
        near = sorted(_FUNCTION.intersection(one_error(word)))
        if asks:
            return next(filter(QUESTIONS.__contains__, near), "")
        return near[0] if near and not self._is_misspelt(word) else ""

    def _is_misspelt(self, word: str) -> bool:
        """Tell whether a word may be a listed one, or one of the texts, with an error or two."""
        meant = (near for near in self._corrections.of(word, 2) if not is_stop_word(near))
        return any(self._stands(near) or self._analyzer.word(near).known for near in meant)

    def _apart(self, word: str) -> str:
        """Return the two words that an unknown one is, with a blank between them."""
        if len(word) not in _RUN:
            return ""
        inside = [at for match in _CAPITALS.finditer(word) for at in {*match.span()}]
        if inside and not (_joins_name(word) or word[:2].isupper()):
            return ""  # a name has capitals of its own: OpenAI
        ends = inside or range(_LEAST_SMALL, len(word) - _LEAST_SMALL + 1)
        worth, at = max((self._worth(word[:at], word[at:]), at) for at in ends)
        # An error is likelier than two words that are short, or of which one is nowhere: digtale.
        unsure = not inside and worth < (_STANDING, _LEAST_UNLISTED)
        if not worth or (unsure and self._is_misspelt(word)):
            return ""
        return f"{word[:at]} {word[at:]}"

    def _worth(self, first: str, last: str) -> tuple[int, ...]:
        """Return how likely a word is these two run together; nothing if it is not.

        Of two ways the one with the longer pieces is likelier.
        """
        pieces = [first] * (first.lower() not in _BEFORE) + [last] * (last not in JOINING)
        if not pieces:
            return (_TERM,) if len(first) >= _LEAST_OF_TERM else ()
        standing = [*map(self._stands, pieces)]
        shortest = min(map(len, pieces))
        if len(pieces) == 2:
            if shortest >= _LEAST_OF_TERM and self._are_term(pieces):
                return (_TERM, shortest)
            long = shortest >= _LEAST_UNLISTED or all(standing)
            if first.lower() in DIRECTIONS or not (long and any(standing)):
                return ()
        if not all(map(self._is_word, pieces, standing)):
            return ()
        return (_STANDING if all(standing) else _LISTED, shortest)

    def _are_term(self, pieces: Sequence[str]) -> bool:
        return any(
            item.end - item.start == 2 and item.relation != NOTATION
            for item in self._synonyms.of([*map(QueryWord, pieces)], apart=False)
        )

    def _stands(self, piece: str) -> bool:
        short = piece.removesuffix("s")
        form = form_of(short if short.isupper() else piece)
        return self._vocabulary.form(form) is not None

    def _is_word(self, piece: str, stands: bool) -> bool:
        if piece.removesuffix("s").isupper():
            return stands and len(piece) >= _LEAST_SMALL
        analysis = self._analyzer.word(piece)
        listed = analysis.known or bool(analysis.parts)
        return (listed and len(piece) >= _LEAST) or (stands and len(piece) >= _LEAST_UNLISTED)


def _joins_name(word: str) -> bool:
    """Tell whether a name stands behind a word in small letters: ``medVietnam``."""
    if word.islower() or word.isupper():
        return False
    first, *rest = _CAPITALS.split(word)
    return bool(rest) and (first.islower() or first.lower() in QUESTIONS)
