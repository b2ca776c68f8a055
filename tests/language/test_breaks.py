from __future__ import annotations

import pytest

from strategikort.language.breaks import SOFT_HYPHEN, with_soft_hyphens
from strategikort.language.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("Fokusteknologier", "Fokus|teknologier"),
        ("EU's SIKKERHEDSPOLITISKE strategi", "EU's SIKKERHEDS|POLITISKE strategi"),
        ("udenrigs- og sikkerhedssituation 2023", "udenrigs- og sikkerheds|situation 2023"),
        ("Samtænkningsbrobygger", "Samtænknings|bro|bygger"),
        ("understøttende qwertyuiopasd", "understøttende qwertyuiopasd"),
        ("partnerskaber", "partnerskaber"),
        ("forsvaar i Aabenraaområdet", "forsvaar i Aabenraaområdet"),
        ("", ""),
    ],
)
def test_compounds_may_be_broken_between_their_parts(text: str, broken: str) -> None:
    assert with_soft_hyphens(text, Lexicon.open()).replace(SOFT_HYPHEN, "|") == broken
