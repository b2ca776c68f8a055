"""Documents as people cite them: by title, publisher, date and number, in any order.

``Regeringen (2023), Udenrigs- og sikkerhedspolitisk strategi``, ``Udenrigsministeriet, 2024``,
``Rådet for Den Europæiske Union (2022). Rådets konklusioner om EU's digitale diplomati, 11406/22``.
What is told of a document is taken off the beginning of a citation, piece by piece; the documents
of which most is told are meant, and what is left names a place in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from strategikort.citation.dates import danish_date
from strategikort.index.storage.namekeys import name_key
from strategikort.index.storage.names import Imprint, Names
from strategikort.language.months import MONTHS
from strategikort.references.publishers import (
    GOVERNMENT,
    Publishers,
    is_of_ministry,
    owners_of,
    parties_of,
    plain_word,
    plain_words,
)
from strategikort.references.single import Single

_JOINS = frozenset(("&", "og", "and", "af", "fra", "-", "–", "—"))
"""Words between two things that are told of a document."""

_BY = frozenset(("af", "fra"))
"""Words in front of who published a document."""

_PARTED = re.compile(r"[,.:)\]»«”“\"*_]$")
"""How a word ends behind which something else may begin."""

_DATED = re.compile(rf"\d{{4}}\b|(?:\d+ )?(?:{'|'.join(MONTHS)})\b")
_LETTERED_YEAR = re.compile(r"(\d{4}|uaa)(?:\.?-)?[a-z]")
"""2024a, u.å.-a: what one publisher has from one year is told apart so."""

_OTHER_YEAR = re.compile(r"\W*(?:19|20)\d\d(?![\w-])")
_MOST_WORDS = 8
"""Words that describe a document, at most."""

_WHOLE_DATE = 10
"""Signs of a date whose day is known."""

_NAME, _HIDDEN, _PUBLISHER, _PARTY, _DATE = "name", "hidden", "publisher", "party", "date"
_SUPPLIED = "supplied"
"""A title that means something else unless it stands in brackets: ``[svar], 2024``."""

_OWNER = "owner"
"""Whose a document is by its title, where nobody is known to have published it."""

_WHO = (_PUBLISHER, _PARTY)
_RULER = "ruler"
"""The government, of what one of its ministries published."""


class DocumentCitation(NamedTuple):
    """The documents of which a citation tells the same, and what else it says.

    ``others`` may be meant as well, where ``documents`` are meant rather: what a ministry
    published with others, where something is its own.  ``by_name``: they are not only told by
    publisher and date.
    """

    documents: tuple[str, ...]
    others: tuple[str, ...] = ()
    rest: str = ""
    by_name: bool = False


class _Told(NamedTuple):
    """Something told of a document: its words as they are compared, and how it names it."""

    words: tuple[str, ...]
    what: str


class CitedDocuments:
    """Finds documents by what is told of them; ``single`` knows those that are described.

    ``publishers`` are who published them.
    """

    def __init__(self, names: Names, single: Single) -> None:
        self._names = names
        self._single = single
        self.publishers = Publishers(names)
        self._known: dict[str, list[_Told]] = {}

    def find(self, text: str) -> DocumentCitation | None:
        """Return the documents that the beginning of ``text`` cites; None if it cites none."""
        words = text.split()
        plain = tuple(map(plain_word, words))
        taken = {name: self._taken(words, plain, name) for name in self._beginning(words, plain)}
        most = max((count for count, _ in taken.values()), default=0)
        found = {name: what for name, (count, what) in taken.items() if most and count == most}
        named = [name for name, what in found.items() if _names(what)]
        # A publisher of but one document names it.
        named = named or (
            [name for name in found if found[name] != {_OWNER}] if len(found) == 1 else []
        )
        rest = " ".join(words[most:])
        begins = self._single.written.begins_place(" ".join(plain[most : most + 2]))
        apart = not rest or rest[0] == "(" or begins or _PARTED.search(words[most - 1])
        if not named or not apart or _OTHER_YEAR.match(rest):
            return None
        first = tuple(name for name in named if not _is_shared(found[name]))
        others = tuple(name for name in named if name not in first)
        rest = rest.lstrip("-–—,.: ")
        by_name = all(_is_name(found[name]) for name in named)
        return (
            DocumentCitation(first, others, rest, by_name)
            if first
            else DocumentCitation(others, (), rest, by_name)
        )

    def _beginning(self, words: Sequence[str], plain: Sequence[str]) -> list[str]:
        """Return the documents of which the beginning of a citation may tell something."""
        if not plain or not plain[0]:
            return []
        found = [
            *self._names.documents_beginning(plain[0]),
            *self.publishers.by_first_word.get(plain[0], ()),
        ]
        described = self._described(words, plain, 0)[1]
        return [*dict.fromkeys((*found, described) if described else found)]

    def _taken(
        self, words: Sequence[str], plain: Sequence[str], document: str
    ) -> tuple[int, set[str]]:
        """Return how many words tell something of a document, and what they tell."""
        at = 0
        what: set[str] = set()
        while at < len(plain):
            # A title that is cut short ends in »…«, which is no word.
            start = at + 1 if at and (plain[at] in _JOINS or not plain[at]) else at
            count, told = self._piece(words, plain, start, document)
            if not count:
                break
            at = start + count
            what.add(told)
        return at, what

    def _piece(
        self, words: Sequence[str], plain: Sequence[str], at: int, document: str
    ) -> tuple[int, str]:
        """Return how many words from ``at`` on tell one thing of a document, and what."""
        if at >= len(plain):
            return 0, ""
        told = self._told(document)
        for item in told:
            said = tuple(plain[at : at + len(item.words)])
            if said == item.words and (item.what != _SUPPLIED or words[at].startswith("[")):
                return len(item.words), item.what
        year = _LETTERED_YEAR.fullmatch(plain[at])
        if year and _Told((year[1],), _DATE) in told:
            return 1, _DATE
        count, described = self._described(words, plain, at)
        if described == document:
            return count, _NAME
        owners = (
            item for item in told if item.what in (*_WHO, _RULER) and _owns(item.words, plain[at:])
        )
        owner = next(owners, None)
        return (len(owner.words), owner.what) if owner else (0, "")

    def _described(
        self, words: Sequence[str], plain: Sequence[str], at: int
    ) -> tuple[int, str | None]:
        """Return the words from ``at`` to where something else may begin; what they describe."""
        last = at
        while last < min(len(words), at + _MOST_WORDS):
            if words[last][0] == "(" or _DATED.match(" ".join(plain[last : last + 2])):
                break
            last += 1
            if _PARTED.search(words[last - 1]):
                break
        while last > at and plain[last - 1] in _JOINS:
            last -= 1
        name = " ".join(plain[at:last])
        # Behind what is told already, a word for a kind begins a place.
        if not name or (at and " " not in name and self._single.written.kind(name)):
            return 0, None
        found = self._single.document(name)
        by = [place for place in range(at + 1, last) if plain[place] in _BY]
        if found is None and by:
            # Who published it follows: memoet fra Center for Militære Studier.
            last, found = by[0], self._single.document(" ".join(plain[at : by[0]]))
        return last - at, found

    def _told(self, document: str) -> list[_Told]:
        """Return what may be told of a document, the longest first."""
        known = self._known.get(document)
        if known is None:
            said = [
                _Told(plain_words(text), what)
                for text, what in _sayings(
                    document, self.publishers.imprints[document], self._names
                )
            ]
            known = sorted(filter(lambda item: item.words, said), key=lambda item: -len(item.words))
            self._known[document] = known
        return known


def _is_name(what: set[str]) -> bool:
    return not what.isdisjoint((_NAME, _HIDDEN, _SUPPLIED))


def _names(what: set[str]) -> bool:
    """Say whether so much names a document: its name, or its publisher and its date."""
    return _is_name(what) or (_DATE in what and len(what) > 1)


def _is_shared(what: set[str]) -> bool:
    """Say whether more than this document may be meant: it is one's own before it is of several."""
    return _HIDDEN in what or (not what.isdisjoint((_PARTY, _RULER)) and _PUBLISHER not in what)


def _sayings(document: str, imprint: Imprint, names: Names) -> Iterator[tuple[str, str]]:
    """Yield what may be said of a document, and what each is."""
    for name in (document, imprint.title, imprint.short_title, imprint.number):
        meant = names.documents(name_key(name)) if name else []
        # A title that means something else without the document does not name it.
        if meant:
            yield name, _NAME if document in meant else _HIDDEN
        elif name:
            yield name, _SUPPLIED
    main, colon, _ = imprint.title.partition(": ")
    if colon and " " in main:
        yield main, _NAME
    for called in names.called(document):
        yield called, _NAME
    for title in (imprint.title, imprint.short_title):
        main, _, rest = title.partition(": ")
        if rest and " " in main and names.documents(name_key(main)) in ([], [document]):
            yield main, _NAME
    date = danish_date(imprint.date)  # »u.å.« for none
    yield date, _DATE
    if len(imprint.date) == _WHOLE_DATE:
        year, month, day = imprint.date.split("-")
        yield f"{day}/{month}/{year}", _DATE
        yield f"{int(day)}/{int(month)}/{year}", _DATE
    for said in (imprint.date, imprint.date[:7], imprint.date[:4]):
        if said:
            yield said, _DATE
            yield danish_date(said), _DATE
    if imprint.date:
        yield f"{imprint.date[:4]} {date.removesuffix(imprint.date[:4])}", _DATE
    for said in (imprint.number, imprint.record, *imprint.record.split(",")):
        if not said.strip().isdecimal():
            yield said, _DATE
    yield from ((owner, _OWNER) for owner in owners_of(imprint))
    yield imprint.publisher, _PUBLISHER
    for party in parties_of(imprint.publisher):
        yield party, _PARTY
    if is_of_ministry(imprint.publisher):
        yield GOVERNMENT[0], _RULER


def _owns(name: Sequence[str], said: Sequence[str]) -> bool:
    """Tell whether ``said`` begins with ``name`` in the genitive: ``Vejle Kommunes klimaplan``."""
    return " ".join(said[: len(name)]) == f"{' '.join(name)}s"
