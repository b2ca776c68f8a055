"""What passages are worth beside others that hold the kind of thing a question asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set

from strategikort.index.expanding.expansion import Expansion
from strategikort.index.expanding.words import INFLECTION
from strategikort.index.ranking.candidate import Candidate, Found
from strategikort.index.ranking.questions import TIMES, Asked, gain
from strategikort.index.ranking.rank import Scored
from strategikort.index.ranking.retrieval import Retrieval
from strategikort.language.tokens import word_texts

TITLED = 0.5
"""What words of the question that only the document's title has add beside those of a passage.

Of conclusions on digital diplomacy, each is about that, and does not say it.
"""

NAMING = 2
"""Words of a question that a title must have to tell what the document is about."""

LED = 0.7
"""What the items of a list are worth beside what leads to it and says how something can be done."""

LEADING = 0.6
"""What a passage is worth beside the best, at least, for its list to answer as well."""


class Answering:
    """Weighs the passages of one index by what a question asks for.

    ``numbers_of`` gives the forms of words.
    """

    def __init__(
        self,
        retrieval: Retrieval,
        numbers_of: Callable[[Iterable[str]], Iterable[int]],
    ) -> None:
        self._retrieval = retrieval
        self._numbers_of = numbers_of

    def by_type(
        self, wanted: Asked, scored: Iterable[Scored], expansion: Expansion
    ) -> Iterator[Scored]:
        """Yield passages, those worth more that hold what is ``wanted``."""
        named: dict[str, Set[int]] = {}
        for item in scored:
            text = self._retrieval.text(item.candidate)
            year = self._retrieval.year(item.candidate) if wanted is Asked.COMING else ""
            if gained := gain(text, wanted, item.found, expansion.groups, year):
                parts = {**item.parts, "answer": gained}
                if wanted in TIMES:
                    title = self._retrieval.title(item.candidate)
                    if title not in named:
                        named[title] = self._named_in(title, expansion)
                    if titled := _titled(item, named[title], expansion):
                        parts["title"] = titled
                        gained += titled
                item = item._replace(score=item.score + gained, parts=parts)
            yield item

    def _named_in(self, title: str, expansion: Expansion) -> Set[int]:
        """Return which words of a question a title has, none if they are too few."""
        forms = {*self._numbers_of(word_texts(title))}
        named = {
            number
            for number, group in enumerate(expansion.groups)
            if any(
                match.weight >= INFLECTION and form in forms
                for form, match in group.words.forms.items()
            )
        }
        return named if len(named) >= NAMING else set()

    def with_items(
        self, scored: Sequence[Scored], matches: Callable[[Candidate], Sequence[Found]]
    ) -> list[Scored]:
        """Return passages and, where one leads to a list, the items of that, which answer with it.

        »Det kan bestå i, at man:« says what can be done only with what stands below.  ``matches``
        gives those of the question in a passage.
        """
        answers = [item for item in scored if item.answers]
        least = LEADING * max((item.score for item in answers), default=0.0)
        leading: dict[int, float] = {}
        for item in answers:
            if item.score >= least:
                section = item.candidate.section
                leading[section] = max(leading.get(section, 0.0), item.score)
        led = {
            candidate.number: (candidate, LED * leading[above])
            for candidate, above in self._retrieval.items(tuple(leading))
        }
        found = [_raised(item, led.pop(item.candidate.number, (None, 0.0))[1]) for item in scored]
        found += [
            Scored(candidate, score, False, tuple(matches(candidate)), {"list": score})
            for candidate, score in led.values()
        ]
        return found


def _raised(item: Scored, least: float) -> Scored:
    """Return an item of a list for what the list is worth, if it is worth less by itself."""
    if item.score >= least:
        return item
    return item._replace(score=least, parts={**item.parts, "list": least - item.score})


def _titled(item: Scored, named: Set[int], expansion: Expansion) -> float:
    """Return what a passage gains by the words of a question that only the title has.

    Nothing where it has none itself besides: then it may be about anything in the document.
    """
    here = {found.group for found in (*item.found, *item.headings)}
    if here <= named:
        return 0.0
    groups = expansion.groups
    told = sum(groups[number].idf for number in named - here)
    return TITLED * told / sum(group.idf for group in groups) if told else 0.0
