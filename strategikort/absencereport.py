"""What shows that a subject is absent from documents, or where it stands, as plain frozen data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from strategikort.model import NOTHING, Document, Hit, UnreadFile, one_line


class Alternative(NamedTuple):
    """Another way to say a word; ``relation`` is that of the thesaurus.

    That of a date or a number written in another way is ``notation``.
    ``counted`` tells whether it is taken to say the same, so that the word is not absent where it
    stands; ``documents`` are the ids of those in which it does.
    """

    term: str
    relation: str
    counted: bool = True
    documents: tuple[str, ...] = ()


class SoughtWord(NamedTuple):
    """A word that was looked for: all forms of its lemmas, compounds with it, alternatives.

    ``found`` are the words of the documents that are forms of it or compounds with it, wherever
    they stand.  A phrase that was looked for word for word is ``exact`` and has nothing else; a
    ``prefix`` stands for all that begins with it; words that mean something ``together`` have only
    alternatives.
    """

    word: str
    lemmas: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    found: tuple[str, ...] = ()
    exact: bool = False
    prefix: bool = False
    together: bool = False


class Presence(NamedTuple):
    """As what a subject stands in some documents, and where.

    ``how`` is ``itself`` (in forms of its own), ``inside`` (as part of longer words), ``otherwise``
    (by words that may mean the same), ``kindred`` (by words of the same root, or forms of a word
    that is spelt like it) or ``scattered`` (its words stand in one passage, but not together).  A
    document is named once, for the surest of these.  ``words`` are those that stand there,
    ``places`` the best passages of ``total``.
    """

    how: str
    documents: tuple[str, ...]
    words: tuple[str, ...]
    places: tuple[Hit, ...]
    total: int


class AbsenceReport(NamedTuple):
    """Whether a subject is absent from documents, and everything that shows it.

    ``presence`` tells as what it stands, the surest first, and is empty if it is absent; ``near``
    are words of the texts that are spelt much like one that is not there, ``partly`` passages that
    have some of the words, ``unread`` what of a document could not be read, ``passed_over`` the
    function words of the subject, which were not looked for.  ``unread_files`` are not among the
    documents, since they could not be read at all; none where documents were chosen.  ``same_text``
    are documents (ids) and those before them that are the same text in another file: what stands in
    both is one place.
    """

    subject: str
    words: tuple[SoughtWord, ...]
    documents: tuple[Document, ...]
    presence: tuple[Presence, ...]
    near: Mapping[str, tuple[str, ...]]
    partly: tuple[Hit, ...]
    unread: Mapping[str, str]
    passed_over: tuple[str, ...] = ()
    unread_files: tuple[UnreadFile, ...] = ()
    same_text: Mapping[str, tuple[str, ...]] = NOTHING

    def __repr__(self) -> str:
        where = f"in {', '.join(self.found_in)}" if self.presence else "absent"
        return f"<AbsenceReport {one_line(self.subject)}: {where}>"

    @property
    def places(self) -> tuple[Hit, ...]:
        """The best passages in which the subject stands, the surest first."""
        return tuple(hit for item in self.presence for hit in item.places)

    @property
    def total(self) -> int:
        """In how many passages it stands."""
        return sum(item.total for item in self.presence)

    @property
    def found_in(self) -> tuple[str, ...]:
        """The documents in which it stands, in whatever way (see ``presence``)."""
        found = {name for item in self.presence for name in item.documents}
        return tuple(document.id for document in self.documents if document.id in found)

    @property
    def absent(self) -> bool:
        """Whether no passage has all the words, in any of these ways."""
        return not self.presence
