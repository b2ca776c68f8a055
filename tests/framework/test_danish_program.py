"""The whole program speaks Danish: every help page, every kind of wrong use, every example.

What is tried is taken from the commands' own declarations, so that a new command or option is
tried as soon as it is there.
"""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import messages
import pytest

from strategikort.cli.app import app
from strategikort.cli.framework import help_pages
from strategikort.cli.framework.folding import ascii_spelling, fold
from strategikort.cli.framework.help import plain
from tests.conftest import Outcome, Program
from tests.holdings.test_docs import strategy_pdf

NAMES = [entry.name for entry in app.entries]
PAGES = {page.path: page for page in help_pages(app)}

# Words that stand in most English sentences and in no Danish one.
ENGLISH = re.compile(
    r"\b(the|and|of|not|with|this|that|are|or|from|which|invalid|missing|usage|options?|arguments|"
    r"default|required|error|found|such|show|exit|command|file|unknown|expected|value|try|no)\b",
    re.IGNORECASE,
)


def english_in(text: str) -> list[str]:
    """Return what is English in a message or a help page, but for what the user typed."""
    text = re.sub(r"»[^«]*«", "", text)
    # Names are the same in every language: options, formats, variables, the documents' own words.
    text = re.sub(r"--[\w-]+|\b[A-Z_]{2,}\b|csl-json|/\S+", "", text)
    return [*ENGLISH.findall(text), *messages.pieces_in(text)]


def test_english_is_seen_where_it_is() -> None:
    assert english_in("Usage: strategikort [OPTIONS]")
    assert english_in("Error: No such command 'vsi'.")
    assert english_in("Missing argument 'X'.")
    assert english_in("[default: 5]  [required]")
    assert not english_in("Fejl: Kommandoen »the value of« findes ikke.")
    assert len(messages.pieces()) > 60


@pytest.mark.parametrize("path", PAGES)
def test_every_help_page(program: Program, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    words = path.split()[1:]
    outcome = program(*words, "--help")
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out == plain(PAGES[path]) + "\n"
    assert english_in(outcome.out) == []
    assert outcome.out.startswith(f"Brug: {path} ")
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = re.sub(r"\x1b\[[0-9;]*m", "", program(*words, "--hjaelp").out)
    assert "╭" in coloured
    assert english_in(coloured) == []


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_examples_and_says_things_once(path: str) -> None:
    page = PAGES[path]
    assert page.examples
    assert all(example.startswith("strategikort") for example in page.examples)
    for _, rows in page.sections:
        for name, explanation in rows:
            text, _, extra = explanation.partition("  [")
            assert text.strip(), name
            assert text.rstrip().endswith((".", "«")), explanation
            assert "flere gange" not in text, explanation
            if "muligheder: " in extra:
                choices = extra.split("muligheder: ")[1].split(";")[0].rstrip("]").split(", ")
                assert not set(choices[:3]) <= set(re.findall(r"[\w-]+", text)), explanation


def test_version(program: Program) -> None:
    from strategikort import __version__

    assert program("--version") == Outcome(0, f"strategikort {__version__}\n", "")


class Wrong(NamedTuple):
    """A command line that cannot be done: what is expected of the answer."""

    words: tuple[str, ...]
    code: str
    says: str


def commands() -> Iterator[tuple[tuple[str, ...], Any]]:
    for entry in app.entries:
        yield (entry.name,), app.load(entry)


def wrong_uses() -> Iterator[Wrong]:
    """Every kind of wrong use of every command, from what the commands declare."""
    yield Wrong(("sgø",), "unknown_command", "»sgø«")
    yield Wrong(("xyzzy",), "unknown_command", "»strategikort søg xyzzy«")
    yield Wrong(("xyzzy",), "unknown_command", "prøv: strategikort --help")
    yield Wrong(("s",), "unknown_command", "»s«")
    yield Wrong(("--xyzzy",), "unknown_option", "skrives efter kommandoen")
    yield Wrong(("--", "--json"), "unknown_command", "»--json«")
    for name in NAMES:
        # A letter too many is put right; so is a beginning that no other command has.
        yield Wrong((f"{name}x",), "unknown_command", f"»{name}«")
        if sum(other.startswith(name[:4]) for other in NAMES) == 1 and len(name) > 4:
            yield Wrong((name[:4],), "unknown_command", f"»{name}«")
    for words, command in commands():
        yield Wrong((*words, "--xyzzyx"), "unknown_option", "»--xyzzyx«")
        yield Wrong((*words, "-Q"), "unknown_option", "»-Q«")
        yield Wrong((*words, "--hjælp=ja"), "unexpected_value", "ingen værdi")
        arguments = [p for p in command.params if p.param_type_name == "argument"]
        filled = ["x"] * sum(p.required for p in arguments)
        if filled:
            yield Wrong(words, "missing_argument", "mangler")
        if all(p.nargs == 1 for p in arguments):
            many = [(*command.values[p.name].choices, "x")[0] for p in arguments] + ["x"]
            yield Wrong((*words, *many), "too_many_arguments", "for meget")
            yield Wrong((*words, *many, "y", "z"), "too_many_arguments", "for meget")
        for param in command.params:
            if param.param_type_name == "argument":
                continue
            value = command.values[param.name]
            for option in (*param.opts, *param.secondary_opts):
                if option.startswith("--") and len(option) > 5:
                    yield Wrong((*words, *filled, f"{option}x"), "unknown_option", f"»{option}«")
                if param.is_flag:
                    if option.startswith("--"):
                        yield Wrong((*words, f"{option}=q"), "unexpected_value", "»q«")
                    continue
                yield Wrong((*words, *filled, option), "missing_value", "mangler en værdi")
                if not (param.multiple or value.choices or value.limits):
                    twice = (option, "x") * 2
                    yield Wrong((*words, *filled, *twice), "repeated_option", "én gang")
                if value.choices:
                    yield Wrong((*words, *filled, option, "zzz"), "invalid_value", value.choices[0])
                    near = f"{value.choices[0]}x"
                    yield Wrong((*words, *filled, option, near), "invalid_value", "Mente du")
                if value.limits:
                    yield Wrong((*words, *filled, option, "ti"), "invalid_value", "helt tal")
                    yield Wrong((*words, *filled, option, "0"), "invalid_value", "for lille")
                    yield Wrong((*words, *filled, option, "9" * 9), "invalid_value", "for stort")


WRONG = list(wrong_uses())


def test_every_kind_of_wrong_use_is_tried() -> None:
    assert {case.code for case in WRONG} == {
        *("unknown_command", "unknown_option", "unexpected_value", "missing_argument"),
        *("too_many_arguments", "missing_value", "invalid_value", "repeated_option"),
    }
    assert {case.words[0] for case in WRONG} >= set(NAMES)


@pytest.mark.parametrize("name", ["strategikort", *NAMES])
def test_wrong_use(program: Program, name: str) -> None:
    entry = app.find(name)
    options = {o for p in app.load(entry).params for o in p.opts} if entry else set()
    for case in WRONG:
        if (case.words[0] if case.words[0] in NAMES else "strategikort") != name:
            continue
        outcome = program(*case.words)
        shown = shlex.join(case.words)
        assert outcome.status == 2, shown
        assert outcome.out == "" or "--json=q" in case.words, shown
        lines = outcome.err.splitlines()
        assert len(lines) == 2, (shown, lines)
        assert lines[0].startswith("Fejl: "), shown
        assert lines[0].endswith("."), (shown, lines)
        assert case.says in outcome.err, (shown, outcome.err)
        assert english_in(outcome.err) == [], (shown, outcome.err)
        if "--json" in options:
            error = program(name, "--json", *case.words[1:]).json["error"]
            assert error["code"] == case.code, shown
            assert error["message"] in lines[0], shown


FILES_MISSING = [
    ["verificér", "findes-ikke.md"],
    ["verificér", "--pakke", "findes-ikke.zip"],
    ["gentjek", "findes-ikke.json"],
    ["tilføj", "findes-ikke.pdf"],
    ["tilføj", "findes-ikke.pdf", "--profil", "findes-ikke.yaml"],
    ["søg", "ord", "--samling", "findes-ikke"],
    ["vis", "rk 6", "-d", "findes-ikke"],
    ["vis", "rk 6", "-t", "findes-ikke"],
    ["vis", "findes-ikke"],
    ["dokumenter", "findes-ikke"],
    ["fjern", "findes-ikke"],
    ["opdatér", "findes-ikke"],
    ["status", "findes-ikke"],
    ["forskel", "findes-ikke", "rk"],
    ["åbn", "findes-ikke"],
    ["skema", "findes-ikke"],
    ["citér", "rk/6", "--stil", "findes-ikke"],
    ["kort", "--slags", "findes-ikke"],
    ["forpligtelser", "--styrke", "findes-ikke"],
    ["fravær", "ord", "--format", "csv"],
    ["søg", ""],
    ["søg", "ord", "--json", "--format", "csv"],
    ["sammenlign"],
    ["verificér"],
]


@pytest.mark.parametrize("words", FILES_MISSING, ids=shlex.join)
def test_what_is_not_there(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    outcome = program(*words)
    assert outcome.status in (1, 2)
    assert "Traceback" not in outcome.err
    assert len(outcome.err.splitlines()) >= 2, outcome.err
    assert english_in(outcome.err) == []


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the first test that wants the folder of the examples leaves it for the others."""
    return tmp_path_factory.mktemp("eksempler")


@pytest.fixture
def folder(made: Path, monkeypatch: pytest.MonkeyPatch, program: Program) -> Path:
    """What the examples find in the folder they are run in: the files, and the user's documents.

    Always the same folder, since the documents name their files, and always as it was made.
    """
    here, kept = made / "her", made / "gemt"
    shutil.rmtree(here, ignore_errors=True)
    if kept.exists():
        shutil.copytree(kept, here)
    else:
        here.mkdir()
    monkeypatch.chdir(here)
    monkeypatch.setenv("XDG_DATA_HOME", str(here / "data"))
    monkeypatch.setenv("HOME", str(here / "hjem"))
    monkeypatch.setenv("PATH", str(here / "bin"))
    if not kept.exists():
        fill(here, program)
        shutil.copytree(here, kept)
    return here


def fill(folder: Path, program: Program) -> None:
    from tests.readers.word import p, word

    (folder / "bin").mkdir()
    for viewer in ("xdg-open", "evince", "okular"):
        (folder / "bin" / viewer).write_text("#!/bin/sh\n")
        (folder / "bin" / viewer).chmod(0o755)
    (folder / "strategier").mkdir()
    for name in ("regeringsgrundlag.pdf", "strategier/kvante.pdf", "rapport.pdf"):
        strategy_pdf(folder / name)
    (folder / "rapport.docx").write_bytes(
        word(p("Digital strategi", "Heading1") + p("Staten bygger."))
    )
    (folder / "notat.md").write_text(
        "> Rusland ser stort på international lov. [uss/2]\n", encoding="utf-8"
    )
    for title, year in [
        *[("Rapport", "2024"), ("Rapport", "2026"), ("Digitaliseringsstrategi", "2026")],
        *[("Udkast", "2024"), ("Udkast", "2025")],
    ]:
        file = folder / f"{title}-{year}.md"
        text = f"Staten bygger kvantesensorer i {year}, og alle får glæde af dem."
        parts = [f"## {n}. Kapitel {n}\n\n### {n}.2 Del\n\n{text}\n" for n in (1, 2, 3)]
        file.write_text(f"# {title} {year}\n\n" + "\n".join(parts), encoding="utf-8")
        assert program("tilføj", str(file), "--titel", title, "--dato", year).status == 0


def run_line(program: Program, line: str) -> Outcome:
    """Run an example: commands between bars, and perhaps a file for the answer."""
    line, _, target = line.partition(" > ")
    outcome = Outcome(0, "", "")
    for part in line.split(" | "):
        words = shlex.split(part)
        assert words.pop(0) == "strategikort"
        outcome = program(*words, stdin=outcome.out)
    if target:
        Path(target).write_text(outcome.out, encoding="utf-8")
    return outcome


# A viewer goes on after the program that started it.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("path", PAGES)
def test_every_example(program: Program, folder: Path, path: str) -> None:
    for line in PAGES[path].examples:
        outcome = run_line(program, line)
        assert outcome.status in (0, 1), (line, outcome.err)
        assert "Fejl:" not in outcome.err, (line, outcome.err)
        # Nobody asks the assistants' server anything here.
        quiet = "åbn" in line or line == "strategikort mcp"
        assert outcome.out or "--html" in line or quiet, (line, outcome.err)
        assert outcome.out or outcome.err or quiet, line


def test_every_name_can_be_typed_without_danish_letters() -> None:
    """Commands, options and the values that options choose among."""
    for words, command in commands():
        names = {name for p in command.params for name in (*p.opts, *p.secondary_opts)}
        choices = {choice for value in command.values.values() for choice in value.choices}
        for name in {*words, *names, *choices}:
            assert fold(ascii_spelling(name)) == fold(name)
            assert ascii_spelling(name).isascii()
