"""What concerns the user's own documents: their files, how well they were read, their editions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from strategikort.errors import StrategikortError
from strategikort.given import refused, several
from strategikort.model import Document, Place, Section, UnreadFile
from strategikort.referring import Referring
from strategikort.stores import in_one_state

if TYPE_CHECKING:
    from strategikort.citation.weblinks import WebLink
    from strategikort.editions.model import Comparison
    from strategikort.holdings.originals import FilePage, Original, State
    from strategikort.holdings.twins import Twin
    from strategikort.index.ranking.repeats import SameTexts, Told

_Item = TypeVar("_Item")


class OwnContents(Referring):
    """Contents some of which the user has added."""

    @cached_property
    def _said(self) -> dict[str, str]:
        """The words of documents that were compared."""
        return {}

    @in_one_state
    def unread(self, documents: Iterable[str] = ()) -> dict[str, str]:
        """Return for documents (ids; none for all) in Danish what of them could not be read."""
        chosen = self._ids(documents)
        return self._own.unread(chosen) if self._own else {}

    @in_one_state
    def recognized(self, documents: Iterable[str]) -> dict[str, str]:
        """Return which documents (ids) have text that was recognized in a picture (OCR).

        Each has in Danish the pages of its file where that is so, » (siderne 2 og 3)«, nothing
        where it is all of them.  Such text can have errors.
        """
        chosen = self._ids(documents)
        return self._own.recognized(chosen) if self._own else {}

    @in_one_state
    def unread_files(self) -> list[UnreadFile]:
        """Return the files that were to be added and could not be read at all."""
        return self._own.unread_files() if self._own else []

    @in_one_state
    def _documents_of(self, sha256: str, path: Path | None) -> tuple[str, ...]:
        """Return the ids of documents that are a file with these bytes, or were read from it."""
        same = [document.id for document in self.documents if document.sha256 == sha256]
        if path is not None and self._own:
            same += self._own.read_from(path)
        return tuple(dict.fromkeys(same))

    @in_one_state
    def own_files(self) -> list[tuple[str, Path]]:
        """Return the ids of the user's documents with the files that they were read from.

        A document has several if its content was found in several.
        """
        return self._files()

    @property
    def own_path(self) -> Path | None:
        """Where the user's own collection lies; None if there is none."""
        return self._own.path if self._own else None

    @in_one_state
    def own_document(self, name: str) -> str:
        """Return the id of the user's document that ``name`` means: an id, a title or a file.

        It may be removed by that, so what only describes a document does not name it, and a file
        is named in full, and is the one that was read.
        Raises ``UnknownReferenceError``, and ``StrategikortError`` for a built-in document.
        """
        document_id = self._document_named(name, by_own_file=True)
        if document_id is None:
            from strategikort.references.suggestions import unknown_own_document

            raise unknown_own_document(name, self._own_documents())
        if document_id not in self._own_ids:
            raise StrategikortError(
                f"»{document_id}« er ikke et af dine egne dokumenter.",
                "Det følger med programmet og kan ikke ændres eller fjernes; "
                f"se det med strategikort dokumenter {document_id}.",
                code="builtin_document",
            )
        return document_id

    @in_one_state
    def own_documents(self, *names: str) -> list[str]:
        """Return the ids of the user's documents that ``names`` mean, each once.

        A star stands for anything, as in :meth:`named_documents`.  Raises as :meth:`own_document`
        does, and ``UnknownReferenceError`` for a name with a star that fits none.
        """
        return self._each(names, self._own_documents(), self.own_document, copies=False)

    def _own_documents(self) -> list[Document]:
        return [document for document in self.documents if document.id in self._own_ids]

    @in_one_state
    def originals(self, documents: Iterable[str] = ()) -> list[tuple[Original, State]]:
        """Return the originals of the user's documents (ids; none for all) and their state."""
        chosen = self._ids(documents)
        return self._own.states(chosen) if self._own else []

    @in_one_state
    def twins(self, documents: Iterable[str] = ()) -> list[tuple[Twin, State]]:
        """Return other files with the content of the user's documents (ids; none for all)."""
        chosen = self._ids(documents)
        return self._own.twins(chosen) if self._own else []

    @in_one_state
    def same_texts(self, documents: Iterable[str]) -> dict[str, set[str]]:
        """Return for documents (ids) the others that are the same text in another kind of file."""
        own = [name for name in several(documents, "documents") if name in self._own_ids]
        return self._own.same_texts(own) if self._own and own else {}

    def each_once(
        self, items: Iterable[_Item], tell: Callable[[_Item], Told]
    ) -> list[tuple[_Item, tuple[_Item, ...]]]:
        """Return things that documents say, each once, with those that repeat it word for word.

        That is where the same text lies in files of different kinds; see :func:`.each_once`.
        ``tell`` gives what is looked at of a thing.
        """
        from strategikort.index.ranking.repeats import each_once

        told = [(item, tell(item)) for item in items]
        same = self._alike(one.document for _, one in told)
        once = each_once(told, same, itemgetter(1))
        return [(item, tuple(other for other, _ in others)) for (item, _), others in once]

    def _alike(self, documents: Iterable[str]) -> SameTexts:
        """Return which others have the text of documents (ids), with what gives their words."""
        from strategikort.index.ranking.repeats import SameTexts

        return SameTexts(self.same_texts(dict.fromkeys(documents)), self._all_said)

    def _all_said(self, document_id: str) -> str:
        """Return the words of a document one after the other, as they are compared."""
        from strategikort.index.ranking.repeats import said

        known = self._said.get(document_id)
        if known is None:
            known = said(" ".join(item.text.text for item in self.sections(document_id)))
            self._said[document_id] = known
        return known

    @in_one_state
    def file_of(self, section: Section, *, beginning: bool = False) -> tuple[Path, FilePage | None]:
        """Return the file that a section was read from, and its page there, if it has pages.

        ``beginning`` asks for the first page.  Raises ``SourceError`` if the file is gone.
        """
        _check_section(section)
        if section.document not in self._own_ids or self._own is None:
            from strategikort.catalog.builtin import seed_folder

            return seed_folder() / Path(self.document(section.document).file).name, None
        return self._own.file_of(section, beginning=beginning)

    @in_one_state
    def web_link(self, section: Section, *, beginning: bool = False) -> WebLink | None:
        """Return the ``address`` on the web that opens a section; None if its document has none.

        How ``exact`` it is, it says itself: ``words`` of a web page, ``page`` of a PDF, or
        ``document``.  ``beginning`` asks for that of the document.

        >>> link = collection.web_link(collection.section("partnerskaber/vietnam"))
        >>> link.exact, link.address.partition("#")[2][:24]
        ('words', ':~:text=Vietnam%20og%20D')
        """
        from strategikort.citation.weblinks import web_link

        _check_section(section)
        document = self.document(section.document)
        own = self._own if document.id in self._own_ids else None
        page = own.page_of(section, beginning=beginning) if own else None
        place = None if beginning else section
        return web_link(document, place, self.source(document.id), page and page.number + 1)

    @in_one_state
    def newest_edition(self, document_id: str) -> str:
        """Return the id of the newest edition of a document: itself, if none takes its place.

        Raises ``UnknownReferenceError``, as all that is asked of documents does.
        """
        document_id = self.document(document_id).id
        return self.newest_editions([document_id]).get(document_id, document_id)

    @in_one_state
    def newest_editions(self, documents: Iterable[str]) -> dict[str, str]:
        """Return those of ``documents`` (ids) that have a newer edition, each with the newest.

        >>> collection.newest_editions(["uss"])
        {}
        """
        own = [name for name in several(documents, "documents") if name in self._own_ids]
        newer = self._own.newer_editions() if self._own and own else {}
        newest = {name: newer[name] for name in own if name in newer}
        for name, new in newest.items():
            seen = {name, new}
            while new in newer and newer[new] not in seen:
                new = newer[new]
                seen.add(new)
            newest[name] = new
        return newest

    @in_one_state
    def compare_editions(self, old: str, new: str) -> Comparison:
        """Return what has become of the sections of one document in another, its later edition.

        Raises ``UnknownReferenceError``.
        """
        from strategikort.editions.compare import Edition, compare_editions

        one, other = (
            Edition(document, list(self.sections(document.id)), self.places_in(document))
            for document in map(self.document, (old, new))
        )
        return compare_editions(one, other)

    @in_one_state
    def places_in(self, document: Document) -> Callable[[Section, int, int], Place]:
        """Return what gives the place of the characters ``[start, end)`` of a section's text."""
        places = self._places_of(document.id)

        def place_of(section: Section, start: int, end: int) -> Place:
            place = places.of_passage(section, start, end)
            # A section on one page says where all of it stands.
            one = section.pages if len(section.pages) == 1 and place.chars else ()
            return place if place.pages else place._replace(pages=one)

        return place_of

    @in_one_state
    def altered(self, documents: Iterable[str]) -> dict[str, State]:
        """Return which of ``documents`` have an original that is changed, missing or unreadable.

        What is shown of them is what was read when they were added.
        """
        chosen = self._ids(documents)
        return self._own.altered(chosen) if self._own else {}


def _check_section(given: object) -> None:
    if not isinstance(given, Section):
        raise refused(given, "section skal være et afsnit", "Slå det op med section(id).")
