"""The one base error: what is wrong and what to do, each in one Danish sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LONGEST, _SHOWN = 1_000, 200
"""Signs: of what is quoted and longer, the beginning is enough to know it by."""

_LINE_BREAKS = dict.fromkeys(map(ord, "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"), "\ufffd")


class StrategikortError(Exception):
    """An error that a user can act on.

    What it quotes, as the name of a file, may hold line breaks and bytes that are no text: U+FFFD
    stands for each.  What is very long is cut.

    ``code`` is the stable machine name that stands in JSON, ``message`` says in one Danish
    sentence what is wrong, ``hint`` in one what to do about it, ``candidates`` lists what may
    have been meant, and ``exit_status`` is the status a program should end with.
    """

    code = "error"
    exit_status = 2

    def __init__(
        self,
        message: str,
        hint: str = "",
        *,
        code: str | None = None,
        candidates: Sequence[str] = (),
        exit_status: int | None = None,
    ) -> None:
        self.message = _one_line(message)
        self.hint = _one_line(hint)
        super().__init__(self.message)
        self.candidates = tuple(candidates)
        if code is not None:
            self.code = code
        if exit_status is not None:
            self.exit_status = exit_status


def _one_line(text: str) -> str:
    if len(text) > _LONGEST:
        text = re.sub(rf"»([^»«]{{{_SHOWN}}})[^»«]{{{_LONGEST - _SHOWN},}}«", r"»\1…«", text)
    if text.isprintable():
        return text
    # Bytes of a name that are no UTF-8 are lone surrogates (PEP 383).
    return (
        text.translate(_LINE_BREAKS).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    )


def missing_package(error: ImportError) -> StrategikortError | None:
    """Return the error that a package the program is built on is missing, or too old.

    None if it is a module of the program itself that cannot be loaded.
    """
    package = (error.name or "").partition(".")[0]
    if package in ("", "strategikort"):
        return None
    return StrategikortError(
        f"Pakken {package}, som programmet bruger, mangler eller er for gammel.",
        "Installér strategikort igen med pip, uden --no-deps.",
        code="missing_package",
    )


class ArgumentError(StrategikortError, TypeError, ValueError):
    """An argument of another type than it should be, or out of its range."""

    code = "bad_argument"


class UnknownReferenceError(StrategikortError):
    """A reference that names nothing in the collection."""

    code = "unknown_reference"
    exit_status = 1


class AmbiguousReferenceError(StrategikortError):
    """A reference that may name several things."""

    code = "ambiguous_reference"


class ProfileError(StrategikortError):
    """A profile with a mistake in it, or one that does not fit its document."""

    code = "bad_profile"


class SourceError(StrategikortError):
    """A source file that is missing, unreadable or not the one the profile was made for."""

    code = "bad_source"


class CollectionError(StrategikortError):
    """The user's collection cannot be read or written."""

    code = "bad_collection"


class ThesaurusError(StrategikortError):
    """A thesaurus file with a mistake in it; the message gives file and line."""

    code = "bad_thesaurus"


class SettingsError(StrategikortError):
    """A settings file with a mistake in it; the message gives file and line."""

    code = "bad_settings"
