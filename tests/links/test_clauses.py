"""Sentences that promise, or only seem to: the finer rules, one sentence each."""

from __future__ import annotations

import pytest

from strategikort.links.clauses import ClauseReader
from strategikort.links.commitments import CommitmentFinder


@pytest.fixture(scope="module")
def reader() -> ClauseReader:
    return CommitmentFinder()._reader


@pytest.mark.parametrize(
    ("sentence", "kind", "strength", "actor", "action", "uncertain"),
    [
        ("For eksempel skal Danmark udvikle nye løsninger.", "afsnit",
         "bindende", "Danmark", "udvikle nye løsninger", ()),
        ("Danmark vil kunne sætte klimaet på dagsordenen.", "rolle",
         "anbefaling", "Danmark", "kunne sætte klimaet på dagsordenen", ()),
        ("Danmark vil kunne sætte klimaet på dagsordenen.", "afsnit",
         "hensigt", "Danmark", "kunne sætte klimaet på dagsordenen", ()),
        ("Danmark vil derved kunne styrke samarbejdet.", "afsnit",
         "hensigt", "Danmark", "derved kunne styrke samarbejdet", ("strength",)),
        ("Danmark vil være et foregangsland.", "afsnit",
         "hensigt", "Danmark", "være et foregangsland", ()),
        ("Her skal den nye plan vedtages.", "afsnit",
         "bindende", "", "den nye plan vedtages", ("actor",)),
        ("Her skal den gennemføre planen.", "afsnit",
         "bindende", "den", "gennemføre planen", ("actor",)),
        ("Planen skal borgere kunne bruge.", "afsnit",
         "bindende", "borgere", "kunne bruge", ()),
        ("Regeringen arbejder og skal spare.", "afsnit",
         "bindende", "Regeringen", "spare", ()),
        ("Byrådet arbejder stadig og skal spare.", "afsnit",
         "bindende", "Byrådet", "spare", ()),
        ("Danmark skal et andet sted.", "afsnit", "bindende", "Danmark", "et andet sted", ()),
        ("Danmark kan tage førertrøjen.", "anbefaling",
         "anbefaling", "Danmark", "tage førertrøjen", ()),
        ("Regeringen har købt jord og afsat 3 mio. kr. til den.", "afsnit",
         "bindende", "Regeringen", "3 mio. kr. til den", ()),
        ("Reglen betyder, at borgere ikke skal betale.", "afsnit",
         "bindende", "borgere", "ikke skal betale", ()),
        ("Vi styrker et forsvar, der ikke vil blive svækket.", "afsnit",
         "hensigt", "", "ikke vil blive svækket", ("strength", "actor")),
        ("Det er aftalt, at kommunen aldrig mere skal betale.", "afsnit",
         "bindende", "kommunen", "aldrig mere skal betale", ()),
        ("Det er noget, som regeringen ikke kan og ikke vil ændre.", "afsnit",
         "hensigt", "regeringen", "ikke kan og ikke vil ændre", ()),
        ("Ingen skal fratages deres rettigheder.", "afsnit",
         "bindende", "", "Ingen skal fratages deres rettigheder", ("actor",)),
        ("Derfor skal ingen fratages deres rettigheder.", "afsnit",
         "bindende", "", "ingen fratages deres rettigheder", ("actor",)),
        ("Ingen skal få dobbelte rettigheder.", "afsnit",
         "bindende", "Ingen", "få dobbelte rettigheder", ()),
        ("Forslag må være bestyrelsen i hænde den 1. maj.", "afsnit",
         "bindende", "Forslag", "være bestyrelsen i hænde den 1. maj", ()),
        ("Vores vigtigste anbefaling er, at kommunen ansætter en biolog.", "afsnit",
         "anbefaling", "kommunen", "kommunen ansætter en biolog", ()),
        ("Skolens bestyrelse vil skulle lede skolen.", "afsnit",
         "hensigt", "Skolens bestyrelse", "skulle lede skolen", ("strength",)),
        ("Regeringen nedsætter i dag et udvalg.", "afsnit",
         "bindende", "Regeringen", "nedsætter i dag et udvalg", ()),
        ("Medlemmerne betaler kontingent.", "paragraf",
         "bindende", "Medlemmerne", "betaler kontingent", ()),
        ("Der er nedsat et udvalg, som har til opgave at skrive en plan.", "afsnit",
         "bindende", "", "skrive en plan", ("actor",)),
        ("Det vil herefter være kommunen, der har ansvaret for at betale.", "afsnit",
         "bindende", "", "betale", ("actor",)),
        ("Modellen skal som sådan anvendes i alle projekter.", "afsnit",
         "bindende", "", "som sådan anvendes i alle projekter", ("actor",)),
    ],
)  # fmt: skip
def test_a_promise(
    reader: ClauseReader,
    sentence: str,
    kind: str,
    strength: str,
    actor: str,
    action: str,
    uncertain: tuple[str, ...],
) -> None:
    promise = reader.read(sentence, kind)
    assert promise is not None
    found = sentence[promise.action_start : promise.action_end]
    assert (promise.strength, promise.actor, found) == (strength, actor, action)
    assert promise.uncertain == uncertain


@pytest.mark.parametrize(
    ("sentence", "actor", "action"),
    [
        ("Institutioner, der leverer gode resultater, skal belønnes herfor.", "", "belønnes herfor"),
        ("I dette fag skal eleverne undervises i klima.", "", "eleverne undervises i klima"),
        ("Derfor skal vægtningen gentænkes.", "", "vægtningen gentænkes"),
        ("Vi stiller krav, men der skal også være hjælp.", "", "også være hjælp"),
        ("Det koster, men skal også modvirke uligheden.", "", "også modvirke uligheden"),
        ("Og så skal kommunen spare.", "kommunen", "spare"),
        ("Omvendt skal kommunen spare.", "kommunen", "spare"),
        ("Måske skal kommunen spare.", "kommunen", "spare"),
        ("Bortset fra skolen skal kommunen spare.", "kommunen", "spare"),
        ("Samfundet udvikler sig, som vi gerne vil udvikle det.", "vi", "udvikle det"),
        ("Stat, amter og kommuner skal gå foran.", "Stat, amter og kommuner", "gå foran"),
        ("Samarbejdet mellem læger, skoler og firmaer skal være åbent.",
         "Samarbejdet mellem læger, skoler og firmaer", "være åbent"),
        ("Efter krigen, sagde han, skal Danmark og EU hjælpe.", "Danmark og EU", "hjælpe"),
        ("Reglen gælder, og kommuner og amter skal følge den.", "kommuner og amter", "følge den"),
        ("En skole er lokalt forankret og bør være åben.", "En skole", "være åben"),
        ("Emnerne ligestilling og mangfoldighed er tværgående og bør være perspektiver.",
         "Emnerne ligestilling og mangfoldighed", "være perspektiver"),
        ("3. Virksomheder og borgere skal spare.", "Virksomheder og borgere", "spare"),
        ("Går en bank konkurs - eller lukker den - skal kommunen betale.", "kommunen", "betale"),
    ],
)  # fmt: skip
def test_who_is_to_act(reader: ClauseReader, sentence: str, actor: str, action: str) -> None:
    promise = reader.read(sentence, "afsnit")
    assert promise is not None
    found = sentence[promise.action_start : promise.action_end]
    assert (promise.actor, found) == (actor, action)
    assert promise.uncertain == (() if actor else ("actor",))


@pytest.mark.parametrize(
    ("sentence", "actor", "by"),
    [
        ("Derfor opfordres kommunerne til at spare.", "kommunerne", ""),
        ("I dag opfordrer vi kommunerne til at spare.", "kommunerne", "vi"),
        ("Rådet opfordrer til at spare.", "", "Rådet"),
        (
            "Rådet opfordrer staterne, med fuld respekt for loven, til at spare.",
            "staterne",
            "Rådet",
        ),
    ],
)
def test_who_invites_whom(reader: ClauseReader, sentence: str, actor: str, by: str) -> None:
    promise = reader.read(sentence, "konklusion")
    assert promise is not None
    found = sentence[promise.action_start : promise.action_end]
    assert (promise.strength, promise.actor, promise.by, found) == (
        "opfordring",
        actor,
        by,
        "at spare",
    )
    assert promise.uncertain == (() if actor else ("actor",))


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("For eksempel hvis vi skal lykkes, kræver det penge.", "afsnit"),
        ("Men for eksempel når Danmark skal udvikle noget, kræver det penge.", "afsnit"),
        ("Det skal naturligvis siges, at planen er ny.", "afsnit"),
        ("Her skal det bemærkes, at planen er ny.", "afsnit"),
        ("Rådet opfordrer kommunerne kraftigt hertil.", "konklusion"),
        ("Udvalget vil derved kunne styrke samarbejdet.", "afsnit"),
        ("Danmark vil kræve mange penge.", "afsnit"),
        ("Danmark kan tage førertrøjen.", "afsnit"),
        ("Kunden kan tage førertrøjen.", "anbefaling"),
        ("Med på rejsen vil de nye partier", "afsnit"),
        ("Det går, som skæbnen vil", "afsnit"),
        ("Naboerne arbejder og vil spare.", "afsnit"),
        ("Det er alt, regeringen vil.", "afsnit"),
        ("Huset vil borgmester Anna Marie Louise Sofie Hansen købe.", "afsnit"),
        ("Regeringen afsætter penge til formålet.", "afsnit"),
        ("Vi tror ikke på, at politikere skal være orakler.", "afsnit"),
        ("Bankerne beslutter, hvor mange penge skolen skal have.", "afsnit"),
        ("Det er ikke et spørgsmål. Vi er ikke med på, at Danmark skal betale.", "afsnit"),
        ("Rådet opfordrer ikke Kommissionen til at spare.", "konklusion"),
        ("Regeringen har ikke afsat 3 mio. kr. til formålet.", "afsnit"),
        ("Regeringen afsætter ikke 3 mio. kr. til formålet.", "afsnit"),
        ("Det gør det, der skal til for at nå målet.", "afsnit"),
        ("Kun generalforsamlingen kan beslutte, at vedtægterne skal ændres.", "afsnit"),
        ("Retten fandt, at kommunen burde have undersøgt sagen.", "afsnit"),
        ("Klageren gjorde gældende, at kommunen skal betale.", "afsnit"),
        ("Nævnet har fastslået, at kommunen skal betale.", "afsnit"),
        ("I modsat fald vil sagen blive sendt i fogedretten.", "afsnit"),
        ("Hermed fremlægges et forslag til en politik.", "afsnit"),
        ("Styrelsen udpeger normalt en kontaktperson.", "afsnit"),
        ("Afslag underskrives som regel af chefen inden tre dage.", "afsnit"),
        ("Ansøgninger behandles i gennemsnit inden for 14 dage.", "afsnit"),
        ("Flere virksomheder etablerer sig i havnen.", "afsnit"),
        ("Den opfylder planloven, som pålægger kommunerne at have en plan.", "afsnit"),
        ("Vi er med i et projekt, som forpligter kommuner til at spare.", "afsnit"),
        ("Der kommer et brev, hvor du anmodes om at betale.", "afsnit"),
        ("Den er skrevet til arkitekter, der har til opgave at tegne løsninger.", "afsnit"),
    ],
)  # fmt: skip
def test_no_promise(reader: ClauseReader, sentence: str, kind: str) -> None:
    assert reader.read(sentence, kind) is None
