"""Where two documents say the same sentence with different numbers or dates.

Two drafts of an agreement, a report and its revision: documents are versions of each other when
they share most of their sentences, numbers aside, or some of them and their titles.  Only whole
sentences with the same words count, so nothing is guessed about what a number belongs to.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from strategikort.index.storage.namekeys import name_key
from strategikort.language.fold import fold
from strategikort.language.sentences import sentences
from strategikort.links.commitments.rules import known_rules
from strategikort.links.evidence import EvidenceRoom
from strategikort.links.factrules import Disagreement, Statement
from strategikort.links.model import PASSED_OVER
from strategikort.links.quantities import Quantity, words_and_quantities
from strategikort.model import Document, Section

FEWEST_WORDS = 4
"""Words that a sentence must have besides its numbers and units."""

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
    for section in sections:
        for key, sentence in _rows(section) if section.table else _sentences(section):
            said.setdefault(key, {}).setdefault(section.document, []).append(sentence)
            lengths[section.document] += 1
    shared = {key: held for key, held in said.items() if 1 < len(held) <= MOST_DOCUMENTS}
    together: Counter[tuple[str, str]] = Counter()
    for held in shared.values():
        together.update(combinations(held, 2))
    titles = {item.id: frozenset(_TOKEN.findall(fold(item.title))) for item in documents}
    versions = {
        pair
        for pair, count in together.items()
        if (count >= _SHARED and _alike(titles, *pair))
        or (count >= _SHARED_AT_ALL and 2 * count >= min(lengths[name] for name in pair))
    }
    alike = _alike_sections(shared.values())
    return [
        _difference(pair, room)
        for held in shared.values()
        for pair in (
            (held[one][0], held[other][0])
            for one, other in combinations(held, 2)
            if (one, other) in versions and _settled(held[one]) and _settled(held[other])
        )
        if pair[0].values != pair[1].values
        and alike(pair[0].section, pair[1].section)
        and not _of_another_time(*pair)
    ]


def _alike_sections(shared: Iterable[Mapping[str, Sequence[_Said]]]) -> Callable[..., bool]:
    """Return what says whether two sections are about the same: by title, or by what they share.

    ``Der afsættes 3 mio. kr. til formålet`` is said of schools here, and of roads there.
    """
    together: Counter[tuple[str, str]] = Counter()
    for held in shared:
        for one, other in combinations(held.values(), 2):
            together.update(
                {(here.section.id, there.section.id) for here in one for there in other}
            )

    def alike(one: Section, other: Section) -> bool:
        same = name_key(one.title) == name_key(other.title)
        return same or together[one.id, other.id] > 1

    return alike


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
        if sum(word != "#" for word in words) >= FEWEST_WORDS:
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
    shown, position = "", one.start
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
