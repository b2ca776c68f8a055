"""Help pages for a terminal, with rich.  Import this module only where a page is printed."""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from strategikort.cli.framework.help import HelpPage


def print_page(page: HelpPage, width: int) -> None:
    """Print ``page`` on standard output, ``width`` columns wide."""
    # Everything goes in as Text: brackets in help texts are no rich markup.
    console = Console(width=width, highlight=False, markup=False, emoji=False)
    label, _, rest = page.usage.partition(" ")
    console.print(Text.assemble((f"{label} ", "bold yellow"), rest), soft_wrap=False)
    for paragraph in page.paragraphs:
        indent = 0 if paragraph.startswith(" ") else 2
        console.print(Padding(Text(paragraph), (1, 0, 0, indent)))
    console.print()
    for title, rows in page.sections:
        table = Table.grid(padding=(0, 2))
        table.add_column(no_wrap=True)
        table.add_column(ratio=1)
        for name, text in rows:
            table.add_row(Text(name, "bold cyan"), _explained(text))
        console.print(Panel(table, title=Text(title), title_align="left", border_style="dim"))
    if page.examples:
        console.print(Text("Eksempler:", "bold"))
        for example in page.examples:
            console.print(Text(f"  {example}"), soft_wrap=True)
    for note in page.notes:
        console.print(Text(note, "dim"))


def _explained(text: str) -> Text:
    before, bracket, after = text.rpartition("  [")
    if bracket:
        return Text.assemble(before, " ", (f"[{after}", "dim"))
    return Text(text, "dim" if text.startswith("[") else "")
