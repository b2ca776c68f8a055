"""Web pages as their authors write them: dates, XHTML, tables, and where the content stands."""

from __future__ import annotations

import pytest

from strategikort.readers import BlockKind, DamagedFileError, ReadFile, TooHeavyError, read
from strategikort.readers.web import html as html_reader
from strategikort.readers.web.html import read_html
from strategikort.structure.auto import sections_of
from tests.readers.found import tables, texts

LONG = "Regeringen vil arbejde for et stærkt samarbejde mellem landene i de kommende år."


def page(body: str, head: str = "") -> ReadFile:
    html = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    return read(html.encode(), "side.html")


@pytest.mark.parametrize(
    ("name", "content", "date"),
    [
        ("article:published_time", "2026-03-04T10:00:00+01:00", "2026-03-04"),
        ("article:published_time", "2026-02-31", "2026-02"),
        ("DC.Date", "2025-12", "2025-12"),
        ("date", "20240517", "2024-05-17"),
        ("last-modified", "Wed, 04 Mar 2026 10:00:00 GMT", None),
        ("viewport", "2024-05-17", None),
    ],
)
def test_the_date_is_that_of_the_head(name: str, content: str, date: str | None) -> None:
    found = page(f"<p>{LONG}</p>", f'<meta name="{name}" content="{content}">')
    assert found.metadata.date == date
    assert found.metadata.evidence.get("date") == (date and "websidens hoved")


def test_the_date_of_publication_comes_before_that_of_a_change() -> None:
    head = (
        '<meta name="last-modified" content="2026-01-01">'
        '<meta property="article:published_time" content="2025-01-01">'
        '<meta property="article:published_time" content="1999-01-01">'
    )
    assert page(f"<p>{LONG}</p>", head).metadata.date == "2025-01-01"


def test_elements_that_close_themselves_hold_nothing() -> None:
    found = page(f"<h1>Mål</h1><div/><p/><a id='x'/><p>{LONG}<br/>Og mere.</p><hr/><p>Slut</p>")
    assert texts(found, BlockKind.PARAGRAPH) == [f"{LONG}\nOg mere.", "Slut"]
    assert texts(found, BlockKind.HEADING) == ["Mål"]


@pytest.mark.parametrize(
    ("body", "beside"),
    [
        (f"<main><p>{LONG}</p></main>", True),
        (f"<div role='main'><p>{LONG}</p></div>", True),
        (f"<div class='page content'><p>{LONG}</p></div>", True),
        (f"<div id='indhold'><p>{LONG}</p></div>", True),
        (f"<main>Kort</main><div class='rich-text'><p>{LONG}</p></div>", True),
        (f"<main>Kort</main><div class='content'>Kort</div><p>{LONG}</p>", False),
        (f"<p>{LONG}</p>", False),
    ],
)
def test_what_stands_outside_the_main_content_is_furniture(body: str, beside: bool) -> None:
    found = page(f"<div>Del siden</div>{body}")
    assert LONG in texts(found, BlockKind.PARAGRAPH)
    assert ("Del siden" in texts(found, BlockKind.FURNITURE)) == beside
    assert ("Del siden" in texts(found, BlockKind.PARAGRAPH)) != beside


def test_a_class_for_a_name_is_no_menu() -> None:
    found = page(f"<main><p>{LONG}</p><div class='navn'><p>Kontorchef Hansen</p></div></main>")
    assert texts(found, BlockKind.PARAGRAPH) == [LONG, "Kontorchef Hansen"]


ROW = "<tr><td>{}</td><td>{}</td></tr>"


def test_a_table_has_its_caption_before_it_and_lines_of_a_cell_run_on() -> None:
    rows = ROW.format("År", "Antal<br>træer") + ROW.format(
        "2025<span hidden>skjult</span>", "<p>100</p><p>ca.</p>"
    )
    found = page(f"<p>{LONG}</p><table><caption>Tabel 1. Træer</caption>{rows}</table>")
    assert texts(found, BlockKind.CAPTION) == ["Tabel 1. Træer"]
    assert texts(found, BlockKind.TABLE) == ["År\tAntal træer\n2025\t100 ca."]
    assert "skjult" not in found.text


def test_the_caption_of_a_table_is_its_title() -> None:
    rows = ROW.format("År", "Antal") + ROW.format("2025", "100")
    table = f"<table><caption>Bevillinger (mio. kr.)</caption>{rows}</table>"
    picture = "<figure><figcaption>Et træ i byen.</figcaption></figure>"
    found = sections_of(page(f"<p>{LONG}</p>{picture}{table}"), "d")
    titles = [(section.kind, section.title) for section in found]
    assert titles[1:] == [("figur", "Et træ i byen."), ("tabel", "Bevillinger (mio. kr.)")]


@pytest.mark.parametrize(
    ("head", "footer", "publisher"),
    [
        (
            '<meta name="author" content="Redaktionen">',
            "Udenrigsministeriet",
            "Udenrigsministeriet",
        ),
        ("", "Udenrigsministeriet", "Udenrigsministeriet"),
        ('<meta name="author" content="Ann Ø">', "Ann Ø, Udenrigsministeriet", "Ann Ø"),
        ('<meta name="author" content="Redaktionen">', "um.dk", "Redaktionen"),
        ('<meta name="DC.publisher" content="Staten">', "Udenrigsministeriet", "Staten"),
    ],
)
def test_a_page_is_published_by_the_site_that_it_names(
    head: str, footer: str, publisher: str
) -> None:
    site = '<meta property="og:site_name" content="Udenrigsministeriet">'
    assert page(f"<p>{LONG}</p><footer>{footer}</footer>", head + site).metadata.author == publisher


def test_a_table_without_words_in_its_caption_has_none() -> None:
    rows = ROW.format("År", "Antal") + ROW.format("2025", "100")
    found = page(f"<p>{LONG}</p><table><caption> <b></b></caption>{rows}</table>")
    assert texts(found, BlockKind.CAPTION) == []
    assert texts(found, BlockKind.TABLE) == ["År\tAntal\n2025\t100"]


@pytest.mark.parametrize(
    "cell",
    [
        "<table><tr><td>Inde</td></tr></table>",
        "<h2>Inde</h2>",
        "<ul><li>Inde</li></ul>",
    ],
)
def test_a_table_that_lays_out_the_page_is_none(cell: str) -> None:
    rows = ROW.format(f"<p>{LONG}</p>", "Ved siden af") + ROW.format(cell, "Nederst")
    found = page(f"<table>{rows}</table>")
    assert texts(found, BlockKind.TABLE) == []
    assert [found.text[b.start : b.end] for b in found.blocks] == [
        LONG,
        "Ved siden af",
        "Inde",
        "Nederst",
    ]


@pytest.mark.parametrize(
    ("head", "first"),
    [
        ("<tr><th>Mål</th><th>Det gør vi</th></tr>", "td"),
        ("<tr><td><b>Mål</b></td><td><p><strong>Det gør vi</strong></p></td></tr>", "td"),
        ("<tr><th>Mål</th><td>Det gør vi</td></tr>", "th"),
    ],
)
def test_a_table_with_a_head_may_have_lists_in_its_cells(head: str, first: str) -> None:
    row = f"<tr><{first}>{{}}</{first}><td>{{}}</td></tr>"
    rows = row.format(
        "Vand", "<ul><li>flere <b>brønde</b></li><li hidden>nej</li><li>grøfter</li></ul>"
    )
    rows += row.format(
        "Skov", "<p>Vi planter</p><div><ol><li>eg<ul><li>rød</li></ul></li><li>bøg</li></ol></div>"
    )
    found = page(f"<p>{LONG}</p><table>{head}{rows}</table>")
    assert tables(found) == [
        [
            ("Mål", "Det gør vi"),
            ("Vand", "flere brønde\ngrøfter"),
            ("Skov", "Vi planter\n1. eg\nrød\n2. bøg"),
        ]
    ]


def test_a_page_of_too_many_elements_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html_reader, "MAX_NODES", 20)
    with pytest.raises(TooHeavyError, match="for mange elementer"):
        read_html(b"<p>ord " * 21, "side.html")
    assert read_html(b"<p>ord " * 20, "side.html").text == "\n\n".join(["ord"] * 20)


def test_bytes_that_are_no_text_are_no_page() -> None:
    with pytest.raises(DamagedFileError, match="indeholder ikke tekst"):
        read_html(b"<html>" + bytes(range(256)) * 8, "side.html")


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param(
            '<h2><button aria-expanded="false" aria-controls="a">Hvem betaler?</button></h2>'
            '<div id="a" aria-hidden="true"><p>Staten.</p></div>',
            ["heading Hvem betaler?", "paragraph Staten."],
            id="a title in a heading",
        ),
        pytest.param(
            '<button aria-controls="x a">Hvem betaler?</button>'
            '<div id="a" hidden style="display: none; color: red"><p>Staten.</p></div>',
            ["heading Hvem betaler?", "paragraph Staten."],
            id="a title by itself",
        ),
        pytest.param(
            "<details><summary>Hvem betaler?</summary><h3>Huset</h3><p>Staten.</p></details>"
            "<details><summary>Læs mere</summary><p>Alle.</p></details>",
            [
                "heading Hvem betaler?",
                "heading Huset",
                "paragraph Staten.",
                "paragraph Læs mere",
                "paragraph Alle.",
            ],
            id="an element that unfolds",
        ),
        pytest.param(
            '<div role="tabpanel" hidden><p>Staten.</p></div><p hidden="until-found">Alle.</p>',
            ["paragraph Staten.", "paragraph Alle."],
            id="a tab",
        ),
        pytest.param(
            '<h3><button aria-expanded="false">Hvem betaler?</button></h3><div hidden>Staten.</div>'
            '<div class="head"><button aria-expanded="false">Hvornår?</button></div>'
            '<div style="display:none"><p>Nu.</p></div>',
            *(
                [
                    "heading Hvem betaler?",
                    "paragraph Staten.",
                    "heading Hvornår?",
                    "paragraph Nu.",
                ],
            ),
            id="a title right before its text",
        ),
        pytest.param(
            '<button aria-expanded="false">Del</button><ul hidden><li><a href="/f">Facebook</a></ul>'
            "<button>Luk</button><p hidden>Skjult.</p><p>Om havet.</p><p hidden>Skjult.</p>",
            ["paragraph Om havet."],
            id="a menu right behind its button",
        ),
        pytest.param(
            '<button aria-controls="a">Indstil</button><div id="a" hidden role="dialog">Vælg.</div>'
            '<button aria-controls="b">Søg</button><div id="b" hidden><input>Skriv.</div>'
            '<nav><button aria-controls="c">Mere</button></nav><p id="c" hidden>Skjult.</p>'
            '<button aria-expanded="true">Del</button>',
            [],
            id="no text",
        ),
    ],
)
def test_what_a_reader_can_unfold_is_text(page: str, expected: list[str]) -> None:
    found = read(
        f"<html><body><main><p>Om havet.</p>{page}</main></body></html>".encode(), "a.html"
    )
    blocks = [f"{b.kind.value} {found.text[b.start : b.end]}" for b in found.blocks]
    assert blocks[1:] == expected


def test_what_is_unfolded_is_cited_by_its_title_whatever_headings_stand_in_it() -> None:
    page = "".join(
        f"<details><summary>{title}</summary><h3>Først</h3><p>{said}</p></details>"
        for title, said in (("Hvem betaler?", "Staten."), ("Hvornår?", "Nu."))
    )
    found = read(f"<html><body><main><h1>Havet</h1>{page}</main></body></html>".encode(), "a.html")
    levels = [(b.level, found.text[b.start : b.end]) for b in found.blocks if b.level]
    assert levels == [
        (1, "Havet"), (2, "Hvem betaler?"), (3, "Først"), (2, "Hvornår?"), (3, "Først")
    ]  # fmt: skip


@pytest.mark.parametrize("back", ["↩︎", "^", "[↑]", "&#8617;&#xfe0e;"])
def test_the_link_from_a_note_back_to_its_mark_is_no_text(back: str) -> None:
    page = (
        '<p>Vi vil handle.<a href="#fn1" id="r1"><sup>1</sup></a></p><ol><li id="fn1"><p>Se loven.'
        f' <a href="#r1">{back}</a></p></li></ol>'
    )
    found = read(f"<html><body><main>{page}</main></body></html>".encode(), "a.html")
    assert texts(found, BlockKind.FOOTNOTE) == ["1. Se loven."]


def listed(html: str) -> list[str]:
    found = read(f"<html><body><main><p>{LONG}</p>{html}</main></body></html>".encode(), "a.html")
    return texts(found, BlockKind.ITEM)


@pytest.mark.parametrize(
    ("attributes", "labels"),
    [
        ("", ["1.", "2.", "3."]),
        ('start="4"', ["4.", "5.", "6."]),
        ('type="a"', ["a.", "b.", "c."]),
        ('type="I" start="3"', ["III.", "IV.", "V."]),
        ("reversed", ["3.", "2.", "1."]),
        ('style="list-style-type: lower-roman"', ["i.", "ii.", "iii."]),
        ('style="list-style: none"', ["", "", ""]),
        ('class="list-unstyled"', ["", "", ""]),
    ],
)
def test_the_elements_of_ordered_lists_have_their_numbers(
    attributes: str, labels: list[str]
) -> None:
    found = listed(f"<ol {attributes}><li>Vand</li><li><p>Luft</p></li><li>Jord</li></ol>")
    words = ("Vand", "Luft", "Jord")
    assert found == [f"{a} {b}".strip() for a, b in zip(labels, words, strict=True)]


def test_lists_within_lists_count_by_themselves() -> None:
    html = "<ol><li>Vand<ol type='a'><li>Sø</li><li>Å</li></ol></li><li value='7'>Luft</li>"
    assert listed(f"{html}<li>Jord</li></ol><ul><li>Ild</li></ul>") == [
        *("1. Vand", "a. Sø", "b. Å", "7. Luft", "8. Jord", "Ild")
    ]


def test_a_number_that_stands_in_the_text_is_not_set_twice() -> None:
    assert listed("<ol><li>1. Vand</li><li>Luft</li></ol>") == ["1. Vand", "2. Luft"]


def test_a_heading_in_an_ordered_list_has_its_number() -> None:
    html = f"<ol><li><h3>Vand</h3><p>{LONG}</p></li><li><h3>Luft</h3><p>{LONG}</p></li></ol>"
    found = read(f"<html><body><main>{html}</main></body></html>".encode(), "a.html")
    assert texts(found, BlockKind.HEADING) == ["1. Vand", "2. Luft"]
    assert [s.number for s in sections_of(found, "d")] == ["1", "2"]


def test_notes_in_an_ordered_list_have_their_numbers() -> None:
    page = f'<p>{LONG}<a href="#fn1">1</a></p><ol><li id="fn1"><p>Se loven.</p></li></ol>'
    found = read(f"<html><body><main>{page}</main></body></html>".encode(), "a.html")
    note = next(s for s in sections_of(found, "d") if s.kind == "fodnote")
    assert (note.pinpoint, note.text.text) == ("fodnote 1", "Se loven.")


def test_a_row_with_a_number_and_a_text_is_an_element_of_a_list() -> None:
    rows = "<tr><td>a)</td><td><p>Vand</p></td></tr><tr><td>b)</td><td><p>Luft</p></td></tr>"
    tables = "".join(f"<table>{row}</tr></table>" for row in rows.split("</tr>")[:2])
    assert listed(tables) == listed(f"<table>{rows}</table>") == ["a) Vand", "b) Luft"]


@pytest.mark.parametrize(
    "bold", ["<pre><b>$ ssh minister</b></pre>", "<dl><dt><b>ssh</b></dt><dd>Et program.</dd></dl>"]
)
def test_bold_in_code_or_for_a_term_is_no_heading(bold: str) -> None:
    found = page(f"<h2>Mål</h2><p>{LONG}</p>{bold}<p>{LONG}</p>")
    assert texts(found, BlockKind.HEADING) == ["Mål"]


def test_the_title_of_a_numbered_example_is_a_caption() -> None:
    found = page(f"<h2>Mål</h2><p><b>Eksempel 9.1. En aftale</b></p><p>{LONG}</p>")
    assert texts(found, BlockKind.CAPTION) == ["Eksempel 9.1. En aftale"]


NEWS = "<ul><li><a href='/a'>Nyt om vandløb i Jylland</a></li><li><a href='/b'>Nyt om skov</a></li></ul>"


@pytest.mark.parametrize(
    ("part", "beside"),
    [
        (f"<aside class='related'><h2>Nyheder</h2>{NEWS}</aside>", True),
        (f"<div class='related-news'>{NEWS}</div>", True),
        (f"<section><h2>Læs også</h2>{NEWS}</section>", True),
        (f"<section><div><h3>Relaterede nyheder</h3></div>{NEWS}</section>", True),
        (f"<section><h2>Om vandløb</h2>{NEWS}</section>", False),
        (f"<section><h2>Se også</h2><p>{LONG}</p>{NEWS}</section>", False),
        (f"<div class='related'><p>{LONG} Nyt om vandløb i Jylland</p></div>", False),
        (
            "<div class='teaser'><p>Her er <a href='/a'>Nyt om vandløb i Jylland</a>, som alle kan få"
            " støtte til i 2025 og 2026.</p></div>",
            False,
        ),
        (
            "<div class='teaser'><h3><a href='/a'>Nyt om vandløb i Jylland</a></h3><p>Alle kan få"
            " støtte til det i 2025 og 2026.</p></div>",
            True,
        ),
        (
            "<ul class='related'><li><a href='/a'>Nyt om vandløb i Jylland</a> Alle kan få støtte"
            " til det i 2025 og 2026.</li></ul>",
            True,
        ),
    ],
)
def test_what_leads_to_other_pages_is_furniture(part: str, beside: bool) -> None:
    found = read(f"<html><body><main><p>{LONG}</p>{part}</main></body></html>".encode(), "a.html")
    assert ("Nyt om vandløb i Jylland" in "".join(texts(found, BlockKind.FURNITURE))) is beside
    assert LONG.strip() in texts(found, BlockKind.PARAGRAPH)[0]


def test_a_box_has_its_title_and_the_text_below_it_is_that_of_the_chapter() -> None:
    boxes = "".join(
        f"<aside><h3>Fakta om {what}</h3><p>{what.title()} er gode.</p><p>De er røde.</p></aside>"
        for what in ("æbler", "kirsebær")
    )
    page = f"<main><h1>Frugt</h1><p>{LONG}</p><h2>Pris</h2>{boxes}<p>Prisen stiger.</p></main>"
    found = {section.title: section for section in sections_of(read(page.encode(), "a.html"), "d")}
    assert found["Fakta om æbler"].kind == found["Fakta om kirsebær"].kind == "faktaboks"
    assert found["Fakta om æbler"].text.text == "Æbler er gode.\n\nDe er røde."
    assert found["Pris"].text.text == "Prisen stiger."


OWN = "https://www.fvm.dk/nyheder/torsk"


@pytest.mark.parametrize(
    ("head", "address"),
    [
        (f'<link rel="canonical" href="{OWN}">', OWN),
        (f'<link href="{OWN}#top" rel="Canonical nofollow">', OWN),
        (f'<meta property="og:url" content="{OWN}">', OWN),
        (f"<!-- saved from url=(0032){OWN}#afsnit-2 -->", OWN),
        (f"<!--\n Page saved with SingleFile \n url: {OWN} \n saved date: Mon -->", OWN),
        (
            f'<meta property="og:url" content="https://fvm.dk/x"><link rel="canonical" href="{OWN}">',
            OWN,
        ),
        # An address in full is known from where the page was saved.
        (
            f'<!-- saved from url=(0032){OWN}?utm=1 --><link rel=canonical href="/nyheder/torsk">',
            OWN,
        ),
        # The front page is named on every page of the site, and is this one only if saved there.
        (
            f'<link rel="canonical" href="https://www.fvm.dk/"><!-- saved from url=(0032){OWN} -->',
            OWN,
        ),
        (
            f'<link rel=canonical href="https://fvm.dk/"><meta property="og:url" content="{OWN}">',
            OWN,
        ),
        ('<link rel="canonical" href="https://www.fvm.dk/">', None),
        ("<!-- saved from url=(0019)https://www.fvm.dk/ -->", "https://www.fvm.dk/"),
        (f'<link rel=canonical href="{OWN}"><link rel=canonical href="https://fvm.dk/b">', None),
        ('<link rel="canonical" href="/nyheder/torsk">', None),
        ('<link rel="canonical" href="http://localhost/torsk">', None),
        ('<link rel="canonical" href="http://10.0.0.7/torsk">', None),
        ("<!-- saved from url=(0014)about:internet -->", None),
        ("<!-- saved from url=(0020)file:///C:/torsk.html -->", None),
        (f'<link rel="stylesheet" href="{OWN}"><link rel="alternate" href="{OWN}">', None),
        ('<link rel="canonical" href="https://[torsk/">', None),
    ],
)
def test_the_address_is_the_one_the_page_calls_its_own(head: str, address: str | None) -> None:
    found = page(f"<h1>Torsk</h1><p>{LONG}</p>", head).metadata
    assert found.url == address
    assert found.evidence.get("url") == (address and "websidens hoved")


RUNNING = " ".join([LONG] * 2)


DAY, OTHER = "<time datetime='2024-03-05'>5/3</time>", "<time datetime='2025-06-01'>1/6</time>"


@pytest.mark.parametrize(
    ("body", "date"),
    [
        ("<p>Af Bo <time datetime='2024-03-05T08:00:00Z'>i dag</time></p>{}", "2024-03-05"),
        (f"<p>{DAY}</p>{{}}<p>{OTHER}</p>", "2024-03-05"),
        (f"{{}}<p>Udgivet {DAY.replace('date', 'itemprop=datePublished date')}", "2024-03-05"),
        (f"{DAY.replace('date', 'pubdate date')}{OTHER}{{}}", "2024-03-05"),
        # The day of a meeting stands as well, or in the text.
        (f"{DAY}{OTHER}{{}}", None),
        (f"{{}}<p>Mødet er {DAY}</p>", None),
        ("<time datetime='08:30'>8.30</time>{}", None),
        ("<time datetime='2024'>i år</time>{}", None),
        (f"<nav>{DAY}</nav>{{}}", None),
        (f"{DAY.replace('date', 'itemprop=startDate date')}{{}}", None),
    ],
)
def test_a_time_of_publication_is_the_date(body: str, date: str | None) -> None:
    whole = f"<main><h1>Torsk</h1>{body.format(f'<p>{RUNNING}</p>')}</main>"
    assert page(whole).metadata.date == date


def test_a_date_that_every_reader_sees_comes_before_that_of_the_head() -> None:
    head = '<meta itemprop="datePublished" content="2024-03-06">'
    assert page(f"<h1>Torsk</h1><p>{RUNNING}</p>", head).metadata.date == "2024-03-06"
    found = page(f"<h1>Torsk</h1><p>5. marts 2024</p><p>{RUNNING}</p>", head).metadata
    assert found.date == "2024-03-05"


def test_marks_stand_around_a_quotation_as_a_browser_sets_them() -> None:
    read = page("<p>Han sagde <q>nej</q> og hun <q>»måske«</q>.</p>")
    assert read.text == "Han sagde »nej« og hun »måske«."


def test_the_footer_of_a_quotation_is_its_source() -> None:
    source = '<footer>Statsministeren, <a href="/x">2024</a></footer>'
    quotation = f"<blockquote><p>Vi gør det.</p>{source}</blockquote>"
    read = page(f"<main><p>{LONG}</p>{quotation}<p>{LONG}</p></main>")
    assert "Statsministeren, 2024" in texts(read, BlockKind.PARAGRAPH)
