"""How an answer is written: as text or JSON, with this terminal's colours, links and pager."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from strategikort.cli.framework.session import current
from strategikort.cli.framework.streams import tell
from strategikort.library import Collection
from strategikort.model import Section
from strategikort.output.screen import Screen

if TYPE_CHECKING:
    from rich.console import Console


def screen(colour: str, collection: Collection | None = None) -> Screen:
    """Return what standard output is, with links to the files of ``collection`` if it has them."""
    made = Screen.of(sys.stdout, colour)
    if collection is None or not sys.stdout.isatty() or not _wants_links():
        return made
    return made._replace(target=_target(collection))


def _wants_links() -> bool:
    flags = current().flags
    if "--links" in flags or "--ingen-links" in flags:
        return "--ingen-links" not in flags
    when = current().word("links")
    if when in ("altid", "aldrig"):
        return when == "altid"
    from strategikort.output.hyperlinks import understood

    return understood(os.environ)


def _target(collection: Collection) -> Callable[[Section, int | None], str]:
    from strategikort.errors import StrategikortError
    from strategikort.output.hyperlinks import file_uri

    def target(section: Section, line: int | None) -> str:
        try:
            path, page = collection.file_of(section)
        except StrategikortError:  # the original is gone: there is nothing to link to
            return ""
        if page is not None:
            return file_uri(path, page=page.number + 1)
        return file_uri(path, line=line)

    return target


def bar_console(colour: str) -> Console:
    """Return standard error, for a progress bar: with colours where an answer there has them."""
    from rich.console import Console

    wanted = Screen.of(sys.stderr, colour).colour
    return Console(stderr=True, color_system="auto" if wanted else None)


def paged(text: str) -> bool:
    """Show a long answer in the pager; say whether that was done."""
    if not sys.stdout.isatty() or "--ingen-pager" in current().flags:
        return False
    if current().word("pager") == "aldrig":
        return False
    from strategikort.cli.framework.pager import show

    return show(text)


def write(text: str) -> None:
    """Write an answer to standard output, with a line end after it; a long one in the pager.

    An empty answer is no line.
    """
    text = f"{text}\n" if text and not text.endswith("\n") else text
    current().reading.close()
    current().answered = True
    if not paged(text):
        sys.stdout.write(text)


def write_json(**content: object) -> None:
    """Write an answer as one JSON object, under the version of the contract."""
    from strategikort.output.objects import dump, envelope

    write(dump(envelope(**content)))


def write_jsonl(items: Iterable[object]) -> None:
    """Write JSON objects to standard output, each on a line."""
    from strategikort.output.objects import dump_line

    lines = [f"{dump_line(item)}\n" for item in items]
    current().reading.close()
    sys.stdout.writelines(lines)


def remark(*texts: str) -> None:
    """Say something beside the answer, on standard error."""
    for text in texts:
        tell(text)
