"""The promises of a collection, chosen by actor, document, strength and subject."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from strategikort.errors import StrategikortError
from strategikort.index.querying.operators import alternatives, joined_by_and
from strategikort.index.ranking.repeats import Told, rank_of, said
from strategikort.language.fold import fold
from strategikort.language.lexicon import Lexicon
from strategikort.language.stopwords import is_stop_word
from strategikort.library import Collection
from strategikort.links.commitments.finder import Commitment, CommitmentFinder
from strategikort.links.evidence import Evidence, EvidenceRoom
from strategikort.links.mentions import years_of
from strategikort.links.names import known_names
from strategikort.model import Section, one_line

MOST_HITS = 100_000
"""Passages looked through for a subject."""

_PRONOUNS = ("vi", "jeg", "det", "den", "de", "man")


class Promised(NamedTuple):
    """A commitment with its section and the words of its sentence.

    ``also`` are the same words in other files of the same text.
    """

    commitment: Commitment
    section: Section
    evidence: Evidence
    also: tuple[Promised, ...] = ()

    def __repr__(self) -> str:
        return f"<Promised {self.section.id}, {self.commitment.strength}: {one_line(self.text)}>"

    @property
    def text(self) -> str:
        """The sentence."""
        return self.evidence.text

    def words(self, span: tuple[int, int]) -> str:
        """Return the words of a part of the commitment: its ``action``, a deadline, an amount."""
        return self.section.text.text[span[0] : span[1]]


def promises(
    collection: Collection,
    *,
    documents: Sequence[str] = (),
    actors: Sequence[str] = (),
    strengths: Sequence[str] = (),
    subject: str = "",
    settled_only: bool = False,
    dated_only: bool = False,
) -> list[Promised]:
    """Return the promises of a collection in reading order.

    ``documents`` are ids.  ``actors`` are words and names of which one must stand among the words
    for who is to act (none for all); ``subject`` is searched for as ``søg`` would, and a promise
    counts when a word found stands in its sentence or in the heading of its section.
    ``settled_only`` leaves out what is uncertain, ``dated_only`` what has no deadline.  Raises
    ``StrategikortError`` for an empty subject.  What files of one text both promise is one promise.
    """
    years = years_of(collection.documents)
    finder = CommitmentFinder()
    about = [_About(collection, one, documents) for one in alternatives(subject) if subject]
    room = EvidenceRoom(collection)
    actor_names = _ActorNames(actors)
    found: list[Promised] = []
    for document in (item.id for item in collection.documents):
        if documents and document not in documents:
            continue
        sections = list(collection.sections(document))
        by_id = {section.id: section for section in sections}
        for item in finder.find(sections, years):
            if strengths and item.strength not in strengths:
                continue
            if actors and not actor_names.has(item.actor):
                continue
            if (settled_only and item.uncertain) or (dated_only and not item.deadlines):
                continue
            if subject and not any(one.covers(item) for one in about):
                continue
            section = by_id[item.section]
            found.append(Promised(item, section, room.of(section, item.start, item.end)))
    # A sentence of one file may be several of the other: these are what is promised.
    shortest = sorted(found, key=lambda one: len(one.evidence.text))
    once = [one._replace(also=others) for one, others in collection.each_once(shortest, _tell)]
    # What stands for another may stand in a later document.
    order = {(one.section.id, one.commitment.start): at for at, one in enumerate(found)}
    return sorted(once, key=lambda one: order[one.section.id, one.commitment.start])


def acting(found: Iterable[Promised]) -> list[str]:
    """Return the actors that promises have, the one of most first; pronouns name nobody."""
    actors = [item.commitment.actor for item in found]
    counts = Counter(fold(name) for name in actors if name and name.casefold() not in _PRONOUNS)
    # One that begins sentences is written both ways; it is named once, in small letters.
    written: dict[str, str] = {}
    for name in actors:
        written[fold(name)] = max(name, written.get(fold(name), name))
    return [written[name] for name, _ in counts.most_common()]


def _tell(item: Promised) -> Told:
    # A sentence that runs over pages has none, though the text has them.
    return Told(item.section.document, said(item.evidence.text), rank_of(item.section.pages))


class _ActorNames:
    """Words and names of those who are asked for, and whether an actor is one of them."""

    def __init__(self, actors: Sequence[str]) -> None:
        self._lexicon = Lexicon.open()
        names = known_names()
        every = dict.fromkeys(actors)
        for actor in actors:
            # A text may call them by another of their names: EU-Kommissionen.
            for mention in names.find(actor):
                if (mention.start, mention.end) == (0, len(actor)) and not mention.adjective:
                    name = names.by_id[mention.name]
                    every |= dict.fromkeys((*name.forms, *sorted(name.short)))
        self._wanted = [
            [{fold(word), *self._lemmas(word)} for word in actor.split()] for actor in every
        ]

    def has(self, actor: str) -> bool:
        """Tell whether the words for an actor have all words of one of the names."""
        forms: set[str] = set()
        for word in actor.replace(",", " ").split():
            plain = fold(word)
            bare = plain.replace("’", "'").split("'")[0]
            forms |= {plain, plain.removesuffix("s"), bare, *self._lemmas(word)}
        return any(
            all(not forms.isdisjoint(word) for word in wanted) for wanted in self._wanted if wanted
        )

    def _lemmas(self, word: str) -> list[str]:
        # »vores« is nobody that acts, though it is a form of »vi«.
        return [] if is_stop_word(word) else [fold(one) for one in self._lexicon.lemmas(word)]


class _About:
    """Where a subject stands, as the search finds it."""

    def __init__(self, collection: Collection, subject: str, documents: Sequence[str]) -> None:
        if not subject.strip():
            raise StrategikortError(
                "Der er intet emne at søge efter.",
                'Skriv et eller flere ord, fx --emne "kvanteteknologi".',
                code="empty_query",
            )
        result = collection.search(subject, documents=documents, limit=MOST_HITS)
        self._spans: dict[str, list[tuple[int, int]]] = {}
        self._needed = max(1, len({term.term for term in result.terms}))
        for hit in filter(lambda hit: hit.answers, result.hits):
            self._spans.setdefault(hit.section.id, []).extend(
                (hit.start + start, hit.start + end) for start, end in hit.highlights
            )
        plain = " ".join(joined_by_and(subject)).split()
        words = " ".join(f"titel:{word}" for word in plain if word.isalnum())
        headed = collection.search(words, documents=documents, limit=MOST_HITS) if words else None
        self._headed = {hit.section.id for hit in headed.hits} if headed else set()

    def covers(self, item: Commitment) -> bool:
        """Say whether a promise is about the subject."""
        if item.section in self._headed:
            return True
        inside = [
            span
            for span in self._spans.get(item.section, ())
            if item.start <= span[0] and span[1] <= item.end
        ]
        return len(inside) >= self._needed
