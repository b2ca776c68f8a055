"""Where two documents say the same sentence with different numbers or dates.

Two drafts of an agreement, a report and its revision: documents are versions of each other when
they share most of their sentences, numbers aside, or some of them and their titles.  Only whole
sentences with the same words count, so nothing is guessed about what a number belongs to.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from strategikort.editions.match import Matcher
from strategikort.language.fold import fold
from strategikort.language.sentences import sentences
from strategikort.language.stopwords import STOP_WORDS
from strategikort.links.commitments.rules import known_rules
from strategikort.links.evidence import EvidenceRoom
from strategikort.links.factrules import Disagreement, Statement
from strategikort.links.model import PASSED_OVER
from strategikort.links.quantities import Quantity, words_and_quantities
from strategikort.model import Document, Section

FEWEST_WORDS = 4
"""Words besides its numbers and units that make a sentence known wherever it stands.

With fewer it is known in one section, if it has a word that says something.
"""

MOST_DOCUMENTS = 20
"""Documents with one sentence; what stands in more of them is a form."""

_SHARED = 2
"""Sentences that documents with like titles must share to be versions of each other."""
_SHARED_AT_ALL = 5
"""Sentences that others must share, besides half of those of the shorter one."""

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_MARK = re.compile(r"\s*(?:\d{1,3}[.)]|[-–—•*])\s+")
_REFERS = re.compile(
    r"(?:§§?|\b(?:afsnit|artikel|bilag|figur|fodnote|kap|kapitel|nr|s|side|stk|tabel|version))"
    r"\.?\s*$",
    re.IGNORECASE,
)
"""Before a number that only says where something stands."""

Span = tuple[int, int]


class _Said(NamedTuple):
    """A sentence and its numbers and months."""

    section: Section
    start: int
    end: int
    numbers: tuple[Quantity, ...]

    @property
    def values(self) -> tuple[str, ...]:
        """What the numbers come to."""
        return tuple(number.value for number in self.numbers)


def version_differences(
    documents: Sequence[Document], sections: Iterable[Section], room: EvidenceRoom
) -> list[Disagreement]:
    """Return the sentences that two versions of a document have with different numbers."""
    said: dict[str, dict[str, list[_Said]]] = {}
    lengths: Counter[str] = Counter()
    by_document: dict[str, list[Section]] = {}
    for section in sections:
        by_document.setdefault(section.document, []).append(section)
        for key, sentence in _rows(section) if section.table else _sentences(section):
            said.setdefault(key, {}).setdefault(section.document, []).append(sentence)
            lengths[section.document] += _is_long(key)
    shared = {key: held for key, held in said.items() if 1 < len(held) <= MOST_DOCUMENTS}
    together: Counter[tuple[str, str]] = Counter()
    common: Counter[tuple[str, str]] = Counter()
    for key, held in shared.items():
        if _is_long(key):
            together.update(combinations(held, 2))
            for one, other in combinations(held.values(), 2):
                common.update(
                    {(here.section.id, there.section.id) for here in one for there in other}
                )
    titles = {item.id: frozenset(_TOKEN.findall(fold(item.title))) for item in documents}
    same = {
        pair: _same_sections(*(by_document[name] for name in pair))
        for pair, count in together.items()
        if (count >= _SHARED and _alike(titles, *pair))
        or (count >= _SHARED_AT_ALL and 2 * count >= min(lengths[name] for name in pair))
    }
    return [
        _difference(pair, room)
        for key, held in shared.items()
        for one, other in combinations(held, 2)
        if (one, other) in same
        for pair in _of_the_same(
            held[one], held[other], same[one, other], common if _is_long(key) else Counter()
        )
        if pair[0].values != pair[1].values and not _of_another_time(*pair)
    ]


def _is_long(key: str) -> bool:
    """Say whether a sentence has so many words that it is known wherever it stands."""
    return sum(word != "#" for word in key.split()) >= FEWEST_WORDS


def _same_sections(old: Sequence[Section], new: Sequence[Section]) -> dict[str, str]:
    """Return the sections of one version by (the ids of) those that they are in another."""
    pairs = Matcher(old, new).pairs
    return {old[here].id: new[there].id for here, there in pairs.items()}


def _of_the_same(
    ours: Sequence[_Said],
    theirs: Sequence[_Said],
    same: Mapping[str, str],
    common: Mapping[tuple[str, str], int],
) -> Iterator[tuple[_Said, _Said]]:
    """Go through what two versions say of the same in one sentence, once with the same numbers.

    ``Der afsættes 3 mio. kr. til formålet`` is said of schools here, and of roads there: it must
    stand in one section, or in two that have more in ``common`` if it is said once by either.
    """
    by_section = {item.section.id: item for item in theirs}
    told: set[tuple[tuple[str, ...], ...]] = set()
    for here in ours:
        there = by_section.get(same.get(here.section.id, ""))
        if there is None:
            first = theirs[0]
            if not (_settled(ours) and _settled(theirs)) or (
                common.get((here.section.id, first.section.id), 0) < 2
            ):
                continue
            there = first
        both = here, there
        values = here.values, there.values
        if values not in told and all(
            _settled([item for item in held if item.section.id == one.section.id])
            for held, one in zip((ours, theirs), both, strict=True)
        ):
            told.add(values)
            yield both


def _of_another_time(one: _Said, other: _Said) -> bool:
    """Say whether sentences tell of two times and what was so at each.

    ``I 2022 var der 540 ledige`` and ``I 2023 var der 610`` are both true.
    """
    differing = [
        first.is_time and second.is_time
        for first, second in zip(one.numbers, other.numbers, strict=True)
        if first.value != second.value
    ]
    return True in differing and False in differing[differing.index(True) :]


def _settled(held: Sequence[_Said]) -> bool:
    """Say whether a document says a sentence with the same numbers each time."""
    return len({item.values for item in held}) == 1


def _sentences(section: Section) -> Iterable[tuple[str, _Said]]:
    """Go through the sentences of a section, each with its words without the numbers."""
    if section.kind in PASSED_OVER:
        return
    text = section.text.text
    for start, end in sentences(text):
        mark = _MARK.match(text, start, end)
        words: list[str] = []
        numbers: list[Quantity] = []
        for found in words_and_quantities(text, mark.end() if mark else start, end):
            if isinstance(found, str):
                words.append(found)
            elif not _REFERS.search(text, max(start, found.start - 12), found.start):
                numbers.append(found)
                words.append("#")
        if any(word != "#" and fold(word) not in STOP_WORDS for word in words):
            yield " ".join(words), _Said(section, start, end, tuple(numbers))


def _rows(section: Section) -> Iterable[tuple[str, _Said]]:
    """Go through the rows of a table with numbers in them, each with its words and the columns'."""
    if section.table is None:
        return
    text, end = section.text.text, 0
    columns = fold(" | ".join(section.table.columns))
    for cells in section.table.rows:
        row = " ".join(filter(None, cells))
        start = text.find(row, end)
        if start < 0:
            continue
        end = start + len(row)
        found = [*words_and_quantities(text, start, end)]
        words = [item if isinstance(item, str) else "#" for item in found]
        numbers = tuple(item for item in found if not isinstance(item, str))
        if numbers and len(words) > len(numbers):
            yield f"{columns}: {' '.join(words)}", _Said(section, start, end, numbers)


def _alike(titles: Mapping[str, frozenset[str]], one: str, other: str) -> bool:
    """Say whether one title is the other with something added (»revideret«)."""
    first, second = titles.get(one, frozenset()), titles.get(other, frozenset())
    return min(len(first), len(second)) > 1 and (first <= second or second <= first)


def _difference(pair: tuple[_Said, _Said], room: EvidenceRoom) -> Disagreement:
    one, other = pair
    text = one.section.text.text
    differing = [at for at, value in enumerate(one.values) if value != other.values[at]]
    mark = _MARK.match(text, one.start, one.end)
    shown, position = "", mark.end() if mark else one.start
    spans = [_hidden(*pair, at) for at in differing]
    for start, end in _joined(text, spans):
        shown += text[position:start] + "…"
        position = end
    question = " ".join((shown + text[position : one.end]).split()).rstrip(" .")
    return Disagreement(
        "tal-i-samme-saetning",
        f"Hvad skal der stå: »{question}«?",
        "",
        tuple(
            Statement(_shown(item, differing), room.of(item.section, item.start, item.end))
            for item in pair
        ),
    )


def _hidden(one: _Said, other: _Said, at: int) -> Span:
    """Return the place of a number that differs, with its unit where that differs too."""
    units = [
        said.section.text.text[said.numbers[at].end : said.numbers[at].unit_end]
        for said in (one, other)
    ]
    number = one.numbers[at]
    return number.start, number.end if units[0] == units[1] else number.unit_end


def _shown(said: _Said, differing: Sequence[int]) -> str:
    """Return the numbers that differ with the words that go with them: ``300 mio. kr.``."""
    text, rules = said.section.text.text, known_rules()
    whole = [
        match.span()
        for pattern in (rules.amounts, rules.deadlines, rules.recurrences)
        for match in pattern.finditer(text, said.start, said.end)
    ]
    spans: dict[Span, None] = {}
    places = [(said.numbers[at].start, said.numbers[at].unit_end) for at in differing]
    for start, end in _joined(text, places):
        around = [span for span in whole if span[0] <= start and end <= span[1]]
        spans[around[0] if around else (start, end)] = None
    return ", ".join(text[start:end] for start, end in spans)


def _joined(text: str, spans: Sequence[Span]) -> list[Span]:
    """Return places without those between which only a blank stands: ``18. december 2017``."""
    found: list[Span] = []
    for start, end in spans:
        if found and not text[found[-1][1] : start].strip(" ."):
            start = found.pop()[0]
        found.append((start, end))
    return found
