"""Completion: what is offered, and that bash, zsh and fish put it into the command line."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import tree_sitter_powershell
from tree_sitter import Language, Parser

from strategikort.cli.app import app
from strategikort.cli.framework.completion import spelled
from strategikort.cli.framework.shells import SHELLS
from strategikort.links.model import KINDS
from tests.conftest import Outcome, Program

Offer = Callable[..., tuple[str, dict[str, str]]]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="shells of Unix")


@pytest.fixture
def offer(program: Program, monkeypatch: pytest.MonkeyPatch) -> Offer:
    """What the program answers a shell: the mode, and the words with their help."""

    def ask(*words: str, shell: str = "zsh") -> tuple[str, dict[str, str]]:
        monkeypatch.setenv("_STRATEGIKORT_COMPLETE", shell)
        outcome = program(*words)
        assert (outcome.status, outcome.err) == (0, "")
        mode, *lines = outcome.out.splitlines()
        assert all(line.count("\t") == 1 for line in lines)
        return mode, {word: text for word, _, text in (line.partition("\t") for line in lines)}

    return ask


def test_commands_with_their_help(offer: Offer) -> None:
    mode, found = offer("")
    assert mode == "faerdig"
    assert list(found) == [entry.name for entry in app.entries]
    assert found["søg"] == "Find steder i dokumenterne."
    assert list(offer("ci")[1]) == ["citér"]
    assert list(offer("soeg")[1]) == ["soeg"]
    assert list(offer("SØ")[1]) == ["søg"]


def test_every_option_of_every_command(offer: Offer) -> None:
    for entry in app.entries:
        _, found = offer(entry.name, "--")
        names = {
            name
            for param in app.load(entry).params
            for name in (*param.opts, *param.secondary_opts)
            if name.startswith("--")
        }
        assert set(found) == names | {"--hjælp", *app.flags}
        assert all(found.values())


def test_options_are_offered_once_and_in_the_spelling_begun(offer: Offer) -> None:
    assert "--antal" not in offer("søg", "-n", "3", "--")[1]
    assert "--antal" not in offer("søg", "--antal=3", "--")[1]
    assert "--dokument" in offer("søg", "-d", "uss", "--")[1]  # may be repeated
    assert list(offer("søg", "--noe")[1]) == ["--noejagtig"]
    assert list(offer("søg", "--nø")[1]) == ["--nøjagtig"]
    assert offer("søg", "--", "--f")[1] == {}


def test_values(offer: Offer) -> None:
    assert list(offer("søg", "x", "--format", "j")[1]) == ["json", "jsonl"]
    assert list(offer("søg", "x", "--format=c")[1]) == ["--format=csv"]
    assert list(offer("citér", "rk/6", "--stil", "fo")[1]) == ["fodnote"]
    assert list(offer("søg", "-t", "pejlem")[1]) == ["pejlemærke"]
    assert list(offer("søg", "-t", "pejlemae")[1]) == ["pejlemaerke"]
    assert list(offer("kort", "--slags", "")[1]) == list(KINDS)
    assert list(offer("forpligtelser", "--styrke", "b")[1]) == ["bindende"]
    assert list(offer("fuldførelse", "")[1]) == list(SHELLS)
    assert "søg" in offer("skema", "")[1]
    assert offer("tilføj", "")[0] == "filer"
    assert offer("vis", "--samling", "")[0] == "filer"
    assert offer("søg", "-n", "")[1] == {}
    assert offer("søg", "")[1] == {}


def test_documents(offer: Offer) -> None:
    _, found = offer("søg", "x", "-d", "")
    assert list(found) == ["uss", "tech", "rk", "partnerskaber", "cms"]
    assert found["uss"] == "Udenrigs- og sikkerhedspolitisk strategi"
    assert list(offer("dokumenter", "t")[1]) == ["tech"]
    assert offer("fjern", "")[1] == {}  # none of these can be removed


@pytest.mark.parametrize("option", [["--samling", "{}"], ["--samling={}"]])
def test_documents_of_the_collection_on_the_line(
    offer: Offer, program: Callable[..., Outcome], tmp_path: Path, monkeypatch, option
) -> None:
    note = tmp_path / "Notat om havet.md"
    note.write_text("# Notat om havet\n\nHavet er stort.\n", encoding="utf-8")
    program("tilføj", str(note), "--samling", str(tmp_path / "min.sqlite"))
    given = [word.format(tmp_path / "min.sqlite") for word in option]
    assert list(offer("fjern", *given, "")[1]) == ["notat-om-havet"]
    assert "notat-om-havet/" in offer("vis", *given, "n")[1]
    assert offer("fjern", "")[1] == {}
    monkeypatch.setenv("HOME", str(tmp_path))
    home = [word.format("~/min.sqlite") for word in option]
    assert list(offer("fjern", *home, "")[1]) == ["notat-om-havet"]
    assert offer("fjern", "--samling", str(tmp_path / "ingen.sqlite"), "")[1] == {}


def test_sections_one_step_at_a_time(offer: Offer) -> None:
    mode, found = offer("vis", "")
    assert mode == "aaben"
    assert list(found)[:2] == ["uss/", "tech/"]
    assert "pejlemærker" in found
    mode, found = offer("vis", "uss/pej")
    assert (mode, list(found)) == ("aaben", ["uss/pejlemærker"])
    mode, found = offer("vis", "uss/pejlemærker/")
    assert (mode, found["uss/pejlemærker/3"]) == ("faerdig", "Pejlemærke 3")
    assert len(found) == 8
    assert list(offer("citer", "uss/pejlemaer")[1]) == ["uss/pejlemaerker"]
    assert list(offer("vis", "USS/PEJLEMAERKER/3")[1]) == ["uss/pejlemaerker/3"]
    _, found = offer("vis", "rk/6")
    assert list(found)[:3] == ["rk/6", "rk/6/1", "rk/6/2"]
    assert offer("vis", "rk/99")[1] == {}
    assert "tech/prioriteter/1" in offer("vis", "rk/1", "tech/prioriteter/1")[1]


def test_every_section_can_be_reached_by_completing(offer: Offer, collection: object) -> None:
    """From the document on, always taking what was offered."""
    reached: set[str] = set()
    for document in ("rk", "partnerskaber"):
        open_ends = [f"{document}/"]
        while open_ends:
            for word in offer("vis", open_ends.pop())[1]:
                if word.endswith("/"):
                    open_ends.append(word)
                elif word not in reached:
                    reached.add(word)
                    open_ends += [f"{word}/"]
    ids = {s.id for d in ("rk", "partnerskaber") for s in collection.sections(d)}  # type: ignore[attr-defined]
    assert reached == ids


def test_own_documents(offer: Offer, program: Program, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("STRATEGIKORT_SAMLING", str(tmp_path / "egen.sqlite"))
    file = tmp_path / "notat.md"
    file.write_text("# Notat\n\n## 1. Kyst\n\nVand.\n\n## 2. By\n\nHuse.\n", encoding="utf-8")
    assert program("tilføj", str(file)).status == 0
    assert list(offer("fjern", "")[1]) == ["notat"]
    assert "notat/1" in offer("vis", "notat/")[1]
    # A file is offered as soon as it is begun: by its name, or by its path.
    assert "notat.md" in offer("vis", "not")[1]
    assert "notat.md" in offer("søg", "x", "-d", "notat.")[1]
    assert str(file) in offer("citér", str(tmp_path / "no"))[1]
    assert "notat.md" not in offer("vis", "")[1]


def test_a_collection_that_cannot_be_read_offers_nothing(offer: Offer, monkeypatch) -> None:
    monkeypatch.setenv("STRATEGIKORT_SAMLING", "/findes/ikke")
    assert offer("vis", "uss/") == ("faerdig", {})


def test_bash_splits_at_the_equals_sign(offer: Offer) -> None:
    assert list(offer("søg", "x", "--format", "=", "j", shell="bash")[1]) == ["json", "jsonl"]
    assert "tekst" in offer("søg", "x", "--format", "=", shell="bash")[1]
    assert list(offer("vis", '"uss/pej', shell="bash")[1]) == ["uss/pejlemærker"]


def test_powershell_asks_by_the_environment(offer: Offer, monkeypatch) -> None:
    monkeypatch.setenv("_STRATEGIKORT_WORDS", "vis\nuss/pejlemaerker/")
    _, found = offer(shell="powershell")
    assert found["uss/pejlemaerker/1"] == "Pejlemærke 1"
    monkeypatch.setenv("_STRATEGIKORT_WORDS", "")
    assert "søg" in offer(shell="powershell")[1]


def test_nothing_that_a_shell_would_read_is_offered(offer: Offer, monkeypatch) -> None:
    from strategikort.cli import words
    from strategikort.cli.framework.completion import Candidate

    hostile = ["a b", "$(touch x)", "`x`", "x;y", "x'y", 'x"y', "x\ny", "\x1b[31m", "x&y", "x|y"]
    answer = [Candidate(word, "a\tb\n\x1b]0;x\x07") for word in [*hostile, "godt"]]
    monkeypatch.setattr(words, "words", lambda *_: answer)
    _, found = offer("vis", "")
    assert found == {"godt": "a b \ufffd]0;x\ufffd"}


@pytest.mark.parametrize(
    ("name", "typed", "result"),
    [
        ("søg", "sø", "søg"),
        ("søg", "soe", "soeg"),
        ("søg", "SOE", "soeg"),
        ("søg", "s", "søg"),
        ("søg", "x", ""),
        ("--nøjagtig", "--noejag", "--noejagtig"),
        ("uss/pejlemærker", "uss/pejlema", "uss/pejlemaerker"),
        ("uss/pejlemærker", "uss/pejlemar", "uss/pejlemærker"),
    ],
)
def test_the_spelling_begun_goes_on(name: str, typed: str, result: str) -> None:
    assert spelled(name, typed) == result


@pytest.mark.parametrize("shell", SHELLS)
def test_script(program: Program, shell: str) -> None:
    outcome = program("fuldfoerelse", shell)
    assert outcome.status == 0
    assert f"_STRATEGIKORT_COMPLETE={shell}" in outcome.out.replace("$env:", "").replace(
        " = 'powershell'", "=powershell"
    )
    if shutil.which(shell):
        subprocess.run([shell, "-n"], input=outcome.out, text=True, check=True)


def test_powershell_can_read_the_script(program: Program) -> None:
    script = program("fuldfoerelse", "powershell").out
    parser = Parser(Language(tree_sitter_powershell.language()))
    assert not parser.parse(script.encode()).root_node.has_error
    assert parser.parse(script.replace("} finally {", "finally {").encode()).root_node.has_error


def test_shell_of_the_user(program: Program, monkeypatch) -> None:
    monkeypatch.setenv("SHELL", "/usr/bin/fish")
    assert program("fuldførelse") == program("fuldførelse", "fish")
    monkeypatch.setenv("SHELL", "/bin/tcsh")
    outcome = program("fuldførelse")
    assert outcome.status == 2
    assert outcome.err == (
        "Fejl: Programmet kan ikke se, hvilken skal du bruger.\n"
        "Skriv bash, zsh, fish eller powershell efter fuldførelse.\n"
    )


LINES = [
    # what is typed, then what the line is after Tab
    ("strategikort cit", "strategikort citér "),
    ("strategikort soe", "strategikort soeg "),
    ("strategikort vis uss/pej", "strategikort vis uss/pejlemærker"),
    ("strategikort vis uss/pejlemaer", "strategikort vis uss/pejlemaerker"),
    ("strategikort citer rk/6 --stil fo", "strategikort citer rk/6 --stil fodnote "),
    ("strategikort soeg x --format=cs", "strategikort soeg x --format=csv "),
    ("strategikort soeg x -d par", "strategikort soeg x -d partnerskaber "),
    ("strategikort soeg x --noe", "strategikort soeg x --noejagtig "),
]
FOLDER = "Mine dokumenter"
FILES = {
    # a path is completed in quotes and behind an equals sign too
    "bash": (
        ("strategikort tilføj Mi", "strategikort tilføj Mine\\ dokumenter/"),
        ("strategikort verificér --pakke=Mi", "strategikort verificér --pakke=Mine\\ dokumenter/"),
    ),
    "zsh": (
        ("strategikort tilføj Mine\\ d", "strategikort tilføj Mine\\ dokumenter/"),
        ("strategikort verificér --pakke=Mi", "strategikort verificér --pakke=Mine\\ dokumenter/"),
    ),
    "fish": (
        ("strategikort tilføj Mi", f"{FOLDER}/"),
        ("strategikort tilføj Mine\\ d", f"{FOLDER}/"),
        ('strategikort tilføj "Mine d', f"{FOLDER}/"),
        ("strategikort tilføj ~/Mi", f"~/{FOLDER}/"),
        ("strategikort verificér --pakke=Mi", f"--pakke={FOLDER}/"),
        ('strategikort vis "uss/pej', "uss/pejlemærker\tPejlemærker for dansk udenrigspolitik"),
    ),
}
START = {
    "bash": (["bash", "--norc", "--noprofile"], 'eval "$(strategikort fuldfoerelse bash)"'),
    "zsh": (
        ["zsh", "-f"],
        'autoload -U compinit; compinit -D -u; eval "$(strategikort fuldfoerelse zsh)"',
    ),
}


@pytest.mark.parametrize("shell", START)
def test_real_shell(shell: str, tmp_path: Path) -> None:
    """A person at the keyboard: types the line, presses Tab, and what is then typed goes on."""
    from tests.shell.terminals import Terminal, environment

    if not shutil.which(shell):
        pytest.skip(f"{shell} is not here")
    command, setup = START[shell]
    with Terminal(command, environment(PS1="> ", HOME=str(tmp_path)), columns=200) as terminal:
        terminal.send(f"{setup}; echo kl''ar\n")
        terminal.until("klar")
        for typed, result in LINES:
            terminal.send(f"{typed}\t")
            # Ctrl-A puts the cursor first: the line is printed between marks and not run.
            terminal.send("@'\x01printf '<%s>\\n' '\n")
            assert f"<{result}@>" in terminal.until("@>").replace("\r", "")


@pytest.mark.parametrize("shell", START)
def test_real_shells_complete_paths(
    shell: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.shell.terminals import Terminal, environment

    if not shutil.which(shell):
        pytest.skip(f"{shell} is not here")
    (tmp_path / FOLDER).mkdir()
    monkeypatch.chdir(tmp_path)
    command, setup = START[shell]
    with Terminal(command, environment(PS1="> ", HOME=str(tmp_path)), columns=200) as terminal:
        terminal.send(f"{setup}; echo kl''ar\n")
        terminal.until("klar")
        for typed, result in FILES[shell]:
            terminal.send(f"{typed}\t")
            terminal.send("@'\x01printf '<%s>\\n' '\n")
            assert f"<{result}@>" in terminal.until("@>").replace("\r", "")


def test_real_fish_completes_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.shell.terminals import environment

    if not shutil.which("fish"):
        pytest.skip("fish is not here")
    (tmp_path / FOLDER).mkdir()
    monkeypatch.chdir(tmp_path)
    for typed, result in FILES["fish"]:
        ran = subprocess.run(
            [
                "fish",
                "--no-config",
                "-c",
                "strategikort fuldfoerelse fish | source; complete -C $argv[1]",
                typed,
            ],
            env=environment(HOME=str(tmp_path)),
            capture_output=True,
            text=True,
            check=True,
        )
        assert ran.stdout == f"{result}\n", typed


def test_real_fish(tmp_path: Path) -> None:
    from tests.shell.terminals import environment

    if not shutil.which("fish"):
        pytest.skip("fish is not here")
    for typed, result in LINES:
        line = f"strategikort fuldfoerelse fish | source; complete -C '{typed}'"
        answer = subprocess.run(
            ["fish", "--no-config", "-c", line],
            env=environment(HOME=str(tmp_path)),
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        ((word, help),) = [row.partition("\t")[::2] for row in answer.splitlines()]
        assert word == result.split()[-1]
        if "--" not in typed:
            assert help
