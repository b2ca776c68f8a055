"""Words that people try for the commands, and what the help says."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

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
        "Mente du »strategikort søg kina og handel -n 3«? Ellers prøv: strategikort --help\n"
    )
    error = program("kina", "--json").json["error"]
    assert (error["code"], error["candidates"]) == ("unknown_command", [])


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
        "Kommandoen tager kun valg. Prøv: strategikort forpligtelser --help\n"
    )
