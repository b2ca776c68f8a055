"""``strategikort man``: the manual page, made from the help of every command."""

from __future__ import annotations

import sys

from strategikort import __version__
from strategikort.cli.framework import details, help_pages
from strategikort.settings import SETTINGS

_VARIABLES = (
    ("STRATEGIKORT_SAMLING", "Samlingen med dine egne dokumenter."),
    ("STRATEGIKORT_CACHE", "Mappen til det, der kan bygges igen."),
    ("STRATEGIKORT_TESAURUS", "Din egen tesaurus."),
    ("PAGER", "Pageren til lange svar; tom eller cat: ingen. Standard: less."),
    ("NO_COLOR", "Ingen farver."),
    ("FORCE_COLOR", "Farver også i en pipe; NO_COLOR gælder før den."),
    ("COLUMNS", "Terminalens bredde i tegn."),
    ("TERM", "dumb: ingen farver, links eller pager."),
)
_FILES = (
    ("~/.config/strategikort/config.yaml", "Indstillingerne; i Windows under %APPDATA%."),
    ("~/.config/strategikort/tesaurus.yaml", "Din egen tesaurus."),
)
_STATUSES = (
    ("0", "Fundet eller gjort; fravær: emnet findes ikke."),
    (
        "1",
        "Intet fundet, en ukendt henvisning eller et citat, der ikke er ordret; "
        "fravær: emnet findes.",
    ),
    ("2", "Forkert brug, eller noget, der ikke kan læses."),
    ("3", "En fejl i programmet."),
    ("130", "Afbrudt med Ctrl-C."),
)


@details(
    """Siden er i formatet roff, som programmet man læser. Læg den i en af de mapper,
    hvor man leder:

        mkdir -p ~/.local/share/man/man1
        strategikort man > ~/.local/share/man/man1/strategikort.1""",
    examples=("strategikort man > strategikort.1",),
)
def manual() -> int:
    """Print the manual page."""
    from strategikort.cli.app import app
    from strategikort.cli.framework.manpage import manual_page

    settings = [(key, setting.help) for key, setting in SETTINGS.items()]
    more = (
        ("Indstillinger", settings),
        ("Miljøvariabler", _VARIABLES),
        ("Filer", _FILES),
        ("Exitstatus", _STATUSES),
    )
    # Never paged: it is for another program to read.
    sys.stdout.write(manual_page(list(help_pages(app)), __version__, more, app.help))
    return 0
