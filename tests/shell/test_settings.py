"""The settings file: what it changes, what comes before it, and what is wrong with it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategikort.catalog.yamlfile import parse_yaml
from strategikort.citation.styles import STYLES
from strategikort.errors import ProfileError
from strategikort.settings import SETTINGS, plain_settings
from tests.conftest import Outcome, Program

Write = Callable[[str], Path]


@pytest.fixture
def settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Write:
    """Write the user's settings file."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("APPDATA", str(tmp_path))
    path = tmp_path / "strategikort" / "config.yaml"
    path.parent.mkdir()

    def write(text: str) -> Path:
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_without_a_file(program: Program, settings: Write, tmp_path: Path) -> None:
    file = tmp_path / "strategikort" / "config.yaml"
    assert program("config") == Outcome(
        0,
        "antal     10     standard\n"
        "format    tekst  standard\n"
        "farve     auto   standard\n"
        "stil      kort   standard\n"
        "samling   -      standard\n"
        "dokument  -      standard\n"
        "pager     auto   standard\n"
        "links     auto   standard\n"
        "\n"
        f"Fil: {file} (findes ikke)\n",
        "",
    )


def test_where_each_value_comes_from(
    program: Program, settings: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = settings("# mine\nantal: 3\n\nfarve: altid\ndokument: [uss, rk] # kun dem\n")
    monkeypatch.setenv("NO_COLOR", "1")
    outcome = program("config")
    assert outcome.out == (
        "antal     3        config.yaml, linje 2\n"
        "format    tekst    standard\n"
        "farve     aldrig   miljøvariablen NO_COLOR\n"
        "stil      kort     standard\n"
        "samling   -        standard\n"
        "dokument  uss, rk  config.yaml, linje 5\n"
        "pager     auto     standard\n"
        "links     auto     standard\n"
        "\n"
        f"Fil: {file}\n"
    )
    answer = program("config", "--json").json
    jsonschema.validate(answer, json.loads(program("skema", "config").out))
    assert (answer["file"], answer["exists"]) == (str(file), True)
    rows = {row.pop("key"): row for row in answer["settings"]}
    assert list(rows) == list(SETTINGS)
    assert rows["dokument"] == {
        "value": ["uss", "rk"], "source": "file", "variable": None, "line": 5,
    }  # fmt: skip
    assert rows["farve"]["variable"] == "NO_COLOR"
    assert rows["samling"]["value"] is None


def test_settings_are_heeded(program: Program, settings: Write) -> None:
    settings("antal: 2\ndokument: [rk]\nfarve: altid\nstil: fodnote\n")
    outcome = program("søg", "teknologi")
    assert "[rk/" in outcome.out
    assert "[uss/" not in outcome.out
    assert "\x1b[1m2. " in outcome.out
    assert "\x1b[1m3. " not in outcome.out
    assert program("citér", "rk/6") == program("citér", "rk/6", "--stil", "fodnote")
    # What names its document itself is not narrowed.
    assert program("vis", "uss/pejlemærker/3").status == 0


def test_the_command_line_comes_first(program: Program, settings: Write) -> None:
    settings("antal: 2\nformat: csv\nfarve: altid\ndokument: rk\n")
    assert len(program("søg", "teknologi", "-n", "4", "--json").json["results"]) == 4
    assert program("vis", "rk/24", "--format", "md").out.startswith("## Konklusion 24")
    assert "\x1b" not in program("søg", "teknologi", "--farve", "aldrig", "--format", "tekst").out
    found = program("søg", "kvanteteknologi", "-d", "tech", "--json").json
    assert {result["document"]["id"] for result in found["results"]} == {"tech"}


def test_a_form_that_is_no_json_is_heeded(program: Program, settings: Write) -> None:
    settings("format: csv\n")
    assert program("vis", "rk/24").out.splitlines()[0].startswith("id,kind,number,title,")
    outcome = program("vis", "rk/99")
    assert (outcome.status, outcome.out) == (1, "")


@pytest.mark.parametrize("command", ["søg", "fravær", "sammenlign", "forpligtelser"])
def test_a_document_of_the_settings_that_is_not_there(
    program: Program, settings: Write, command: str
) -> None:
    file = settings("antal: 3\ndokument: [uss, tehc]\n")
    words = [] if command == "forpligtelser" else ["klima"]
    outcome = program(command, *words)
    assert outcome.out == ""
    assert outcome.err.startswith(
        f"Fejl: Dokumentet »tehc« findes ikke i samlingen (fra {file}, linje 2).\nMente du »tech«?"
    )
    # What is on the command line is not of the settings.
    if command != "forpligtelser":
        assert "(fra " not in program(command, *words, "-d", "tehc").err


def test_a_collection_that_was_named_beforehand_is_not_there(
    program: Program, settings: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("STRATEGIKORT_SAMLING", raising=False)
    gone = tmp_path / "væk.sqlite"
    file = settings(f"samling: {gone}\n")
    said = f"Fejl: Samlingen {gone} findes ikke"
    assert program("søg", "klima").err.startswith(f"{said} (fra {file}, linje 1).\n")
    monkeypatch.setenv("STRATEGIKORT_SAMLING", str(gone))
    assert program("søg", "klima").err.startswith(
        f"{said} (fra miljøvariablen STRATEGIKORT_SAMLING).\n"
    )
    assert program("søg", "klima", "--samling", str(gone)).err.startswith(f"{said}.\n")


def test_a_variable_without_a_home(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_CONFIG_HOME")
    monkeypatch.delenv("APPDATA")
    monkeypatch.setattr(Path, "home", homeless)
    monkeypatch.setenv("STRATEGIKORT_SAMLING", "/projekt/egen.sqlite")
    outcome = program("config")
    assert outcome.status == 0
    assert "samling   /projekt/egen.sqlite  miljøvariablen STRATEGIKORT_SAMLING\n" in outcome.out
    assert "Fil:" not in outcome.out
    answer = program("config", "--json").json
    assert (answer["file"], answer["exists"]) == (None, False)


def test_the_environment_comes_before_the_file(
    program: Program, settings: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    settings("farve: altid\nsamling: findes-ikke.sqlite\n")
    outcome = program("dokumenter")
    assert outcome.status == 2
    assert str(tmp_path / "strategikort" / "findes-ikke.sqlite") in outcome.err
    own = tmp_path / "egen.sqlite"
    (tmp_path / "n.md").write_text("# Egen note\n\nTekst.\n", encoding="utf-8")
    assert program("tilføj", str(tmp_path / "n.md"), "--samling", str(own)).status == 0
    monkeypatch.setenv("STRATEGIKORT_SAMLING", str(own))
    monkeypatch.setenv("NO_COLOR", "1")
    outcome = program("dokumenter")
    assert "Egen note" in outcome.out
    assert "\x1b" not in outcome.out


def test_json_as_the_usual_form_is_json_in_error_too(program: Program, settings: Write) -> None:
    settings("format: json\n")
    assert program("vis", "rk/24").json["sections"][0]["id"] == "rk/24"
    outcome = program("vis", "rk/99")
    assert outcome.status == 1
    assert outcome.json["error"]["code"] == "unknown_reference"


def test_exports_are_not_changed_by_settings(
    program: Program, settings: Write, tmp_path: Path
) -> None:
    settings("antal: 1\ndokument: rk\nformat: csv\n")
    target = tmp_path / "samling.jsonl"
    assert program("eksportér", str(target)).status == 0
    lines = target.read_text(encoding="utf-8").splitlines()
    documents = {json.loads(line)["document"]["id"] for line in lines}
    assert documents == {"uss", "tech", "rk", "partnerskaber", "cms"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("antal: 3\nantla: 3\n", "linje 2: indstillingen »antla« findes ikke."),
        ("antal: mange\n", "linje 1: antal kan ikke være »mange«."),
        ("antal: 0\n", "linje 1: antal kan ikke være »0«."),
        ("antal: 1001\n", "linje 1: antal kan ikke være »1001«."),
        ("antal: 9999999999999\n", "linje 1: antal kan ikke være »9999999999999«."),
        ("\nformat: xml\n", "linje 2: format kan ikke være »xml«."),
        ("farve: ja\n", "linje 1: farve kan ikke være »ja«."),
        ("pager: less\n", "linje 1: pager kan ikke være »less«."),
        ("antal: [1, 2]\n", "linje 1: antal kan kun have én værdi."),
        ("stil:\n", "linje 1: stil har ingen værdi."),
        ("antal: 3\nantal: 3\n", "linje 2: nøglen »antal« står to gange."),
        ("antal: [3\n", "filen er ikke gyldig YAML."),
        ("samling: &a b\n", "linje 1: ankre (&, *) og mærker (!) kan ikke bruges her."),
        ("bare ord\n", "linje 1: filen har ingen nøgler."),
        ("antal: {a: b}\n", "linje 1: her står en liste eller en opdeling."),
        ("x" * 200_000, "er over 100 kB."),
    ],
)  # fmt: skip
def test_mistakes(program: Program, settings: Write, text: str, says: str) -> None:
    file = settings(text)
    for words in (["config"], ["vis", "rk/24"], ["søg", "x", "--json"]):
        outcome = program(*words)
        assert outcome.status == 2
        first, second = outcome.err.splitlines()
        assert first.startswith("Fejl: ")
        assert str(file) in first
        assert first.endswith(says)
        assert second.endswith(".")
        if "--json" in words:
            assert outcome.json["error"]["code"] == "bad_settings"


def test_a_style_that_there_is_not_is_said_with_its_line(program: Program, settings: Write) -> None:
    file = settings("antal: 3\nstil: uklar\n")
    for words in (("citér", "rk/6"), ("config",), ("søg", "kvante")):
        outcome = program(*words)
        assert (outcome.status, outcome.out) == (2, "")
        assert outcome.err == (
            f"Fejl: {file}, linje 2: stil kan ikke være »uklar«.\n"
            "Skriv kort, fodnote, apa, chicago, markdown, bibtex, ris, csl-json eller w3c.\n"
        )


def test_every_style_may_be_set_in_capitals_too(program: Program, settings: Write) -> None:
    assert SETTINGS["stil"].choices == tuple(STYLES)
    settings("stil: APA\n")
    assert program("citér", "rk/6") == program("citér", "rk/6", "--stil", "apa")


def test_files_that_are_no_text(program: Program, settings: Write) -> None:
    file = settings("")
    file.write_bytes(b"antal: 3\nstil: \xe6\n")
    assert f"{file}, linje 2: filen er ikke UTF-8." in program("config").err
    file.write_bytes("\ufeffantal: 3\r\nstil: apa\r\n".encode())
    assert "antal     3 " in program("config").out
    file.unlink()
    file.mkdir()
    outcome = program("config")
    assert outcome.status == 2
    assert "kan ikke læses" in outcome.err


def test_help_and_version_need_no_settings(program: Program, settings: Write) -> None:
    settings("vrøvl: 1\n")
    for words in (
        ["--help"],
        ["vis", "--hjaelp"],
        ["vis", "-h"],
        ["--version"],
        ["hjælp"],
        ["hjælp", "vis"],
    ):
        assert program(*words).status == 0


WORDS = st.from_regex(r"[A-Za-z0-9ÆØÅæøå/~.][A-Za-z0-9ÆØÅæøå/~._-]{0,12}", fullmatch=True)
LINES = st.one_of(
    st.builds("{}: {}".format, st.sampled_from([*SETTINGS, "andet"]), WORDS),
    st.builds("{}: [{}, {}]".format, st.sampled_from([*SETTINGS]), WORDS, WORDS),
    st.sampled_from(["", "# note", "antal: 3 # note", "stil: 'apa'", "antal:3", "- x", " stil: x"]),
    st.text(alphabet="ab: #-[],'\"&*!|>\t\r~.æ\x85\u2028", max_size=12),
)


@given(st.lists(LINES, max_size=4).map("\n".join))
def test_the_short_way_reads_what_yaml_reads(text: str) -> None:
    found = plain_settings(text)
    if not found:
        return
    entries = dict(parse_yaml(text, "config.yaml").pairs())
    assert {key: value.words for key, value in found.items()} == {
        key: tuple(entry.texts if entry.is_list else [entry.text]) for key, entry in entries.items()
    }
    assert [value.line for value in found.values()] == [item.line for item in entries.values()]


def test_the_short_way_is_the_usual_one() -> None:
    assert plain_settings("antal: 20\nstil: fodnote\ndokument: [uss, tech]\n") is not None
    with pytest.raises(ProfileError):
        parse_yaml("antal: [", "config.yaml")


def test_settings_cost_no_yaml(settings: Write) -> None:
    settings("antal: 3\ndokument: [uss]\n")
    code = (
        "import sys; from strategikort.cli.app import app; from strategikort.cli.framework import run;"
        "status = run(app, ['søg', 'teknologi']); print(status, 'yaml' in sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code], capture_output=True, env=os.environ, check=True
    )
    assert ran.stdout.decode().splitlines()[-1] == "0 False"
