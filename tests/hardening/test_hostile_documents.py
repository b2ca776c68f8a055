"""What stands in a document never steers a terminal, a browser or a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from strategikort.library import Collection
from tests.conftest import Program

BIDI = "\u202e\u202d\u2066\u2069\u200f"
C1 = "\x9b31m\x90\x9d"
HOSTILE = (
    "\x1b[31mrød\x1b[0m",
    "\x1b]0;titel\x07",
    "\x1b]8;;https://ond.example\x1b\\link\x1b]8;;\x1b\\",
    "\x1b]52;c;b25k\x07",
    C1,
    BIDI,
    "\x00\x08\x0c\x7f",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</title></textarea></style><!--",
    "=HYPERLINK(1;2)",
    "+1+1",
    "-1-1",
    "@SUM(A1)",
    "[/§ 3] [bold]fed[/bold] [link=http://ond.example]her[/link]",
    "{{7*7}} ${x} %s %n {0}",
    "'; DROP TABLE sections; --",
    "æ" * 500,
    "\ufffd\ufeff\u200b\u00ad",
)
MARK = "kvantegift"
LATER = "kvantemodgift"


def text(word: str) -> str:
    sections = "\n\n".join(
        f"## {number}. {what}\n\nRegeringen skal styrke {word} {number} {what} i 2026.\n\n"
        f"{what} Danmark vil bekæmpe {word}.\n\n- {what} {word}\n- {what}"
        for number, what in enumerate(HOSTILE, start=1)
    )
    return f"# {HOSTILE[0]}{HOSTILE[7]} {HOSTILE[10]}\n\n{sections}\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with two hostile documents, which are added to the collection of its tests."""
    folder = tmp_path_factory.mktemp("=ond [bold]<b>")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(folder / "data"))
        patch.setenv("LOCALAPPDATA", str(folder / "data"))
        (folder / "=ond <b>.md").write_text(text(MARK), encoding="utf-8")
        (folder / "+ny.html").write_bytes(
            b"<html><head><title>=ny</title></head><body>"
            + "".join(
                f"<h2>{number}. x</h2><p>Regeringen skal styrke {LATER} {number}. {what}</p>"
                for number, what in enumerate(HOSTILE, start=1)
            ).encode()
            + b"</body></html>"
        )
        yield folder


@pytest.fixture
def added(folder: Path, program: Program, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the two documents; the second is a new edition of the first."""
    monkeypatch.chdir(folder)
    ids = [item.id for item in Collection.open().documents[5:]]
    if ids:
        return ids
    assert program("tilføj", "=ond <b>.md").status == 0
    (first,) = [item.id for item in Collection.open().documents[5:]]
    assert program("tilføj", "+ny.html", "--afløser", first).status == 0
    return [item.id for item in Collection.open().documents[5:]]


def commands(first: str, second: str) -> list[list[str]]:
    return [
        ["søg", MARK],
        ["søg", MARK, "--forklar"],
        ["søg", "<script>alert(1)</script>\x1b[31m"],
        ["vis", first],
        ["vis", "<b>\x1b]0;x\x07"],
        ["dokumenter"],
        ["dokumenter", first],
        ["citér", f"{first}/1"],
        ["citér", f"{first}/8", "--stil", "apa"],
        ["citér", f"{first}/8", "--stil", "markdown"],
        ["citér", f"{first}/8", "--stil", "bibtex"],
        ["citér", f"{first}/8", "--stil", "ris"],
        ["verificér", "--citat", f"Regeringen skal styrke {MARK} 1 \x1b[31mblå\x1b[0m i 2026."],
        ["verificér", "+ny.html"],
        ["fravær", "\x1b[31mbiodiversitet<b>"],
        ["fravær", MARK],
        ["kort"],
        ["kort", first],
        ["sammenlign", MARK],
        ["forpligtelser", "-d", first],
        ["status"],
        ["status", first],
        ["forskel", first, second],
        ["åbn", first, "--vis"],
        ["tilføj", "=ond <b>.md", "--vis-struktur"],
        ["tilføj", "findes ikke\x1b[31m<b>.pdf"],
        ["fjern", "\x1b[31m<b>"],
    ]


def harmless(shown: str) -> None:
    """Fail for anything that a terminal obeys."""
    found = re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
    assert not found, repr(shown[max(found.start() - 60, 0) : found.end() + 60])


def test_nothing_steers_the_terminal(added: list[str], program: Program) -> None:
    for args in commands(*added):
        outcome = program(*args)
        assert outcome.status in (0, 1, 2), (args, outcome.err)
        harmless(outcome.out)
        harmless(outcome.err)


def test_colours_are_ours_alone(added: list[str], program: Program) -> None:
    for args in commands(*added):
        outcome = program(*args, "--farve", "altid")
        if outcome.status == 2 and "--farve" in outcome.err:
            continue
        # Select Graphic Rendition, as rich writes it, is all that may be left.
        harmless(re.sub(r"\x1b\[[\d;]*m", "", outcome.out))


@pytest.mark.parametrize("form", ("json", "jsonl", "csv", "md"))
def test_every_format_stays_what_it_is(added: list[str], program: Program, form: str) -> None:
    tried = 0
    for args in commands(*added):
        outcome = program(*args, "--format", form)
        if outcome.status == 2 and "--format" in outcome.err:
            continue
        tried += 1
        if form == "json":
            json.loads(outcome.out)
        elif form == "jsonl":
            for line in outcome.out.splitlines():
                json.loads(line)
        elif form == "csv":
            for row in csv.reader(io.StringIO(outcome.out)):
                assert not any(_FORMULA.match(cell) for cell in row), row
        else:
            running = re.sub(r"`[^`\n]*`", "", outcome.out)
            assert not re.search(r"(?<!\\)<(?:script|img|b>)", running)
        harmless(outcome.out.replace("\r\n", "\n") if form == "csv" else outcome.out)
    assert tried > 5


_FORMULA = re.compile(r"\s*[=+@]|\s*-(?!\d+(?:[.,]\d+)?$)|[\t\r]")
"""A cell that a spreadsheet reckons with; a negative number is one."""


class _Elements(HTMLParser):
    """Collects the elements of a page that are none of ours."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "img" or any(name.startswith("on") for name in values):
            self.found.append(tag)
        if any("ond.example" in (value or "") for value in values.values()):
            self.found.append(tag)


def test_web_pages_hold_text_and_no_more(added: list[str], program: Program, folder: Path) -> None:
    pages = []
    kort = folder / "kort.html"
    assert program("kort", "--format", "html", "--ud", str(kort)).status in (0, 2)
    if kort.exists():
        pages.append(kort.read_text(encoding="utf-8"))
    for args in (["kort", "--format", "html"], ["forskel", *added, "--format", "html"]):
        pages.append(program(*args).out)
    pages = [page for page in pages if page]
    assert len(pages) >= 2
    for page in pages:
        elements = _Elements()
        elements.feed(page)
        assert elements.found == []
        assert "<script>alert(1)" not in page
