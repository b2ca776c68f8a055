"""References as people type them: ids, kinds, numbers and names, in any spelling.

What is understood, in this order: an id or a path (``rk/6/3``, ``rk 6 3``, ``uss``), a kind
(``pejlemærker``, ``tech faktabokse``), a kind and a number or a name (``pejlemærke 3``, ``3.
pejlemærke``, ``partnerskab japan``), a title (``Afrika``).  A typing error in a word is taken
for the one name that is close to it, and said; a number or a document's id never is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from strategikort.catalog.words import KindWords
from strategikort.errors import (
    AmbiguousReferenceError,
    StrategikortError,
    UnknownReferenceError,
)
from strategikort.index.store import SectionName
from strategikort.language.fold import fold

_SHOWN = 8
"""How many candidates a message names."""

_LENGTH = 200
"""Characters; nothing that names a section is longer."""

_ORDINAL = re.compile(r"(\d+(?:\.\d+)*)\. (.+)")
_NUMBER = re.compile(r"(?:nr\.? )?(\d+(?:\.\d+)*)\.?")
_ITEM = re.compile(r"(.+?),? (\d+)\. (\S+)")
_ENDINGS = ("erne", "ene", "ne", "et", "en", "t", "n")
_FILLERS = re.compile(r"\b(?:om|med|nr|nummer|det|den)\b\.?")


class Resolution(NamedTuple):
    """What a reference names: section ids in reading order.

    ``document`` is set when a whole document was named.  ``taken_for`` is what a misspelt
    reference was taken for.
    """

    ids: tuple[str, ...]
    document: str | None = None
    taken_for: str | None = None


def key(text: str) -> str:
    """Return the spelling in which references are compared."""
    return " ".join(fold(word) for word in text.replace("»", "").replace("«", "").split())


class Resolver:
    """Knows every name in a collection."""

    def __init__(
        self,
        names: Sequence[SectionName],
        kind_words: KindWords,
        documents: Mapping[str, str],
    ) -> None:
        self._names = names
        self._documents = {key(document): document for document in documents}
        self._document_titles = {key(title): document for document, title in documents.items()}
        self._kinds = {
            key(word): kind for kind, words in kind_words.names.items() for word in (kind, *words)
        }
        self._words = {key(word): word for words in kind_words.names.values() for word in words}

    @cached_property
    def _by_id(self) -> dict[str, str]:
        ids = {key(name.id): name.id for name in self._names}
        for name in self._names:
            for alias in name.aliases:
                ids.setdefault(key(alias), name.id)
        return ids

    @cached_property
    def _by_title(self) -> dict[str, list[str]]:
        titles: dict[str, list[str]] = {}
        for name in self._names:
            titles.setdefault(key(name.title), []).append(name.id)
        return titles

    def document(self, name: str) -> str | None:
        """Return the id of the document that ``name`` means, or None."""
        asked = key(name)
        return self._documents.get(asked) or self._document_titles.get(asked)

    def kind(self, word: str) -> str | None:
        """Return the kind that ``word`` names, or None."""
        return self._kind(key(word))

    def _kind(self, word: str) -> str | None:
        """Return the kind of a compared word, also in the definite form or cut short (kap.)."""
        word = word.rstrip(".,:")
        if word in self._kinds:
            return self._kinds[word]
        for ending in _ENDINGS:
            stem = word.removesuffix(ending)
            if stem != word and stem in self._kinds:
                return self._kinds[stem]
        return None

    def exactly(self, reference: str) -> tuple[str, ...]:
        """Return the ids that ``reference`` names, without correcting it; none if it names none.

        A document's id names the document, not a section, and gives none.
        """
        asked = key(reference) if len(reference) <= _LENGTH else ""
        found = self._lookup(asked) if asked else None
        if isinstance(found, Resolution):
            return () if found.document else found.ids
        return tuple(found or ())

    def resolve(self, reference: str) -> Resolution:
        """Return what ``reference`` names.

        Raises ``UnknownReferenceError`` with the nearest real names, or
        ``AmbiguousReferenceError`` with the candidates.
        """
        if len(reference) > _LENGTH:
            raise StrategikortError(
                f"Henvisningen er på {len(reference)} tegn; så lange henvisninger findes ikke.",
                "Skriv fx »rk 6« eller »pejlemærke 3«.",
                code="bad_reference",
            )
        asked = key(reference)
        if not asked:
            raise StrategikortError(
                "Henvisningen er tom.",
                "Skriv fx »rk 6« eller »pejlemærke 3«.",
                code="bad_reference",
            )
        found = self._lookup(asked)
        if found is not None:
            return self._single(reference, found)
        corrected = self._correct(asked)
        if corrected is not None:
            found = self._lookup(corrected)
            if found is not None:
                found = self._single(reference, found)
                return Resolution(found.ids, found.document, taken_for=self._shown(corrected))
        raise UnknownReferenceError(
            f"»{reference.strip()}« findes ikke i samlingen.",
            "Se, hvad der findes, med strategikort dokumenter og strategikort dokumenter ID.",
            candidates=self._nearest(asked),
        )

    def _single(self, reference: str, found: Resolution | list[str]) -> Resolution:
        if isinstance(found, Resolution):
            return found
        if len(found) > 1:
            raise AmbiguousReferenceError(
                f"»{reference.strip()}« kan være {len(found)} forskellige afsnit.",
                "Skriv id'et på det, du mener.",
                candidates=found,
            )
        return Resolution(tuple(found))

    def _lookup(self, asked: str) -> Resolution | list[str] | None:
        """Return a resolution, candidates of which only one can be meant, or None."""
        document = self.document(asked)
        if document is not None:
            return Resolution(self._all(lambda name: name.document == document), document)
        item = _ITEM.fullmatch(asked)
        kind = self._kind(item[3]) if item else None
        if item and kind is not None:
            above = self._lookup(item[1])
            parents = above.ids if isinstance(above, Resolution) else above or ()
            return self._numbered(kind, item[2], None, parents=frozenset(parents))
        path = "/".join(part.rstrip(".,") for part in asked.replace("/", " ").split())
        for candidate in (asked, path):
            if candidate in self._by_id:
                return Resolution((self._by_id[candidate],))
        first, _, rest = asked.replace("/", " ", 1).partition(" ")
        if first in self._documents and rest:
            found = self._within(rest, self._documents[first])
            if found is not None:
                return found
        return self._within(asked, None)

    def _within(self, asked: str, document: str | None) -> Resolution | list[str] | None:
        kind = self._kind(asked)
        if kind is not None:
            ids = self._of_kind(kind, document)
            return Resolution(ids) if ids else None
        ordinal = _ORDINAL.fullmatch(asked)
        kind = self._kind(ordinal[2]) if ordinal else None
        if ordinal and kind is not None:
            return self._numbered(kind, ordinal[1], document)
        for kind, rest in self._kind_prefixes(asked):
            number = _NUMBER.fullmatch(rest)
            if number:
                return self._numbered(kind, number[1], document)
            named = self._titled(rest, document, kind) or self._titled(
                " ".join(_FILLERS.sub(" ", rest).split()), document, kind
            )
            if named:
                return named
        return self._titled(asked, document, None)

    def _kind_prefixes(self, asked: str) -> Iterator[tuple[str, str]]:
        words = asked.split(" ")
        for count in range(min(len(words) - 1, 3), 0, -1):
            kind = self._kind(" ".join(words[:count]))
            if kind is not None:
                yield kind, " ".join(words[count:])

    def _numbered(
        self,
        kind: str,
        number: str,
        document: str | None,
        *,
        parents: frozenset[str] | None = None,
    ) -> list[str] | None:
        found = [
            name.id
            for name in self._names
            if name.kind == kind
            and name.number == number
            and document in (None, name.document)
            and (parents is None or name.parent in parents)
        ]
        return found or None

    def _titled(self, title: str, document: str | None, kind: str | None) -> list[str] | None:
        found = [
            section_id
            for section_id in self._by_title.get(title, [])
            if document in (None, section_id.split("/", 1)[0])
        ]
        if kind is not None:
            kinds = {name.id: name.kind for name in self._names}
            found = [section_id for section_id in found if kinds[section_id] == kind]
        return found or None

    def _of_kind(self, kind: str, document: str | None) -> tuple[str, ...]:
        return self._all(lambda name: name.kind == kind and document in (None, name.document))

    def _all(self, wanted: Callable[[SectionName], bool]) -> tuple[str, ...]:
        return tuple(name.id for name in self._names if wanted(name))

    def _correct(self, asked: str) -> str | None:
        """Return ``asked`` with its misspelt words put right, if only one way to do it is near."""
        from rapidfuzz.distance import DamerauLevenshtein

        head, tail = _split_number(asked)
        prefix = ""
        first, _, rest = head.replace("/", " ", 1).partition(" ")
        if first in self._documents and rest:
            prefix, head = first + " ", rest
        if len(head) < 4 or any(sign.isdigit() for sign in head):
            return None
        allowed = 1 if len(head) < 8 else 2
        near: dict[str, int] = {}
        for name in self._spellings(self._documents.get(prefix.strip())):
            distance = DamerauLevenshtein.distance(head, name, score_cutoff=allowed)
            if 0 < distance <= allowed:
                near[name] = distance
        if not near:
            return None
        best = min(near.values())
        nearest = [name for name, distance in near.items() if distance == best]
        meant = {self._kinds.get(name, name) for name in nearest}
        return f"{prefix}{nearest[0]}{tail}" if len(meant) == 1 else None

    def _shown(self, corrected: str) -> str:
        """Return a compared spelling with the letters that the name is really written with."""
        head, tail = _split_number(corrected)
        first, _, rest = head.partition(" ")
        if first in self._documents and rest:
            return f"{first} {self._shown(rest)}{tail}"
        if head in self._by_title:
            titles = {name.id: name.title for name in self._names}
            return titles[self._by_title[head][0]] + tail
        return self._words.get(head, head) + tail

    def _spellings(self, document: str | None) -> Iterable[str]:
        yield from self._kinds
        for title, ids in self._by_title.items():
            if any(document in (None, section_id.split("/", 1)[0]) for section_id in ids):
                yield title

    def _nearest(self, asked: str) -> list[str]:
        from rapidfuzz import fuzz, process

        path = asked.replace(" ", "/")
        ids = self._by_id
        scored = process.extract(path, list(ids), scorer=fuzz.ratio, limit=_SHOWN, score_cutoff=60)
        titles = process.extract(
            asked, list(self._by_title), scorer=fuzz.ratio, limit=_SHOWN, score_cutoff=60
        )
        ranked = [(score, ids[spelling]) for spelling, score, _ in scored]
        ranked += [(score, self._by_title[title][0]) for title, score, _ in titles]
        ranked.sort(key=lambda pair: -pair[0])
        return list(dict.fromkeys(section_id for _, section_id in ranked))[:_SHOWN]


def _split_number(asked: str) -> tuple[str, str]:
    match = re.fullmatch(r"(.*?\D)((?: |/)\d+(?:\.\d+)*\.?)?", asked)
    return (match[1], match[2] or "") if match else (asked, "")
