"""Words that people try for the commands, and what the help says."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable

import pytest

from strategikort.citation.styles import STYLES
from strategikort.cli.app import app
from strategikort.cli.framework import help_pages
from tests.conftest import Outcome


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("search", "søg"),
        ("Find", "søg"),
        ("slet", "fjern"),
        ("tjek", "verificér"),
        ("diff", "forskel"),
        ("version", "--version"),
    ],
)
def test_other_words_lead_to_the_command(typed: str, meant: str) -> None:
    assert app.find(typed) is None
    assert app.near(typed) == (meant,)


def test_words_that_name_no_command_are_offered_to_the_search(
    program: Callable[..., Outcome],
) -> None:
    # »strategikort kina« was sent to read the list of commands.
    outcome = program("kina", "og", "handel", "-n", "3")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err == (
        "Fejl: Kommandoen »kina« findes ikke.\n"
        'Mente du »strategikort søg "kina og handel" -n 3«? Ellers prøv: strategikort --help\n'
    )
    error = program("kina", "--json").json["error"]
    assert (error["code"], error["candidates"]) == ("unknown_command", [])


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        # »klima« was taken for a misspelt »skema«, and a question could not be pasted into zsh.
        ("klima", "strategikort søg klima"),
        ("hvad siger den om Kina?", 'strategikort søg "hvad siger den om Kina?"'),
        ("Kina; rm", 'strategikort søg "Kina; rm"'),
        ("kør $HOME", "strategikort søg 'kør $HOME'"),
        ("strategikort vis rk", "strategikort vis rk"),
    ],
)
def test_a_command_line_that_is_offered_can_be_typed(
    program: Callable[..., Outcome], typed: str, line: str
) -> None:
    outcome = program(*(typed.split() if typed.startswith("strategikort") else [typed]))
    assert outcome.err.splitlines()[1] == f"Mente du »{line}«? Ellers prøv: strategikort --help"
    assert program(*shlex.split(line)[1:]).status in (0, 1)


@pytest.mark.parametrize("asked", ["/?", "?", "/help", "hjælp", "HELP"])
def test_help_is_asked_for_as_in_other_shells(program: Callable[..., Outcome], asked: str) -> None:
    assert program(asked).out == program("--help").out
    assert program(asked, "søg").out == program("søg", "--help").out


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (("søg", "kvante", "--limit", "3"), "--antal"),
        (("søg", "kvante", "--document", "uss"), "--dokument"),
        (("søg", "kvante", "--slags", "led"), "--type"),
        (("kort", "--type", "tema"), "--slags"),
        (("søg", "kvante", "--csv"), "--format csv"),
        (("søg", "kvante", "--no-color"), "--farve aldrig"),
        (("vis", "rk", "--version"), "strategikort --version"),
        (("vis", "rk", "--verbose"), "--fejlsøg"),
        (("opdatér", "--all"), "--alle"),
        (("forskel", "uss", "tech", "--all"), "--alt"),
    ],
)
def test_other_words_lead_to_the_option(
    program: Callable[..., Outcome], typed: tuple[str, ...], meant: str
) -> None:
    wrong = next(word for word in typed if word.startswith("--"))
    outcome = program(*typed)
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err == (
        f"Fejl: Valget »{wrong}« findes ikke.\n"
        f"Mente du »{meant}«? Ellers prøv: strategikort {typed[0]} --help\n"
    )


def test_an_option_that_this_command_does_not_have_is_not_offered(
    program: Callable[..., Outcome],
) -> None:
    assert "Mente du" not in program("vis", "rk", "--limit", "3").err


@pytest.mark.parametrize("style", STYLES)
def test_a_style_that_is_written_as_an_option_is_told_where_it_stands(
    program: Callable[..., Outcome], style: str
) -> None:
    assert f"Mente du »--stil {style}«" in program("citér", "rk 6", f"--{style}").err


def test_every_option_with_a_danish_name_can_be_found_by_an_english_one() -> None:
    same = {"--json", "--format", "--type", "--html", "--links"}
    options = {
        name
        for page in help_pages(app)
        for title, rows in page.sections
        if title.startswith("Valg")
        for row in rows
        for word in row[0].split()
        if (name := word.strip(",")).startswith("--")
    } - {"--help", "--hjælp", "--version"}
    led_to = {option for found in app.option_words.values() for option in found}
    assert options - same <= led_to
    assert {option.partition(" ")[0] for option in led_to} <= options | {"--version"}


def test_no_other_word_is_the_name_of_a_command() -> None:
    assert not [word for word in app._other_words if app.find(word)]


def test_the_help_of_an_option_names_only_options_that_are_there() -> None:
    # »--json: … (som --format json)« stood also where there is no --format.
    for page in list(help_pages(app))[1:]:
        rows = [row for title, rows in page.sections if title != "Argumenter" for row in rows]
        options = {word.strip(",") for name, _ in rows for word in name.split()}
        named = {word for _, text in rows for word in re.findall(r"--\w[\w-]*", text)}
        assert named <= options | set(app.flags), page.path


def test_a_command_without_arguments_says_that_it_takes_options(
    program: Callable[..., Outcome],
) -> None:
    # »Sæt anførselstegn om tekst med mellemrum« is no help where no text is taken.
    outcome = program("forpligtelser", "kvante")
    assert outcome.status == 2
    assert outcome.err == (
        "Fejl: Der er et argument for meget: »kvante«.\n"
        "Kommandoen har kun valg. Prøv: strategikort forpligtelser --help, eller fx: "
        "strategikort forpligtelser -d rk eller strategikort forpligtelser --emne kvante\n"
    )


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("-V", "Mente du »--version«?"),
        ("søg", 'Prøv: strategikort søg --help, eller fx: strategikort søg "kvanteteknologi"'),
        ("-d uss søg klima Kina", "Skriv: strategikort søg klima Kina -d uss"),
        ("--json vis rk/24", "Valget »--json« skrives efter kommandoen."),
        ("søg Kina -Rusland", "så skriv: strategikort søg Kina -- -Rusland"),
        ("søg Kina --format markdown", "Mente du »md«?"),
        ("eksportér alt --format excel", "Mente du »xlsx«?"),
        # »xlsx« is nothing that a search can be asked for.
        ("søg Kina --format excel", "Mente du »strategikort eksportér --format xlsx«?"),
    ],
)
def test_what_other_programs_have_taught_is_led_on(
    program: Callable[..., Outcome], typed: str, says: str
) -> None:
    outcome = program(*typed.split())
    assert outcome.status == 2
    assert says in outcome.err


@pytest.mark.parametrize("words", [["-?"], ["søg", "-?"], ["vis", "/?"]])
def test_help_as_windows_programs_are_asked_for_it(
    program: Callable[..., Outcome], words: list[str]
) -> None:
    outcome = program(*words)
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.startswith("Brug: strategikort")


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (["søg", "klima", "-dokument", "uss"], "--dokument"),  # was »okument« findes ikke
        (["vis", "uss", "-TYPE", "pejlemærke"], "--type"),
        (["vis", "uss", "-ingen-pager"], "--ingen-pager"),
        (["søg", "klima", "\u2013json"], "--json"),  # was a search for it
        (["søg", "klima", "\u2014antal=3"], "--antal"),
        (["søg", "klima", "\u2013n", "3"], "-n"),
        (["\u2013version"], "--version"),
    ],
)
def test_an_option_with_the_dashes_of_other_programs_is_not_misread(
    program: Callable[..., Outcome], words: list[str], meant: str
) -> None:
    """One dash is PowerShell's way, and Word makes a long dash of two."""
    outcome = program(*words)
    assert (outcome.status, outcome.out) == (2, "")
    assert f"findes ikke.\nMente du »{meant}«?" in outcome.err


@pytest.mark.parametrize(
    "words", [["søg", "--", "\u2013json"], ["søg", "\u2013 json"], ["søg", "-duss", "klima", "-n1"]]
)
def test_and_what_is_none_is_left_as_it_is(
    program: Callable[..., Outcome], words: list[str]
) -> None:
    assert "Mente du »-" not in program(*words).err
