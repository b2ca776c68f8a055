"""As what a subject stands in a sentence whose truth is known."""

from __future__ import annotations

import pytest

from strategikort.index.absence.judging import Level
from strategikort.index.absence.presence import SubjectFinder
from strategikort.index.absence.subjectwords import completed, subject_words
from strategikort.index.querying.filters import Filters
from strategikort.index.querying.query import QueryWord, distinct, parse_query
from strategikort.language.thesaurus import Thesaurus
from tests.index.small import ANALYZER, searcher

THESAURUS = Thesaurus.load(lexicon=ANALYZER.lexicon)


def level_of(subject: str, text: str) -> str:
    """Return as what ``subject`` stands in ``text``; ``no`` if it does not."""
    index = searcher(text, "Noget helt andet.", thesaurus=THESAURUS)
    lexicon = index.expander.lexicon
    query = completed(parse_query(subject), lexicon)
    content = subject_words(query, index.content_words(query), lexicon)
    words = distinct((*content, *query.phrase_words))
    _, standing = SubjectFinder(index).standing(query, words, Filters())
    return min(item.level for item in standing).how if standing else "no"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("cyber-angreb", "Cyberangrebet ramte havnen."),
        ("tech-diplomati", "Techdiplomatiet er nyt."),
        ("indo-pacifisk", "Den indopacifiske region vokser."),
        ("euro-atlantisk", "Det euroatlantiske samarbejde lever."),
        ("ikke-statslig", "Ikkestatslige aktører truer."),
        ("Kina-strategi", "Kinastrategien er klar."),
        ("til stede", "Danmark er tilstede i Arktis."),
        ("tilstede", "Danmark skal være til stede i Arktis."),
        ("afsted", "Soldaterne tog af sted i går."),
        ("af sted", "Soldaterne tog afsted i går."),
    ],
)
def test_a_word_is_itself_whether_it_is_written_as_one_or_as_two(subject: str, text: str) -> None:
    assert level_of(subject, text) == "itself"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("klima krise", "Klimakrisen er her."),
        ("angreb", "Cyberangrebet ramte havnen."),
        ("cyber-trussel", "Cyberangrebet er en trussel."),
    ],
)
def test_what_was_typed_as_two_words_is_no_word_with_a_hyphen(subject: str, text: str) -> None:
    assert level_of(subject, text) == "inside"


@pytest.mark.parametrize(
    ("subject", "text"),
    [("fordele", "Det gælder for dele af landet."), ("vedtage", "Han gik ved tage og mure.")],
)
def test_only_an_adverb_is_also_its_two_words(subject: str, text: str) -> None:
    assert level_of(subject, text) == "no"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("lande", "Et land er nok."),
        ("lande", "Flyet landede sikkert."),
        ("love", "En lov er nok."),
        ("navne", "Et navn er givet."),
        ("byer", "En by er nok."),
        ("kilder", "En kilde er nok."),
        ("tekster", "En tekst er nok."),
        ("former", "En form er nok."),
        ("frister", "En frist er nok."),
        ("by", "En by er nok."),
        ("smart by", "De bygger smarte byer."),
        ("team", "Vi sender to teams."),
        ("teams", "Vi sender et team."),
        ("land", "Det er begge landes grænse."),
        ("skabes", "De vil skabe vækst."),
        ("skab", "Skabet er et af fire skabe, som andre skaber."),
        ("vind", "Der er stærke vinde."),
        ("del", "Det er begge dele."),
        ("land", "Andre lande er enige, og flyet lander."),
        ("ung", "Unge er enige."),
        ("sikres", "Vi sikrede freden."),
    ],
)
def test_a_plural_that_is_another_word_too_is_of_its_singular(subject: str, text: str) -> None:
    assert level_of(subject, text) == "itself"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("30 lande", "Der er 30 medlemslande."),
        ("kilder", "Der er en datakilde."),
        ("tekster", "Lovteksten er klar."),
    ],
)
def test_a_plural_that_is_another_word_too_is_in_compounds(subject: str, text: str) -> None:
    assert level_of(subject, text) == "inside"


def test_words_that_mean_something_together_are_looked_for_singly_as_well() -> None:
    text = "Kina arbejder samtidig målrettet på at opnå mere indflydelse."
    index = searcher(text, "Noget helt andet.", thesaurus=THESAURUS)
    subjects = SubjectFinder(index)
    words = parse_query("kinesisk indflydelse").words
    assert subjects.vocabulary.counted.says_more_singly(words, words)
    assert not subjects.vocabulary.counted.says_more_singly(words[:1], words[:1])
    assert not any(
        subjects.vocabulary.counted.says_more_singly(w, w)
        for w in map(_words, ("New START", "Green Deal", "life science", "big tech"))
    )
    assert level_of("kinesisk indflydelse", text) == "no"
    query = parse_query("kinesisk indflydelse")
    _, standing = subjects.standing(query, words, Filters(), singly=True)
    assert [item.level for item in standing] == [Level.SCATTERED]


def _words(subject: str) -> tuple[QueryWord, ...]:
    return parse_query(subject).words


def test_lige_in_front_of_a_noun_is_part_of_the_subject() -> None:
    assert level_of("lige rettigheder", "Alle har rettigheder.") == "no"
    assert level_of("lige rettigheder", "Alle har lige rettigheder.") == "itself"
    assert level_of("lige nu i Kina", "Det sker i Kina.") == "itself"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("etik", "De er etiske."),
        ("kemi", "Kemiske stoffer."),
        ("elektricitet", "Elektriske tog."),
        ("misbrug", "Misbrugere får hjælp."),
        ("alkoholmisbrug", "Alkoholmisbrugere får hjælp."),
        ("våbensalg", "Våbensælgerne tjener penge."),
        ("medlemskab", "Medlemmerne er enige."),
        ("investering", "Investorerne er enige."),
    ],
)
def test_a_word_of_one_root_is_kindred(subject: str, text: str) -> None:
    assert level_of(subject, text) == "kindred"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("krigerne", "Det er en krig."),
        ("hav", "Vi har en plan."),
        ("mad", "Mads talte."),
        ("tren", "Tre lande er enige."),
    ],
)
def test_a_word_that_only_looks_like_a_form_is_none(subject: str, text: str) -> None:
    assert level_of(subject, text) == "no"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("fortale", "Han har fortalt det."),
        ("aktiver", "Et aktivt diplomati virker."),
        ("aktivt", "Aktiverne er frosset."),
        ("skab", "Her skabes vækst."),
        ("skabes", "Et skab er tomt."),
        ("tag", "Det tages op i dag."),
        ("sikker", "Freden sikres nu."),
        ("sikres", "Freden er sikker."),
        ("skab", "Vi vil skabe vækst, som andre skaber den."),
        ("vind", "De vil vinde, og de vandt."),
        ("lever", "De skal levere varen, for de leverer altid."),
        ("sikker", "Vi sikrer freden for at sikre alle."),
        ("arbejderne", "Dette arbejde går godt."),
    ],
)
def test_a_form_of_another_word_with_the_same_spelling_is_only_kindred(
    subject: str, text: str
) -> None:
    assert level_of(subject, text) == "kindred"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("aktiv", "Et aktivt diplomati virker."),
        ("aktiv", "Aktiverne er frosset."),
        ("fortælle", "Han har fortalt det."),
        ("militær", "Militæret øver sig."),
        ("militære", "Det er et militært svar."),
        ("beslutte", "Det er besluttet."),
        ("støtte", "Landet støttes fortsat."),
        ("valgt", "De vælger ham."),
        ("arbejderne", "En arbejder kom til skade."),
    ],
)
def test_a_form_of_either_word_with_a_spelling_is_itself(subject: str, text: str) -> None:
    assert level_of(subject, text) == "itself"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("hundrede dage", "De første 100 dage gik."),
        ("100 dage", "De første hundrede dage gik."),
        ("tusind soldater", "Der er 1.000 soldater."),
        ("1.000 soldater", "Der er tusind soldater."),
        ("femogtyve lande", "De 25 lande er enige."),
    ],
)
def test_a_number_in_letters_is_that_in_digits(subject: str, text: str) -> None:
    assert level_of(subject, text) == "itself"


@pytest.mark.parametrize(
    ("subject", "text"),
    [("hundrede dage", "De første 1.000 dage gik."), ("tusind soldater", "Der er 100 soldater.")],
)
def test_a_number_in_letters_is_no_other(subject: str, text: str) -> None:
    assert level_of(subject, text) == "no"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("medformænd", "De valgte en medformand i marts."),
        ("co-formand", "Coformanden takkede af."),
        ("ebog", "Biblioteket udlåner e-bøger."),
        ("ebøger", "Biblioteket udlåner en e-bog."),
        ("cprnummer", "CPR-nummeret er slettet."),
        ("F35-fly", "F-35-flyene er forsinkede."),
        ("Big Tech", "De talte om Big Techs magt."),
        ("policy", "De har nye policies for det."),
        ("resurse", "Ressourcerne er knappe."),
        ("mellemdistancemissil", "Kort-, mellem- og langdistancemissiler er forbudt."),
        ("forsvars- og sikkerhedspolitik", "Sikkerheds- og forsvarspolitikken ligger fast."),
    ],
)
def test_an_unlisted_word_is_inflected_as_it_is_made(subject: str, text: str) -> None:
    assert level_of(subject, text) == "itself"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("formand", "De valgte en medformand i marts."),
        ("formand", "Næstformanden ledte mødet."),
        ("minister", "Eksministeren udtalte sig."),
    ],
)
def test_an_office_with_a_prefix_has_the_office_in_it(subject: str, text: str) -> None:
    assert level_of(subject, text) == "inside"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("co-formand", "De valgte en medformand i marts."),
        ("coformand", "De valgte en medformand i marts."),
        ("medforfatter", "Hun er co-forfatter til bogen."),
    ],
)
def test_prefixes_that_say_the_same_are_another_word_for_it(subject: str, text: str) -> None:
    assert level_of(subject, text) == "otherwise"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("forhandle", "Parterne vil genforhandle aftalen."),
        ("næstformand", "De valgte en medformand i marts."),
        ("position", "Det er en eksposition af problemet."),
        ("port", "Eksporten steg."),
        ("lem", "Medlemmerne mødtes."),
        ("arbejde", "Medarbejderne mødtes."),
        ("form", "Reformen er aftalt."),
    ],
)
def test_what_only_looks_like_a_prefix_is_none(subject: str, text: str) -> None:
    assert level_of(subject, text) in ("no", "kindred")


@pytest.mark.parametrize(
    ("subject", "text", "level"),
    [
        ("nedlukning", "Nettet blev lukket helt ned.", "otherwise"),
        ("sammenlægning", "Kommunerne lægges sammen.", "otherwise"),
        ("lægge sammen", "Sammenlægningen er en kendsgerning.", "kindred"),
        ("blande sig", "Indblanding tåles ikke.", "otherwise"),
        ("blande", "Indblanding tåles ikke.", "no"),
        ("oplevelse", "De lever op til det.", "no"),
    ],
)
def test_a_verb_with_other_words_is_what_says_the_same(subject: str, text: str, level: str) -> None:
    assert level_of(subject, text) == level


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Jylland", "Nordjylland fik en ny motorvej."),
        ("Jylland", "Østjyllands byer vokser."),
        ("København", "Storkøbenhavn vokser."),
        ("Fyn", "På Sydfyn er der ro."),
        ("Europa", "Østeuropa vokser."),
    ],
)
def test_part_of_a_place_has_its_name_in_it(subject: str, text: str) -> None:
    assert level_of(subject, text) == "inside"


@pytest.mark.parametrize(
    ("subject", "text"),
    [("Nordjylland", "Hele Jylland er ramt."), ("rig", "Østrig vokser."), ("Norge", "Danmark.")],
)
def test_a_place_is_no_part_of_it(subject: str, text: str) -> None:
    assert level_of(subject, text) == "no"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Vestjylland", "Det vestlige Jylland fik støtte."),
        ("Nordsverige", "I den nordlige del af Sverige sner det."),
        ("det sydlige Norge", "I Sydnorge sner det."),
    ],
)
def test_part_of_a_place_is_there_in_other_words(subject: str, text: str) -> None:
    assert level_of(subject, text) == "otherwise"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Sydafrika", "Det sydlige Afrika er tørt."),
        ("Vestjylland", "Det sydlige Jylland fik støtte."),
        ("Vestjylland", "De vestlige lande støttede Jylland."),
    ],
)
def test_another_part_is_none(subject: str, text: str) -> None:
    assert level_of(subject, text) in ("no", "inside")


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("dataintegritet", "Vi værner vores datas sikkerhed og integritet."),
        ("dataindsamling", "De indsamler data om borgerne."),
        ("menneskelidelser", "Krigen medfører stor menneskelig lidelse."),
        ("statsstøtte", "De fik statslig støtte."),
        ("teknologioverførsel", "De kan overføre kritisk teknologi."),
        ("investeringsscreening", "Vi screener udenlandske investeringer."),
        ("våbeneksport", "Landet er en stor eksportør af våben."),
        ("drivhusgasudledning", "Kina er verdens største udleder af drivhusgasser."),
        ("drivhusgasudledning", "De udleder mange drivhusgasser."),
    ],
)
def test_what_a_compound_says_may_be_said_with_other_words(subject: str, text: str) -> None:
    assert level_of(subject, text) == "otherwise"


@pytest.mark.parametrize(
    ("subject", "text", "level"),
    [
        ("public diplomacy", "Offentligt diplomati er vigtigt.", "otherwise"),
        ("public diplomacy", "Offentlige midler er vigtige.", "no"),
        ("regime", "De ledende lande mødtes.", "no"),
    ],
)
def test_an_english_term_is_what_its_danish_one_is_called(
    subject: str, text: str, level: str
) -> None:
    assert level_of(subject, text) == level


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("dataintegritet", "Integritet og sikkerhed er vigtigst, og data er billige."),
        ("dataintegritet", "Vi har data om sikkerhed og integritet."),
        ("statsstøtte", "De fik støtte til statslige opgaver."),
        ("våbeneksport", "En eksportør af korn fandt et våben."),
        ("befolkningsudvikling", "De udvikler et nyt våben, som skal beskytte befolkningen."),
    ],
)
def test_the_parts_of_a_compound_may_be_of_other_things(subject: str, text: str) -> None:
    assert level_of(subject, text) == "no"


def test_a_number_that_is_said_twice_is_looked_for_twice() -> None:
    assert level_of("§ 3, stk. 3", "Det følger af § 3, stk. 3.") == "itself"
    assert level_of("§ 3, stk. 3", "Det følger af § 3, stk. 4.") != "itself"
    assert level_of("bilag 2, punkt 2", "Se bilag 2, punkt 2.") == "itself"
    assert level_of("3 af 3 lande", "Kun 3 af 3 lande svarede.") == "itself"


@pytest.mark.parametrize(
    ("subject", "text", "level"),
    [
        ("dansk kapacitet", "Danmarks kapacitet er lille.", "otherwise"),
        ("danske sanktioner", "Danmarks sanktioner virker.", "otherwise"),
        ("Europas kapacitet", "Den europæiske kapacitet er lille.", "otherwise"),
        ("dansk NATO-bidrag", "Danmarks NATO-bidrag vokser.", "otherwise"),
        ("dansk kapacitet", "Danmark ved, at Kinas kapacitet er stor.", "no"),
        ("Danmarks Radio", "De hører dansk radio om natten.", "no"),
        ("Dansk Industri", "Danmarks industri er lille.", "no"),
    ],
)
def test_what_is_danish_is_denmarks_but_in_names(subject: str, text: str, level: str) -> None:
    assert level_of(subject, text) == level
