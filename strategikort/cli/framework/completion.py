"""How a command line may go on, for the shell that asks.

The scripts of :mod:`.shells` run the program with ``_STRATEGIKORT_COMPLETE`` naming the shell and
the words up to the cursor as arguments (for PowerShell in ``_STRATEGIKORT_WORDS``, a line each).
The answer's first line says what to do: ``faerdig`` (a blank after the word), ``aaben`` (none, it
goes on), ``filer`` (the shell's own file names).  Each line after it is a word, a tab, and help.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import Any, NamedTuple

from strategikort.cli.framework.app import DanishApp
from strategikort.cli.framework.folding import ascii_spelling, fold, fold_option
from strategikort.cli.framework.problems import UsageError
from strategikort.cli.framework.shells import SHELLS, variable
from strategikort.danish import listed

# Words that need no quoting in any shell; nothing else is ever offered.
_TAME = re.compile(r"[\w./+@%-]+")
_SHOWN = 70


class Candidate(NamedTuple):
    """A word that may stand there; ``open`` says that more may follow it without a blank."""

    word: str
    help: str = ""
    open: bool = False


FILES = Candidate("", "filer")
"""Stands for the shell's own completion of file names."""


def spelled(name: str, typed: str) -> str:
    """Return ``name`` as whoever has typed ``typed`` would go on to spell it, else empty."""
    if name.startswith(typed):
        return name
    plain = ascii_spelling(name)
    if plain.lower().startswith(typed.lower()):
        return plain
    return name if fold(name).startswith(fold(typed)) else ""


def complete(app: DanishApp, shell: str, words: Sequence[str]) -> int:
    """Print how the command line ``words``, the last one unfinished, may go on; return 0.

    Raises :class:`UsageError` for a shell that is not one of :data:`SHELLS`.
    """
    words = list(words)
    if shell not in SHELLS:
        raise UsageError(
            f"Miljøvariablen {variable(app.name)} har en værdi, der ikke kan bruges.",
            f"Den skal være {listed(SHELLS, 'eller')}.",
            code="bad_completion",
        )
    if shell == "powershell":
        words = os.environ.get("_STRATEGIKORT_WORDS", "").split("\n")
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    cut = ""
    if shell == "bash":
        words = [_unquoted(word) for word in words]
        words, cut = _joined(words)
    found = list(candidates(app, words[:-1], words[-1] if words else ""))
    if FILES in found:
        print("filer")
        return 0
    kept = [item for item in found if _TAME.fullmatch(item.word.replace("=", ""))]
    print("aaben" if any(item.open for item in kept) else "faerdig")
    for item in kept:
        text = " ".join(item.help.split())
        text = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
        text = "".join(sign if sign.isprintable() else "\ufffd" for sign in text)
        print(f"{item.word.removeprefix(cut)}\t{text}")
    return 0


def _unquoted(word: str) -> str:
    # bash hands over words as typed; the one at the cursor may lack its second quotation mark.
    return re.sub(r"\\(.)", r"\1", word.replace('"', "").replace("'", ""))


def _joined(words: Sequence[str]) -> tuple[list[str], str]:
    """Put together what bash has split at ``=``, and say what of the last word it has split off."""
    joined: list[str] = []
    for word in words:
        if joined and (word == "=" or joined[-1].endswith("=")) and joined[-1].startswith("--"):
            joined[-1] += word
        else:
            joined.append(word)
    last = joined[-1] if joined else ""
    is_value = last.startswith("--") and "=" in last
    return joined, last.partition("=")[0] + "=" if is_value else ""


def candidates(app: DanishApp, before: Sequence[str], typed: str) -> Iterator[Candidate]:
    """Yield what may stand at the cursor after the words ``before``; ``typed`` is there already."""
    at = next((n for n, word in enumerate(before) if not word.startswith("-")), None)
    if at is None:
        if typed.startswith("-"):
            yield from _options(app, app.command().params, typed)
        else:
            yield from matching(((item.name, item.help) for item in app.entries), typed)
        return
    entry = app.find(before[at])
    if entry is None:
        return
    command = app.load(entry)
    line = _Line(command.params, before[at + 1 :])
    if line.waiting is not None:
        yield from _values(app, entry.name, command, line.waiting, typed, line.given)
    elif typed.startswith("-") and not line.ended:
        name, equals, start = typed.partition("=")
        option = line.option(name)
        if equals and option is not None:
            for item in _values(app, entry.name, command, option, start, line.given):
                yield item if item is FILES else item._replace(word=f"{name}={item.word}")
        elif not equals:
            yield from _options(app, line.unused(), typed)
    elif (argument := line.argument()) is not None:
        yield from _values(app, entry.name, command, argument, typed, line.given)


class _Line:
    """What the words after a command have used up.

    ``given`` are the values of its options, the last of each, by their long names.
    """

    def __init__(self, params: Sequence[Any], words: Sequence[str]) -> None:
        self._params = params
        self._names = {
            fold_option(name.lstrip("-")): param
            for param in self._params
            if param.param_type_name == "option"
            for name in param.opts
        }
        self.ended = False
        self.waiting: Any = None
        self.given: dict[str, str] = {}
        self._used: list[Any] = []
        self._arguments = 0
        for word in words:
            self._read(word)

    def _read(self, word: str) -> None:
        if self.waiting is not None:
            self.given[self.waiting.opts[-1]] = word
            self.waiting = None
        elif word == "--" and not self.ended:
            self.ended = True
        elif word.startswith("-") and len(word) > 1 and not self.ended:
            name, equals, value = word.partition("=")
            option = self.option(name)
            self._used.append(option)
            if option is not None and not option.is_flag:
                if equals:
                    self.given[option.opts[-1]] = value
                else:
                    self.waiting = option
        else:
            self._arguments += 1

    def option(self, name: str) -> Any:
        """Return the option of that name, or None."""
        return self._names.get(fold_option(name.lstrip("-")))

    def unused(self) -> list[Any]:
        """Return the options that may still be given."""
        return [p for p in self._params if p.multiple or p not in self._used] if self._names else []

    def argument(self) -> Any:
        """Return the argument that comes next, or None."""
        arguments = [p for p in self._params if p.param_type_name == "argument"]
        if self._arguments < len(arguments):
            return arguments[self._arguments]
        return arguments[-1] if arguments and arguments[-1].nargs != 1 else None


def matching(names: Iterable[tuple[str, str]], typed: str) -> Iterator[Candidate]:
    """Yield the names, with their help, that go on from what was typed."""
    for name, text in names:
        if word := spelled(name, typed):
            yield Candidate(word, text)


def _options(app: DanishApp, params: Sequence[Any], typed: str) -> Iterator[Candidate]:
    names: dict[str, str] = {}
    for param in params:
        if param.param_type_name == "option":
            for name in param.opts:
                if name.startswith("--") or typed == "-":
                    names[name] = (param.help or "").split("\n\n")[0]
    names |= {"--hjælp": "Vis denne hjælp.", **app.flags}
    yield from matching(names.items(), typed)


def _values(
    app: DanishApp,
    command_name: str,
    command: Any,
    param: Any,
    typed: str,
    given: Mapping[str, str],
) -> Iterator[Candidate]:
    choices = command.values[param.name].choices
    if choices:
        yield from matching(((choice, "") for choice in choices), typed)
    elif app.words:
        module, _, attribute = app.words.partition(":")
        offer = getattr(import_module(module), attribute)
        yield from offer(command_name, param.metavar, typed, given)
