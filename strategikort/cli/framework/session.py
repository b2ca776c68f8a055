"""What one run was told beside its command: flags that every command has, and settings."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack

from strategikort.settings import Settings


class Session:
    """``flags`` are names as declared; ``style`` is ``json`` or ``jsonl`` for such an answer.

    ``places`` says in Danish where options got the values that are not on the command line.
    ``answered`` tells whether the answer has been written, or begun.
    What is put on ``closing`` is closed when the run ends, however it ends; what is put on
    ``reading`` as soon as the run begins to answer.
    """

    def __init__(self, flags: Sequence[str] = (), style: str = "") -> None:
        self.flags = frozenset(flags)
        self.style = style
        self.answered = False
        self.defaults = Settings()
        self.places: dict[str, str] = {}
        self.titles: dict[str, str] = {}
        """What the candidates of an error are called, by id."""
        self.closing = ExitStack()
        self.reading = ExitStack()

    def word(self, key: str) -> str:
        """Return the setting ``key``, empty if it is not set."""
        return "".join(self.defaults.words(key)[:1])


_current = [Session()]


def current() -> Session:
    """Return what this run was told."""
    return _current[-1]


def begin(session: Session) -> Session:
    """Make ``session`` the current one and return it."""
    _current[:] = [session]
    return session
