"""How well a passage answers a query: every word weighed where it stands.

A passage is better the more of the query's words it covers (rare words counting more), the
nearer the matches are to what was typed, the closer together they stand, and if they stand in
its heading.  Passages that cover too little are no answer at all.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from strategikort.index.expanding.expansion import Expansion, Group
from strategikort.index.expanding.words import COMPOUND, DERIVED, INFLECTION, RELATED
from strategikort.index.querying.filters import Filters
from strategikort.index.ranking.candidate import Candidate, Found
from strategikort.index.ranking.matches import Matcher, said_once, tightest
from strategikort.index.ranking.numbers import Numbers
from strategikort.language.stopwords import content_words
from strategikort.language.tokens import word_texts

OWN_HEADING = 0.9
"""What a match in the passage's own heading is worth beside one in its text."""

ABOVE = 0.7
"""What a match in the heading of the section above is worth."""

REPEATED = 0.3
"""What further matches of the same word add at most."""

BOTH = 0.2
"""What a match in heading and text together adds."""

NAMED = 0.3
"""What a passage gains when its whole heading is named in the query."""

FURTHER = 0.5
"""The part of what an answer must cover that is enough to go on with a list of answers."""

ALL = 0.999
"""The share of the query that is all of it, whatever the rounding."""

LEAST_WORTH = 0.14
"""What the matches of an answer are worth at least, where all words as they were typed are 1.

Less is only what is derived from a synonym, or compounds that share a part with a compound.
"""

NAMING = 2.0
"""How rare the words of a heading must be to name it (see :class:`Weigher`)."""

OTHER_KIND = 0.5
"""What a passage keeps of its score when another kind of section was asked for."""

CLOSENESS = 0.2
"""The part of the score that depends on how close together the matches stand."""

COVERED = 0.2
"""What a passage gains that has all words of a query of several, in one form or another.

It says more to have each of them, by a synonym if need be, than to have a few as they were typed.
"""

SEVERAL = 3
"""Words of such a query; of two, one often only says what the other is asked for."""

ALONE = 0.75
"""How close a match is that stands alone where other words were typed beside it."""

LENGTH = 0.04
"""How much a passage loses for each doubling of its length beyond the usual."""

USUAL_LENGTH = 40
"""Words."""


class Scored(NamedTuple):
    """A passage with its score, above 0 and seldom above 1, and its matches.

    ``headings`` are those of words that only the headings over it have.  ``answers`` tells whether
    it covers enough of the query to be an answer by itself; others only go on with a list;
    ``headed`` whether the heading right over it has every word of the query.
    """

    candidate: Candidate
    score: float
    answers: bool
    found: tuple[Found, ...]
    parts: Mapping[str, float]
    headings: tuple[Found, ...] = ()
    headed: bool = False


class _InHeading(NamedTuple):
    """For each word of a query its best match in a heading, and what that is worth."""

    best: list[Found | None]
    worth: list[float]

    @classmethod
    def of(cls, best: list[Found | None]) -> _InHeading:
        return cls(best, [item.weight if item else 0.0 for item in best])


class _Weighed(NamedTuple):
    """What each word of a query is worth in a passage, and what stands for it there.

    ``covered`` is the share of the query that stands there at all, ``firm`` the weight of what does
    for sure, ``worth_all`` the share with what it is worth; ``told`` says that not only numbers do.
    """

    worth: list[float]
    in_text: list[Found]
    in_headings: list[Found]
    covered: float
    firm: float
    worth_all: float
    told: bool


class Ranker:
    """Weighs passages against one expanded query.

    ``others`` gives the words of a passage that are only spelt like a form of one of the query,
    ``linked`` those of web addresses.
    """

    def __init__(
        self,
        expansion: Expansion,
        kinds: Mapping[str, float],
        filters: Filters | None = None,
        *,
        exact: bool = False,
        every: bool = False,
        others: Callable[[Candidate], Set[int]] | None = None,
        linked: Callable[[Candidate], Set[int]] | None = None,
    ) -> None:
        self._kinds = kinds
        self._linked = linked
        self._others = others
        self._preferred = filters.preferred if filters else None
        self._seen: dict[int, tuple[_InHeading, _InHeading]] = {}
        self._groups = expansion.groups
        self._unnamed = _InHeading.of([None] * len(self._groups))
        self._numbers = Numbers([group.word.text for group in self._groups], filters)
        self._total = sum(group.idf for group in self._groups) or 1.0
        self._exact = exact
        whole = exact or every
        self.needed = ALL if whole else _needed(len(self._groups))
        """The share of the query, by the weight of its words, that an answer must cover."""
        self._alone = 1.0 if len(self._groups) == 1 or expansion.asked else ALONE
        self.matcher = Matcher(expansion, exact=exact)

    def score(self, candidate: Candidate) -> Scored | None:
        """Return how well ``candidate`` answers; None if far too little of the query is covered."""
        own, above = self._headings(candidate)
        weighed = self._weigh(self._matches(candidate), own, above)
        if weighed is None:
            return None
        worth, in_text, in_headings, covered, firm, worth_all, told = weighed
        named = self._named(candidate, own.worth) if told and any(own.worth) else 0.0
        numbers = self._numbers
        if not (told or numbers.may_be_places) or (numbers.is_place and not all(worth)):
            return None
        if not covered or (covered < FURTHER * self.needed and not named):
            return None
        length = math.log2(max(len(candidate.forms), USUAL_LENGTH) / USUAL_LENGTH)
        parts = {
            "words": (1 - CLOSENESS) * worth_all,
            "closeness": CLOSENESS * self._closeness(in_text, worth) * covered,
            "coverage": COVERED * covered if len(self._groups) >= SEVERAL else 0.0,
            "length": -LENGTH * length * covered,
            "heading": NAMED * named,
        }
        weight = self._weight(candidate.kind)
        if weight != 1.0:
            parts["kind"] = (weight - 1.0) * sum(parts.values())
        score = max(sum(parts.values()), 0.001)
        answers = firm >= self.needed * self._total and worth_all >= LEAST_WORTH and told
        answers = answers or (named > 0 and self.needed < ALL)
        headed = all(own.worth)
        return Scored(candidate, score, answers, tuple(in_text), parts, tuple(in_headings), headed)

    def _matches(self, candidate: Candidate) -> list[Found]:
        """Return the matches in a text, each for what its word really is there."""
        found = self.matcher.in_passage(candidate)
        if self._others and (others := self._others(candidate)):
            found = [_as_derived(item) if item.token in others else item for item in found]
        if self._linked and (linked := self._linked(candidate)):
            found = [_as_linked(item) if item.token in linked else item for item in found]
            found = [item for item in found if item.weight]
        return said_once(found) if len(self._groups) > 1 else found

    def _weigh(self, found: Sequence[Found], own: _InHeading, above: _InHeading) -> _Weighed | None:
        """Weigh each word of the query by its matches; None if a heading lacks what it is to have.

        ``own`` and ``above`` are the headings over the text with the matches ``found``.
        """
        worth: list[float] = []
        in_text: list[Found] = []
        in_headings: list[Found] = []
        covered = firmly = weighed = 0.0
        told = False
        for number, group in enumerate(self._groups):
            here = [item for item in found if item.group == number]
            text = _in_text(here)
            if group.word.heading:
                text, here = 0.0, []
            in_own, in_above = own.worth[number], above.worth[number]
            firm = True
            if group.shared:
                matches = [*here, *filter(None, (own.best[number], above.best[number]))]
                firm = _is_firm(group, matches)
                if not firm and group.alone.isdisjoint(item.form for item in matches):
                    text, here, in_own, in_above = 0.0, [], 0.0, 0.0
            value = max(text, OWN_HEADING * in_own, ABOVE * in_above)
            if text and in_own:
                value += BOTH * min(text, in_own)
            if value and not here:
                heading = own.best[number] or above.best[number]
                in_headings += [heading] if heading else []
            if group.word.heading and not value:
                return None
            if value:
                covered += group.idf
                told = told or not self._numbers.says_nothing(number, worth)
                weighed += group.idf * value
                firmly += group.idf * firm
            worth.append(value)
            in_text += here
        total = self._total
        return _Weighed(worth, in_text, in_headings, covered / total, firmly, weighed / total, told)

    def _weight(self, kind: str) -> float:
        weight = self._kinds.get(kind, 1.0)
        return weight if self._preferred in (None, kind) else OTHER_KIND * weight

    def _named(self, candidate: Candidate, own: Sequence[float]) -> float:
        """Return the share of the query that names the heading, if all of the heading is named.

        Asked for ``regeringens holdning til Kina``, the section »Kina« is about it.
        """
        own_forms = dict.fromkeys(candidate.own)
        matched = sum(1 for form in own_forms if self.matcher.worth(form) >= INFLECTION)
        if not matched or matched < _content_count(candidate.title):
            return 0.0
        named = sum(
            group.idf for group, value in zip(self._groups, own, strict=True) if value >= INFLECTION
        )
        return named / self._total if named >= NAMING else 0.0

    def _headings(self, candidate: Candidate) -> tuple[_InHeading, _InHeading]:
        """Return what the headings over a passage are worth; the same for a whole section."""
        found = self._seen.get(candidate.section)
        if found is None:
            found = self._in_heading(candidate.own), self._in_heading(candidate.above)
            self._seen[candidate.section] = found
        return found

    def _in_heading(self, forms: Sequence[int]) -> _InHeading:
        """Return what a heading is worth; its number alone only where one may be asked for."""
        best = self.matcher.in_heading(forms)
        if not any(best):
            return self._unnamed
        counts = self._numbers.counts
        told = any(item and not counts[number] for number, item in enumerate(best))
        return _InHeading.of(best) if told or self._numbers.may_be_places else self._unnamed

    def _closeness(self, found: Sequence[Found], worth: Sequence[float]) -> float:
        """Return 1 where the matched words stand side by side, less the wider they are spread."""
        wanted = sum(1 for value in worth if value)
        if wanted < 2:
            return self._alone if found else 0.5
        places = sorted({(item.token, item.group) for item in found})
        groups = {group for _, group in places}
        if len(groups) < 2:
            return 0.0
        best = tightest(places, len(groups))
        spread = best / len(groups)
        return (len(groups) / wanted) / (1 + math.log2(max(spread, 1.0)) / 2)


def _as_derived(item: Found) -> Found:
    """Return a match of another word of the same root: »Han spiller« for ``spillere``."""
    if item.how != "inflection":
        return item
    return item._replace(weight=min(item.weight, DERIVED))


def _as_linked(item: Found) -> Found:
    """Return a match in a web address: a part of it as typed, and nothing else."""
    weight = min(item.weight, COMPOUND) if item.how == "exact" else 0.0
    return item._replace(weight=weight, how="compound")


def _is_firm(group: Group, found: Sequence[Found]) -> bool:
    """Tell whether matches are more than one part that a compound of the query has as well."""
    if any(item.how != "compound" or item.weight > RELATED for item in found):
        return True
    parts = (any(item.form in words.forms for item in found) for words in group.shared)
    return sum(parts) > 1


def _needed(count: int) -> float:
    """Return the share of a query of ``count`` words that an answer must cover.

    Of two words the rarer must be there; of more one may be missing that is rare.
    """
    return 0.5 if count <= 2 else 0.42


@lru_cache(maxsize=4096)
def _content_count(title: str) -> int:
    return len(content_words(word_texts(title)))


def _in_text(found: Sequence[Found]) -> float:
    if not found:
        return 0.0
    if len(found) == 1:
        return found[0].weight * (1 - REPEATED)
    best = max([item.weight for item in found])
    places = len({item.token for item in found})
    return best * (1 - REPEATED + REPEATED * min(1.0, (places - 1) / 2))
