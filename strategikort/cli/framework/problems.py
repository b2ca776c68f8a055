"""Wrong use of a command, said in Danish.

Each function returns one kind of error, ready to be raised.  The codes are stable: they stand in
the JSON that ``--json`` gives.
"""

from __future__ import annotations

from collections.abc import Sequence

from strategikort.danish import listed
from strategikort.errors import StrategikortError
from strategikort.text.safe import shown


class UsageError(StrategikortError):
    """The command line asks for something that cannot be done; the status is 2."""

    code = "usage_error"

    def __init__(
        self, message: str, hint: str = "", *, code: str = "", candidates: Sequence[str] = ()
    ) -> None:
        super().__init__(message, hint, code=code or None, candidates=candidates)


def quoted(text: str) -> str:
    """Return what the user typed in Danish quotation marks, safe to print."""
    return f"»{shown(text)}«"


def help_hint(path: str, candidates: Sequence[str] = ()) -> str:
    """Return what to do next: the nearest name if there is one, else where the help is."""
    if candidates:
        meant = listed([f"»{name}«" for name in candidates], "eller")
        return f"Mente du {meant}? Ellers prøv: {path} --help"
    return f"Prøv: {path} --help"


def unknown_command(
    path: str, typed: str, near: Sequence[str], instead: Sequence[str] = ()
) -> UsageError:
    """Say that no command has that name; ``instead`` are command lines that may have been meant."""
    return UsageError(
        f"Kommandoen {quoted(typed)} findes ikke.",
        help_hint(path, near or [shown(line, 200) for line in instead]),
        code="unknown_command",
        candidates=near,
    )


def missing_command(path: str) -> UsageError:
    """Say that there are options, but no command."""
    return UsageError("Der mangler en kommando.", help_hint(path), code="missing_command")


def misplaced_option(typed: str, line: str) -> UsageError:
    """Say that an option stands before the command that it is one of; ``line`` is the right one."""
    return UsageError(
        f"Valget {quoted(typed)} skrives efter kommandoen.",
        f"Skriv: {shown(line, 200)}",
        code="unknown_option",
    )


def unknown_option(
    path: str,
    typed: str,
    near: Sequence[str],
    *,
    before: bool,
    line: str = "",
    texts: bool = True,
    others: Sequence[str] = (),
) -> UsageError:
    """Say that no option has that name; ``before``: it stood before the command's name.

    ``line`` is the command line with what may be text marked as such; ``texts`` says whether the
    command takes any; ``others`` are the commands that have such an option.
    """
    hint = help_hint(path, near)
    if before and not near:
        hint = f"Valg til en kommando skrives efter kommandoen. Prøv: {path} --help"
    elif others:
        hint = f"Det hører til {listed(others)}. Prøv: {path} --help"
    elif not near and line:
        hint = f"Prøv: {path} --help. Hører det til teksten, så skriv: {shown(line, 200)}"
    elif texts and not near and not typed.startswith("--"):
        hint = f"Begynder en tekst med en streg, så skriv -- foran den. Prøv: {path} --help"
    return UsageError(
        f"Valget {quoted(typed)} findes ikke.", hint, code="unknown_option", candidates=near
    )


def missing_argument(
    path: str, name: str, choices: Sequence[str] = (), example: str = ""
) -> UsageError:
    """Say that a required argument was not given; ``example`` is a command line that has it."""
    message = f"Argumentet {name} mangler."
    if choices:
        message = f"Argumentet {name} mangler; det skal være {listed(choices, 'eller')}."
    hint = f"{help_hint(path)}, eller fx: {example}" if example else help_hint(path)
    return UsageError(message, hint, code="missing_argument", candidates=choices)


def missing_option(path: str, name: str, choices: Sequence[str] = ()) -> UsageError:
    """Say that a required option was not given."""
    message = f"Valget {name} mangler."
    if choices:
        message = f"Valget {name} mangler; værdien skal være {listed(choices, 'eller')}."
    return UsageError(message, help_hint(path), code="missing_option", candidates=choices)


def missing_value(path: str, name: str) -> UsageError:
    """Say that an option that takes a value stands last, without one."""
    return UsageError(f"Valget {name} mangler en værdi.", help_hint(path), code="missing_value")


def repeated_option(name: str) -> UsageError:
    """Say that an option with one value stands there more than once."""
    return UsageError(
        f"Valget {name} kan kun stå én gang.", "Behold kun det ene.", code="repeated_option"
    )


def unexpected_value(path: str, name: str, value: str) -> UsageError:
    """Say that a flag was given a value."""
    return UsageError(
        f"Valget {name} har ingen værdi, men fik {quoted(value)}.",
        help_hint(path),
        code="unexpected_value",
    )


def too_many_arguments(
    path: str, rest: Sequence[str], *, takes: int, examples: Sequence[str] = ()
) -> UsageError:
    """Say that there are more arguments than the number that the command ``takes``.

    ``examples`` are lines with its options.
    """
    if len(rest) == 1:
        message = f"Der er et argument for meget: {quoted(rest[0])}."
    else:
        message = f"Der er {len(rest)} argumenter for meget: {' '.join(map(quoted, rest[:5]))}."
    hint = f"Kommandoen har kun valg. Prøv: {path} --help"
    if examples:
        hint += f", eller fx: {listed(examples, 'eller')}"
    if takes:
        hint = f'Tekst med mellemrum skrives i "anførselstegn". Prøv: {path} --help'
    if takes == 1:
        said = 'Kommandoen tager ét argument; har det mellemrum, så sæt det i "anførselstegn".'
        hint = f"{said} Prøv: {path} --help"
    return UsageError(message, hint, code="too_many_arguments")


def bad_value(
    path: str, name: str, why: str, candidates: Sequence[str] = (), source: str = ""
) -> UsageError:
    """Say that a value cannot be used; ``why`` is a Danish sentence with its full stop.

    ``source`` says where the value came from, if not from the command line.
    """
    where = f" (fra {source})" if source else ""
    return UsageError(
        f"Ugyldig værdi til {name}{where}: {why}",
        help_hint(path, candidates),
        code="invalid_value",
        candidates=candidates,
    )


def not_understood(path: str) -> UsageError:
    """Say that Typer objects to something else: never in its English words."""
    return UsageError("Kommandolinjen kan ikke forstås.", help_hint(path))
