"""References as people write them: what they name, what they do not, and on which lines."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from strategikort.citation.short import short_citation
from strategikort.errors import AmbiguousReferenceError, UnknownReferenceError
from strategikort.library import Collection
from strategikort.references.numbering import is_number_of_section
from strategikort.references.readings import Reading, read
from tests.conftest import Outcome

NAMES = [
    # A document with a comma, a title with its date, the publisher in front.
    ("tech, prioritet 5", "tech/prioriteter/5"),
    ("Strategi for tech-diplomati, prioritet 5", "tech/prioriteter/5"),
    ("Udenrigs- og sikkerhedspolitisk strategi (2023), pejlemærke 3", "uss/pejlemærker/3"),
    ("Udenrigs- og sikkerhedspolitisk strategi, maj 2023, pejlemærke 3", "uss/pejlemærker/3"),
    ("Rådets konklusioner af 18. juli 2022, pkt. 12", "rk/12"),
    ("konklusion 12 i Rådets konklusioner af 18. juli 2022", "rk/12"),
    ("11406/22, pkt. 6", "rk/6"),
    ("pejlemærke 3, uss", "uss/pejlemærker/3"),
    ("Kina, uss", "uss/4.4"),
    ("prioritet 5, faktaboks, tech", "tech/prioriteter/5/faktaboks"),
    ("konklusion 6, 3. led, rk", "rk/6/3"),
    ('uss, afsnittet "Kina"', "uss/4.4"),
    ("kapitlet »Afrika«", "uss/4.5"),
    # What has a number is called a chapter by one and a section by another.
    ("uss, kapitel 4", "uss/4"),
    ("uss, afsnit 4", "uss/4"),
    ("uss, kapitel 4.5", "uss/4.5"),
    ("jf. Rådskonklusionerne, pkt. 6", "rk/6"),
    ("se konklusion 12", "rk/12"),
    # The number of a point is that of the document where one is named.
    ("Rådskonklusionerne, punkt 6", "rk/6"),
    ("det sjette punkt i rådskonklusionerne", "rk/6"),
    ("punkt 16", "rk/16"),
    # Lists and ranges.
    ("rk 6, 8", "rk/6 rk/8"),
    ("rk 6; 8", "rk/6 rk/8"),
    ("rk 6 samt 8", "rk/6 rk/8"),
    ("rk/6, rk/8", "rk/6 rk/8"),
    ("rk/6/3 og rk/6/5", "rk/6/3 rk/6/5"),
    ("rk 6 og pejlemærke 3", "rk/6 uss/pejlemærker/3"),
    ("conclusions 3, and 5", "rk/3 rk/5"),
    ("conclusions 3, 4 or 5", "rk/3 rk/4 rk/5"),
    ("recommendation number 1.2", "cms/anbefalinger/1/2"),
    ("jf. konklusion 12-14", "rk/12 rk/13 rk/14"),
    ("rk/6/3-5", "rk/6/3 rk/6/4 rk/6/5"),
    ("uss 3.4-3.6", "uss/3.4 uss/3.5 uss/3.6"),
    ("afsnit 3.6 til 4.2", "uss/3.6 uss/3.7 uss/4.1 uss/4.2"),
    ("3. og 4. pejlemærke", "uss/pejlemærker/3 uss/pejlemærker/4"),
    ("tredje og fjerde pejlemærke", "uss/pejlemærker/3 uss/pejlemærker/4"),
    ("pejlemærke tre og fire", "uss/pejlemærker/3 uss/pejlemærker/4"),
    ("konklusion VI-VIII", "rk/6 rk/7 rk/8"),
    ("prioritet 5 og 7 i tech-strategien", "tech/prioriteter/5 tech/prioriteter/7"),
    ("pkt. 6-8 i rådskonklusionerne", "rk/6 rk/7 rk/8"),
    # A place in a place.
    ("prioritet 5, faktaboks", "tech/prioriteter/5/faktaboks"),
    ("faktaboksen i prioritet 5", "tech/prioriteter/5/faktaboks"),
    ("prioritet 10, faktaboks 2", "tech/prioriteter/10/faktabokse/2"),
    ("prioritet 5 i søjle 2", "tech/prioriteter/5"),
    ("prioriteterne i søjle 2", "tech/prioriteter/4 tech/prioriteter/5 tech/prioriteter/6"),
    ("3. led i pkt. 6 i rådskonklusionerne", "rk/6/3"),
    ("2. og 4. led i konklusion 6", "rk/6/2 rk/6/4"),
    ("konklusion 6, sidste led", "rk/6/15"),
    ("kapitel 3, afsnit 4", "uss/3.4"),
    ("kapitel 3, figur 2", "uss/3/figurer/2"),
    ("1. søjle, fremhævet citat", "tech/søjler/1/citat"),
    ("tabel 2 i tech", "tech/tabeller/2"),
    # The document behind, with its date, and the publisher with a year.
    ("pejlemærke 3 i Udenrigs- og sikkerhedspolitisk strategi, maj 2023", "uss/pejlemærker/3"),
    ("prioritet 7 i Strategi for tech-diplomati, 2024", "tech/prioriteter/7"),
    ("prioritet 1, Strategi for tech-diplomati (2024)", "tech/prioriteter/1"),
    ("konklusion 12, 11406/22", "rk/12"),
    ("konklusion 12, Rådets konklusioner", "rk/12"),
    ("Udenrigsministeriet 2024, prioritet 5", "tech/prioriteter/5"),
    ("(Udenrigsministeriet, [2024], 5. prioritet)", "tech/prioriteter/5"),
    ("Rådet for Den Europæiske Union 2022, konklusion 12", "rk/12"),
    ("Center for Militære Studier, 1. brobyggerrolle, 2. anbefaling", "cms/anbefalinger/1/2"),
    # As lists of references and notes have it: who, when, what, in any order.
    (
        "Regeringen/Udenrigsministeriet (2023). Udenrigs- og sikkerhedspolitisk strategi. 3. pejlemærke",
        "uss/pejlemærker/3",
    ),
    (
        "Regeringen (2023), Udenrigs- og sikkerhedspolitisk strategi, pejlemærke 3",
        "uss/pejlemærker/3",
    ),
    ("Udenrigsministeriet. 2024. *Strategi for tech-diplomati*, prioritet 5", "tech/prioriteter/5"),
    (
        "Rådet for Den Europæiske Union (2022, 18. juli). Rådets konklusioner om EU's digitale diplomati, 11406/22, pkt. 6",
        "rk/6",
    ),
    ("Regeringen & Udenrigsministeriet, 2023, pejlemærke 3", "uss/pejlemærker/3"),
    ("Udenrigsministeriet (2024a), prioritet 5", "tech/prioriteter/5"),
    ("Udenrigsministeriet 2023, pejlemærke 3", "uss/pejlemærker/3"),
    (
        "Rådet for Den Europæiske Union: Rådets konklusioner om EU's digitale diplomati, pkt. 6",
        "rk/6",
    ),
    ("uss, 3.2. afsnit", "uss/3.2"),
    # Small forms.
    ("(jf. konklusion 3)", "rk/3"),
    ("se også rk 6", "rk/6"),
    ("pejlemærke I-III", "uss/pejlemærker/1 uss/pejlemærker/2 uss/pejlemærker/3"),
    ("konklusion 3 eller 12", "rk/3 rk/12"),
    ("både konklusion 3 og konklusion 27", "rk/3 rk/27"),
    ("rk6", "rk/6"),
    ("konkl. nr. 6", "rk/6"),
    ("rk, fn. 1", "rk/fodnoter/1"),
    ("uss kap. 3, fig. 2", "uss/3/figurer/2"),
    ("rk 6.3", "rk/6/3"),
    ("cms anbefaling 1.2", "cms/anbefalinger/1/2"),
    ("konklusionerne 28 til og med 30", "rk/28 rk/29 rk/30"),
    ("jf. ovenfor pejlemærke 3", "uss/pejlemærker/3"),
    ("se pejlemærke 3 ovenfor", "uss/pejlemærker/3"),
    ("prioritet 5 faktaboks", "tech/prioriteter/5/faktaboks"),
    ("prioritet 10 boks 2", "tech/prioriteter/10/faktabokse/2"),
    ("det strategiske partnerskab med Japan", "partnerskaber/japan"),
    # Several places, of which only one list has all that are named.
    ("anbefaling 4 og 6", "cms/anbefalinger/1/4 cms/anbefalinger/1/6"),
    ("pejlemærke 3, prioritet 5 og rk 6", "uss/pejlemærker/3 tech/prioriteter/5 rk/6"),
    # The document's number behind a word for it, its publisher in the genitive, no comma.
    ("Dokument 11406/22, punkt 6", "rk/6"),
    ("dok. nr. 11406/22 pkt. 6", "rk/6"),
    ("ST 11406/22, pkt. 6", "rk/6"),
    ("Rådets konklusioner (18. juli 2022), pkt. 6", "rk/6"),
    ("Rådets konklusioner, punkt 3 og 5-6", "rk/3 rk/5 rk/6"),
    ("Rådets konklusioner 2022 pkt. 6", "rk/6"),
    ("regeringens udenrigs- og sikkerhedspolitiske strategi, afsnit 3.2", "uss/3.2"),
    ("strategien for tech-diplomati prioritet 2", "tech/prioriteter/2"),
    ("tech diplomati strategien prioritet 2", "tech/prioriteter/2"),
]


@pytest.mark.parametrize(("reference", "ids"), NAMES)
def test_what_people_write(collection: Collection, reference: str, ids: str) -> None:
    named = collection.named(reference)
    assert [section.id for section in named.sections] == ids.split()
    assert named.taken_for == {}


@pytest.mark.parametrize(
    "reference",
    [
        "Regeringen/Udenrigsministeriet, Udenrigs- og sikkerhedspolitisk strategi",
        "Regeringen (2023), Udenrigs- og sikkerhedspolitisk strategi",
        "Udenrigsministeriet: Udenrigs- og sikkerhedspolitisk strategi",
        "Udenrigsministeriet, maj 2023",
    ],
)
def test_a_document_is_not_its_title_page(collection: Collection, reference: str) -> None:
    assert collection.resolve(reference).document == "uss"


@pytest.mark.parametrize("style", ["fodnote", "apa", "chicago"])
def test_what_every_style_writes_is_read_again(collection: Collection, style: str) -> None:
    for section in collection.sections():
        if style != "fodnote" and section.kind in ("citat", "kilde"):
            continue  # what is named by its kind alone may be one of several
        shown = collection.cite(section, style=style).splitlines()[0]
        assert collection.named(shown).sections == (section,), shown
        cited = collection.cited(shown)
        assert cited is not None
        # Two pull quotes of one pillar are told apart by their lines only.
        of_pillar = {item for item in cited.ids if item.startswith("tech/søjler/3/citat/")}
        assert cited.ids == ({section.id} | of_pillar if cited.lines else {section.id})


def test_markdown_is_read_again_also_as_it_is_shown(collection: Collection) -> None:
    for section in collection.sections():
        written = collection.cite(section, style="markdown").splitlines()[-1].removeprefix("> — ")
        shown = re.sub(r"(?<!\\)\[(.*?)\]\(<.*?>\)", r"\1", written)
        shown = re.sub(r"\\(.)", r"\1", re.sub(r"(?<!\\)[`*]", "", shown))
        assert shown.endswith(f", {section.id}")
        # What only gathers others has no lines to stand behind.
        placed = section.lines or section.heading_lines
        for citation in (written, shown) if placed else (written,):
            assert collection.named(citation).sections == (section,), citation


@pytest.mark.parametrize(
    "written",
    [
        *("uss ss. 12-13", "uss pp 12-13", "uss, siderne 12 til 13"),
        *("uss, s.\xa012\u201113", "uss, s. 12\u201013", "uss, s. 12\u221213"),  # from Word
    ],
)
def test_no_word_for_pages_is_passed_over(collection: Collection, written: str) -> None:
    assert collection.resolve(written).pages == ("12", "13")


def test_a_list_of_which_no_place_has_all_is_not_taken_apart(collection: Collection) -> None:
    for reference in ("søjle 1, prioritet 5", "anbefaling 4 og 7", "Kina nr. 2"):
        with pytest.raises(UnknownReferenceError):
            collection.resolve(reference)


def test_every_list_that_has_all_of_the_numbers_may_be_meant(collection: Collection) -> None:
    with pytest.raises(AmbiguousReferenceError) as error:
        collection.resolve("anbefaling 3-4")
    assert error.value.candidates == tuple(
        f"cms/anbefalinger/{role}/{number}" for role in (1, 3) for number in (3, 4)
    )


def test_many_references_are_each_looked_up_once(collection: Collection) -> None:
    assert len(collection.resolver.parted(["rk 6"] * 5_000)) == 5_000
    assert collection.resolver.parted(["rk", "6", "pejlemærke 3"]) == ["rk 6", "pejlemærke 3"]


@pytest.mark.parametrize(
    ("typed", "references"),
    [
        ("pejlemerke 3", ["pejlemerke 3"]),
        ("rådskonklusjon 6 rk 7", ["rådskonklusjon 6", "rk 7"]),
        ("afrikka rk 6", ["afrikka", "rk 6"]),
        ("pejlemærker prioritteter", ["pejlemærker", "prioritteter"]),
    ],
)
def test_misspelt_words_that_were_typed_apart_belong_together(
    collection: Collection, typed: str, references: list[str]
) -> None:
    assert collection.resolver.parted(typed.split()) == references


def test_titles_with_the_words_asked_for_are_suggested(collection: Collection) -> None:
    with pytest.raises(UnknownReferenceError) as error:
        collection.resolve("uss Arktis")
    assert error.value.candidates == ("uss/3.3",)


def test_a_quotation_that_is_cut_is_cited_where_it_stands(collection: Collection) -> None:
    shown = collection.cite("uss/2", style="fodnote", quote=True)
    assert shown.startswith("»Den nye geopolitiske virkelighed fordrer, at ")
    assert "værdier og interesser […]«" in shown
    assert shown.endswith("kapitlet »Indledning«, s. 7, l. 110-113.")
    hit = collection.search("kvantehub").hits[0]
    shown = collection.cite(hit, style="fodnote", quote=True)
    (line,) = re.findall(r"l\. (\d+)-(\d+)\.$", shown)
    assert int(line[0]) == hit.place.lines[0][0]
    assert int(line[1]) < hit.place.lines[-1][1]
    for section in collection.sections("uss"):
        shown = collection.cite(section, style="fodnote", quote=True)
        quote, _, cited = shown.removeprefix("»").rpartition("«, Regeringen")
        if any(map(str.isalpha, quote)):
            verdict = collection.verify(quote, cited=f"Regeringen{cited}")
            assert verdict.status.value == "exact", shown


def test_every_citation_names_its_section(collection: Collection) -> None:
    for section in collection.sections():
        document = collection.document(section.document)
        cited = short_citation(document, section)
        without_id = cited.removesuffix(f" [{section.id}]")
        for text in (cited, without_id, f"{section.pinpoint} i {document.short_title}"):
            if re.search("søjler/3/citat", section.id) and text not in (cited, without_id):
                continue  # two pull quotes of one pillar are told apart by their lines only
            assert collection.named(text).sections == (section,), text


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("se fx rk 6, min fremhævelse", {"rk/6"}),
        ("uss, afsnit 3.7, fremhævet her", {"uss/3.7"}),
        ("uss, 3.7; kursiveret af mig", {"uss/3.7"}),
        ("uss, 3.7, fremhævet i originalen", {"uss/3.7"}),
        ("rk 6 (min oversættelse)", {"rk/6"}),
        ("rk 6, jf. rk 7", {"rk/6", "rk/7"}),
        ("konklusion 8 (se også konklusion 9)", {"rk/8", "rk/9"}),
        ("*Strategi for tech-diplomati*, \\[2024\\], prioritet 5", {"tech/prioriteter/5"}),
        ("[uss/4.7](http://x.dk)", {"uss/4.7"}),
        ("`uss/4.7`", {"uss/4.7"}),
        ("uss 2023", {"uss"}),
        ("rk 99", {"rk 99"}),
        ("tech, prioritet 99", {"tech, prioritet 99"}),
        ("uss, l. 99999", {"uss, l. 99999"}),
        # One who has published more in a year may mean any of it.
        ("Udenrigsministeriet, 2023", {"uss", "partnerskaber"}),
        ("Udenrigsministeriet (2023: 5)", {"uss", "partnerskaber"}),
        ("Udenrigsministeriet (2024), prioritet 15", {"Udenrigsministeriet (2024), prioritet 15"}),
        ("uss, s. [5], [7]", {"uss"}),
        ("memoet fra Center for Militære Studier", {"cms"}),
        ("tech-strategien fra Udenrigsministeriet", {"tech"}),
        ("memoet fra Udenrigsministeriet", None),
        ("tech-strategien fra Sverige", None),
        # With a page it is no aside.
        ("forordet, s. 5", {"uss/1"}),
        # Asides, and what goes on with an author we do not know.
        ("Japan", None),
        ("visionen", None),
        ("note 2", None),
        ("tabel 2", None),
        ("3. led", None),
        ("Hansen 2019; pkt. 5", None),
        ("Jensen; kapitel 3", None),
        ("lov nr. 12 af 2019", None),
    ],
)
def test_what_stands_beside_a_quotation(
    collection: Collection, text: str, ids: set[str] | None
) -> None:
    cited = collection.cited(text)
    assert (cited.ids if cited else None) == ids


@pytest.mark.parametrize(
    ("cited", "status"),
    [
        ("Udenrigsministeriet, 2023, s. 5", "exact"),
        ("Udenrigsministeriet 2023: 5", "exact"),
        ("Udenrigsministeriet (2023:5)", "exact"),
        ("Regeringen (2023, s. 5)", "exact"),
        ("Regeringen 2023, 5", "exact"),
        ("Udenrigs- og sikkerhedspolitisk strategi, 5", "exact"),
        ("Udenrigsministeriet, 2023, s. 12", "misplaced"),
        ("Regeringen 2023, 12", "misplaced"),
        ("Udenrigsministeriet 2024", "misplaced"),
        ("uss, 5", "exact"),
        ("uss, 12", "misplaced"),
    ],
)
def test_a_publisher_with_a_year_and_a_page(
    collection: Collection, cited: str, status: str
) -> None:
    quote = "Rusland ser stort på international lov."
    assert collection.verify(quote, cited=cited).status.value == status


def test_what_cannot_be_read_behind_a_title_is_said(collection: Collection) -> None:
    quote = "Rusland ser stort på international lov."
    where = "Udenrigs- og sikkerhedspolitisk strategi, København 2023"
    found = collection.verify(quote, cited=f"Regeringen: {where}, s. 5")
    assert found.status.value == "exact"
    assert found.notes == ("»København 2023« i henvisningen er ikke læst.",)
    assert collection.verify(quote, cited=f"{where}, s. 12").status.value == "misplaced"
    # Another text of the same publisher and year.
    assert collection.cited("Udenrigsministeriet (2024). Ny strategi for Afrika, s. 5") is None
    assert collection.cited("Strategi for tech-diplomati 2021, s. 5") is None


def test_each_of_several_citations_has_its_own_lines(collection: Collection) -> None:
    quote = "Teknologi er allestedsnærværende i vores liv og samfund."
    for cited, status in (
        ("uss, l. 1-3; tech, l. 894", "misplaced"),
        ("uss, l. 119; tech, l. 1-2", "exact"),
        ("rk 6, l. 70; tech", "exact"),
    ):
        assert collection.verify(quote, cited=cited).status.value == status, cited


@pytest.mark.parametrize("command", ["sammenlign", "kort"])
def test_maps_and_comparisons_look_at_whole_sections(
    program: Callable[..., Outcome], command: str
) -> None:
    named = ["uss, l. 486", "rk 24"] if command == "sammenlign" else ["uss, l. 486"]
    outcome = program(command, *named)
    assert outcome.status == 0
    assert "uss/3.4" in outcome.out
    assert "Sider og linjer vælger her hele afsnit." in outcome.err
    assert program(command, "uss, s. 99", "rk 24").status == 1


@pytest.mark.parametrize(
    ("reference", "reading"),
    [
        ("plan, s. [1], [4], l. 3", Reading("plan", ("[1]", "[4]"), ((3, 3),))),
        ("plan, s. [4].", Reading("plan", ("[4]",))),
        ("plan, s. 3, [4]", Reading("plan", ("3", "[4]"))),
        ("plan, [2024], s. 4", Reading("plan, [2024]", ("4",))),
        ("plan, s. 4 [plan/2]", Reading("plan/2", ("4",))),
        ("plan, s. 4f", Reading("plan", ("4", "5"))),
        ("plan, s. 4 f.", Reading("plan", ("4", "5"))),
        ("side 4f i planen", Reading("planen", ("4", "5"))),
    ],
)
def test_pages_without_a_number_in_print_are_read(reference: str, reading: Reading) -> None:
    assert read(reference) == reading


@pytest.mark.parametrize("reference", ["uss s. 12-13, l. 486-487", "uss/3.4, l. 486-487"])
def test_lines_are_cited_with_the_pages_that_a_quotation_of_them_has(
    collection: Collection, reference: str
) -> None:
    (section,) = collection.named(reference).sections
    found = collection.verify(section.text.text.rpartition(" ")[0]).found
    assert found is not None
    assert section.pages == found.pages == ("12", "13")
    assert section.lines == found.lines == ((486, 487),)


@pytest.mark.parametrize(
    ("reference", "ids"),
    [
        ("rk 6, 3. led", "rk/6/3 rk/6"),
        ("rolle 1, anbefaling 2-3", "cms/anbefalinger/1 cms/anbefalinger/1/2 cms/anbefalinger/1/3"),
        ("tech søjle 1 og 2", "tech/søjler tech/søjler/1 tech/søjler/2"),
        ("prioritet 5 og prioritet 7", "tech/prioriteter tech/prioriteter/5 tech/prioriteter/7"),
        ("rk 6 og pejlemærke 3", "rk/6 uss/pejlemærker/3"),
        ("rk 7 og led 1 i rk 6", "rk/7 rk/6/1"),
        ("rk", ""),
    ],
)
def test_sections_are_found_with_what_lists_them(
    collection: Collection, reference: str, ids: str
) -> None:
    assert collection.resolver.in_context(reference) == tuple(ids.split())


@pytest.mark.parametrize("number", ["1", "12.", "3.2", "12a", "nr. 6a", "pkt. 12", "203a", "20301"])
def test_a_number_may_be_that_of_a_section(number: str) -> None:
    assert is_number_of_section(number)


@pytest.mark.parametrize("number", ["2030", "nr. 2030", "2030.", "Afrika", "tre", "3 lande", ""])
def test_a_year_is_no_number_of_a_section(number: str) -> None:
    assert not is_number_of_section(number)


@pytest.mark.parametrize(
    ("text", "document"),
    [
        ("regeringens tech-strategi", "tech"),
        ("Regeringen (2024), Strategi for tech-diplomati", "tech"),
        ("den udenrigspolitiske strategi", "uss"),
        ("regeringens sikkerhedspolitiske strategi fra maj 2023", "uss"),
        ("den handelspolitiske strategi", None),
    ],
)
def test_a_strategy_is_the_governments_and_may_be_called_by_half_its_name(
    collection: Collection, text: str, document: str | None
) -> None:
    cited = collection.cited(text)
    assert (cited and cited.ids) == (document and {document})
