"""Which documents a text names by their titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from strategikort.model import Document, Section

_QUOTES = ('"', "”", "“", "„", "»", "«", "’", "'")
_ENDINGS = ("", "n", "en", "et", "er", "r", "s")


class Titles:
    """The titles of documents, ready to be looked for.

    Shorter titles than ``least`` words are no references.  Titles of ``plain`` words and more
    are no ordinary phrases; shorter ones must end like one of ``works``, stand in quotation
    marks or have a capital inside a sentence: »børn og unge« is mostly just that.
    """

    def __init__(
        self, documents: Sequence[Document], least: int, plain: int, works: Sequence[str]
    ) -> None:
        self._least = least
        self._plain = plain
        self._works = tuple(work + ending for work in works for ending in _ENDINGS)
        self._patterns: dict[str, re.Pattern[str]] = {}
        # Most texts name few documents: their words tell which of all titles may stand there.
        self._begun: dict[tuple[str, ...], list[Document]] = {}
        for document in documents:
            titles = {document.title, document.short_title}
            words = {title: plain_words(title) for title in titles}
            longest = sorted(
                (title for title in titles if len(words[title]) >= least), key=len, reverse=True
            )
            forms = "|".join(re.escape(title).replace("'", "['’]") for title in longest)
            for title in longest:
                self._begun.setdefault(tuple(words[title][:least]), []).append(document)
                self._patterns[document.id] = re.compile(
                    rf"(?<!\w)(?:{forms})(?!\w)", re.IGNORECASE
                )

    def named(self, section: Section) -> Iterator[tuple[Document, tuple[int, int]]]:
        """Go through the documents that a section names, its own aside, and where it does."""
        text = section.text.text
        words = plain_words(text)
        following = [words[at:] for at in range(self._least)]
        likely = {
            document.id: document
            for begin in dict.fromkeys(zip(*following, strict=False))
            for document in self._begun.get(begin, ())
            if document.id != section.document
        }
        for name, document in likely.items():
            match = next(filter(self._is_title, self._patterns[name].finditer(text)), None)
            if match:
                yield document, match.span()

    def _is_title(self, match: re.Match[str]) -> bool:
        words = plain_words(match[0])
        if len(words) >= self._plain or any(word.endswith(self._works) for word in words):
            return True
        before = match.string[: match.start()].rstrip(" ")
        return before.endswith(_QUOTES) or (match[0][0].isupper() and before[-1:].isalnum())


def plain_words(text: str) -> list[str]:
    """Return the words of a text in small letters, without signs."""
    return re.findall(r"\w+", text.lower())
