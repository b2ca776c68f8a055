"""Shared themes: sections about the same, as their words show.

A section is a bag of what its words mean: lemmas, the parts of compounds for less, and the
initiatives and documents it names.  Each is weighed by how few sections have it (inverse document
frequency, of the document where it is commonest: what every section of a document says does not
tell them apart, however many documents about something else lie beside it) and with falling
returns for repetition (the saturation of BM25).  Two bags are as alike
as the angle between them (cosine).  A long section may be about the subject in one paragraph
only, so the likeness of the whole is mixed with that of the best paragraph.  What is said in other
words (``hospital``, ``sygehus``) counts for less.  Nothing else goes in: every link is explained by
the words that carry it.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from heapq import nsmallest
from typing import NamedTuple, TypeVar

from strategikort.index.filling.analysis import words_of
from strategikort.index.storage.namekeys import name_key
from strategikort.index.storage.terms import KeysOfForm
from strategikort.language.tokens import Token
from strategikort.links.features import NAMED, Bag, Features, theme_rules
from strategikort.links.kindred import kindred
from strategikort.links.model import SharedWord
from strategikort.model import Section

Key = TypeVar("Key", int, str)
_REMEMBERED = 256
"""Sections whose words are kept; those of a map share themes with the same few."""

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FRONT = 12
"""Words of the text under a title at most, for it to be only what stands on the front page."""

MANY = 400
"""Bags; a word that stands in more of them (and in more than 2 %) counts as common."""


class Theme(NamedTuple):
    """Two sections about the same; ``score`` is their likeness, (0–1]."""

    focus: str
    section: str
    score: float
    words: tuple[SharedWord, ...]


class Bags:
    """The bags of words of sections, compared with each other.

    ``words`` are those of the index of their collection by their forms; others are analysed.
    """

    def __init__(
        self, sections: Iterable[Section], words: Mapping[str, KeysOfForm] | None = None
    ) -> None:
        self.rules = theme_rules()
        self._features = Features(words or {})
        self._standing = lru_cache(maxsize=_REMEMBERED)(self._stand)
        self._sections: dict[str, Section] = {}
        opened: set[str] = set()
        for section in sections:
            front = section.document not in opened and _is_front(section.text.text)
            opened.add(section.document)
            if section.kind not in self.rules.passed_over and not front:
                self._sections[section.id] = section
        self._counts = counts = dict[str, Bag]()
        parts: list[tuple[str, Bag]] = []
        # What one document puts over several sections (»Baggrund og udfordringer«) is its form.
        titles = Counter(map(_title, self._sections.values()))
        for section in self._sections.values():
            headed = titles[_title(section)] == 1
            counts[section.id], paragraphs = self._features.counts(section, headed=headed)
            parts += [(section.id, paragraph) for paragraph in paragraphs]
        self._idf = self._rarity(counts)
        self._bags = dict(zip(counts, self._weigh(list(counts.values())), strict=True))
        weighed = self._weigh([bag for _, bag in parts])
        self._paragraph_of = [name for name, _ in parts]
        self._paragraphs = dict(enumerate(weighed))
        self._in_bags = _postings((name, bag) for name, bag in self._bags.items())
        self._in_paragraphs = _postings(self._paragraphs.items())

    def _rarity(self, counts: Mapping[str, Bag]) -> dict[str, float]:
        """Return what every feature is worth: how rare it is where it is commonest.

        A document has few sections to judge by, so the whole collection counts as ``smoothing``
        sections beside its own.
        """
        held: defaultdict[str, Counter[str]] = defaultdict(Counter)
        sizes: Counter[str] = Counter()
        for name, bag in counts.items():
            document = self._sections[name].document
            sizes[document] += 1
            for feature in bag:
                held[feature][document] += 1
        smoothing, total = self.rules.smoothing, len(counts) + 1
        found: dict[str, float] = {}
        for feature, documents in held.items():
            everywhere = smoothing * (documents.total() + 0.5) / total
            found[feature] = -math.log(
                max(
                    (count + everywhere) / (sizes[document] + smoothing + 0.5)
                    for document, count in documents.items()
                )
            )
        return found

    def _weigh(self, counts: list[Bag]) -> list[Bag]:
        """Return the bags weighed and brought to length 1."""
        rules = self.rules
        lengths = [sum(bag.values()) for bag in counts]
        usual = sum(lengths) / max(len(lengths), 1) or 1.0
        found: list[Bag] = []
        for bag, length in zip(counts, lengths, strict=True):
            drag = rules.saturation * (1 - rules.length + rules.length * length / usual)
            weights = {
                feature: count / (count + drag) * self._idf[feature]
                for feature, count in bag.items()
            }
            norm = math.sqrt(math.fsum(weight * weight for weight in weights.values())) or 1.0
            found.append({feature: weight / norm for feature, weight in weights.items()})
        return found

    def _with_kindred(self, counts: Bag) -> Bag:
        """Return what is counted together with the words that say nearly the same."""
        found = dict(counts)
        for feature, count in counts.items():
            for other in kindred(feature):
                if other in self._idf and other not in counts:
                    found[other] = max(found.get(other, 0.0), self.rules.kindred * count)
        return found

    def likeness(self, focus: str) -> dict[str, float]:
        """Return how alike every section is to ``focus`` that shares anything with it.

        What another section says in words that say nearly the same as those of ``focus`` counts
        for less.
        """
        (bag,) = self._weigh([self._with_kindred(self._counts.get(focus, {}))])
        share = self.rules.paragraph
        whole = _dots(bag, self._in_bags, self._bags)
        best: dict[str, float] = {}
        for number, value in _dots(bag, self._in_paragraphs, self._paragraphs).items():
            name = self._paragraph_of[number]
            best[name] = max(best.get(name, 0.0), value)
        return {
            name: (1 - share) * whole.get(name, 0.0) + share * best.get(name, 0.0)
            for name in whole.keys() | best.keys()
            if name != focus
        }

    def shared(self, one: str, other: str, most: int) -> tuple[SharedWord, ...]:
        """Return the words that carry the likeness of two sections, heaviest first."""
        counts, second = self._counts.get(one), self._bags.get(other)
        if not (counts and second):
            return ()  # front pages, quotations: no theme is looked for in them
        (first,) = self._weigh([self._with_kindred(counts)])
        products = {
            key: first[key] * second[key]
            for key in first.keys() & second.keys()
            if not key.startswith(NAMED)
        }
        total = math.fsum(products.values()) or 1.0
        ranked = sorted(products.items(), key=lambda item: (-item[1], item[0]))[: 3 * most]
        shown = [self._shown(name, {key for key, _ in ranked}) for name in (one, other)]
        found: list[SharedWord] = []
        seen: set[tuple[tuple[str, ...], tuple[str, ...]]] = set()
        for key, value in ranked:
            forms = (shown[0].get(key, ()), shown[1].get(key, ()))
            # A compound and its parts are one word to the reader.
            if forms not in seen and len(found) < most:
                seen.add(forms)
                found.append(SharedWord(key, *forms, round(value / total, 3), key not in counts))
        return tuple(found)

    def _shown(self, section_id: str, keys: set[str]) -> dict[str, tuple[str, ...]]:
        """Return how the words with these keys are written in a section, commonest first."""
        section = self._sections[section_id]
        found: dict[str, Counter[str]] = {}
        for key, token in self._for(keys, f"{section.title}\n{section.text.text}"):
            found.setdefault(key, Counter())[token.text] += 1
        return {
            key: tuple(word for word, _ in words.most_common(3)) for key, words in found.items()
        }

    def spans(self, section: Section, keys: set[str]) -> list[tuple[int, int]]:
        """Return where the words with these keys stand in a section's text."""
        return list(dict.fromkeys((start, end) for _, start, end in self.places(section, keys)))

    def places(self, section: Section, keys: set[str]) -> list[tuple[str, int, int]]:
        """Return which of these keys stands where in a section's text.

        For one that does not, what says nearly the same stands.
        """
        return [(key, token.start, token.end) for key, token in self._for(keys, section.text.text)]

    def _for(self, keys: set[str], text: str) -> Iterator[tuple[str, Token]]:
        """Go through the words of a text that stand for these keys, in order."""
        standing = self._standing(text)
        other = keys - {feature for feature, _ in standing}
        for feature, token in standing:
            if feature in keys:
                yield feature, token
            elif other:
                for key in sorted(other & kindred(feature)):
                    yield key, token

    def _stand(self, text: str) -> list[tuple[str, Token]]:
        """Return the features of the words of a text in order, each with its word."""
        return [
            (feature, token)
            for token in words_of(text)
            for feature, _ in self._features.of_word(token.text)
        ]

    def themes(self, focus: Section, allowed: Callable[[Section], bool], most: int) -> list[Theme]:
        """Return the sections about the same as ``focus``, best first, at most ``most``.

        Weak ones are left out.  ``allowed`` tells which sections may be linked.  Sections of one
        document share the words of their genre, so more is asked of them.
        """
        rules = self.rules
        found: list[tuple[float, str]] = []
        for other, score in self.likeness(focus.id).items():
            section = self._sections[other]
            within = section.document == focus.document
            if score >= (rules.least_within if within else rules.least) and allowed(section):
                found.append((score, other))
        found.sort(key=lambda item: (-item[0], item[1]))
        themes: list[Theme] = []
        for score, other in found:
            words = self.shared(focus.id, other, rules.words)
            if score < rules.least_alone and self._is_weak(words):
                continue
            themes.append(Theme(focus.id, other, round(score, 3), words))
            if len(themes) == most:
                break
        return themes

    def _is_weak(self, words: Sequence[SharedWord]) -> bool:
        """Say whether these words tell little of what two sections are about.

        One word is often another in another text (``integration``), and what has its place or
        its publisher in common may be about anything.
        """
        first = words[0].lemma if words else ""
        same = (
            word.weight for word in words if word.lemma == first or word.lemma in kindred(first)
        )
        if math.fsum(same) >= self.rules.alone:
            return True
        names = (word.weight for word in words if self._features.is_local_name(word.lemma))
        return math.fsum(names) >= self.rules.names


def _is_front(text: str) -> bool:
    """Say whether a text is that of a front page: who it is from, and when, and no sentence."""
    short = len(text.split()) <= _FRONT and not text.rstrip().endswith((".", ":"))
    return short and bool(_YEAR.search(text))


def _title(section: Section) -> tuple[str, str]:
    return section.document, name_key(section.title)


def _postings(bags: Iterable[tuple[Key, Bag]]) -> dict[str, list[tuple[Key, float]]]:
    """Return by feature the bags that have it, each with what it weighs there."""
    found: defaultdict[str, list[tuple[Key, float]]] = defaultdict(list)
    for name, bag in bags:
        for feature, weight in bag.items():
            found[feature].append((name, weight))
    return found


def _dots(
    bag: Bag, postings: Mapping[str, Sequence[tuple[Key, float]]], bags: Mapping[Key, Bag]
) -> dict[Key, float]:
    """Return the products of ``bag`` with the bags that share anything with it.

    In a large collection words that stand in very many bags are left for last, and only counted
    for the bags that share most of the rarer ones.
    """
    common: list[tuple[str, float]] = []
    dots: dict[Key, float] = {}
    limit = max(MANY, len(bags) // 50)
    for feature, weight in bag.items():
        holders = postings.get(feature, ())
        if len(holders) > limit:
            common.append((feature, weight))
            continue
        for name, other in holders:
            dots[name] = dots.get(name, 0.0) + weight * other
    if common:
        if len(dots) > MANY:
            dots = dict(nsmallest(MANY, dots.items(), key=lambda item: (-item[1], item[0])))
        for name in dots:
            held = bags[name]
            dots[name] += math.fsum(weight * held.get(feature, 0.0) for feature, weight in common)
    return dots
