"""Whether a form means the name that has it, in the document where it stands.

``Kommissionen`` is that of the EU where the EU is spoken of, and in a text about a commission on
welfare it is not; ``Parisaftalen`` is no agreement of 2015 in a programme of 2003.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from strategikort.language.lexicon import Lexicon
from strategikort.links.names import Mention, Names
from strategikort.model import Section

_OF_ANOTHER = re.compile(
    r"\s(?:for|af|om|vedrørende)\s"
    r"(?!(?:at|de|dem|den|denne|dens|deres|det|dets|dette|disse|en|et|sin|sine|sit|så)\b)"
)
"""Behind a noun in the definite: what it is the council or commission of."""

_OPENING = re.compile(r"(?:^|[.!?:]|\n)[\s\"“”»(–-]*$")
"""Before a word with a capital that any word would have there."""


class SectionNames(NamedTuple):
    """The names of one section: mentions in its text by name, and what it is about.

    A section is about what its heading names or what its fields give as its country.
    """

    mentions: Mapping[str, tuple[Mention, ...]]
    about: frozenset[str]


class Meaning:
    """Tells for one document, given whole, which of its forms mean the names that have them.

    ``inside`` are the forms that were found, ``year`` is that of the document, None if unknown.
    """

    def __init__(
        self,
        names: Names,
        sections: Sequence[Section],
        inside: Mapping[str, SectionNames],
        year: int | None,
    ) -> None:
        self._names = names.by_id
        self._year = year
        self._sections = sections
        self._inside = inside
        self._written = {section.id: self._written_out(section) for section in sections}
        self._spoken_of = {
            name
            for section in sections
            for name in inside[section.id].mentions
            if self._is_near(name, section.id)
        }

    def of(self, section: Section) -> SectionNames:
        """Return what is meant of the forms that a section holds."""
        inside = self._inside[section.id]
        mentions = {
            name: kept
            for name, items in inside.mentions.items()
            if (kept := tuple(item for item in items if self._is_meant(item, section)))
        }
        about = {
            name
            for name in inside.about
            if not self._is_unborn(name)
            and (self._is_near(name, section.id) or name in self._spoken_of)
        }
        return SectionNames(mentions, frozenset(about))

    def _written_out(self, section: Section) -> set[str]:
        """Return what a section names by a form that means nothing else."""
        text = section.text.text
        return {
            name
            for name, items in self._inside[section.id].mentions.items()
            if any(text[item.start : item.end] not in self._names[name].short for item in items)
        } | {name for name in self._inside[section.id].about if not self._names[name].near}

    def _is_near(self, name: str, section: str) -> bool:
        near = self._names[name].near
        return not near or not near.isdisjoint(self._written[section])

    def _is_unborn(self, name: str) -> bool:
        return self._year is not None and self._year < self._names[name].since

    def _is_meant(self, mention: Mention, section: Section) -> bool:
        if self._is_unborn(mention.name):
            return False
        name, text = self._names[mention.name], section.text.text
        form = text[mention.start : mention.end]
        if form not in name.short:
            return True
        near = self._is_near(mention.name, section.id)
        if form.isalpha():
            if _OF_ANOTHER.match(text, mention.end):
                return False
            if name.near and self._is_of_another(form, mention.start, section, near):
                return False
        return near or mention.name in self._spoken_of

    def _is_of_another(self, form: str, start: int, section: Section, near: bool) -> bool:
        """Say whether a noun in the definite goes back to a longer one, or to an indefinite one."""
        before = section.text.text[:start]
        if not near and any(True for other in self._sections for _ in self._longer(form, other)):
            return True
        if not _OPENING.search(before):
            return False
        return any(end <= start for end in self._longer(form, section)) or bool(
            re.search(rf"\be[nt]\s(?:[^\s.]+\s){{0,3}}{_noun(form)}\b", before)
        )

    def _longer(self, form: str, section: Section) -> Iterator[int]:
        """Yield where compounds end whose last part is the noun of ``form``, known names aside."""
        noun = _noun(form)
        text = section.text.text
        for match in re.finditer(rf"\w{{3,}}{noun}\w{{0,5}}", text, re.IGNORECASE):
            known = any(
                item.start < match.end() and match.start() < item.end
                for items in self._inside[section.id].mentions.values()
                for item in items
            )
            if not known and _ends_in(match[0], noun):
                yield match.end()


@lru_cache(maxsize=64)
def _noun(form: str) -> str:
    return _lexicon().analyze(form).lemmas[0]


@lru_cache(maxsize=1024)
def _ends_in(word: str, noun: str) -> bool:
    return _lexicon().analyze(word).parts[-1:] == (noun,)


@lru_cache(maxsize=1)
def _lexicon() -> Lexicon:
    return Lexicon.open()
