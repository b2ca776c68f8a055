from __future__ import annotations

import io
import json
import zipfile

import pytest

from strategikort.citation.archive import Archive
from strategikort.citation.evidence import PackageError, check_package, make_package
from strategikort.citation.memo import Report
from strategikort.citation.report import as_markdown, stretches
from strategikort.citation.verdict import Status

MEMO = """»udtrykker bekymring over det stigende omfang og den stadig mere sofistikerede karakter« (rk 21)
”været ledende i at forme principperne for styrket samarbejde mellem 15 ligesindede” og "helt
opdigtet sætning om kaffe på kontoret". »Cybertruslen er global. Diplomatisk samarbejde« (rk/7).
"""


@pytest.fixture(scope="module")
def report(check) -> Report:
    return check(MEMO)


def test_the_report_in_markdown(five, report) -> None:
    text = as_markdown(report, five.documents)
    assert "4 citater: 1 ordret, 1 ændret, 1 ikke fundet, 1 med forkert henvisning." in text
    assert "samarbejde mellem ~~13~~ **15** ligesindede" in text
    assert "- tal: »15« i stedet for »13«" in text
    assert "konklusion 21, l. 408-410 \\[rk/21\\]" in text


def test_stretches_make_up_the_quotation(report) -> None:
    for item in report.quotes:
        shown = list(stretches(item.verdict))
        assert "".join(piece.text for piece in shown) == item.verdict.quote
        assert sum(piece.difference is not None for piece in shown) == len(item.verdict.differences)


def test_a_package_holds_what_it_takes(five, archive, report) -> None:
    data = make_package(report, archive, five.documents)
    assert data == make_package(report, archive, five.documents)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.namelist() == ["rapport.md", "rapport.json", "kilder.json"]
        stored = json.loads(package.read("rapport.json"))
        cited = [item["id"] for item in json.loads(package.read("kilder.json"))]
    sections = [place["sections"][0] for item in stored["quotes"] for place in item["places"]]
    assert [name.rpartition("-l")[0] for name in cited] == [
        section.replace("/", "-") for section in sections
    ]
    assert "rk-21-l408-410" in cited
    assert {item["id"]: item["sha256"] for item in stored["documents"]} == {
        name: five.documents[name].sha256 for name in ("rk", "tech")
    }
    place = stored["quotes"][0]["places"][0]
    quoted, position = place["selectors"][0]
    text = five.sources["rk"].text
    assert text[position["start"] : position["end"]] == quoted["exact"]


def test_an_unchanged_collection_gives_the_same(five, archive, report) -> None:
    again = check_package(
        make_package(report, archive, five.documents), lambda _: archive, five.documents
    )
    assert again.unchanged
    assert again.summary == "Uændret: 4 citater prøvet igen."
    assert [item.now for item in again.quotes] == [item.verdict.status for item in report.quotes]


def test_a_number_that_may_be_of_a_page_is_taken_so_again(five, archive, check) -> None:
    text = "»udtrykker bekymring over det stigende omfang« (rk, 5)"
    misplaced = check(text)
    assert [item.verdict.status for item in misplaced.quotes] == [Status.MISPLACED]
    found = check_package(
        make_package(misplaced, archive, five.documents), lambda _: archive, five.documents
    )
    assert found.unchanged


def test_changes_are_told(five, archive, report) -> None:
    data = make_package(report, archive, five.documents)
    left = [section for section in five.sections.values() if section.id != "rk/21"]
    documents = dict(five.documents)
    documents["rk"] = documents["rk"]._replace(sha256="0" * 64)
    del documents["tech"]
    again = check_package(data, lambda _: Archive(left, five.sources.__getitem__), documents)
    assert not again.unchanged
    assert again.quotes[0].before is Status.EXACT
    assert again.quotes[0].now is not Status.EXACT
    assert again.documents == (
        "Filen seeds/raadskonklusioner-digitalt-diplomati-2022.txt er en anden: "
        "dens sha256-sum er ændret.",
        "Dokumentet »tech« er ikke længere i samlingen.",
    )


def test_what_is_no_package(five, archive, report) -> None:
    empty = io.BytesIO()
    with zipfile.ZipFile(empty, "w") as package:
        package.writestr("rapport.json", '{"package_version": 1, "quotes": [{}], "memo": 3}')
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as package:
        package.writestr("rapport.json", "[" * 100_000)
    endless = io.BytesIO()
    quote = '{"quote": "abe", "line": 1e400, "cited": null, "status": "exact", "places": []}'
    with zipfile.ZipFile(endless, "w") as package:
        package.writestr(
            "rapport.json",
            f'{{"package_version": 1, "memo": {{"name": ""}}, "documents": [], "quotes": [{quote}]}}',
        )
    good = make_package(report, archive, five.documents)
    flipped = bytearray(good)
    flipped[len(good) // 2] ^= 0xFF
    made = (empty.getvalue(), other.getvalue(), endless.getvalue())
    for data in (b"", b"PK", good[:-30], bytes(flipped), *made):
        with pytest.raises(PackageError):
            check_package(data, lambda _: archive, five.documents)
