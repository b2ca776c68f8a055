"""What is said of quotations that a small collection of one's own has, has otherwise, or lacks."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping

import pytest
from made_archives import own_archive

from strategikort.citation import archive as archives
from strategikort.citation import evidence, stream
from strategikort.citation.archive import Archive
from strategikort.citation.differences import Difference, Kind
from strategikort.citation.evidence import PackageError, check_package, make_package
from strategikort.citation.memo import check_memo, check_quote
from strategikort.citation.memofile import memo_of_text
from strategikort.citation.report import as_markdown, explain, remarks, stretches
from strategikort.citation.verdict import Status, Verdict
from strategikort.citation.verify import verify
from strategikort.model import Document, FootnoteMark, Section
from strategikort.output.screen import Screen
from strategikort.output.verdicts import package_text, report_text
from strategikort.text.aligned import AlignedText, SourceRange, blank, concatenate
from strategikort.text.source import Source

DIESEL = (
    "Danmark vil styrke sit samarbejde med de nordiske lande om cyberforsvar.",
    "Noget helt andet, som skiller de to ad.",
    "Regeringen afviser derimod enhver tanke om at hæve afgiften på diesel.",
)
SPLICED = "Danmark vil styrke sit samarbejde om at hæve afgiften på diesel."


def documents_of(archive: Archive) -> Mapping[str, Document]:
    sha256 = archive.source("egen").sha256
    return {
        "egen": Document(
            "egen", "Egen note", "Note", "Mig", "2024", "notat", "egen.txt", sha256, 5, 9
        )
    }


def markdown(archive: Archive, quote: str) -> list[str]:
    report = check_quote(archive, quote)
    return as_markdown(report, documents_of(archive)).splitlines()


# --- the report --------------------------------------------------------------------------------


def test_a_seam_is_shown_where_it_is() -> None:
    lines = markdown(own_archive(*DIESEL), SPLICED)
    assert "> Danmark vil styrke sit samarbejde ‖ **om at hæve afgiften** på diesel." in lines
    assert (
        "- sammenføjning: foran »om at hæve afgiften«, hvor kilden går videre med "
        "»med de nordiske lande«" in lines
    )


def test_a_seam_at_the_end_of_its_source() -> None:
    item = Difference("om at hæve", "", Kind.JOIN, 0, 10)
    assert explain(item) == "sammenføjning: foran »om at hæve«"


def test_words_that_were_left_out_are_shown() -> None:
    archive = own_archive("Vi giver i de kommende år ikke mere end 12 milliarder kroner.")
    lines = markdown(archive, "Vi giver i de kommende år mere end 12 milliarder kroner.")
    assert "> Vi giver i de kommende år ~~ikke~~ mere end 12 milliarder kroner." in lines
    assert "- nægtelse: »ikke« mangler i citatet" in lines


def test_a_difference_in_the_last_word_is_shown() -> None:
    lines = markdown(
        own_archive("Vi styrker vores forsvar og vores diplomati"),
        "Vi styrker vores forsvar og vores handel",
    )
    assert "> Vi styrker vores forsvar og vores ~~diplomati~~ **handel**" in lines


def test_a_long_quotation_is_shortened_in_the_middle() -> None:
    words = [f"ord{number}" for number in range(200)]
    archive = own_archive(" ".join(words))
    (shown,) = [line for line in markdown(archive, " ".join(words)) if line.startswith("> ")]
    assert shown.startswith("> ord0 ord1 ord2 ")
    assert r" \[…\] " in shown
    assert shown.endswith(" ord198 ord199")
    assert len(shown) < 620
    text = report_text(check_quote(archive, " ".join(words)), documents_of(archive), Screen(1000))
    assert "»ord0 ord1 " in text
    assert " […] " in text
    assert " ord199«" in text
    assert "ord100 " not in text


def test_differences_that_overlap_never_repeat_the_quotation() -> None:
    differences = (
        Difference("to tre", "2 3", Kind.NUMBER, 3, 9),
        Difference("tre fire", "34", Kind.WORD, 6, 14),
        Difference("fem", "5", Kind.NUMBER, 15, 18),
    )
    verdict = Verdict("en to tre fire fem", Status.ALTERED, 0.5, differences=differences)
    found = list(stretches(verdict))
    assert [item.text for item in found] == ["en ", "to tre", " fire ", "fem"]
    assert [item.difference is not None for item in found] == [False, True, False, True]


def test_what_a_retold_quotation_reminds_of_is_told_and_is_no_source(check) -> None:
    retold = "Danmark var i 2017 det første land i verden, der udpegede en tech-ambassadør, og mange har fulgt efter"
    (item,) = check(f"»{retold}.«", "a.txt").quotes
    assert item.verdict.status is Status.NOT_FOUND
    assert item.verdict.places == ()
    (first, second) = remarks(item)
    assert first == "Ordene står ikke i samlingens dokumenter."
    assert "»Danmark var i 2017 det første land til at udpege" in second
    assert "i tech/indledning" in second
    (item,) = check("»Vi sælger gerne svinekød, men vi vil ikke aflyttes imens«", "a.txt").quotes
    assert remarks(item) == [first]


# --- quotations with omissions -----------------------------------------------------------------


def test_an_omission_between_inventions_is_not_found() -> None:
    verdict = verify(own_archive(*DIESEL), "kaffen på kontoret er kold […] og kagen er helt tør nu")
    assert verdict.status is Status.NOT_FOUND
    assert verdict.places == ()
    assert verdict.nearest is not None
    assert verdict.nearest.text == "afgiften på diesel"


def test_an_invented_part_beside_an_omission_is_named() -> None:
    verdict = verify(
        own_archive(*DIESEL),
        "Danmark vil styrke sit samarbejde med de nordiske lande […] og drikke kold kaffe",
    )
    assert verdict.status is Status.ALTERED
    assert [(item.quote, item.source, item.kind) for item in verdict.differences] == [
        ("og drikke kold kaffe", "", Kind.WORD)
    ]
    assert [place.section.id for place in verdict.places] == ["egen/0"]


def test_a_mark_between_spliced_stretches_is_passed_over() -> None:
    verdict = verify(own_archive(*DIESEL), SPLICED.replace(" om at", ", om at"))
    assert [item.kind for item in verdict.differences] == [Kind.JOIN]
    assert [place.section.id for place in verdict.places] == ["egen/0", "egen/2"]


def test_a_mark_before_the_first_word_belongs_to_the_quoting_text() -> None:
    verdict = verify(own_archive(*DIESEL), "’Noget helt andet, som skiller de to")
    assert verdict.status is Status.EXACT


# --- the archive -------------------------------------------------------------------------------


def test_a_large_archive_is_searched_as_a_small_one_is(monkeypatch: pytest.MonkeyPatch) -> None:
    quotes = [DIESEL[1], SPLICED, "helt andet, som skiller de tre", "kaffe på kontoret er kold"]
    small = own_archive(*DIESEL)
    expected = [verify(small, quote).status for quote in quotes]
    monkeypatch.setattr(stream, "_SMALL", 10)
    large = own_archive(*DIESEL)
    assert [verify(large, quote).status for quote in quotes] == expected
    assert [verify(large, quote).status for quote in quotes] == expected
    assert expected == [Status.EXACT, Status.ALTERED, Status.ALTERED, Status.NOT_FOUND]


def test_an_archive_that_keeps_few_units_in_mind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "_KEPT_UNITS", 1)
    archive = own_archive(*DIESEL)
    for text in (*DIESEL, *DIESEL):
        verdict = verify(archive, text)
        assert verdict.found is not None
        assert verdict.found.text == text


def test_hyphens_that_a_source_leaves_open() -> None:
    """A soft hyphen may be none; that of a heading is meant."""
    soft = own_archive("Vi er afhængige af andres fag\u00adpolitiske beslutninger om energi.")
    quote = "Vi er afhængige af andres fag-politiske beslutninger"
    assert verify(soft, quote).status is Status.EXACT
    text = "Data-centre i Norden og Baltikum\n\nDe skal bygges nu."
    source = Source.from_bytes("egen.txt", text.encode())
    section = Section(
        "egen/1",
        "egen",
        "afsnit",
        None,
        text.split("\n")[0],
        AlignedText.cut(text, 34, len(text)),
        (SourceRange(34, len(text)),),
        heading=(SourceRange(0, 32),),
    )
    archive = Archive([section], {"egen": source}.__getitem__)
    assert verify(archive, "Data-centre i Norden og Baltikum").status is Status.EXACT
    verdict = verify(archive, "Datacentre i Norden og Baltikum")
    assert [(item.source, item.kind) for item in verdict.differences] == [
        ("Data-centre", Kind.HYPHEN)
    ]


def test_what_a_section_says_after_its_list_comes_after_the_list() -> None:
    lead, item, tail = "Vi vil tre ting i år:", "styrke forsvaret", "Derefter hviler vi os."
    text = f"{lead}\n\n- {item}\n\n{tail}"
    at, after = text.index(item), text.index(tail)
    source = Source.from_bytes("egen.txt", text.encode())
    pieces = (SourceRange(0, len(lead)), SourceRange(after, len(text)))
    whole = concatenate(
        [AlignedText.cut(text, *pieces[0]), blank("\n\n"), AlignedText.cut(text, *pieces[1])]
    )
    sections = [
        Section("egen/1", "egen", "afsnit", "1", "Mål", whole, pieces, children=("egen/1/1",)),
        Section(
            "egen/1/1",
            "egen",
            "led",
            "1",
            "styrke",
            AlignedText.cut(text, at, at + len(item)),
            (SourceRange(at, at + len(item)),),
            heading=(SourceRange(at - 2, at),),
            parent="egen/1",
            derived=frozenset({"title"}),
        ),
    ]
    following = Section(
        "egen/2", "egen", "afsnit", "2", "Mere", AlignedText.cut(text, 0, 2), (SourceRange(0, 2),)
    )
    for listed in (sections, [*sections, following]):
        archive = Archive(listed, {"egen": source}.__getitem__)
        assert [
            text[slice(*place)]
            for place in verify(archive, f"{lead} {item} {tail}").places[0].chars
        ] == [lead, item, tail]
        assert verify(archive, f"{lead} {tail}").status is Status.ALTERED


# --- evidence ----------------------------------------------------------------------------------

BEFORE = "Vi giver i år 13 milliarder kroner til forsvaret og 2 til fredens sag."


def package(texts: tuple[str, ...], memo: str) -> bytes:
    archive = own_archive(*texts)
    report = check_memo(archive, memo_of_text(memo), lambda _: None)
    return make_package(report, archive, documents_of(archive))


def changed_report(data: bytes, **changes: object) -> bytes:
    """Return a package with other values in its report."""
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        stored = json.loads(old.read("rapport.json"))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as new:
        new.writestr("rapport.json", json.dumps(stored | changes))
    return buffer.getvalue()


def test_other_words_at_the_same_place_are_told() -> None:
    data = package((BEFORE,), "»Vi giver i år 15 milliarder kroner til forsvaret«")
    archive = own_archive(BEFORE.replace("13", "14"))
    again = check_package(data, lambda _: archive, documents_of(archive))
    assert [item.changes for item in again.quotes] == [("Kildens ord er ændret på stedet.",)]
    assert again.summary == "1 citat prøvet igen: 1 med et andet udfald, 1 ændret kilde."


def test_a_quotation_that_has_gone_is_told_with_its_line() -> None:
    data = package((BEFORE,), "Der står:\n»Vi giver i år 13 milliarder kroner til forsvaret«")
    archive = own_archive("Her står noget helt andet om en ganske anden sag.")
    assert package_text(
        check_package(data, lambda _: archive, documents_of(archive))
    ).splitlines() == [
        "1 citat prøvet igen: 1 med et andet udfald, 1 ændret kilde.",
        "Filen egen.txt er en anden: dens sha256-sum er ændret.",
        ", linje 2: Før: ordret. Nu: ikke fundet.",
        ", linje 2: Stedet er et andet: intet sted.",
    ]


def test_packages_of_another_kind_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    archive = own_archive(BEFORE)
    data = package((BEFORE,), f"»{BEFORE}«")
    assert check_package(data, lambda _: archive, documents_of(archive)).summary == (
        "Uændret: 1 citat prøvet igen."
    )
    with pytest.raises(PackageError, match="ikke en bevispakke"):
        check_package(
            changed_report(data, package_version=2), lambda _: archive, documents_of(archive)
        )
    monkeypatch.setattr(evidence, "_LONGEST", 100)
    with pytest.raises(PackageError, match="ikke en bevispakke"):
        check_package(data, lambda _: archive, documents_of(archive))


@pytest.mark.parametrize(
    ("quote", "status"),
    [
        ("Tech-virksomhederne er drivende i udviklingen af ny", Status.EXACT),
        ("Tech-virk-\nsomhederne er drivende i udviklingen af ny", Status.EXACT),
        ("Techvirksomhederne er drivende i udviklingen af ny", Status.ALTERED),
        ("Techvirk-\nsomhederne er drivende i udviklingen af ny", Status.ALTERED),
        ("Tech-virksom-hederne er drivende i udviklingen af ny", Status.ALTERED),
    ],
)
def test_a_hyphen_of_the_word_is_wording_where_a_line_breaks_it(
    collection, quote: str, status: Status
) -> None:
    assert collection.verify(quote).status is status


@pytest.mark.parametrize("between", [" ", "\n"])
@pytest.mark.parametrize(("number", "status"), [(10, Status.EXACT), (11, Status.ALTERED)])
def test_the_number_in_front_is_that_of_the_section(
    collection, between: str, number: int, status: Status
) -> None:
    quote = f"{number}. Rådet opfordrer den højtstående repræsentant og{between}Kommissionen til"
    assert collection.verify(quote).status is status


@pytest.mark.parametrize(
    "memo",
    [
        "»{quote}« [uss/4.7]",
        "»{quote}«  (uss/4.7)",
        "**»{quote}«** (uss/4.7)",
        "»{quote}« (min fremhævelse) (uss/4.7)",
        "> {quote}\n> Kilde: uss/4.7",
        "> {quote}\n> uss/4.7",
        "> {quote} (jf. Rådets konklusioner (11406/22), pkt. 7)",
        "> {quote}, (uss/4.7)",
    ],
)
def test_citations_stand_beside_quotations_in_many_ways(collection, memo: str) -> None:
    quote = "fremme et åbent, frit, globalt, stabilt og sikkert internet"
    report = collection.verify_text(memo.format(quote=quote))
    assert [item.verdict.status for item in report.quotes] == [Status.MISPLACED]


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        ("kommer derfor en dag for tidligt", "kommer derfor [– ≠ ikke] en dag for"),
        (
            "Det digitale kompas 2040: Europas kurs i det digitale årti",
            "kompas [2040 ≠ 2030]: Europas kurs",
        ),
        ("Rusland ser ikke stort på international lov", "ser [ikke ≠ –] stort"),
    ],
)
def test_changed_words_stand_as_the_quotation_has_them(
    five, archive, quote: str, shown: str
) -> None:
    assert shown in report_text(check_quote(archive, quote), five.documents, Screen(1000))


@pytest.mark.parametrize(
    ("mark", "status"), [("7", Status.EXACT), ("8", Status.ALTERED), ("17", Status.ALTERED)]
)
def test_the_mark_of_a_footnote_behind_a_sentence(mark: str, status: Status) -> None:
    first, second = "Byrådet følger arbejdet tæt hvert forår.", "Søerne undersøges hvert andet år."
    plain = own_archive(f"{first} {second}")
    noted = plain.sections[0]._replace(
        footnotes=(FootnoteMark("7", len(first), "egen/fodnoter/7"),)
    )
    archive = Archive([noted], plain.source)
    assert verify(archive, f"{first}{mark} {second}").status is status
    assert verify(plain, f"{first}{mark} {second}").status is Status.ALTERED
