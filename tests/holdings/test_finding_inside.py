"""What is found inside the user's documents: sections of laws, headings, what a document calls itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.holdings.conftest import Adding, Program, Shelf


def test_sections_of_a_law_are_found_by_their_sign(program: Program, add: Adding) -> None:
    add(
        "lov.txt",
        "§ 1. Loven gælder for alle.\n\n§ 2. Ved post forstås breve.\n\n"
        "§ 2 a. Breve vejer op til 2 kg.\nStk. 2. Pakker vejer mere.\n\n§ 2 B. Andet er gods.\n",
    )
    for reference in ("§ 2", "lov § 2", "lov, § 2", "paragraf 2", "[lov], u.å., § 2, l. 3."):
        outcome = program("vis", reference, "--json")
        assert [section["id"] for section in outcome.json["sections"]] == ["lov/paragraf-2"]
    for reference, expected in (
        ("§ 2 a", "lov/paragraf-2a"),
        ("§2a", "lov/paragraf-2a"),
        ("lov, § 2 a", "lov/paragraf-2a"),
        ("§ 2 b", "lov/paragraf-2b"),
        ("§ 2 a, stk. 2", "lov/paragraf-2a/2"),
        ("§ 2 a stk 2", "lov/paragraf-2a/2"),
        ("stk. 1 i § 2 a", "lov/paragraf-2a/1"),
        ("[lov], u.å., § 2 a, stk. 2, l. 6.", "lov/paragraf-2a/2"),
    ):
        outcome = program("vis", reference, "--json")
        assert outcome.json["sections"][0]["id"] == expected, reference
    assert program("vis", "§ 2 c").status == 1
    assert "§ 2 a, stk. 2, l. 6" in program("søg", "pakker", "-d", "lov").out
    assert [
        section["id"] for section in program("vis", "§§ 1 og 2", "--json").json["sections"]
    ] == ["lov/paragraf-1", "lov/paragraf-2"]


def test_a_law_is_named_before_or_behind_its_section(
    program: Program, own: Path, tmp_path: Path
) -> None:
    for number, title in enumerate(("Lov om post", "Bekendtgørelse af pakkeloven")):
        law = tmp_path / f"lov-{number}.txt"
        law.write_text(
            f"{title}\n\n§ 1. Loven gælder for alle.\n\n§ 2. Ministeren fastsætter regler om\n"
            "1) breve og\n2) blade.\nStk. 2. Reglerne gælder ikke for børn.\n",
            encoding="utf-8",
        )
        assert program("tilføj", str(law)).status == 0
    for reference, expected in (
        ("lov om post § 2, stk. 2", "lov-om-post/paragraf-2/2"),
        ("lov om post: § 2, stk. 2", "lov-om-post/paragraf-2/2"),
        ("§ 2, stk. 2, i lov om post", "lov-om-post/paragraf-2/2"),
        ("pakkelovens § 2, stk. 2", "bekendtgørelse-af-pakkeloven/paragraf-2/2"),
        ("§ 2, stk. 2 i pakkeloven", "bekendtgørelse-af-pakkeloven/paragraf-2/2"),
        ("pakkeloven § 1, stk. 1", "bekendtgørelse-af-pakkeloven/paragraf-1"),
    ):
        outcome = program("vis", reference, "--json")
        assert [section["id"] for section in outcome.json["sections"]] == [expected], reference
        assert outcome.err == ""
    part = program("vis", "lov om post § 2, stk. 1, nr. 2, litra a", "--json")
    assert part.json["sections"][0]["id"] == "lov-om-post/paragraf-2/1"
    assert (
        "er forstået som »lov-om-post/paragraf-2/1; nr. 2, litra a ses ikke i teksten«" in part.err
    )
    memo = tmp_path / "notat.txt"
    quoted = "Loven: »Ministeren fastsætter regler om« (lov om post § 2, stk. {}, nr. 1)."
    for number, status in ((1, 0), (2, 1)):
        memo.write_text(quoted.format(number), encoding="utf-8")
        assert program("verificér", str(memo)).status == status
    assert program("vis", "§ 2, stk. 2").status == 2  # of which law?
    assert program("vis", "lov om post § 3, nr. 1").status == 1


def test_a_heading_that_a_file_has_is_no_absence(
    program: Program, own: Path, tmp_path: Path
) -> None:
    (tmp_path / "bek.txt").write_text(
        "Bekendtgørelse om gebyr\n\nKapitel 1\nAnvendelse\n\n§ 1. Den gælder for alle kommuner.\n\n"
        "Kapitel 2\nStraf\n\n§ 2. Overtrædelse straffes med bøde.\n\nBilag 1\nTakster\n\n"
        "Husholdning: 450 kr.\n",
        encoding="utf-8",
    )
    (tmp_path / "plan.md").write_text(
        "# Plan\n\n## Bilag 1. Kort\n\nSe her.\n\n## 2. Mål\n\nSe der.\n", encoding="utf-8"
    )
    assert program("tilføj", str(tmp_path / "bek.txt"), str(tmp_path / "plan.md")).status == 0
    for subject in ("kapitel", "kapitel 2", "bilag", "bilag 1"):
        outcome = program("fravær", subject, "-d", "bekendtgørelse-om-gebyr")
        assert outcome.out.startswith(f"»{subject}« findes i bek"), subject
    assert program("fravær", "bilag", "-d", "plan").status == 1
    # A kind that the program has counted is not what the file says.
    assert program("fravær", "kapitel", "-d", "plan").status == 0


def test_many_documents_are_counted_and_not_all_named(
    program: Program, own: Path, tmp_path: Path
) -> None:
    for number in range(20):
        text = "Om torsk og sild." if number % 4 else "Om sild og hummerfiskeri."
        (tmp_path / f"notat-{number:02}.md").write_text(f"# Notat {number}\n\n{text}\n", "utf-8")
    assert program("tilføj", str(tmp_path)).status == 0
    first, second = program("fravær", "torsk").out.split("\n\n")[0].splitlines()
    assert first.startswith("»torsk« findes i notat-1, notat-2, notat-3, ")
    assert " og 4 andre. I uss, tech, rk, partnerskaber, cms, notat-0, " in first
    assert "--json" in second
    answer = program("fravær", "torsk", "--json").json
    assert len(answer["found_in"]) == 15
    inside = program("fravær", "hummer").out
    assert "»hummer« findes kun som led i andre ord i notat-0, notat-4, notat-8, " in inside
    assert " og 9 andre findes det ikke." in inside.splitlines()[0]
    # The places are not behind a list of hundreds of documents.
    assert inside.index("\nSteder") < inside.index("\nDer er søgt i\n") < inside.index("sha256")
    absent = program("fravær", "blomkålshoved")
    assert absent.status == 0
    assert " og 14 andre." in absent.out.splitlines()[0]
    assert "    notat-19: Notat 19" in absent.out


@pytest.mark.parametrize(
    ("query", "within"),
    [("principprogrammet om fiskeri", "det-grønne-partis"), ("fiskeri i programmet", "det-grønne"),
     ("Det Grønne Partis principprogram om fiskeri", "det-grønne"),
     ("hvad siger kystplanen om fiskeri?", "liv-ved-havet"), ("fiskeri i forslaget", ""),
     ("fiskeri i rapporten", ""), ("fiskeri i partiet", ""), ("liv ved havet om fiskeri", "liv")],
)  # fmt: skip
def test_an_own_document_is_asked_by_what_it_calls_itself(
    program: Program, shelf: Shelf, query: str, within: str
) -> None:
    shelf(
        (
            "a.md",
            "# Det Grønne Partis Principprogram vedtaget 2. maj 2020\n\nOm fiskeri og have.\n",
        ),
        ("forslag1.md", "# Forslag om kvoter 1\n\nFiskeri skal der til.\n"),
        ("forslag2.md", "# Forslag om kvoter 2\n\nFiskeri skal der til.\n"),
        ("kystplan-2024.md", "# Liv ved havet\n\nFiskeri er vigtigt.\n"),
    )
    answer = program("søg", query, "--json").json
    assert (answer["query"]["within"] or "").startswith(within)
    assert bool(within) == bool(answer["query"]["within"])
    if within:
        assert answer["results"][0]["document"]["id"].startswith(within)


@pytest.mark.parametrize(
    ("query", "within"),
    [("aftalen om havvind", "aftale-om-energi"), ("aftalen om Mexico", None),
     ("Mexico i aftalen", None), ("hvad siger aftalen om Mexico?", "aftale-om-energi"),
     ("Mexico ifølge aftale om energi", "aftale-om-energi")],
)  # fmt: skip
def test_another_text_of_that_kind_may_be_meant_where_one_says_nothing(
    program: Program, shelf: Shelf, query: str, within: str | None
) -> None:
    shelf(("a.md", "# Aftale om energi\n\nDer opstilles havvind til lands.\n"))
    assert program("søg", query, "--json").json["query"]["within"] == within


@pytest.mark.parametrize("query", ["2 pct.", "2 %"])
def test_a_unit_by_itself_is_not_so_much_of_it(program: Program, shelf: Shelf, query: str) -> None:
    texts = [
        "Støj falder 2 pct. om året.",
        "Udledningen falder 70 pct.",
        "Der er 2 veje og 2 havne.",
    ]
    paragraphs = [*texts, *(f"Bydel {number} har 2 torve." for number in range(9))]
    shelf(("plan.md", "# Plan\n\n" + "\n\n".join(f"## Del\n\n{text}" for text in paragraphs)))
    results = program("søg", query, "-d", "plan", "--json").json["results"]
    assert ["2 pct." in result["text"] for result in results] == [True]


def test_a_word_that_a_page_breaks_is_found_where_pages_are_the_sections(
    program: Program, add: Adding
) -> None:
    add("arkene.txt", "Vi køber en kvante-\n\fcomputer, en blå- og\n\fen grå.\n")
    outcome = program("fravær", "kvantecomputer", "-d", "arkene", "--json")
    assert [item["how"] for item in outcome.json["presence"]] == ["itself"]
    assert outcome.json["results"][0]["id"] == "arkene/side-1"
    assert program("fravær", "blåen", "-d", "arkene").status == 0


def test_a_number_alone_is_none_of_a_paragraph_that_only_we_count(
    program: Program, add: Adding
) -> None:
    add("ren.txt", "\n\n".join(f"Her kommer stykke nummer {n} om intet." for n in range(1, 31)))
    assert program("vis", "ren, 24. stykke").status == 0
    outcome = program("vis", "24", "--json")
    assert [section["id"] for section in outcome.json["sections"]] == ["rk/24"]
