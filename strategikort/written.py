"""References as they are written: ids and paths, kinds with numbers and names, titles.

What is understood of them by :class:`strategikort.references.Resolver`; nothing here is corrected.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from strategikort.index.names import Names, name_key
from strategikort.saying import indefinite

ORDINAL = r"(\d+(?:\.\d+)*)\. (.+)"
NUMBER = r"(?:(?:nr|nummer|punkt|pkt)\.? )?(\d+(?:\.\d+)*)\.?"
NUMBERED = frozenset({"punkt", "nummer"})
"""Words for what is numbered in a document, whatever its kind."""

_ITEM = r"(.+?),? (\d+)\. (\S+)"
_ITEM_AFTER = r"(.+\d),? (\S+) (\d+)"
_BELOW = r"(.+?),? (?:nr|nummer|punkt|pkt|pind|led|litra)\.? (\d+)"
_CUT_SHORT = 4
"""Letters of a word for a kind that is cut short, at least; its full stop counts."""

_FILLERS = frozenset({"om", "med", "nr", "nummer", "det", "den"})


def match(pattern: str, text: str) -> re.Match[str] | None:
    """Match a pattern of numbers; most references have none, and no pattern is compiled then."""
    return re.fullmatch(pattern, text) if any(sign.isdigit() for sign in text) else None


class Resolution(NamedTuple):
    """What a reference names: section ids in reading order.

    ``document`` is set when a whole document was named.  ``taken_for`` is what a misspelt
    reference was taken for.
    """

    ids: tuple[str, ...]
    document: str | None = None
    taken_for: str | None = None


class Written:
    """Finds the sections of one store by their names; all names given are compared ones."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self.kind = lru_cache(maxsize=1024)(self._kind_of)

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

    def _cut_short(self, word: str) -> str | None:
        """Return the one kind that a word cut short can be: ``konkl.``, ``prio``."""
        names = self._names.kinds.items() if len(word) >= _CUT_SHORT else ()
        kinds = {kind for name, kind in names if name.startswith(word.rstrip(".,:"))}
        return kinds.pop() if len(kinds) == 1 else None

    def find(self, asked: str) -> Resolution | list[str] | None:
        """Return a resolution, candidates of which only one can be meant, or None."""
        document = self._names.document(asked)
        if document is not None:
            return Resolution(tuple(self._names.of_document(document)), document)
        item = match(_ITEM, asked)
        kind = self.kind(item[3]) if item else None
        if item and kind is not None:
            return self.item(item[1], kind, item[2])
        after = match(_ITEM_AFTER, asked)
        kind = self.kind(after[2]) if after else None
        found = self.item(after[1], kind, after[3]) if after and kind else None
        if found:
            return found
        below = match(_BELOW, asked)
        item_below = self._below(below[1], below[2]) if below else None
        if item_below is not None:
            return item_below
        path = "/".join(part.rstrip(".,") for part in asked.replace("/", " ").split())
        section = self._names.section(asked) or self._names.section(path)
        if section is not None:
            return Resolution((section,))
        first, _, rest = asked.replace("/", " ", 1).partition(" ")
        within = self._names.document(first) if rest else None
        placed = self.within(rest, within) if within else None
        return placed or self.within(asked, None)

    def ids(self, asked: str) -> tuple[str, ...]:
        """Return the ids of all that may be meant, none for what is not found."""
        found = self.find(asked)
        return found.ids if isinstance(found, Resolution) else tuple(found or ())

    def _below(self, above: str, number: str) -> Resolution | None:
        ids = self.ids(above)
        section = self._names.section(name_key(f"{ids[0]}/{number}")) if len(ids) == 1 else None
        return Resolution((section,)) if section else None

    def item(self, above: str, kind: str, number: str) -> list[str] | None:
        """Return the numbered sections of a kind that belong to the section ``above``."""
        parents = self.ids(above)
        items = self._names.numbered(kind, number, None)
        return [item for item in items if self._names.parent(item) in parents] or None

    def within(self, asked: str, document: str | None) -> Resolution | list[str] | None:
        """Return what a kind, with a number or a name, or a title names in a document or in all."""
        kind = self.kind(asked)
        if kind is not None:
            ids = self._names.of_kind(kind, document)
            return Resolution(tuple(ids)) if ids else None
        ordinal = match(ORDINAL, asked)
        kind = self.kind(ordinal[2]) or self._cut_short(ordinal[2]) if ordinal else None
        if ordinal and kind is not None:
            return self._names.numbered(kind, ordinal[1], document) or None
        for kind, rest in self.kind_prefixes(asked):
            number = match(NUMBER, rest)
            if number:
                return self._names.numbered(kind, number[1], document) or None
            bare = " ".join(word for word in rest.split() if word.rstrip(".") not in _FILLERS)
            named = self._names.titled(rest, document, kind) or self._names.titled(
                bare, document, kind
            )
            if named:
                return named
        return self.titled(asked, document) or None

    def is_missing(self, asked: str) -> bool:
        """Tell whether ``asked``, which names nothing, is a number with a kind or a document."""
        first, _, rest = asked.replace("/", " ", 1).partition(" ")
        if match(NUMBER, rest) and self._names.document(first) == first:
            return True
        ordinal = match(ORDINAL, asked)
        kinds = [self.kind(ordinal[2])] if ordinal else []
        if first not in NUMBERED:
            kinds += [kind for kind, rest in self.kind_prefixes(asked) if match(NUMBER, rest)]
        return any(kind and self._names.numbered(kind, "1", None) for kind in kinds)

    def titled(self, asked: str, document: str | None) -> list[str]:
        """Return the sections with a title, which may be one word in the definite form."""
        spellings = (asked,) if " " in asked else (asked, *indefinite(asked))
        found = (self._names.titled(spelling, document, None) for spelling in spellings)
        return next(filter(None, found), [])

    def kind_prefixes(self, asked: str) -> Iterator[tuple[str, str]]:
        """Go through the kinds that begin a reference, each with the rest of it."""
        words = asked.split(" ")
        for count in range(min(len(words) - 1, 3), 0, -1):
            kind = self.kind(" ".join(words[:count]))
            if kind is None and count == 1 and words[1][:1].isdigit():
                kind = self._cut_short(words[0])
            if kind is not None:
                yield kind, " ".join(words[count:])
