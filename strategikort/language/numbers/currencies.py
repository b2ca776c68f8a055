"""Currencies: the words for each, its ISO 4217 code and its sign."""

from __future__ import annotations

from strategikort.language.fold import fold

CURRENCIES = (
    "kroner:krone kr. DKK",
    "euro EUR €",
    "dollar:dollars USD $",
    "pund GBP £",
    "svenske_kroner:svensk_krone SEK",
    "norske_kroner:norsk_krone NOK",
    "islandske_kroner:islandsk_krone ISK",
    "schweizerfranc:schweizerfrancs CHF",
    "yen JPY",
    "yuan:renminbi CNY RMB",
    "zloty PLN",
    "rubel:rubler RUB",
    "rupi:rupier INR",
)
"""Families of spellings; behind a colon stands a form of the same word, ``_`` is a blank."""


def _names(family: str) -> tuple[str, ...]:
    return tuple(
        form.removesuffix(".").replace("_", " ")
        for spelled in family.split()
        for form in spelled.split(":")
    )


CURRENCY_NAMES = tuple(name for family in CURRENCIES for name in _names(family))
"""All of them, as they are written, without a full stop."""

KRONER = _names(CURRENCIES[0])
"""Those of Danish kroner."""

CURRENCY_WORDS = frozenset(fold(name) for name in CURRENCY_NAMES if " " not in name)
"""Those of one word, in small letters and folded."""

OF_OTHERS = frozenset(name.split()[0] for name in CURRENCY_NAMES if " " in name)
"""Words before a currency that make it that of another country: ``svenske kroner``."""
