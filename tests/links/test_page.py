"""``kort --html`` in a real browser, and what can be seen of it without one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from strategikort.library import Collection
from strategikort.output.map_html import map_page
from tests.conftest import Program
from tests.links.browser import Page, chromium

needs_browser = pytest.mark.skipif(
    chromium() is None, reason="Chromium is not installed (Debian: chromium)"
)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory, collection: Collection) -> Path:
    from strategikort.links.compare import all_disagreements
    from strategikort.links.network import build_map
    from strategikort.output.map_data import map_object

    sections = {section.id: section for section in collection.sections()}
    documents = {document.id: document for document in collection.documents}
    answer = map_object(build_map(collection), all_disagreements(collection), documents, sections)
    path = tmp_path_factory.mktemp("kort") / "kort.html"
    path.write_text(map_page(answer, sections), encoding="utf-8")
    return path


def test_one_file_that_needs_nothing(file: Path) -> None:
    page = file.read_text(encoding="utf-8")
    assert len(page.encode("utf-8")) < 1_000_000
    code = page.replace("http://www.w3.org/2000/svg", "")
    shell = re.sub(r'<script type="application/json".*?</script>', "", code, flags=re.DOTALL)
    assert not re.search(
        r"https?:|//cdn|@import|url\(|fetch\(|XMLHttpRequest|WebSocket|src=", shell
    )
    assert '<html lang="da">' in page
    assert "default-src 'none'" in page


NASTY = '</script><script>window.hacked = 1</script><img src=x onerror="window.hacked = 2"> {{script}} \u2028'


def nasty_page(collection: Collection) -> str:
    """A page in which every text is an attempt to break out."""
    from strategikort.links.compare import all_disagreements
    from strategikort.links.network import build_map
    from strategikort.output.map_data import map_object
    from strategikort.text.aligned import AlignedText

    sections = {section.id: section for section in collection.sections()}
    documents = {
        document.id: document._replace(title=NASTY, short_title=NASTY)
        for document in collection.documents
    }
    network = build_map(collection, kinds=["henvisning", "initiativ"])
    bad = {
        name: section._replace(
            label=NASTY, title=NASTY, text=AlignedText(NASTY + section.text.text, ())
        )
        for name, section in sections.items()
    }
    links = tuple(link._replace(label=NASTY, note=NASTY) for link in network.links)
    answer = map_object(
        network._replace(links=links), all_disagreements(collection), documents, bad
    )
    return map_page(answer, bad)


def test_text_cannot_end_its_element(collection: Collection) -> None:
    page = nasty_page(collection)
    assert page.count("<script") == 2
    assert "<img" not in page
    data = re.search(r'id="data">(.*?)</script>', page, re.DOTALL)
    assert data is not None
    assert NASTY in {link["label"] for link in json.loads(data[1])["links"]}


@pytest.fixture(scope="module")
def page(file: Path) -> Iterator[Page]:
    if chromium() is None:
        pytest.skip("Chromium is not installed (Debian: chromium)")
    with Page(file) as found:
        yield found
        assert found.problems == []
        assert all(url.startswith("file:") for url in found.requests)


@pytest.fixture(autouse=True)
def _closed(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    if "page" in request.fixturenames:
        found: Page = request.getfixturevalue("page")
        found.run(
            "document.querySelector('#close').click(), document.querySelector('#search').value = '',"
            " document.querySelector('#controls').dispatchEvent(new Event('input'))"
        )
        found.size(1500, 1000)


def shown(page: Page) -> list[str]:
    return list(
        page.run(
            "[...document.querySelectorAll('.card')].filter((one) => one.offsetParent).map((one) => one.dataset.id)"
        )
    )


def test_lanes_cards_and_lines(page: Page) -> None:
    assert page.run("document.querySelectorAll('.lane').length") == 5
    assert "tech/prioriteter/5" in shown(page)
    assert page.run("document.querySelectorAll('#lines path').length") > 150
    assert re.fullmatch(r"\d+ afsnit og \d+ forbindelser vises\.", page.text("#status"))


def test_search_meets_danish_spellings(page: Page) -> None:
    every = len(shown(page))
    found = {}
    for word in ("vækstmarkederne", "vaekstmarkederne", "VÆKSTMARKEDERNE"):
        page.run(
            "document.querySelector('#search').focus(), document.querySelector('#search').select()"
        )
        page.type(word)
        found[word] = shown(page)
    assert len({tuple(ids) for ids in found.values()}) == 1
    assert "uss/4.3" in found["vækstmarkederne"]
    assert 0 < len(found["vækstmarkederne"]) < every
    page.run("document.querySelector('#search').select()")
    page.type("xyzzy")
    assert page.text("#status") == "Intet passer på det, du har valgt."


def test_filters(page: Page) -> None:
    before = len(shown(page))
    page.click("#kinds input[value='tema']")
    assert len(shown(page)) < before
    page.click("#kinds input[value='tema']")
    page.click("#documents input[value='rk']")
    assert not any(name.startswith("rk/") for name in shown(page))
    page.click("#documents input[value='rk']")
    assert len(shown(page)) == before


def test_a_click_shows_both_passages_with_evidence_and_copies(page: Page) -> None:
    page.click("[data-id='rk/24']")
    page.wait("!document.querySelector('#details').hidden")
    assert "Konklusion 24" in page.text("#details-title")
    assert "l. 453-463 [rk/24]" in page.text("#details-body")
    linked = page.run(
        "JSON.parse(document.querySelector('#data').textContent).links"
        ".filter((link) => [link.source, link.target].includes('rk/24'))"
        ".flatMap((link) => [link.source, link.target])"
    )
    assert set(shown(page)) == set(linked)
    number = page.run(
        "JSON.parse(document.querySelector('#data').textContent).links.findIndex((link) => link.kind === 'initiativ' && link.target === 'rk/24' && link.source.endsWith('faktabokse/2'))"
    )
    page.click(f"#details [data-link='{number}']")
    marks = page.run(
        "[...document.querySelectorAll('#details blockquote mark')].map((one) => one.textContent)"
    )
    assert marks == ["EU-kontor i San Francisco", "EU-kontor i San Francisco"]
    page.call(
        "Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"]
    )
    page.click("#details .row:nth-of-type(2) .copy")
    page.wait(
        "document.querySelector('#details .copy').textContent === 'Kopieret' || document.querySelector('#status').textContent.startsWith('Kopieret')"
    )
    assert "[rk/24]" in page.run("navigator.clipboard.readText()")


def test_keyboard(page: Page) -> None:
    page.run("document.querySelector('#kort').focus()")
    page.key("/")
    assert page.run("document.activeElement.id") == "search"
    page.run("document.querySelector('.card[tabindex=\"0\"]').focus()")
    first = page.run("document.activeElement.dataset.id")
    page.key("ArrowDown")
    second = page.run("document.activeElement.dataset.id")
    assert second != first
    assert second.split("/")[0] == first.split("/")[0]
    page.key("ArrowRight")
    other = page.run("document.activeElement.dataset.id")
    assert other.split("/")[0] != first.split("/")[0]
    page.key("Enter")
    page.wait("!document.querySelector('#details').hidden")
    assert page.run("document.activeElement.id") == "details-title"
    page.key("Escape")
    page.wait("document.querySelector('#details').hidden")
    assert page.run("document.activeElement.dataset.id") == other
    assert page.run("document.querySelectorAll('.card[tabindex=\"0\"]').length") == 1


def test_long_words_stay_in_their_lanes(page: Page) -> None:
    head = "document.querySelector('.lane h2').firstChild"
    page.run(f"{head}.data = 'fællesoffentlig-referencearkitekturbeskrivelse-2017-2'")
    too_wide = (
        "[...document.querySelectorAll('.lane h2, .card')]"
        ".filter((one) => one.scrollWidth > one.clientWidth).length"
    )
    assert page.run(too_wide) == 0
    page.run(f"{head}.data = 'uss'")
    card = page.run("document.querySelector('[data-id=\"uss/3.2\"]').textContent")
    assert "forsvars\u00adsamarbejde" in card


def test_narrow_screen(page: Page) -> None:
    page.size(360, 740)
    page.wait("innerWidth === 360")
    assert page.run("document.documentElement.scrollWidth") <= 360
    assert page.run("getComputedStyle(document.querySelector('#lines')).display") == "none"
    page.click("[data-id='uss/5.6']")
    page.wait("!document.querySelector('#details').hidden")
    assert page.run("document.querySelector('#details').getBoundingClientRect().width") == 360
    assert page.run("document.querySelector('main').inert")
    page.key("Escape")
    page.wait("document.querySelector('#details').hidden")


def test_the_list_holds_every_link(page: Page) -> None:
    page.click("#view")
    rows = page.run("document.querySelectorAll('#list tbody tr').length")
    assert f"{rows} forbindelser" in page.text("#status")
    page.click("#list tbody button")
    page.wait("!document.querySelector('#details').hidden")
    page.key("Escape")
    page.click("#view")
    assert page.run("document.querySelector('#list').hidden")


def test_disagreements(page: Page) -> None:
    page.click("#differences")
    assert "Hvor mange lande har Danmark strategiske partnerskaber med?" in page.text(
        "#details-body"
    )


CONTRAST = """(() => {
  const light = (colour) => { const [r, g, b] = colour.match(/[\\d.]+/g).map((one) => { const v = one / 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const ground = (node) => { for (let one = node; one; one = one.parentElement) { const found = getComputedStyle(one).backgroundColor; if (!/, 0\\)$/.test(found)) return found; } return 'rgb(255, 255, 255)'; };
  const bad = [];
  for (const node of document.querySelectorAll('body *')) {
    if (!node.offsetParent || ![...node.childNodes].some((one) => one.nodeType === 3 && one.textContent.trim())) continue;
    if (node.closest('script, style, noscript, .skip')) continue;
    const [a, b] = [light(getComputedStyle(node).color), light(ground(node))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) bad.push(`${node.tagName}.${node.className} ${ratio.toFixed(2)}`);
  }
  return bad;
})()"""


@needs_browser
@pytest.mark.parametrize("dark", [False, True])
def test_contrast_and_labels(file: Path, dark: bool) -> None:
    with Page(file, dark=dark) as page:
        page.click("[data-id='uss/4.3']")
        page.wait("!document.querySelector('#details').hidden")
        page.click("#details .linklist button")
        page.run("document.getAnimations().forEach((one) => one.finish())")
        assert page.run("document.documentElement.dataset.theme") == ("dark" if dark else "light")
        assert page.run(CONTRAST) == []
        unnamed = page.run(
            "[...document.querySelectorAll('button, input, [role=dialog]')].filter((one) => !(one.textContent.trim()"
            " || one.getAttribute('aria-label') || one.getAttribute('aria-labelledby') || (one.labels && one.labels.length))).length"
        )
        assert unnamed == 0
        small = page.run(
            "[...document.querySelectorAll('button')].filter((one) => one.offsetParent && one.getBoundingClientRect().height < 24).length"
        )
        assert small == 0
        assert page.problems == []


@needs_browser
def test_no_text_becomes_markup(collection: Collection, tmp_path: Path) -> None:
    path = tmp_path / "nasty.html"
    path.write_text(nasty_page(collection), encoding="utf-8")
    with Page(path) as page:
        page.click(".card")
        page.click("#details .linklist button")
        assert page.run("typeof window.hacked") == "undefined"
        assert page.run("document.querySelectorAll('img').length") == 0
        assert "<img src=x" in page.text("#details-body")
        assert page.problems == []


@needs_browser
def test_print_shows_the_list(file: Path) -> None:
    with Page(file) as page:
        page.call("Emulation.setEmulatedMedia", media="print")
        assert page.run("getComputedStyle(document.querySelector('#list')).display") == "block"
        assert page.run("getComputedStyle(document.querySelector('#map')).display") == "none"


def test_the_program_writes_the_file(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "kort.html"
    assert program("kort", "--html", str(path), "--slags", "henvisning").status == 0
    assert path.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert program("kort", "--html", str(tmp_path / "findes" / "ikke.html")).status == 2
    page = path.read_bytes()
    refused = program("kort", "--html", str(path))
    assert (refused.status, path.read_bytes()) == (2, page)
    assert refused.err.endswith("Vælg et andet navn, eller brug --overskriv.\n")
    assert program("kort", "--html", str(path), "--overskriv").status == 0
