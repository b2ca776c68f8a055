"""Answers on a terminal: the pager, links, colours; and consoles that lack letters."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest

from strategikort.cli.framework.pager import pager_command, rows
from strategikort.output.hyperlinks import file_uri, linked, understood
from tests.conftest import Outcome, Program
from tests.holdings.test_docs import strategy_pdf

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="terminals of Unix")

LINK = re.compile(r"\x1b\]8;id=[0-9a-f]{8};(file://[!-~]+)\x1b\\(.+?)\x1b\]8;;\x1b\\")


def run(*words: str, rows: int = 20, **more: str) -> tuple[str, int]:
    from tests.shell import terminals

    return terminals.run(*words, rows=rows, **more)


@pytest.fixture
def pager(tmp_path: Path) -> Path:
    """A pager that keeps what it is given; its blank in the name is meant."""
    path = tmp_path / "min pager"
    path.write_text('#!/bin/sh\nprintf "%s\\n" "$@" >"$0.words"\ncat >"$0.text"\n')
    path.chmod(0o755)
    return path


def test_a_long_answer_goes_to_the_pager(pager: Path) -> None:
    out, status = run("vis", "rk", "--farve", "aldrig", PAGER=f"'{pager}' -x '$HOME;id'")
    assert (out, status) == ("", 0)
    # The words are split as a shell does, and nothing in them is carried out.
    assert Path(f"{pager}.words").read_text() == "-x\n$HOME;id\n"
    assert "Konklusion 24  [rk/24]" in Path(f"{pager}.text").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "more"),
    [
        (["vis", "rk/6/1"], {}),
        (["vis", "rk", "--ingen-pager"], {}),
        (["vis", "rk"], {"TERM": "dumb"}),
        (["vis", "rk"], {"PAGER": ""}),
        (["vis", "rk"], {"PAGER": "cat"}),
        (["vis", "rk"], {"PAGER": "findes-ikke-her"}),
        (["vis", "rk"], {"PAGER": "'ulige"}),
        (["man"], {}),
        (["fuldførelse", "bash"], {}),
    ],
)
def test_and_others_do_not(pager: Path, words: list[str], more: dict[str, str]) -> None:
    out, status = run(*words, **{"PAGER": f"'{pager}'", **more})
    assert status == 0
    assert out
    assert not Path(f"{pager}.text").exists()


def test_the_settings_turn_the_pager_off(pager: Path, tmp_path: Path) -> None:
    (tmp_path / "strategikort").mkdir()
    (tmp_path / "strategikort" / "config.yaml").write_text("pager: aldrig\n")
    out, status = run("vis", "rk", PAGER=f"'{pager}'", XDG_CONFIG_HOME=str(tmp_path))
    assert status == 0
    assert "[rk/24]" in out


def test_nothing_in_a_pipe(program: Program, monkeypatch: pytest.MonkeyPatch, pager: Path) -> None:
    monkeypatch.setenv("PAGER", f"'{pager}'")
    monkeypatch.setenv("VTE_VERSION", "7000")
    outcome = program("vis", "rk", "--links")
    assert "[rk/24]" in outcome.out
    assert "\x1b" not in outcome.out
    assert not Path(f"{pager}.text").exists()


def test_leaving_the_pager_early_is_quiet() -> None:
    out, status = run("vis", "uss", PAGER="head -n 1")
    assert (out.count("\n"), status) == (1, 0)
    out, status = run("vis", "uss", PAGER="false")
    assert (out, status) == ("", 0)


def test_less_is_left_with_q() -> None:
    from shutil import which

    from tests.shell.terminals import PROGRAM, Terminal, environment

    if not which("less"):
        pytest.skip("less is not here")
    with Terminal([str(PROGRAM / "strategikort"), "vis", "rk"], environment()) as terminal:
        # A bare colon does not tell who has never met less how to get out of it.
        terminal.until("[rk/titelblad]", "Mellemrum viser mere, q slutter")
        terminal.send("\x03")  # Ctrl-C is the pager's, which rings the bell
        terminal.until("\x07")
        # Twice, since less may spend the first key on the interruption, if that came just before
        # it began to wait for a key.
        terminal.send("qq")
        out, status = terminal.rest()
    assert "Traceback" not in out
    assert status == 0


def test_status_stays_what_the_command_says(pager: Path) -> None:
    out, status = run("verificér", "--citat", "Rusland ser ikke stort på international lov.",
                      rows=2, PAGER=f"'{pager}'")  # fmt: skip
    assert status == 1
    assert "nægtelse" in Path(f"{pager}.text").read_text(encoding="utf-8")
    assert "nægtelse" not in out


def test_rows_and_words_of_the_pager() -> None:
    assert rows("a\nb\n", 80) == 2
    assert rows("a\n\nb", 80) == 3
    assert rows("x" * 81 + "\n", 80) == 2
    assert rows("\x1b[1m" + "x" * 80 + "\x1b[0m\n", 80) == 1
    assert rows(linked("x" * 80, "file:///a") + "\n", 80) == 1
    assert pager_command({"PAGER": "cat"}) == []
    assert pager_command({"TERM": "dumb"}) == []
    assert pager_command({"PAGER": f'"{sys.executable}" -x "a b"'})[1:] == ["-x", "a b"]


def test_links_to_the_line() -> None:
    out, status = run("vis", "rk/6/1", VTE_VERSION="7000")
    assert status == 0
    found = LINK.findall(out)
    assert {uri.partition("#")[2] for uri, _ in found} == {"72"}
    assert "".join(text for _, text in found).startswith("Kilde: Rådet")
    path = unquote(found[0][0].removeprefix("file://").partition("#")[0])
    line = Path(path).read_text(encoding="utf-8").split("\n")[71]
    assert "styrke EU's globale rolle" in line


@pytest.mark.parametrize(
    "words",
    [
        ["søg", "kvanteteknologi"],
        ["sammenlign", "kvanteteknologi"],
        ["forpligtelser", "-d", "rk", "--ingen-pager"],
        ["kort", "tech/prioriteter/5", "--ingen-pager"],
    ],
)
def test_links_in_every_answer_with_citations(words: list[str]) -> None:
    out, status = run(*words, rows=400, VTE_VERSION="7000")
    assert status == 0
    assert all(re.search(r"#\d+$", uri) for uri, _ in LINK.findall(out))
    plain, _ = run(*words, rows=400)
    assert LINK.sub(r"\2", out) == plain
    # The documents say »Kilde:« as well, but never dimmed.
    citations = [line for line in out.splitlines() if "\x1b[2m" in line and "Kilde:" in line]
    assert citations
    assert all(LINK.search(line) for line in citations)


def test_links_to_the_page_and_hostile_names(tmp_path: Path) -> None:
    from tests.shell.terminals import piped

    # A file name may hold all but / and NUL.
    file = tmp_path / "a;b\x1b]8;;http:evil\x1b\\\x07 æ#?%41\n.pdf"
    strategy_pdf(file)
    own = str(tmp_path / "egen.sqlite")
    assert piped("tilføj", file, "--titel", "Rapport", "--samling", own).returncode == 0
    out, status = run(
        "søg", "kvantesensorer", "-d", "Rapport", "--links", STRATEGIKORT_SAMLING=own, rows=80
    )
    assert status == 0, out
    found = LINK.findall(out)
    (uri,) = {uri for uri, _ in found}
    address, _, place = uri.partition("#")
    assert re.fullmatch(r"page=\d+", place)
    assert unquote(address) == f"file://{file}"
    assert "evil\x1b" not in out


@pytest.mark.parametrize(
    ("environment", "has"),
    [
        ({"VTE_VERSION": "7000"}, True),
        ({"VTE_VERSION": "4800"}, False),
        ({"VTE_VERSION": "x"}, False),
        ({"TERM": "xterm-kitty"}, True),
        ({"TERM": "foot"}, True),
        ({"TERM_PROGRAM": "WezTerm"}, True),
        ({"TERM_PROGRAM": "Apple_Terminal"}, False),
        ({"WT_SESSION": "x"}, True),
        ({"KONSOLE_VERSION": "230800"}, True),
        ({"TERM": "xterm-256color"}, False),
        ({}, False),
        ({"TERM": "dumb", "VTE_VERSION": "7000"}, False),
        ({"TMUX": "x", "VTE_VERSION": "7000"}, False),
        ({"SSH_CONNECTION": "x", "VTE_VERSION": "7000"}, False),
    ],
)
def test_terminals_that_have_links(environment: dict[str, str], has: bool) -> None:
    assert understood(environment) is has


def test_addresses() -> None:
    assert file_uri(Path("/a b/æ.txt"), line=3) == "file:///a%20b/%C3%A6.txt#3"
    assert file_uri(Path("/x.pdf"), page=2) == "file:///x.pdf#page=2"
    assert file_uri(Path("/a\udcff")) == "file:///a%FF"
    assert linked("  x", "file:///a").startswith("  \x1b]8;id=")
    assert linked("x", "file:///a\x1b\\") == "x"
    assert linked("x", "") == "x"


def test_flags_and_settings_for_links(tmp_path: Path) -> None:
    (tmp_path / "strategikort").mkdir()
    file = tmp_path / "strategikort" / "config.yaml"
    for text, flags, more, has in [
        ("", [], {}, False),
        ("", ["--links"], {}, True),
        ("", ["--ingen-links"], {"VTE_VERSION": "7000"}, False),
        ("links: altid\n", [], {}, True),
        ("links: altid\n", ["--ingen-links"], {}, False),
        ("links: aldrig\n", [], {"VTE_VERSION": "7000"}, False),
        ("links: aldrig\n", ["--links"], {}, True),
    ]:
        file.write_text(text)
        out, _ = run("vis", "rk/6/1", *flags, XDG_CONFIG_HOME=str(tmp_path), **more)
        assert ("\x1b]8" in out) is has, (text, flags, more)


@pytest.mark.parametrize(
    ("more", "coloured"),
    [
        ({}, True),
        ({"NO_COLOR": "1"}, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ({"TERM": "dumb"}, False),
        ({"NO_COLOR": ""}, True),
    ],
)
def test_colours_on_a_terminal(more: dict[str, str], coloured: bool) -> None:
    """Bold and dim count as colours: with none there is no escape code at all."""
    for words in (["vis", "rk/6/1"], ["--help"], ["vis", "--help"], ["vsi"], ["vis", "xyzzy"]):
        out, _ = run(*words, rows=400, **more)
        assert ("\x1b" in out) is coloured, (words, out)


@pytest.mark.parametrize(
    ("more", "coloured"),
    [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False)],
)
def test_colours_in_a_pipe(more: dict[str, str], coloured: bool) -> None:
    from tests.shell.terminals import piped

    for words in (["vis", "rk/6/1"], ["--help"], ["vis", "--help"], ["vsi"]):
        ran = piped(*words, **more)
        assert (b"\x1b" in ran.stdout + ran.stderr) is coloured, words


@pytest.mark.parametrize("columns", [40, 60, 80])
def test_width_of_the_terminal(columns: int) -> None:
    for words in (["vis", "rk/6"], ["søg", "kvante"], ["--help"], ["søg", "--help"]):
        out, _ = run(*words, rows=400, COLUMNS=str(columns), NO_COLOR="1")
        # Examples are left whole, to be copied, and so is a word that is longer than the line.
        wide = [line for line in out.splitlines() if len(line) > columns]
        assert all("  strategikort " in line or len(line.split()) == 1 for line in wide), wide


def test_a_terminal_that_does_not_know_its_width_has_the_usual_one() -> None:
    # It was written in lines of 20 characters, as on the narrowest.
    assert run("vis", "rk/6/3", columns=0) == run("vis", "rk/6/3", columns=80)


COMMANDS = [
    "--help", "vis rk/6", "soeg kvanteteknologi", "dokumenter", "dokumenter uss", "citer rk/6/3",
    "fravaer kryptovaluta", "kort", "sammenlign kvanteteknologi", "forpligtelser -d uss",
    "vis partnerskaber --raa", "config", "man", "fuldfoerelse zsh", "vis xyzzy", "vsi",
    "vis rk/6 --farve altid", "soeg kvanteteknologi --noejagtig", "vis rk/6 --json",
]  # fmt: skip


def crashed(words: str, outcome: Outcome) -> bool:
    expected = 2 if words == "vsi" else 1 if "xyzzy" in words else 0
    nothing = not (outcome.out + outcome.err).strip()
    return outcome.status != expected or "Traceback" in outcome.err or nothing


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "ascii"])
def test_no_console_crashes_the_program(program: Program, encoding: str) -> None:
    outcomes = {words: program(*words.split(), encoding=encoding) for words in COMMANDS}
    assert [words for words, outcome in outcomes.items() if crashed(words, outcome)] == []


def test_nor_does_a_system_without_danish_letters() -> None:
    from tests.shell.terminals import piped

    for words in COMMANDS:
        ran = piped(*words.split(), LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
        out = ran.stdout.decode("utf-8" if "--json" in words else "ascii")
        assert not crashed(words, Outcome(ran.returncode, out, ran.stderr.decode("ascii"))), words


def test_the_environment_of_this_test_has_no_pager() -> None:
    assert "PAGER" not in os.environ


def test_who_types_is_told_that_the_program_waits() -> None:
    from tests.shell.terminals import PROGRAM, Terminal, environment

    command = [str(PROGRAM / "strategikort"), "citér", "-"]
    with Terminal(command, environment(), columns=100) as terminal:
        terminal.until("slut med Ctrl-D på en ny linje.")
        terminal.send("rk/24\n\x04")
        assert "konklusion 24, l. 453-463" in terminal.until("[rk/24]")


def test_errors_and_remarks_are_broken_between_words() -> None:
    # The terminal broke them in the middle: »findes ikke i saml« | »ingen«.
    whole = (
        "Fejl: »pejlemærke 99« findes ikke i samlingen. "
        "Numrene går fra 1 til 8. Se et dokuments afsnit med strategikort dokumenter ID."
    )
    out, status = run("vis", "pejlemærke 99", COLUMNS="40", NO_COLOR="1")
    lines = out.splitlines()
    assert max(map(len, lines)) <= 40
    assert " ".join(lines).startswith(whole)
    assert status == 1
    assert lines[-3:] == [
        "  uss/pejlemærker/8  8. pejlemærke:",
        "    Understøtte og arbejde sammen med",
        "    danske …",
    ]
    out, _ = run("vis", "pejlemærke 99", COLUMNS="40")
    assert out.startswith("\x1b[1;31mFejl:\x1b[0m »pejlemærke 99« findes")
    out, _ = run("søg", "xyzzyx", COLUMNS="30")
    assert "Der er også søgt på bøjninger," in out.splitlines()


def test_an_error_in_a_pipe_is_not_broken(program: Program) -> None:
    err = program("vis", "pejlemærke 99").err.splitlines()
    assert err[0] == "Fejl: »pejlemærke 99« findes ikke i samlingen."
    assert len(err[1]) > 78
