"""References as they are written: ids and paths, kinds with numbers and names, titles.

Used by :class:`strategikort.references.resolver.Resolver`; nothing here is corrected.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from strategikort.index.storage.namekeys import name_key
from strategikort.index.storage.names import Names
from strategikort.language.numbers.numerals import roman_of
from strategikort.references.numbering import (
    BELOW_WORDS,
    LETTERS,
    NUMBER,
    NUMBERED,
    ORDINAL,
    is_number_of_section,
    match,
)
from strategikort.references.resolution import Resolution
from strategikort.references.saying import indefinite
from strategikort.references.steps import PARTS_OF_LAWS

_ITEM = r"(.+?),? (\d+)\. (\S+)"
_ITEM_AFTER = r"(.+\d),? (\S+) (\d+)"
_BELOW = rf"(.+?),? ({'|'.join(BELOW_WORDS)})\.? (\d+)"
_CUT_SHORT = 4
"""Letters of a word for a kind that is cut short, at least; its full stop counts."""

_SHORTEST_KIND = 3
"""Letters of a word that by itself names all sections of a kind, at least."""

PARTS = frozenset({"kapitel", "afsnit", "del"})
"""Kinds whose names are said of any part that has a title or a number: kapitlet »Afrika«."""

_FILLERS = frozenset({"om", "med", "nr", "nummer", "det", "den", "lovforslagets", "forslagets"})


def _is_filler(word: str) -> bool:
    return word.rstrip(".") in _FILLERS


class Written:
    """Finds the sections of one store by their names; all names given are compared ones."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self.kind = lru_cache(maxsize=1024)(self._kind_of)
        self._cut_short = lru_cache(maxsize=1024)(self._kind_cut_short)

    def _kind_of(self, word: str) -> str | None:
        """Return the kind of a compared word, also in the definite form or cut short (kap.)."""
        kinds, word = self._names.kinds, word.rstrip(".,:")
        for form in (word, word.removesuffix("s")):
            if form in kinds:
                return kinds[form]
            for stem in indefinite(form):
                if stem in kinds:
                    return kinds[stem]
        return None

    def is_plural(self, word: str) -> bool:
        """Tell whether a word for a kind says more than one: ``prioriteterne``."""
        return any(form in self._names.plurals for form in (word, *indefinite(word)))

    def _kind_cut_short(self, word: str) -> str | None:
        """Return the one kind that a word cut short can be: ``konkl.``, ``prio``."""
        names = self._names.kinds.items() if len(word) >= _CUT_SHORT else ()
        kinds = {kind for name, kind in names if name.startswith(word.rstrip(".,:"))}
        return kinds.pop() if len(kinds) == 1 else None

    def find(self, asked: str) -> Resolution | list[str] | None:
        """Return a resolution, candidates of which only one can be meant, or None."""
        document = self._names.document(asked)
        if document is not None:
            return self.whole(document)
        item = match(_ITEM, asked)
        kind = self.kind(item[3]) if item else None
        if item and kind is not None:
            return self.item(item[1], kind, item[2])
        after = match(_ITEM_AFTER, asked)
        whole = self._names.document(after[1]) if after else None
        point = self.point(f"{after[2]} {after[3]}", whole) if after and whole else None
        if point:
            return point
        kind = self.kind(after[2]) if after else None
        found = self.item(after[1], kind, after[3]) if after and kind else None
        if found:
            return found
        below = match(_BELOW, asked)
        item_below = self._below(*below.groups()) if below else None
        if item_below is not None:
            return item_below
        # »rk 6, 8« is two places, »rk 6 3« one in another.
        listed = match(r".*\d\s*,\s*\d.*", asked)
        path = "/".join(part.rstrip(".,") for part in asked.replace("/", " ").split())
        paths = () if listed else (path, re.sub(r"(?<=\d)\.(?=\d)", "/", path))
        section = next(filter(None, map(self._names.section, (asked, *paths))), None)
        if section is not None:
            return Resolution((section,))
        first, _, rest = asked.replace("/", " ", 1).partition(" ")
        within = self._names.document(first) if rest else None
        placed = (self.point(rest, within) or self.within(rest, within)) if within else None
        return placed or self.within(asked, None)

    def whole(self, document: str) -> Resolution:
        """Return all of a document (an id)."""
        return Resolution(tuple(self._names.of_document(document)), document)

    def ids(self, asked: str) -> tuple[str, ...]:
        """Return the ids of all that may be meant, none for what is not found."""
        found = self.find(asked)
        return found.ids if isinstance(found, Resolution) else tuple(found or ())

    def _below(self, above: str, word: str, number: str) -> Resolution | None:
        ids = self.ids(above)
        section = self.below(ids[0], word, number) if len(ids) == 1 else None
        return Resolution((section,)) if section else None

    def below(self, above: str, word: str, number: str) -> str | None:
        """Return what ``word`` (one of ``BELOW_WORDS``) and a number name in a section (an id).

        Number 2 in a section of a law is no subsection of it.
        """
        section = self._names.section(name_key(f"{above}/{number}"))
        if section is None and number == "1" and self.is_undivided(above):
            section = above
        of_law = section is not None and self._names.kind_of(section) in PARTS_OF_LAWS
        return None if of_law and word != "stk" else section

    def points(self, place: str, document: str | None) -> list[str]:
        """Return the numbered paragraphs that a compared ``place`` names: ``pkt. 12``."""
        number = match(NUMBER, place)
        if number is None or place.partition(" ")[0].rstrip(".") not in NUMBERED:
            return []
        return self._names.points(number[1], document)

    def point(self, place: str, document: str) -> Resolution | list[str] | None:
        """Return what a compared ``place`` names by a number of the document's own: ``punkt 2``.

        »punkt« is said of what belongs to a section as well.
        """
        points = self.points(place, document)
        number = match(NUMBER, place)
        section = self._names.section(name_key(f"{document}/{number[1]}")) if number else None
        points = points or ([section] if section else [])
        return Resolution((points[0],)) if len(points) == 1 else points or None

    def is_undivided(self, section: str) -> bool:
        """Tell whether a section of a law or an act has no subsections: it is its own first."""
        is_whole = self._names.kind_of(section) in ("paragraf", "artikel")
        return is_whole and not self._names.children([section])

    def item(self, above: str, kind: str, number: str) -> list[str] | None:
        """Return the numbered sections of a kind that belong to the section ``above``."""
        parents = self.ids(above)
        items = self._names.numbered(kind, number, None)
        return [item for item in items if self._names.parent(item) in parents] or None

    def within(self, asked: str, document: str | None) -> Resolution | list[str] | None:
        """Return what a kind, with a number or a name, or a title names in a document or in all."""
        if not asked:
            return None
        # FN is the United Nations, and a footnote only with a number: fn 2.
        kind = self.kind(asked) if len(asked) >= _SHORTEST_KIND else None
        ids = self._names.of_kind(kind, document) if kind is not None else []
        if ids:
            return Resolution(tuple(ids))
        point = match(NUMBER, asked) if document is None and not asked[0].isdigit() else None
        if point:
            # »punkt 6«, of nothing: the sixth of any document, or what is called so.
            kind = self.kind(asked.partition(" ")[0])
            called = self._names.numbered(kind, point[1], None) if kind else []
            every = [*self._names.items(point[1]), *self.points(asked, None), *called]
            return list(dict.fromkeys(every)) or None
        ordinal = match(ORDINAL, asked)
        kind = self.kind(ordinal[2]) or self._cut_short(ordinal[2]) if ordinal else None
        if ordinal and kind is not None:
            return self._names.numbered(kind, ordinal[1], document) or None
        if headed := self._headed(asked, document):
            return headed
        for kind, rest in self.kind_prefixes(asked):
            if headed := self._headed(rest, document):
                return headed
            if number := match(NUMBER, rest):
                # »Punkt 3. Kunstig intelligens« is named by what its title begins with as well.
                found = self._numbered(kind, number[1], document)
                spellings = (asked, f"{name_key(kind)} {number[1]}")
                titled = (self.titled(one, document) for one in spellings)
                return found or next(filter(None, titled), None)
            if found := self._called(kind, rest, document):
                return found
        return self.titled(asked, document) or None

    def _called(self, kind: str, name: str, document: str | None) -> list[str]:
        """Return the sections of a kind with a letter, a Roman number or a title."""
        names = self._names
        letters = LETTERS(name)
        if letters and (
            found := names.numbered(kind, letters[1], document)
            or self._of_parts(kind, letters[1], document)
        ):
            return found
        bare = " ".join(word for word in name.split() if not _is_filler(word))
        for of_kind in (kind, None) if kind in PARTS else (kind,):
            for title in (name, bare):
                if found := names.titled(title, document, of_kind):
                    return found
        section = match(r"til paragraf (\d+)", bare) if kind == "bemærkning" else None
        return names.headed_together(kind, int(section[1]), document) if section else []

    def _headed(self, asked: str, document: str | None) -> list[str]:
        """Return the parts with both a number and a title: ``4.4 Kina``."""
        headed = match(r"(\d+(?:\.\d+)*)[.:]? (\D.*)", asked)
        titled = self.titled(headed[2], document) if headed else []
        if not headed or not titled:
            return []
        parts = (self._names.numbered(part, headed[1], document) for part in PARTS)
        numbered = {item for found in parts for item in found}
        return [item for item in titled if item in numbered]

    def _numbered(self, kind: str, number: str, document: str | None) -> list[str] | None:
        """Return the sections of a kind with a number; what has none is numbered by its id."""
        found = self._names.numbered(kind, number, document)
        in_letters = roman_of(number)
        if not found and in_letters:
            # »bilag 1« of an act that has a »BILAG I«
            found = self._names.numbered(kind, in_letters, document)
        if not found and number.isdigit():
            found = self._names.headed_together(kind, int(number), document)
        if not found and not self._names.is_numbered(kind):
            of_kind = self._names.of_kind(kind, document)
            found = [item for item in of_kind if item.endswith(f"/{number}")]
        for form in filter(None, (number, in_letters)):
            found = found or self._of_parts(kind, form, document)
        above, dot, last = number.rpartition(".")
        if not found and dot:
            # »anbefaling 1.2« is the second of the first.
            items = self._names.numbered(kind, last, document)
            found = [item for item in items if item.endswith(f"/{above.replace('.', '/')}/{last}")]
        if kind == "paragraf" and len(found) > 1:
            # A bill has the sections that it amends in an annex.
            found = [item for item in found if not self._is_in_annex(item)] or found
        return found or None

    def _of_parts(self, kind: str, number: str, document: str | None) -> list[str]:
        """Return the one part of a document with a number, whether it is called so or not.

        »1 Indledning« does not say whether it is a chapter or a section, nor »4.1 Tvister afgøres
        ved voldgift« whether it is a section or a point.
        """
        parts = (*PARTS, *(["punkt"] if "." in number else ())) if document else ()
        parts = parts if kind in PARTS else ()
        found = [one for part in parts for one in self._names.numbered(part, number, document)]
        return found if len(found) == 1 else []

    def _is_in_annex(self, section: str) -> bool:
        above = self._names.parent(section)
        return above is not None and (
            self._names.kind_of(above) == "bilag" or self._is_in_annex(above)
        )

    def is_missing(self, asked: str) -> bool:
        """Tell whether ``asked``, which names nothing, is a number with a kind or a document."""
        first, _, rest = asked.replace("/", " ", 1).partition(" ")
        if self._names.document(first) == first and (
            is_number_of_section(rest) or self.is_missing_kind(rest)
        ):
            return True
        return first not in NUMBERED and self.is_missing_kind(asked)

    def is_missing_kind(self, asked: str) -> bool:
        """Tell whether ``asked`` is a number with a kind that is numbered."""
        ordinal = match(ORDINAL, asked)
        kinds = [self.kind(ordinal[2])] if ordinal else []
        kinds += [kind for kind, rest in self.kind_prefixes(asked) if is_number_of_section(rest)]
        return any(kind and self._names.is_numbered(kind) for kind in kinds)

    def begins_place(self, asked: str) -> bool:
        """Tell whether ``asked`` begins with a kind and its number, behind a document's name."""
        word, _, rest = asked.partition(" ")
        numbered = word.rstrip(".") in NUMBERED or self.kind(word) or self._cut_short(word)
        return bool(numbered and (match(NUMBER, rest) or LETTERS(rest)))

    def titled(self, asked: str, document: str | None) -> list[str]:
        """Return the sections with a title, of which the first word may be in the definite form."""
        first, blank, rest = asked.partition(" ")
        spellings = (asked, *(f"{form}{blank}{rest}" for form in indefinite(first)))
        found = (self._names.titled(spelling, document, None) for spelling in spellings)
        return next(filter(None, found), [])

    def kind_prefixes(self, asked: str) -> Iterator[tuple[str, str]]:
        """Go through the kinds that begin a reference, each with the rest of it."""
        words = asked.split(" ")
        for count in range(min(len(words) - 1, 3), 0, -1):
            kind = self.kind(" ".join(words[:count]))
            if kind is None and count > 1:
                # »det strategiske partnerskab med …« is a »strategisk partnerskab«.
                kind = self.kind(" ".join((words[0].removesuffix("e"), *words[1:count])))
            if kind is None and count == 1 and (words[1][:1].isdigit() or _is_filler(words[1])):
                kind = self._cut_short(words[0])
            if kind is not None:
                yield kind, " ".join(words[count:])
