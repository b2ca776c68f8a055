"""What the names of elements say: menus and boxes, and headings that are named like menus."""

from __future__ import annotations

import pytest

from strategikort.readers import BlockKind, ReadFile, read
from strategikort.structure.auto import sections_of
from tests.readers.found import texts
from tests.readers.test_epub import epub

TOP = (
    "Staten vil arbejde for et stærkt samarbejde mellem landene i de kommende år, og det skal"
    " ske sammen med kommunerne og med de regioner, der vil være med til det."
)
LONG = "Regeringen vil arbejde for et stærkt samarbejde mellem landene i de kommende år."


def page(body: str) -> ReadFile:
    return read(f"<main><h1>Titel</h1><p>{TOP}</p>{body}</main>".encode(), "side.html")


def shown(found: ReadFile) -> list[str]:
    """Return what is shown behind the title and the first paragraph."""
    return [block.of(found.text) for block in found.shown][2:]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("social-ulighed", "Social ulighed"),
        ("social_udsathed_og_sundhed", "Social udsathed og sundhed"),
        ("navigation-i-arktis", "Navigation i Arktis"),
        ("login", "Login"),
        ("banner", "Banner"),
    ],
)
def test_headings_that_are_named_like_menus_are_headings(name: str, title: str) -> None:
    found = page(f'<h2 id="{name}">{title}</h2><p>{LONG}</p>')
    assert shown(found) == [title, LONG]
    assert texts(found, BlockKind.HEADING)[1:] == [title]


def test_a_part_that_is_named_by_its_heading_is_no_menu() -> None:
    part = f'<section id="social-ulighed" class="level2"><h2>Social ulighed</h2><p>{LONG}</p>'
    assert shown(page(f"{part}</section>")) == ["Social ulighed", LONG]
    alone = f'<section id="navigation"><h2>Navigation</h2><p>{LONG}</p></section>'
    assert shown(page(alone)) == ["Navigation", LONG]
    assert shown(page(alone.replace("section", "div"))) == []
    assert shown(page(f'<div id="social-share"><h2>Del siden</h2><p>{LONG}</p></div>')) == []
    menu = f'<div id="social-links" class="menu"><h2>Social og links</h2><p>{LONG}</p></div>'
    assert shown(page(menu)) == []
    assert shown(page(f'<div class="page-feedback"><h2>Hjalp det?</h2><p>{LONG}</p></div>')) == []


def test_what_is_only_read_aloud_is_no_text() -> None:
    new = '<a href="https://x.dk">aftalen<span class="sr-only"> (åbner i nyt vindue)</span></a>'
    skip = '<span class="visually-hidden">Her begynder indholdet</span>'
    assert shown(page(f"{skip}<p>Se {new}.</p>")) == ["Se aftalen."]


def test_links_of_a_heading_to_itself_and_to_its_editing_are_no_text() -> None:
    anchor = '<a class="anchor" href="#maal">#</a>'
    edit = '<span class="mw-editsection">[<a href="/e">redigér</a>]</span>'
    found = page(f'<h2 id="maal">{anchor}Mål{edit}</h2><p>{LONG}</p>')
    assert texts(found, BlockKind.HEADING) == ["Titel", "Mål"]


def test_an_empty_line_of_breaks_parts_paragraphs() -> None:
    found = page(f"<div>{TOP}<br> <br/>{LONG}<br>Mere.</div>")
    assert shown(found) == [TOP, f"{LONG}\nMere."]


def test_a_box_is_known_by_its_class() -> None:
    box = f'<div class="c-fakta-boks"><h3>Fakta</h3><p>{LONG}</p></div>'
    found = page(f"<h2>Mål</h2><p>{TOP}</p>{box}<p>{TOP[:40]}.</p>")
    boxes = [s for s in sections_of(found, "d") if s.kind == "faktaboks"]
    assert [(s.title, s.text.text) for s in boxes] == [("Fakta", LONG)]


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        (
            '<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a>',
            '<div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> {}</p></div>',
        ),
        (
            '<a href="#_edn1" name="_ednref1"><span>[1]</span></a>',
            '<div id="edn1"><p><a href="#_ednref1" name="_edn1">[1]</a> {}</p></div>',
        ),
        (
            '<sup id="back"><a href="#fn1">1</a></sup>',
            '<ol><li id="fn1"><p>{} <a href="#back">Tilbage</a></p></li></ol>',
        ),
        (
            '<sup><a href="#fn1">1</a></sup>',
            '<ol><li id="fn1"><p>{} <a href="#fnref1">Tilbage til teksten</a></p></li></ol>',
        ),
    ],
)
def test_the_link_of_a_note_to_its_mark_is_no_text(mark: str, note: str) -> None:
    said = note.format('Se aftalen, <a href="#x">bilaget</a>.')
    found = page(f"<p>{LONG}{mark}</p>{said}")
    sections = sections_of(found, "d")
    notes = [(s.number, s.text.text) for s in sections if s.kind == "fodnote"]
    assert notes == [("1", "Se aftalen, bilaget.")]
    assert [f.mark.strip("[]") for s in sections for f in s.footnotes] == ["1"]


def test_the_last_change_may_stand_below_the_text() -> None:
    found = page(f"<h2>Mål</h2><p>{TOP}</p><p>Sidst opdateret: 12. januar 2025</p>")
    assert found.metadata.date == "2025-01-12"
    assert page(f"<p>{LONG}</p><p>12. januar 2025</p>").metadata.date is None


@pytest.mark.parametrize(
    "name",
    ["content-with-sidebar", "no-banner", "page has-menu", "layout-no-sidebar", "page--social"],
)
def test_what_is_named_by_what_stands_beside_it_is_content(name: str) -> None:
    assert shown(page(f'<div class="{name}"><h2>Mål</h2><p>{LONG}</p></div>')) == ["Mål", LONG]
    whole = f'<div class="site with-banner sidebar"><h1>Titel</h1><p>{TOP}</p></div>'
    assert TOP in texts(read(f"<body>{whole}</body>".encode(), "a.html"), BlockKind.PARAGRAPH)


def test_a_part_behind_the_article_is_content_if_it_goes_on_with_it() -> None:
    article = f"<article><h1>Titel</h1><p>{TOP}</p><p>{TOP}</p></article>"
    part = f"<section><h2>Bilag</h2><p>{TOP[:-1]} nu.</p><p>{LONG} {LONG} {LONG}</p></section>"
    news = '<div><h2>Nyt</h2><p><a href="/a">Minister vil rejse til Arktis i maj</a></p></div>'
    whole = f"<body><div>{article}{part}</div></body>"
    found = read(whole.encode(), "a.html")
    assert texts(found, BlockKind.HEADING) == ["Titel", "Bilag"]
    beside = read(f"<body><div>{article}{news}</div></body>".encode(), "a.html")
    assert texts(beside, BlockKind.HEADING) == ["Titel"]


def test_the_title_of_a_page_may_stand_above_its_main_content() -> None:
    hero = f'<div class="hero"><h1>Havet</h1><p>{LONG}</p></div>'
    main = f"<main><h2>Mål</h2><p>{TOP}</p></main>"
    found = read(f"<body><div>Del siden</div>{hero}{main}</body>".encode(), "a.html")
    assert [block.of(found.text) for block in found.shown] == ["Havet", LONG, "Mål", TOP]
    assert found.metadata.title == "Havet"
    site = '<div><h1><a href="/">Ministeriet</a></h1></div>'
    found = read(f"<body>{site}{main}</body>".encode(), "a.html")
    assert [block.of(found.text) for block in found.shown] == ["Mål", TOP]


def test_a_paragraph_that_only_leads_to_another_page_is_no_text() -> None:
    also = '<p><strong>LÆS OGSÅ: <a href="/a">Minister vil rejse til Arktis</a></strong></p>'
    said = f'<p>Læs mere: {LONG} Se <a href="/a">aftalen</a>.</p>'
    assert shown(page(also + said)) == [f"Læs mere: {LONG} Se aftalen."]


def test_tabs_are_the_titles_of_their_panels() -> None:
    tabs = "".join(f'<button role="tab" aria-controls="p{n}">Fane {n}</button>' for n in (1, 2))
    panels = "".join(f'<div role="tabpanel" id="p{n}" hidden><p>{LONG}</p></div>' for n in (1, 2))
    found = page(f'<div role="tablist">{tabs}</div>{panels}')
    assert shown(found) == ["Fane 1", LONG, "Fane 2", LONG]
    assert texts(found, BlockKind.HEADING)[1:] == ["Fane 1", "Fane 2"]


def test_the_elements_of_a_list_in_a_box_stand_in_the_box() -> None:
    box = f"<aside><h3>Fakta</h3><ol><li>{LONG}</li><li>Nej.</li></ol></aside>"
    found = page(f"<p>{LONG}</p>{box}<p>{TOP[:40]}.</p>")
    boxes = [s.text.text for s in sections_of(found, "d") if s.kind == "faktaboks"]
    assert [" ".join(text.split()) for text in boxes] == [f"1. {LONG} 2. Nej."]


def test_a_mark_around_raised_figures_is_that_of_its_note() -> None:
    found = page(f'<p>{LONG}<a href="#fn2"><sup>2</sup></a></p><p id="fn2">2 Se aftalen.</p>')
    assert [found.text[mark.start : mark.end] for mark in found.marks] == ["2"]


def test_a_link_that_skips_to_the_content_is_no_text() -> None:
    skip = '<a class="skip-link" href="#main">Gå til indhold</a>'
    found = read(f"<body>{skip}<div><p>{LONG}</p></div></body>".encode(), "a.html")
    assert [block.of(found.text) for block in found.shown] == [LONG]
    link = f'<p>{LONG} Del <a class="share" href="/x">siden</a> nu.</p>'
    assert shown(page(link)) == [f"{LONG} Del siden nu."]


@pytest.mark.parametrize("said", ['role="dialog" id="CybotDialog"', 'class="coi-banner__page"'])
def test_what_asks_for_consent_is_no_text_and_no_title(said: str) -> None:
    ask = f"<div {said}><h1>Vi bruger cookies</h1><p>{LONG}</p></div>"
    found = read(f"<body>{ask}<div><h2>Havet</h2><p>{TOP}</p></div></body>".encode(), "a.html")
    assert [block.of(found.text) for block in found.shown] == ["Havet", TOP]
    found = read(f"<body>{ask}<main><p>{TOP}</p></main></body>".encode(), "a.html")
    assert [block.of(found.text) for block in found.shown] == [TOP]


@pytest.mark.parametrize("title", ["15.4. Restrict login access", "3 Menuen i kantinen"])
def test_a_part_that_is_named_by_its_heading_without_its_number_is_no_menu(title: str) -> None:
    name = "-".join(title.lower().split()[1:])
    part = f'<section id="{name}"><h2>{title}</h2><p>{LONG}</p></section>'
    assert shown(page(part)) == [title, LONG]


SIDEBAR = f'<div class="sidebar"><p class="title"><b>Hvad er FN?</b></p><p>{LONG} {LONG}</p></div>'


def test_a_sidebar_between_the_paragraphs_of_a_text_is_a_box() -> None:
    found = page(f"{SIDEBAR}<p>{TOP}</p>")
    assert texts(found, BlockKind.BOX) == ["Hvad er FN?", f"{LONG} {LONG}"]
    assert texts(found, BlockKind.FURNITURE) == []
    block = SIDEBAR.replace('"sidebar"', '"sidebarblock note"')
    assert texts(page(f"{block}<p>{TOP}</p>"), BlockKind.BOX) != []


def test_a_sidebar_beside_the_text_is_furniture() -> None:
    beside = f"<div><div><p>{TOP}</p><p>{TOP}</p></div>{SIDEBAR}</div>"
    assert texts(page(beside), BlockKind.BOX) == []
    links = "".join(f'<li><a href="/{n}">{LONG}</a></li>' for n in range(3))
    menu = f'<p>{TOP}</p><div class="sidebar"><ul>{links}</ul></div>'
    assert texts(page(menu), BlockKind.BOX) == []
    assert LONG in texts(page(menu), BlockKind.FURNITURE)


def test_a_list_that_is_named_as_navigation_is_furniture() -> None:
    nav = '<ul class="docnav top"><li>Forrige</li><li>Næste</li></ul>'
    assert shown(page(f"{nav}<p>{LONG}</p>")) == [LONG]


def test_articles_of_the_same_length_are_all_content() -> None:
    parts = "".join(f"<article><h2>Mål {n}</h2><p>{TOP}</p></article>" for n in range(3))
    news = "<article><h2>Nyt</h2><p>Minister rejser til Arktis</p></article>"
    site = f"<body><header>Ministeriet</header><div>{parts}</div><div>{news}</div></body>"
    found = read(site.encode(), "a.html")
    assert texts(found, BlockKind.HEADING) == ["Mål 0", "Mål 1", "Mål 2"]
    assert "Minister rejser til Arktis" in texts(found, BlockKind.FURNITURE)
    named = "".join(f'<div class="article"><h2>{n}. Mål</h2><p>{TOP}</p></div>' for n in (1, 2))
    found = read(f"<body>{named}</body>".encode(), "a.html")
    assert texts(found, BlockKind.HEADING) == ["1. Mål", "2. Mål"]


def test_a_list_of_contents_that_leads_to_other_pages_is_furniture() -> None:
    items = "".join(f'<li>{n}. <a href="/{n}">Mål for klima</a></li>' for n in range(3))
    toc = '<div class="toc"><h2>Indholdsfortegnelse</h2><ul>{}</ul></div>'
    assert shown(page(f"{toc.format(items)}<p>{LONG}</p>")) == [LONG]
    named = toc.format(f"<li>{LONG}</li>")
    assert shown(page(f"{named}<p>{LONG}</p>"))[1:] == [LONG, LONG]


def test_a_short_sidebar_beside_a_sentence_over_a_list_is_a_box() -> None:
    said = "Vi vil handle mere med hele verden, og det skal ske på disse måder:"
    box = f'<div class="sidebar">{LONG}</div>'
    found = page(f"<div><div>{said}<ul><li>Aftaler</li></ul></div>{box}</div>")
    assert texts(found, BlockKind.BOX) == [LONG]


@pytest.mark.parametrize("name", ["login-og-adgang", "login-og-adgang-1"])
def test_a_part_of_a_book_that_is_named_by_its_heading_is_no_menu(name: str) -> None:
    part = f'<section id="{name}"><h2>3. Login og adgang</h2><p>{LONG}</p></section>'
    assert shown(page(part)) == ["3. Login og adgang", LONG]
    found = read(epub({"a.xhtml": f"<h1>Bog</h1>{part}"}), "a.epub")
    assert texts(found, BlockKind.PARAGRAPH) == [LONG]
