"""Which documents a text names for short: ``kommunens varmeplan fra 2022``, ``klimaplanen``.

A kind of document that has a word of its own (``varmeplan``, not ``plan``) names the one of a
collection that fits what stands beside it: its date, its number of years, or whose it is.  What
fits none, or several, names none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Sequence, Set
from typing import NamedTuple

from strategikort.language.months import MONTHS, month_named
from strategikort.links.titles import Works, plain_words
from strategikort.model import Document

Span = tuple[int, int]

_DATED = re.compile(
    r"(?: (?:for|i) [A-ZÆØÅ][\w-]+(?: [Kk]ommune)?)?,?"
    r" (?:fra|af|\((?:[A-ZÆØÅ][\w-]*(?: [\w-]+){0,3}, )?)\s?"
    rf"(?:(?:(?P<day>\d{{1,2}})\. )?(?P<month>{'|'.join(MONTHS)}) )?"
    r"(?P<year>(?:19|20)\d{2})(?!\d)(?!\s?[-–])\)?"
)
_NUMBERED = re.compile(r" (?P<years>(?:19|20)\d{2}(?:\s?[-–/]\s?\d{2,4})?)(?!\d)")
_OWNED_BEHIND = re.compile(r",? (?:for|i|fra) (?P<owner>[A-ZÆØÅ][\w-]+)")
_OWNED_BEFORE = re.compile(
    r"\b(?:(?P<owner>[A-ZÆØÅ][\w-]+) (?:[Kk]ommunes|[Rr]egions)"
    r"|(?P<genitive>[A-ZÆØÅ][\w-]+)['’]?s)"
    r"(?: [a-zæøå]{3,}[et])? $"
)
_INDEFINITE = re.compile(r"\b(?:en|et|ingen|enhver|hver|sin|deres|nye?|kommende) (?:\w+ )?$", re.I)
_PREPOSITIONS = frozenset({"af", "for", "fra", "i", "med", "om", "på", "til", "ved"})
_DEFINITE = re.compile(r"(?:e[nt]|n|ne)s?")
_LAW = re.compile(r"(?:(?:lov)?bekendtgørelse af )?lov om (?P<subject>\w{4,})", re.IGNORECASE)
_LAW_CALLED = re.compile(r"(?:\(|^bekendtgørelse af )(?P<name>\w{3,}lov)(?:en)?\)?$", re.IGNORECASE)
_LAWS = ("lov", "slov", "eslov")
_FAR = 60
"""Characters in front of a name in which its owner stands."""

_PREFIX = 3
"""Letters in front of the word for any document of the kind, at least."""

_OF_ANY = frozenset({"kommune", "region", "regeringen", "staten"})


class _Known(NamedTuple):
    """A document that is known by a short name, and the names of whoever it is of."""

    document: Document
    owners: frozenset[str]
    years: str


class Mention(NamedTuple):
    """A word for a kind of document, with what stands beside it, which ``span`` takes in."""

    span: Span
    base: str
    definite: bool
    owner: str
    years: str
    dated: re.Match[str] | None

    @classmethod
    def read(cls, text: str, span: Span, base: str, *, definite: bool) -> Mention:
        """Read what stands beside the word at ``span``; ``base`` is its indefinite form."""
        start, end = span
        far = max(0, start - _FAR)
        numbered = _NUMBERED.match(text, end)
        after = numbered.end() if numbered else end
        dated = None if numbered else _DATED.match(text, end)
        behind = _OWNED_BEHIND.match(text, after)
        front = None if behind or definite else _OWNED_BEFORE.search(text, far, start)
        if front and front["genitive"] and _DEFINITE.fullmatch(front["genitive"][-2:]):
            front = None  # »Kommunens varmeplan«
        beside = behind or front
        owner = next(filter(None, beside.groups()), "") if beside else ""
        if not (owner or definite) and _INDEFINITE.search(text, far, start):
            return cls(span, base, definite, "", "", None)
        end = max([end, *(found.end() for found in (numbered, dated, behind) if found)])
        start = front.start() if front else start
        return cls(
            (start, end), base, definite, _name(owner), numbered[1] if numbered else "", dated
        )


class ShortNames:
    """The short names of documents, ready to be looked for.

    ``works`` are the words for documents, ``common`` such as anybody has one of each year.
    ``words_of`` gives the words with a capital that stand in a document (an id).
    """

    def __init__(
        self,
        documents: Sequence[Document],
        works: Works,
        common: Set[str],
        words_of: Callable[[str], Set[str]],
    ) -> None:
        self._works = works
        self._words_of = words_of
        self._heads = {item.id: self._head(item.title, common) for item in documents}
        self._known: dict[str, list[_Known]] = {}
        self._laws: dict[str, list[Document]] = {}
        for item in documents:
            head = self._heads[item.id]
            if head:
                years = re.search(rf"(?i:{head}){_NUMBERED.pattern}", item.title)
                known = _Known(item, _owners(item, head), years["years"] if years else "")
                self._known.setdefault(head, []).append(known)
            for name in _laws(item.title):
                self._laws.setdefault(name, []).append(item)
        self._words = self._known.keys() | self._laws.keys()

    def mentions(self, text: str) -> Iterator[Mention]:
        """Go through the words of a text for one of the documents, with what stands beside each."""
        if self._words.isdisjoint(self._works.keys(text)):
            return
        for match in re.finditer(r"\w+", text):
            word = match[0].lower()
            base = self._works.base(word)
            definite = bool(base and _DEFINITE.fullmatch(word[len(base) :]))
            if definite and len(self._laws.get(base, ())) == 1:
                yield Mention(match.span(), base, definite, "", "", None)
            elif base in self._known:
                yield Mention.read(text, match.span(), base, definite=definite)

    def meant(self, mention: Mention, own: Document, told: Container[str]) -> Document | None:
        """Return the document that a mention in ``own`` means, if it is one.

        ``told`` are those (ids) that the whole of ``own`` names beyond doubt.
        """
        laws = self._laws.get(mention.base, ()) if mention.definite else ()
        found = laws if len(laws) == 1 else self._fitting(mention, own, told)
        return found[0] if len(found) == 1 and found[0].id != own.id else None

    def _fitting(self, mention: Mention, own: Document, told: Container[str]) -> Sequence[Document]:
        """Return the documents that fit what stands beside a word for them."""
        known = self._known[mention.base]
        owner, dated = mention.owner, mention.dated
        if owner:
            known = [item for item in known if owner in item.owners]
        if mention.years:
            known = [item for item in known if _same_years(item.years, mention.years)]
        elif dated:
            known = [item for item in known if _is_of(item, dated)]
        elif owner:
            known = [item for item in known if _may_know(own, item.document)]
        elif mention.definite:
            known = [
                item
                for item in known
                if item.document.id in told and self._heads[own.id] != self._heads[item.document.id]
            ]
        else:
            return []
        here = frozenset[str]() if owner else self._words_of(own.id)
        return [
            item.document
            for item in known
            if owner or item.document.id in told or item.owners & here
        ]

    def _head(self, title: str, common: Set[str]) -> str:
        """Return the word for the kind of document in a title, if it is one of its own."""
        for word in plain_words(title):
            if word in _PREPOSITIONS:
                break
            base = self._works.base(word)
            if base and base not in common and self._is_compound(base):
                return base
        return ""

    def _is_compound(self, word: str) -> bool:
        return any(self._works.base(word[at:]) for at in range(_PREFIX, len(word) - 2))


def _laws(title: str) -> list[str]:
    """Return the short names of an act: ``Lov om naturbeskyttelse`` is naturbeskyttelsesloven."""
    called = _LAW_CALLED.search(title)
    if called:
        return [called["name"].lower()]
    match = _LAW.fullmatch(title)
    return [f"{match['subject'].lower()}{ending}" for ending in _LAWS] if match else []


def _owners(document: Document, head: str) -> frozenset[str]:
    """Return the names of whoever a document is of: those in its title, and its publisher."""
    rest = re.split(rf"(?i){head}\w*", document.title, maxsplit=1)[-1]
    return capitals(f"{rest}\n{document.publisher}") - _OF_ANY


def capitals(text: str) -> frozenset[str]:
    """Return the words of a text that have a capital, without a genitive."""
    return frozenset(map(_name, re.findall(r"\b[A-ZÆØÅ][\wæøå-]+", text)))


def _may_know(own: Document, other: Document) -> bool:
    """Say whether a document can speak of another, as far as their years tell."""
    return not (own.date and other.date) or own.date[:4] >= other.date[:4]


def _same_years(one: str, other: str) -> bool:
    return bool(one) and re.findall(r"\d+", one) == re.findall(r"\d+", other)


def _name(word: str) -> str:
    plain = word.casefold()
    return plain[:-1] if plain.endswith("s") and len(plain) > _PREFIX else plain


def _is_of(known: _Known, dated: re.Match[str]) -> bool:
    """Say whether a document is of the date that is said, or is for the years that begin then."""
    date = dated["year"]
    if dated["month"]:
        date += f"-{month_named(dated['month']):02d}"
        date += f"-{int(dated['day']):02d}" if dated["day"] else ""
    return known.document.date.startswith(date) or (
        not dated["month"] and not known.document.date and known.years == date
    )
