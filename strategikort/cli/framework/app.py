"""The table of commands: names and one line of help each, loaded only when one is run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import Annotated, Any, NamedTuple

import typer
from typer.main import get_command

from strategikort.cli.framework.commands import CONTEXT, DanishCommand, DanishGroup
from strategikort.cli.framework.folding import fold, nearest
from strategikort.settings import Settings


class Entry(NamedTuple):
    """One command as the list of commands shows it.

    ``target`` is ``"package.module:function"``, or a function.
    """

    name: str
    target: Any
    help: str
    section: str


class DanishApp:
    """A program and its commands.

    ``help`` is Danish prose (paragraphs apart by blank lines), ``version`` what ``--version``
    prints after the name (empty: no such option), ``examples`` command lines to try.  ``flags``
    are options without a value that may stand in any command line, with their help;
    :func:`session.current` says which did.  ``defaults`` reads the user's settings.
    ``usual`` is the command that words which name none are offered to.  ``option_words`` has other
    words for options (with a value, where they stand for one): who tries one is told the option.
    ``words`` names the function (``"package.module:function"``) that, from the names of a command
    and of a parameter's kind of value (its metavar), knows the values the shell can offer.

    >>> app = DanishApp("strategikort", "Find og citér.", version="1.0")
    >>> app.lazy("søg", "strategikort.cli.soeg:command", help="Find steder.")
    >>> app.find("SOEG").name
    'søg'
    """

    def __init__(
        self,
        name: str,
        help: str,
        *,
        version: str = "",
        examples: Sequence[str] = (),
        flags: Mapping[str, str] | None = None,
        defaults: Callable[[], Settings] | None = None,
        usual: str = "",
        option_words: Mapping[str, Sequence[str]] | None = None,
        words: str = "",
    ) -> None:
        self.name, self.help, self.version = name, help, version
        self.examples = tuple(examples)
        self.flags = dict(flags or {})
        self.defaults = defaults
        self.usual = usual
        self.option_words: dict[str, list[str]] = {}
        for option, others in (option_words or {}).items():
            for word in others:
                self.option_words.setdefault(fold(word), []).append(option)
        self.words = words
        self.entries: list[Entry] = []
        self._by_key: dict[str, Entry] = {}
        self._other_words = {"version": "--version"} if version else {}
        self._loaded: dict[str, Any] = {}

    def lazy(
        self,
        name: str,
        target: str | Callable[..., Any],
        help: str,
        *,
        section: str = "Kommandoer",
        other_words: Sequence[str] = (),
    ) -> None:
        """Add a command.  Its module is imported when the command is run or its help shown.

        ``section`` is the heading under which the help lists it.  ``other_words`` for what it does
        are no names of it; who tries one is told the name.  Raises ValueError if a name is taken,
        or the help is empty.
        """
        if not help.strip():
            raise ValueError(f"no help for {name!r}")
        entry = Entry(name, target, help, section)
        if self._by_key.setdefault(fold(name), entry) is not entry:
            raise ValueError(f"{name!r} is taken")
        self.entries.append(entry)
        self._other_words.update((fold(word), name) for word in other_words)

    def find(self, typed: str) -> Entry | None:
        """Return the command that was meant by what was typed, in any spelling."""
        return self._by_key.get(fold(typed))

    def near(self, typed: str) -> tuple[str, ...]:
        """Return the names of the commands that may have been meant by what was typed."""
        name = self._other_words.get(fold(typed))
        return (name,) if name else nearest(typed, [entry.name for entry in self.entries])

    def load(self, entry: Entry) -> Any:
        """Return the command of ``entry``, importing its module the first time."""
        if entry.name not in self._loaded:
            target = entry.target
            if isinstance(target, str):
                module, _, attribute = target.partition(":")
                target = getattr(import_module(module), attribute)
            self._loaded[entry.name] = _make_command(entry, target)
        return self._loaded[entry.name]

    def command(self) -> DanishGroup:
        """Return the group that parses command lines for this table."""
        function = _with_version(self.name, self.version) if self.version else _without_version
        maker = typer.Typer(
            name=self.name,
            cls=DanishGroup,
            help=self.help,
            add_completion=False,
            rich_markup_mode=None,
            context_settings=dict(CONTEXT),
        )
        maker.callback()(function)
        group = get_command(maker)
        assert isinstance(group, DanishGroup)
        group.adopt(function)
        group.registry = self
        return group


def _make_command(entry: Entry, function: Callable[..., Any]) -> DanishCommand:
    maker = typer.Typer(add_completion=False, rich_markup_mode=None)
    maker.command(entry.name, cls=DanishCommand, help=entry.help, context_settings=dict(CONTEXT))(
        function
    )
    command = get_command(maker)
    assert isinstance(command, DanishCommand)
    command.adopt(function)
    command.describe(entry.help, function)
    return command


def _without_version() -> None:
    """Stand in for a group without options of its own."""


def _with_version(name: str, version: str) -> Callable[..., None]:
    def show(value: bool) -> None:
        if value:
            print(f"{name} {version}")
            raise typer.Exit(0)

    def root(version: bool = False) -> None:
        del version

    # Typing cannot look a local name up from the text of an annotation.
    root.__annotations__["version"] = Annotated[
        bool, typer.Option("--version", help="Vis versionen.", is_eager=True, callback=show)
    ]
    return root


def help_pages(app: DanishApp) -> Iterator[Any]:
    """Yield the help page of the program and of each of its commands.

    Loads every command: for making references and man pages, and for tests.
    """
    group = app.command()
    ctx = group.context_class(group, info_name=app.name, **CONTEXT)
    yield group.help_page(ctx)
    for entry in app.entries:
        below = app.load(entry)
        yield below.help_page(
            below.context_class(below, info_name=entry.name, parent=ctx, **CONTEXT)
        )
