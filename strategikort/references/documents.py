"""Documents as people cite them: by title, publisher, date and number, in any order.

``Regeringen (2023), Udenrigs- og sikkerhedspolitisk strategi``, ``Udenrigsministeriet, 2024``,
``Rådet for Den Europæiske Union (2022). Rådets konklusioner om EU's digitale diplomati, 11406/22``.
What is told of a document is taken off the beginning of a citation, piece by piece; the documents
of which most is told are meant, and what is left names a place in them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from strategikort.citation.dates import danish_date
from strategikort.index.storage.namekeys import name_key
from strategikort.index.storage.names import Imprint, Names
from strategikort.language.months import MONTHS
from strategikort.references.saying import is_type
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

_HEAD = re.compile(r"(\w+e[tn]) for \w")
"""A publisher that is told by what it is: the Council, the Agency for something."""
_BODY = re.compile(r"(?<=\w)(ministeriet|styrelsen|direktoratet|tilsynet|nævnet)$")
"""What the last letter of a short name stands for: Udenrigsministeriet, UM."""
_WHOLE_DATE = 10
"""Signs of a date whose day is known."""

_GOVERNMENT = ("regeringen",)
"""The words of who has all ministries."""
_DANISH_GOVERNMENT = ("danske", "regering")

_NAME, _HIDDEN, _PUBLISHER, _PARTY, _DATE = "name", "hidden", "publisher", "party", "date"
_SUPPLIED = "supplied"
"""A title that means something else unless it stands in brackets: ``[svar], 2024``."""

_OWNER = "owner"
"""Whose a document is by its title, where nobody is known to have published it."""

_WHO = (_PUBLISHER, _PARTY)
_RULER = "ruler"
"""The government, of what one of its ministries published."""
_ARTICLES = frozenset(("den", "det", "de"))
_OWNED = re.compile(r"((?:\w+ ){0,3}?\w{4,})(?<!s)s (?=\w)")
"""How a title begins that says so: Det Radikale Venstres Principprogram."""


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
    """Finds documents by what is told of them; ``single`` knows those that are described."""

    def __init__(self, names: Names, single: Single) -> None:
        self._names = names
        self._single = single
        self._known: dict[str, list[_Told]] = {}

    def find(self, text: str) -> DocumentCitation | None:
        """Return the documents that the beginning of ``text`` cites; None if it cites none."""
        words = text.split()
        plain = tuple(map(_plain, words))
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

    def published_by(self, name: str) -> list[str]:
        """Return the documents that ``name`` has published, alone or with others."""
        return list(self._of_parties.get(_party(name), ()))

    def spoken_by(self, name: str) -> frozenset[str]:
        """Return the documents in which one may speak: a ministry also in its government's."""
        return self._of_speakers.get(_party(name), frozenset())

    @cached_property
    def _of_parties(self) -> dict[tuple[str, ...], dict[str, None]]:
        """The documents by the names of those who published them."""
        found: dict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
        for document, imprint in self._imprints.items():
            for name in _parties(imprint.publisher):
                found[_party(name)][document] = None
        return found

    @cached_property
    def _of_speakers(self) -> dict[tuple[str, ...], frozenset[str]]:
        """The documents by those who speak in them."""
        found = {party: {*published} for party, published in self._of_parties.items()}
        alone = {
            document
            for document in found.get(_GOVERNMENT, ())
            if _words(self._imprints[document].publisher) == _GOVERNMENT
        }
        for document, imprint in self._imprints.items():
            if _is_of_ministry(imprint.publisher):
                found.setdefault(_GOVERNMENT, set()).add(document)
        for party, documents in found.items():
            if party[-1].endswith("ministeriet"):
                documents |= alone
        return {party: frozenset(documents) for party, documents in found.items()}

    @cached_property
    def _imprints(self) -> dict[str, Imprint]:
        return self._names.imprints()

    @cached_property
    def _published(self) -> dict[str, list[str]]:
        """The documents by the words that the names of their publishers begin with."""
        of_publisher: dict[str, list[str]] = defaultdict(list)
        found: dict[str, list[str]] = defaultdict(list)
        for document, imprint in self._imprints.items():
            of_publisher[imprint.publisher].append(document)
            for owner in _owners(imprint):
                found[_words(owner)[0]].append(document)
            if _is_of_ministry(imprint.publisher):
                found[_GOVERNMENT[0]].append(document)
                found[f"{_GOVERNMENT[0]}s"].append(document)
        for publisher, documents in of_publisher.items():
            for first in {_words(party)[0] for party in _parties(publisher)}:
                found[first] += documents
                found[f"{first}s"] += documents
        return found

    def _beginning(self, words: Sequence[str], plain: Sequence[str]) -> list[str]:
        """Return the documents of which the beginning of a citation may tell something."""
        if not plain or not plain[0]:
            return []
        found = [*self._names.documents_beginning(plain[0]), *self._published.get(plain[0], ())]
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
                _Told(_words(text), what)
                for text, what in _sayings(document, self._imprints[document], self._names)
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
    yield from ((owner, _OWNER) for owner in _owners(imprint))
    yield imprint.publisher, _PUBLISHER
    for party in _parties(imprint.publisher):
        yield party, _PARTY
    if _is_of_ministry(imprint.publisher):
        yield _GOVERNMENT[0], _RULER


def _is_of_ministry(publisher: str) -> bool:
    return any(name.endswith("ministeriet") for name in _parties(publisher))


def _owners(imprint: Imprint) -> Iterator[str]:
    """Yield whose a document without a publisher is, if its title says so."""
    owned = _OWNED.match(imprint.title) if not imprint.publisher else None
    if owned and not is_type(_words(owned[1])[-1]):
        yield owned[1]


def _party(name: str) -> tuple[str, ...]:
    """Return the words of a publisher as they are compared: without an article in front."""
    words = _words(name)
    words = words[1:] if len(words) > 1 and words[0] in _ARTICLES else words
    return _GOVERNMENT if words == _DANISH_GOVERNMENT else words


def publishers(together: str) -> list[str]:
    """Return those who have published something together, each by the name in full."""
    return list(map(str.strip, re.split(r"[/,]", together)))


def _parties(publisher: str) -> list[str]:
    """Return the one or several who publish, and all of them together, with their short names."""
    names = [publisher.strip(), *publishers(publisher)]
    names += [short for name in names for short in _short_names(name)]
    return [name for name in dict.fromkeys(names) if _words(name)]


def _short_names(name: str) -> Iterator[str]:
    """Yield what a publisher is called for short: UM, KEFM; Rådet (for …), Styrelsen (for …)."""
    head = _HEAD.match(name)
    if head:
        yield head[1]
    words = re.findall(r"\w+", name)
    initials = "".join(word[0] for word in words if word[0].isupper())
    body = _BODY.search(words[-1]) if words else None
    initials += body[1][0].upper() if body else ""
    if len(initials) > 1:
        yield initials


def _words(text: str) -> tuple[str, ...]:
    return tuple(filter(None, map(_plain, text.split())))


def _owns(name: Sequence[str], said: Sequence[str]) -> bool:
    """Tell whether ``said`` begins with ``name`` in the genitive: ``Vejle Kommunes klimaplan``."""
    return " ".join(said[: len(name)]) == f"{' '.join(name)}s"


def _plain(word: str) -> str:
    return name_key(word).strip("*_.,:;")
