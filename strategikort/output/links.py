"""Links as JSON objects, and the Danish words for their kinds."""

from __future__ import annotations

from collections.abc import Iterable

from strategikort.links.model import Link, SharedWord
from strategikort.output.evidence import evidence_object
from strategikort.output.objects import Documents, Object, Sections

KIND_WORDS = {
    "henvisning": "Henvisning",
    "dokument": "Nævner samme dokument",
    "initiativ": "Nævner samme initiativ",
    "navn": "Nævner samme land eller sted",
    "tema": "Fælles tema",
}
"""What each kind of link is called."""


def words_of_theme(words: Iterable[SharedWord], end: str) -> list[str]:
    """Return the words that carry a theme, as they stand at ``end`` (``source`` or ``target``).

    What the other end says in another word stands behind a stroke.  A compound and its parts are
    words of their own to the index, but one to the reader: each spelling comes once.
    """
    found: dict[str, str] = {}
    for word in words:
        sides = (word.source, word.target) if end == "source" else (word.target, word.source)
        forms = [side[0] for side in sides if side]
        said = forms if word.other else forms[:1]
        if said:
            found.setdefault(said[0].casefold(), " / ".join(said))
    return list(found.values())


def link_object(link: Link, documents: Documents, sections: Sections) -> Object:
    """Return a link after its schema."""
    return {
        "kind": link.kind,
        "source": link.source,
        "target": link.target,
        "directed": link.kind == "henvisning",
        "label": link.label,
        "weight": link.weight,
        "note": link.note or None,
        "words": [
            {
                "lemma": word.lemma,
                "source": word.source,
                "target": word.target,
                "weight": word.weight,
            }
            for word in link.words
        ],
        "evidence": [evidence_object(documents, sections, item) for item in link.evidence],
    }
