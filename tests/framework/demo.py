"""A small program with one of everything, run by the tests as a process of its own."""

import sys
from pathlib import Path

from strategikort.cli.framework import DanishApp, run

app = DanishApp(
    "demo",
    "Find, vis og citér steder i dokumenter.\n\nAlt står på dansk.",
    version="1.2.3",
    examples=('demo søg "kvanteteknologi"',),
)
app.lazy("søg", "demo_commands:soeg", help="Find steder i dokumenterne.", section="Find")
app.lazy("vis", "demo_commands:vis", help="Vis afsnit.", section="Find")
app.lazy("citér", "demo_commands:citer", help="Skriv en kildehenvisning.")
app.lazy("åbn", "demo_commands:aabn", help="Åbn en fil.", other_words=("open", "læg op"))
app.lazy("fejl", "demo_failures:fail", help="Gå i stykker på en bestemt måde.")

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    sys.exit(run(app))
