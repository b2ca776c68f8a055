"""Persons whose given names the subject cuts short and the texts of one index do not.

Who looks for »H.C. Ørsted« is told of »Hans Christian Ørsted«, which may be another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from strategikort.index.expanding.expansion import Series
from strategikort.index.expanding.finder import WordFinder
from strategikort.index.expanding.vocabulary import Vocabulary
from strategikort.index.expanding.words import Match, Words
from strategikort.index.filling.analysis import form_of
from strategikort.index.querying.query import Query, QueryWord
from strategikort.language.initials import Person, beginnings, persons
from strategikort.language.lexicon import Lexicon
from strategikort.language.tokens import Token, tokenize

_MATCH = Match(0.5, "synonym")
_MOST = 100_000
"""Words of the texts that begin with one letter, at most."""

_GAP = re.compile(r"\.?[\s\u00a0]*-?")
_COMMA = re.compile(r",\s+")
"""What stands between the names of one person, and behind the last where that comes first."""
_MOST_INITIALS = 3
"""Letters of initials that a subject has in one word, with what is between them."""


def in_full(words: Sequence[str]) -> Iterator[Person]:
    """Yield the persons among words of whom a given name is cut short."""
    return (person for person in persons(words) if any(map(beginnings, person.given)))


def forenames(
    words: Sequence[str], vocabulary: Vocabulary, finder: WordFinder, lexicon: Lexicon
) -> Iterator[Series]:
    """Yield what stands for each person of a subject with names that begin so, side by side."""
    for person in in_full(words):
        elements: list[Words] = []
        for name in person.given:
            begun = [_begun(beginning, vocabulary, lexicon) for beginning in beginnings(name)]
            elements += begun or [finder.exact(QueryWord(name))]
        last = QueryWord(words[person.end - 1])
        elements.append(finder.find(last, compounds=False, family=False, typed=False))
        if all(elements):
            span = tuple(range(person.start, person.end))
            yield Series(tuple(elements), span, _MATCH.weight, _MATCH.how, 0, frozenset())


def _begun(beginning: str, vocabulary: Vocabulary, lexicon: Lexicon) -> Words:
    """Return the names that begin so: those that are listed, and words that are not."""
    keys = dict(vocabulary.forms_beginning(beginning.lower(), _MOST))
    words = Words()
    for form, shown in vocabulary.shown(keys).items():
        small = shown.lower()
        unlisted = shown[:1].isupper() and not lexicon.is_word(small)
        if len(small) > len(beginning) and (unlisted or lexicon.is_only_name(small)):
            words.forms[form] = _MATCH
            words.keys.add(keys[form])
    return words


class Persons:
    """Tells the words of a person's name that are other persons' where they stand.

    In »Bent Jensen og Ole Hansen« there is no Bent Hansen.  ``is_person`` tells of a first name
    that it is one.
    """

    def __init__(
        self, query: Query, words: Sequence[str], is_person: Callable[[str], bool]
    ) -> None:
        self._names = [
            [form_of(word) for word in words[person.start : person.end]]
            for person in persons(words)
            if is_person(person.given[0])
            and re.search(r"\s+".join(map(re.escape, words[person.start : person.end])), query.text)
        ]

    def __bool__(self) -> bool:
        return bool(self._names)

    def others_in(self, text: str) -> set[int]:
        """Return the words of a passage that are of other names."""
        others: set[int] = set()
        tokens = tokenize(text) if self._names else []
        for *given, last in self._names:
            own: set[int] = set()
            for at, token in enumerate(tokens):
                if form_of(token.text) in (last, f"{last}s"):
                    run = _run(text, tokens, at)
                    if all(any(_is_name(tokens[one].text, name) for one in run) for name in given):
                        own |= {at, *run}
            others |= {
                at
                for at, token in enumerate(tokens)
                if at not in own and form_of(token.text) in (*given, last, f"{last}s")
            }
        return others


def _run(text: str, tokens: Sequence[Token], at: int) -> list[int]:
    """Return the words with a capital in front of a last name, or behind its comma."""
    run: list[int] = []
    before = at
    while before and _GAP.fullmatch(text, tokens[before - 1].end, tokens[before].start):
        before -= 1
        if not tokens[before].text[0].isupper():
            break
        run.append(before)
    after = at + 1
    while not run and after < len(tokens) and tokens[after].text[0].isupper():
        gap = _COMMA if after == at + 1 else _GAP
        if not gap.fullmatch(text, tokens[after - 1].end, tokens[after].start):
            break
        run.append(after)
        after += 1
    return run


def _is_name(written: str, name: str) -> bool:
    """Tell whether a word is a given name (folded), or one of the two the other cut short."""
    form = form_of(written)
    short = beginnings(written) or len(name) <= _MOST_INITIALS
    return form == name or bool(short and form[0] == name[0])
