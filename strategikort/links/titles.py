"""Which documents a text names by their titles or numbers, and which paragraph of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from strategikort.language.months import MONTHS
from strategikort.model import Document, Section

_QUOTES = ('"', "”", "“", "„", "»", "«", "’", "'")
_ENDINGS = ("", "n", "en", "et", "er", "r", "s")
_NUMBER = re.compile(
    rf"\bnr\.? ?(?P<law>\d{{1,5}} af (?:den )?\d{{1,2}}\. (?:{'|'.join(MONTHS)}) \d{{4}})"
    r"|\((?:EU|EF|EØF)\) (?:nr\. ?)?(?P<act>\d{1,4}/\d{1,4})(?!\d)"
    r"|\b(?P<old>\d{2,4}/\d{1,4}/(?:EU|EF|EØF))(?!\w)"
)
"""»lov nr. 611 af 4. juni 2019«, »forordning (EU) 2024/1689«, »direktiv 95/46/EF«."""

_OF_ANOTHER = re.compile(r"\bom (?:ændring|gennemførelse|ophævelse) af\b|\bi henhold til\b")
"""Behind this a title has the number of another document."""

_SHORTEST = 6
"""Characters; a shorter number of a document (»12/24«) may be anything."""

_PLACE = r"(?:§+ ?(?P<paragraf>\d+(?: ?[a-z]\b)?)|artikel (?P<artikel>\d+))"
_BEFORE = re.compile(
    rf"{_PLACE}(?:,? (?:stk|nr|litra)\.? ?\w+)*,? i (?:[\w-]+ ){{0,6}}$", re.IGNORECASE
)
_BEHIND = re.compile(rf"(?: om [\w ]{{3,60}}?)?s?,? {_PLACE}", re.IGNORECASE)


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


class Numbers:
    """The numbers of documents, ready to be looked for; one that two of them have names neither."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._documents: dict[str, Document | None] = {}
        own: list[str] = []
        for document in documents:
            title = document.title
            other = _OF_ANOTHER.search(title)
            keys = {
                _key(item)
                for item in _NUMBER.finditer(title, 0, other.start() if other else len(title))
            }
            number = document.number or ""
            if len(number) >= _SHORTEST and re.search(r"\d[/-]", number):
                keys.add(number)
                own.append(re.escape(number))
            for key in keys:
                self._documents[key] = None if key in self._documents else document
        self._own = re.compile(rf"(?<![\w/-])(?:{'|'.join(own)})(?![\w/-])") if own else None

    def named(self, section: Section) -> Iterator[tuple[Document, tuple[int, int]]]:
        """Go through the documents that a section names, its own aside, and where it first does."""
        text = section.text.text
        found = [(_key(match), match.span()) for match in _NUMBER.finditer(text)]
        if self._own:
            found += [(match[0], match.span()) for match in self._own.finditer(text)]
        seen = {section.document}
        for key, span in found:
            document = self._documents.get(key)
            if document is not None and document.id not in seen:
                seen.add(document.id)
                yield document, span


def _key(match: re.Match[str]) -> str:
    return (match[match.lastgroup or 0]).replace("den ", "")


def place_beside(
    text: str, span: tuple[int, int], places: Mapping[tuple[str, str], Section]
) -> Section | None:
    """Return the paragraph or article of a document that is named beside it: ``§ 3 i lov nr. 5``.

    ``span`` is where the document is named, ``places`` are its sections by kind and number.
    """
    match = _BEFORE.search(text, max(0, span[0] - 120), span[0]) or _BEHIND.match(text, span[1])
    if match is None:
        return None
    kind = "paragraf" if match["paragraf"] else "artikel"
    return places.get((kind, match[kind]))
