from __future__ import annotations

import pytest

from strategikort.citation.memofile import read_memo
from strategikort.citation.report import as_markdown
from strategikort.citation.verdict import Cited, Status
from strategikort.errors import SourceError
from tests.readers import opendocument as odf
from tests.readers.test_docx import LONG as ORDINARY
from tests.readers.word import NS, STYLES, p, word

MEMO = """# Notat

Rådet »udtrykker bekymring over det stigende omfang og den stadig mere sofistikerede karakter af
desinformation« (rk 21). Om Ukraine hedder det:

> Samtidig står Ukraine over for en *massiv*
> genopbygningsindsats.
> — uss/3.4

Danmark har ”været ledende i at forme principperne for styrket samarbejde mellem 15 ligesindede”.
Og det er en "helt opdigtet sætning om kaffe på kontoret". Det »haster«.

Det »Cybertruslen er global. Diplomatisk samarbejde med vores ligesindede partnere«[^1] er klart.
Her åbnes »et citat, der aldrig bliver lukket.

[^1]: jf. rk 7, s. 5.
"""


def test_a_memo_is_checked(check) -> None:
    report = check(MEMO)
    assert [(item.quotation.line, item.verdict.status) for item in report.quotes] == [
        (3, Status.EXACT),
        (6, Status.EXACT),
        (10, Status.ALTERED),
        (11, Status.NOT_FOUND),
        (13, Status.MISPLACED),
    ]
    assert report.short == 1
    assert [warning.line for warning in report.warnings] == [14]
    assert report.summary == (
        "5 citater: 2 ordrette, 1 ændret, 1 ikke fundet, 1 med forkert henvisning."
    )
    assert not report.all_exact


def test_windows_1252_is_read_and_said(check) -> None:
    data = "Rådet »noterer sig i denne forbindelse den stigende betydning« – ja.".encode("cp1252")
    report = check(data, "notat.txt")
    assert [item.verdict.status for item in report.quotes] == [Status.EXACT]
    assert report.warnings[0].message == "Filen er ikke i UTF-8; den er læst som Windows-1252."


def test_quotations_that_a_web_page_sets_apart(check) -> None:
    page = """<!doctype html><html lang="da"><body><article><h1>Et notat</h1>
    <p>Rådet <q>noterer sig i denne forbindelse den stigende betydning</q> og mere.</p>
    <blockquote><p>Samtidig står Ukraine over for en <em>massiv</em> genopbygningsindsats.</p>
    <footer>— uss/3.4</footer></blockquote>
    <p>Derefter kommer en helt almindelig sætning, der ikke er citeret fra nogen.</p>
    <blockquote>Samtidig står Ukraine over for en beskeden genopbygningsindsats.</blockquote>
    <p>Det hedder, at »Cybertruslen er global. Diplomatisk samarbejde med vores ligesindede
    partnere«<sup><a href="#fn1">1</a></sup> er klart.</p>
    <ol><li id="fn1">Se rk 7. <a href="#ref1">↩</a></li></ol></article></body></html>"""
    report = check(page, "notat.html")
    assert [(item.quotation.citation, item.verdict.status) for item in report.quotes] == [
        ("", Status.EXACT),
        ("uss/3.4", Status.EXACT),
        ("", Status.ALTERED),
        ("Se rk 7.", Status.MISPLACED),
    ]


@pytest.mark.parametrize(
    "style", ["Quote", "Intense Quote", "Stærkt citat", "Block Text", "Bloktekst", "Quotations"]
)
def test_quotations_that_word_sets_apart(check, style: str) -> None:
    styles = STYLES.replace(
        "</w:styles>",
        f'<w:style w:type="paragraph" w:styleId="Citat"><w:name w:val="{style}"/></w:style>'
        "</w:styles>",
    )
    noted = (
        '<w:p><w:pPr><w:pStyle w:val="Citat"/></w:pPr><w:r><w:t>Samtidig står Ukraine over for en '
        'massiv genopbygningsindsats.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    )
    notes = f'<w:footnotes {NS}><w:footnote w:id="2">{p("Se rk 7.")}</w:footnote></w:footnotes>'
    body = p(ORDINARY) + noted + p(ORDINARY)
    data = word(body, word__styles=styles, word__footnotes=notes)
    report = check(data, "notat.docx")
    assert [(item.quotation.text, item.verdict.status) for item in report.quotes] == [
        ("Samtidig står Ukraine over for en massiv genopbygningsindsats.", Status.MISPLACED)
    ]


def test_word_notes_behind_and_inside_the_marks_that_danes_write(check) -> None:
    mark = '</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>'
    behind = p(f"Rusland ”ser stort på international lov”{mark}.")
    inside = p(f"Der er ”flere spændinger og større konkurrence end længe{mark}”.")
    notes = f'<w:footnotes {NS}><w:footnote w:id="2">{p("uss, s. 5")}</w:footnote></w:footnotes>'
    data = word(p(ORDINARY) + behind + inside, word__footnotes=notes)
    report = check(data, "notat.docx")
    assert report.warnings == ()
    assert [(item.quotation.citation, item.verdict.status) for item in report.quotes] == [
        ("uss, s. 5", Status.EXACT),
        ("uss, s. 5", Status.EXACT),
    ]


def test_in_a_file_without_lines_and_pages_the_heading_is_told(check, five) -> None:
    quoted = p("Rusland ”ser stort på international lov” og mere.")
    report = check(
        word(quoted + p("Om Rusland", "Overskrift1") + p(ORDINARY) + quoted), "notat.docx"
    )
    assert [report.where(item.quotation) for item in report.quotes] == [
        "stykke 1",
        "under »1 Om Rusland«",
    ]
    odd = p("Her åbnes »et citat, der aldrig bliver lukket.")
    report = check(word(p("Om Rusland", "Overskrift1") + p(ORDINARY) + odd), "notat.docx")
    assert [report.where_of(warning) for warning in report.warnings] == ["under »1 Om Rusland«"]
    page = "<h1>Om *Kina*</h1><p>Rusland ”ser stort på international lov”.</p>"
    report = check(page.encode(), "notat.html")
    assert "## 1. ordret (under »Om \\*Kina\\*«)" in as_markdown(report, five.documents)


@pytest.mark.parametrize("made", [odf.odt, odf.flat], ids=["odt", "fodt"])
def test_opendocument_notes_are_citations(check, made) -> None:
    note = odf.note("1", "uss, s. 5")
    quoted = odf.p(
        f"Samtidig står Ukraine over for en massiv genopbygningsindsats.{odf.note('2', 'Se rk 7.')}",
        "P1",
    )
    body = odf.p(ORDINARY) + odf.p(f"Rusland ”ser stort på international lov”{note}.") + quoted
    data = made(body + odf.p(ORDINARY), odf.style("P1", parent="Quotations"))
    report = check(data, "notat.odt")
    assert [(item.quotation.citation, item.verdict.status) for item in report.quotes] == [
        ("uss, s. 5", Status.EXACT),
        ("Se rk 7.", Status.MISPLACED),
    ]


TABLE = """| Nr. | Citat | Kilde | Side |
|---|---|---|---|
| 1 | "Rusland ser stort på international lov." | uss | 5 |
| 2 | »Øge vores engagement i verden og opbygge nye alliancer« | pejlemærke 6 | |
| 3 | Vi siger, at »Kina vil have større albuerum.« | uss | s. 12 |
"""
LISTED = """Det hedder, at "Rusland ser stort på international lov" [1], og »Kina vil have større
albuerum«[2, s. 12]. Så »Samtidig står Ukraine over for en massiv genopbygningsindsats«.³

## Kilder

[1] Regeringen (2023). Udenrigs- og sikkerhedspolitisk strategi, s. 5.
[2] Regeringen (2023). Udenrigs- og sikkerhedspolitisk strategi.
³ rk 7
"""
HEADED = """Rusland ”ser stort på international lov”1 og ”Samtidig står Ukraine over for en massiv
genopbygningsindsats”2.

Noter:
1. uss, s. 5
2. uss, s. 17
"""
FOOTED = """1 Indledning

Rusland ”ser stort på international lov”1, og ”Samtidig står Ukraine over for en massiv
genopbygningsindsats.”2 Der er ”flere spændinger og større konkurrence end længe3”.

2 Udenrigsministeriet (2023). Udenrigs- og sikkerhedspolitisk strategi, s. 17.
3 uss, s. 5
"""
LED_BACK = """Rusland ”ser stort på international lov.”1 Så ”Samtidig står Ukraine over for en massiv
genopbygningsindsats”,2 og der er »flere spændinger og større konkurrence end længe3«.

1. uss, s. 5↩

2. uss, s. 17↩︎

3. rk 7 ↩
"""
INSIDE = """Der er »flere spændinger og større konkurrence end længe[^1]«.

[^1]: rk 7
"""
COUNTED = """Rusland ”ser stort på international lov.”1 Så ”Samtidig står Ukraine over for en massiv
genopbygningsindsats”,2 og der er »flere spændinger og større konkurrence end længe3«.
"""
AGAIN = """»Rusland ser stort på international lov« (uss, s. 5). »Kina vil have større albuerum«
(ibid.). »Samtidig står Ukraine over for en massiv« (sst., s. 12),
»Ukraine over for en massiv genopbygningsindsats« (ibid., s. 17).
"""


@pytest.mark.parametrize(
    ("text", "name", "statuses"),
    [
        (TABLE, "a.md", ["exact", "misplaced", "misplaced"]),
        (TABLE.replace("|---|---|---|---|\n", "").replace(" | ", "\t"), "a.txt", None),
        (LISTED, "a.md", ["exact", "misplaced", "misplaced"]),
        (LISTED, "a.txt", ["exact", "misplaced", "misplaced"]),
        (HEADED, "a.txt", ["exact", "misplaced"]),
        (FOOTED, "a.txt", ["exact", "misplaced", "exact"]),
        (LED_BACK, "a.txt", ["exact", "misplaced", "misplaced"]),
        (INSIDE, "a.md", ["misplaced"]),
        (COUNTED, "a.txt", ["exact", "exact", "exact"]),
        (AGAIN, "a.md", ["exact", "exact", "exact", "misplaced"]),
        ("> Kina vil have større albuerum.\n\n— uss, s. 12\n", "a.md", ["misplaced"]),
        ("> Kina vil have større albuerum.\n\n(uss, s. 5)\n", "a.md", ["exact"]),
    ],
)
def test_citations_that_stand_elsewhere(
    check, text: str, name: str, statuses: list[str] | None
) -> None:
    report = check(text, name)
    found = [item.verdict.status.value for item in report.quotes]
    assert found == (statuses or ["exact", "misplaced", "misplaced"])


@pytest.mark.parametrize(
    "behind",
    [
        " – uss, s. 12",
        " — Udenrigsministeriet (2023), s. 12.",
        ", uss s. 12",
        " [uss, s. 12]",
        " [uss, s. 12](https://um.dk/x)",
        " *(uss, s. 12)*",
        "<br>(uss, s. 12)",
        " <small>(uss, s. 12)</small>",
        " uss/3.1",
        " `uss/3.1`.",
        " **Kilde:** uss, s. 12",
        "\n  - Kilde: uss, s. 12",
        " – Regeringen 2023, s. 12. Det er nyt.",
    ],
)
def test_citations_behind_a_dash_a_comma_or_a_label(check, behind: str) -> None:
    text = f"- *»Rusland ser stort på international lov.«*{behind}\n- Og mere.\n"
    (item,) = check(text, "a.md").quotes
    assert item.verdict.status is Status.MISPLACED
    assert not item.verdict.notes


@pytest.mark.parametrize(
    "behind",
    [
        " – og det er rigtigt.",
        ", skriver regeringen.",
        ", jf. også rk 22.",
        ", modsat rk 22.",
        " – pejlemærke 3 siger noget andet.",
        " [sic]",
        " *[sic]*",
        " og/eller ikke.",
        " – Kina siger det samme.",
    ],
)
def test_what_goes_on_otherwise_is_no_citation(check, behind: str) -> None:
    text = f"»Rusland ser stort på international lov«{behind}\n"
    (item,) = check(text, "a.md").quotes
    assert item.verdict.status is Status.EXACT
    assert item.verdict.notes == ()


def test_where_the_memo_speaks_in_a_block_its_quotations_are_checked(check) -> None:
    said = "> **Pointe:** Strategien mener, at »{}« (uss, s. 5), og det er nyt.\n"
    block = said.format("Rusland ser stort på international lov")
    report = check(block, "a.md")
    assert [(item.quotation.text, item.verdict.status) for item in report.quotes] == [
        ("Rusland ser stort på international lov", Status.EXACT)
    ]
    # A block that is the source's own, with a quotation in it and one word changed.
    block = (
        "> aktivt fremme EU's interne digitale politikker og bestemmelser under hensyntagen til "
        'visionen i "Det digitale kompas 2030: Europas kurs i det digitale årti", når det er trådt '
        "i kraft, og følge udviklingen i digital politik på globalt plan\n"
    )
    (item,) = check(block, "a.md").quotes
    assert item.verdict.status is Status.ALTERED
    assert [change.source for change in item.verdict.differences] == ["vedtaget"]


def test_the_name_of_a_document_in_marks_is_no_quotation(check) -> None:
    text = (
        "Ministeriets »Strategi for tech-diplomati« siger: »Cybertruslen er global.« Modsat »Vores "
        "helt egen strategi for alting« er den kort.\n"
    )
    report = check(text, "a.md")
    assert [(item.quotation.text, item.verdict.status) for item in report.quotes] == [
        ("Cybertruslen er global.", Status.EXACT),
        ("Vores helt egen strategi for alting", Status.NOT_FOUND),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Tænketanken har udgivet bogen »Den lange vej til Bruxelles og hjem igen«.", 0),
        ("Debatbogen »Den lange vej til Bruxelles og hjem igen« er god.", 0),
        ("Et oplæg med titlen *»Den lange vej til Bruxelles og hjem igen«* fulgte.", 0),
        ("Foredraget »Kan vi klare os uden Bruxelles?« holdes på torsdag.", 0),
        ("Jf. også artiklen »Hvad vil Danmark egentlig i Indo-Stillehavet?« i Politiken.", 0),
        ("Hør podcasten »Sikkerhedspolitik på en halv time«.", 0),  # a little like a place
        ("Det er en såkaldt »tosporet tilgang til stormagterne«.", 0),
        ("Rådet taler om den såkaldte »tosporede tilgang til stormagterne«.", 1),
        ("Den såkaldte »åben strategisk autonomi« er svær.", 1),
        ("Den såkaldte »åbne strategiske autonomi« er svær.", 1),
        ("I bogen hedder det: »Den lange vej til Bruxelles og hjem igen«.", 1),
        ("Som det hedder i rapporten »Den lange vej til Bruxelles og hjem igen«.", 1),
        ("Ifølge rapporten »Den lange vej til Bruxelles og hjem igen er farlig«.", 1),
        ("Vi har læst rapporten »Den lange vej til Bruxelles og hjem igen.«", 1),
        ("Vi har læst rapporten »Den lange vej til Bruxelles og hjem igen« (uss).", 1),
        ("Strategien »Den lange vej til Bruxelles og hjem igen« findes ikke.", 1),
        ("Bogen »Rusland ser ikke stort på international lov« er falsk.", 1),
        ("Bogen »Rusland ser stort på international lov« er sand.", 1),
    ],
)
def test_the_title_of_a_work_is_no_quotation(check, text: str, told: int) -> None:
    report = check(text, "a.md")
    assert len(report.quotes) == told


def test_ibid_is_what_was_cited_last_and_no_aside_is(check) -> None:
    text = AGAIN.replace("(sst., s. 12)", "(NATO)").replace("(ibid., s. 17)", "(sst., s. 17)")
    report = check(text, "a.md")
    assert report.quotes[-1].verdict.notes[-1] == (
        "Henvisningen »sst., s. 17« er ikke et kendt sted og er ikke prøvet."
    )


@pytest.mark.parametrize("data", [b"", b"  \n", "\ufeff\ufeff \n".encode(), bytes(range(256)) * 20])
def test_what_cannot_be_read(data: bytes) -> None:
    with pytest.raises(SourceError):
        read_memo(data, "notat.txt")


def test_no_quotations(check) -> None:
    report = check(b"Ingen citater her.", "a.txt")
    assert report.summary == "Ingen citater at prøve."
    assert report.all_exact


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("rk 6", Cited(frozenset({"rk/6"}))),
        ("jf. rk 6-8", Cited(frozenset({"rk/6", "rk/7", "rk/8"}))),
        ("rk 6; uss/3.2", Cited(frozenset({"rk/6", "uss/3.2"}))),
        ("rk 6, s. 5-6, l. 86", Cited(frozenset({"rk/6"}), ((86, 86),), ("5", "6"))),
        (
            "Rådet for Den Europæiske Union: Rådets konklusioner (11406/22), l. 86-88 [rk/6/3]",
            Cited(frozenset({"rk/6/3"}), ((86, 88),)),
        ),
        ("uss", Cited(frozenset({"uss"}))),
        ("[ukendt/1] og [rk/6]", Cited(frozenset({"rk/6"}))),
        ("[rk/6] og [rk/7]", Cited(frozenset({"rk/6", "rk/7"}))),
        ("Strategi for tech-diplomati, prioritet 5", Cited(frozenset({"tech/prioriteter/5"}))),
        ("uss, s. 12", Cited(frozenset({"uss"}), pages=("12",))),
        ("rk 6, s. 5a-5c", Cited(frozenset({"rk/6"}), pages=("5a", "5c"))),
        ("UM 2024", Cited(frozenset({"tech"}))),
        ("UM, 2023: 17", Cited(frozenset({"uss", "partnerskaber"}), pages=("17",))),
        ("Rådet 2022", Cited(frozenset({"rk"}))),
        ("(Rådet, 2022)", Cited(frozenset({"rk"}))),
        (
            "Center for Militære Studier, Amerikansk forsvars- og sikkerhedspolitik i forandring,"
            " 2023.",
            Cited(frozenset({"cms"})),
        ),
        (
            "CMS (2023). Amerikansk forsvars- og sikkerhedspolitik i forandring, s. 3",
            Cited(frozenset({"cms"}), pages=("3",)),
        ),
        ("Rådet, EU's digitale diplomati, konklusion 6", Cited(frozenset({"rk/6"}))),
        ("Rådet, EU's digitale diplomati", Cited(frozenset({"rk"}))),
        ("Rådet (2022: pkt. 5)", Cited(frozenset({"rk/5"}))),
        (
            "https://www.um.dk/udenrigspolitik/lande-og-regioner/strategiske-partnerskaber/",
            Cited(frozenset({"partnerskaber"})),
        ),
        ("https://um.dk/udenrigspolitik", None),
        ("UM 2022", None),
        ("UM", None),
        ("s. 5", None),
        ("min fremhævning", None),
        ("Hansen 2019, s. 4", None),
        ("", None),
        ("(((", None),
    ],
)
def test_citations_beside_quotations(collection, text: str, cited: Cited | None) -> None:
    assert collection.cited(text) == cited


def test_a_number_behind_an_id_is_that_of_a_section_or_of_a_known_page(check) -> None:
    quoted = "»Samtidig står Ukraine over for en massiv genopbygningsindsats« ({})\n"
    statuses = {}
    for cited in ("uss, 3", "uss, 12", "uss, 5", "uss, s. 12"):
        (item,) = check(quoted.format(cited)).quotes
        statuses[cited] = item.verdict.status.value
    assert statuses == {
        "uss, 3": "exact",
        "uss, 12": "exact",
        "uss, 5": "misplaced",
        "uss, s. 12": "exact",
    }
    # The pages of most conclusions are not known: there the number is that of a conclusion.
    text = f"»{BEKYMRING}« (rk, 5)\n"
    (item,) = check(text).quotes
    assert item.verdict.status is Status.MISPLACED


BEKYMRING = "udtrykker bekymring over det stigende omfang"


@pytest.mark.parametrize(
    ("behind", "status", "citation"),
    [
        (", jf. rk 22.", Status.MISPLACED, "rk 22"),
        (", jf. konklusion 21, og derfor må 3 ting ske.", Status.EXACT, "konklusion 21"),
        (", se konklusion 22, l. 425. I 2023 kom det.", Status.MISPLACED, "konklusion 22, l. 425"),
        (", jf. uss, s. 12, der handler om krigen", Status.MISPLACED, "uss, s. 12"),
        (", jf. at 27 lande var enige om rk 22", Status.EXACT, ""),
        (" og jf. rk 22", Status.EXACT, ""),
        (". Se rk 22", Status.EXACT, ""),
        (", se også rk 22", Status.EXACT, ""),
    ],
)
def test_a_citation_with_which_the_sentence_goes_on(
    collection, behind: str, status: Status, citation: str
) -> None:
    (checked,) = collection.verify_text(f"Rådet »{BEKYMRING}«{behind}").quotes
    assert (checked.verdict.status, checked.quotation.citation) == (status, citation)
    assert checked.verdict.notes == ()


@pytest.mark.parametrize(
    "memo", ["»{}« (vrøvl 22)", "»{}«[^1]\n\n[^1]: vrøvl 22", "> {}\n> — vrøvl 22"]
)
def test_a_citation_that_could_not_be_read_is_told(collection, memo: str) -> None:
    (checked,) = collection.verify_text(memo.format(BEKYMRING)).quotes
    assert checked.verdict.status is Status.EXACT
    assert checked.verdict.notes == (
        "Henvisningen »vrøvl 22« er ikke et kendt sted og er ikke prøvet.",
    )
    said = collection.verify(BEKYMRING, cited="vrøvl 22").notes
    assert said == checked.verdict.notes


@pytest.mark.parametrize("remark", ["min fremhævelse", "egen oversættelse", "rk 21"])
def test_a_remark_is_no_citation(collection, remark: str) -> None:
    (checked,) = collection.verify_text(f"»{BEKYMRING}« ({remark})").quotes
    assert checked.verdict.notes == ()
