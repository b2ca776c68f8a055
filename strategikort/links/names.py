"""Names of countries, organisations, initiatives and documents, found in texts.

The names are data (``data/names.yaml``).  A form is matched as a whole word, the longest first, in
one pass over the words of a text; a genitive ending is understood.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from strategikort.catalog.yamlfile import Entry, read_yaml

DATA = Path(__file__).with_name("data")
NAMES_FILE = DATA / "names.yaml"

KINDS = ("land", "region", "organisation", "myndighed", "aktør", "initiativ", "aftale", "dokument")
"""The kinds of names, as they stand in the data and in JSON."""

_REMEMBERED = 4096
"""Texts whose names are kept."""

_WORD = re.compile(r"\w+")
_ENDING = re.compile(r"(?:['’]?s|['’])?(?!\w)")


class Name(NamedTuple):
    """Somebody or something that texts name; ``acts`` tells whether it can promise something.

    The rest is what a text must be like for a form to mean the name; see ``data/names.yaml``.
    """

    id: str
    name: str
    kind: str
    forms: tuple[str, ...]
    acts: bool = False
    adjectives: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    short: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    since: int = 0
    renewed: bool = False


class Mention(NamedTuple):
    """A place where a name stands: half-open offsets in the text.

    ``adjective`` tells that it is an adjective made from the name (``amerikansk``).
    """

    name: str
    start: int
    end: int
    adjective: bool


class Names:
    """The names of one data file, ready to be looked for."""

    def __init__(self, top: Entry) -> None:
        self.by_id: dict[str, Name] = {}
        self._forms: dict[str, list[tuple[str, tuple[str, ...], bool]]] = {}
        ids: dict[tuple[str, bool], list[str]] = {}
        for item in top.need("names").items:
            item.need("kind").choice(KINDS)
            name = item.form(Name)
            if name.id in self.by_id:
                item.fail(f"id'et »{name.id}« står to gange", "hvert id én gang")
            self.by_id[name.id] = name
            for form in (*name.forms, *name.short):
                ids.setdefault((form, False), []).append(name.id)
            for stem in name.adjectives:
                for ending in ("", "e", "t"):
                    for form in (stem + ending, (stem + ending).capitalize()):
                        ids.setdefault((form, True), []).append(name.id)
            for form in name.within:
                ids.setdefault((form, False), [])
        top.done()
        self.find = lru_cache(maxsize=_REMEMBERED)(self.fresh)
        for (form, adjective), owners in ids.items():
            self._add(form, tuple(owners), adjective)

    def _add(self, form: str, owners: tuple[str, ...], adjective: bool) -> None:
        first = _WORD.match(form)
        assert first is not None
        keys = [first[0]]
        if first.end() == len(form) and not adjective:
            keys.append(f"{form}s")
        for key in keys:
            entries = self._forms.setdefault(key, [])
            entries.append((form, owners, adjective))
            entries.sort(key=lambda entry: -len(entry[0]))

    @classmethod
    def open(cls, path: Path = NAMES_FILE) -> Names:
        """Read the names; raises ``ProfileError`` for a mistake in the file."""
        return cls(read_yaml(path))

    def words(self) -> frozenset[str]:
        """Return the words of the forms that are names throughout: not »kvantecenter i …«."""
        forms = {form for entries in self._forms.values() for form, _, _ in entries}
        written = (_WORD.findall(form) for form in forms)
        return frozenset(
            word for words in written if all(word[0].isupper() for word in words) for word in words
        )

    def fresh(self, text: str) -> tuple[Mention, ...]:
        """Return the names in ``text`` in order; a name inside a longer one is left out.

        ``find`` does the same and remembers: several questions are asked of each text.
        """
        found: list[Mention] = []
        position = 0
        forms = self._forms
        for word in _WORD.finditer(text):
            entries = forms.get(word[0])
            if entries is None or word.start() < position:
                continue
            for form, owners, adjective in entries:
                if not text.startswith(form, word.start()):
                    continue
                ending = _ENDING.match(text, word.start() + len(form))
                if ending is None:
                    continue
                position = word.start() + len(form)
                found += [Mention(name, word.start(), position, adjective) for name in owners]
                break
        return tuple(found)


@lru_cache(maxsize=1)
def known_names() -> Names:
    """Return the names of the program's own data file, read once."""
    return Names.open()
