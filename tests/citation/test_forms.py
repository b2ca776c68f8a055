"""Quotations as people set them: in other marks, in lists, over line ends, with a word changed."""

from __future__ import annotations

import pytest

from strategikort.citation.memofile import Memo
from strategikort.citation.quotes import find_quotes
from strategikort.citation.verdict import Status
from strategikort.citation.verify import verify
from tests.readers.word import p, word

ACTIVE = "Vi skal føre en aktiv, ambitiøs og optimistisk udenrigspolitik"
BOND = "NATO og et stærkt transatlantisk bånd er fortsat krumtappen for vores sikkerhed"
INDUSTRY = (
    "Danmark skal også engagere sig i opbygningen af europæisk forsvarsindustri og styrke vores"
    " virksomheders engagement i de internationale samarbejder"
)


@pytest.mark.parametrize("blank", [" ", "\u00a0", "\u202f"])
def test_blanks_within_french_marks(check, blank: str) -> None:
    report = check(
        f"Det hedder «{blank}{ACTIVE}{blank}» (uss), og det er «ord», siger hun.", "a.txt"
    )
    assert [item.verdict.status for item in report.quotes] == [Status.EXACT]
    assert report.warnings == ()


@pytest.mark.parametrize(
    "text",
    [
        "Han sagde „Vi skal tale ”åbent og ærligt” med de andre lande“ og gik.",
        "Han sagde “Vi skal tale ”åbent og ærligt” med de andre lande” og gik.",
        "Han sagde »Vi skal tale «åbent og ærligt» med de andre lande« og gik.",
        "Han sagde «Vi skal tale »åbent og ærligt« med de andre lande» og gik.",
    ],
)
def test_marks_within_marks_that_look_like_their_ends(text: str) -> None:
    found = find_quotes(Memo("", text, ""))
    assert [item.text.split()[-1] for item in found.quotes] == ["lande"]
    assert found.warnings == ()


@pytest.mark.parametrize("mark", ["*", "-", "+", "1.", "a)"])
def test_an_item_of_a_list_that_is_a_documents_words(check, mark: str) -> None:
    report = check(f"Fakta\n\n{mark} {INDUSTRY}\n{mark} Strategien er lang.\n", "a.txt")
    assert [item.verdict.status for item in report.quotes] == [Status.EXACT]


def test_a_word_that_goes_on_with_a_small_word_at_a_line_end(archive) -> None:
    quote = (
        "NATO og EU ikke blot mødes til officielle højniveaumøder eller på stab-\ntil-stab-niveau"
    )
    assert verify(archive, quote).status is Status.EXACT


@pytest.mark.parametrize(
    ("quote", "difference"),
    [
        ("Vi fremme vores værdier og rettigheder med blik for", ("", "skal")),
        ("særligt hvad angår udvikling og af ny teknologi", ("", "implementering")),
        (
            "NATO’s planlægningsprocesser yderligere, særligt hvad angår udvikling og af",
            ("", "implementering"),
        ),
    ],
)
def test_a_word_left_out_beside_the_end_of_a_quotation(archive, quote, difference) -> None:
    verdict = verify(archive, quote)
    found = [(item.quote, item.source) for item in verdict.differences]
    assert difference in found


def test_a_dash_that_begins_a_line_is_no_change_beside_another(archive) -> None:
    quote = "NATO kvanteacceleratorprogram\n– DIANA – og har afledt en række drøftelser i EU"
    found = verify(archive, quote).differences
    assert [(item.quote, item.source) for item in found] == [("EU", "NATO"), ("", "strategiske")]


def test_a_quotation_within_what_somebody_else_says(check) -> None:
    text = (
        f'Spørgsmål: "Vil ministeren redegøre for, at »{BOND}«, jf. rk 6, og vil ministeren'
        ' bekræfte, at »3 procent af BNP til 2030« er målet?"'
    )
    report = check(text, "a.txt")
    found = [(item.quotation.citation, item.verdict.status) for item in report.quotes]
    assert found == [("", Status.NOT_FOUND), ("rk 6", Status.MISPLACED), ("", Status.ALTERED)]


def test_a_quotation_within_a_quotation_is_not_told_beside_it(check) -> None:
    text = (
        "Rådet nævner »visionen i ›Det digitale kompas 2040: Europas kurs i det digitale årti‹,"
        " når det er vedtaget«."
    )
    assert [item.verdict.status for item in check(text, "a.txt").quotes] == [Status.ALTERED]


CHANGED = "Vi skal opdyrke og udvikle flere ulige partnerskaber, ikke lukke døre"
AROUND = "Notatet gennemgår baggrunden for sagen og peger på mulige næste skridt i arbejdet."


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", f"{AROUND}\n\n**{CHANGED}.**\n\n{AROUND}\n"),
        ("a.md", f"{AROUND}\n\n*{CHANGED}*\n\n{AROUND}\n"),
        ("a.txt", f"{AROUND}\n\n     {CHANGED[:33]}\n     {CHANGED[33:]}.\n\n{AROUND}\n"),
        ("a.html", f"<p>{AROUND}</p><aside><p>{CHANGED}.</p></aside><p>{AROUND}</p>"),
        ("a.html", f"<p>{AROUND}</p><p class='pull-quote'>{CHANGED}</p><p>{AROUND}</p>"),
    ],
)
def test_a_changed_pull_quote_without_marks(check, name: str, text: str) -> None:
    (item,) = check(text, name).quotes
    assert item.verdict.status is Status.ALTERED
    assert item.verdict.differences[0].quote == "ulige"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", f"{AROUND}\n\n{CHANGED}.\n\n{AROUND}\n"),
        ("a.md", f"{AROUND}\n\n**{AROUND}** {CHANGED}\n\n{AROUND}\n"),
        ("a.txt", f"     {AROUND}\n\n     {CHANGED[:40]}\n{CHANGED[40:]}.\n\n{AROUND}\n"),
        ("a.html", f"<p>{AROUND}</p><p>{CHANGED}.</p><p>{AROUND}</p>"),
        ("a.html", f"<p>{AROUND}</p><aside><p>{AROUND}</p></aside><p>{AROUND}</p>"),
    ],
)
def test_what_a_memo_says_in_nearly_the_same_words_is_its_own(check, name, text) -> None:
    assert check(text, name).quotes == ()


def test_a_changed_pull_quote_in_large_type(check) -> None:
    large = '<w:sz w:val="32"/>'
    body = "".join((p(AROUND), p(CHANGED, run=large), p(AROUND), p(AROUND)))
    report = check(word(body), "a.docx")
    assert [item.verdict.status for item in report.quotes] == [Status.ALTERED]


def test_a_caption_that_is_only_not_read_aloud(check) -> None:
    page = (
        f"<p>{AROUND}</p><figure><img src='a.png'><figcaption aria-hidden='true'>Figur 1."
        f" »{CHANGED}«</figcaption></figure><p>{AROUND}</p>"
    )
    assert [item.verdict.status for item in check(page, "a.html").quotes] == [Status.ALTERED]


def test_a_number_that_begins_a_quotation_is_changed(check) -> None:
    text = "Det er »3 procent af BNP til 2030« og »60 medlemsstater bakkede op om Danmarks vision«."
    first, second = check(text, "a.txt").quotes
    assert [(item.quote, item.source) for item in first.verdict.differences] == [("3", "2")]
    assert ("60", "27") in [(item.quote, item.source) for item in second.verdict.differences]


def test_a_quotation_in_marks_that_is_an_item_of_a_list(check) -> None:
    report = check(f"Citater:\n\n9. »{INDUSTRY}«\n10. »{BOND}« (uss)\n", "a.md")
    assert [item.verdict.notes for item in report.quotes] == [(), ()]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", f"> {BOND}.\n>\n> *Udenrigs- og sikkerhedspolitisk strategi (2023)*\n"),
        ("a.md", f"> {BOND}.\n> Regeringen 2023, s. 11\n"),
        (
            "a.html",
            f"<blockquote><p>{BOND}.</p><footer>Regeringen, <cite>Udenrigs- og"
            " sikkerhedspolitisk strategi</cite></footer></blockquote>",
        ),
        (
            "a.html",
            f"<blockquote><p>{BOND}.</p><footer>Regeringen 2023, afsnit 3.1</footer></blockquote>"
            f"<p>Man vil »{ACTIVE[8:]}« (uss, s. 5).</p>",
        ),
    ],
)
def test_the_source_below_a_block_quotation(check, name: str, text: str) -> None:
    item, *_ = check(f"{text}\n{'' if name == 'a.html' else AROUND}", name).quotes
    assert item.verdict.status is Status.EXACT
    assert item.cited is not None
    assert "uss" in {one.partition("/")[0] for one in item.cited.ids}


def test_what_is_below_half_a_sentence_is_its_source_where_it_has_a_number(check) -> None:
    (item,) = check(f"> {BOND}\n>\n> rk 12\n\n{AROUND}", "a.md").quotes
    assert item.verdict.status is Status.MISPLACED
    (item,) = check(f"> {BOND}\n>\n> Georgien\n\n{AROUND}", "a.md").quotes
    assert item.quotation.citation == ""


def test_a_table_that_goes_on_after_its_page() -> None:
    head, row = ("Emne", "Citat", "Kilde"), ("Et", INDUSTRY, "rk 6")
    text = ""
    tables: list[list[list[tuple[int, int]]]] = []
    for rows in ([head, row], [row], [row, row]):
        tables.append([])
        for cells in rows:
            tables[-1].append([])
            for cell in cells:
                tables[-1][-1].append((len(text), len(text) + len(cell)))
                text += f"{cell}\t"
            text += "\n"
        text += "\n"
    found = find_quotes(
        Memo("", text, "", tables=tables), stands=lambda items: [len(items) == 4] * len(items)
    )
    assert [item.citation for item in found.quotes] == ["rk 6"] * 4


def test_a_page_that_cannot_be_checked_is_told(check) -> None:
    rights = "Friheden til at kunne ytre sig, tænke, tro og forsamles frit"
    first, second = check(f"»{rights}« (uss, s. 18). »{BOND}« (uss, s. 11).", "a.txt").quotes
    assert first.verdict.status is second.verdict.status is Status.EXACT
    assert first.verdict.notes == (
        "Sidetallet er ikke prøvet: Kildens sidetal kendes ikke på stedet.",
    )
    assert second.verdict.notes == ()


@pytest.mark.parametrize("mark", ["[{}]", "[^{}]:", "{}.", "³"])
def test_a_note_is_no_part_of_the_sentence_below_it(check, mark: str) -> None:
    notes = ["rk 26.", "EU's digitale diplomati: Rådets konklusioner.", f"Der står »{BOND}«."]
    lines = [f"{mark.format(number)} {note}" for number, note in enumerate(notes, start=1)]
    (item,) = check("Noter\n\n" + "\n".join(lines) + "\n", "a.txt").quotes
    assert (item.quotation.citation, item.verdict.status) == ("", Status.EXACT)


THREE = "Støtte EU’s naboer mod øst og på Vestbalkan"


@pytest.mark.parametrize(
    "remark",
    [
        *("min fremhævning", "mine fremhævelser", "mit kursiv", "egen kursivering"),
        *("egne fremhævninger", "vores understregning", "forf. fremhævning", "forf.s kursivering"),
        *("forfatterens fremhævning", "fremhævet her", "kursiv tilføjet", "kursiveret af mig"),
        *("fremhævelse i original", "understreget i originalen"),
    ],
)
def test_a_remark_of_who_quotes_stands_before_a_place_or_behind_it(check, remark: str) -> None:
    for beside in (f"({remark}) (rk 22)", f"(rk 22, {remark})", f"(rk 22; {remark})"):
        (found,) = check(f"»{THREE}« {beside}.").quotes
        assert found.verdict.status is Status.MISPLACED, beside
    (found,) = check(f"»{THREE}« ({remark}).").quotes
    assert (found.verdict.status, found.verdict.notes) == (Status.EXACT, ())


@pytest.mark.parametrize(
    "text",
    [
        *(
            "»{}« (rk 22).",
            "»{}« (se rk 22).",
            "»{}« (sic) (rk 22).",
            "»{}« [rk/22].",
            "»{}« – rk 22",
        ),
        *(
            "»{}«, jf. rk 22.",
            "»{}« jfr. rk 22.",
            "»{}«, cf. rk 22.",
            "»{}«, se rk 22.",
            "»{}«, rk 22.",
        ),
        *(
            "»{}«\n(rk 22).",
            "»{}«\n— rk 22",
            "»{}«\n– rk 22",
            "»{}«\nKilde: rk 22",
            "*»{}«* (*rk 22*).",
        ),
        *(
            "> {}\n\n(rk 22).",
            "> {}\n\n(rk 22)",
            "> {}\n\nKilde: rk 22",
            "> {}\n\n— rk 22",
            "> {} (rk 22)",
        ),
        *("> {}\n>\n> — rk 22", "> {}\n> (rk 22).", "> »{}« — rk 22", "> »{}.«\n> Kilde: rk 22"),
        *("> {}. — rk 22", "> {}. Kilde: rk 22", "»{}«.[^1]\n\n[^1]: rk 22.", "»{}«¹\n\n¹ rk 22."),
    ],
)
def test_a_place_is_read_however_it_is_set(check, text: str) -> None:
    (found,) = check(text.format(THREE)).quotes
    assert (found.verdict.status, found.quotation.citation.rstrip(".")[-2:]) == (
        Status.MISPLACED,
        "22",
    )


@pytest.mark.parametrize("same", ["ibid.", "ibidem", "sst.", "smst.", "samme sted", "samme  værk"])
def test_what_repeats_a_place_is_read_as_it(check, same: str) -> None:
    first, second = check(f"»{THREE}« (rk 22). »{THREE}« ({same}).").quotes
    assert second.verdict.status is first.verdict.status is Status.MISPLACED


def test_an_item_below_a_quotation_is_no_place(check) -> None:
    (found,) = check(f"»{THREE}«\n- rk 22\n- rk 23\n").quotes
    assert found.verdict.status is Status.EXACT


@pytest.mark.parametrize(("number", "status"), [(3, Status.EXACT), (2, Status.ALTERED)])
def test_a_number_that_the_source_only_counts_is_its_own(archive, number: int, status) -> None:
    quote = f"{number}. Støtte EU’s naboer mod øst og på Vestbalkan"
    assert verify(archive, quote).status is status


@pytest.mark.parametrize(
    ("cited", "status"),
    [("CMS, anbefalinger", Status.EXACT), ("CMS, hovedpunkter", Status.MISPLACED)],
)
def test_the_chapter_of_what_is_cited_by_its_plural_is_a_place_of_it(check, cited, status) -> None:
    text = (
        f"Man kan »danne inspiration for fremtidig dansk forsvars- og sikkerhedspolitik« ({cited})."
    )
    assert [item.verdict.status for item in check(text).quotes] == [status]


OFFLINE = (
    "Rådet understreger betydningen af, at de rettigheder, som gælder offline, også gælder online."
)


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        (f"Om rettigheder:\n\n> {OFFLINE}\n\n{{}}\n\n> {BOND}.\n\n{{}}\n", "below"),
        (f"{{}}\n\n> {OFFLINE}\n\n{{}}\n\n> {BOND}.\n\n{AROUND}", "above"),
        (
            f"Om det:\n\n> {OFFLINE}\n\n{{}}\n\n> {BOND}.\n\n{{}}\n\n> {OFFLINE}\n\n{AROUND}",
            "prose",
        ),
        (
            f"Om det:\n\n> {OFFLINE}\n\nSå til {{}}, som er noget andet:\n\n> {BOND}.\n\n{{}}",
            "last",
        ),
    ],
)
def test_a_source_between_two_blocks_is_that_of_the_one_as_the_others_have_theirs(
    check, text: str, statuses: str
) -> None:
    right = ("Rådets konklusioner, konklusion 18.", "Regeringen 2023, afsnit 3.1.")
    wrong = ("Rådets konklusioner, konklusion 19.", "Regeringen 2023, afsnit 3.2.")
    told = [item.verdict.status for item in check(text.format(*right)).quotes]
    assert {*told} == {Status.EXACT}
    told = [item.verdict.status for item in check(text.format(*wrong)).quotes]
    expected = {
        "below": [Status.MISPLACED, Status.MISPLACED],
        "above": [Status.EXACT, Status.EXACT],  # which are not read
        "last": [Status.EXACT, Status.MISPLACED],
        "prose": [Status.EXACT, Status.EXACT],  # which may be those of what follows
    }
    assert told[:2] == expected[statuses]


@pytest.mark.parametrize(
    ("cited", "status"),
    [
        ("Rådet 2022: pkt. 14", Status.EXACT),
        ("Rådet 2022: pkt. 12", Status.MISPLACED),
        ("um.dk/udenrigspolitik/lande-og-regioner/strategiske-partnerskaber", Status.MISPLACED),
        ("www.um.dk/udenrigspolitik/lande-og-regioner/strategiske-partnerskaber", "misplaced"),
    ],
)
def test_a_place_behind_a_year_and_an_address_without_its_protocol(check, cited, status) -> None:
    quote = "fortsat dialog og samarbejde med den private sektor, herunder onlineplatforme"
    (item,) = check(f"Man vil have »{quote}« ({cited}).").quotes
    assert item.verdict.status == status
