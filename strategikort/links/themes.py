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
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import islice
from typing import NamedTuple

from strategikort.index.storage.terms import KeysOfForm
from strategikort.links.ceilings import Ceilings
from strategikort.links.features import NAMED, Bag, Features, own_titles, theme_rules
from strategikort.links.kindred import kindred
from strategikort.links.model import SharedWord
from strategikort.links.standing import Span, Standing
from strategikort.model import Section

_REMEMBERED = 1024
"""Sections of which it is kept where their words stand: those that share a theme come again."""

_FRONT = 12
"""Words of the text under a title at most, for it to be only what stands on the front page."""


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
        self._asked: tuple[str, Bag] = ("", {})
        self._near: dict[str, Set[str]] = {}
        self._standing: dict[tuple[str, str], Standing] = {}
        self._sections: dict[str, Section] = {}
        opened: set[str] = set()
        for section in sections:
            front = section.document not in opened and _is_front(section)
            opened.add(section.document)
            if section.kind not in self.rules.passed_over and not front:
                self._sections[section.id] = section
        self._counts = counts = dict[str, Bag]()
        parts: list[Bag] = []
        held: list[int] = []
        titles = own_titles(self._sections.values())
        for name, section in self._sections.items():
            counts[name], paragraphs = self._features.counts(section, titles[name])
            parts += paragraphs
            held.append(len(paragraphs))
        self._idf = self._rarity(counts)
        self._rarest = max(self._idf.values(), default=1.0)
        self._bags = dict(zip(counts, self._weigh(list(counts.values())), strict=True))
        weighed = iter(self._weigh(parts))
        self._paragraphs = {
            name: list(islice(weighed, count)) for name, count in zip(counts, held, strict=True)
        }
        self._names = list(counts)
        self._ceilings = Ceilings([self._most_worth(name) for name in counts])

    def _rarity(self, counts: Mapping[str, Bag]) -> dict[str, float]:
        """Return what every feature is worth: how rare it is where it is commonest.

        A document has few sections to judge by, so the whole collection counts as ``smoothing``
        sections beside its own.
        """
        sizes = Counter(self._sections[name].document for name in counts)
        held = {document: Counter[str]() for document in sizes}
        for name, bag in counts.items():
            held[self._sections[name].document].update(bag.keys())
        everywhere = Counter[str]()
        for features in held.values():
            everywhere.update(features)
        smoothing, total = self.rules.smoothing, len(counts) + 1
        shares: dict[str, float] = {}
        for document, features in held.items():
            size = sizes[document] + smoothing + 0.5
            for feature, count in features.items():
                share = (count + smoothing * (everywhere[feature] + 0.5) / total) / size
                if share > shares.get(feature, 0.0):
                    shares[feature] = share
        return {feature: -math.log(share) for feature, share in shares.items()}

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

    def _most_worth(self, name: str) -> Bag:
        """Return what every feature adds to the likeness of a section at most.

        That is what it adds where it stands most in the section's best paragraph.
        """
        share = self.rules.paragraph
        worth = {feature: (1 - share) * weight for feature, weight in self._bags[name].items()}
        best: Bag = {}
        for paragraph in self._paragraphs[name]:
            for feature, weight in paragraph.items():
                if weight > best.get(feature, 0.0):
                    best[feature] = weight
        for feature, weight in best.items():
            worth[feature] += share * weight
        return worth

    def _asking(self, focus: str) -> Bag:
        """Return the bag of a section with the words that say nearly the same as its own."""
        if self._asked[0] != focus:
            counts = self._counts.get(focus, {})
            found = dict(counts)
            for feature, count in counts.items():
                for other in self._kindred(feature):
                    if other not in counts:
                        found[other] = max(found.get(other, 0.0), self.rules.kindred * count)
            (bag,) = self._weigh([found])
            self._asked = focus, bag
        return self._asked[1]

    def _kindred(self, feature: str) -> Set[str]:
        """Return the words of these sections that say nearly the same as another."""
        if feature not in self._near:
            self._near[feature] = self._idf.keys() & kindred(feature)
        return self._near[feature]

    def likeness(self, focus: str) -> dict[str, float]:
        """Return how alike every section is to ``focus`` that shares anything with it.

        What another section says in words that say nearly the same as those of ``focus`` counts
        for less.
        """
        bag = self._asking(focus)
        return {name: self._alike(bag, name) for name in self._likely(focus)}

    def _likely(self, focus: str, least: float = 0.0) -> Iterator[str]:
        """Go through the sections that may be as alike to ``focus`` as ``least``, and some more."""
        for number in self._ceilings.reaching(self._asking(focus), least):
            if self._names[number] != focus:
                yield self._names[number]

    def _alike(self, bag: Bag, name: str) -> float:
        """Return how alike a section is to a bag; the sums are the same in any order."""
        own, share = self._bags[name], self.rules.paragraph
        both = [(feature, bag[feature]) for feature in bag.keys() & own.keys()]
        best = max(
            math.fsum([weight * part[feature] for feature, weight in both if feature in part])
            for part in self._paragraphs[name]
        )
        return (1 - share) * math.fsum([weight * own[key] for key, weight in both]) + share * best

    def shared(self, one: str, other: str, most: int) -> tuple[SharedWord, ...]:
        """Return the words that carry the likeness of two sections, heaviest first."""
        counts, second = self._counts.get(one), self._bags.get(other)
        if not (counts and second):
            return ()  # front pages, quotations: no theme is looked for in them
        first = self._asking(one)
        products = {
            key: first[key] * second[key]
            for key in first.keys() & second.keys()
            if not key.startswith(NAMED)
        }
        total = math.fsum(products.values()) or 1.0
        ranked = sorted(products.items(), key=lambda item: (-item[1], item[0]))[: 3 * most]
        keys = {key for key, _ in ranked}
        shown = [self._forms(name, keys) for name in (one, other)]
        found: list[SharedWord] = []
        seen: set[tuple[tuple[str, ...], tuple[str, ...]]] = set()
        for key, value in ranked:
            forms = (shown[0].get(key, ()), shown[1].get(key, ()))
            # A compound and its parts are one word to the reader.
            if forms not in seen and len(found) < most:
                seen.add(forms)
                found.append(SharedWord(key, *forms, round(value / total, 3), key not in counts))
        return tuple(found)

    def spans(self, section: Section, keys: set[str]) -> list[Span]:
        """Return where the words with these keys stand in a section's text, in order."""
        return self._stand(section).spans(keys)

    def telling(self, section: Section, words: Iterable[SharedWord]) -> list[Span]:
        """Return where the words of a theme stand in the sentences that have most of them."""
        weights = {word.lemma: word.weight for word in words}
        return self._stand(section).telling(weights)

    def _forms(self, section: str, keys: set[str]) -> dict[str, tuple[str, ...]]:
        """Return how the words with these keys are written in a section (an id)."""
        return self._stand(self._sections[section]).forms(keys)

    def _stand(self, section: Section) -> Standing:
        """Return where the words of a section stand."""
        key = section.title, section.text.text
        if key not in self._standing:
            if len(self._standing) == _REMEMBERED:
                self._standing.clear()
            self._standing[key] = Standing(*key, self._features)
        return self._standing[key]

    def themes(
        self,
        focus: Section,
        allowed: Callable[[Section], bool],
        most: int,
        wanted: Set[str] = frozenset(),
        *,
        across: bool = False,
    ) -> list[Theme]:
        """Return the sections about the same as ``focus``, best first, at most ``most``.

        Weak ones are left out; more is asked of those ``across`` documents, for which nobody has
        asked.  ``allowed`` tells which sections may be linked.  Sections of one document share the
        words of their genre, so more is asked of them.  Of those found only the ones in ``wanted``
        (ids) are returned, if any are given.
        """
        rules = self.rules
        found: list[tuple[float, str]] = []
        bag = self._asking(focus.id)
        for other in self._likely(focus.id, min(rules.least, rules.least_within)):
            section = self._sections[other]
            if not allowed(section):
                continue
            score = self._alike(bag, other)
            within = section.document == focus.document
            if score >= (rules.least_within if within else rules.least):
                found.append((score, other))
        found.sort(key=lambda item: (-item[0], item[1]))
        last = max((at for at, (_, other) in enumerate(found) if other in wanted), default=-1)
        carried = rules.carried_across if across else rules.carried
        strong = self._strong(focus.id, found[: last + 1] if wanted else found, carried)
        return [item for item in islice(strong, most) if not wanted or item.section in wanted]

    def _strong(
        self, focus: str, found: Iterable[tuple[float, str]], carried: float
    ) -> Iterator[Theme]:
        """Go through the themes of a section with others, given by their likeness.

        Few or common words carry little: ``barn`` and ``skole`` in what schools write.
        """
        for score, other in found:
            words = self.shared(focus, other, self.rules.words)
            rare = math.fsum(self._idf[word.lemma] for word in words) / self._rarest
            if score * rare < carried:
                continue
            if score >= self.rules.least_alone or not self._is_weak(words):
                yield Theme(focus, other, round(score, 3), words)

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


def _is_front(section: Section) -> bool:
    """Say whether a section is a front page: who it is from, or when, and no sentence."""
    text = section.text.text
    sentence = len(text.split()) > _FRONT or text.rstrip().endswith((".", ":"))
    return section.number is None and not sentence
