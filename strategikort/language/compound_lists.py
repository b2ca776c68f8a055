"""What the dictionary's compound flags leave open: lists made by reading what the splitter did.

Three letters fit by chance nearly everywhere, so of the hundreds of short words only those count
that make many compounds in the dictionary itself and few false ones.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SHORT_FIRST = _words(
    """
    ai amt app arm art arv avl ben bil bio bly bog bro bus by båd dag del dyb dyr dæk død
    dør egn el eu euro fag fem fly fn fod fri frø før gas geo gud hav hof hub hud hus håb
    hår hær høj ild ilt it jet job jord jul kap knæ kul kyst køb kød køn lag lav led let lig
    liv lov lyd lyn lys lån løn løv mad mur mål neo net nul ny nær nød ord ovn pas pol pop
    ret rov rum ryg rå råd rød røg rør sag ski sko sky små sne sol sti syd syn sær sø tab
    tag tal te tid tog top tre tro træ tv tøj tør uge uld ung uro vand vej vin våd væg web
    ånd år ø øje øko øl øre øst
    """
)
"""Words of two or three letters that may begin a compound."""

SHORT_LAST = _words(
    """
    app bad ben bil bod bog bro bus by båd dag del dyr dæk død dør egn fag fly fod fri frø
    gas gud had hal hav hub hud hul hus hår idé hær ild job kul køb kød lag led leg liv lov lyd
    lys lån lås løb løn løs mad mos mur mål nat net nær nød ord ost ovn par pas rig rod rum
    råd rør sag sal sko sky sol sti sum syg syn sår sæk sæt sø søn tab tag tal tap tid tog
    top træ tur tøj uge uld urt vej vin væg væv web år åre ø øje øl
    """
)
"""Words of two or three letters that may end a compound."""

NEVER_FIRST = _words(
    """
    aldrig altid bort demo denne dette efter elle eller ende fore fort frem gene hjem
    hvad hvem hvis hvor ideal ifølge igen imod indad inde inden inter kilo mellem mere mest
    orient over rage sammen samt siden sådan tekno tran trans uden under vores være
    """
)
"""Words and particles that the dictionary lets combine, but that hardly ever make a compound."""

NEVER_LAST = _words(
    """
    agere agne ation born cape else ende esse etisk fon frasere gen gere graf grafi grafisk gram
    hed hede ident ing inge isk isme itet kab kere kratisk lede lem lemma lied lig ligt loge logi
    logik logisk lysere ment metri minere ner nist nomi nomisk pert rage rance ration ride
    ring ringe rings sion skab skaber skop sport stik strup tek tion titel tiv tivt tor vis
    vise vist ærme
    """
)
"""Words that look like the endings of loanwords and derivations (``-isme``, ``-skab``)."""

UNLINKED = _words("byrde fælles grus hals indsats kræs lys marts snaps struds")
"""Words in -s or -e that are hardly ever another word and a linking letter before other parts."""

WHOLE = _words(
    """
    billede bevægelighed ekstrapolere infrastruktur kampagne kombination kontrastiv medarbejde
    medarbejder naturalist platform stilist studerende teknologi uretfærdighed virkelighed
    vitalist østersø
    """
)
"""Lemmas that only look like compounds."""
