"""Reading a Hunspell dictionary into full forms: used when the data file is compiled.

Only what the Danish dictionary of Stavekontrolden uses: numeric flags, suffix rules with flags of
their own (two levels), and the compound flags.  The format is described in hunspell(5).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

BEGIN, MIDDLE, END, ONLY_IN_COMPOUND, NEEDS_AFFIX, FORBIDDEN = "32", "33", "34", "36", "8", "6"
"""Flags named in the affix file: COMPOUNDBEGIN, COMPOUNDMIDDLE, COMPOUNDEND and so on."""


class Suffix(NamedTuple):
    """One rule: take ``strip`` off a word that fits ``condition``, put ``add`` on."""

    strip: str
    add: str
    flags: frozenset[str]
    condition: re.Pattern[str]


class Entry(NamedTuple):
    """A line of the dictionary: a word, its flags, and its lemma where the line names one."""

    word: str
    flags: frozenset[str]
    stem: str


class Form(NamedTuple):
    """A form of a word with the flags that hold for it."""

    text: str
    flags: frozenset[str]
    bare: bool


def read_suffixes(lines: Iterable[str]) -> dict[str, list[Suffix]]:
    """Return the suffix rules of an affix file by flag."""
    rules: dict[str, list[Suffix]] = defaultdict(list)
    conditions: dict[str, re.Pattern[str]] = {}
    for line in lines:
        fields = line.split("#")[0].split()
        if len(fields) < 5 or fields[0] != "SFX":
            continue
        _, flag, strip, add, condition = fields[:5]
        add, _, flags = add.partition("/")
        if condition not in conditions:
            conditions[condition] = re.compile(("" if condition == "." else condition) + r"\Z")
        rules[flag].append(
            Suffix(
                "" if strip == "0" else strip,
                "" if add == "0" else add,
                frozenset(flags.split(",")) - {""},
                conditions[condition],
            )
        )
    return dict(rules)


def read_entries(lines: Iterable[str]) -> Iterator[Entry]:
    """Return the entries of a dictionary file, comments and the leading count left out."""
    for line in lines:
        line = line.rstrip("\n")
        if not line or line.startswith("#") or line.split()[0].isdecimal():
            continue
        # A blank may stand inside an entry; the fields after it are marked xx:
        head = re.split(r"[ \t]+(?=[a-z]{2}:|\+)", line)
        stem = next((field[3:] for field in head if field.startswith("st:")), "")
        word, _, flags = head[0].strip().partition("/")
        yield Entry(word, frozenset(flags.split(",")) - {""}, stem)


def mended(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield entries with the beginning put back that forms have lost: ``lægger st:kortlægge``.

    It is lost where one of the forms of a stem is only the end of it.
    """
    kept = [*entries]
    lost = {
        entry.stem: entry.stem.removesuffix(entry.word)
        for entry in kept
        if entry.word and entry.stem != entry.word and entry.stem.endswith(entry.word)
    }
    for entry in kept:
        beginning = lost.get(entry.stem, "")
        whole = entry.word.startswith(beginning)
        yield entry if whole else entry._replace(word=beginning + entry.word)


def forms(entry: Entry, rules: dict[str, list[Suffix]]) -> Iterator[Form]:
    """Return the bare word of ``entry`` and everything its suffix rules make of it."""
    yield Form(entry.word, entry.flags, True)
    for first in _apply(entry.word, entry.flags, rules):
        yield first
        yield from _apply(first.text, first.flags, rules)


def _apply(word: str, flags: frozenset[str], rules: dict[str, list[Suffix]]) -> Iterator[Form]:
    for flag in sorted(flags):
        for rule in rules.get(flag, ()):
            if not word.endswith(rule.strip) or not rule.condition.search(word):
                continue
            stem = word[: len(word) - len(rule.strip)] if rule.strip else word
            yield Form(stem + rule.add, rule.flags, False)
