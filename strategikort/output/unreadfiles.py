"""Files that could not be read: when they were to be added, and wherever they are missed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from strategikort.model import UnreadFile
from strategikort.output.objects import Object
from strategikort.output.screen import Screen
from strategikort.text.safe import safe_line

if TYPE_CHECKING:
    from strategikort.holdings.files import Failure

_STEP = "  "
_STDIN = "-"
_LONGEST = 1_000
"""Signs of a path that is told; of a longer one the message has the beginning."""


def failed(failure: Failure) -> UnreadFile:
    """Return a file that could not be taken in as what is told of it."""
    error = failure.error
    return UnreadFile(path_text(failure.path), error.code, error.message, error.hint)


def failure_lines(failures: Iterable[UnreadFile], screen: Screen) -> list[str]:
    """Return a line on each file that could not be read, and what to do below those alike."""
    alike: dict[str, list[str]] = {}
    for failure in failures:
        alike.setdefault(failure.hint, []).append(with_place(failure))
    lines: list[str] = []
    for hint, messages in alike.items():
        lines += [line for message in messages for line in screen.paragraph(message)]
        lines += screen.paragraph(hint, _STEP) if hint else []
    return lines


def with_place(failure: UnreadFile) -> str:
    """Return what is wrong with a file, with its path: many folders have files of one name."""
    message, path, name = failure.message, failure.file, Path(failure.file).name
    if path == _STDIN or path in message or len(path) > _LONGEST:
        return safe_line(message)
    if name and name in message:
        # A name that has a folder before it already is told with its path.
        message = re.sub(rf"(?<![/\\]){re.escape(name)}", lambda _: path, message, count=1)
        return safe_line(message)
    return safe_line(f"{path}: {message}")


def unread_object(failure: UnreadFile) -> Object:
    """Return a file that could not be read, after the contract."""
    return dict(failure._asdict())


def path_text(path: Path) -> str:
    """Return a path as text; bytes that are none become question marks."""
    return str(path).encode("utf-8", "replace").decode()
