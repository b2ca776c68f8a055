"""Places that are asked for by what they are about: »afsnittet om Arktis«, »figuren over AI«."""

from __future__ import annotations

from typing import NamedTuple

from strategikort.references.resolver import Resolver

_ABOUT = frozenset({"om", "over", "vedr", "vedrørende"})
_IN = frozenset({"i", "fra", "af"})
_MOST_WORDS = 3
"""Words that name a kind, at most, with those that stand before it (»de strategiske …«)."""

_ANY = frozenset({"afsnit", "kapitel", "del", "stykke", "side", "led"})
"""Kinds whose words people use for any part of a document."""

_MATTERS = frozenset({"indsatsområde", "initiativ", "partnerskab", "rolle"})
"""Kinds whose words say what is looked for rather than where: »partnerskaber om vind«."""


class About(NamedTuple):
    """What a place is about, and its kind and document as far as they are said."""

    subject: str
    kind: str | None
    documents: tuple[str, ...]


def asked_about(query: str, resolver: Resolver) -> About | None:
    """Return what the place is about that ``query`` asks for; None if it asks for none so."""
    words = query.rstrip(" ?").split()
    at = next(
        (at for at, word in enumerate(words) if at and word.lower().rstrip(".") in _ABOUT), None
    )
    if at is None or at > _MOST_WORDS or at + 1 == len(words):
        return None
    kinds = (resolver.kind(" ".join(words[first:at])) for first in range(at))
    kind = next(filter(None, kinds), None)
    if kind is None or kind in _MATTERS:
        return None
    kind = None if kind in _ANY else kind
    subject = words[at + 1 :]
    for place in range(len(subject) - 2, 0, -1):
        if subject[place].lower() in _IN:
            document = resolver.document(" ".join(subject[place + 1 :]))
            if document is not None:
                return About(" ".join(subject[:place]), kind, (document,))
    return About(" ".join(subject), kind, ())
