"""Who has published the documents, and what each of them is called."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from strategikort.index.storage.namekeys import name_key
from strategikort.index.storage.names import Imprint, Names
from strategikort.references.saying import is_type

GOVERNMENT = ("regeringen",)
"""The words of who has all ministries."""
_DANISH_GOVERNMENT = ("danske", "regering")

_HEAD = re.compile(r"(\w+e[tn]) for \w")
"""A publisher that is told by what it is: the Council, the Agency for something."""
_BODY = re.compile(r"(?<=\w)(ministeriet|styrelsen|direktoratet|tilsynet|nævnet)$")
"""What the last letter of a short name stands for: Udenrigsministeriet, UM."""
_ARTICLES = frozenset(("den", "det", "de"))
_OWNED = re.compile(r"((?:\w+ ){0,3}?\w{4,})(?<!s)s (?=\w)")
"""How a title begins that says so: Det Radikale Venstres Principprogram."""


class Publishers:
    """Knows who has published which documents; ``imprints`` are theirs, by their ids."""

    def __init__(self, names: Names) -> None:
        self._names = names

    @cached_property
    def imprints(self) -> dict[str, Imprint]:
        """Who published each document, when, and what it is called."""
        return self._names.imprints()

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
        for document, imprint in self.imprints.items():
            for name in parties_of(imprint.publisher):
                found[_party(name)][document] = None
        return found

    @cached_property
    def _of_speakers(self) -> dict[tuple[str, ...], frozenset[str]]:
        """The documents by those who speak in them."""
        found = {party: {*published} for party, published in self._of_parties.items()}
        alone = {
            document
            for document in found.get(GOVERNMENT, ())
            if plain_words(self.imprints[document].publisher) == GOVERNMENT
        }
        for document, imprint in self.imprints.items():
            if is_of_ministry(imprint.publisher):
                found.setdefault(GOVERNMENT, set()).add(document)
        for party, documents in found.items():
            if party[-1].endswith("ministeriet"):
                documents |= alone
        return {party: frozenset(documents) for party, documents in found.items()}

    @cached_property
    def by_first_word(self) -> dict[str, list[str]]:
        """The documents by the words that the names of their publishers begin with."""
        of_publisher: dict[str, list[str]] = defaultdict(list)
        found: dict[str, list[str]] = defaultdict(list)
        for document, imprint in self.imprints.items():
            of_publisher[imprint.publisher].append(document)
            for owner in owners_of(imprint):
                found[plain_words(owner)[0]].append(document)
            if is_of_ministry(imprint.publisher):
                found[GOVERNMENT[0]].append(document)
                found[f"{GOVERNMENT[0]}s"].append(document)
        for publisher, documents in of_publisher.items():
            for first in {plain_words(party)[0] for party in parties_of(publisher)}:
                found[first] += documents
                found[f"{first}s"] += documents
        return found


def is_of_ministry(publisher: str) -> bool:
    """Tell whether a ministry has published something, alone or with others."""
    return any(name.endswith("ministeriet") for name in parties_of(publisher))


def owners_of(imprint: Imprint) -> Iterator[str]:
    """Yield whose a document without a publisher is, if its title says so."""
    owned = _OWNED.match(imprint.title) if not imprint.publisher else None
    if owned and not is_type(plain_words(owned[1])[-1]):
        yield owned[1]


def _party(name: str) -> tuple[str, ...]:
    """Return the words of a publisher as they are compared: without an article in front."""
    words = plain_words(name.replace("-", " "))
    words = words[1:] if len(words) > 1 and words[0] in _ARTICLES else words
    return GOVERNMENT if words == _DANISH_GOVERNMENT else words


def publishers(together: str) -> list[str]:
    """Return those who have published something together, each by the name in full."""
    return list(map(str.strip, re.split(r"[/,]", together)))


def parties_of(publisher: str) -> list[str]:
    """Return the one or several who publish, and all of them together, with their short names."""
    names = [publisher.strip(), *publishers(publisher)]
    names += [short for name in names for short in _short_names(name)]
    return [name for name in dict.fromkeys(names) if plain_words(name)]


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


def plain_words(text: str) -> tuple[str, ...]:
    """Return the words of a name as they are compared."""
    return tuple(filter(None, map(plain_word, text.split())))


def plain_word(word: str) -> str:
    """Return a word as it is compared: folded, without the signs around it."""
    return name_key(word).strip("*_.,:;")
