"""The words by which promises are recognised, read from ``data/commitments.yaml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from strategikort.catalog.yamlfile import Entry, read_yaml
from strategikort.language.months import MONTHS
from strategikort.language.numbers.currencies import CURRENCY_NAMES
from strategikort.language.numbers.numerals import numerals
from strategikort.links.names import DATA

RULES_FILE = DATA / "commitments.yaml"

_LISTS: Mapping[str, Iterable[str]] = {
    "month": MONTHS,
    "number": numerals(),
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

    modals: Mapping[str, str]
    invitations: Mapping[str, Invitation]
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
    no_action: tuple[str, ...]
    only_said: frozenset[str]
    no_actors: frozenset[str]
    phrases: Mapping[str, str]
    vows: frozenset[str]
    minuted: Mapping[str, str]
    past: Mapping[str, str]
    decisions: frozenset[str]
    undertakings: frozenset[str]
    norm_kinds: frozenset[str]
    bodies: tuple[str, ...]
    persons: tuple[str, ...]
    states: frozenset[str]
    befalls: frozenset[str]
    funding: frozenset[str]
    empty_subjects: frozenset[str]
    pronouns: frozenset[str]
    articles: frozenset[str]
    adverbs: tuple[str, ...]
    openers: frozenset[str]
    fronted: frozenset[str]
    stoppers: frozenset[str]
    columns: Mapping[str, str]
    column_names: Mapping[str, str]
    done: frozenset[str]
    deadlines: re.Pattern[str]
    recurrences: re.Pattern[str]
    amounts: re.Pattern[str]


@lru_cache(maxsize=1)
def known_rules() -> Rules:
    """Read the rules; raises ``ProfileError`` for a mistake in the file."""
    return read_yaml(RULES_FILE).form(
        Rules,
        {
            frozenset[str]: lambda entry: frozenset(map(str.casefold, entry.texts)),
            tuple[str, ...]: lambda entry: tuple(sorted(entry.texts, key=len, reverse=True)),
            Mapping[str, str]: _kind_of_words,
            Mapping[str, Invitation]: _invitations,
            re.Pattern[str]: _pattern,
        },
    )


def _kind_of_words(entry: Entry) -> dict[str, str]:
    """Return for each word the name of the list in which it stands."""
    return {word: name for name, words in entry.pairs() for word in words.texts}


def _invitations(entry: Entry) -> dict[str, Invitation]:
    return {
        word: Invitation(
            re.compile(rf"(?:^|(?<=\s)){item.need('link').text}\b,?"), item.need("strength").text
        )
        for item in entry.items
        for word in item.need("words").texts
    }


def _pattern(entry: Entry) -> re.Pattern[str]:
    """Return the pattern of any of some, in which lists of words are named in braces."""
    ways = "|".join(f"(?:{text})" for text in entry.texts)
    for name, words in _LISTS.items():
        ways = ways.replace(
            f"{{{name}}}", "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
        )
    return re.compile(rf"(?<!\w)(?:{ways})", re.IGNORECASE)
