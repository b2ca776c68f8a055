"""The words of a command line made into values.

Typer's own conversion is left aside, for two reasons: its messages are English and hide the value
behind a sentence, and from version 0.29 it loads pydantic (some 100 milliseconds) to read a single
word.  What a parameter accepts is read from the same annotation that Typer reads.
"""

from __future__ import annotations

import inspect
import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from typer.models import ArgumentInfo, OptionInfo, ParameterInfo

from strategikort.cli.framework.folding import fold, nearest
from strategikort.cli.framework.problems import quoted
from strategikort.danish import listed
from strategikort.text.safe import repair


class RejectedError(ValueError):
    """A word that is no value of the wanted kind; ``args[0]`` says in Danish why."""

    def __init__(self, why: str, candidates: Sequence[str] = ()) -> None:
        super().__init__(why)
        self.candidates = tuple(candidates)


class Value(NamedTuple):
    """What one parameter accepts.

    ``read`` turns a word into the value and raises :class:`RejectedError`; ``many`` says that the
    command gets a list; ``choices`` and ``limits`` are for the help (``limits`` in words).
    """

    read: Callable[[str], Any]
    many: bool = False
    choices: tuple[str, ...] = ()
    limits: str = ""

    def convert(self, given: Any) -> Any:
        """Return the value of what the parser hands over: None, a word, words, or a default."""
        if self.many:
            if given is None:
                return []
            return [self._one(item) for item in given]
        return self._one(given)

    def _one(self, given: Any) -> Any:
        return self.read(given) if isinstance(given, str) else given


def _integer(word: str) -> int:
    word = word.strip()
    digits = word.removeprefix("-").removeprefix("+")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 18):
        raise RejectedError(f"{quoted(word)} er ikke et helt tal.")
    return int(word)


def _number(info: ParameterInfo) -> Value:
    low, high = info.min, info.max
    if low is None or high is None:
        return Value(_integer)
    limits = f"fra {low} til {high}"

    def read(word: str) -> int:
        value = _integer(word)
        if low <= value <= high:
            return value
        what = "lille" if value < low else "stort"
        raise RejectedError(f"{quoted(word)} er for {what}; tallet skal være {limits}.")

    return Value(read, limits=limits)


def _choice(names: tuple[str, ...]) -> Value:
    keys = {fold(name): name for name in names}
    if len(keys) != len(names):
        raise TypeError(f"choices that cannot be told apart: {names}")

    def read(word: str) -> str:
        try:
            return keys[fold(word.strip())]
        except KeyError:
            raise RejectedError(
                f"{quoted(word)} er ikke en af mulighederne: {listed(names)}.",
                nearest(word, list(names)),
            ) from None

    return Value(read, choices=names)


def file_name(word: str) -> str:
    """Return the name of a file as it was typed: another form of its letters is another file.

    File managers hand out addresses instead (``file:///home/mig/min%20rapport.pdf``).  An empty
    name, as a shell gives for a variable that is not set, would be the current folder.  ``~/`` is
    the home folder: no shell says so of what stands in quotes, and PowerShell of nothing.
    """
    if not word:
        raise RejectedError("stien er tom.")
    if word[:7].lower() == "file://" and (word[7:8] == "/" or os.name == "nt"):
        from urllib.parse import unquote

        path = unquote(word[7:], errors="surrogateescape")
        path = path if path.startswith("/") else f"//{path}"  # in a network folder of Windows
        word = path[1:] if re.match("/[a-zA-Z]:", path) else path  # a drive of Windows
    return os.path.expanduser(word) if re.match(r"~(?:[/\\]|\Z)", word) else word  # noqa: PTH111


def local_name(word: str) -> str:
    """Return the name of a file as :func:`file_name` does, but for an address of the web."""
    if re.match(r"(?i)https?:/", word):
        raise RejectedError(f"{quoted(word)} er en adresse på nettet, ikke en fil hos dig.")
    return file_name(word)


def _path(word: str) -> Path:
    return Path(local_name(word))


def _single(annotation: Any, info: ParameterInfo) -> Value:
    if info.parser is not None:
        return Value(info.parser)
    if get_origin(annotation) is Literal:
        return _choice(get_args(annotation))
    if annotation is int:
        return _number(info)
    # A flag has no word to be read.
    simple: dict[Any, Callable[[str], Any]] = {str: repair, Path: _path, bool: bool}
    if annotation in simple:
        return Value(simple[annotation])
    raise TypeError(f"parameters of this kind are not supported: {annotation!r}")


def value_of(annotation: Any, info: ParameterInfo) -> Value:
    """Return what a parameter with this annotation accepts.

    Supported are str, int, flags, Path, Literal, anything with ``parser=``, ``list`` of these, and
    ``… | None``.  Raises TypeError for all else.
    """
    if get_origin(annotation) in (Union, UnionType):
        (annotation,) = [part for part in get_args(annotation) if part is not NoneType]
    if get_origin(annotation) is list:
        one = _single(get_args(annotation)[0], info)
        return one._replace(many=True)
    return _single(annotation, info)


def signature_of(function: Callable[..., Any]) -> dict[str, tuple[Any, ParameterInfo | None]]:
    """Return name → (annotation, Typer's information) for the parameters of a command."""
    found: dict[str, tuple[Any, ParameterInfo | None]] = {}
    for name, parameter in inspect.signature(function, eval_str=True).parameters.items():
        annotation, info = parameter.annotation, None
        if get_origin(annotation) is Annotated:
            annotation, *extra = get_args(annotation)
            info = next((e for e in extra if isinstance(e, OptionInfo | ArgumentInfo)), None)
        found[name] = (annotation, info)
    return found
