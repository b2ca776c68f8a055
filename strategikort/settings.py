"""The user's settings: what ``config.yaml`` says, checked, each value with its line.

No setting names a program to run: which pager is used is for ``PAGER`` alone to say, so that a
settings file that somebody else wrote can do no harm.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, NoReturn

from strategikort.danish import listed
from strategikort.errors import ProfileError, SettingsError
from strategikort.places import user_folder

SIZE_LIMIT = 100_000
"""Bytes of a settings file."""

_WHEN = ("auto", "altid", "aldrig")
_STYLES = ("kort", "fodnote", "apa", "chicago", "markdown", "bibtex", "ris", "csl-json", "w3c")
_SEARCHES = ("søg", "fravær", "forpligtelser", "sammenlign")
# Not what writes files: a setting must not change what an export holds.
_ANSWERS = (*_SEARCHES, "vis", "dokumenter", "kort")


class Setting(NamedTuple):
    """What may be set: ``choices`` or ``limits`` (both ends included) narrow the value.

    ``variables`` are the environment variables that come before the file; ``commands`` are those
    that heed the setting, if not all that have the option.
    """

    help: str
    default: str = ""
    choices: tuple[str, ...] = ()
    limits: tuple[int, int] | None = None
    many: bool = False
    variables: tuple[str, ...] = ()
    commands: tuple[str, ...] = ()


SETTINGS: Mapping[str, Setting] = {
    "antal": Setting("Så mange steder viser søg højst.", "10", limits=(1, 1000), commands=("søg",)),
    "format": Setting(
        "Svarets form.", "tekst", choices=("tekst", "json", "jsonl", "csv", "md"), commands=_ANSWERS
    ),
    "farve": Setting(
        "Farver i svaret.", "auto", choices=_WHEN, variables=("NO_COLOR", "FORCE_COLOR")
    ),
    "stil": Setting("Henvisningens form i citér.", "kort", choices=_STYLES),
    "samling": Setting("Samlingen med dine egne dokumenter.", variables=("STRATEGIKORT_SAMLING",)),
    "dokument": Setting("De dokumenter, der søges i.", many=True, commands=_SEARCHES),
    "pager": Setting("Lange svar i en pager.", "auto", choices=("auto", "aldrig")),
    "links": Setting("Links til kilderne på en terminal.", "auto", choices=_WHEN),
}
"""Every setting by its key, which is also the name of the option that it stands for."""


class Chosen(NamedTuple):
    """A value of the file: its words (one, but for ``dokument``) and its line, counted from 1."""

    words: tuple[str, ...]
    line: int


class Settings(NamedTuple):
    """The settings of ``file``; None if there is none."""

    file: Path | None = None
    chosen: Mapping[str, Chosen] = {}

    def where(self, key: str) -> str:
        """Return the place where the file sets ``key``, in Danish."""
        return f"{self.file}, linje {self.chosen[key].line}"

    def variable(self, key: str) -> str:
        """Return the environment variable that decides ``key`` before the file, else empty."""
        return next((name for name in SETTINGS[key].variables if os.environ.get(name)), "")

    def words(self, key: str, command: str = "") -> tuple[str, ...]:
        """Return what the file says to ``command`` (empty: in general) of ``key``.

        Nothing, if something in the environment comes before the file.
        """
        chosen = self.chosen.get(key)
        if chosen is None or self.variable(key):
            return ()
        commands = SETTINGS[key].commands
        return () if command and commands and command not in commands else chosen.words


def settings_file() -> Path | None:
    """Return where the settings are looked for, None if there is no home folder."""
    try:
        return user_folder("config") / "config.yaml"
    except RuntimeError:
        return None


def read_settings() -> Settings:
    """Return the user's settings; raises :class:`SettingsError` with file and line."""
    path = settings_file()
    if path is None:
        return Settings()
    try:
        with path.open("rb") as stream:
            data = stream.read(SIZE_LIMIT + 1)
    except (FileNotFoundError, NotADirectoryError):
        return Settings(path)
    except OSError as error:
        raise SettingsError(
            f"Indstillingerne i {path} kan ikke læses.",
            "Kontrollér, at det er en fil, at du må læse den, og at HOME er din egen mappe.",
        ) from error
    if len(data) > SIZE_LIMIT:
        raise SettingsError(
            f"Indstillingerne i {path} er over {SIZE_LIMIT // 1000} kB.",
            "Kontrollér, at det er den rigtige fil.",
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        _fail(path, line, "filen er ikke UTF-8", "Gem filen som UTF-8.")
    found = plain_settings(text)
    if found is None:
        found = _yaml_settings(path, text)
    return Settings(path, {key: _checked(path, key, value) for key, value in found.items()})


_SCALAR = r"[A-Za-z0-9ÆØÅæøå/~.][A-Za-z0-9ÆØÅæøå/~._-]*"
_LINE = re.compile(rf"([a-z]+):[ ]+(?:({_SCALAR})|\[({_SCALAR}(?:, ?{_SCALAR})*)\])[ ]*(?:[ ]#.*)?")


def plain_settings(text: str) -> dict[str, Chosen] | None:
    """Read settings of the plainest kind, ``key: word`` or ``key: [word, word]`` on each line.

    Returns None for all else, which the YAML reader reads: loading that for these few lines
    would take longer than a whole search.
    """
    found: dict[str, Chosen] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        line = line.rstrip("\r")
        if not line.strip(" ") or (line.startswith("#") and line.isprintable()):
            continue
        match = _LINE.fullmatch(line)
        if match is None or match[1] in found or not line.isprintable():
            return None
        words = (match[2],) if match[2] else tuple(re.split(", ?", match[3]))
        found[match[1]] = Chosen(words, number)
    return found


def _yaml_settings(path: Path, text: str) -> dict[str, Chosen]:
    from strategikort.catalog.yamlfile import parse_yaml

    try:
        pairs = parse_yaml(text, str(path)).pairs()
        return {
            key: Chosen(tuple(entry.texts if entry.is_list else [entry.text]), entry.line)
            for key, entry in pairs
        }
    except ProfileError as error:
        raise SettingsError(error.message, error.hint) from error


def _checked(path: Path, key: str, chosen: Chosen) -> Chosen:
    setting = SETTINGS.get(key)
    if setting is None:
        _fail(
            path,
            chosen.line,
            f"indstillingen »{key}« findes ikke",
            f"Der kan stå {listed(list(SETTINGS), 'eller')}.",
        )
    if len(chosen.words) != 1 and not setting.many:
        _fail(path, chosen.line, f"{key} kan kun have én værdi", f"Skriv fx »{key}: værdi«.")
    if setting.choices:
        chosen = chosen._replace(words=tuple(word.lower() for word in chosen.words))
    for word in chosen.words:
        if not word:
            _fail(path, chosen.line, f"{key} har ingen værdi", "Skriv en værdi, eller slet linjen.")
        if setting.choices and word not in setting.choices:
            _fail(
                path,
                chosen.line,
                f"{key} kan ikke være »{word}«",
                f"Skriv {listed(setting.choices, 'eller')}.",
            )
        if setting.limits:
            low, high = setting.limits
            if not (word.isascii() and word.isdigit() and low <= int(word[:9]) <= high):
                _fail(
                    path,
                    chosen.line,
                    f"{key} kan ikke være »{word}«",
                    f"Skriv et helt tal fra {low} til {high}.",
                )
    if key == "samling":
        # A relative path is meant from where the file is, wherever the program is run.
        whole = os.path.join(path.parent, os.path.expanduser(chosen.words[0]))  # noqa: PTH118, PTH111
        return Chosen((whole,), chosen.line)
    return chosen


def _fail(path: Path, line: int, problem: str, remedy: str) -> NoReturn:
    raise SettingsError(f"{path}, linje {line}: {problem}.", remedy)
