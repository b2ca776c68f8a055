"""As what a subject stands in which documents, with the places and the words that are named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set

from strategikort.absencereport import Presence, SoughtWord
from strategikort.index.absence.judging import Level
from strategikort.index.absence.sought import UNNAMED
from strategikort.index.absence.subject import Standing
from strategikort.index.absence.vocabulary import SubjectVocabulary
from strategikort.index.expanding.expansion import Expansion
from strategikort.index.expanding.synonyms import RELATED_TERM
from strategikort.index.querying.query import QueryWord
from strategikort.index.ranking.hits import Shown
from strategikort.index.ranking.rank import Scored
from strategikort.index.ranking.repeats import SameTexts, each_once, told_of_hit
from strategikort.language.numbers.timespans import begins_span
from strategikort.model import Document, Hit

_SHOWN = 20
"""Places that are named when the subject is there after all."""

_AT_LEAST = 3
"""Places that are named of each way in which it is there."""

_READ = 100
"""Places whose words are read for what is said there."""

_MATCHED: dict[Level, tuple[str, ...]] = {
    Level.ITSELF: (),
    Level.INSIDE: ("compound",),
    Level.OTHERWISE: ("synonym",),
    Level.KINDRED: ("inflection", "exact", "compound"),
    Level.SCATTERED: (),
}
"""How the words were found that are named for a level."""

_IN_SPAN = re.compile(r"[\s.\-\u2010-\u2015]*(?:(?:til|og|samt|med|den|d\.)\s)*")


class Said:
    """What is said for a subject where it does not stand itself."""

    def __init__(
        self,
        vocabulary: SubjectVocabulary,
        words: Sequence[QueryWord],
        sought: Sequence[SoughtWord],
    ) -> None:
        own = frozenset().union(*(vocabulary.own(word).forms for word in words))
        self._own = set(map(str.casefold, vocabulary.shown(own)))
        self._terms = [
            item
            for word in sought
            for item in word.alternatives
            if item.counted and item.relation != RELATED_TERM
        ]

    def words(self, hits: Sequence[Hit], level: Level, documents: Set[str]) -> tuple[str, ...]:
        """Return the words of some passages that stand for the subject, the terms first."""
        wanted = _MATCHED[level]
        matches = [match for hit in hits for match in (*hit.matches, *hit.headings)]
        words = [text for _, text, how in matches if how in wanted]
        if level is Level.OTHERWISE:
            words = [span for hit in hits for span in _spans_in(hit)] or words
            terms = [
                item.term
                for item in self._terms
                if item.term not in UNNAMED and not documents.isdisjoint(item.documents)
            ]
            words = terms or words
        others = [word for word in words if word.casefold() not in self._own]
        words = others if level is Level.INSIDE else others or words
        return tuple({word.casefold(): word for word in reversed(words)}.values())[::-1]


def _spans_in(hit: Hit) -> Iterator[str]:
    """Yield the spans of time among the matched words of a hit: ``12.-15. maj``."""
    text, marks = hit.text, hit.highlights
    at = 0
    while at < len(marks):
        end = at + 1
        while end < len(marks) and _IN_SPAN.fullmatch(text, marks[end - 1].end, marks[end].start):
            end += 1
        if end - at > 1 and begins_span(text, marks[at].start):
            yield text[marks[at].start : marks[end - 1].end]
        at = end


class Places:
    """Chooses the places that are named of a subject, each once in documents of the same text."""

    def __init__(self, shown: Shown, expansion: Expansion, same: SameTexts) -> None:
        self._shown = shown
        self._expansion = expansion
        self._same = same

    def presence(
        self, standing: Sequence[Standing], documents: Sequence[Document], said: Said
    ) -> Iterator[Presence]:
        """Yield as what a subject stands in ``documents``, the surest first.

        A document is named for the surest level; what else stands in it is not needed.
        """
        left, named = _SHOWN, set[str]()
        for level in Level:
            at_level = [item.scored for item in standing if item.level is level]
            of = self._shown.document_of(item.candidate.section for item in at_level)
            at_level = [item for item in at_level if of[item.candidate.section] not in named]
            if not at_level:
                continue
            new = {of[item.candidate.section] for item in at_level}
            scored, also = self._each_once(at_level, of)
            most = max(left, _AT_LEAST)
            chosen = _chosen(scored, of, most)
            left -= len(chosen)
            named |= new
            read = scored[:_READ] if _MATCHED[level] else []
            yield Presence(
                level.how,
                tuple(document.id for document in documents if document.id in new),
                said.words(self._shown.hits(read, self._expansion), level, new),
                tuple(
                    hit._replace(also=also.get(item.candidate.number, ()))
                    for item, hit in self._hits(chosen)
                ),
                len(scored),
            )

    def _each_once(
        self, scored: list[Scored], of: Mapping[int, str]
    ) -> tuple[list[Scored], dict[int, tuple[Hit, ...]]]:
        """Return passages without those that repeat another, and by its number what repeats that.

        ``of`` gives the document of a section.
        """
        same = self._same.others
        twofold = [item for item in scored if of[item.candidate.section] in same]
        if not twofold:
            return scored, {}
        once = each_once(self._hits(twofold), self._same, lambda pair: told_of_hit(pair[1]))
        also = {
            item.candidate.number: tuple(hit for _, hit in others) for (item, _), others in once
        }
        kept = [
            item
            for item in scored
            if of[item.candidate.section] not in same or item.candidate.number in also
        ]
        return kept, also

    def _hits(self, scored: Sequence[Scored]) -> Iterator[tuple[Scored, Hit]]:
        return zip(scored, self._shown.hits(scored, self._expansion), strict=True)


def _chosen(scored: Sequence[Scored], of: Mapping[int, str], most: int) -> list[Scored]:
    """Return of every document the best passage, and then the best of all, in their order."""
    firsts: dict[str, int] = {}
    for at, item in enumerate(scored):
        firsts.setdefault(of[item.candidate.section], at)
    order = dict.fromkeys((*firsts.values(), *range(len(scored))))
    return [scored[at] for at in sorted([*order][:most])]
