"""Every kind of wrong use: Danish words, status 2, nothing on standard output but JSON."""

import json
import shlex

import pytest

TOLD = r"""
unknown_command: vsi
    Kommandoen »vsi« findes ikke.
    Mente du »vis«? Ellers prøv: demo --help
unknown_command: xyzzy
    Kommandoen »xyzzy« findes ikke.
    Prøv: demo --help
unknown_command: OPEN fil
    Kommandoen »OPEN« findes ikke.
    Mente du »åbn«? Ellers prøv: demo --help
unknown_command: hjælp vsi
    Kommandoen »vsi« findes ikke.
    Mente du »vis«? Ellers prøv: demo --help
missing_command: --
    Der mangler en kommando.
    Prøv: demo --help
unknown_option: søg a --antla 3
    Valget »--antla« findes ikke.
    Mente du »--antal« eller »--andel«? Ellers prøv: demo søg --help
unknown_option: søg a -antal 3
    Valget »-antal« findes ikke.
    Mente du »--antal«? Ellers prøv: demo søg --help
unknown_option: søg a -n=3
    Valget »-n=3« findes ikke.
    Mente du »-n 3«? Ellers prøv: demo søg --help
unknown_option: vis rk 6 --stil kort
    Valget »--stil« findes ikke.
    Det hører til citér. Prøv: demo vis --help
unknown_option: vis rk 6 -n 3
    Valget »-n« findes ikke.
    Det hører til søg. Prøv: demo vis --help
unknown_option: søg a -x
    Valget »-x« findes ikke.
    Begynder en tekst med en streg, så skriv -- foran den. Prøv: demo søg --help
unknown_option: --rå søg a
    Valget »--rå« skrives efter kommandoen.
    Skriv: demo søg a --rå
missing_argument: søg
    Argumentet SØGETEKST mangler.
    Prøv: demo søg --help, eller fx: demo søg "kvanteteknologi" -n 3
missing_argument: vis
    Argumentet HENVISNING mangler.
    Prøv: demo vis --help
missing_option: citér
    Valget --stil mangler; værdien skal være kort eller fodnote.
    Prøv: demo citér --help
missing_value: søg a --antal
    Valget --antal mangler en værdi.
    Prøv: demo søg --help
missing_value: søg a --type --rå
    Valget --type mangler en værdi.
    Prøv: demo søg --help
missing_value: søg -t -n 3
    Valget --type mangler en værdi.
    Prøv: demo søg --help
missing_value: søg a -n
    Valget --antal mangler en værdi.
    Prøv: demo søg --help
repeated_option: åbn fil --emne x --emne=y
    Valget --emne kan kun stå én gang.
    Behold kun det ene.
unexpected_value: søg a --noejagtig=ja
    Valget --nøjagtig har ingen værdi, men fik »ja«.
    Prøv: demo søg --help
unexpected_value: søg --help=ja
    Valget --help har ingen værdi, men fik »ja«.
    Prøv: demo søg --help
too_many_arguments: søg a b
    Der er et argument for meget: »b«.
    Kommandoen tager ét argument; har det mellemrum, så sæt det i "anførselstegn". Prøv: demo søg --help
too_many_arguments: søg a b c
    Der er 2 argumenter for meget: »b« »c«.
    Kommandoen tager ét argument; har det mellemrum, så sæt det i "anførselstegn". Prøv: demo søg --help
invalid_value: søg a -n ti
    Ugyldig værdi til --antal: »ti« er ikke et helt tal.
    Prøv: demo søg --help
invalid_value: søg a -n 1.5
    Ugyldig værdi til --antal: »1.5« er ikke et helt tal.
    Prøv: demo søg --help
invalid_value: søg a -n 0
    Ugyldig værdi til --antal: »0« er for lille; tallet skal være fra 1 til 50.
    Prøv: demo søg --help
invalid_value: søg a -n 51
    Ugyldig værdi til --antal: »51« er for stort; tallet skal være fra 1 til 50.
    Prøv: demo søg --help
invalid_value: søg a --format tkst
    Ugyldig værdi til --format: »tkst« er ikke en af mulighederne: tekst, json, jsonl og md.
    Mente du »tekst«? Ellers prøv: demo søg --help
invalid_value: søg -t led, punkt
    Ugyldig værdi til --type: »led,« slutter med et komma; skriv --type foran hver af dem.
    Prøv: demo søg --help
invalid_value: åbn ''
    Ugyldig værdi til FIL: stien er tom.
    Prøv: demo åbn --help
"""
"""Codes and command lines of the demo program; what is said of each, and the hint."""

CASES = {
    line: (*line.split(": ", 1), message.strip(), hint.strip())
    for line, message, hint in zip(*[iter(TOLD.strip().splitlines())] * 3, strict=True)
}


@pytest.mark.parametrize("kind", CASES)
def test_wrong_use_is_said_in_danish(demo, kind):
    _, line, message, hint = CASES[kind]
    args = shlex.split(line)
    ran = demo(*args)
    assert ran.err == f"Fejl: {message}\n{hint}\n"
    assert ran.status == 2
    if "--json" not in args:
        assert ran.out == ""


@pytest.mark.parametrize("kind", CASES)
def test_wrong_use_is_json_too_when_json_was_asked_for(demo, kind):
    code, line, message, hint = CASES[kind]
    args = shlex.split(line)
    # A value may still be missing at the end, so the option goes first after the command.
    at = 1 if args[0] in ("søg", "vis", "citér", "åbn") else 0
    ran = demo(*args[:at], "--json", *args[at:])
    answer = json.loads(ran.out)
    assert ran.status == 2
    assert set(answer) == {"schema_version", "error"}
    assert set(answer["error"]) == {"code", "message", "hint", "candidates"}
    assert answer["schema_version"] == 1
    if at == 1 and args[0] in ("søg", "vis"):
        assert answer["error"]["code"] == code
        assert (answer["error"]["message"], answer["error"]["hint"]) == (message, hint)
    assert ran.err.startswith(f"Fejl: {answer['error']['message']}\n")


def test_a_value_may_begin_with_a_dash_and_words_may_be_options_behind_two(demo):
    assert demo("åbn", "fil", "--emne", "-x").status == 0
    assert demo("åbn", "fil", "--emne=--emne").status == 0
    assert json.loads(demo("søg", "-t", "-1", "--", "--rå").out)[:4] == ["--rå", 10, 50, ["-1"]]


def test_the_last_of_numbers_and_choices_counts(demo):
    ran = demo("søg", "a", "-n", "3", "--format", "tekst", "--antal=5", "--format", "md")
    assert json.loads(ran.out)[:5] == ["a", 5, 50, [], "md"]


@pytest.mark.parametrize("argv", [["vsi", "--format", "json"], ["vsi", "--format=JSON"]])
def test_the_long_form_of_json_is_understood(demo, argv):
    assert json.loads(demo(*argv).out)["error"]["candidates"] == ["vis"]


def test_jsonl_gives_the_error_on_one_line(demo):
    ran = demo("vsi", "--format", "jsonl")
    assert ran.out.count("\n") == 1
    assert json.loads(ran.out)["error"]["code"] == "unknown_command"


def test_json_after_two_dashes_is_a_word(demo):
    assert demo("vsi", "--", "--json").out == ""


def test_what_the_user_typed_cannot_steer_the_terminal(demo):
    ran = demo("\x1b[31mvis\x07\u202e")
    assert "\x1b" not in ran.err
    assert "\u202e" not in ran.err
    assert len(demo("x" * 10_000).err) < 300
