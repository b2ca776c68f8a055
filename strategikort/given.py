"""What a caller gives: refused in Danish where it is of another form than it should be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import index
from typing import TYPE_CHECKING

from strategikort.danish import listed
from strategikort.errors import ArgumentError, StrategikortError

if TYPE_CHECKING:
    from typing import SupportsIndex

_MOST = 10**9
"""What there is more of nowhere; a larger number would have no room in SQLite."""
_ONE = "Giv én tekst ad gangen."
STARRED = "Skriv * foran listen, så gives de hver for sig."


def check_text(given: object, name: str, hint: str = "") -> None:
    """Raise ``ArgumentError`` unless what is given as ``name`` is text."""
    if not isinstance(given, str):
        raise refused(given, f"{name} skal være tekst", hint)


def check_texts(given: Iterable[object], name: str) -> None:
    """Raise ``ArgumentError`` unless all that is given as ``*name`` is text."""
    for one in given:
        check_text(one, name, STARRED if isinstance(one, list | set) else "")


def whole_number(given: SupportsIndex, name: str, least: int = 0) -> int:
    """Return a whole number as Python has it, one without end made to end.

    Raises ``ArgumentError`` for what is given else.
    """
    try:
        number = index(given)
    except TypeError:
        number = None
    if number is None or number < least:
        said = _kind(given) if number is None else number
        raise ArgumentError(f"{name} skal være et helt tal fra {least} og op, ikke {said}.")
    return min(number, _MOST)


def check_known(words: Iterable[str], known: Sequence[str], what: str, code: str) -> None:
    """Raise ``StrategikortError`` for a word that is none of ``known``, which are ``what``."""
    for word in words:
        if word not in known:
            raise StrategikortError(
                f"»{word}« er ikke {what}.",
                f"Skriv {listed(known, 'eller')}.",
                code=code,
                candidates=known,
            )


def several(given: Iterable[str], name: str) -> tuple[str, ...]:
    """Return several texts as they are; a single one is no sequence of letters.

    Raises ``ArgumentError`` for what is given as ``name`` and is neither.
    """
    if isinstance(given, str):
        return (given,)
    # A document is a tuple, but not of names.
    if not isinstance(given, Iterable) or _id(given):
        raise refused(given, f"{name} skal være tekster")
    texts = tuple(given)
    check_texts(texts, name)
    return texts


def refused(given: object, what: str, hint: str = "") -> ArgumentError:
    """Return the error for what is given where ``what`` says what should have been."""
    if not hint and (known := _id(given)):
        hint = f"Giv id'et, »{known}«."
    if not hint and isinstance(given, list | tuple | set):
        hint = _ONE
    return ArgumentError(f"{what}, ikke {_kind(given)}.", hint)


def _kind(given: object) -> str:
    return "None" if given is None else type(given).__name__


def _id(given: object) -> str:
    """Return the id of a document or a section, and of the section of a hit; empty for others."""
    named = getattr(given, "id", "") or getattr(getattr(given, "section", None), "id", "")
    return named if isinstance(named, str) else ""
