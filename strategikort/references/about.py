"""Places that are asked for by what they are about, and documents that are asked about something.

»Afsnittet om Arktis«, »figuren over AI«; »hvad siger rådskonklusionerne om standarder«, »Arktis i
udenrigsstrategien«.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from strategikort.index.storage.namekeys import name_key
from strategikort.references.resolver import Resolver
from strategikort.references.saying import is_type

_ABOUT = frozenset({"om", "over", "vedr", "vedrørende"})
_IN = frozenset({"i", "fra", "af"})
_MOST_WORDS = 3
"""Words that name a kind, at most, with those that stand before it (»de strategiske …«)."""

_ANY = frozenset({"afsnit", "kapitel", "del", "stykke", "side", "led"})
"""Kinds whose words people use for any part of a document."""

_MATTERS = frozenset({"indsatsområde", "initiativ", "partnerskab", "rolle"})
"""Kinds whose words say what is looked for rather than where: »partnerskaber om vind«."""

_ACCORDING = frozenset({"ifølge", "jf", "jævnfør"})
_ASKED = """
    anbefaler beskriver den der de det fortæller foreslår handler har hva hvad hvilken hvilke
    hvilket hvor hvordan i konkluderer lover mener noget nævner omtaler prioriterer siger skriver
    stiller står sig synes ud vil vores ønsker
"""
_ASKING = frozenset(_ASKED.split())
"""Words that ask what a document says, before its name."""

_LONGEST_NAME = 8
"""Words of the name of a document."""

_LONGEST_PERSON = 5
"""Words of the name or the office of a person."""

_SAID = frozenset({"sagt", "skrevet", "udtalt", "ment", "lovet", "foreslået", "fortalt"})
"""What stands behind the name of who has said something: »hvad har Løkke sagt om EU«."""

_SIGNED = re.compile(r"\bunder(?:skr[eai]v|tegn)\w*|\bsigner\w*|\bskr[ei]v\w*\W+under\b")

_VIEWS = frozenset({"holdning", "holdninger", "syn", "mening", "tanker", "ord", "udtalelser"})
"""What a person has of something: »Løkkes syn på EU«."""

_OF = frozenset({"om", "over", "på", "til"})

_DEFINITE = ("en", "et", "ne", "ens", "ets", "nes")
_SHORTEST_DEFINITE = 5


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


class Within(NamedTuple):
    """What is asked of a document, and its id.

    ``perhaps`` says that the name may be that of another text: »aftalen om Kina«.
    """

    subject: str
    document: str
    perhaps: bool = False


def asked_within(query: str, resolver: Resolver) -> Within | None:
    """Return what ``query`` asks of a document that it names; None if it names none so.

    The name stands before ``om``, behind ``i`` or ``ifølge``, or at the end.  It must be one that
    could hardly mean anything else: in the definite, with a hyphen or a number in it, in capitals,
    or where only the name of a text can stand.
    """
    words = query.rstrip(" ?.").split()
    for subject, name, sure in _readings(words):
        asks_something = not _ASKING.issuperset(map(_plain, subject))
        if 0 < len(name) <= _LONGEST_NAME and asks_something and (sure or _is_definite(name)):
            document = resolver.document(" ".join(name).rstrip(",.:"))
            if document is not None:
                perhaps = not sure and len(name) == 1 and is_type(name_key(name[0].rstrip(",.:")))
                return Within(" ".join(subject), document, perhaps)
    return None


def asked_for(query: str, resolver: Resolver) -> str | None:
    """Return the id of the document that is all that ``query`` names, and surely; else None."""
    words = query.split()
    sure = 0 < len(words) <= _LONGEST_NAME and (len(words) > 1 or _is_definite(words))
    return resolver.document(query) if sure else None


def _readings(words: list[str]) -> Iterator[tuple[list[str], list[str], bool]]:
    """Yield what may be the subject and the name of a document, the longest name first.

    With each, whether nothing but the name of a text can stand where it does.
    """
    plain = [*map(_plain, words)]
    if plain and plain[0] in _ACCORDING:
        for end in range(min(_LONGEST_NAME + 1, len(words) - 1), 1, -1):
            yield words[end:], words[1:end], True
    about = next((at for at, word in enumerate(plain) if at and word in _ABOUT), None)
    if about is not None:
        asked = next((at for at in range(about) if plain[at] not in _ASKING), about)
        yield words[about + 1 :], words[asked:about], asked > 1
    for at in range(1, len(words) - 1):
        if plain[at] in _IN or plain[at] in _ACCORDING:
            yield words[:at], words[at + 1 :], plain[at] in _ACCORDING
    if len(words) > 1:
        yield words[:-1], words[-1:], False


class Said(NamedTuple):
    """What a person is asked about, and the words that may be the name or office of that person."""

    subject: str
    name: str


def asked_of(query: str) -> Said | None:
    """Return what ``query`` asks somebody about: »hvad siger Løkke om EU«, »Løkkes syn på EU«.

    Whether that is a person is not known here.
    """
    words = query.rstrip(" ?.").split()
    plain = [*map(_plain, words)]
    asked = next((at for at, word in enumerate(plain) if word not in _ASKING | {"er"}), 0)
    for at in range(asked + 1, len(words) - 1):
        if plain[at] in _VIEWS and plain[at - 1].endswith("s") and plain[at + 1] in _OF:
            name, subject = words[asked:at], words[at + 2 :]
        elif plain[at] in _ABOUT and asked:
            name, subject = words[asked:at], words[at + 1 :]
        elif plain[at] == "ifølge":
            name, subject = words[at + 1 :], words[:at]
        else:
            continue
        while name and _plain(name[-1]) in _SAID:
            name.pop()
        if subject and 0 < len(name) <= _LONGEST_PERSON:
            return Said(" ".join(subject), " ".join(name))
        return None
    return None


def asks_who_signed(query: str) -> bool:
    """Tell whether ``query`` asks who has signed something: »hvem har underskrevet aftalen«."""
    asked = query.lower()
    return asked.split()[:1] == ["hvem"] and _SIGNED.search(asked) is not None


def _plain(word: str) -> str:
    return word.lower().rstrip(".,:")


def _is_definite(name: list[str]) -> bool:
    """Tell whether a name is one thing's: »tech-strategien«, »Rådets konklusioner«, »CMS«."""
    last = _plain(name[-1])
    return (
        (len(last) >= _SHORTEST_DEFINITE and last.endswith(_DEFINITE))
        or any(_plain(word).endswith("s") for word in name[:-1])
        or any("-" in word.strip("-") or any(map(str.isdigit, word)) for word in name)
        or (len(name) == 1 and name[0].isupper() and len(name[0]) > 1)
    )
