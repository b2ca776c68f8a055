"""What documents themselves write in passages, without what the program and addresses put there."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Any

from strategikort.index.filling.analysis import form_of
from strategikort.index.ranking.addresses import Addresses
from strategikort.index.ranking.candidate import Candidate
from strategikort.index.storage.statements import chunks, marks
from strategikort.index.storage.terms import NO_FORM
from strategikort.language.tokens import word_texts


class Written:
    """Reads the passages of one index, which nobody writes to meanwhile."""

    def __init__(self, connection: sqlite3.Connection, addresses: Addresses) -> None:
        self._connection = connection
        self._addresses = addresses

    def passages(self, candidates: Sequence[Candidate], wanted: Set[int]) -> Iterator[Candidate]:
        """Yield candidates with only what their documents write in the heading of the section.

        Headings with none of the forms ``wanted`` are left out.  So is the heading above: it is
        that of another section, which has a passage of its own.
        """
        headed = {item.section for item in candidates if not wanted.isdisjoint(item.own)}
        made = self._made(sorted(headed))
        for item in self.without_addresses(candidates):
            own = item.own[made[item.section] :] if item.section in headed else ()
            yield item._replace(own=own, above=())

    def without_addresses(self, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
        """Yield candidates without the words of web addresses."""
        for item in candidates:
            hidden = self._addresses.words_in(item)
            if not hidden:
                yield item
                continue
            forms = [NO_FORM if at in hidden else form for at, form in enumerate(item.forms)]
            further = [pair for pair in item.further if pair[0] not in hidden]
            extras = [number for pair in further for number in pair]
            yield item._replace(forms=forms, extras=extras)

    def _made(self, sections: Sequence[int]) -> dict[int, int]:
        """Return how many words of the heading of each section the program has put there.

        They come first: ``5. prioritet`` where the source has the title alone.
        """
        made: dict[int, int] = {}
        sources: dict[str, str] = {}
        for some in chunks(sections):
            rows = self._connection.execute(
                "SELECT position, title, document, data FROM sections"
                f" WHERE position IN ({marks(some)})",
                some,
            )
            for position, title, document, data in rows:
                section = json.loads(data)
                label = word_texts(section["label"])
                if "title" in section["derived"]:
                    made[position] = len(label)
                    continue
                words = word_texts(title) if title in section["label"] else []
                first = len(label) - len(words)
                if first:
                    if document not in sources:
                        sources[document] = self._source(document)
                    written = _written(section, sources[document])
                    while first and form_of(label[first - 1]) in written:
                        first -= 1
                made[position] = first
        return made

    def _source(self, document: str) -> str:
        (source,) = self._connection.execute(
            "SELECT source FROM documents WHERE id = ?", (document,)
        ).fetchone()
        return str(source)


def _written(section: Mapping[str, Any], source: str) -> set[str]:
    """Return the forms of the words that the source has in a heading."""
    pieces = [source[start:end] for start, end in section["heading"]]
    return set(map(form_of, word_texts(" ".join(pieces))))
