"""What sections, their kinds and what belongs to them are called in a collection."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import ClassVar

from strategikort.catalog.words import KindWords
from strategikort.contents import Contents, in_one_state, several
from strategikort.index.names import Names
from strategikort.references.resolver import Resolver


class NamedContents(Contents):
    """Contents whose sections and kinds have names."""

    _of_one_state: ClassVar[tuple[str, ...]] = (
        *Contents._of_one_state,
        *("resolver", "_names", "kind_words"),
    )

    @cached_property
    def resolver(self) -> Resolver:
        """What turns references as people type them into ids."""
        return Resolver(self._names)

    @cached_property
    def _names(self) -> Names:
        return Names([store.connection for store in self._stores], self.kind_words.names)

    @cached_property
    def kind_words(self) -> KindWords:
        """The words for kinds of sections."""
        words: dict[str, tuple[str, ...]] = {}
        for store in self._stores:
            words = {**store.kind_words().names, **words}
        return KindWords(words)

    @in_one_state
    def kind(self, word: str) -> str:
        """Return the kind that ``word`` (``pejlemærker``, ``konklusion``) names.

        Raises ``StrategikortError`` for a word that names none.
        """
        kind = self.resolver.kind(word)
        if kind is None:
            from strategikort.references.suggestions import unknown_kind

            raise unknown_kind(word, self.kind_words.names)
        return kind

    @in_one_state
    def ids_beginning(self, typed: str) -> list[tuple[str, str]]:
        """Return the ids of sections that begin with ``typed`` in any spelling, with titles."""
        return list(self._names.ids_beginning(typed))

    @in_one_state
    def with_descendants(self, ids: Sequence[str]) -> list[str]:
        """Return ``ids`` and all that belongs to them, parents first, each id once."""
        ids = several(ids)
        children: dict[str, list[str]] = {}
        level: Sequence[str] = ids
        while level:
            below = self._names.children(level)
            children |= below
            level = [child for found in below.values() for child in found]
        found: dict[str, None] = {}

        def visit(section_id: str) -> None:
            if section_id not in found:
                found[section_id] = None
                for child in children.get(section_id, []):
                    visit(child)

        for section_id in ids:
            visit(section_id)
        return list(found)
