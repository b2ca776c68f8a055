"""Help pages, and that no English of the framework stands on them or anywhere else."""

import importlib
import re
import shlex
import sys
from typing import Annotated, Literal

import messages
import pytest
import typer
from test_framework_usage import CASES

from strategikort.cli.framework import DanishApp, help_pages, run
from strategikort.cli.framework.help import plain

HELP = """\
Brug: demo søg [VALG] SØGETEKST

  Find steder i dokumenterne.

  Ord findes i alle bøjninger. [kap. 2] og [/§ 3] er almindelig tekst.

Argumenter:
  SØGETEKST  Det, der søges efter.  [påkrævet]

Valg:
  --json               Skriv svaret som JSON.
  -n, --antal ANTAL    Så mange.  [fra 1 til 50; standard: 10]
  --andel ANDEL        Mindste andel.  [fra 0 til 100; standard: 50]
  -t, --type TYPE      Slags.  [kan gentages]
  --format FORMAT      Svarets form.  [muligheder: tekst, json, jsonl, md;
                       standard: tekst]
  --farve FARVE        Farver.  [muligheder: auto, altid, aldrig; standard:
                       auto]
  --nøjagtig           Kun ordret.
  --rå                 Som kilden.
  -h, --help, --hjælp  Vis denne hjælp.

Eksempler:
  demo søg "kvanteteknologi" -n 3
  demo søg værdikæder --nøjagtig

Kan også skrives: soeg, --noejagtig, --raa
"""


@pytest.mark.parametrize("word", ["--help", "-h", "--hjælp", "--hjaelp"])
def test_help_of_a_command(demo, word):
    assert demo("soeg", word) == (0, HELP, "")


@pytest.mark.parametrize("word", ["hjælp", "help", "HJAELP"])
def test_help_is_asked_for_as_people_say_it(demo, word):
    assert demo(word, "soeg") == (0, HELP, "")
    assert demo(word) == demo(word, "hjælp") == demo(word, "--rå") == demo("--help")


def test_help_of_the_program(demo):
    out = demo("--help").out
    assert out.startswith("Brug: demo [VALG] KOMMANDO [ARGUMENTER]...\n")
    assert "\nFind:\n  søg  Find steder i dokumenterne.\n  vis  Vis afsnit.\n" in out
    assert out.endswith("Mere om en kommando: demo KOMMANDO --help\n")


def test_help_with_colours_says_the_same(demo, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    out = re.sub(r"\x1b\[[0-9;]*m", "", demo("søg", "--help").out)
    assert "─ Valg ─" in out
    assert "[kap. 2] og [/§ 3]" in out
    assert set(re.findall(r"[\wæøå]+", HELP)) <= set(re.findall(r"[\wæøå]+", out))
    monkeypatch.setenv("NO_COLOR", "1")
    assert demo("søg", "--help").out == HELP


def test_narrow_terminals_get_plain_help(demo, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "50")
    out = demo("søg", "--help").out
    assert "─" not in out
    assert max(map(len, out.splitlines())) <= 50


def test_pages_can_be_walked(demo):
    from demo import app

    pages = list(help_pages(app))
    assert [page.path for page in pages] == [
        "demo",
        *["demo søg", "demo vis", "demo citér", "demo åbn", "demo fejl"],
    ]
    for page in pages:
        assert plain(page) + "\n" == demo(*page.path.split()[1:], "--help").out


# What the parser and the error classes of the framework can say, and where it goes instead.  A
# newer framework with a new message makes the test fail: see what raises it, add a case, add it.
ANSWERED = {
    "_click/parser.py": {
        "Argument {} takes {} values.",  # tuples are refused when a command is made
        "Option {} does not take a value.",  # unexpected_value
        "Option {} requires {}",  # missing_value
        "Cannot have two nargs < 0",  # mistakes of the programmer, from here on
        "Invalid start character for option ({})",
        "unknown action '{}'",
    },
    "_click/exceptions.py": {
        "No such option: {}",  # unknown_option
        "(Possible options: {})",
        "Missing argument",  # missing_argument, missing_option
        "Missing option",
        "Missing parameter",
        "Missing {}",
        "Missing {}{}.",
        "Missing {}{}. {}",
        "Error: {}",
        "Missing parameter: {}",
        "Invalid value for {}: {}",  # invalid_value
        "Invalid value: {}",
        "Could not open file {}: {}",  # file types are refused when a command is made
        "Try '{} {}' for help.",
        "unknown error",
    },
    "_click/core.py": {
        "Got unexpected extra argument(s) ({})",  # too_many_arguments
        "DeprecationWarning: The command {} is deprecated.{}",  # commands are never made so
        "Takes {} values but {} given.",  # conversion is ours, see below
        "Value must be an iterable.",
    },
    "_click/decorators.py": {"Show this message and exit."},
    "core.py": {
        "Missing command.",  # missing_command
        "No such command {name!r}.",  # unknown_command
        "default: {default}",  # the help is ours
        "env var: {var}",
        "env var: {}",
        "required",
        "Arguments",
        "Options",
        "Commands",
        "Aborted!",  # "Afbrudt."
        "Choose from:\n\t{}",
        "'name' is required with 'prompt=True'.",  # mistakes of the programmer, from here on
        "Argument is marked as exposed, but does not have a name.",
        "Arguments take exactly one parameter declaration, got {}: {}.",
        "Boolean option {} cannot use the same flag for true/false.",
        "Command has no name.",
        "Name '{}' defined twice",
    },
}


def test_every_message_of_the_framework_is_known():
    found = messages.all_messages()
    unknown = {
        (module, text)
        for module, known in ANSWERED.items()
        for text in found[module]
        if text not in known and not re.fullmatch(r"[\w.]+\[.*\]", text)
    }
    assert not unknown
    # The reading of the sources works: these have been there from the first version on.
    assert "Option {} requires {}" in found["_click/parser.py"]
    assert "Missing command." in found["core.py"]


def test_no_english_of_the_framework_is_printed(demo, monkeypatch):
    from demo import app

    printed = []
    for page in help_pages(app):
        path = page.path.split()[1:]
        printed.append(demo(*path, "--help").out)
        monkeypatch.setenv("FORCE_COLOR", "1")
        printed.append(re.sub(r"\x1b\[[0-9;]*m", "", demo(*path, "--help").out))
        monkeypatch.delenv("FORCE_COLOR")
    for _, line, *_ in CASES.values():
        ran = demo(*shlex.split(line))
        printed += [ran.out, ran.err]
    for how in ("program", "system", "plads"):
        ran = demo("fejl", how)
        printed += [ran.out, ran.err]
    everything = " ".join(printed)
    assert messages.pieces_in(everything) == []
    assert not re.search(r"\b(Usage|Error|default|required|OPTIONS|ARGS|Try)\b", everything)


def test_typers_own_conversion_is_never_reached(demo, monkeypatch):
    core = sys.modules[typer.BadParameter.__module__.replace("exceptions", "core")]

    def unreachable(*args, **kwargs):
        raise AssertionError(args)

    if hasattr(core.Parameter, "type_cast_value"):
        monkeypatch.setattr(core.Parameter, "type_cast_value", unreachable)
    else:
        coercion = importlib.import_module("typer._coercion")
        monkeypatch.setattr(coercion.RuntimeParam, "coerce", unreachable)
    assert demo("søg", "a", "-n", "3", "--andel", "1", "-t", "x", "--farve", "auto").status == 0
    assert demo("citér", "--stil", "kort", "nej").status == 0
    assert demo("--version").status == 0
    assert demo("åbn", "/nix").status == 0


def broken(function):
    app = DanishApp("demo", "Hjælp.")
    app.lazy("vis", function, help="Vis.")
    return app.load(app.entries[0])


def test_what_cannot_be_said_in_danish_is_refused_when_the_command_is_made():
    def no_help(a: Annotated[str, typer.Argument(metavar="A")]) -> None: ...
    def no_metavar(a: Annotated[str, typer.Argument(help="a")]) -> None: ...
    def english(a: Annotated[bool, typer.Option(help="a")] = False) -> None: ...
    def off(a: Annotated[bool, typer.Option("--a/--b", help="a")] = True) -> None: ...
    def prompt(a: Annotated[str, typer.Option("--a", help="a", prompt=True)]) -> None: ...
    def file(a: Annotated[typer.FileText, typer.Option("--a", help="a")]) -> None: ...
    def alike(
        a: Annotated[bool, typer.Option("--rå", help="a")] = False,
        b: Annotated[bool, typer.Option("--raa", help="a")] = False,
    ) -> None: ...
    def choices(a: Annotated[Literal["rå", "raa"], typer.Option("--a", help="a")]) -> None: ...

    for function in (no_help, no_metavar, english, off, prompt, file, alike, choices):
        with pytest.raises(TypeError):
            broken(function)


def test_names_that_cannot_be_told_apart_are_refused():
    app = DanishApp("demo", "Hjælp.")
    app.lazy("søg", "x:y", help="Søg.")
    with pytest.raises(ValueError, match="taken"):
        app.lazy("soeg", "x:y", help="Søg.")
    with pytest.raises(ValueError, match="no help"):
        app.lazy("vis", "x:y", help=" ")


def test_a_module_that_cannot_be_loaded_is_an_error_of_the_program(capsys):
    app = DanishApp("demo", "Hjælp.")
    app.lazy("søg", "strategikort.no_such_module:y", help="Søg.")
    app.lazy("vis", "no.such.package:y", help="Vis.")
    assert run(app, ["søg"]) == 3
    assert "Kør igen med --fejlsøg" in capsys.readouterr().err
    assert run(app, ["vis"]) == 2
    assert "Pakken no, som programmet bruger, mangler" in capsys.readouterr().err
