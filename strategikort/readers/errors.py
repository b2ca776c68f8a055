"""What can be wrong with a file: each error says in Danish what it is and what to do."""

from __future__ import annotations

from strategikort.errors import SourceError

STANDARD_INPUT = "standardinput"
"""The name of what is read from standard input, which is no file."""


class UnknownFormatError(SourceError):
    """A file of a kind that cannot be read."""

    code = "unknown_format"


class EmptyFileError(SourceError):
    """A file of zero bytes, or of nothing but blanks."""

    code = "empty_file"


class EncryptedFileError(SourceError):
    """A file that needs a password, or another one than was given."""

    code = "encrypted"


class DamagedFileError(SourceError):
    """A file that is cut short or broken so that nothing can be read."""

    code = "damaged_file"


class NoTextError(SourceError):
    """A file whose pages are pictures only."""

    code = "no_text"


class TooHeavyError(SourceError):
    """A file that would take more time or memory than one file may have."""

    code = "too_heavy"


_TYPES: dict[str, type[SourceError]] = {
    error.code: error
    for error in (
        UnknownFormatError,
        EmptyFileError,
        EncryptedFileError,
        DamagedFileError,
        NoTextError,
        TooHeavyError,
    )
}


def error_of(code: str, message: str, hint: str) -> SourceError:
    """Return the error that ``code`` stands for (how a worker process hands one over)."""
    kind = _TYPES.get(code)
    return kind(message, hint) if kind else SourceError(message, hint, code=code)


def empty_file(name: str) -> EmptyFileError:
    """Return the error for a file without a single readable character."""
    if name == STANDARD_INPUT:
        return EmptyFileError(
            "Standardinput er tom.", "Kontrollér den kommando, som teksten kommer fra."
        )
    return EmptyFileError(
        f"Filen {name} er tom.", "Hent eller gem filen igen, og prøv så en gang til."
    )


def protected(name: str, program: str) -> EncryptedFileError:
    """Return the error for a file that ``program`` has encrypted."""
    return EncryptedFileError(
        f"Filen {name} er beskyttet med adgangskode.",
        f"Åbn den i {program}, fjern adgangskoden, og gem en kopi.",
    )


def damaged(name: str, what: str) -> DamagedFileError:
    """Return the error for a broken file; ``what`` says in Danish what is wrong with it."""
    return DamagedFileError(
        f"Filen {name} kan ikke læses: {what}.",
        "Hent filen igen, eller åbn den i et andet program og gem den på ny.",
    )


def too_heavy(name: str, what: str) -> TooHeavyError:
    """Return the error for a file over a limit; ``what`` says in Danish which."""
    return TooHeavyError(
        f"Filen {name} er opgivet: {what}.",
        "Gem filen på ny fra et andet program (fx »Udskriv til PDF«), eller del den i mindre.",
    )
