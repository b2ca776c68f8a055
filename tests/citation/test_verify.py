from __future__ import annotations

import pytest
from made_archives import PARTED, changes, own_archive
from made_quotes import Made, Maker

from strategikort.citation.archive import Archive
from strategikort.citation.differences import Kind
from strategikort.citation.verdict import Cited, Status
from strategikort.citation.verify import ELSEWHERE, verify

# --- made by rule ------------------------------------------------------------------------------


def made(five, seed: int, rounds: int) -> list[Made]:
    maker = Maker(
        list(five.sections.values()),
        {name: source.text for name, source in five.sources.items()},
        seed,
    )
    found: list[Made] = []
    for _ in range(rounds):
        found += maker.exact()
        found += maker.altered()
        found.append(maker.spliced())
    return found


def test_quotations_made_by_rule(five, archive) -> None:
    wrong = []
    for item in made(five, 2022, 25):
        verdict = verify(archive, item.quote)
        if verdict.status.value != item.status:
            wrong.append((item.rule, verdict.status.value, item.quote))
        elif item.status == "altered":
            assert verdict.similarity < 1
            assert verdict.differences
    assert wrong == []


def test_exact_places_give_back_the_words(five, archive) -> None:
    for item in made(five, 2023, 10):
        verdict = verify(archive, item.quote)
        if verdict.status is not Status.EXACT or item.rule == "omission":
            continue
        found = [
            place
            for place in verdict.places
            if item.sections[0] in {p.section.id for p in place.parts}
        ]
        assert found, item.quote
        place = found[0]
        source = five.sources[place.document].text
        raw = "".join(source[start:end] for start, end in place.chars)
        letters = "".join(char for char in item.original if char.isalpha())
        assert letters.strip() in "".join(char for char in raw if char.isalpha())
        lines = {line for first, last in place.lines for line in range(first, last + 1)}
        assert {five.sources[place.document].line_at(start) for start, _ in place.chars} <= lines


def test_fabricated_quotations_are_not_found(five, archive) -> None:
    maker = Maker(list(five.sections.values()), {}, 4)
    for _ in range(40):
        verdict = verify(archive, maker.fabricated())
        assert verdict.status is Status.NOT_FOUND
        assert verdict.found is None


# --- one by one --------------------------------------------------------------------------------


def test_a_sentence_over_columns_is_exact(five, archive) -> None:
    verdict = verify(
        archive,
        "Det handler om at støtte dem i at opbygge modstandsdygtighed og mindske deres "
        "afhængigheder og dermed sårbarhed også over for andre aktørers forsøg på negativ "
        "indflydelse.",
    )
    assert verdict.status is Status.EXACT
    assert verdict.found is not None
    assert verdict.found.lines == ((709, 710), (592, 593))


def test_the_changed_word_is_named_by_its_kind(archive) -> None:
    quote = "har været ledende i at forme principperne for styrket samarbejde mellem {} ligesindede"
    assert verify(archive, quote.format("13")).status is Status.EXACT
    verdict = verify(archive, quote.format("15"))
    assert verdict.status is Status.ALTERED
    assert changes(verdict) == [("15", "13", "number")]


def test_one_changed_word_is_told_though_another_place_has_it(archive) -> None:
    # A pull quote has it so but for a misprint, the text without it but for another word.
    verdict = verify(
        archive,
        "uforudsigelighed, kriser og konfrontationer kan og skal teknologien være en del af",
    )
    assert changes(verdict) == [("konfrontationer", "kontrontationer", "word")]
    assert len(verdict.places) == 1
    assert verdict.notes == ()


def test_changed_sentences_of_several_places_are_set_beside_their_own(archive) -> None:
    verdict = verify(
        archive,
        "Vi skal tilpasse os en verden præget af skærpet global konkurrence. Cybertruslen er meget "
        "global. Rådet understreger, at formålet med EU's digitale diplomati er godt.",
    )
    assert verdict.status is Status.ALTERED
    assert [place.section.id for place in verdict.places] == ["uss/2", "tech/prioriteter/9", "rk/6"]
    assert ("", "strategisk", "word") in changes(verdict)
    assert ("meget", "", "word") in changes(verdict)
    assert verdict.notes == ("Citatet er sat sammen af ord fra flere steder uden udeladelsestegn.",)


def test_what_is_true_of_a_made_up_quotation_is_told(archive) -> None:
    verdict = verify(
        archive,
        "Rusland ser stort på international lov. Danmark vil derfor lukke sin ambassade i Moskva "
        "allerede i det nye år.",
    )
    assert verdict.status is Status.NOT_FOUND
    assert verdict.notes == (
        "Kun en del af citatet står i kilden: »Rusland ser stort på international lov.« (uss/1).",
    )


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("Russia has no respect for the rules of international law, and we must act.", True),
        ("Russia views international law with great respect and esteem", True),
        ("Vi har købt the New York Times og of course en kaffe til kontoret i morges.", False),
        ("Ingen har nogen sinde købt så meget kaffe til kontoret.", False),
    ],
)
def test_a_quotation_in_english_may_be_translated(archive, quote: str, said: bool) -> None:
    verdict = verify(archive, quote)
    assert verdict.status is Status.NOT_FOUND
    note = "Citatet er på engelsk. Er det oversat, kan ordene ikke prøves mod kildens."
    assert (note in verdict.notes) == said


def test_outside_is_no_negation_and_without_is() -> None:
    archive = own_archive("Vi samarbejder med partnere uden for Norden og arbejder uden støtte.")
    verdict = verify(archive, "Vi samarbejder med partnere og arbejder uden støtte.")
    assert changes(verdict) == [("", "uden for Norden", "name")]
    verdict = verify(archive, "Vi samarbejder med partnere uden for Norden og arbejder med støtte.")
    assert changes(verdict) == [("med", "uden", "negation")]


def test_weighty_differences_come_first() -> None:
    archive = own_archive(
        "Det er vigtigt for os alle sammen, at Danmark i de kommende år ikke giver mere end "
        "12 milliarder kroner til den slags formål."
    )
    verdict = verify(
        archive,
        "Det er vigtig for os alle sammen, at Norge i de kommende år giver mere end "
        "13 milliarder kroner til den slags formål.",
    )
    assert [item.kind for item in verdict.differences] == [
        Kind.NUMBER,
        Kind.NEGATION,
        Kind.NAME,
        Kind.WORD,
    ]
    assert changes(verdict)[1] == ("", "ikke", "negation")


@pytest.mark.parametrize(
    ("quote", "change"),
    [
        (
            "Vi er uafhængige af andres beslutninger om energi",
            ("uafhængige", "afhængige", "negation"),
        ),
        ("Vi var afhængige af andres beslutninger om energi", ("var", "er", "verb")),
        ("Vi er afhængige af andres beslutninger, om energi", (",", "", "punctuation")),
        (
            "Vi er afhængige af andres Beslutninger om energi",
            ("Beslutninger", "beslutninger", "case"),
        ),
        (
            "Vi er afhængige af andres be-slutninger om energi",
            ("be-slutninger", "beslutninger", "hyphen"),
        ),
    ],
)
def test_kinds_of_change(quote: str, change: tuple[str, str, str]) -> None:
    archive = own_archive("Vi er afhængige af andres beslutninger om energi.", "De er her endnu.")
    verdict = verify(archive, quote)
    assert verdict.status is Status.ALTERED
    assert changes(verdict) == [change]


def test_a_very_long_quotation_with_one_change_is_altered() -> None:
    words = [f"ord{number} står her" for number in range(3000)]
    archive = own_archive(" ".join(words))
    assert verify(archive, " ".join(words)).status is Status.EXACT
    words[1500] = "ord1500 står ikke her"
    verdict = verify(archive, " ".join(words))
    assert verdict.status is Status.ALTERED
    assert verdict.similarity < 1
    assert changes(verdict) == [("ikke", "", "negation")]


def test_adjacent_paragraphs_and_sections_may_be_run_over() -> None:
    archive = own_archive("Først siges det ene om sagen.", "Dernæst siges det andet om den.")
    verdict = verify(archive, "det ene om sagen. Dernæst siges det andet")
    assert verdict.status is Status.EXACT
    assert [part.section.id for part in verdict.places[0].parts] == ["egen/0", "egen/1"]


def test_a_place_has_the_words_that_stand_there_and_no_more() -> None:
    archive = own_archive(
        "Først siges det ene. Så siges det andet. Til sidst det tredje.", "Og mere."
    )
    source = archive.source("egen").text
    for quote in ("Så siges det andet.", "siges det", "Først", "tredje. Og"):
        (place, *_) = verify(archive, quote).places
        assert " ".join(place.text.split()) == quote
        assert [part.text for part in place.parts] == [
            source[start:end] for start, end in place.chars
        ]
        for part in place.parts:
            assert part.section.text.text[part.start : part.end] == part.text


def test_what_runs_over_sections_is_in_the_one_that_holds_them(archive) -> None:
    texts = {section.id: section.text.text for section in archive.sections}
    parts = [texts[f"rk/6/{led}"] for led in (3, 4)]
    verdict = verify(archive, f"{parts[0][-60:]} {parts[1][:60]}")
    (place,) = verdict.places
    assert [part.section.id for part in place.parts] == ["rk/6/3", "rk/6/4"]
    assert place.section.id == "rk/6"
    alone = verify(archive, parts[0])
    assert alone.places[0].section.id == "rk/6/3"


def test_a_heading_stands_at_its_own_lines(five, archive) -> None:
    headed = [
        section
        for section in five.sections.values()
        if section.heading and "title" not in section.derived and len(section.title) > 25
    ]
    assert len(headed) > 30
    for section in headed:
        verdict = verify(archive, section.title, Cited(frozenset({section.id})))
        assert verdict.status is Status.EXACT
        # The same words may stand in the text as well, which comes first.
        places = [(place.text, place.chars, place.lines) for place in verdict.places]
        assert (section.title, section.heading, section.heading_lines) in places


def test_the_list_of_all_is_no_place_to_cite(archive) -> None:
    texts = {section.id: section.text.text for section in archive.sections}
    parts = [texts[f"rk/{number}"] for number in (12, 13)]
    (place,) = verify(archive, f"{parts[0][-60:]} {parts[1][:60]}").places
    assert place.section.id in ("rk/12", "rk/13")


def test_a_splice_shows_both_places(archive) -> None:
    verdict = verify(
        archive,
        "Rådet udtrykker bekymring over det stigende omfang af hurtige teknologiske fremskridt "
        "der ændrer magtbalancen mellem stater og selskaber",
    )
    assert verdict.status is not Status.EXACT
    archive = own_archive(
        "Danmark vil styrke sit samarbejde med de nordiske lande om cyberforsvar.",
        "Noget helt andet, som skiller de to ad.",
        "Regeringen afviser derimod enhver tanke om at hæve afgiften på diesel.",
    )
    verdict = verify(archive, "Danmark vil styrke sit samarbejde om at hæve afgiften på diesel.")
    assert verdict.status is Status.ALTERED
    assert [place.section.id for place in verdict.places] == ["egen/0", "egen/2"]
    assert changes(verdict) == [
        ("om at hæve afgiften", "med de nordiske lande", "join"),
    ]


# --- omissions and insertions ------------------------------------------------------------------


# --- short ones, footnotes, misplaced ----------------------------------------------------------


@pytest.mark.parametrize(
    ("quote", "status"),
    [
        ("derimod", Status.EXACT),
        ("købe fler", Status.TOO_SHORT),
        ("vil købe huse", Status.TOO_SHORT),
        ("vil købe huset", Status.NOT_FOUND),
        ("", Status.TOO_SHORT),
        ("…", Status.TOO_SHORT),
        ("»«", Status.TOO_SHORT),
        ("vil derimod sælge flere aktier", Status.ALTERED),
    ],
)
def test_short_quotations(quote: str, status: Status) -> None:
    archive = own_archive(*PARTED, "Man vil sælge flere aktier.")
    assert verify(archive, quote).status is status


def test_a_footnote_mark_is_not_wording(five, archive) -> None:
    note = five.sections["rk/6/9"].footnotes[1]
    text = five.sections["rk/6/9"].text.text
    start = text.index("hybride kampagner")
    with_mark = text[start - 60 : note.offset] + note.mark + text[note.offset :]
    assert verify(archive, with_mark.lstrip("abcdefghijklmnopqrstuvwxyz")).status is Status.EXACT
    other = text[start - 60 : note.offset] + "7" + text[note.offset :]
    verdict = verify(archive, other.lstrip("abcdefghijklmnopqrstuvwxyz"))
    assert verdict.status is Status.ALTERED
    assert verdict.differences[0].kind is Kind.NUMBER


@pytest.mark.parametrize(
    ("cited", "status"),
    [
        (Cited(frozenset({"rk/21"})), Status.EXACT),
        (Cited(frozenset({"rk"})), Status.EXACT),
        (Cited(frozenset({"rk/20", "rk/21"})), Status.EXACT),
        (Cited(frozenset({"rk/7"})), Status.MISPLACED),
        (Cited(frozenset({"uss"})), Status.MISPLACED),
        (Cited(frozenset({"rk/21"}), lines=((400, 420),)), Status.EXACT),
        (Cited(frozenset({"rk/21"}), lines=((1, 5),)), Status.MISPLACED),
        (Cited(frozenset({"rk/21"}), pages=("99",)), Status.EXACT),
    ],
)
def test_a_citation_to_the_wrong_place(archive, cited: Cited, status: Status) -> None:
    quote = "den stadig mere sofistikerede karakter af desinformation"
    verdict = verify(archive, quote, cited)
    assert verdict.status is status
    assert verdict.found is not None
    assert verdict.found.section.id == "rk/21"


def test_a_known_page_can_be_wrong(archive, five) -> None:
    section = five.sections["rk/6/5"]
    quote = section.text.text[:60].rsplit(" ", 1)[0]
    ids = frozenset({"rk/6/5"})
    assert verify(archive, quote, Cited(ids, pages=("5",))).status is Status.EXACT
    assert verify(archive, quote, Cited(ids, pages=("6",))).status is Status.MISPLACED


def test_places_that_are_not_told_are_said_to_be_there(archive) -> None:
    # Twenty places of »EU« looked like all there are.
    told = "Ordene står flere steder, end der er nævnt her."
    many = verify(archive, "EU")
    assert (len(many.places), many.notes) == (20, (told,))
    assert told not in verify(archive, "Rusland ser stort på international lov").notes
    cited = verify(archive, "EU", Cited(frozenset({"uss/pejlemærker/3"})))
    assert (cited.places[0].section.id, cited.notes) == ("uss/pejlemærker/3", (told,))


def test_of_several_places_the_cited_one_comes_first() -> None:
    archive = own_archive("Det samme står her to gange.", "Og igen: Det samme står her to gange.")
    cited = Cited(frozenset({"egen/1"}))
    verdict = verify(archive, "Det samme står her to gange", cited)
    assert [place.section.id for place in verdict.places] == ["egen/1", "egen/0"]


def test_a_changed_quotation_is_laid_beside_the_edition_that_is_cited() -> None:
    """Editions say the same but for a number: the others are no nearer than the one cited."""
    archive = own_archive(
        "Bestanden må ikke overstige 7 kuld i zonen.",
        "Bestanden må ikke overstige 9 kuld i zonen.",
        "Rederiet får penge for hver afgang om vinteren.",
    )
    quote = "Bestanden må ikke overstige 10 kuld i zonen."
    for section, number in (("egen/0", "7"), ("egen/1", "9")):
        verdict = verify(archive, quote, Cited(frozenset({section})))
        assert changes(verdict) == [("10", number, "number")]
        assert [place.section.id for place in verdict.places] == [section]
        assert verdict.notes == ()
    # What says something else is not what was quoted, though it is cited.
    verdict = verify(archive, quote, Cited(frozenset({"egen/2"})))
    assert verdict.places[0].section.id in ("egen/0", "egen/1")
    assert verdict.notes == (ELSEWHERE,)
    other = Cited(frozenset({"egen/2"}), others=(Cited(frozenset({"egen/1"})),))
    assert verify(archive, quote, other).places[0].section.id == "egen/1"


def test_running_text_comes_before_pull_quotes() -> None:
    archive = own_archive("Det samme står her to gange.", "Det samme står her to gange.")
    sections = [archive.sections[0]._replace(kind="citat"), archive.sections[1]]
    verdict = verify(Archive(sections, archive.source), "Det samme står her to gange")
    assert [place.section.id for place in verdict.places] == ["egen/1", "egen/0"]
