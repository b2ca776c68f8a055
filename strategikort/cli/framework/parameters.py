"""What parameters are called, and the extra help of commands.

Small, because every run imports it; the rest of the help is in :mod:`.help`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

_Function = TypeVar("_Function", bound=Callable[..., Any])
_DETAILS: dict[Any, tuple[str, tuple[str, ...]]] = {}


def details(text: str = "", *, examples: Sequence[str] = ()) -> Callable[[_Function], _Function]:
    """Give a command more help than its one line: paragraphs, and command lines to try.

    Paragraphs are set apart by blank lines; one whose lines are all indented is kept as it is.
    """

    def keep(function: _Function) -> _Function:
        _DETAILS[function] = (text, tuple(examples))
        return function

    return keep


def details_of(function: Any) -> tuple[str, tuple[str, ...]]:
    """Return the text and the examples that :func:`details` gave ``function``."""
    return _DETAILS.get(function, ("", ()))


def argument_name(param: Any) -> str:
    """Return an argument as the help shows it, ``REF...`` when it may be repeated."""
    name = str(param.metavar or param.name).upper()
    return f"{name}..." if param.nargs != 1 else name


def option_name(param: Any) -> str:
    """Return the name by which messages call an option: its long one if it has one."""
    return str(next((name for name in param.opts if name.startswith("--")), param.opts[0]))


def label(param: Any) -> str:
    """Return the name by which messages call a parameter."""
    if param.param_type_name == "argument":
        return argument_name(param).removesuffix("...")
    return option_name(param)
