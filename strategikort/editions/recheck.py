"""Old citations looked up in the newest edition: the same, moved, changed or gone.

Never guessed: a text that stands in several places, or is too short to be known again, is
*unclear*, with the places.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from strategikort.editions.words import (
    Change,
    bag,
    changes,
    likeness,
    nearest_stretch,
    similarity,
    spans_of,
    words_of,
)
from strategikort.errors import StrategikortError
from strategikort.given import STARRED, refused
from strategikort.jsonvalues import json_values
from strategikort.model import Hit, Section
from strategikort.readers.opening.decode import decode

if TYPE_CHECKING:
    from strategikort.citation.archive import Archive
    from strategikort.citation.found import Passage
    from strategikort.library import Collection

Verdict = Literal["same", "moved", "changed", "gone", "unclear"]

_SHORTEST = 4
"""Words; a shorter text may stand anywhere by chance."""

_ALIKE = 0.5
"""Likeness from which a stretch is taken to be the cited one with other words."""

_LARGEST = 50_000_000
"""Bytes of a file with citations."""


class OldCitation(NamedTuple):
    """A citation of the past: the section's id, its document's id, and the words."""

    id: str
    document: str
    text: str

    @classmethod
    def of(cls, found: Section | Hit | Passage) -> OldCitation:
        """Return what would be cited of a section, a hit or the place of a quotation."""
        section = found if isinstance(found, Section) else getattr(found, "section", None)
        if not isinstance(section, Section):
            starred = STARRED if isinstance(found, list | set) else ""
            what = "cited skal være afsnit, fund, steder eller OldCitation"
            raise refused(
                found, what, starred or "Giv ordene med: OldCitation(id, document, text)."
            )
        text = section.text.text if isinstance(found, Section) else found.text
        return cls(section.id, section.document, text)


class Rechecked(NamedTuple):
    """What has become of a citation in the edition ``document``.

    ``verdict`` is ``same``, ``moved``, ``changed``, ``gone`` or ``unclear``.
    ``places`` are where the words stand now: one, but several (or none) for what is unclear.
    ``changes`` turn the cited words into those of the place, which are ``now``.
    """

    cited: OldCitation
    verdict: Verdict
    document: str
    places: tuple[Hit, ...] = ()
    changes: tuple[Change, ...] = ()

    def __repr__(self) -> str:
        return f"<Rechecked {self.cited.id}: {self.verdict} in {self.document}>"

    @property
    def now(self) -> str:
        """The words of the first place; empty if there is none."""
        return self.places[0].text if self.places else ""


def read_citations(data: bytes) -> list[OldCitation]:
    """Read what ``søg``, ``vis`` and ``verificér`` answer with ``--json``; also a bare list.

    Raises ``StrategikortError`` for anything else.
    """
    problem = StrategikortError(
        "Filen indeholder ingen citater, der kan gentjekkes.",
        "Brug et svar, som strategikort søg, vis eller verificér skriver med --json.",
        code="no_citations",
    )
    if len(data) > _LARGEST:
        raise problem
    try:
        decoded = decode(data)
        values = json_values(decoded.text if decoded else "")
    except (ValueError, RecursionError) as error:
        raise problem from error
    found = [item for value in values for item in _items(value)]
    if not found:
        raise problem
    return found


def _items(content: Any) -> Iterator[OldCitation]:
    if isinstance(content, Mapping):
        lists = (content.get(key) for key in ("results", "sections", "quotes"))
        content = next((listed for listed in lists if isinstance(listed, list)), [content])
    for item in content if isinstance(content, list) else ():
        if not isinstance(item, Mapping):
            continue
        section = item.get("found") if "quote" in item else item
        text = item.get("quote", item.get("text"))
        if not isinstance(section, Mapping) or not isinstance(text, str) or not text.strip():
            continue
        section_id, document = section.get("id"), section.get("document")
        if isinstance(section_id, str):
            named = document.get("id") if isinstance(document, Mapping) else None
            owner = named if isinstance(named, str) else section_id.partition("/")[0]
            yield OldCitation(section_id, owner, text)


def recheck(collection: Collection, citations: Sequence[OldCitation]) -> list[Rechecked]:
    """Return what has become of each citation in the newest edition of its document."""
    known = {document.id for document in collection.documents}
    editions: dict[str, _Edition] = {}
    found: list[Rechecked] = []
    for cited in citations:
        if cited.document not in known:
            found.append(Rechecked(cited, "unclear", cited.document))
            continue
        if cited.document not in editions:
            editions[cited.document] = _Edition(collection, cited.document)
        found.append(editions[cited.document].judge(cited))
    return found


class _Edition:
    """The newest edition of one document, and where the sections of the cited one are in it."""

    def __init__(self, collection: Collection, document: str) -> None:
        self._id = collection.newest_edition(document)
        self._source = collection.source
        self._place_of = collection.places_in(collection.document(self._id))
        self._sections = list(collection.sections(self._id))
        self._texts = [_joined(section.text.text) for section in self._sections]
        if self._id == document:
            self._heirs = {section.id: section for section in self._sections}
        else:
            comparison = collection.compare_editions(document, self._id)
            self._heirs = {}
            for pair in comparison.pairs:
                # What came out of a section stands beside what is left of it.
                if pair.old and pair.new and pair.status != "split":
                    self._heirs[pair.old.id] = pair.new
            for pair in comparison.pairs:
                if pair.old and pair.new:
                    self._heirs.setdefault(pair.old.id, pair.new)

    @cached_property
    def _archive(self) -> Archive:
        from strategikort.citation.archive import Archive

        return Archive(self._sections, self._source)

    def judge(self, cited: OldCitation) -> Rechecked:
        places = self._exact(cited.text) or self._quoted(cited.text)
        heir = self._heirs.get(cited.id)
        if heir is not None:
            here = [place for place in places if place[0].id == heir.id]
            if here:
                same = _tail(heir.id) == _tail(cited.id)
                return self._rechecked(cited, "same" if same else "moved", *here[:1])
        if len(words_of(cited.text)) < _SHORTEST or len(places) > 1:
            return self._rechecked(cited, "unclear", *places)
        if places:
            return self._rechecked(cited, "moved", *places)
        near = _nearest(cited.text, heir) if heir is not None else None
        if heir is None or near is None:
            return Rechecked(cited, "gone", self._id)
        start, end = near
        altered = tuple(changes(cited.text, heir.text.text[start:end]))
        changed = self._rechecked(cited, "changed", (heir, start, end))
        return changed._replace(changes=altered)

    def _rechecked(
        self, cited: OldCitation, verdict: Verdict, *places: tuple[Section, int, int]
    ) -> Rechecked:
        hits = (Hit(*place, 1.0, self._place_of(*place)) for place in places)
        return Rechecked(cited, verdict, self._id, tuple(hits))

    def _exact(self, text: str) -> list[tuple[Section, int, int]]:
        wanted = _joined(text)
        count = len(words_of(text))
        found: list[tuple[Section, int, int]] = []
        for section, joined in zip(self._sections, self._texts, strict=True):
            at = joined.find(wanted) if count else -1
            while at >= 0:
                first = joined.count("\0", 0, at + 1) - 1
                spans = spans_of(section.text.text)
                found.append((section, spans[first][0], spans[first + count - 1][1]))
                at = joined.find(wanted, at + 1)
        return found

    def _quoted(self, text: str) -> list[tuple[Section, int, int]]:
        """Return where a text stands as a quotation may write it: with omissions, other marks."""
        from strategikort.citation.exact import look_up
        from strategikort.citation.found import locate, longest
        from strategikort.citation.reading import readings

        for reading in readings(text):
            exact, _ = look_up(self._archive, text, reading)
            parts = [longest(locate(self._archive, found).parts) for found in exact]
            places = [(item.section, item.start, item.end) for item in parts if not item.in_heading]
            if places:
                return places
        return []


def _joined(text: str) -> str:
    """Return the words of ``text`` set apart by a sign that no word holds."""
    return "\0" + "\0".join(words_of(text)) + "\0"


def _tail(section_id: str) -> str:
    return section_id.partition("/")[2]


def _nearest(text: str, section: Section) -> tuple[int, int] | None:
    """Return the stretch of ``section`` that is most like ``text``, if any is like it."""
    new = section.text.text
    stretch = nearest_stretch(text, new)
    if stretch is None:
        return None
    start, end = stretch
    alike = likeness(bag(text), bag(new[start:end]))
    return stretch if alike >= _ALIKE and similarity(text, new[start:end]) >= _ALIKE else None
