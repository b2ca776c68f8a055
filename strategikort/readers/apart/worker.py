"""What runs in the worker process: reads one file after another from its standard input."""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import signal
import sys
from typing import Any, BinaryIO

from strategikort.errors import StrategikortError
from strategikort.readers.apart.plain import to_plain
from strategikort.readers.errors import damaged, too_heavy
from strategikort.readers.model import FileKind, ReadFile

_ROOMS: dict[str, str] = {
    FileKind.DOCX: "word",
    FileKind.ODT: "opendocument",
    FileKind.EPUB: "web",
    FileKind.HTML: "web",
}
"""Where the readers are that are named after their kinds of files."""


def main() -> None:
    """Answer questions until the standard input ends."""
    # Ctrl-C goes to the whole process group; ending the worker is its parent's business.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory(int(sys.argv[1]))
    answers = os.fdopen(os.dup(1), "wb")
    # Nothing that a parser prints may get in among the answers.
    os.dup2(2, 1)
    questions = sys.stdin.buffer
    for line in questions:
        header = json.loads(line)
        data = questions.read(header["size"])
        if len(data) < header["size"]:
            return
        try:
            _say(answers, _answer(header, data, answers))
        except OSError:
            return


def _answer(header: dict[str, Any], data: bytes, answers: BinaryIO) -> dict[str, Any]:
    name = header["name"]

    def progress(page: int, pages: int) -> None:
        _say(answers, {"page": page, "of": pages})

    try:
        return {"file": to_plain(_read(header, data, progress))}
    except StrategikortError as error:
        return {"error": [error.code, error.message, error.hint]}
    except (MemoryError, RecursionError):
        heavy = too_heavy(name, "den kræver for megen hukommelse")
        return {"error": [heavy.code, heavy.message, heavy.hint]}
    except OSError:
        raise
    except Exception as error:  # a parser may raise anything over a broken file
        broken = damaged(name, f"dens indhold er ødelagt ({type(error).__name__})")
        return {"error": [broken.code, broken.message, broken.hint]}


def _read(header: dict[str, Any], data: bytes, progress: Any) -> ReadFile:
    name, kind = header["name"], header["kind"]
    if kind == FileKind.PDF:
        from strategikort.readers.pdf.reader import read_pdf

        return read_pdf(
            data,
            name,
            password=header["password"],
            skip=frozenset(header["skip"]),
            page_seconds=header["page_seconds"],
            progress=progress,
        )
    # The reader of each other kind has its name, as ``docx.read_docx``; only one is imported.
    reader = importlib.import_module(f"strategikort.readers.{_ROOMS[kind]}.{kind}")
    read: ReadFile = getattr(reader, f"read_{kind}")(data, name)
    return read


def _say(answers: BinaryIO, message: dict[str, Any]) -> None:
    # Lone surrogates, which broken files give, survive as escapes.
    answers.write(json.dumps(message).encode("ascii") + b"\n")
    answers.flush()


def _limit_memory(memory_bytes: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
