"""References as people type them: ids, kinds, numbers and names, in any spelling.

What is understood, in this order: an id or a path (``rk/6/3``, ``rk 6 3``, ``uss``), a kind
(``pejlemærker``, ``tech faktabokse``), a kind and a number or a name (``pejlemærke 3``, ``3.
pejlemærke``, ``partnerskab japan``), a title (``Afrika``); then what is worded as people speak
(``det tredje pejlemærke``, ``prioriteterne i tech-strategien``).  A typing error in a word is taken
for the one name that is close to it, and said; a number or a document's id never is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from strategikort.errors import (
    AmbiguousReferenceError,
    StrategikortError,
    UnknownReferenceError,
)
from strategikort.index.names import Names, name_key
from strategikort.model import Section
from strategikort.saying import (
    PREPOSITIONS,
    counted,
    document_described,
    indefinite,
    last_of,
    numbers,
    with_digits,
)
from strategikort.written import NUMBER, NUMBERED, ORDINAL, Resolution, Written, match

_LENGTH = 200
"""Characters; nothing that names a section is longer."""

_MOST_WORDS = 8
"""Words of a reference that is looked for among others, at most."""


class Named(NamedTuple):
    """The sections that references name, in the order asked for, each once.

    ``taken_for`` says of misspelt references what they were taken for; look at it before you
    cite.
    """

    sections: tuple[Section, ...]
    taken_for: Mapping[str, str]


def overview_of(ids: Sequence[str]) -> str | None:
    """Return the id under which all of several ids lie: ``tech/prioriteter``; None if none is.

    >>> overview_of(["tech/prioriteter/1", "tech/prioriteter/2"])
    'tech/prioriteter'
    """
    if len(ids) < 2:
        return None
    parts = [section_id.split("/") for section_id in ids]
    same = [len(set(step)) == 1 for step in zip(*parts, strict=False)]
    depth = same.index(False) if False in same else len(same)
    return "/".join(parts[0][:depth]) if depth > 1 else None


class Resolver:
    """Resolves references by the names of one store."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._written = Written(names)

    def document(self, name: str) -> str | None:
        """Return the id of the document that ``name`` means, or None."""
        return self._document(name_key(name))

    def kind(self, word: str) -> str | None:
        """Return the kind that ``word`` names, or None."""
        return self._written.kind(name_key(word))

    def exactly(self, reference: str) -> tuple[str, ...]:
        """Return the ids that ``reference`` names, without correcting it; none if it names none.

        A document's id names the document, not a section, and gives none.
        """
        asked = name_key(reference) if len(reference) <= _LENGTH else ""
        found = self._lookup(asked) if asked else None
        if found is None and asked:
            try:
                found = self._several(reference)
            except StrategikortError:
                found = None
        if isinstance(found, Resolution):
            return () if found.document else found.ids
        return tuple(found or ())

    def is_missing(self, query: str) -> bool:
        """Tell whether ``query`` is a numbered place of which there is none: ``pejlemærke 9``.

        Only where places of that kind are numbered here: ``artikel 5`` may be of a treaty.
        """
        asked = name_key(query) if len(query) <= _LENGTH else ""
        if not any(map(numbers, asked.split())) or self.exactly(query):
            return False
        return self._written.is_missing(asked) or self._written.is_missing(with_digits(asked))

    def beside(self, query: str) -> tuple[str, ...]:
        """Return the one id that a numbered reference names with other words beside it.

        ``konklusion tyve digitalt diplomati``; empty if no part of ``query`` names just one.
        """
        words = query.split() if len(query) <= _LENGTH else []
        numbered = [numbers(name_key(word)) for word in words]
        if not any(numbered):
            return ()
        lengths = range(min(len(words) - 1, _MOST_WORDS), 1, -1)
        beginnings = (slice(length) for length in lengths)
        endings = (slice(-length, None) for length in lengths)
        for part in chain(beginnings, endings):
            count = sum(numbered[part])
            ids = self.exactly(" ".join(words[part])) if count else ()
            # »første led i …« is a phrase where »konklusion 6, første led« is a reference.
            if len(ids) == 1 and count >= sum(map(str.isdigit, ids[0].split("/"))):
                return ids
        return ()

    def parted(self, words: Sequence[str]) -> list[str]:
        """Return references made of words that were typed apart: ``rk 6``, ``partnerskab japan``.

        The longest run of words that names something exactly is taken each time.
        """
        references: list[str] = []
        first = 0
        while first < len(words):
            last = next(
                (
                    end
                    for end in range(len(words), first + 1, -1)
                    if self.exactly(" ".join(words[first:end]))
                ),
                first + 1,
            )
            references.append(" ".join(words[first:last]))
            first = last
        return references

    def resolve(self, reference: str) -> Resolution:
        """Return what ``reference`` names.

        Raises ``UnknownReferenceError`` with the nearest real names, or
        ``AmbiguousReferenceError`` with the candidates.
        """
        asked = self._checked(reference)
        found = self._lookup(asked)
        if found is not None:
            return self._single(reference, found)
        several = self._several(reference)
        if several is not None:
            return several
        document = self._document(asked)
        if document is not None:
            return Resolution(tuple(self._names.of_document(document)), document)
        from strategikort.suggestions import correct, nearest

        correction = correct(asked, self._names)
        found = self._lookup(correction.key) if correction else None
        if correction is not None and found is not None:
            return self._single(reference, found)._replace(taken_for=correction.shown)
        raise UnknownReferenceError(
            f"»{reference.strip()}« findes ikke i samlingen.",
            "Se, hvad der findes, med strategikort dokumenter og strategikort dokumenter ID.",
            candidates=nearest(asked, self._names),
        )

    def _several(self, reference: str) -> Resolution | None:
        """Return what a range, a list or a place with pages names; None if it is none of them.

        ``rk 6-9``, ``rk 6, 8 og 12``, ``rk 6, s. 5``.  Pages and lines narrow nothing here.

        Raises ``UnknownReferenceError`` if one of the places does not exist.
        """
        if not re.search(r"\d\s*(?:[-–,;]|og\b)|\d\s+til\s+\d|\b[sl]\.\s*\d", reference):
            return None
        reference = re.sub(r"(?<=\d)\s+til\s+(?=\d)", "-", reference)
        from strategikort.citation.naming import single_names
        from strategikort.citation.places import PlaceSyntaxError, parse_all

        try:
            places = parse_all(reference)
        except PlaceSyntaxError:
            return None
        names = [name for item in places for name in single_names(item)]
        if len(names) < 2 and not any(item.pages or item.lines for item in places):
            return None
        ids = [found for name in names for found in self.resolve(name).ids]
        return Resolution(tuple(dict.fromkeys(ids)))

    def _checked(self, reference: str) -> str:
        example = "Skriv fx »rk 6« eller »pejlemærke 3«."
        if len(reference) > _LENGTH:
            raise StrategikortError(
                f"Henvisningen er på {len(reference)} tegn; så lange henvisninger findes ikke.",
                example,
                code="bad_reference",
            )
        asked = name_key(reference)
        if not asked:
            raise StrategikortError("Henvisningen er tom.", example, code="bad_reference")
        return asked

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
        return self._written.find(asked) or self._said(asked)

    def _document(self, key: str) -> str | None:
        return self._names.document(key) or document_described(key, self._names.described())

    def _said(self, asked: str) -> Resolution | list[str] | None:
        """Return what a reference names that is worded as people speak."""
        digits = with_digits(asked)
        found = self._written.find(digits) if digits != asked else None
        found = found or self._counted(asked, None) or self._last(asked, None)
        if found:
            return found
        words = digits.split()
        for at in range(1, len(words)):
            between = words[at] in PREPOSITIONS
            first, last = " ".join(words[:at]), " ".join(words[at + between :])
            if between and last:
                found = self._inside(first, last) or self._placed(first, last)
            elif at in (1, len(words) - 1):
                found = self._placed(first, last) or self._placed(last, first)
            if found:
                return found
        return None

    def _placed(self, place: str, described: str) -> Resolution | list[str] | None:
        """Return what ``place`` names in the document that is called ``described``.

        It must be the document's very name, unless ``place`` has a kind in it or is a title.
        """
        document = self._names.document(described)
        if document is None:
            if not self._may_be_place(place):
                return None
            document = self._document(described)
        if document is None:
            return None
        number = match(NUMBER, place)
        section = self._names.section(name_key(f"{document}/{number[1]}")) if number else None
        if section is None and last_of(place) in NUMBERED:
            numbered = re.compile(rf"{re.escape(document)}/\d+").fullmatch
            section = next(filter(numbered, reversed(self._names.of_document(document))), None)
        if section is not None:
            return Resolution((section,))
        found = self._written.within(place, document) or self._counted(place, document)
        return found or self._last(place, document)

    def _may_be_place(self, place: str) -> bool:
        written = self._written
        has_kind = any(map(written.kind, place.split()[:3])) or any(written.kind_prefixes(place))
        return has_kind or bool(match(NUMBER, place) or written.titled(place, None))

    def _inside(self, place: str, above: str) -> list[str] | None:
        """Return the item that ``place`` names in the section ``above``: ``4. led``."""
        item = match(ORDINAL, place)
        if item:
            kind = self._written.kind(item[2])
            return self._written.item(above, kind, item[1]) if kind else None
        last = last_of(place)
        kind = self._written.kind(last) if last else None
        ids = self._written.ids(above) if kind else ()
        if kind is None or len(ids) != 1:
            return None
        of_kind = set(self._names.of_kind(kind, None))
        items = self._names.children(ids).get(ids[0], ())
        return [item for item in items if item in of_kind][-1:] or None

    def _last(self, asked: str, document: str | None) -> list[str] | None:
        """Return the last section of a kind that is named by a word made of the kind's own name.

        Where they are numbered anew in each document or section, the last of each.
        """
        word = last_of(asked)
        kind = self._written.kind(word) if word else None
        if kind is None or word is None:
            return None
        if not any(form.endswith(name_key(kind)) for form in (word, *indefinite(word))):
            return None
        last: dict[str, str] = {}
        for section in self._names.of_kind(kind, document):
            last[section.rpartition("/")[0]] = section
        return [*last.values()] or None

    def _counted(self, asked: str, document: str | None) -> Resolution | None:
        """Return all sections of a kind that is named with a count, if the count is right."""
        named, number = counted(asked)
        kind = self._written.kind(named) if named != asked else None
        ids = self._names.of_kind(kind, document) if kind else []
        return Resolution(tuple(ids)) if ids and number in (None, len(ids)) else None
