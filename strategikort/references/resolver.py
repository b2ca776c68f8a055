"""What a search and a citation ask of references, beside what they name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, takewhile

from strategikort.errors import StrategikortError
from strategikort.index.storage.namekeys import name_key
from strategikort.language.months import MONTHS
from strategikort.references.english import in_danish
from strategikort.references.finder import LENGTH, Finder
from strategikort.references.numbering import PLAIN_NUMBER, match
from strategikort.references.saying import numbers, with_digits
from strategikort.references.steps import OF_LAWS

_MOST_WORDS = 8
"""Words of a reference that is looked for among others, at most."""

_MOST_APART = 40
"""Words of a reference that was typed without quotation marks, at most."""

_MOST_MISSPELT = 4
"""Words of one that is misspelt besides, at most."""


class Resolver(Finder):
    """Resolves references by the names of one store."""

    def at_address(self, address: str) -> list[str]:
        """Return the documents that lie at an address of the web."""
        return self.names.documents_at(address)

    def named_in_front(self, text: str) -> tuple[tuple[str, ...], str]:
        """Return the documents that ``text`` begins with by name, and what follows behind them."""
        cited = self.composed.documents.find(text) if len(text) <= LENGTH else None
        if cited is None or not cited.by_name:
            return (), ""
        return (*cited.documents, *cited.others), cited.rest

    def kind(self, word: str) -> str | None:
        """Return the kind that ``word`` names, or None."""
        return self.single.written.kind(name_key(word))

    def with_number(self, reference: str) -> list[str]:
        """Return the sections that have the number which is all that ``reference`` says."""
        number = match(PLAIN_NUMBER, name_key(reference))
        return self.names.with_number(number[1]) if number else []

    def speaks_of_places(self, query: str) -> bool:
        """Tell whether a word of ``query`` is that of a kind or names a document."""
        return any(self.kind(word) or self.document(word) for word in query.split())

    def kind_of_reference(self, key: str) -> str | None:
        """Return the kind that a compared reference begins or ends with: ``3. led``."""
        for said in _wordings(key):
            words = said.split()
            forms = (" ".join(words[:2]), *words[:1], *words[-1:], *words[1:2])
            kind = next(filter(None, map(self.single.written.kind, forms)), None)
            if kind is not None:
                return kind
        return None

    def begins_with_document(self, key: str) -> bool:
        """Tell whether a compared reference names a document in front or behind."""
        return any(map(self._begins_with_document, _wordings(key)))

    def _begins_with_document(self, key: str) -> bool:
        parts = [part.strip() for part in key.split(",")]
        words = key.split()
        names = (parts[0], parts[-1], words[0], words[-1]) if words else ()
        placed = key.partition(" i ")[2]
        return any(map(self.single.document, filter(None, (*names, placed))))

    def exactly(self, reference: str) -> tuple[str, ...]:
        """Return the ids that ``reference`` names, without correcting it; none if it names none.

        A document's id names the document, not a section, and gives none.
        """
        found = self.exact(reference)
        if found is None or (found.document and not found.is_part):
            return ()
        # »anbefaling 2 punkt 3« may be words to look for, a number of a law hardly.
        of_laws = {self.names.kind_of(one) for one in found.ids} <= OF_LAWS
        return found.ids if of_laws or not found.steps else ()

    def in_context(self, reference: str) -> tuple[str, ...]:
        """Return the ids that ``reference`` names exactly, with those that belong to them.

        Behind a numbered section those are what lies under it and what it is of (conclusion 6 with
        its items, item 4 with its conclusion), before several what lists them.
        """
        ids = self.exactly(reference)
        if len(ids) == 1 and any(map(numbers, name_key(reference).split())):
            under = self.names.children(ids).get(ids[0], ())
            return (*ids, *under, ids[0].rpartition("/")[0])
        above = _common(ids) if len(ids) > 1 else ""
        lists_them = above and (
            all(section_id.rpartition("/")[0] == above for section_id in ids)
            or self.kind(above.rpartition("/")[2]) == self.names.kind_of(ids[0])
        )
        return (above, *ids) if lists_them else ids

    def is_missing(self, query: str) -> bool:
        """Tell whether ``query`` is a numbered place of which there is none: ``pejlemærke 9``.

        Only where places of that kind are numbered here: ``artikel 5`` may be of a treaty.
        """
        asked = name_key(query) if len(query) <= LENGTH else ""
        found = self.exact(query) if asked else None
        if not any(map(numbers, asked.split())) or (found and not found.steps):
            return False
        return any(map(self._names_none, _wordings(query)))

    def _names_none(self, reference: str) -> bool:
        asked, written = name_key(reference), self.single.written
        return any(map(written.is_missing, (asked, with_digits(asked)))) or (
            self.composed.is_missing(reference)
        )

    def beside(self, query: str) -> tuple[str, ...]:
        """Return the one id that a numbered reference names with other words beside it.

        ``konklusion tyve digitalt diplomati``; empty if no part of ``query`` names just one.
        """
        words = query.split() if len(query) <= LENGTH else []
        numbered = [numbers(name_key(word)) for word in words]
        if not any(numbered):
            return ()
        lengths = range(min(len(words) - 1, _MOST_WORDS), 1, -1)
        beginnings = (slice(length) for length in lengths)
        endings = (slice(-length, None) for length in lengths)
        for part in chain(beginnings, endings):
            if _ends_before_month(words, part):
                continue  # Rådet 18. juli is no conclusion 18
            count = sum(numbered[part])
            ids = self.exactly(" ".join(words[part])) if count else ()
            # »første led i …« is a phrase where »konklusion 6, første led« is a reference.
            if len(ids) == 1 and count >= sum(map(str.isdigit, ids[0].split("/"))):
                return ids
        return ()

    def parted(self, words: Sequence[str], document: str = "") -> list[str]:
        """Return references made of words that were typed apart: ``rk 6``, ``partnerskab japan``.

        The longest run of words that names something exactly, by itself or in ``document`` (an
        id), is taken each time, or else the longest that may be misspelt for something; semicolons
        part what names nothing together.
        """
        references: list[str] = []
        first = 0
        while first < len(words):
            # What has a blank in it was typed as one.
            apart = next((at for at in range(first, len(words)) if " " in words[at]), len(words))
            ends = range(min(apart, first + _MOST_APART), first, -1)
            runs = {end: " ".join(words[first:end]) for end in ends}
            last = next((end for end in ends if self._names_some(runs[end], document)), 0)
            few = ends[-_MOST_MISSPELT:]
            last = last or next((end for end in few if self._is_near(runs[end])), first + 1)
            reference = " ".join(words[first:last])
            if ";" in reference and not self.exact(reference):
                references += filter(None, map(str.strip, reference.split(";")))
            else:
                references.append(reference)
            first = last
        return references

    def _names_some(self, reference: str, document: str) -> bool:
        """Tell whether a reference names something exactly, by itself or in ``document``."""
        return bool(
            self.exactly(reference) or (document and self.exactly(f"{document} {reference}"))
        )

    def _is_near(self, reference: str) -> bool:
        """Tell whether a reference is understood in spite of its spelling."""
        try:
            return bool(self.resolve(reference).ids)
        except StrategikortError:
            return False


def _wordings(reference: str) -> Iterator[str]:
    """Yield a reference as it is, and in Danish words if it is English."""
    yield reference
    yield from (said.text for said in in_danish(reference))


def _common(ids: Sequence[str]) -> str:
    """Return the id under which all of several lie: ``tech/prioriteter``; empty if none is."""
    steps = zip(*(section_id.split("/") for section_id in ids), strict=False)
    return "/".join(step[0] for step in takewhile(lambda step: len(set(step)) == 1, steps))


def _ends_before_month(words: Sequence[str], part: slice) -> bool:
    """Tell whether a part of some words ends in the number of a day of a month."""
    *_, last = range(*part.indices(len(words)))
    return last + 1 < len(words) and words[last + 1].lower().rstrip(".,") in MONTHS
