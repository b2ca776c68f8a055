"""What a misspelt reference was meant to be: one near name, or a list of the nearest.

Only words are ever put right.  A number or a document's id that does not exist is unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from strategikort.danish import listed
from strategikort.errors import StrategikortError, UnknownReferenceError
from strategikort.index.storage.namekeys import name_key, stem
from strategikort.index.storage.namerows import SECTION, TITLE
from strategikort.index.storage.names import Names
from strategikort.language.nearby import heard
from strategikort.model import Document
from strategikort.references.numbering import PLAIN_NUMBER, has_digit, match
from strategikort.references.publishers import publishers

_SHOWN = 8
"""How many candidates a message names."""

_ASKED = 3
"""How many candidates a question names in a line."""

_SHORTEST = 5
"""Letters of a name that is put right, at least."""

_SHORTEST_WORD = 3
"""Letters of a word by which titles are suggested, at least."""

_LEAST_LIKENESS, _MUCH_LESS = 60, 20
"""Of 100; what is less alike, or so much less than the best, is no suggestion."""


class Correction(NamedTuple):
    """A reference put right: as it is compared, and as it is written."""

    key: str
    shown: str


def correct(asked: str, names: Names) -> Correction | None:
    """Return ``asked`` with its misspelt words put right, if only one name is near.

    Near is one error in names of five letters or more, in those of eight two (insertion, deletion,
    substitution, transposition; Damerau 1964): »nope« is no more like »note« than like other words.
    """
    from rapidfuzz.distance import DamerauLevenshtein

    head, tail = _part_number(asked)
    first, _, rest = head.replace("/", " ", 1).partition(" ")
    document = names.document(first) if rest else None
    if document is not None:
        head = rest
    if len(head) < _SHORTEST or any(sign.isdigit() for sign in head):
        return None
    allowed = 1 if len(head) < 8 else 2
    bare = head.replace(" ", "")
    near: dict[str, tuple[int, str, str]] = {}
    for spelling, meaning, shown in _spellings(names, document):
        if spelling.count(" ") < head.count(" ") and spelling.replace(" ", "") != bare:
            continue  # a word or letter too much (»prioritet C«) says something else
        distance = DamerauLevenshtein.distance(head, spelling, score_cutoff=allowed)
        if 0 < distance <= allowed:
            near[spelling] = (distance, meaning, shown)
    if not near:
        return None
    best = min(distance for distance, _, _ in near.values())
    nearest = {spelling: found for spelling, found in near.items() if found[0] == best}
    if len({meaning for _, meaning, _ in nearest.values()}) > 1:
        return None
    spelling, (_, _, shown) = next(iter(nearest.items()))
    prefix = f"{first} " if document is not None else ""
    return Correction(f"{prefix}{spelling}{tail}", f"{prefix}{shown}{tail}")


def nearest(asked: str, names: Names) -> list[str]:
    """Return the ids of the sections whose id or title is most like ``asked``."""
    ranked: list[tuple[float, str]] = []
    for text, what in ((asked.replace(" ", "/"), SECTION), (asked, TITLE)):
        spellings = dict(names.spellings(what))
        scored = _most_alike(text, list(spellings))
        ranked += [(score, spellings[spelling]) for spelling, score, _ in scored]
    ranked.sort(key=lambda pair: -pair[0])
    begun = _with_words(asked, names)
    return list(dict.fromkeys([*begun, *(section_id for _, section_id in ranked)]))[:_SHOWN]


def _with_words(asked: str, names: Names) -> list[str]:
    """Return the sections in whose titles words begin as all that are asked for: ``uss Arktis``."""
    first, _, rest = asked.replace("/", " ", 1).partition(" ")
    document = names.document(first) if rest else None
    words = _words(rest if document else asked)
    if not words or min(map(len, words)) < _SHORTEST_WORD:
        return []
    return [
        section
        for title, section in names.spellings(TITLE, document)
        if _has_beginnings(title, words)
    ]


def unknown_reference(
    reference: str, asked: str, names: Names, remedy: str
) -> UnknownReferenceError:
    """Return the error that ``reference``, which is compared as ``asked``, names nothing.

    ``remedy`` is what can be done about it, empty if that is not known.
    """
    same = _numbered(asked, names)
    near = same or nearest(asked, names)
    head, numbers = ("", ()) if same else _numbers_beside(asked, near, names)
    if numbers:
        wanted = int(re.findall(r"\d+", asked)[-1])
        nearest_numbers = sorted(numbers, key=lambda number: abs(number - wanted))[:_SHOWN]
        above = [name for name in near if name == head]
        near = [*above, *(f"{head}/{number}" for number in sorted(nearest_numbers))][:_SHOWN]
    if not asked:
        remedy = f"Nævn også dokumentet, fx »uss, {reference}«."
    elif not remedy:
        remedy = "Se et dokuments afsnit med strategikort dokumenter ID"
        # Who asks for a subject as if it were a section is told what finds subjects.
        remedy += "." if has_digit(asked) else "; et emne findes med strategikort søg."
    meant = f"Numrene går fra {numbers[0]} til {numbers[-1]}." if numbers else _whether(near)
    return UnknownReferenceError(
        f"»{reference}« findes ikke i samlingen.", f"{meant} {remedy}".lstrip(), candidates=near
    )


def _numbered(asked: str, names: Names) -> list[str]:
    """Return the sections that have the number, in a document if named in front: ``tech 5``."""
    alone = match(PLAIN_NUMBER, asked)
    if alone:
        return names.with_number(alone[1])[:_SHOWN]
    first, _, number = asked.replace("/", " ", 1).partition(" ")
    document = names.document(first) if number.isdigit() else None
    inside = names.ids_beginning(f"{document}/") if document else ()
    return [name for name, _ in inside if name.rpartition("/")[2] == number][:_SHOWN]


def _numbers_beside(asked: str, near: Sequence[str], names: Names) -> tuple[str, Sequence[int]]:
    """Return what the nearest is of, and its numbers from 1; none with the one asked for."""
    digits = re.findall(r"\d+", asked)
    head, _, last = near[0].rpartition("/") if near else ("", "", "")
    if not digits or not last.isdigit():
        return head, ()
    beside = [name.rpartition("/") for name, _ in names.ids_beginning(f"{head}/")]
    numbers = sorted(int(last) for above, _, last in beside if above == head and last.isdigit())
    in_row = len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1))
    return head, numbers if in_row and int(digits[-1]) not in numbers else ()


def unknown_document(asked: str, documents: Sequence[Document]) -> UnknownReferenceError:
    """Return the error that none of ``documents`` is called ``asked``."""
    return _unknown_document(
        f"Dokumentet »{asked}« findes ikke i samlingen.",
        "Se alle dokumenter med strategikort dokumenter.",
        asked,
        documents,
    )


def unknown_own_document(asked: str, documents: Sequence[Document]) -> UnknownReferenceError:
    """Return the error that none of the user's own ``documents`` is called ``asked``."""
    remedy = "Se dine egne dokumenter med strategikort status."
    if not documents:
        remedy = "Du har ingen egne dokumenter endnu; tilføj dem med strategikort tilføj FIL."
    return _unknown_document(
        f"Ingen af dine egne dokumenter hedder »{asked}«.", remedy, asked, documents
    )


def _unknown_document(
    message: str, remedy: str, asked: str, documents: Sequence[Document]
) -> UnknownReferenceError:
    names = {
        item.id: (item.id, item.title, stem(item.file), *publishers(item.publisher))
        for item in documents
    }
    near = _alike(asked, names)
    few = list(names) if len(names) <= _SHOWN else []
    return UnknownReferenceError(
        message,
        f"{_whether(near)} {remedy}".lstrip(),
        code="unknown_document",
        candidates=near or few,
    )


def unknown_kind(asked: str, words: Mapping[str, Iterable[str]]) -> StrategikortError:
    """Return the error that ``asked`` is none of the ``words`` for kinds."""
    parts = [part.strip() for part in asked.split(",")]
    known = {name_key(name) for kind, names in words.items() for name in (kind, *names)}
    if len(parts) > 1 and known.issuperset(map(name_key, parts)):
        each = " ".join(f"-t {part}" for part in parts)
        return StrategikortError(
            f"»{asked}« er flere slags afsnit.",
            f"Skriv dem hver for sig: {each}.",
            code="unknown_kind",
        )
    near = _alike(asked, words)
    return StrategikortError(
        f"»{asked}« er ikke en slags afsnit.",
        _whether(near) or "Skriv en af slagsene på listen.",
        code="unknown_kind",
        candidates=near or sorted(words),
    )


def _alike(asked: str, known: Mapping[str, Iterable[str]]) -> list[str]:
    """Return what in ``known`` has a name like ``asked``: that sounds so, begins or is spelt so."""
    key = name_key(asked)
    words = _words(key)
    named = [(name_key(name), one) for one, names in known.items() for name in names]
    sounds = set(heard(key))
    same = [one for name, one in named if name in sounds]
    begun = [one for name, one in named if words and _has_beginnings(name, words)]
    spelt = _most_alike(key, [name for name, _ in named])
    # Beside one that is much like it, others only share some letters.
    near = [named[at][1] for _, likeness, at in spelt if likeness >= spelt[0][1] - _MUCH_LESS]
    return list(dict.fromkeys([*same, *begun, *near]))


def _most_alike(asked: str, spellings: Sequence[str]) -> list[tuple[str, float, int]]:
    """Return the spellings that are most like ``asked``, with likeness (to 100) and index."""
    from rapidfuzz import fuzz, process

    return process.extract(
        asked, spellings, scorer=fuzz.ratio, limit=_SHOWN, score_cutoff=_LEAST_LIKENESS
    )


def _has_beginnings(name: str, words: Sequence[str]) -> bool:
    """Tell whether each of ``words`` is the beginning of a word of ``name``."""
    return all(any(part.startswith(word) for part in _words(name)) for word in words)


def _whether(meant: Sequence[str]) -> str:
    """Return the question which was meant; that of many leaves them to the list that follows."""
    if len(meant) > _ASKED:
        return "Mente du et af dem på listen?"
    return f"Mente du {listed([f'»{one}«' for one in meant], 'eller')}?" if meant else ""


def _spellings(names: Names, document: str | None) -> Iterator[tuple[str, str, str]]:
    """Go through all names with what each means and how it is written."""
    for key, kind in names.kinds.items():
        yield key, kind, names.words.get(key, kind)
    for key, section_id in names.spellings(TITLE, document):
        yield key, section_id, names.title(section_id)


def _words(key: str) -> list[str]:
    return re.findall(r"\w+", key)


def _part_number(asked: str) -> tuple[str, str]:
    match = re.fullmatch(r"(.*?\D)((?: |/)\d+(?:\.\d+)*\.?)?", asked)
    return (match[1], match[2] or "") if match else (asked, "")
