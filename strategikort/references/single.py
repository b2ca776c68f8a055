"""One place as people name it, written or said, by itself or in a document or another section."""

from __future__ import annotations

import re
from collections.abc import Sequence

from strategikort.index.storage.namekeys import name_key
from strategikort.index.storage.names import Described, Names
from strategikort.references.numbering import BELOW_WORDS, LETTERS, NUMBER, NUMBERED, ORDINAL, match
from strategikort.references.resolution import Resolution
from strategikort.references.saying import (
    PREPOSITIONS,
    counted,
    document_described,
    indefinite,
    last_of,
    with_digits,
)
from strategikort.references.written import PARTS, Written

Found = Resolution | list[str] | None
"""A resolution, candidates of which only one can be meant, or None."""

_KEPT = 1_000
"""Names of documents whose meaning is remembered; each is looked for among all documents."""


_SHORTEST_GENITIVE = 9
"""Letters of a document's name in the genitive, at least: an id is not guessed."""


class Single:
    """Finds one place, or all of a kind, in one store; all names given are compared ones."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self.written = Written(names)
        self._documents: dict[str, str | None] = {}
        self._described: tuple[Described, ...] | None = None

    def find(self, asked: str) -> Found:
        """Return what ``asked`` names; a document only by its very name."""
        return self.written.find(asked) or self._said(asked)

    def document(self, key: str) -> str | None:
        """Return the document that is named or described by ``key``: ``tech-strategien``."""
        if key not in self._documents:
            if len(self._documents) > _KEPT:
                self._documents.clear()
            # The law's section 3: forvaltningslovens § 3.
            is_genitive = len(key) >= _SHORTEST_GENITIVE and key.endswith("s")
            self._documents[key] = (
                self._names.document(key)
                or (self._names.document(key[:-1]) if is_genitive else None)
                or document_described(key, self._all_described())
            )
        return self._documents[key]

    def _all_described(self) -> tuple[Described, ...]:
        if self._described is None:
            self._described = tuple(self._names.described())
        return self._described

    def in_document(self, place: str, document: str) -> Found:
        """Return what ``place`` names in a document (an id)."""
        number = match(NUMBER, place)
        ordinal = match(ORDINAL, place)
        if ordinal and ordinal[2] in NUMBERED:
            place = f"{ordinal[2]} {ordinal[1]}"
        point = self.written.point(place, document)
        if point:
            return point
        if last_of(place) in NUMBERED:
            numbered = re.compile(rf"{re.escape(document)}/\d+").fullmatch
            section = next(filter(numbered, reversed(self._names.of_document(document))), None)
            if section is not None:
                return Resolution((section,))
        found = self.written.within(place, document) or self._counted(place, document)
        if not found and number and place.partition(" ")[0].rstrip(".") in NUMBERED:
            found = self.written.titled(f"punkt {number[1]}", document)
        return found or self._last(place, document)

    def inside(self, place: str, above: str) -> Found:
        """Return what ``place`` names among all that belongs to the section ``above`` (an id).

        ``3. led``, ``faktaboks``, ``figur 2``, ``sidste led``.
        """
        document = above.partition("/")[0]
        word, number = self._kind_and_number(place)
        below = word.rstrip(".")
        if number and below in BELOW_WORDS:
            section = self.written.below(above, below, number)
            if section is not None:
                return [section]
        if number and below in NUMBERED:
            # »pkt. 2.1.3« of a chapter: the part of it that has this number, whatever its kind.
            parts = (self._names.numbered(part, number, document) for part in PARTS)
            numbered = self._below(above, {item for found in parts for item in found})
            if len(numbered) == 1:
                return numbered
        last = last_of(place)
        kind = self.written.kind(last or word)
        if kind is not None:
            if number and (
                found := self._below(above, set(self._names.numbered(kind, number, document)))
            ):
                return found
            there = self._below(above, set(self._names.of_kind(kind, document)))
            if last:
                return there[-1:] or None
            if number and kind in PARTS and match(ORDINAL, place):
                return None  # the first paragraph of section 2.2, which is not 2.2.1
            if number:
                return self._numbered(there, kind, number)
            plural = there and self.written.is_plural(word)
            return Resolution(tuple(there)) if plural else there or None
        return self._below(above, set(self.written.titled(place, document))) or None

    def _kind_and_number(self, place: str) -> tuple[str, str | None]:
        ordinal = match(ORDINAL, place)
        if ordinal:
            return ordinal[2], ordinal[1]
        word, _, rest = place.rpartition(" ")
        number = match(NUMBER, rest) or (LETTERS(rest) if self.written.kind(word) else None)
        return (re.sub(r" (?:nr|nummer)\.?$", "", word), number[1]) if number else (place, None)

    def _numbered(self, ids: Sequence[str], kind: str, number: str) -> list[str] | None:
        """Return the sections with a number, which may follow that of what they are in."""
        numbered = set(self._names.numbered(kind, number, None))
        found = [item for item in ids if item in numbered]
        found = found or [item for item in ids if item.endswith((f"/{number}", f".{number}"))]
        return found or (list(ids) if len(ids) == 1 and number == "1" else None)

    def _below(self, above: str, wanted: set[str]) -> list[str]:
        """Return what is ``wanted`` below a section, of the first level that has any."""
        level = [above]
        while level:
            level = [child for below in self._names.children(level).values() for child in below]
            found = [item for item in level if item in wanted]
            if found:
                return found
        return []

    def _said(self, asked: str) -> Found:
        """Return what a reference names that is worded as people speak."""
        digits = with_digits(asked)
        found = self.written.find(digits) if digits != asked else None
        found = found or self._counted(asked, None) or self._last(asked, None)
        if found:
            return found
        for worded in dict.fromkeys((digits, asked)):
            words = worded.split()
            for at in range(1, len(words)):
                found = self._parted(words, at)
                if found:
                    return found
        return None

    def _parted(self, words: Sequence[str], at: int) -> Found:
        """Return what ``words`` name where those up to ``at`` name a place and the rest another."""
        between = words[at] in PREPOSITIONS
        first, last = " ".join(words[:at]), " ".join(words[at + between :])
        if not last:
            return None
        if between:
            return self._inside(first, last) or self._placed(first, last)
        begins = self.written.begins_place(last)
        if begins or at == len(words) - 1:
            found = self._inside(last, first) if begins or self.written.kind(last) else None
            return found or self._placed(first, last) or self._placed(last, first)
        return (self._placed(first, last) or self._placed(last, first)) if at == 1 else None

    def _inside(self, place: str, above: str) -> Found:
        """Return what ``place`` names in the one section that is called ``above``."""
        ids = self.written.ids(above)
        return self.inside(place, ids[0]) if len(ids) == 1 else None

    def _placed(self, place: str, described: str) -> Found:
        """Return what ``place`` names in the document that is called ``described``.

        It must be the document's very name, unless ``place`` has a kind in it or is a title.
        """
        document = self._names.document(described)
        if document is None and self._may_be_place(place):
            document = self.document(described)
        return self.in_document(place, document) if document else None

    def _may_be_place(self, place: str) -> bool:
        written = self.written
        has_kind = any(map(written.kind, place.split()[:3])) or any(written.kind_prefixes(place))
        return has_kind or bool(match(NUMBER, place) or written.titled(place, None))

    def _last(self, asked: str, document: str | None) -> list[str] | None:
        """Return the last section of a kind that is named by a word made of the kind's own name.

        Where they are numbered anew in each document or section, the last of each.
        """
        word = last_of(asked)
        kind = self.written.kind(word) if word else None
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
        kind = self.written.kind(named) if named != asked else None
        ids = self._names.of_kind(kind, document) if kind else []
        return Resolution(tuple(ids)) if ids and number in (None, len(ids)) else None
