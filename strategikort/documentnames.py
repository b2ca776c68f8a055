"""Documents as people name them: by their ids, their titles, or the files they were read from."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, partial
from pathlib import Path, PurePath

from strategikort.contents import Contents
from strategikort.errors import AmbiguousReferenceError, UnknownReferenceError
from strategikort.index.storage.namekeys import ENDINGS
from strategikort.language.fold import fold, normalize
from strategikort.model import Document
from strategikort.stores import in_one_state

_ANYTHING = "*"
"""What stands for anything in the name of a document."""

_ENDING = rf"\.(?:{'|'.join(ENDINGS)})"

_WITH_ENDING = rf"(?i)(.*?\S{_ENDING})(?=$|[\s,;:/])"
"""The name of a file that a reference begins with, as far as its ending tells."""

_IN_TEXT = rf"(?i)[^\s,;:()\[\]»«“”„\"']+{_ENDING}\b"
"""The name of a file in a text."""

_BEFORE_FILE = r"(?:,|\s(?:i|fra|af))\s+"
"""What stands between a place and the name of the file that it is in."""

_PLACE = r"[\s,/]"
"""What may stand between the name of a file without its ending and a place in it."""


class NamedDocuments(Contents):
    """Contents whose documents are asked for by what people call them.

    A file is named as a shell knows it, or by its name with as much of its folders as there is
    need of; the ending may be left out.  What names anything else is no file: ``rk`` is not rk.pdf.
    """

    @in_one_state
    def named_document(self, name: str) -> Document:
        """Return the document that ``name`` means: an id, a title, or the file of a user's own.

        It may be cited too: by its publisher and date, or by a publisher of but this one.  Raises
        ``UnknownReferenceError``, and ``AmbiguousReferenceError`` for a title, a name of a file or
        a publisher that several have.
        """
        found = self._document_named(name)
        if found is None:
            self._check_added(name)
            found = self.resolver.cited_document(name)
        return self.document(found or name)

    @in_one_state
    def named_documents(self, *names: str) -> list[str]:
        """Return the ids of the documents that ``names`` mean, each once.

        A star in a name stands for anything: ``rapport-*`` are all with such an id, ``*.pdf`` all
        whose file has such a name, and with a slash, ``*/2024/*``, all whose file has such a path.
        Raises as :meth:`named_document` does, and ``UnknownReferenceError`` for a name with a star
        that fits none.

        >>> collection.named_documents("t*", "rk")
        ['tech', 'rk']
        """
        return self._each(names, self.documents, lambda name: self.named_document(name).id)

    def _each(
        self,
        names: Iterable[str],
        documents: Sequence[Document],
        named: Callable[[str], str],
        *,
        copies: bool = True,
    ) -> list[str]:
        """Return the ids of those of ``documents`` that ``names`` mean, each once.

        ``named`` gives what a name without a star means.  Raises ``UnknownReferenceError`` for one
        with a star that fits none, and as ``named`` does.
        """
        found: dict[str, None] = {}
        files = partial(self._files, copies=copies)
        for name in names:
            meant = _like(name, documents, files) if _ANYTHING in name else [named(name)]
            found |= dict.fromkeys(meant)
        return list(found)

    def _files(self, *, copies: bool = True) -> list[tuple[str, Path]]:
        """Return the ids of the user's documents with their files, and with ``copies`` others."""
        return self._own.files(copies=copies) if self._own else []

    def with_files(self, references: Sequence[str], *, by_ending: bool = False) -> list[str]:
        """Return references with the id of a document for the file that one begins or ends with.

        ``rapport.pdf, s. 3`` is ``rapport-2024, s. 3``, and so is ``s. 3 i rapport.pdf``; the
        ending may be left out.  What names something is left as it is, and with ``by_ending`` what
        has no ending of a file.  Raises ``UnknownReferenceError`` for a file that is no document,
        and ``AmbiguousReferenceError`` for a name of several.
        """
        if len(references) > 1:
            # The place beside a file that was typed apart is in that file, not anywhere.
            references = [self._id_of_file(word) for word in references]
        parted = self.resolver.parted(references)
        read = [self._with_file(reference, by_ending=by_ending) for reference in parted]
        return read if read != parted else list(references)

    @cached_property
    def _names_of_files(self) -> frozenset[str]:
        """The names of all files, with and without their endings."""
        files = [Path(document.file) for document in self.documents]
        files += [path for _, path in self._files()]
        return frozenset(_key(name) for path in files for name in (path.name, path.stem))

    def _with_file(self, reference: str, *, by_ending: bool = False) -> str:
        # Most references name no file, and what else they mean need not be asked for then.
        named = [
            (name, rest)
            for name, rest in _beginnings(reference, by_ending=by_ending)
            if self._may_be_file(name)
        ]
        behind = [
            (reference[: join.end()], name)
            for join in re.finditer(_BEFORE_FILE, reference)
            for name in (reference[join.end() :],)
            if re.fullmatch(_WITH_ENDING, name) or (not by_ending and self._may_be_file(name))
        ]
        if not (named or behind) or (
            self.resolver.exact(reference) or self.resolver.document(reference)
        ):
            return reference
        for name, rest in named:
            document = self._document_in(name)
            if document is not None:
                return f"{document}{rest}"
        for place, name in behind:
            document = self._document_in(name)
            if document is not None:
                return f"{place}{document}"
        for name in (*(name for _, name in behind), *(name for name, _ in named)):
            self._check_added(name)
        return reference

    def _may_be_file(self, name: str) -> bool:
        return bool(
            re.fullmatch(_WITH_ENDING, name)
            or set(_parts(name)[-1:]) & self._names_of_files
            or ("." in name and _is_file(name))
        )

    def _id_of_file(self, word: str) -> str:
        """Return the id of the one document that a word with the ending of a file names."""
        found = self._documents_in(word) if re.fullmatch(_WITH_ENDING, word) else []
        return found[0] if len(found) == 1 and not self.resolver.exact(word) else word

    def _with_ids(self, text: str) -> str:
        """Return a text with the ids of documents in the place of the names of their files."""

        def id_of(found: re.Match[str]) -> str:
            documents = self._documents_in(found[0])
            return documents[0] if len(documents) == 1 else found[0]

        return re.sub(_IN_TEXT, id_of, text) if "." in text else text

    def _document_named(self, name: str, *, by_own_file: bool = False) -> str | None:
        """Return the id of the document that ``name`` means; None if it means none.

        With ``by_own_file`` a document is known by its very id or title, not by what it is about,
        and a file only by its whole name, and as what was read.
        """
        if by_own_file:
            titled = self.resolver.titled(name)
            found = titled[0] if len(titled) == 1 else None
        else:
            found = self.resolver.document(name)
        if found is None:
            self.resolver.check_title(name)
            found = self._document_in(name, by_own_file=by_own_file)
        return found

    def _document_in(self, file: str, *, by_own_file: bool = False) -> str | None:
        """Return the id of the document that was read from ``file``, a path or a name.

        Raises ``AmbiguousReferenceError`` if several were.
        """
        found = self._documents_in(file, by_own_file=by_own_file)
        if len(found) > 1:
            raise AmbiguousReferenceError(
                f"{len(found)} dokumenter er læst fra »{file}«.",
                "Skriv id'et på det, du mener, eller mere af filens sti og navn.",
                candidates=found,
            )
        return found[0] if found else None

    def _documents_in(self, file: str, *, by_own_file: bool = False) -> list[str]:
        own = self._files(copies=not by_own_file)
        file = os.path.expanduser(file)  # noqa: PTH111
        if os.path.lexists(file) or PurePath(file).suffix:
            real = os.path.realpath(file)
            read = [name for name, path in own if os.path.realpath(path) == real]
            # What is there is itself, and no other file of its name.
            if read or _is_file(file):
                return read
        asked = _parts(file)
        builtin = [
            (item.id, Path(item.file)) for item in self.documents if item.id not in self._own_ids
        ]
        found = (
            name for name, path in (*builtin, *own) if _is_called(path, asked, whole=by_own_file)
        )
        return list(dict.fromkeys(found))

    def _check_added(self, name: str) -> None:
        """Raise ``UnknownReferenceError`` for the name of a file that is no document."""
        if _is_file(name):
            for failure in self._own.unread_files() if self._own else ():
                if os.path.realpath(failure.file) == os.path.realpath(name):
                    raise _not_added(
                        f"Filen »{name}« er ikke i samlingen, for den kunne ikke læses: "
                        f"{failure.message}",
                        failure.hint,
                    )
            shown = f'"{name}"' if " " in name else name
            raise _not_added(
                f"Filen »{name}« er ikke i samlingen.",
                f"Tilføj den med strategikort tilføj {shown}.",
            )
        if "://" not in name and re.fullmatch(_WITH_ENDING, name):
            raise _not_added(
                f"Ingen fil, der hedder »{name}«, er i samlingen, og den findes heller ikke her.",
                "Se dine egne dokumenter og deres filer med strategikort status.",
            )


def _like(
    pattern: str,
    documents: Sequence[Document],
    files: Callable[[], Sequence[tuple[str, Path]]],
) -> list[str]:
    """Return the ids of those of ``documents`` that a name with a star in it means.

    ``files`` gives those of the user's documents.
    """
    found = _fitting(fold(pattern), [(item.id, fold(item.id)) for item in documents])
    path = _path_key(pattern)
    if not found and ("/" in path or "." in path):
        # Files beside the collection are listed as from there, which need not be from here.
        whole = [(document, _path_key(os.path.abspath(file))) for document, file in files()]  # noqa: PTH100
        listed = [(item.id, _path_key(item.file)) for item in documents]
        from_here = "" if pattern.startswith(_ANYTHING) else _path_key(_from_here(pattern))
        here = _fitting(from_here, whole) if from_here else []
        anywhere = path if "/" in path else f"{_ANYTHING}/{path}"
        fitting = set(here or _fitting(anywhere, [*listed, *whole]))
        found = [item.id for item in documents if item.id in fitting]
    if not found:
        raise UnknownReferenceError(
            f"Intet dokument i samlingen passer til »{pattern}«.",
            "* står for hvad som helst: »*-2024« i id'er, »*.pdf« i filernes navne, »*/2024/*« i "
            "deres stier. "
            "Se alle dokumenter med strategikort dokumenter.",
            code="unknown_document",
        )
    return found


def _from_here(pattern: str) -> str:
    """Return a pattern for paths with the current folder in front, also on another system."""
    return os.path.abspath(pattern.replace("\\", "/"))  # noqa: PTH100


def _fitting(pattern: str, named: Iterable[tuple[str, str]]) -> list[str]:
    parts = pattern.split(_ANYTHING)
    return [document for document, name in named if _is_like(name, parts)]


def _is_like(name: str, parts: Sequence[str]) -> bool:
    """Tell whether a name is made of ``parts``, two at least, with anything between them.

    The first place of each will do, so that however many there are take no longer.
    """
    first, *middle, last = parts
    at, end = len(first), len(name) - len(last)
    if at > end or not (name.startswith(first) and name.endswith(last)):
        return False
    for part in middle:
        found = name.find(part, at, end)
        if found < 0:
            return False
        at = found + len(part)
    return True


def _not_added(message: str, hint: str) -> UnknownReferenceError:
    return UnknownReferenceError(message, hint, code="not_added")


def _is_file(name: str) -> bool:
    try:
        return Path(name).is_file()
    except (ValueError, OSError):  # a name with a null character, or one that is too long
        return False


def _beginnings(reference: str, *, by_ending: bool) -> Iterator[tuple[str, str]]:
    """Yield what a reference may begin with as the name of a file, and what follows it."""
    found = re.match(_WITH_ENDING, reference) if "." in reference else None
    if found:
        yield found[1], reference[found.end() :]
    elif not by_ending:
        yield reference, ""
        for place in re.finditer(_PLACE, reference):
            yield reference[: place.start()], reference[place.start() :]


def _is_called(path: Path, asked: Sequence[str], *, whole: bool) -> bool:
    """Tell whether a file has a name, given in its parts; without its ending unless ``whole``."""
    names = (_key(path.name),) if whole else (_key(path.name), _key(path.stem))
    if not asked or asked[-1] not in names:
        return False
    return len(asked) == 1 or _parts(str(path.parent))[1 - len(asked) :] == asked[:-1]


def _parts(path: str) -> list[str]:
    return [part for part in _path_key(path).split("/") if part not in ("", ".")]


def _path_key(path: str) -> str:
    return _key(path).replace("\\", "/")


def _key(name: str) -> str:
    return normalize(name).casefold()
