"""The door to the readers: bytes in, a :class:`ReadFile` out, within bounded time and memory.

Plain text and Markdown are read at once.  PDF, DOCX, ODT, EPUB and HTML are read in a worker
process with a limit on memory, which is killed when a page takes too long: files from outside can
make any parser loop or fill the memory.
"""

from __future__ import annotations

import atexit
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from strategikort.readers.apart.plain import from_plain
from strategikort.readers.apart.process import WorkerDiedError, WorkerProcess, WorkerSilentError
from strategikort.readers.errors import empty_file, error_of, too_heavy
from strategikort.readers.found.acts import with_act
from strategikort.readers.found.agendas import with_agenda
from strategikort.readers.found.articles import (
    with_annexes,
    with_articles,
    with_parts_of_annexes,
    with_titles_of_annexes,
)
from strategikort.readers.found.contents import with_captions, with_contents
from strategikort.readers.found.frontpage import with_front_page
from strategikort.readers.found.judgments import with_judgment
from strategikort.readers.found.laws import with_sections_of_laws
from strategikort.readers.found.numbered import with_numbered_paragraphs
from strategikort.readers.found.questions import with_questions
from strategikort.readers.found.quotations import with_quotations
from strategikort.readers.found.remarks import with_remarks
from strategikort.readers.found.subheadings import with_clauses, with_subheadings
from strategikort.readers.model import FileKind, ReadFile
from strategikort.readers.opening.detect import detect

_FOUND_IN_ANY_FILE = (
    with_quotations,
    with_contents,
    with_captions,
    with_questions,
    with_subheadings,
    with_agenda,
    with_articles,
    with_annexes,
    with_sections_of_laws,
    with_remarks,
    with_titles_of_annexes,
    with_parts_of_annexes,
    with_act,
    with_judgment,
    with_numbered_paragraphs,
    with_clauses,
    with_front_page,
)
"""What is known by the words alone, each after what it builds on."""

_BUSY = 3
"""Times as long as it needs that the worker may take where others use the machine too."""

_STARTING = 5.0
"""Seconds that a worker may take to begin."""

_BYTES_A_SECOND = 250_000
"""Bytes of a file that are read in a second, at least: a sixth of what web pages are.

Nothing is said of those before they are read, or of a PDF while its pages are put together.
"""

Progress = Callable[[int, int], None]
"""Is told how many pages are begun and how many there are."""


@dataclass(frozen=True)
class Limits:
    """What one file may cost: bytes of file and memory, seconds for a page and for the file.

    ``page_seconds`` is the time of the worker itself, ``file_seconds`` that of the clock.
    """

    file_bytes: int = 400 * 2**20
    memory_bytes: int = 2 * 2**30
    page_seconds: float = 20.0
    file_seconds: float = 900.0

    def silence(self, size: int) -> float:
        """Return how many seconds the worker may say nothing of a file of ``size`` bytes."""
        return self.page_seconds * _BUSY + _STARTING + size / _BYTES_A_SECOND


class Reader:
    """Reads files one after another in a worker process that is kept between them.

    Use one for each thread that reads: ``with Reader() as reader: reader.read(data, name)``.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._process: WorkerProcess | None = None

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the worker process."""
        if self._process:
            self._process.kill()
            self._process = None

    def read(
        self,
        data: bytes,
        name: str,
        *,
        password: str | None = None,
        progress: Progress | None = None,
    ) -> ReadFile:
        """Read the bytes of the file ``name``.

        Raises a subclass of ``SourceError``, and nothing else, for a file that cannot be read.
        """
        if len(data) > self._limits.file_bytes:
            raise too_heavy(name, f"den fylder over {self._limits.file_bytes // 2**20} MB")
        kind, decoded = detect(data, name)
        if decoded is not None and kind in (FileKind.TEXT, FileKind.MARKDOWN):
            # Imported here: nothing but reading needs them.
            from strategikort.readers.plaintext.markdown import read_markdown
            from strategikort.readers.plaintext.plaintext import read_text

            reading = read_text if kind is FileKind.TEXT else read_markdown
            result = reading(data, name, decoded)
        else:
            question = {
                "kind": kind.value,
                "name": name,
                "size": len(data),
                "password": password or "",
                "page_seconds": self._limits.page_seconds,
            }
            result = self._read_apart(question, data, progress)
        if not result.text.strip():
            raise empty_file(name)
        for with_what_is_found in _FOUND_IN_ANY_FILE:
            result = with_what_is_found(result)
        return result

    def _read_apart(
        self, question: Mapping[str, object], data: bytes, progress: Progress | None
    ) -> ReadFile:
        """Have the worker read a file, anew without a page that it is silent or dies over."""
        name = str(question["name"])
        skip: list[int] = []
        started = time.monotonic()
        for _ in range(3):
            page: int | None = None
            try:
                for message in self._ask({**question, "skip": skip}, data, started):
                    if "page" in message:
                        page = message["page"]
                        if progress:
                            progress(message["page"], message["of"])
                    elif "error" in message:
                        raise error_of(*message["error"])  # noqa: TRY301
                    else:
                        return from_plain(message["file"])
            except (WorkerSilentError, WorkerDiedError) as error:
                self.close()
                spent = time.monotonic() - started
                if page is None or page in skip or spent > self._limits.file_seconds / 2:
                    raise self._given_up(error, name) from error
                skip.append(page)
            except BaseException:
                # What is left of the answer must not be taken for that to the next question.
                self.close()
                raise
        raise too_heavy(name, "flere af siderne tager for lang tid eller for megen hukommelse")

    def _given_up(self, error: Exception, name: str) -> Exception:
        if isinstance(error, WorkerSilentError):
            return too_heavy(name, "den tager for lang tid at læse")
        return too_heavy(name, "den kræver for megen hukommelse, eller læseren brød sammen")

    def _ask(
        self, question: Mapping[str, object], data: bytes, started: float
    ) -> Iterator[dict[str, Any]]:
        if self._process is None or not self._process.usable:
            self.close()
            self._process = WorkerProcess(self._limits.memory_bytes)
        # The worker itself gives a page up in time wherever it can; this is for when it cannot.
        silence = self._limits.silence(len(data))
        yield from self._process.ask(question, data, silence, started + self._limits.file_seconds)


_shared: Reader | None = None
_lock = threading.Lock()


def read(
    data: bytes,
    name: str,
    *,
    password: str | None = None,
    progress: Progress | None = None,
) -> ReadFile:
    """Read the bytes of the file ``name`` (used in messages, and to tell Markdown from text).

    ``password`` opens an encrypted PDF; the empty one is always tried.  ``progress`` is told of
    every page of a PDF.  Raises a subclass of ``SourceError`` for a file that cannot be read.
    Calls from several threads wait for each other; use a :class:`Reader` for each instead.
    """
    global _shared
    with _lock:
        if _shared is None:
            _shared = Reader()
            atexit.register(_shared.close)
        return _shared.read(data, name, password=password, progress=progress)
