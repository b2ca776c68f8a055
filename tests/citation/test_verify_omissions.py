"""Quotations with omissions, insertions and brackets."""

from __future__ import annotations

import pytest
from made_archives import PARTED, changes, own_archive

from strategikort.citation.differences import Kind
from strategikort.citation.verdict import Cited, Status
from strategikort.citation.verify import verify


@pytest.mark.parametrize(
    "mark",
    [
        *("[…]", "[...]", "...", "(…)", "…", "[ . . . ]", "/.../", "/ … /", "---", "– – –"),
        *("[---]", "(- - -)", "[…],", "…;", "(...).", "[..]", "(..)"),
    ],
)
def test_an_omission_may_pass_over_words(mark: str) -> None:
    archive = own_archive(*PARTED)
    verdict = verify(archive, f"Regeringen vil {mark} sælge ud af sine aktier")
    assert verdict.status is Status.EXACT
    assert verdict.notes == ("Pas på: det udeladte rummer »ikke«.",)


@pytest.mark.parametrize("word", ["ikke", "ej", "ingen", "intet", "aldrig", "hverken", "næppe"])
def test_a_negation_that_was_left_out_is_told(word: str) -> None:
    archive = own_archive(f"Regeringen vil i de kommende år {word} sælge ud af sine aktier.")
    verdict = verify(archive, "Regeringen vil […] sælge ud af sine aktier")
    assert verdict.notes == (f"Pas på: det udeladte rummer »{word}«.",)
    assert verify(archive, f"Regeringen […] {word} sælge ud af sine aktier").notes == ()


@pytest.mark.parametrize("bound", ["mere end", "op til", "knap"])
def test_a_bound_that_was_left_out_in_front_of_a_number_is_told(bound: str) -> None:
    archive = own_archive(f"Planen har ifølge regeringen {bound} 80 mål og {bound} mange penge.")
    verdict = verify(archive, "Planen har […] 80 mål")
    assert verdict.status is Status.EXACT
    assert verdict.notes == (f"Pas på: det udeladte rummer »{bound}«.",)
    assert verify(archive, f"Planen har […] {bound} 80 mål og […] mange penge").notes == ()


@pytest.mark.parametrize("mark", ["..", "–", "--", "[udeladt]", "[-]", "/", "og/eller"])
def test_other_signs_are_no_omission(mark: str) -> None:
    archive = own_archive(*PARTED)
    verdict = verify(archive, f"Regeringen vil {mark} sælge ud af sine aktier")
    assert verdict.status is Status.ALTERED


def test_omitted_parts_must_stand_in_order() -> None:
    archive = own_archive(*PARTED)
    assert verify(archive, "i de kommende år […] vil derimod købe").status is Status.EXACT
    turned = verify(archive, "vil derimod købe flere […] i de kommende år")
    assert turned.status is Status.ALTERED
    assert [item.kind for item in turned.differences] == [Kind.JOIN]


def test_omitted_parts_must_be_near_each_other() -> None:
    between = ["Her står noget helt andet om en anden sag. " * 20] * 6
    archive = own_archive(
        "Først siger vi noget om klimaet.", *between, "Til sidst om krigen i øst."
    )
    verdict = verify(archive, "siger vi noget om klimaet […] Til sidst om krigen i øst")
    assert verdict.status is Status.ALTERED
    assert len(verdict.places) == 2


def test_a_short_part_behind_an_omission_stands_in_the_same_section() -> None:
    archive = own_archive("Vi vil købe nye fly.\n\nDet er dyrt.", "Senere sælges skibe.")
    assert verify(archive, "Vi vil købe nye fly […] er dyrt").status is Status.EXACT
    verdict = verify(archive, "Vi vil købe nye fly […] sælges skibe")
    assert verdict.status is Status.ALTERED
    assert [item.kind for item in verdict.differences] == [Kind.JOIN]


def test_a_changed_part_beside_an_omission_is_altered() -> None:
    archive = own_archive(*PARTED)
    verdict = verify(archive, "Regeringen skal i de kommende år […] sælge ud af sine aktier")
    assert changes(verdict) == [("skal", "vil", "verb")]


def test_insertions_are_allowed_and_told() -> None:
    archive = own_archive(*PARTED)
    verdict = verify(archive, "[R]egeringen vil i de kommende [fem] år ikke sælge ud [sic]")
    assert verdict.status is Status.EXACT
    assert verdict.notes[0] == "Indsat i citatet: [fem], [sic]."
    lower = verify(archive, "[r]egeringen vil i de kommende år ikke sælge ud")
    assert lower.status is Status.EXACT
    assert lower.notes == ("Stort eller lille begyndelsesbogstav er ændret i kantet parentes.",)


def test_brackets_in_place_of_words_are_altered() -> None:
    archive = own_archive(*PARTED)
    verdict = verify(archive, "i de kommende år ikke [afhænde] ud af sine aktier")
    assert verdict.status is Status.ALTERED
    assert changes(verdict)[0][:2] == ("", "sælge")


@pytest.mark.parametrize(
    ("quote", "status"),
    [
        ("model [TODO: spørg ministeren om det]", Status.EXACT),
        ("model [TODO: spørg kontoret om det]", Status.ALTERED),
        ("modellen, der er en model [TODO: spørg kontoret om det]", Status.ALTERED),
        ("model [TODO: spørg kontoret om det] og resten af teksten", Status.ALTERED),
        ("[TODO: spørg kontoret om det] og resten af teksten", Status.ALTERED),
        ("resten af teksten [1]", Status.EXACT),
        ("resten af teksten [2]", Status.ALTERED),
        ("modellen, der er en model [her menes det danske]", Status.EXACT),
        ("resten af teksten [min fremhævning]", Status.EXACT),
    ],
)
def test_changed_words_in_brackets_of_the_source_itself_are_altered(quote, status) -> None:
    archive = own_archive(
        "Her er modellen, der er en model [TODO: spørg ministeren om det] og resten af teksten [1]."
    )
    verdict = verify(archive, quote)
    assert verdict.status is status
    assert status is Status.EXACT or (
        "[" not in "".join(item.quote for item in verdict.differences)
    )


def test_an_ellipsis_of_the_source_itself_is_wording() -> None:
    archive = own_archive("Han sagde [red.: nej] og så ... kom han igen til byen.")
    assert verify(archive, "sagde [red.: nej] og så ... kom han").status is Status.EXACT


def test_a_place_among_many_with_the_same_words_is_right() -> None:
    archive = own_archive(*["Regeringen vil fremsætte et lovforslag om det."] * 60)
    for number in (0, 30, 59):
        cited = Cited(frozenset({f"egen/{number}"}))
        verdict = verify(archive, "Regeringen vil fremsætte et lovforslag", cited)
        assert verdict.status is Status.EXACT
        assert verdict.found is not None
        assert verdict.found.section.id == f"egen/{number}"
    verdict = verify(archive, "Regeringen vil fremsætte et lovforslag", Cited(frozenset({"x"})))
    assert verdict.status is Status.MISPLACED


def test_a_place_where_a_dash_is_that_of_a_list_is_right_as_well() -> None:
    archive = own_archive(
        "Der skal måles: - hvor mange der kommer - hvor mange der går.",
        "Der skal måles:\n\n- hvor mange der kommer\n\n- hvor mange der går.",
    )
    quote = "Der skal måles: - hvor mange der kommer - hvor mange der går."
    for number in (0, 1):
        verdict = verify(archive, quote, Cited(frozenset({f"egen/{number}"})))
        assert verdict.status is Status.EXACT


def test_a_dash_in_place_of_another_sign_is_a_difference() -> None:
    archive = own_archive("Det er den fulde kontekst, hvor den ansvarlige ikke var i tvivl om det.")
    verdict = verify(archive, "Det er den fulde kontekst - hvor den ansvarlige ikke er i tvivl")
    assert changes(verdict) == [("er", "var", "verb"), ("-", ",", "punctuation")]


def test_a_dash_that_is_the_same_is_no_difference() -> None:
    archive = own_archive(
        "Det er den fulde kontekst - hvor den ansvarlige ikke var i tvivl om det."
    )
    verdict = verify(archive, "Det er den fulde kontekst - hvor den ansvarlige ikke er i tvivl")
    assert changes(verdict) == [("er", "var", "verb")]


@pytest.mark.parametrize(
    "quote",
    [
        "Kvanteteknologi […] en af fremtidens teknologier",
        "en af fremtidens teknologier […] Den skal styrkes",
    ],
)
def test_of_places_that_differ_in_form_the_very_words_are_found(quote: str) -> None:
    archive = own_archive(
        "Et samarbejde om kvanteteknologi er godt. Kvanteteknologi er en af fremtidens teknologier, "
        "og vi støtter den. Skal den styrkes? Nej, den skal styrkes alene. Den skal styrkes sammen."
    )
    assert verify(archive, quote).status is Status.EXACT


def test_an_insertion_where_a_paragraph_ends_is_one() -> None:
    archive = own_archive("Planen er til at forstå, og den er god", "Den koster mange penge.")
    verdict = verify(archive, "Planen er til at forstå, og den er god [for alle]")
    assert verdict.status is Status.EXACT
    assert verdict.notes == ("Indsat i citatet: [for alle].",)


def test_brackets_of_the_source_are_compared_where_more_is_changed() -> None:
    archive = own_archive("Planen [bilag 2] har efter regeringens mening 80 mål for havnene.")
    verdict = verify(archive, "Planen [bilag 3] har efter regeringens mening 90 mål for havnene.")
    assert verdict.status is Status.ALTERED
    assert [change[:2] for change in changes(verdict)] == [("3", "2"), ("90", "80")]
