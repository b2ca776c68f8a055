"""Commands of every shape: what they accept, what they refuse, and what their help says."""

import errno
import io
import sys
from typing import Annotated, Any, Literal

import pytest
import typer

from strategikort.cli.framework import DanishApp, help_pages, run
from strategikort.cli.framework.help import plain
from strategikort.cli.framework.manpage import manual_page
from strategikort.cli.framework.runner import system_error
from strategikort.oserrors import advice

ERRORS = sys.modules[typer.BadParameter.__module__]


class Settings:
    """Settings that say »mange« whatever is asked for."""

    def words(self, key: str, command: str = "") -> tuple[str, ...]:
        return ("mange",) if key == "antal" else ()

    def where(self, key: str) -> str:
        return f"config.yaml, linje 3, {key}"


@pytest.fixture
def ran(capsys):
    """Return a function that runs a command line of a program with the one command ``prøv``."""

    def call(function, *args, **more):
        app = DanishApp("demo", "Hjælp.", **more)
        app.lazy("prøv", function, help="Prøv noget.")
        status = run(app, ["prøv", *args])
        return status, *capsys.readouterr()

    return call


def refused(message, hint="Prøv: demo prøv --help"):
    return 2, "", f"Fejl: {message}\n{hint}\n"


def test_a_missing_choice_names_the_choices(ran):
    def command(a: Annotated[Literal["hel", "halv", "tom"], typer.Argument(metavar="A", help="a")]):
        print(a)

    assert ran(command) == refused("Argumentet A mangler; det skal være hel, halv eller tom.")
    assert ran(command, "HALV") == (0, "halv\n", "")


def test_a_missing_option_without_choices_is_named(ran):
    def command(a: Annotated[str, typer.Option("--navn", help="a")]):
        print(a)

    assert ran(command) == refused("Valget --navn mangler.")


def test_values_of_ones_own_kind(ran):
    def command(a: Annotated[Any, typer.Argument(metavar="A", parser=str.upper, help="a")]):
        print(a)

    assert ran(command, "æble") == (0, "ÆBLE\n", "")


def test_kinds_of_values_without_a_danish_reading_are_refused():
    def pair(a: Annotated[tuple[int, int], typer.Option("--a", help="a")] = (1, 2)) -> None: ...

    app = DanishApp("demo", "Hjælp.")
    app.lazy("prøv", pair, help="Prøv.")
    with pytest.raises(TypeError, match="not supported: tuple"):
        app.load(app.entries[0])


def test_a_setting_that_the_command_rejects_is_said_with_its_place(ran):
    def command(a: Annotated[int, typer.Option("--antal", help="a")] = 1):
        print(a)

    assert ran(command, defaults=Settings) == refused(
        "Ugyldig værdi til --antal (fra config.yaml, linje 3, antal): »mange« er ikke et helt tal."
    )
    assert ran(command, "--antal", "4", defaults=Settings) == (0, "4\n", "")


def test_a_setting_fills_an_option_that_takes_many(ran):
    def command(a: Annotated[list[str] | None, typer.Option("--antal", help="a")] = None):
        print(a)

    assert ran(command, defaults=Settings) == (0, "['mange']\n", "")


def test_a_setting_that_is_no_choice_of_the_command_is_left_aside(ran):
    def command(a: Annotated[Literal["få", "ingen"], typer.Option("--antal", help="a")] = "få"):
        print(a)

    assert ran(command, defaults=Settings) == (0, "få\n", "")


@pytest.mark.parametrize("error", [ERRORS.UsageError, ERRORS.ClickException])
def test_english_words_of_the_framework_are_kept_inside(ran, error):
    def command():
        raise error("Some English words")

    assert ran(command) == (2, "", "Fejl: Kommandolinjen kan ikke forstås.\n")


def test_a_command_may_have_an_option_h_of_its_own(ran):
    def command(a: Annotated[int, typer.Option("-h", "--højde", help="Højden.")] = 0):
        print(a)

    assert ran(command, "-h", "3") == (0, "3\n", "")
    assert ran(command, "--hjælp")[1].partition("Valg:\n")[2] == (
        "  -h, --højde HØJDE  Højden.  [standard: 0]\n"
        "  --help, --hjælp    Vis denne hjælp.\n"
        "\nKan også skrives: proev, --hoejde\n"
    )


def test_the_manual_of_a_program_without_examples():
    app = DanishApp("demo", "Hjælp.")
    app.lazy("prøv", lambda: None, help="Prøv noget.")
    page = manual_page(list(help_pages(app)), "1.0", [], "prøver noget")
    assert ".SH EKSEMPLER" not in page
    assert ".SS pr\\[u00F8]v [VALG]\nPr\\[u00F8]v noget.\n" in page


def test_a_program_without_a_version():
    app = DanishApp("demo", "Hjælp.")
    (page,) = help_pages(app)
    assert plain(page) == (
        "Brug: demo [VALG] KOMMANDO [ARGUMENTER]...\n\n  Hjælp.\n\nValg:\n"
        "  -h, --help, --hjælp  Vis denne hjælp.\n\nMere om en kommando: demo KOMMANDO --help"
    )


def test_the_programs_streams_need_not_be_files(monkeypatch):
    app = DanishApp("demo", "Hjælp.", version="1.0")
    out, err = io.StringIO(), io.StringIO()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        statuses = [run(app, ["--version"]), run(app, ["--xyzzy", "--json"])]
    assert statuses == [0, 2]
    assert out.getvalue().startswith("demo 1.0\n{\n")
    assert err.getvalue().startswith("Fejl: Valget »--xyzzy« findes ikke.\n")


def test_a_command_may_close_standard_output(ran, monkeypatch):
    def command():
        print("sidste ord")
        sys.stdout.flush()
        sys.stdout.close()
        return 1

    closed = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    monkeypatch.setattr(sys, "stdout", closed)
    assert ran(command) == (1, "", "")


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (
            OSError(2, "x", b"/a/\xc3\xa6.txt"),
            "»/a/æ.txt« kan ikke bruges: filen eller mappen findes ikke.",
        ),
        (OSError(9, "x", 5), "Læsning eller skrivning mislykkedes: den er lukket."),
        (OSError(9999, "x", "/a"), "»/a« kan ikke bruges: systemet svarede med fejl 9999."),
    ],
)
def test_what_the_system_says(error, message):
    assert system_error(error).message == message


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOENT, "Kontrollér navnet og mappen."),
        (errno.EACCES, "Ret rettighederne, eller vælg et andet sted."),
        (errno.EROFS, "Ret rettighederne, eller vælg et andet sted."),
        (errno.ENOSPC, "Gør plads, og prøv igen."),
        (errno.EISDIR, "Angiv en fil."),
        (errno.EIO, "Ret det, og prøv igen; kør med --fejlsøg for at se hele fejlen."),
    ],
)
def test_what_can_be_done_about_it(number, said):
    assert advice(OSError(number, "x", "/a")) == said
