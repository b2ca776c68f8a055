"""``citér``: from references and from answers, in every style."""

from __future__ import annotations

import json

import pytest

from strategikort.citation.styles import STYLES
from tests.conftest import Program


def test_the_examples_of_the_issue(program: Program) -> None:
    outcome = program("citér", "rk/6/3", "uss/pejlemærker/4")
    assert outcome.status == 0
    first, second = outcome.out.splitlines()
    assert "konklusion 6, 3. led, l. 86-88 [rk/6/3]" in first
    assert "4. pejlemærke, l. 183-184 [uss/pejlemærker/4]" in second


def test_it_is_said_that_a_section_goes_on_in_others(program: Program) -> None:
    """»konklusion 6, l. 70« is only what leads to its fifteen items."""
    outcome = program("citér", "rk/6")
    assert "konklusion 6, l. 70 [rk/6]" in outcome.out
    assert outcome.err == (
        "rk/6 går videre i rk/6/1 til rk/6/15 (l. 72-209), som henvisningen ikke dækker.\n"
    )


@pytest.mark.parametrize(
    "references",
    [
        pytest.param(["rk/6/3"], id="nothing-under-it"),
        pytest.param(["rk 6, l. 70"], id="lines-are-named"),
        pytest.param(["tech/prioriteter/5"], id="boxes-stand-beside-it"),
        pytest.param(["uss"], id="whole-document"),
        pytest.param(["rk/6", "--citat"], id="what-is-quoted-is-there"),
        pytest.param(["rk/6", *(f"rk/6/{number}" for number in range(1, 16))], id="all-cited"),
    ],
)
def test_nothing_is_said_where_all_is_cited(program: Program, references: list[str]) -> None:
    assert program("citér", *references).err == ""


def test_what_an_answer_has_is_cited_as_it_is(program: Program) -> None:
    found = program("vis", "rk/6", "--json").out
    assert program("citér", "-", stdin=found).err == ""


@pytest.mark.parametrize("style", STYLES)
def test_every_style(program: Program, style: str) -> None:
    for reference in ("rk 6", "tech/prioriteter/5", "partnerskaber/japan", "uss/3.2"):
        outcome = program("citér", reference, "--stil", style, "--citat")
        assert outcome.status == 0, outcome.err
        assert outcome.out.strip()


def test_words_typed_apart_and_ranges(program: Program) -> None:
    assert len(program("citer", "rk", "6-9").out.splitlines()) == 4
    assert program("citer", "pejlemærke", "3", "rk", "24").out.count("\n") == 2
    assert "[rk/12]" in program("citer", "rk 6, 8 og 12").out


def test_a_document_is_cited_as_a_whole(program: Program) -> None:
    """There once was a citation for each of its sections."""
    whole = "Regeringen/Udenrigsministeriet: Udenrigs- og sikkerhedspolitisk strategi, maj 2023"
    assert program("citér", "uss", "rk/6/3").out.splitlines()[0] == f"{whole} [uss]"
    apa = program("citér", "udenrigsstrategien", "partnerskaber", "--stil", "apa", "--citat")
    assert apa.out.splitlines()[:3] == [
        "(Regeringen/Udenrigsministeriet, 2023)",
        "(Udenrigsministeriet, [2023])",
        "",
    ]
    assert program("citér", "uss", "--stil", "bibtex").out.count("@techreport{uss,") == 1
    (annotation,) = json.loads(program("citér", "uss", "--stil", "w3c").out)
    assert [list(part) for part in annotation["target"]] == [["source", "digest"]]
    (citation,) = program("citér", "uss", "--json").json["citations"]
    assert (citation["id"], citation["source"]["lines"]) == ("uss", [])
    # What a place in it is asked for is a place.
    assert "l. 119-121 [uss/2]" in program("citér", "uss, l. 119-121").out


def test_passages_of_a_search_are_cited_as_passages(program: Program) -> None:
    answer = program("søg", "kvantehub", "--json", "-n", "1")
    outcome = program("citér", "-", stdin=answer.out)
    (result,) = answer.json["results"]
    assert outcome.out.strip() == result["citation"]
    lines = program("søg", "kvantehub", "--format", "jsonl", "-n", "2").out
    assert len(program("citér", "-", stdin=lines).out.splitlines()) == 2


@pytest.mark.parametrize(
    "words",
    [["sammenlign", "kvantehub"], ["fravær", "kvantehub"], ["forpligtelser", "--frist"]],
    ids=" ".join,
)
def test_the_places_of_every_answer_are_cited(program: Program, words: list[str]) -> None:
    # Those of sammenlign and forpligtelser were »ikke et JSON-svar fra strategikort«.
    answer = program(*words, "--json")
    said = answer.json
    places = [place for column in said.get("columns", ()) for place in column["results"]]
    places += said.get("results", ())
    places += [one["evidence"] for one in said.get("commitments", ())]
    assert places
    cited = program("citér", "-", stdin=answer.out).out.splitlines()
    assert cited == list(dict.fromkeys(place["citation"] for place in places))


def test_the_documents_of_an_answer_are_cited_as_wholes(program: Program) -> None:
    """As for a list of references: »dokumenter --json« had no places that could be cited."""
    answer = program("dokumenter", "--json")
    ids = [document["id"] for document in answer.json["documents"]]
    whole = program("citér", *ids, "--stil", "bibtex").out
    assert whole.count("@") == len(ids)
    assert program("citér", "-", "--stil", "bibtex", stdin=answer.out).out == whole
    lines = program("dokumenter", "--format", "jsonl").out
    assert program("citér", "-", "--stil", "bibtex", stdin=lines).out == whole
    changed = answer.out.replace(answer.json["documents"][0]["sha256"], "0" * 64)
    assert "anden udgave" in program("citér", "-", stdin=changed).err


def test_quotations_are_cited_where_they_were_found(program: Program) -> None:
    memo = "»Rusland ser stort på international lov« og »Grisene på Mars flyver over Månen igen«."
    answer = program("verificér", "-", "--json", stdin=memo)
    outcome = program("citér", "-", stdin=answer.out)
    assert outcome.out == f"{answer.json['quotes'][0]['found']['citation']}\n"
    assert (outcome.status, outcome.err) == (0, "1 citat er ikke fundet og ikke citeret.\n")


def test_what_jq_leaves_of_an_answer_is_cited(program: Program) -> None:
    results = program("søg", "kvantehub", "--json", "-n", "2").json["results"]
    cited = "".join(f"{one['citation']}\n" for one in results)
    assert program("citér", "-", stdin=json.dumps(results, indent=2)).out == cited
    assert program("citér", "-", stdin="[rk/6]\n").out == program("citér", "rk/6").out
    assert program("citér", "-", stdin="[]").status == 1
    outcome = program("citér", "-", stdin=program("config", "--json").out)
    assert outcome.err.startswith("Fejl: Standardinput er ikke et JSON-svar med steder, der kan ")


def test_lines_that_were_shown_are_cited(program: Program) -> None:
    cited = program("citér", "uss, l. 119-121").out
    assert "kapitlet »Indledning«, s. 7, l. 119-121 [uss/2]" in cited
    for command in ("vis", "søg"):
        shown = program(
            command, "uss, l. 119-121", "--json", *["-n", "1"][: 2 * (command == "søg")]
        )
        assert program("citér", "-", stdin=shown.out).out == cited
    assert program("citér", cited.strip()).out == cited
    text = program("vis", "uss, l. 119-121").out.splitlines()
    assert text[1].startswith("Den 9. november 1989 faldt Berlinmuren")
    assert len(text) == 3
    raw = program("vis", "uss, l. 119-121", "--rå").out.splitlines()
    assert [line.split()[0] for line in raw[1:]] == ["119", "120", "121"]


def test_lines_that_are_elsewhere_are_refused(program: Program) -> None:
    outcome = program("citér", "konklusion 7, l. 70")
    assert (outcome.status, outcome.out) == (1, "")
    assert outcome.err.splitlines() == [
        "Fejl: rk/7 står ikke på l. 70.",
        "Teksten har linje 210-224.",
    ]


@pytest.mark.parametrize("quoted", [[], ["--citat"]])
def test_what_is_quoted_of_a_passage_is_the_passage(program: Program, quoted: list[str]) -> None:
    """The lines of one paragraph once stood under the words of another."""
    answer = program("søg", "underminere international fred", "--json", "-n", "1")
    (result,) = answer.json["results"]
    assert result["section"] == "tech/søjler/2"
    outcome = program("citér", "-", "--stil", "markdown", *quoted, stdin=answer.out)
    assert outcome.out.startswith("> Nye teknologier kan i yderste konsekvens underminere")
    assert "Kompasset" not in outcome.out


def test_references_from_standard_input(program: Program) -> None:
    outcome = program("citér", "-", "--stil", "ris", stdin="rk 6\nuss/3.2\n")
    assert outcome.out.count("ER  -") == 2


@pytest.mark.parametrize(
    ("args", "stdin", "status"),
    [
        (["rk 99"], "", 1),
        (["rk 6", "--stil", "harvard"], "", 2),
        (["-"], "{}", 2),
        (["-"], '{"results": [{"id": "rk/6"}]}', 2),
        (["-"], '{"error": {"message": "x"}}', 2),
        (["-"], '{"error": "x"}', 2),
        (["-"], '{"a":' * 100_000, 2),
        (["-"], "{}\n" + "[" * 100_000, 2),
        (["-"], "{ikke json", 2),
        (["-"], "", 1),
        (["-", "rk 6"], "", 2),
        (["rk 6", "--set", "i går"], "", 2),
    ],
)
def test_bad_input(program: Program, args: list[str], stdin: str, status: int) -> None:
    outcome = program("citér", *args, stdin=stdin)
    assert outcome.status == status
    assert outcome.err.strip()
    assert "Traceback" not in outcome.err


def test_an_answer_from_another_edition_is_refused(program: Program) -> None:
    answer = program("søg", "kvantehub", "--json", "-n", "1").json
    answer["results"][0]["source"]["sha256"] = "0" * 64
    outcome = program("citér", "-", stdin=json.dumps(answer))
    assert outcome.status == 2
    assert "anden udgave" in outcome.err


def test_an_answer_whose_numbers_are_none_is_refused(program: Program) -> None:
    answer = program("vis", "rk/6", "--json").json
    answer["sections"][0]["source"]["lines"] = [[float("inf"), 70]]
    outcome = program("citér", "-", stdin=json.dumps(answer))
    assert outcome.status == 2
    assert "ikke et JSON-svar" in outcome.err


def test_json_is_json_also_where_there_is_nothing_to_cite(program: Program) -> None:
    nothing = program("søg", "xyzzyx", "--json").out
    for stdin in (nothing, ""):
        outcome = program("citér", "-", "--json", stdin=stdin)
        assert outcome.status == 1
        assert outcome.json == {"schema_version": 1, "citations": []}
        assert outcome.err == "Der er ingen steder at citere.\n"
        assert program("citér", "-", stdin=stdin).out == ""


def test_what_has_no_text_to_quote_is_said(program: Program) -> None:
    """--citat was passed over in silence."""
    outcome = program("citér", "uss", "rk/konklusioner", "rk/6", "--citat")
    assert outcome.status == 0
    said = "Intet citat fra uss og rk/konklusioner: --citat gælder afsnit med tekst.\n"
    assert outcome.err == said
    assert program("citér", "rk/6", "--citat").err == ""
