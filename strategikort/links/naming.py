"""Which documents a section names, in its text and its heading: in full, by number, for short."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from strategikort.links.officialnumbers import Numbers
from strategikort.links.pinpoints import Parts
from strategikort.links.shortnames import Mention, ShortNames, capitals
from strategikort.links.titles import Span, Titles, plain_words
from strategikort.model import Document, Section

HEADING: Span = (-1, -1)
"""In place of offsets: what a heading has."""

_TITLE, _NUMBER, _SHORT = "nævner titlen", "nævner nummeret", "omtaler"


class Naming(NamedTuple):
    """A document as a section names it: offsets in its text, or HEADING, and the part it means."""

    document: Document
    span: Span
    how: str
    part: Section | None

    @property
    def note(self) -> str:
        """What a reader must know of it."""
        if self.how != _SHORT:
            return ""
        return "Hele titlen står der ikke; i samlingen passer ordene kun på dette dokument."


class _Text(NamedTuple):
    """What is looked through: the text of a section, or its heading."""

    section: Section
    text: str
    heading: bool


class Namings:
    """Finds what sections name; they are given whole, by id, and so are the documents.

    ``titles`` and ``plain`` are counts of words, ``works`` and ``common`` words for documents; see
    ``references.yaml``.
    """

    def __init__(
        self,
        documents: Sequence[Document],
        sections: Mapping[str, Section],
        titles: int,
        plain: int,
        works: Sequence[str],
        common: frozenset[str],
    ) -> None:
        self._documents = {document.id: document for document in documents}
        self._of: dict[str, list[Section]] = {}
        for section in sections.values():
            self._of.setdefault(section.document, []).append(section)
        heads = {name: items[0].text.text for name, items in self._of.items()}
        self._titles = Titles(documents, titles, plain, works)
        self._numbers = Numbers(documents, heads)
        self._short = ShortNames(documents, self._titles.works, common, self._capitals)
        self._parts: dict[str, Parts] = {}
        self._seen: dict[str, frozenset[str]] = {}

    def of(self, name: str, own: Document) -> Iterator[tuple[Section, Naming]]:
        """Go through what the sections of a document (an id) name, each part of another once.

        ``own`` is the document that stands for its text: itself, if no other file has that.
        """
        full: dict[str, list[Naming]] = {}
        short: list[tuple[_Text, Mention]] = []
        sections = self._of.get(name, [])
        for section in sections:
            texts = _texts(section)
            full[section.id] = [item for text in texts for item in self._in_full(text, own.id)]
            short += [(text, item) for text in texts for item in self._short.mentions(text.text)]
        told = {item.document.id for items in full.values() for item in items}
        meant = [self._short.meant(item, own, ()) for _, item in short]
        told |= {document.id for document in meant if document}
        for text, item in short:
            document = self._short.meant(item, own, told)
            if document:
                whole = plain_words(text.text[slice(*item.span)]) == plain_words(document.title)
                how = _TITLE if whole else _SHORT
                full[text.section.id].append(self._naming(document, text, item.span, how))
        for section in sections:
            found: dict[tuple[str, str], Naming] = {}
            for naming in full[section.id]:
                part = naming.part.id if naming.part else ""
                found.setdefault((naming.document.id, part), naming)
            parted = {other for other, part in found if part}
            for (other, part), naming in found.items():
                if part or other not in parted:
                    yield section, naming

    def _in_full(self, text: _Text, own: str) -> Iterator[Naming]:
        for item, span in self._titles.named(text.text, own):
            half = self._titles.is_half(text.text[slice(*span)])
            yield self._naming(item, text, span, _SHORT if half else _TITLE)
        for item, span in self._numbers.named(text.text, own):
            yield self._naming(item, text, span, _NUMBER)

    def _naming(self, document: Document, text: _Text, span: Span, how: str) -> Naming:
        name = document.id
        if name not in self._parts:
            self._parts[name] = Parts(self._of.get(name, ()))
        part = self._parts[name].beside(text.text, span)
        return Naming(document, HEADING if text.heading else span, how, part)

    def _capitals(self, document: str) -> frozenset[str]:
        """Return the words with a capital that stand in a document."""
        if document not in self._seen:
            known = self._documents[document]
            texts = [known.title, known.publisher]
            texts += [section.text.text for section in self._of.get(document, ())]
            self._seen[document] = capitals("\n".join(texts))
        return self._seen[document]


def _texts(section: Section) -> list[_Text]:
    """Return the text of a section and its heading."""
    texts = [_Text(section, section.text.text, heading=False)]
    if "title" not in section.derived:
        texts.append(_Text(section, section.title, heading=True))
    return texts
