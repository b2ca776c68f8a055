"""What two editions may know a section by: its text, its title, its number."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from strategikort.editions.words import words_of
from strategikort.index.storage.namekeys import name_key
from strategikort.model import Section

SAME_TITLE = 0.8
"""Share of letters in common from which two titles under one number are of one section."""

FEW = 6
"""Words; shorter texts are not recognised by their words alone."""

_COUNTED = frozenset(
    {"afsnit", "artikel", "betragtning", "bilag", "del", "kapitel", "litra", "nr", "paragraf"}
    | {"punkt", "præmis", "stk", "stykke"}
)
"""Words for what is counted; a title of one of them and a number names nothing."""


def is_number_alone(title: str) -> bool:
    """Say whether a title is but a number with what it counts: ``§ 5.``, ``§ 2, stk. 3``."""
    words = words_of(title.casefold())
    return all(word in _COUNTED or not word.isalpha() or len(word) == 1 for word in words)


def same_subject(old: str, new: str) -> bool:
    """Say whether two titles name the same: most of their letters, or one is the other's words."""
    from rapidfuzz.distance import Indel

    ours, theirs = name_key(old), name_key(new)
    if not (ours and theirs) or is_number_alone(old) or is_number_alone(new):
        return False
    one, other = set(words_of(ours)), set(words_of(theirs))
    within = one <= other or other <= one
    return within or Indel.normalized_similarity(ours, theirs) >= SAME_TITLE


def text_key(section: Section) -> Hashable | None:
    """Return the words of a section's text, None if they are too few to know it by."""
    words = words_of(section.text.text)
    return (section.kind, tuple(words)) if len(words) >= FEW else None


def full_key(section: Section) -> Hashable | None:
    """Return all that a section says and is called."""
    words = words_of(section.text.text)
    return (section.kind, section.number, name_key(section.title), tuple(words))


def title_key(section: Section) -> Hashable | None:
    """Return the title of a section, None if it names nothing."""
    if "title" in section.derived or is_number_alone(section.title):
        return None
    return section.kind, name_key(section.title)


def numbered_key(section: Section) -> Hashable | None:
    """Return the number and the title of a section, None if that names nothing."""
    named = title_key(section)
    return named and (section.number, named)


def are_numbered(sections: Sequence[Section]) -> bool:
    """Say whether sections have numbers of their own."""
    return any(
        section.number is not None for section in sections if "number" not in section.derived
    )


def number_key(section: Section) -> Hashable | None:
    """Return the number of a section and what it stands under, None if it has none."""
    if section.number is None:
        return None
    above = section.parent.partition("/")[2] if section.parent and "." not in section.number else ""
    return section.kind, above, section.number
