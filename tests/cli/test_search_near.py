"""What is said of hits whose words are not those that were searched for."""

from __future__ import annotations

from collections.abc import Callable

from tests.conftest import Outcome

Program = Callable[..., Outcome]


def of_hits(text: str) -> dict[str, str]:
    """Return what is said of each hit, by its id; empty where nothing is."""
    said: dict[str, str] = {}
    hit = ""
    for line in text.splitlines():
        if line[:1].isdigit():
            hit = line.rpartition("[")[2].rstrip("]")
            said.setdefault(hit, "")
        elif "er fundet som" in line or line.startswith("   Kun noget"):
            said[hit] = line.strip()
    return said


def test_a_synonym_is_said_to_be_one_and_the_word_itself_is_not(program: Program) -> None:
    said = of_hits(program("søg", "lønmodtagere").out)
    assert said == {"uss/4.2": "»lønmodtagere« er fundet som arbejdstagere."}
    assert set(of_hits(program("søg", "arbejdstagere").out).values()) == {""}


def test_what_has_only_a_part_of_the_query_says_so(program: Program) -> None:
    said = of_hits(program("søg", "kritisk infrastruktur", "-n", "20").out)
    assert next(iter(said.values())) == ""
    assert "Kun noget af det søgte: uden »infrastruktur«." in said.values()
    rules = of_hits(program("søg", "asylregler").out)
    assert rules.pop("uss/5.7") == ""
    assert rules
    assert all(line.startswith("Kun noget af det søgte: »asylregler«") for line in rules.values())


def test_words_that_belong_together_are_named_as_one(program: Program) -> None:
    said = of_hits(program("søg", "kontoret i San Francisco", "-n", "9").out)
    assert "»San Francisco« er fundet som Silicon Valley." in said.values()
    said = of_hits(program("søg", "quantum computing", "-n", "20").out)
    assert "»quantum computing« er fundet som kvantecomputere og kvanteteknologi." in said.values()
    assert any(line.count("kvante") < 6 and " andre" in line for line in said.values())
    said = of_hits(program("søg", "techgiganter", "-n", "2").out)
    assert "fundet som Tech-industrien, store tech-virksomheder og tech-virksomheder." in str(said)


def test_a_word_that_was_corrected_is_named_as_it_is_written(program: Program) -> None:
    said = of_hits(program("søg", "ytringsfrihden", "-n", "9").out)
    assert "Kun noget af det søgte: »ytringsfriheden« er fundet som frihed." in said.values()


def test_what_is_explained_in_full_is_not_said_twice(program: Program) -> None:
    out = program("søg", "lønmodtagere", "--forklar").out
    assert "»lønmodtagere« (synonym): arbejdstagere" in out
    assert "er fundet som" not in out


def test_what_is_missing_is_named_as_it_was_taken_for(program: Program) -> None:
    out = program("søg", "sikerhedsråd kvanteteknologi", "-n", "2").out
    assert "Kun noget af det søgte: uden »Sikkerhedsråd«." in out
