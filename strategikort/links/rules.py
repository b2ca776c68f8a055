"""The words by which promises are recognised, read from ``data/commitments.yaml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from strategikort.catalog.yamlfile import Entry, read_yaml
from strategikort.language.currencies import CURRENCY_NAMES
from strategikort.language.months import MONTHS
from strategikort.language.numerals import same_number
from strategikort.links.names import DATA

RULES_FILE = DATA / "commitments.yaml"

_LISTS: Mapping[str, Iterable[str]] = {
    "month": MONTHS,
    "number": [letters for n in range(2, 100) if (letters := same_number(str(n)))],
    "currency": CURRENCY_NAMES,
    "code": [name for name in CURRENCY_NAMES if name.isupper() and name.isalpha()],
}
"""What may stand in braces in the patterns of the file."""


class Invitation(NamedTuple):
    """What stands between who is asked and what is asked, and how strongly that binds."""

    link: re.Pattern[str]
    strength: str


class Rules(NamedTuple):
    """Lists of words; see the data file for what each is for.  All in small letters."""

    modals: dict[str, str]
    invitations: dict[str, Invitation]
    must: frozenset[str]
    must_actors: frozenset[str]
    advice_kinds: frozenset[str]
    advice_modals: frozenset[str]
    advice_actors: frozenset[str]
    powers: frozenset[str]
    no_promise_after: frozenset[str]
    reported: frozenset[str]
    other_minds: frozenset[str]
    prediction: frozenset[str]
    own_states: frozenset[str]
    plan_phrases: tuple[str, ...]
    instruments: frozenset[str]
    acting_endings: tuple[str, ...]
    acting_last: frozenset[str]
    no_action: tuple[str, ...]
    only_said: frozenset[str]
    no_actors: frozenset[str]
    phrases: tuple[tuple[str, str], ...]
    decisions: frozenset[str]
    norm_kinds: frozenset[str]
    persons: tuple[str, ...]
    states: frozenset[str]
    funding: frozenset[str]
    empty_subjects: frozenset[str]
    pronouns: frozenset[str]
    articles: frozenset[str]
    adverbs: tuple[str, ...]
    openers: frozenset[str]
    fronted: frozenset[str]
    stoppers: frozenset[str]
    deadlines: re.Pattern[str]
    amounts: re.Pattern[str]


@lru_cache(maxsize=1)
def known_rules() -> Rules:
    """Read the rules; raises ``ProfileError`` for a mistake in the file."""
    top = read_yaml(RULES_FILE)
    modals = {
        word: strength for strength, words in top.need("modals").pairs() for word in words.texts
    }

    def words(key: str) -> frozenset[str]:
        return frozenset(word.casefold() for word in top.need(key).texts)

    def ordered(key: str) -> tuple[str, ...]:
        return tuple(sorted(top.need(key).texts, key=len, reverse=True))

    rules = Rules(
        modals,
        {
            word: invitation
            for item in top.need("invitations").items
            for invitation in (_invitation(item),)
            for word in item.need("words").texts
        },
        words("must"),
        words("must_actors"),
        words("advice_kinds"),
        words("advice_modals"),
        words("advice_actors"),
        words("powers"),
        words("no_promise_after"),
        words("reported"),
        words("other_minds"),
        words("prediction"),
        words("own_states"),
        ordered("plan_phrases"),
        words("instruments"),
        ordered("acting_endings"),
        words("acting_last"),
        ordered("no_action"),
        words("only_said"),
        words("no_actors"),
        tuple(
            (words, strength)
            for strength, phrases in top.need("phrases").pairs()
            for words in phrases.texts
        ),
        words("decisions"),
        words("norm_kinds"),
        ordered("persons"),
        words("states"),
        words("funding"),
        words("empty_subjects"),
        words("pronouns"),
        words("articles"),
        ordered("adverbs"),
        words("openers"),
        words("fronted"),
        words("stoppers"),
        _pattern(top.need("deadlines")),
        _pattern(top.need("amounts")),
    )
    top.done()
    return rules


def _invitation(item: Entry) -> Invitation:
    link = re.compile(rf"(?:^|(?<=\s)){item.need('link').text}\b,?")
    return Invitation(link, item.need("strength").text)


def _pattern(entry: Entry) -> re.Pattern[str]:
    """Return the pattern of any of some, in which lists of words are named in braces."""
    ways = "|".join(f"(?:{text})" for text in entry.texts)
    for name, words in _LISTS.items():
        ways = ways.replace(
            f"{{{name}}}", "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
        )
    return re.compile(rf"(?<!\w)(?:{ways})", re.IGNORECASE)
