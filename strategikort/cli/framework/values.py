"""The words of a command line made into values.

Typer's own conversion is left aside, for two reasons: its messages are English and hide the value
behind a sentence, and from version 0.29 it loads pydantic (some 100 milliseconds) to read a single
word.  What a parameter accepts is read from the same annotation that Typer reads.
"""

from __future__ import annotations

import enum
import inspect
import os
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from typer.models import ArgumentInfo, OptionInfo, ParameterInfo

from strategikort.cli.framework.folding import fold, nearest, repair, typed_path
from strategikort.cli.framework.problems import quoted
from strategikort.errors import listed

_TRUE = frozenset({"ja", "j", "sand", "1", "til", "true", "yes", "y", "on", "t"})
_FALSE = frozenset({"nej", "n", "falsk", "0", "fra", "false", "no", "off", "f", ""})


class RejectedError(ValueError):
    """A word that is no value of the wanted kind; ``args[0]`` says in Danish why."""

    def __init__(self, why: str, candidates: Sequence[str] = ()) -> None:
        super().__init__(why)
        self.candidates = tuple(candidates)


class Value:
    """What one parameter accepts.

    ``read`` turns a word into the value and raises :class:`RejectedError`; ``many`` says that the
    command gets a list; ``choices`` and ``limits`` are for the help (``limits`` in words).
    """

    # Written out, since a dataclass takes longer to make than a command's whole parsing.
    __slots__ = ("choices", "limits", "many", "read")

    def __init__(
        self,
        read: Callable[[str], Any],
        *,
        many: bool = False,
        choices: tuple[str, ...] = (),
        limits: str = "",
    ) -> None:
        self.read, self.many, self.choices, self.limits = read, many, choices, limits

    def convert(self, given: Any) -> Any:
        """Return the value of what the parser hands over: None, a word, words, or a default."""
        if self.many:
            if given is None:
                return []
            return [self._one(item) for item in given]
        return self._one(given)

    def _one(self, given: Any) -> Any:
        return self.read(given) if isinstance(given, str) else given


def _text(word: str) -> str:
    return repair(word)


def _boolean(word: str) -> bool:
    key = repair(word).strip().casefold()
    if key in _TRUE:
        return True
    if key in _FALSE:
        return False
    raise RejectedError(f"{quoted(word)} er hverken ja eller nej.")


def _moment(word: str) -> datetime:
    try:
        return datetime.fromisoformat(word.strip())
    except ValueError:
        raise RejectedError(f"{quoted(word)} er ikke en dato som 2024-02-29.") from None


def _danish(number: float) -> str:
    return str(number).replace(".", ",")


def _limits(low: float | None, high: float | None) -> str:
    if low is not None and high is not None:
        return f"fra {_danish(low)} til {_danish(high)}"
    if low is not None:
        return f"mindst {_danish(low)}"
    return f"højst {_danish(high)}" if high is not None else ""


def _integer(word: str) -> int:
    digits = word.removeprefix("-").removeprefix("+")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 18):
        raise RejectedError(f"{quoted(word)} er ikke et helt tal.")
    return int(word)


def _decimal(word: str) -> float:
    # float() also takes inf, nan, 1_000 and digits of other scripts, which nobody means here.
    if word.isascii() and "_" not in word and any(sign.isdigit() for sign in word):
        try:
            return float(word.replace(",", "."))
        except ValueError:
            pass
    raise RejectedError(f"{quoted(word)} er ikke et tal.")


def _number(kind: type[int] | type[float], info: ParameterInfo) -> Value:
    low, high = info.min, info.max
    limits = _limits(low, high)
    plain = _integer if kind is int else _decimal

    def read(word: str) -> float:
        value = plain(word.strip())
        if (low is None or value >= low) and (high is None or value <= high):
            return value
        what = "lille" if low is not None and value < low else "stort"
        raise RejectedError(f"{quoted(word)} er for {what}; tallet skal være {limits}.")

    return Value(read, limits=limits)


def _choice(values: Sequence[Any], names: Sequence[str]) -> Value:
    keys = {fold(name): value for name, value in zip(names, values, strict=True)}
    if len(keys) != len(values):
        raise TypeError(f"choices that cannot be told apart: {names}")

    def read(word: str) -> Any:
        try:
            return keys[fold(word.strip())]
        except KeyError:
            raise RejectedError(
                f"{quoted(word)} er ikke en af mulighederne: {listed(names)}.",
                nearest(word, list(names)),
            ) from None

    return Value(read, choices=tuple(names))


def _path(info: ParameterInfo) -> Value:
    only_file, only_folder = not info.dir_okay, not info.file_okay

    def read(word: str) -> Path:
        if not word:
            raise RejectedError("stien er tom.")
        path, name = Path(word), f"»{typed_path(word)}«"
        if word == "-" and info.allow_dash:
            return path
        if not path.exists():
            if info.exists:
                kind = "Mappen" if only_folder else "Filen" if only_file else "Filen eller mappen"
                raise RejectedError(f"{kind} {name} findes ikke.")
            return path.resolve() if info.resolve_path else path
        if only_file and path.is_dir():
            raise RejectedError(f"{name} er en mappe, ikke en fil.")
        if only_folder and not path.is_dir():
            raise RejectedError(f"{name} er en fil, ikke en mappe.")
        what = "Mappen" if path.is_dir() else "Filen"
        if info.readable and not os.access(path, os.R_OK):
            raise RejectedError(f"{what} {name} kan ikke læses; du har ikke adgang.")
        if info.writable and not os.access(path, os.W_OK):
            raise RejectedError(f"{what} {name} kan ikke ændres; du har ikke adgang.")
        return path.resolve() if info.resolve_path else path

    return Value(read)


def _single(annotation: Any, info: ParameterInfo) -> Value:
    if info.parser is not None:
        return Value(info.parser)
    if get_origin(annotation) is Literal:
        options = get_args(annotation)
        return _choice(options, [str(option) for option in options])
    if isinstance(annotation, type):
        if issubclass(annotation, enum.Enum):
            return _choice(list(annotation), [str(item.value) for item in annotation])
        if annotation in (int, float):
            return _number(annotation, info)
        if issubclass(annotation, Path):
            return _path(info)
        simple = {str: _text, bool: _boolean, datetime: _moment}
        if annotation in simple:
            return Value(simple[annotation])
    raise TypeError(f"parameters of this kind are not supported: {annotation!r}")


def value_of(annotation: Any, info: ParameterInfo) -> Value:
    """Return what a parameter with this annotation accepts.

    Supported are str, int, float, bool, Path, datetime, Literal, Enum, anything with
    ``parser=``, ``list`` of these, and ``… | None``.  Raises TypeError for all else.
    """
    if get_origin(annotation) in (Union, UnionType):
        (annotation,) = [part for part in get_args(annotation) if part is not NoneType]
    if get_origin(annotation) is list:
        one = _single(get_args(annotation)[0], info)
        return Value(one.read, many=True, choices=one.choices, limits=one.limits)
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
