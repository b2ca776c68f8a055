"""Quotations as Word files and web pages have them, with verdicts written before any was given."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from strategikort.citation.memo import Report
from tests.readers.word import NS, word

OWN = "Dette er et notat om udenrigspolitik, som skal læses af mange, og som er langt nok. " * 3
CARD = (
    "EU-enigheden og en koordineret tilgang med vores partnere og allierede er vores stærkeste kort"
)
USE = (
    "sikre effektiv koordinering med medlemsstaterne med henblik på at gøre fuld brug af disse fora"
)
ONE = "Teknologi har forlænget levealder, øget velstand og forandret levevilkår."
TWO = "Men ny teknologi kan også ryste fundamentet under stabile samfund"
LAW = "Der står: »Rusland ser {}stort på international lov« (uss)."


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(*runs: str, style: str = "") -> str:
    styled = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{styled}{''.join(runs)}</w:p>"


def in_law(between: str) -> str:
    before, after = LAW.split("{}")
    return para(r(before), between, r(after))


def noted(kind: str, number: int) -> str:
    mark = f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'
    return para(r(f"Der står »{USE}«"), mark, r(" i kilden."))


def notes(kind: str) -> str:
    inside = "".join(
        f'<w:{kind} w:id="{number}">{para(r(f"Jf. rk {conclusion}."))}</w:{kind}>'
        for number, conclusion in ((2, 11), (3, 12))
    )
    return f"<w:{kind}s {NS}>{inside}</w:{kind}s>"


def table(*rows: tuple[str, str]) -> str:
    cells = ("".join(f"<w:tc>{para(r(cell))}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


STYLES = f"""<w:styles {NS}>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Citat"><w:name w:val="Quote"/></w:style></w:styles>"""
PARTS = {
    "word__footnotes": notes("footnote"),
    "word__endnotes": notes("endnote"),
    "word__styles": STYLES,
}
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> XE "tilgang" </w:instrText>'
    '</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
BOX = (
    '<w:r><w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml"><w:txbxContent>'
    f"{para(r(f'»{CARD}« (uss)'))}</w:txbxContent></v:textbox></w:pict></w:r>"
)
DELETED = '<w:del w:id="1"><w:r><w:delText xml:space="preserve">ikke </w:delText></w:r></w:del>'


def parted(at: str, between: str, properties: str = "") -> str:
    """Return a paragraph with a quotation that something stands in, behind some of its words."""
    before, _, after = CARD.partition(at)
    return para(r(f"Der står: »{before}{at}", properties), between, r(f"{after}«."))


@pytest.mark.parametrize(
    ("body", "verdicts"),
    [
        (
            para(r("Der står: »Rus"), r("land ser stort på internat", "<w:b/>"), r("ional lov«.")),
            "exact",
        ),
        (in_law(DELETED), "exact"),
        (in_law(f'<w:ins w:id="1">{r("ikke ")}</w:ins>'), "altered"),
        (in_law(r("ikke ", "<w:vanish/>")), "exact"),
        (noted("footnote", 2), "exact"),
        (noted("footnote", 3), "misplaced"),
        (noted("endnote", 3), "misplaced"),
        (parted("EU-enigheden", '<w:r><w:footnoteReference w:id="2"/></w:r>'), "misplaced"),
        (parted("koor", "<w:r><w:softHyphen/></w:r>"), "exact"),
        (parted("en ", f'<w:hyperlink w:anchor="x">{r("")}</w:hyperlink>{FIELD}'), "exact"),
        (parted("partnere", "", "<w:caps/>"), "exact"),
        (para(r(f"{CARD}."), style="Citat"), "exact"),
        (para(r(f"{CARD}.".replace("kort", "våben")), style="Citat"), "altered"),
        (para(r(ONE), style="Citat") + para(r(f"{TWO}."), style="Citat"), "exact"),
        (para(r(f"Der står: »{ONE}")) + para(r(f"{TWO}« (tech).")), "exact"),
        (
            table(("Citat", "Kilde"), (f"»{USE}«", "rk 11"), (f"»{USE}«", "rk 12")),
            "exact misplaced",
        ),
        (para(r(f"Der står: ”{CARD}.” (uss)")), "exact"),
        (para(BOX), "exact"),
    ],
)
def test_quotations_in_word_files(check: Callable[..., Report], body: str, verdicts: str) -> None:
    report = check(word(para(r(OWN)) + body + para(r(OWN)), **PARTS), "notat.docx")
    assert [item.verdict.status.value for item in report.quotes] == verdicts.split()


@pytest.mark.parametrize(
    ("body", "verdicts"),
    [
        (
            f"<p>Der st&aring;r: &raquo;{CARD.replace('koordi', 'koor&shy;di')}&laquo;.</p>",
            "exact",
        ),
        (
            f"<p>Der står: »{CARD.replace('og en ', 'og en<br>').replace('tilgang', 'til<wbr>gang')}«.</p>",
            "exact",
        ),
        (f"<p>{LAW.format('<ins>ikke</ins> ')}</p>", "altered"),
        (f"<p>{LAW.format('<span hidden>ikke</span> ')}</p>", "exact"),
        (f"<p>{LAW.format('<span style=display:none>ikke</span> ')}</p>", "exact"),
        ("<p>Der står: <q>Rusland ser stort på national lov</q> (uss).</p>", "altered"),
        (f"<blockquote><p>{USE}</p><footer>rk 12</footer></blockquote>", "misplaced"),
        (f"<blockquote><p>{USE}</p><footer>— rk 11</footer></blockquote>", "exact"),
        (f"<blockquote><p>{USE}</p><cite>rk 11</cite></blockquote>", "exact"),
        (f"<blockquote><p>{ONE}</p><p>{TWO}.</p></blockquote>", "exact"),
        (
            f'<p>Der står »{USE}«<sup><a href="#fn1" id="r1">1</a></sup>.</p>'
            '<ol><li id="fn1">rk 12 <a href="#r1">↩</a></li></ol>',
            "misplaced",
        ),
        (
            "<ul><li>»Danmark skal være til stede i verden« (uss)</li>"
            "<li>»Ukraine hører til i den europæiske familie« (uss/3.4)</li></ul>",
            "exact exact",
        ),
        (
            "<table><tr><th>Kilde</th><th>Citat</th></tr>"
            f"<tr><td>rk 11</td><td>»{USE}«</td></tr><tr><td>rk 12</td><td>»{USE}«</td></tr></table>",
            "exact misplaced",
        ),
    ],
)
def test_quotations_in_web_pages(check: Callable[..., Report], body: str, verdicts: str) -> None:
    page = (
        '<!doctype html><html lang="da"><head><meta charset="utf-8"></head><body><article>'
        f"<h1>Notat</h1><p>{OWN}</p>{body}<p>{OWN}</p></article></body></html>"
    )
    report = check(page, "notat.html")
    assert [item.verdict.status.value for item in report.quotes] == verdicts.split()


def test_raised_numbers_are_those_of_the_list_that_a_page_ends_with(
    check: Callable[..., Report],
) -> None:
    def page(second: str) -> str:
        return (
            f"<html><body><p>{OWN}</p><ol><li>Et punkt</li><li>Et andet punkt</li></ol>"
            f'<p>»{CARD}«<sup><a href="#n1">1</a></sup>, og »{USE}«<sup>2</sup>.</p>'
            f'<ol><li id="n1">Regeringen 2023, uss</li><li>{second}</li></ol></body></html>'
        )

    for second, status in (("Rådets konklusioner, pkt. 11", "exact"), ("rk 12", "misplaced")):
        quotes = check(page(second), "side.html").quotes
        assert [item.verdict.status.value for item in quotes] == ["exact", status]
        assert [item.quotation.citation for item in quotes] == ["Regeringen 2023, uss", second]


A = "Regeringen vil fortsætte den markante danske støtte til Ukraine, så længe der er behov for det."
B = "Samtidig står Ukraine over for en massiv genopbygningsindsats."


@pytest.mark.parametrize(
    "text",
    [
        f"> {A} (uss/3.4)\n>\n> {B} (rk 3)\n",
        f"> {A}\n>\n> — uss/3.4\n>\n> {B}\n>\n> — rk 3\n",
        f"> {A}\n> (uss/3.4)\n> \n> {B}\n> (rk 3)\n",
        f"> {A}[^1]\n>\n> {B}[^2]\n\n[^1]: uss/3.4\n[^2]: rk 3\n",
    ],
)
def test_quotations_set_apart_in_a_row_have_their_own_sources(check, text: str) -> None:
    report = check(f"Se:\n\n{text}")
    assert [item.quotation.text for item in report.quotes] == [A, B]
    assert [item.verdict.status.value for item in report.quotes] == ["exact", "misplaced"]
    assert report.quotes[0].quotation.line == 3


def test_quotations_in_a_row_in_word_and_on_a_web_page_have_their_own_sources(check) -> None:
    data = word(
        para(r(OWN))
        + para(r(f"{A} (uss/3.4)"), style="Citat")
        + para(r(f"{B} (rk 3)"), style="Citat"),
        word__styles=STYLES,
    )
    page = f"<h1>Notat</h1><p>{OWN}</p>" + "".join(
        f"<blockquote><p>{text}</p><footer>— {source}</footer></blockquote>"
        for text, source in ((A, "uss/3.4"), (B, "rk 3"))
    )
    for report in (check(data, "notat.docx"), check(page, "notat.html")):
        found = [item.verdict.status.value for item in report.quotes]
        assert found == ["exact", "misplaced"]


def test_a_source_on_a_line_by_itself_is_of_the_quotation_before_it(check) -> None:
    (found,) = check(f"Se:\n\n> {A} (2023)\n>\n> — uss/3.4\n").quotes
    assert found.cited is not None
    assert found.cited.ids == {"uss/3.4"}
