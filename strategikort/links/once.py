"""The sections of a collection, each text once: what several files of one text have is one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection as Ids
from collections.abc import Iterable, Mapping, Set
from typing import NamedTuple

from strategikort.index.ranking.repeats import Told, rank_of, said
from strategikort.library import Collection
from strategikort.model import Section


class SectionsOnce(NamedTuple):
    """Sections by id in reading order, and by the id of each that repeats one, which that is.

    What lies below a section that is left out lies below the one that it repeats.
    """

    sections: Mapping[str, Section]
    repeating: Mapping[str, str]


def sections_once(collection: Collection, documents: Ids[str]) -> SectionsOnce:
    """Return all sections without those that repeat another in a file of the same text.

    Those of ``documents`` (ids) rather stand for the others than the other way round.
    """
    chosen = frozenset(documents)

    def tell(section: Section) -> Told:
        rank = rank_of(section.pages, chosen=section.document in chosen)
        # A heading alone is no part of a longer text.
        return Told(section.document, said(section.text.text or section.label), rank)

    every = {section.id: section for section in collection.sections()}
    repeating = {
        other.id: section.id
        for section, others in collection.each_once(every.values(), tell)
        for other in others
    }
    if not repeating:
        return SectionsOnce(every, repeating)
    sections = {
        name: section._replace(
            parent=section.parent and repeating.get(section.parent, section.parent),
            children=tuple(dict.fromkeys(repeating.get(one, one) for one in section.children)),
            footnotes=tuple(
                mark._replace(section=repeating.get(mark.section, mark.section))
                for mark in section.footnotes
            ),
        )
        for name, section in every.items()
        if name not in repeating
    }
    return SectionsOnce(sections, repeating)


def text_of_documents(sections: Iterable[Section], same: Mapping[str, Set[str]]) -> dict[str, str]:
    """Return which document stands for the text of each that has another of the same text.

    It is the one of which most of ``sections`` are.
    """
    counts = Counter(section.document for section in sections)
    return {
        name: min((name, *others), key=lambda one: (-counts[one], one))
        for name, others in same.items()
    }
