"""The words that a text is found by in programs that know less Danish: lemmas and parts."""

from __future__ import annotations

from collections.abc import Iterator

from strategikort.language.fold import fold
from strategikort.language.lexicon import Lexicon
from strategikort.language.stopwords import is_stop_word
from strategikort.language.suspended import suspended
from strategikort.language.tokens import joined, tokenize


class SearchWords:
    """Looks the words of texts up in the dictionary, each word once."""

    def __init__(self) -> None:
        self._lexicon = Lexicon.open()

    def of(self, text: str) -> list[str]:
        """Return the lemmas of the words of ``text`` and the parts of its compounds, each once.

        Function words are left out.  Completed halves are among them: ``forsyningskæde`` for
        ``forsynings- og værdikæder``.
        """
        tokens = tokenize(text)
        words = [token.text for token in tokens]
        words += [word for _, _, word in joined(text, tokens)]
        words += [word for _, word in suspended(text, tokens, self._lexicon)]
        found: dict[str, None] = {}
        for word in words:
            found.update(dict.fromkeys(self._known(word)))
        return [word for word in found if not is_stop_word(word)]

    def in_every_spelling(self, text: str) -> str:
        """Return the same in one text, with the words as they are typed without æ, ø and å."""
        found = self.of(text)
        plain = [*plain_spellings(text), *plain_spellings(" ".join(found))]
        return " ".join(dict.fromkeys([*found, *plain]))

    def _known(self, word: str) -> Iterator[str]:
        analysis = self._lexicon.analyze(word)
        yield from analysis.lemmas
        yield from analysis.parts
        yield from analysis.groups


def plain_spellings(text: str) -> list[str]:
    """Return the words of ``text`` that have Danish letters, spelt without: ``forsyningskaede``."""
    words = (token.text.lower() for token in tokenize(text))
    return list(dict.fromkeys(fold(word) for word in words if not word.isascii()))
