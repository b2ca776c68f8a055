"""Exit statuses, pipes, encodings, spellings: what the layer does around a command."""

import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def process(args, environment, **settings):
    command = [sys.executable, str(HERE / "demo.py"), *args]
    return subprocess.run(command, env=environment, capture_output=True, check=False, **settings)


@pytest.mark.parametrize(
    "name", ["søg", "SØG", "soeg", "Soeg", "sog", unicodedata.normalize("NFD", "SØG")]
)
@pytest.mark.parametrize("option", ["--nøjagtig", "--noejagtig", "--NOEJAGTIG", "--nojagtig"])
def test_names_in_any_spelling(demo, name, option):
    ran = demo(name, "ord", option, "--raa", "-t", "x", "--type", "y", "--andel", "25")
    assert json.loads(ran.out) == ["ord", 10, 25, ["x", "y"], "tekst", "auto", True, True]


def test_decomposed_letters_in_names_and_text(demo):
    assert demo("åbn".replace("å", "a\u030a"), "/nix").out == "'/nix'\n"
    ran = demo("søg", "a\u030ar", "--ra\u030a")
    assert json.loads(ran.out)[0] == "år"
    assert json.loads(ran.out)[-1] is True


@pytest.mark.parametrize("name", ["citer", "CITÉR", "cite\u0301r"])
def test_accents_may_be_left_out(demo, name):
    assert demo(name, "--stil", "KORT").out == "kort \n"


def test_choices_in_any_spelling(demo):
    assert json.loads(demo("søg", "a", "--format", "MD", "--farve", "ALTID").out)[4:6] == [
        "md",
        "altid",
    ]


def test_status_is_what_the_command_returns(demo):
    assert demo("søg", "intet").status == 1
    assert demo("fejl", "status").status == 7
    assert demo("--version") == (0, "demo 1.2.3\n", "")


def test_nothing_at_all_shows_the_help(demo):
    assert demo() == demo("--help")
    assert demo().status == 0


def test_an_error_of_the_program(demo):
    assert demo("fejl", "program") == (
        3,
        "",
        "Fejl: Der er en fejl i programmet (RuntimeError).\n"
        "Kør igen med --fejlsøg for at se hele fejlen.\n",
    )
    answer = json.loads(demo("fejl", "program", "--json").out)
    assert answer["error"]["code"] == "internal_error"


@pytest.mark.parametrize(
    "argv",
    [
        ["--fejlsøg", "fejl", "program"],
        ["fejl", "--fejlsoeg", "program"],
        ["fejl", "program", "--FEJLSØG"],
    ],
)
def test_debugging_shows_all_of_it(demo, argv):
    ran = demo(*argv)
    assert ran.status == 3
    assert "an English sentence that must stay inside" in ran.err
    assert "Kør igen" not in ran.err


@pytest.mark.parametrize(
    ("argv", "error", "message"),
    [
        (["vis", "pejlemærke"], "AmbiguousReferenceError", "»pejlemærke« kan være flere afsnit."),
        (["fejl", "system"], "FileNotFoundError", "filen eller mappen findes ikke."),
    ],
)
def test_debugging_shows_where_an_expected_error_came_from(demo, argv, error, message):
    ran = demo("--fejlsøg", *argv)
    trace, _, said = ran.err.partition("Fejl: ")
    assert ran.status == 2
    assert trace.startswith("Traceback (most recent call last):\n")
    assert error in trace
    assert message in said
    assert "Traceback" not in demo(*argv).err


def test_debugging_option_after_two_dashes_is_a_word(demo):
    assert demo("vis", "--", "--fejlsøg").out == "vis --fejlsøg\n"


def test_errors_of_the_library_keep_status_and_candidates(demo):
    ran = demo("vis", "pejlemærke")
    assert ran.err == (
        "Fejl: »pejlemærke« kan være flere afsnit.\nVælg et af dem:\n  uss/1\n  uss/2\n"
    )
    assert ran.status == 2
    error = json.loads(demo("vis", "pejlemærke", "--json").out)["error"]
    assert error["code"] == "ambiguous_reference"
    assert error["candidates"] == ["uss/1", "uss/2"]


def test_of_very_many_candidates_some_are_shown(demo):
    lines = demo("vis", "afsnit").err.splitlines()
    assert lines[1] == "  uss/0"
    assert lines[-1] == "  … og 960 til"
    assert len(lines) == 42
    assert len(json.loads(demo("vis", "afsnit", "--json").out)["error"]["candidates"]) == 1000


def test_interruption_is_quiet(demo):
    assert demo("fejl", "afbrudt") == (130, "", "")


def test_errors_of_the_system_are_said_in_danish(demo):
    ran = demo("fejl", "system")
    assert ran.status == 2
    assert ran.err.startswith(
        "Fejl: »/findes/ikke/æ.txt« kan ikke bruges: filen eller mappen findes ikke.\n"
        "Kontrollér navnet og mappen.\n"
    )
    full = demo("fejl", "plads").err
    assert full.endswith("der er ikke mere plads på disken.\nGør plads, og prøv igen.\n")


def test_closed_pipe_ends_quietly(environment):
    reading, writing = os.pipe()
    command = [sys.executable, str(HERE / "demo.py"), "fejl", "meget"]
    running = subprocess.Popen(command, env=environment, stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert os.read(reading, 6) == b"linje "
    os.close(reading)
    _, err = running.communicate(timeout=60)
    assert (running.returncode, err) == (0, b"")


def test_pipe_closed_before_the_last_words_keeps_the_status(environment):
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, str(HERE / "demo.py"), "søg", "intet"]
    ran = subprocess.run(command, env=environment, stdout=writing, stderr=-1, check=False)
    os.close(writing)
    assert (ran.returncode, ran.stderr) == (1, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_full_disk_is_an_error(environment):
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        command = [sys.executable, str(HERE / "demo.py"), "søg", "a"]
        ran = subprocess.run(command, env=environment, stdout=full, stderr=-1, check=False)
    assert ran.returncode == 2
    assert "der er ikke mere plads på disken" in ran.stderr.decode()
    assert "Exception ignored" not in ran.stderr.decode()


@pytest.mark.parametrize(
    ("encoding", "line"),
    [
        ("utf-8", "æøå – „citat“ ✓ … → ł 漢"),
        ("cp1252", "æøå – „citat“ x … -> ? ?"),
        ("cp850", 'æøå - "citat" x ... -> ? ?'),
        ("ascii", 'aeoeaa - "citat" x ... -> ? ?'),
    ],
)
def test_consoles_in_other_encodings(environment, encoding, line):
    ran = process(["fejl", "tegn"], environment | {"PYTHONIOENCODING": encoding})
    assert ran.returncode == 0
    assert ran.stdout.decode(encoding).splitlines() == [line]


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp850"])
def test_json_is_utf8_whatever_the_locale(environment, encoding):
    ran = process(["søg", "blåbær – ✓", "--json"], environment | {"PYTHONIOENCODING": encoding})
    assert json.loads(ran.stdout.decode("utf-8"))[0] == "blåbær – ✓"
    ran = process(["vsi", "--json"], environment | {"PYTHONIOENCODING": encoding})
    assert json.loads(ran.stdout.decode("utf-8"))["error"]["message"].startswith("Kommandoen »vsi«")
    assert b"\r" not in ran.stdout


@pytest.mark.skipif(os.name == "nt", reason="arguments are text there")
def test_arguments_that_are_no_utf8(environment, tmp_path):
    for locale in ({"LC_ALL": "C"}, {"LC_ALL": "C.UTF-8"}):
        ran = process([b"s\xf8g", b"\xe6bler", b"--n\xf8jagtig", "--json"], environment | locale)
        assert json.loads(ran.stdout)[0] == "æbler"
        ran = process([b"\xff\xfe\x80"], environment | locale)
        assert ran.returncode == 2
        name = os.fsencode(tmp_path) + b"/\xe6.txt"
        Path(os.fsdecode(name)).write_text("x", "utf-8")
        ran = process(["åbn", name], environment | locale)
        assert (ran.returncode, ran.stderr) == (0, b"")
        Path(os.fsdecode(name)).unlink()


def test_only_the_command_that_runs_is_loaded(environment):
    ran = process(["fejl", "moduler"], environment)
    assert ran.stdout == b"\n"
    ran = process(["--help"], environment)
    assert "Skriv en kildehenvisning." in ran.stdout.decode()


def complete(demo, monkeypatch, *words):
    monkeypatch.setenv("_DEMO_COMPLETE", "zsh")
    mode, *lines = demo(*words).out.splitlines()
    assert mode in ("faerdig", "aaben", "filer")
    return [line.partition("\t")[0] for line in lines]


def test_completion_through_the_environment(demo, monkeypatch):
    assert complete(demo, monkeypatch, "sø") == ["søg"]
    assert complete(demo, monkeypatch, "soe") == ["soeg"]
    assert complete(demo, monkeypatch, "") == [*["søg", "vis", "citér", "åbn", "fejl"]]
    assert complete(demo, monkeypatch, "soeg", "--f") == ["--format", "--farve"]
    assert complete(demo, monkeypatch, "soeg", "--farve", "") == ["auto", "altid", "aldrig"]
    assert complete(demo, monkeypatch, "findes-ikke", "") == []


def test_completion_of_options(demo, monkeypatch):
    assert complete(demo, monkeypatch, "--") == ["--version", "--hjælp"]
    assert complete(demo, monkeypatch, "soeg", "--raa", "--r") == []
    assert complete(demo, monkeypatch, "soeg", "--r") == ["--rå"]
    assert complete(demo, monkeypatch, "soeg", "-t", "x", "--t") == ["--type"]
    assert complete(demo, monkeypatch, "soeg", "--findes-ikke=", "--fo") == ["--format"]
    assert complete(demo, monkeypatch, "soeg", "--format=j") == ["--format=json", "--format=jsonl"]


def test_completion_where_there_is_nothing_to_offer(demo, monkeypatch):
    assert complete(demo, monkeypatch, "soeg", "--findes-ikke=t") == []
    assert complete(demo, monkeypatch, "soeg", "ord", "") == []
    assert complete(demo, monkeypatch, "soeg", "--", "--f") == []
    assert complete(demo, monkeypatch, "vis", "rk") == []


def test_wrong_questions_of_the_shell(demo, monkeypatch):
    for question in ("tcsh", "nonsense", "complete_bash"):
        monkeypatch.setenv("_DEMO_COMPLETE", question)
        ran = demo()
        assert ran.status == 2
        assert ran.err.startswith("Fejl: Miljøvariablen _DEMO_COMPLETE har en værdi")
