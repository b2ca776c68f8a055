"""Words that carry a sentence and not its subject, and the phrases of whole questions.

Negations stand apart: ``ikke`` changes what a question asks, so whoever drops it should know.
All words are given folded (:func:`strategikort.language.fold.fold`), as they are compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from strategikort.language.fold import fold
from strategikort.language.months import MONTHS


def _folded(text: str) -> frozenset[str]:
    return frozenset(fold(word) for word in text.split())


NEGATIONS = _folded("ikke ingen intet ingenting aldrig uden hverken ej næppe nej")
"""Words that turn a statement round; no stop words."""

_QUESTIONS = """
    hvad hvem hvis hvilken hvilket hvilke hvor hvordan hvorledes hvornår hvorfor hvorhen hvorfra
    hvortil hvormed hvorved hvori hvoraf hvorom
"""
QUESTIONS = tuple(_QUESTIONS.split())
"""Words that open a question, as they are written."""

QUESTION_WORDS = _folded(f"{_QUESTIONS} hva hvorden hvorlænge hvormange hvormeget hvorstor hvornar")
"""Words that open a question, and what is often written for them."""

_BEFORE_VERBS = _folded("hvad hvordan hvorledes hvornår hvorfor hvor hva hvornar")
"""Those of them that a verb follows, and behind it who does it."""

_FUNCTION_WORDS = (
    # articles, pronouns
    "en et den det de der som man jeg mig min mit mine du dig din dit dine han ham hans hun hende"
    " hendes vi os vor vort vore vores i jer jeres dem deres sig sin sit sine denne dette disse hin"
    " selv hinanden nogen noget nogle anden andet andre al alt alle begge enhver ethvert hver hvert"
    " sådan sådant sådanne samme egen eget egne"
    # prepositions, conjunctions
    " af på til fra for med om over under ved mod imod efter før inden indenfor inden udenfor ud"
    " ind op ned mellem blandt gennem igennem hos omkring siden ad per pr og eller men samt at da"
    " når mens medens fordi så hvis både dog end desuden derfor altså også således ligesom ifølge"
    " vedrørende angående ift mht via overfor udover imellem imens ligeledes såvel ifm jf pga vedr"
    # what is written as two words and typed as one
    " idag iforhold igang igår ihvertfald imorgen isåfald istand istedet iøvrigt forsåvidt tildels"
    # auxiliaries
    " er var være været bliver blev blive blevet bliv har havde have haft kan kunne kunnet skal"
    " skulle skullet vil ville villet må måtte måttet bør burde burdet får fik få fået gør gjorde"
    " gøre gjort"
    # adverbs
    " her hertil heri herunder heraf nu da jo bare kun blot lige meget mere mest lidt mange flere"
    " flest få færre meget igen endnu allerede bl.a f.eks dvs mv osv ca ofte altid måske nok vel"
    " netop især dermed derved deraf deri derom dertil"
)
FUNCTION_WORDS = tuple(dict.fromkeys(_FUNCTION_WORDS.split()))
"""Danish function words as they are written; those that open a question are not among them."""

_BEHIND = """
    af efter for fra gennem hos i med mellem mod og om over på som til uden under ved eller har ikke
    kan mange meget noget nogen skal vil
"""
JOINING = frozenset(_BEHIND.split())
"""Function words that stand behind what they join to another, and are no endings of words."""

_PLAIN = _folded("pa ogsa fa ma sa gor gore sadan sadant sadanne saledes")
"""Function words typed without Danish letters, those that are no other words then."""

DANISH_STOP_WORDS = QUESTION_WORDS | _folded(_FUNCTION_WORDS) | _PLAIN
"""Folded Danish function words."""

ENGLISH_STOP_WORDS = _folded(
    "the of with from by and is are was were be been what which who whom whose why does did do"
    " in on an as its their this that these those into about between should would will can has have"
)
"""English function words; those that are also Danish content words are left out."""

STOP_WORDS = DANISH_STOP_WORDS | ENGLISH_STOP_WORDS
"""Folded function words."""

_ENDING = frozenset({"by", "is"})
"""English function words that are Danish nouns: no English query ends in one."""

_TALK = _folded(
    "siger sige står stå skriver skrive nævner nævne omtaler omtale fortæller fortæl mener mene"
    " handler handle findes finde find vis giv oversigt tekst teksten strategien strategierne"
    " dokument dokumentet dokumenter dokumenterne rapporten holdning holdningen mening meningen"
    " nævnes nævnt omtales omtalt opfattelse synspunkt synspunkter tilgang tilgangen"
    " lover lovede lovet påstår hævder tror synes forklarer forklares beskriver beskrives"
    " sig fortælle fortælles forklare forklar beskrive beskriv redegør redegøre nævn tænker tænke"
)

_SUPPORTING = _folded(
    "går gå gik gået kommer komme kom kommet sker ske skete sket tager tage tog taget"
    " giver give gav givet gives ligger ligge lå ligget sidder sidde sad siddet"
    " holder holde holdt"
)
_JOINING = _folded("af fra i ind med mod om op over på til ud ved")
"""What follows such a verb where it only joins what a question is about.

How much money goes to (``går til``) defence, but who keeps an eye (``holder øje``) on it.
"""

_PARTICLES = _folded(
    "egentlig egentligt overhovedet faktisk reelt mon stadig stadigvæk ellers gerne virkelig helt"
    " ganske vist sgu konkret præcis præcist alligevel hellere ude inde oppe nede henne ovre"
    " hej goddag tak bedre bedst slet slags rundt omkring specielt ligesom ligefrem nærmest"
    " simpelthen efterhånden hidtil"
)
"""Words that say how a question is meant, or on what side, and nothing of what it is about."""

_PHRASE_LIST = """
    hvad siger, hvad står der om, hvad skriver, hvad mener, hvad handler, hvad går ud på, hvad
    betyder, hvor står, hvor står der, hvor står der noget om, hvor tit, hvor længe, hvor lang
    tid, hvor stor, hvor store, hvor stort, hvor høj, hvor langt, hvor henne, hvor nævnes, er der,
    findes der, står der noget om, står der, nævnes der, siger de, siger den, kan du, kan man, jeg
    vil gerne vide, jeg leder efter, find noget om, steder hvor, steder med, omtale af, omtalen
    af, detaljer om, oplysninger om, information om, definition af, definition på, definitionen
    af, definitionen på, noget om, alt om, fortæl om, fortæl mig om, vis mig, giv mig, i forhold
    til, med hensyn til, på grund af, i forbindelse med, med henblik på, for så vidt angår, når
    det gælder, i henhold til, ved hjælp af, hvad sker der med, hvad sker der, hvad foregår der,
    hvad laver, hvordan går det med, hvordan ser det ud med, i virkeligheden, i grunden, for
    alvor, i det hele taget, sådan set, kommer til at, tænkt sig at, næste gang, hver gang,
    baggrunden for, årsagen til, årsagerne til, grunden til, idéen med, idéen bag, ideen med,
    ideen bag, tanken med, tanken bag, meningen med, pointen med, status for, status på, hvad
    indebærer, må man godt, må man gerne, må vi godt, må vi gerne, kan man godt, kan vi godt, ende
    med at, ender med at, endt med at, læse om, læse mere om, læse noget om, læs om, læs mere om,
    høre om, høre mere om, vide noget om, vide mere om, gerne vide, få at vide, gerne læse om,
    gerne læse mere om, gerne høre om, gerne høre mere om, gerne vide noget om, gerne vide mere om,
    jeg søger, jeg har brug for, at vide noget om, at vide mere om, hvilke steder, hvilket sted,
    steder om, skrevet om, sagt om, citat om, citater om, hvad er planen for, hvad er planen med,
    hvad er planerne for, hvad er planerne med, skal man forstå, skal det forstås, hvilke afsnit,
    hvilket afsnit, hvilket kapitel, hjælpe mig med, hjælp mig med, hjælp til at, tak for hjælpen,
    på forhånd tak, hvor meget fylder, er det rigtigt, er det korrekt, er det sandt, er det sådan
    at, er det ikke rigtigt, er det ikke korrekt, er det ikke sandt, er det ikke sådan at, er det
    tilfældet at, er det ikke tilfældet at, er det en myte at, er der noget om at, passer det at,
    stemmer det at, kan det passe at
"""
_ASKED = _TALK | _PARTICLES
_DEALING = _folded("handler handle")
"""Words that speak of a subject with ``om`` behind them; else they mean to trade, or to act."""


def _by_first_word(phrases: str) -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases.split(","):
        words = tuple(fold(word) for word in phrase.split())
        found.setdefault(words[0], []).append(words)
    return found


_DAY_WORDS = _folded(
    "d mandag tirsdag onsdag torsdag fredag lørdag søndag mandagen tirsdagen onsdagen torsdagen"
    " fredagen lørdagen søndagen"
)
_YEAR_WORDS = _folded("år året årene")
_MONTH_WORDS = _folded("måned måneden")

_PHRASES = _by_first_word(_PHRASE_LIST)


def is_stop_word(word: str) -> bool:
    """Tell whether ``word`` is a function word; negations are none."""
    return fold(word) in STOP_WORDS


def is_question(words: Sequence[str], text: str = "") -> bool:
    """Tell whether a query is a whole question rather than search words.

    ``words`` are its tokens, ``text`` the query itself, whose question mark counts too.
    """
    if text.rstrip().endswith("?"):
        return True
    folded = [fold(word) for word in words]
    return len(folded) > 1 and (folded[0] in QUESTION_WORDS or _phrase_at(folded, 0) > 1)


def as_told(words: Sequence[str]) -> list[int]:
    """Return the indices of a question's words in the order that a statement has them in.

    A Danish question has its verb before who does it, and so away from what goes with the verb:
    ``hvornår kigger Rådet på det igen`` asks when ``Rådet kigger på det igen``.
    """
    order = [*range(len(words))]
    if len(words) > 2 and fold(words[0]) in _BEFORE_VERBS:
        # Behind its object as well: what the verb goes with stands behind that.
        named = takewhile(lambda word: fold(word) not in STOP_WORDS, words[2:])
        order.insert(1 + sum(1 for _ in named), order.pop(1))
    return order


def _phrase_at(folded: Sequence[str], at: int) -> int:
    """Return how many words the longest phrase has that begins at ``at``."""
    return max(
        (
            len(phrase)
            for phrase in _PHRASES.get(folded[at], ())
            if tuple(folded[at : at + len(phrase)]) == phrase
        ),
        default=0,
    )


def _is_asked(folded: Sequence[str], at: int) -> bool:
    """Tell whether a word of a question says how it is asked and nothing of its subject."""
    if folded[at] in _DEALING:
        return "om" in folded[at:]
    if folded[at] not in _SUPPORTING:
        return folded[at] in _ASKED
    following = next((word for word in folded[at + 1 :] if word != "der"), None)
    return following is None or following in _JOINING


def _before_dates(folded: Sequence[str]) -> Iterator[int]:
    """Yield the words that only lead to a date or a year: ``torsdag den 24.``, ``året 2017``."""
    dated = False
    for at in range(len(folded) - 1, -1, -1):
        word = folded[at]
        if word[:1].isdigit():
            dated = True
            year = word[:4].isdecimal() and (len(word) == 4 or word[4:5] == "/")
            if year and at and folded[at - 1] in _YEAR_WORDS:
                yield at - 1
        elif dated and (word in _DAY_WORDS or word in STOP_WORDS):
            yield at
        else:
            dated = False
            if word in _MONTH_WORDS and at and folded[at - 1] in MONTHS:
                yield at


def content_words(words: Sequence[str], text: str = "") -> list[int]:
    """Return the indices of the words that say what a query is about, negations among them.

    Function words and the phrases of questions (``hvad siger strategien om …``) are left out; in a
    question (see :func:`is_question`) also the words for saying and for the document, verbs that
    only join others, and particles.  If nothing is left, all words count: somebody who searches for
    ``hvad er`` means it.  WHO is no ``who``, unless all of the query is in capitals.
    """
    folded = [fold(word) for word in words]
    shouted = all(map(str.isupper, words))
    asked = is_question(words, text)
    left_out: set[int] = set()
    for index, word in enumerate(folded):
        length = _phrase_at(folded, index)
        left_out.update(range(index, index + length))
        noun = word in _ENDING and index == len(folded) - 1
        abbreviation = len(word) > 1 and words[index].isupper() and not shouted
        # Fra dansk side: by the Danes.
        by = word == "side" and folded[max(0, index - 2) : index - 1] == ["fra"]
        function = word in STOP_WORDS and not (noun or abbreviation)
        if by or function or (asked and _is_asked(folded, index)):
            left_out.add(index)
    left_out.update(_before_dates(folded))
    left = [index for index in range(len(words)) if index not in left_out]
    return left or list(range(len(words)))
