"""Taking files in, with progress on a terminal and a summary: for ``tilføj`` and ``opdatér``."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from strategikort.cli.terminal import bar_console, remark, screen, write, write_json
from strategikort.danish import count
from strategikort.errors import StrategikortError
from strategikort.holdings.files import Failure, Found, Skipped
from strategikort.holdings.holdings import Holdings
from strategikort.holdings.intake import Taken, Wanted, take_in
from strategikort.output.screen import Screen

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


_MANY = 20
"""Files; of more it is said at the end what became of them, and no line on each unchanged one."""


class Intake:
    """What became of files: told as it happens, or at the end with ``as_json``."""

    def __init__(self, colour: str, *, as_json: bool) -> None:
        self._colour = colour
        self._screen = screen(colour)
        self._as_json = as_json
        self._documents: list[dict[str, Any]] = []
        self._failures: list[Failure] = []
        self._skipped: list[Path] = []
        self._many = False
        self.edition_of = ""
        """The document (an id) that the only file takes the place of."""

    def run(
        self,
        holdings: Holdings,
        files: Iterable[Found | Failure | Skipped],
        wanted: Wanted,
        workers: int | None,
    ) -> int:
        """Take ``files`` in and return the exit status."""
        try:
            # Files that are in hand are counted for the time left, so all are found first.
            found = list(files)
            readable = [item for item in found if not isinstance(item, Skipped)]
            self._many = len(readable) > _MANY
            self._skipped += [item.path for item in found if isinstance(item, Skipped)]
            with _Bar(readable, self._colour) as bar:
                taken = take_in(holdings, bar.files, wanted, workers=workers, pages=bar.pages)
                try:
                    for outcome in taken:
                        self.take(outcome)
                        bar.step()
                finally:
                    taken.close()
        except KeyboardInterrupt:
            # How many is not known: one may be stored of which nobody was told.
            remark("Afbrudt; alt det færdige er gemt. Kør igen for at fortsætte.")
            raise
        except StrategikortError:
            if done := self._done():
                remark(done)
            raise
        return self.finish()

    def take(self, outcome: Taken | Failure | Skipped) -> None:
        """Take note of one file, and say so."""
        from strategikort.output.intake import added_object, added_text

        if isinstance(outcome, Taken):
            self._documents.append(added_object(outcome.path, outcome.added))
            if not self._as_json and not (self._many and outcome.added.how == "unchanged"):
                write(added_text(*outcome, self._screen, self.edition_of))
                sys.stdout.flush()
        elif isinstance(outcome, Failure):
            self._failures.append(outcome)
        else:
            self._skipped.append(outcome.path)

    def finish(self) -> int:
        """Say what went wrong, and return the exit status."""
        from strategikort.output.intake import skipped_text, taken_text
        from strategikort.output.unreadfiles import failed, failure_lines, path_text, unread_object

        failures = [failed(failure) for failure in self._failures]
        if self._as_json:
            errors = [unread_object(failure) for failure in failures]
            skipped = [path_text(path) for path in self._skipped]
            write_json(documents=self._documents, errors=errors, skipped=skipped)
        if len(self._documents) > _MANY:
            remark(taken_text([item["status"] for item in self._documents]))
        if self._skipped:
            remark(skipped_text(self._skipped))
        if failures:
            remark(f"{count(len(failures), 'fil', 'filer')} kunne ikke læses:")
            remark(*failure_lines(failures, Screen()))
            return 2
        if not self._documents:
            remark("Der er ingen filer at læse.")
            return 1
        return 0

    def _done(self) -> str:
        new = sum(item["status"] not in ("unchanged", "duplicate") for item in self._documents)
        return f"{count(new, 'dokument', 'dokumenter')} er gemt." if new else ""


class _Bar:
    """A progress bar on standard error, if that is a terminal."""

    def __init__(self, files: list[Found | Failure], colour: str) -> None:
        self.files = files
        self._colour = colour
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._pages: dict[Path | None, int] = {}

    def __enter__(self) -> _Bar:
        if sys.stderr.isatty() and self.files:
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
            from rich.progress import TimeRemainingColumn as TimeLeft

            self._bar = Progress(
                TextColumn("Læser"),
                BarColumn(),
                MofNCompleteColumn(),
                TextColumn("dokumenter, læste sider: {task.fields[pages]}"),
                TimeLeft(),
                console=bar_console(self._colour),
                transient=True,
            )
            self._bar.start()
            self._task = self._bar.add_task("", total=len(self.files), pages=0)
        return self

    def pages(self, path: Path | None, done: int, _total: int) -> None:
        """Take note of a page begun."""
        self._pages[path] = done + 1
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, pages=sum(self._pages.copy().values()))

    def step(self) -> None:
        """Take note of a file done."""
        if self._bar is not None and self._task is not None:
            self._bar.advance(self._task)

    def __exit__(self, *_exception: object) -> None:
        if self._bar is not None:
            self._bar.stop()
