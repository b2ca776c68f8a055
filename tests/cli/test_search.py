"""``søg``: what is found, how it is shown, and what no query may break."""

from __future__ import annotations

import re

import pytest

from strategikort.library import Collection
from strategikort.output.results import result_text
from strategikort.output.screen import Screen
from tests.benchmarks.quality import EVAL
from tests.conftest import Outcome, Program
from tests.eval.runs import read_rows


def first(outcome: Outcome) -> str:
    return str(outcome.json["results"][0]["id"])


def test_the_main_job(program: Program) -> None:
    outcome = program("søg", "kvanteteknologi")
    assert outcome.status == 0
    assert outcome.out.startswith(
        "1. 5. prioritet: Styrke strategisk samarbejde om kvanteteknologi"
    )
    assert "l. 879-892 [tech/prioriteter/5]" in outcome.out
    assert "\x1b" not in outcome.out


@pytest.mark.parametrize("name", ["søg", "soeg", "SØG"])
def test_the_command_without_danish_letters(program: Program, name: str) -> None:
    assert program(name, "kvanteteknologi").status == 0


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("konklusion 24", "rk/24"),
        ("pejlemærke 3", "uss/pejlemærker/3"),
        ("Klima", "uss/4.7"),
        ("kvantehub", "tech/prioriteter/5"),
        ("KVANTEHUBBEN", "tech/prioriteter/5"),
        ("noegle-komponenter", "cms/implikationer"),
        ("oestersoeregionen", "uss/3.2"),
        ("cyberkriminalitet", "uss/5.7"),
    ],
)
def test_first_hit(program: Program, query: str, expected: str) -> None:
    found = [result["id"] for result in program("søg", query, "--json").json["results"]]
    assert expected in found[:3], found


def test_what_was_tried_ends_with_one_full_stop(program: Program) -> None:
    err = program("søg", "verdensrekord i milliarder").err
    assert ".." not in err.replace("…", "")


def test_what_found_nothing_is_said_with_where(program: Program) -> None:
    outcome = program("søg", "biodiversitet", "-d", "tech")
    assert outcome.err.startswith("Intet fundet for »biodiversitet« i tech.\n")
    assert 'strategikort fravær "biodiversitet" -d tech\n' in outcome.err
    outcome = program("søg", "Ukraine", "-t", "konklusion")
    assert outcome.err.startswith("Intet fundet for »Ukraine« blandt konklusioner.\n")
    assert "strategikort fravær" not in outcome.err
    outcome = program("søg", '"kunstige intelligens"')
    assert "søges ordret" in outcome.err
    assert "Der er også søgt" not in outcome.err
    assert """strategikort fravær '"kunstige intelligens"'\n""" in outcome.err


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("xyzzyx i norden", "»xyzzyx« ingen steder og »norden« 4 steder"),
        ("landbrug i norden", "»landbrug« 1 sted og »norden« 4 steder"),
        ("norden", ""),
        ("xyzzyx qwertz", ""),
        ("landbrug AND norden", ""),
    ],
)
def test_words_that_stand_only_apart_are_told(program: Program, query: str, said: str) -> None:
    outcome = program("søg", query)
    told = [line for line in outcome.err.splitlines() if line.startswith("Hvert ord for sig")]
    assert told == ([f"Hvert ord for sig: {said}."] if said else [])


def test_a_phrase_is_told_beside_the_words(program: Program) -> None:
    told = program("søg", '"digitale diplomati" 1990').err
    assert 'Hver del for sig: »"digitale diplomati"« 7 steder og »1990« ingen steder.\n' in told


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["forsvarsattaché Odense"],
            'Prøv uden »Odense«: strategikort søg "forsvarsattaché"',
        ),
        (
            ["kvantehub i xyzzyx", "-d", "tech"],
            'Prøv uden »xyzzyx«: strategikort søg "kvantehub" -d tech',
        ),
        (
            ['"digitale diplomati" 1990'],
            """Prøv uden »1990«: strategikort søg '"digitale diplomati"'""",
        ),
        (
            ["»digital diplomat« sanktioner"],
            'Prøv uden »"digital diplomat"«: strategikort søg "sanktioner"',
        ),
        (["landbrug i norden"], ""),
        (["xyzzyx qwertz"], ""),
    ],
)
def test_the_words_that_are_nowhere_can_be_left_out(
    program: Program, arguments: list[str], said: str
) -> None:
    lines = program("søg", *arguments).err.splitlines()
    assert [line for line in lines if line.startswith("Prøv uden")] == ([said] if said else [])


def test_a_word_alone_is_found_by_what_it_is_taken_for(program: Program) -> None:
    err = program("søg", "xyzzyx i ukranie").err
    assert "»xyzzyx« ingen steder og »ukranie« (»Ukraine«) " in err


def test_the_best_of_many_that_are_certain_comes_first(program: Program) -> None:
    """Scores end at 1; the order does not."""
    results = program("søg", "Danmark", "--json", "-n", "40").json["results"]
    assert [result["score"] for result in results[:5]] == [1.0] * 5
    places = [result["source"]["lines"][0] for result in results[:5]]
    assert places != sorted(places)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kapløbed", "kapløbet"),  # -ed for -et is no English ending
        ("målet", None),
        ("måled", "målet"),  # likelier than måned
        ("samtael", "samtale"),  # ae that is no æ
        ("terorisme", "terrorisme"),  # not in the texts, but in the dictionary
        ("fokusskift", "fokusskifte"),  # made of words that stand apart, never together
        ("virksomhedder", "virksomheder"),  # more than what its stem is like
        ("Aplle", "Apple"),  # no function word
        ("kvantte*", "kvante"),
        ("Sydostasien", "Sydøstasien"),  # what texts say otherwise, without Danish letters
        ("losepengevirus", "løsepengevirus"),
        ("granseandringer", "grænseændringer"),  # of which only the parts stand there
        ("sohandel", None),  # søhandel, and no misspelt samhandel
        ("energiomsiillingen", "energiomstilling"),  # which stands there in another form
        ("Telekomunikationsunionen", "Telekommunikationsunion"),
        ("Storbrtiannien", "Storbritannien"),  # a name of which texts have an abbreviation
        ("Digtal", "digital"),  # the capital of a sentence
        ("våbdenleverancer", "våbenleverancer"),  # which the texts say otherwise
        ("hate spech", "speech"),  # of a term that begins with the word before it
        ("persidency", "presidency"),
        ("chains", None),  # a word of a term itself
        ("Forsvasudgifter", "forsvarsudgifter"),
        ("Brussels", None),
        ("Gdansk", None),
        ("Sydamerika", None),  # the thesaurus knows it
    ],
)
def test_what_a_misspelt_word_is_taken_for(program: Program, typed: str, meant: str | None) -> None:
    outcome = program("søg", typed)
    word = typed.split()[-1].rstrip("*")
    said = f"Mente du »{meant}«? Der er søgt på det, for »{word}« findes ikke.\n"
    assert (said in outcome.err) if meant else ("Mente du" not in outcome.err)


def test_a_corrected_query_is_answered_as_the_right_one(program: Program) -> None:
    right, wrong = (
        [hit["id"] for hit in program("søg", query, "--json").json["results"][:4]]
        for query in ("hybride trusler", "hybride trussler")
    )
    assert right == wrong


def test_results_say_where_the_words_stand(program: Program, collection: Collection) -> None:
    for query in (
        "strategisk samarbejde",
        "klima",
        "menneskerettigheder online",
        "kunstig intelligens",
    ):
        for result in program("søg", query, "--json", "-n", "50").json["results"]:
            document = result["document"]["id"]
            source = collection.source(document)
            section = collection.section(result.get("section", result["id"]))
            assert result["text"] in section.text.text
            assert 0 < result["score"] <= 1
            for start, end in result["highlights"]:
                assert result["text"][start:end].strip() == result["text"][start:end] != ""
            if result["footnotes"]:  # their marks are left out of the text
                continue
            raw = "".join(source.text[start:end] for start, end in result["source"]["chars"])
            squeezed = "".join(raw.split()).replace("-", "")
            assert "".join(result["text"].split()).replace("-", "") == squeezed
            lines = [list(pair) for pair in source.line_ranges(result["source"]["chars"])]
            assert lines == result["source"]["lines"]


def test_nothing_found(program: Program) -> None:
    outcome = program("søg", "xyzzyplugh", "--json")
    assert outcome.status == 1
    assert outcome.json["results"] == []
    assert outcome.json["total"] == 0
    assert "Intet fundet" in outcome.err


def test_a_shared_part_alone_is_no_answer(program: Program) -> None:
    """»bioteknologi« says nothing of »biodiversitet«."""
    assert program("søg", "biodiversitet", "-d", "tech").status == 1


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("handelspolitik", "uss/5.3"),  # Robust handels- og industripolitik
        (
            "techindustrien",
            "tech/prioriteter/1",
        ),  # Styrke den geopolitiske dialog med tech-industrien
    ],
)
def test_a_heading_is_read_as_texts_are(program: Program, word: str, expected: str) -> None:
    outcome = program("søg", f"titel:{word}", "--nøjagtig", "--json", "-n", "50")
    assert expected in {item["id"] for item in outcome.json["results"]}


def test_correction_is_said(program: Program) -> None:
    outcome = program("søg", "ytringsfrihden")
    assert outcome.status == 0
    assert "Mente du »ytringsfriheden«" in outcome.err
    assert "Mente du" not in outcome.out


def test_a_function_word_before_a_hyphen_is_a_part_of_the_word(program: Program) -> None:
    whole, hyphened = (
        program("søg", typed, "--json").json for typed in ("derisking", "de-risking")
    )
    assert [hit["id"] for hit in hyphened["results"]] == [hit["id"] for hit in whole["results"]]


def test_a_correction_is_the_word_and_not_what_that_leads_to(program: Program) -> None:
    for some in ((), ("-d", "rk"), ("-n", "1")):
        outcome = program("søg", "cybersikerhed", *some, "--json")
        assert (
            outcome.err
            == "Mente du »cybersikkerhed«? Der er søgt på det, for »cybersikerhed« findes ikke.\n"
        )
        how = {term["how"] for term in outcome.json["query"]["terms"]}
        assert how <= {"fuzzy", "inflection", "compound", "synonym"}


def test_filters_and_count(program: Program) -> None:
    answer = program("søg", "kvanteteknologi", "-d", "cms", "--json").json
    assert {result["document"]["id"] for result in answer["results"]} == {"cms"}
    assert answer["query"]["filters"] == {"documents": ["cms"], "kinds": []}
    answer = program("søg", "digital", "-t", "rådskonklusioner", "-n", "3", "--json").json
    assert {result["kind"] for result in answer["results"]} == {"konklusion"}
    assert len(answer["results"]) == 3
    assert answer["total"] > 3


def test_explanation(program: Program) -> None:
    out = program("søg", "kvante", "--forklar").out
    assert "»kvante« (sammensætning): " in out
    assert "Pointtal 0," in out


@pytest.mark.parametrize("query", ("menneskerettigheder på nettet", "cybersikkerhed"))
def test_a_word_is_explained_in_one_way(collection: Collection, query: str) -> None:
    for hit in collection.search(query).hits:
        pairs = [(word, matched) for word, matched, _ in hit.matches]
        assert len(pairs) == len(set(pairs))


def test_a_term_of_several_words_is_explained_by_those_that_say_something(
    collection: Collection,
) -> None:
    hit = collection.search("EU's højtstående repræsentant").hits[0]
    typed = {"EU", "højtstående", "repræsentant"}
    assert not [matched for _, matched, how in hit.matches if how == "synonym" and matched in typed]
    (best, *_) = collection.search("FUSP").hits
    assert {matched for _, matched, _ in best.matches} == {
        "fælles",
        "udenrigs",
        "udenrigspolitik",
        "sikkerhedspolitik",
    }


HOSTILE = [
    "den",
    'det "den"',
    "alle",
    "",
    "   ",
    '"',
    '""',
    "*",
    "-",
    "NEAR(a b)",
    "a AND",
    "kvante OR",
    "{heading} : x",
    "§ 3, stk. 2",
    "og/eller",
    "24/7",
    "e-mail",
    "'; DROP TABLE sections; --",
    "x" * 10_000,
    "ord " * 2_500,
    "\x00\x07\x1b[31m",
    "\u202eabc",
    "🇩🇰",
    "hvad er det",
    "og",
    "1",
    "a",
    "%s %d {}",
    "[/b]",
    "kvante\nteknologi",
]


@pytest.mark.parametrize("query", HOSTILE)
def test_no_query_breaks_the_search(program: Program, query: str) -> None:
    for extra in ((), ("--nøjagtig",)):
        outcome = program("søg", "--json", *extra, "--", query)
        assert outcome.status in (0, 1, 2)
        assert outcome.json["schema_version"] == 1
        assert "Traceback" not in outcome.err
        assert "\x1b" not in outcome.err


def test_the_total_counts_what_is_found_and_no_more(program: Program) -> None:
    """An exact search does not count the inflections that the index finds with the word."""
    for args in (["kvanteteknologi", "--nøjagtig"], ["Ukraine"], ["rk 24"]):
        few = program("søg", *args, "-n", "1", "--json").json
        every = program("søg", *args, "-n", "200", "--json").json
        assert few["total"] == every["total"] == len(every["results"])
        assert not few["total_at_least"] or args == ["rk 24"]


def test_a_total_that_may_be_higher_says_so(program: Program, collection: Collection) -> None:
    rows = [row for name in ("queries", "own-queries") for row in read_rows(EVAL / f"{name}.jsonl")]
    uncertain = 0
    for query in [row["query"] for row in rows]:
        few, every = collection.search(query, limit=5), collection.search(query, limit=1000)
        assert every.total == len(every.hits)
        assert not every.at_least
        assert few.total <= every.total if few.at_least else few.total == every.total, query
        uncertain += few.at_least
    assert 0 < uncertain < len(rows) / 4
    assert "Mindst " in program("søg", "sikkerhed og samarbejde", "-n", "1").out
    assert "Mindst " not in program("søg", "Ukraine", "-n", "1").out


def test_function_words_are_no_forms_of_what_was_asked(program: Program) -> None:
    """»hav« may be a form of »have«, but whoever asks for »havvind« does not mean »har«."""
    for query in ("hav", "havvind"):
        results = program("søg", query, "--json").json["results"]
        matched = [item["text"][a:b].lower() for item in results for a, b in item["highlights"]]
        assert not {"har", "have", "havde"} & set(matched)


def test_what_only_a_heading_has_is_explained(program: Program, collection: Collection) -> None:
    (hit, *_) = collection.search("titel:klima").hits
    assert hit.headings == (("klima", "Klima", "exact"),)
    assert hit.highlights == ()
    outcome = program("søg", "titel:klima", "--forklar", "-n", "1")
    assert "»klima« (ordret, i en overskrift): Klima" in outcome.out
    terms = program("søg", "titel:klima", "--json").json["query"]["terms"]
    assert [(term["term"], term["how"]) for term in terms][:1] == [("klima", "exact")]


def test_a_word_is_explained_as_it_stands_there(collection: Collection) -> None:
    for query in ("EU-samarbejde", "techdiplomati", "formål"):
        for hit in collection.search(query, limit=30).hits:
            for _, matched, how in hit.matches:
                if how in ("exact", "inflection"):
                    assert matched in hit.text


def test_points_add_up(program: Program, collection: Collection) -> None:
    for query in ("kvanteteknologi", "Ukraine", "teknologi i Europa"):
        for hit in collection.search(query, limit=50).hits:
            if hit.parts:
                assert hit.score == pytest.approx(min(sum(hit.parts.values()), 1.0), abs=0.002)


@pytest.mark.parametrize("query", ["kvanteteknologi", "Ukraine", "fattigdomsbekaempelse"])
def test_points_that_are_printed_add_up(program: Program, query: str) -> None:
    def hundredths(number: str) -> int:
        return int(number.replace(",", ""))

    lines = re.findall(
        r"Pointtal ([\d,]+)(?: \(([\d,]+), men højst 1\))?: (.*)",
        program("søg", query, "--forklar").out,
    )
    assert len(lines) > 3
    for score, whole, parts in lines:
        named = [hundredths(part.rpartition(" ")[2]) for part in parts.split(", ")]
        assert sum(named) == hundredths(whole or score)
    assert lines[0][1] or query == "fattigdomsbekaempelse"


def test_a_total_is_right_or_said_to_be_the_least(collection: Collection) -> None:
    words = ["være", "deres", "vores", "sikre", "kan", "andre", "styrkelse", "teknologi", "lande"]
    for word in words:
        every = collection.search(word, limit=1_000).total
        for limit in (1, 10, 40):
            found = collection.search(word, limit=limit)
            assert found.total == every or (found.at_least and found.total < every), word


@pytest.mark.parametrize(
    ("query", "document"),
    [
        ("forsvarsrådgivere", "rk"),
        ("halvdelen", "cms"),
        ("knudepunkter", "cms"),
        ("tillidsfulde", "cms"),
        ("fredsdividenden", "rk"),
    ],
)
def test_one_part_that_another_word_has_is_no_answer(
    collection: Collection, query: str, document: str
) -> None:
    assert collection.search(query).hits
    assert collection.search(query, documents=[document]).hits == ()


def test_both_parts_of_a_compound_are_an_answer(collection: Collection) -> None:
    for query, section in (("cyberøvelse", "cms/"), ("ungdomsudveksling", "uss/3.6")):
        assert collection.search(query).hits[0].section.id.startswith(section)


def test_a_term_with_a_hyphen_may_be_one_word(collection: Collection) -> None:
    hits = collection.search("Indo-Pacific region", limit=20).hits
    matched = {matched for hit in hits for _, matched, _ in hit.matches}
    assert "indopacifiske" in matched


def test_what_is_found_does_not_depend_on_how_much_is_asked_for(collection: Collection) -> None:
    for query in ("interne alliancer", "alliancens velfærd", "søger teknologiudviklingen"):
        few, many = (collection.search(query, limit=limit) for limit in (10, 1_000))
        assert few.hits
        assert few.total == len(many.hits) or few.at_least


@pytest.mark.parametrize("subject", ["sikkerhedspoliti", "udenrigspoliti", "teknologiskat"])
def test_what_only_looks_like_a_family_is_none(collection: Collection, subject: str) -> None:
    assert collection.absence(subject).absent


def test_a_compound_that_nobody_listed_is_no_misspelling(collection: Collection) -> None:
    assert collection.search("teknologiskat").hits == ()
    assert collection.search("udenrigspoliti").corrected


def test_more_may_be_found_and_is_said(collection: Collection) -> None:
    """In a large index the search ends before all has been weighed; in this one it does not."""
    result = collection.search("kvanteteknologi", limit=20)
    assert not result.at_least
    documents = {document.id: document for document in collection.documents}
    said = "Der kan være flere; søg efter flere med -n.\n"
    plain = Screen()
    assert not result_text(documents, result, plain).endswith(said)
    assert result_text(documents, result._replace(at_least=True), plain).endswith(said)


@pytest.mark.parametrize("word", ["Asien", "selskaber", "hovedpunkt"])
def test_a_heading_that_is_asked_for_has_the_word_itself(collection: Collection, word: str) -> None:
    hits = collection.search(f"titel:{word}", limit=50).hits
    assert hits
    for hit in hits:
        assert word.lower()[:7] in f"{hit.section.label} {hit.section.title}".lower()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("hybride trusler", "-d", "rk", "-n", "1"), "6 steder mere; vis flere med -n 7\n"),
        (("kvanteteknologi", "-n", "1"), "17 steder mere; vis flere med -n 18\n"),
        (("sikkerhed", "-n", "15"), "mere; vis flere med -n 30\n"),
    ],
)
def test_how_many_to_ask_for_is_said(program: Program, asked: tuple[str, ...], said: str) -> None:
    outcome = program("søg", *asked)
    assert outcome.out.endswith(said)


def test_the_words_found_are_set_off_in_every_paragraph(program: Program) -> None:
    asked = ["søg", "kvanteteknologi", "-n", "30"]
    results = program(*asked, "--json").json["results"]
    blocks = program(*asked, "--farve", "altid").out.split("\n\n")
    later = 0
    for result, block in zip(results, blocks, strict=False):
        found = {result["text"][start:end] for start, end in result["highlights"]}
        marked = set(re.findall(r"\x1b\[1;4m(.*?)\x1b\[0m", block))
        assert marked <= found
        assert bool(marked) == bool(found)
        later += "\x1b[1;4m" in "".join(block.split("\n")[2:-1])
    assert later
