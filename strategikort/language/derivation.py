"""Words of one family: ``rekruttere`` and ``rekruttering``, ``diplomati`` and ``diplomatisk``.

Danish makes nouns of verbs and adjectives, and adjectives of nouns, with few endings (Hansen and
Heltoft, *Grammatik over det Danske Sprog*, on derivation).  The endings give candidates only:
whoever uses them looks the candidates up, so that no word is made up.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile

_SHORTEST = 4
"""Letters that must be left when an ending is taken off."""

_FAMILIES: tuple[tuple[str, ...], ...] = (
    # verbs and what is made of them: regulere, regulering, regulator
    ("ere", "ering", "ation", "ator", "ant"),
    # bombardere, bombardement; sabotere, sabotage
    ("ere", "ement"),
    ("ere", "age"),
    # udvide, udvidelse; nedlukke, nedlukning; smugle, smugling, smugler
    ("e", "ing", "ning", "else", "er", "eri", "sel"),
    # økonomi, økonomisk; politik, politisk, politiker; kritik, kritisk
    ("i", "isk", "iker"),
    ("ik", "isk", "iker"),
    ("", "isk"),
    # afhængig, afhængighed; sårbar, sårbarhed; sikker, sikkerhed
    ("", "hed"),
    # europa, europæisk and the like stand in the thesaurus
    ("tet", "t"),
    ("ivitet", "iv"),
    ("alitet", "al", "el"),
    ("bilitet", "bil"),
    ("ens", "ent"),
    ("ans", "ant"),
    # innovation, innovativ; institution, institutionel
    ("ion", "iv"),
    ("ion", "ionel"),
    ("isme", "ist", "istisk"),
    # pragmatisme, pragmatisk; handlekraft, handlekraftig
    ("isme", "isk"),
    ("kraft", "kraftig"),
    ("pligt", "pligtig"),
    ("skab", "skabelig"),
    ("", "lig"),
    ("", "slig"),
    ("", "mæssig"),
    # kultur, kulturel; industri, industriel; ministerium, ministeriel; historie, historisk
    ("ur", "urel"),
    ("i", "iel"),
    ("ium", "iel"),
    ("ie", "isk"),
    # autenticitet, autentisk; elektricitet, elektrisk
    ("icitet", "isk"),
)


AGENTS = ("er", "eri", "ator", "ant", "ent")
"""Endings of who does what a verb says, and of their trade."""

_VOWELS = ("y", "i", "o", "ø")
"""Letters that a verb ends in without an -e, beside -å."""

_ACTION = ("ning", "else", "sel")
"""Endings before which a double consonant is written as one: afpresse, afpresser, afpresning."""

_IRREGULAR = """
    adoptere/adoption alliere/alliance analysere/analyse angribe/angreb ankomme/ankomst arve/arv
    balancere/balance bedrage/bedrag besøge/besøg bevise/bevis bidrage/bidrag bistå/bistand
    bortfalde/bortfald bruge/brug bryde/brud certificere/certifikat danse/dans debattere/debat
    definere/definition dele/deling diskutere/diskussion distribuere/distribution dominere/dominans
    donere/donor drikke/drik dræbe/drab drømme/drøm dø/død/dødsfald dømme/dom eksistere/eksistens
    ekskludere/eksklusion ekspandere/ekspansion eksplodere/eksplosion eksportere/eksport/eksportør
    fange/fangst fejle/fejl flygte/flugt flyve/flyvning fokusere/fokus forbeholde/forbehold
    forbruge/forbrug/forbruger forbyde/forbud foreslå/forslag forespørge/forespørgsel
    forfalde/forfald forløbe/forløb forsvare/forsvar forsøge/forsøg frafalde/frafald
    frasælge/frasalg fravælge/fravalg fremskride/fremskridt frygte/frygt fyre/fyring
    færdes/færdsel føde/fødsel genvælge/genvalg hade/had hjælpe/hjælp håbe/håb hæve/hævning
    hævne/hævn høste/høst importere/import/importør indgribe/indgreb indkøbe/indkøb
    inkludere/inklusion
    inspicere/inspektion interagere/interaktion interessere/interesse intervenere/intervention
    introducere/introduktion invadere/invasion kaste/kast kollidere/kollision kommentere/kommentar
    konkludere/konklusion konkurrere/konkurrence konstruere/konstruktion kontrollere/kontrol
    korrumpere/korruption koste/omkostning kritisere/kritik kræve/krav kæmpe/kamp købe/køb
    køre/kørsel leve/liv love/løfte lugte/lugt lyve/løgn løn/lønning låne/lån læse/læsning
    løse/løsning mangle/mangel misbruge/misbrug/misbruger modstå/modstand myrde/mord måle/måling
    opholde/ophold ophøre/ophør opkøbe/opkøb overgå/overgang prioritere/prioritet
    producere/produktion/produkt/producent protestere/protest publicere/publikation påbyde/påbud
    rapportere/rapport reagere/reaktion reducere/reduktion referere/reference reformere/reform
    rekonstruere/rekonstruktion respektere/respekt resultere/resultat revidere/revision rose/ros
    ryge/rygning røve/røveri savne/savn skift/skifte skille/skilsmisse snyde/snyd sove/søvn
    forsvinde/forsvinden fremtræde/fremtræden indtræde/indtræden opstå/opståen optræde/optræden
    tiltræde/tiltræden udtræde/udtræden virke/virken
    spille/spil spørge/spørgsmål starte/start stoppe/stop straffe/straf støje/støj sulte/sulten/sult
    svare/svar synge/sang sælge/salg/sælger søge/søgning/søgen sørge/sorg tabe/tab takke/tak
    tilbyde/tilbud
    tilvælge/tilvalg tolerere/tolerance transportere/transport trives/trivsel true/trussel
    tvinge/tvang tænke/tanke tørste/tørstig/tørst udbryde/udbrud udløbe/udløb udslippe/udslip
    underskrive/underskrift vandre/vandring vide/viden videresælge/videresalg vokse/vækst
    voldtage/voldtægt vælge/valg værne/værn øge/øgning
    avle/avling bage/bagning føle/følelse gære/gæring kode/kodning køle/køling mene/mening
    nyde/nydelse sone/soning tære/tæring vie/vielse ytre/ytring
    anonym/anonymitet blid/blidhed bred/bredde divers/diversitet dyb/dybde døv/døvhed farlig/fare
    fed/fedme gammel/alderdom glad/glæde human/humanitet høj/højde klog/klogskab kold/kulde
    lang/længde legitim/legitimitet mørk/mørke nær/nærhed ond/ondskab ren/renhed
    rig/rigdom sand/sandhed solidarisk/solidaritet stor/størrelse stærk/styrke suveræn/suverænitet
    syg/sygdom tung/tyngde tør/tørke ung/ungdom varm/varme vred/vrede
    udland/udenlandsk indland/indenlandsk jura/juridisk/jurist parlament/parlamentarisk
    kommune/kommunal medicin/medicinsk region/regional
    etik/etisk etnicitet/etnisk fag/faglig fysik/fysisk/fysiker kemi/kemisk/kemiker
    klima/klimatisk køn/kønslig logik/logisk problem/problematisk race/racemæssig sag/saglig
    system/systematisk tema/tematisk
    ejer/ejerskab formand/formandskab håndværk/håndværker investere/investering/investor
    journalist/journalistik kristen/kristendom leder/ledelse/lederskab/lede
    medborger/medborgerskab medlem/medlemskab statsborger/statsborgerskab
"""
"""Verbs and adjectives and their nouns: without an ending, with another vowel, of a short base."""

IRREGULAR = {word: family.split("/") for family in _IRREGULAR.split() for word in family.split("/")}
"""The irregular family of every word that has one."""

_LOOK_ALIKE = """
    politi/politisk politi/politiker navn/navnlig stat/statisk trop/tropisk generator/generation
    generation/generere organ/organisk fred/fredning fri/fredning regel/regelmæssig land/landlig
    borger/borgerlig lang/længsel længe/længsel sigte/sigtelse sommer/somme yder/yderlig
    krone/kroning udvise/udvisning takt/taktisk passe/passere inder/inderlig georg/georgisk
    adresse/adressere part/partisk løs/løsne marke/markere reform/reformation kombi/kombination
    trussel/trusser drone/dronning vilkår/vilkårlig transition/transitiv position/positiv
    generation/generativ negativ/negation konstruktiv/konstruktion initiativ/initiation
    natur/naturlig forord/forordning holding/holdning omsætte/omsætning mærke/mærkelig tyde/tydelig
    betyde/betydelig markere/markant udtrykke/udtrykkelig under/underlig over/overlig parti/partiel
    materialitet/materiel organisme/organisk mekanisme/mekanisk islamisme/islamisk kapital/kapitel
    direktion/direktiv markering/markant relation/relativ forsvar/forsvarlig restaurant/restaurere
    restaurant/restaurering restaurant/restauration organisme/organist station/stativ
    passage/passager hoste/hosting rime/rimelig jævn/jævnlig betragte/betragtelig frygte/frygtelig
    nordisme/nordisk metodisme/metodisk arabisme/arabisk skandinavisme/skandinavisk
"""
"""Words that look like a family and are none, or none any more in what they mean."""

_ALIKE_ALONE = """
    kende/kendelse stille/stilling stiller/stilling stemme/stemning rette/retning retter/retning
    holde/holdning holder/holdning ende/endelig færdighed/færdig virksomhed/virksom bygge/byggeri
    forene/forening indføre/indførsel skøn/skønhed forrette/forretning forretter/forretning
    beholde/beholdning beholder/beholdning efterretter/efterretning
"""
"""Those that are one with more in front: ``kende``, ``kendelse``, but ``anerkende``."""

_UNRELATED, _UNRELATED_ALONE = (
    frozenset(frozenset(pair.split("/")) for pair in pairs.split())
    for pairs in (_LOOK_ALIKE, _ALIKE_ALONE)
)

_ENDS = tuple(frozenset().union(*_UNRELATED))


@lru_cache(maxsize=4096)
def derived(lemma: str) -> tuple[str, ...]:
    """Return words that may be of one family with ``lemma`` (small letters, with æøå)."""
    found = dict.fromkeys(_candidates(lemma))
    found.pop(lemma, None)
    return tuple(word for word in found if not _look_alike(lemma, word))


def _look_alike(one: str, other: str) -> bool:
    """Tell whether two words, or the last parts of two compounds, only look like a family."""
    if frozenset((one, other)) in _UNRELATED_ALONE:
        return True
    if not (one.endswith(_ENDS) and other.endswith(_ENDS)):
        return False
    same = takewhile(lambda at: one[at] == other[at], range(min(len(one), len(other))))
    return any(frozenset((one[at:], other[at:])) in _UNRELATED for at in same)


def _candidates(lemma: str) -> Iterator[str]:
    yield from IRREGULAR.get(lemma, ())
    # omgå, omgåelse; forny, fornyelse
    if _has_no_ending(lemma):
        yield f"{lemma}else"
    elif _has_no_ending(base := lemma.removesuffix("else")):
        yield base
    for family in _FAMILIES:
        for ending in family:
            if not lemma.endswith(ending) or len(lemma) - len(ending) < _SHORTEST:
                continue
            base = lemma[: len(lemma) - len(ending)] if ending else lemma
            yield from (base + other for other in family if other != ending)
            if ending in ("e", "er") and base[-1] == base[-2]:
                yield from (base[:-1] + other for other in _ACTION)
            elif ending in _ACTION and "e" in family:
                yield from (f"{base}{base[-1]}{other}" for other in ("e", "er"))


def _has_no_ending(verb: str) -> bool:
    """Tell whether a word may be a verb without an -e; in -å short ones too."""
    return verb.endswith("å") or (len(verb) >= _SHORTEST and verb.endswith(_VOWELS))
