"""Which documents a text names by their titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from strategikort.model import Document

_QUOTES = ('"', "”", "“", "„", "»", "«", "’", "'")
_ENDING = r"(?:\w?(?:en|et)|n|t|er|r|(?:er|r)?ne)?s?"
_DEFINITE = r"\w?e[nt]|n|t|ne"
_DASHES = "[-\u2010\u2011\u2013\u2014]"
_BEGIN = 2
"""Words by which titles are looked for."""

_PARTED = re.compile(r":\s+|\s+[\u2013\u2014-]\s+")
"""Between the halves of a title."""
_YEAR_BEHIND = re.compile(r"[^.;:\n]{0,20}?\b((?:19|20)\d{2})\b")

Span = tuple[int, int]


class Works:
    """Words for documents: plans, acts …; ``works`` are those that others end in."""

    def __init__(self, works: Sequence[str]) -> None:
        self._ending = re.compile(rf"(\w*(?:{'|'.join(works)})){_ENDING}")
        self._bases: dict[str, str] = {}
        self._keys: dict[str, str] = {}
        self._last: tuple[str, list[str]] = ("", [])

    def base(self, word: str) -> str:
        """Return the indefinite form of a word for a document; empty for any other word."""
        if word not in self._bases:
            match = self._ending.fullmatch(word)
            self._bases[word] = match[1] if match else ""
        return self._bases[word]

    def keys(self, text: str) -> list[str]:
        """Return the words of a text in small letters, those for documents in the indefinite."""
        if self._last[0] != text:
            words = plain_words(text)
            for word in set(words).difference(self._keys):
                self._keys[word] = self.base(word) or word
            self._last = text, [self._keys[word] for word in words]
        return self._last[1]

    def form(self, word: str) -> str:
        """Return a pattern for a word, with its definite form if it is one for a document."""
        base = self.base(word.lower())
        if not base:
            return re.escape(word)
        own = re.escape(word[len(base) :])
        return rf"{re.escape(word[: len(base)])}(?:{own}(?:{_DEFINITE})?|{_DEFINITE})s?"


class _Found(NamedTuple):
    document: Document
    span: Span


class Titles:
    """The titles of documents, ready to be looked for.

    Shorter titles than ``least`` words are no references, nor are a kind and a year: anybody may
    have a »Boligpolitik 2022-2026«.  Titles of ``plain`` words and more are no ordinary phrases;
    shorter ones must have one of ``works`` in them, stand in quotation marks or have a capital
    inside a sentence: »børn og unge« is mostly just that.  A title that several documents have
    names the one whose year stands behind it, and else none.  So does what stands before or behind
    a colon or a dash in a title, in quotation marks or with a capital inside a sentence, one of
    ``works`` and a year: »Kystdirektoratets strategi 2026-2030«.
    """

    def __init__(
        self, documents: Sequence[Document], least: int, plain: int, works: Sequence[str]
    ) -> None:
        self._plain = plain
        self.works = Works(works)
        self._patterns: dict[str, re.Pattern[str]] = {}
        # Most texts name few documents: their words tell which of all titles may stand there.
        self._begun: dict[tuple[str, ...], list[Document]] = {}
        whole = {title for item in documents for title in (item.title, item.short_title)}
        self._halves: set[tuple[str, ...]] = set()
        for document in documents:
            titles = {document.title, document.short_title}
            halves = set(_PARTED.split(document.title)) - whole
            self._halves |= {tuple(self.works.keys(half)) for half in halves}
            titles |= halves
            words = {title: self.works.keys(title) for title in titles}
            telling = (
                title
                for title, own in words.items()
                if len(own) >= least and not _is_dated_kind(own)
            )
            longest = sorted(telling, key=len, reverse=True)
            forms = "|".join(map(self._form, longest))
            for title in longest:
                begin = tuple(words[title][:_BEGIN])
                self._begun.setdefault(begin, []).append(document)
                self._patterns[document.id] = re.compile(
                    rf"(?<!\w)(?:{forms})(?!\w)", re.IGNORECASE
                )

    def named(self, text: str, own: str) -> Iterator[tuple[Document, Span]]:
        """Go through the documents that a text of the document ``own`` (an id) names, and where."""
        words = self.works.keys(text)
        likely = {
            document.id: document
            for begin in pairwise(words)
            if begin in self._begun
            for document in self._begun[begin]
        }
        every = [
            _Found(document, match.span())
            for name, document in likely.items()
            for match in self._patterns[name].finditer(text)
            if self._is_title(match)
        ]
        for document, span in every:
            if any(
                item.span != span and item.document.id != own and _holds(item.span, span)
                for item in every
            ):
                continue  # the title of a supplement to it
            same = [item for item in every if item.span == span]
            if _is_meant(document, own, same, text):
                yield document, span

    def is_half(self, words: str) -> bool:
        """Say whether some words are but what stands before or behind the colon in a title."""
        keys = (self.works.base(word) or word for word in plain_words(words))
        return tuple(keys) in self._halves

    def _form(self, title: str) -> str:
        """Return a pattern for a title in any form: in the definite, with other dashes."""
        parts = (
            self.works.form(part) if part[:1].isalnum() else _loose(part)
            for part in re.split(r"(\w+)", title)
        )
        return "".join(parts)

    def _is_title(self, match: re.Match[str]) -> bool:
        words = plain_words(match[0])
        before = match.string[: match.start()].rstrip(" ")
        if before.endswith(_QUOTES):
            return True
        of_work = any(map(self.works.base, words))
        named = match[0][0].isupper() and before[-1:].isalnum()
        if self.is_half(match[0]):
            return named and of_work and any(map(str.isdigit, words))
        return named or of_work or len(words) >= self._plain


def _loose(signs: str) -> str:
    """Return a pattern for what stands between words, with any blanks, dashes and quotes."""
    if re.fullmatch(rf"\s?{_DASHES}\s?", signs) and signs != "- ":
        return rf"\s?{_DASHES}\s?"
    return "".join(
        r"\s+"
        if sign.isspace()
        else _DASHES
        if re.fullmatch(_DASHES, sign)
        else "['’]"
        if sign in "'’"
        else re.escape(sign)
        for sign in re.sub(r"\s+", " ", signs)
    )


def _holds(whole: Span, part: Span) -> bool:
    return whole[0] <= part[0] and part[1] <= whole[1]


def _is_meant(document: Document, own: str, same: Sequence[_Found], text: str) -> bool:
    """Say which of several documents of one title is meant: the one of the year behind it."""
    if document.id == own:
        return False
    if len(same) == 1:
        return True
    year = _YEAR_BEHIND.match(text, same[0].span[1])
    dated = [item.document.id for item in same if year and item.document.date[:4] == year[1]]
    return dated == [document.id]


def _is_dated_kind(words: Sequence[str]) -> bool:
    """Say whether a title is but one word and years."""
    return sum(not word.isdigit() for word in words) <= 1


def plain_words(text: str) -> list[str]:
    """Return the words of a text in small letters, without signs."""
    return re.findall(r"\w+", text.lower())
