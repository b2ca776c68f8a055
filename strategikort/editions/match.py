"""Which sections of two editions belong together: by text, by number and title, by words.

What is surest comes first, and nothing is paired twice.  Sections that only share a number are
no pair: a chapter 3 about something else is a new one.  One with a title that nothing else has, and
its number if both editions have any, has been rewritten, however little is left of its words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Sequence

from strategikort.editions.keys import (
    FEW,
    are_numbered,
    full_key,
    is_number_alone,
    number_key,
    numbered_key,
    same_subject,
    text_key,
    title_key,
)
from strategikort.editions.words import bag, held, likeness, stands_in
from strategikort.index.storage.namekeys import name_key
from strategikort.model import Section

ALIKE = 0.5
"""Likeness at which two sections are one by their words alone."""

NAMED_ALIKE = 0.2
"""Likeness that is enough where number or title agree as well."""

HELD = 0.8
"""Share of a section's words that must stand in another for it to have gone into it."""


class Matcher:
    """Pairs the sections of two editions; look at ``pairs``, ``merged`` and ``split``.

    All are given by the positions of sections in the two sequences.
    """

    def __init__(self, old: Sequence[Section], new: Sequence[Section]) -> None:
        self.old, self.new = old, new
        self._old_at = {section.id: at for at, section in enumerate(old)}
        self._new_at = {section.id: at for at, section in enumerate(new)}
        self.pairs: dict[int, int] = {}
        self._taken: set[int] = set()
        self._old_words = [bag(section.text.text) for section in old]
        self._new_words = [bag(section.text.text) for section in new]
        self._by_key(text_key, 0.0)
        self._by_key(full_key, 0.0)
        self._by_key(title_key, NAMED_ALIKE, inside=True)
        self._by_key(number_key, NAMED_ALIKE)
        self._by_words()
        self._by_name(numbered_key)
        if not (are_numbered(old) and are_numbered(new)):
            self._by_name(title_key)
        self._by_children()
        self._by_parents()
        inverted = {new: old for old, new in self.pairs.items()}
        old_words, new_words = self._old_words, self._new_words
        self.merged = self._gone_into(old, new, old_words, new_words, inverted)
        self.split = self._gone_into(new, old, new_words, old_words, self.pairs)

    def likeness(self, old: int, new: int) -> float:
        """Return how alike two sections are."""
        return likeness(self._old_words[old], self._new_words[new])

    def moved(self) -> set[int]:
        """Return the old sections that stand somewhere else: in another order or under another.

        Those that keep their order are the longest increasing subsequence, so that as few as can
        be are said to have moved.  Footnotes go with the words they stand at.
        """
        order = [at for at in sorted(self.pairs) if self.old[at].kind != "fodnote"]
        targets = [self.pairs[at] for at in order]
        stay = {order[at] for at in _longest_increasing(targets)}
        moved = set(order) - stay
        for at in order:
            above = self._old_at.get(self.old[at].parent or "")
            now = self._new_at.get(self.new[self.pairs[at]].parent or "")
            there = None if above is None else self.pairs.get(above)
            # A title that holds nothing any more, as in Word, holds all that follows it.
            if there not in (None, now) and (now is not None or self.new[there].children):
                moved.add(at)
        return moved

    def _left_old(self) -> list[int]:
        return [at for at in range(len(self.old)) if at not in self.pairs]

    def _left_new(self) -> list[int]:
        return [at for at in range(len(self.new)) if at not in self._taken]

    def _pair(self, old: int, new: int) -> None:
        self.pairs[old] = new
        self._taken.add(new)

    def _by_key(
        self, key: Callable[[Section], Hashable | None], least: float, *, inside: bool = False
    ) -> None:
        """Pair what has the same key, where just one on either side does.

        The texts must be alike to ``least``, or with ``inside`` one of them in the other: much
        may have been put behind it.
        """
        places: dict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for side, (left, sections) in enumerate(
            ((self._left_old(), self.old), (self._left_new(), self.new))
        ):
            for at in left:
                found = key(sections[at])
                if found is not None:
                    places[found][side].append(at)
        for olds, news in places.values():
            if len(olds) == len(news) == 1 and self._fit(olds[0], news[0], least, inside):
                self._pair(olds[0], news[0])

    def _by_name(self, key: Callable[[Section], Hashable | None]) -> None:
        """Pair what has a name of its own: ``Baggrund`` may stand in every chapter."""
        held = [Counter(map(key, sections)) for sections in (self.old, self.new)]

        def alone(section: Section) -> Hashable | None:
            name = key(section)
            return name if all(names[name] == 1 for names in held) else None

        self._by_key(alone, 0.0)

    def _fit(self, old: int, new: int, least: float, inside: bool) -> bool:
        if self.old[old].kind != self.new[new].kind and least:
            return False
        if not (self._old_words[old] and self._new_words[new]):
            # A heading alone is known by its title, or else by what stands under it.
            if is_number_alone(self.old[old].title):
                return False
            return name_key(self.old[old].title) == name_key(self.new[new].title)
        if self.likeness(old, new) >= least:
            return True
        one, other = self._old_words[old], self._new_words[new]
        return inside and max(held(one, other), held(other, one)) >= HELD

    def _by_words(self) -> None:
        """Pair what has most words in common, the most alike first."""
        holders: dict[str, list[int]] = defaultdict(list)
        for new in self._left_new():
            for word in self._new_words[new]:
                holders[word].append(new)
        found: list[tuple[float, int, int]] = []
        for old in self._left_old():
            words = self._old_words[old]
            if words.total() < FEW:
                continue
            # The rarest words lead to the candidates; common ones are in every section.
            rare = sorted(
                (word for word in words if word in holders), key=lambda w: len(holders[w])
            )
            candidates = {new for word in rare[:20] for new in holders[word][:50]}
            for new in candidates:
                share = self.likeness(old, new)
                if share >= ALIKE:
                    found.append((-share, old, new))
        for _, old, new in sorted(found):
            if old not in self.pairs and new not in self._taken:
                self._pair(old, new)

    def _by_children(self) -> None:
        """Pair headings without text of their own that most of the same sections stand under."""
        shared: Counter[tuple[int, int]] = Counter()
        for old, new in self.pairs.items():
            above, now = self.old[old].parent, self.new[new].parent
            if above in self._old_at and now in self._new_at:
                shared[self._old_at[above], self._new_at[now]] += 1
        for (old, new), count in shared.most_common():
            free = old not in self.pairs and new not in self._taken
            same_kind = self.old[old].kind == self.new[new].kind
            bare = not (self._old_words[old] or self._new_words[new])
            most = 2 * count > max(len(self.old[old].children), len(self.new[new].children)) - 1
            if free and same_kind and bare and most:
                self._pair(old, new)

    def _by_parents(self) -> None:
        """Pair what has the same number or title under what is paired, and the titles on top.

        With the same number, the texts or the titles must be alike.
        """
        numbered: dict[tuple[str | None, str, str | None], int] = {}
        titled: dict[tuple[str | None, Hashable], list[int]] = defaultdict(list)
        for at in self._left_new():
            section = self.new[at]
            if section.number is not None:
                numbered[section.parent, section.kind, section.number] = at
            titled[section.parent, title_key(section)].append(at)
        own = Counter((section.parent, title_key(section)) for section in self.old)
        for at in self._left_old():
            section = self.old[at]
            above = self.pairs.get(self._old_at.get(section.parent or "", -1))
            if above is None and section.parent is not None:
                continue
            parent = None if above is None else self.new[above].id
            title = title_key(section)
            namesakes = titled[parent, title] if title else []
            there = numbered.get((parent, section.kind, section.number))
            if there is not None and there not in self._taken and self._kept(at, there):
                self._pair(at, there)
            elif (
                len(namesakes) == 1 == own[section.parent, title]
                and namesakes[0] not in self._taken
            ):
                self._pair(at, namesakes[0])
        if self.old and self.new and 0 not in self.pairs and 0 not in self._taken:
            same_kind = self.old[0].kind == self.new[0].kind
            empty = not (self._old_words[0] or self._new_words[0])
            if same_kind and (empty or same_subject(self.old[0].title, self.new[0].title)):
                self._pair(0, 0)

    def _kept(self, old: int, new: int) -> bool:
        """Say whether a section is itself that has kept its number: by its text or its title."""
        alike = self._old_words[old] and self.likeness(old, new) >= NAMED_ALIKE
        return bool(alike) or same_subject(self.old[old].title, self.new[new].title)

    def _gone_into(
        self,
        ours: Sequence[Section],
        theirs: Sequence[Section],
        parts: Sequence[Counter[str]],
        wholes: Sequence[Counter[str]],
        partner: dict[int, int],
    ) -> dict[int, int]:
        """Return into which section of ``theirs`` each of ``ours`` that is left has gone.

        It must be in the words that the section has beyond those of its own partner, in its order.
        """
        beyond = {
            at: wholes[at] - parts[partner[at]]
            for at in partner
            if wholes[at].total() > parts[partner[at]].total()
        }
        found: dict[int, int] = {}
        paired = set(partner.values())
        for at, section in enumerate(ours):
            if at in paired or parts[at].total() < FEW:
                continue
            best = max(beyond, key=lambda one: held(parts[at], beyond[one]), default=None)
            if best is None or held(parts[at], beyond[best]) < HELD:
                continue
            if stands_in(section.text.text, theirs[best].text.text) >= ALIKE:
                found[at] = best
        return found


def _longest_increasing(values: Sequence[int]) -> list[int]:
    """Return the positions of a longest increasing subsequence (patience sorting; Fredman 1975)."""
    tails: list[int] = []
    at_tail: list[int] = []
    before: list[int] = []
    for at, value in enumerate(values):
        pile = bisect_left(tails, value)
        before.append(at_tail[pile - 1] if pile else -1)
        if pile == len(tails):
            tails.append(value)
            at_tail.append(at)
        else:
            tails[pile], at_tail[pile] = value, at
    found: list[int] = []
    at = at_tail[-1] if at_tail else -1
    while at >= 0:
        found.append(at)
        at = before[at]
    return found[::-1]
