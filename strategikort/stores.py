"""The stores of a collection: opened together, asked in one state, closed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property, wraps
from sqlite3 import ProgrammingError
from threading import get_ident
from typing import TYPE_CHECKING, Any, ClassVar, Concatenate, NoReturn, ParamSpec, Self, TypeVar

from strategikort.errors import CollectionError
from strategikort.index.storage.store import Store

if TYPE_CHECKING:
    from strategikort.holdings.own import OwnStore

_Self = TypeVar("_Self", bound="Stores")
_Given = ParamSpec("_Given")
_Answer = TypeVar("_Answer")
_Read = TypeVar("_Read")


def in_one_state(
    ask: Callable[Concatenate[_Self, _Given], _Answer],
) -> Callable[Concatenate[_Self, _Given], _Answer]:
    """Let a question be answered from one state of the collection."""

    @wraps(ask)
    def asked(self: _Self, /, *given: _Given.args, **named: _Given.kwargs) -> _Answer:
        with self.snapshot():
            return ask(self, *given, **named)

    return asked


class Stores:
    """The store of the built-in documents and the user's own, which other processes write to.

    Cached properties are kept until somebody else has written to it.
    """

    _of_stores: ClassVar[tuple[str, ...]] = ()
    """Those that are kept as long as there are the same stores."""

    _lasting: ClassVar[tuple[str, ...]] = ()
    """Those that are kept however long."""

    def __init__(self, store: Store, own: OwnStore | None = None) -> None:
        self._stores = (store, own.store) if own else (store,)
        self._own = own
        self.kept: dict[str, Any] = {}
        """What rooms above have made of one state of the collection."""
        self._reading = False
        self._version: int | None = None
        self._thread: int | None = get_ident()

    def _take_up(self, own: OwnStore | None) -> None:
        """Read the user's own documents from now on, of which there were none."""
        self._own = own
        self._stores = (self._stores[0], own.store) if own else self._stores
        self._forget(self._lasting)

    def _forget(self, lasting: Sequence[str]) -> None:
        """Keep nothing that was read of an older state, but for the properties in ``lasting``."""
        self.kept.clear()
        for name in {*self.__dict__}.difference(lasting):
            if isinstance(getattr(type(self), name, None), cached_property):
                del self.__dict__[name]

    def close(self) -> None:
        """Close the stores; what was read from them stays as it is."""
        self._thread = None
        for store in self._stores:
            store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def __reduce__(self) -> NoReturn:
        raise CollectionError(
            "En samling kan ikke gemmes eller sendes til en anden proces.",
            "Åbn en i hver proces med Collection.open(); det, den svarer, kan gemmes og sendes.",
            code="not_sent",
        )

    def _check_open(self) -> None:
        """Raise ``CollectionError`` where nothing can be read: closed, or in another thread."""
        if self._thread is None:
            raise CollectionError(
                "Samlingen er lukket.", "Åbn den igen med Collection.open().", code="closed"
            )
        if self._thread != get_ident():
            raise CollectionError(
                "Samlingen er åbnet i en anden tråd.",
                "Åbn en samling i hver tråd.",
                code="other_thread",
            )

    def _while_open(self, read: Iterator[_Read]) -> Iterator[_Read]:
        """Go through what is read; raises ``CollectionError`` when it can be read no more."""
        try:
            yield from read
        except ProgrammingError:
            self._check_open()
            raise

    def __repr__(self) -> str:
        own = f" with {self._own.path.name}" if self._own else ""
        return f"<{type(self).__name__}{own}{'' if self._thread else ', closed'}>"

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Keep to one state of the collection, whatever other processes write meanwhile.

        They wait with what they have to write until this is over.  What was read of an older state
        is forgotten first.  Every question does this for itself; put several of them into one
        snapshot where their answers belong together.
        """
        self._check_open()
        if self._reading or not self._own:
            yield
            return
        connection = self._own.store.connection
        connection.execute("BEGIN")
        self._reading = True
        try:
            # A transaction that only reads begins with the first thing that it reads.
            (version,) = connection.execute("PRAGMA data_version").fetchone()
            if version != self._version:
                self._version = version
                self._forget((*self._lasting, *self._of_stores))
            yield
        finally:
            self._reading = False
            # Some errors have ended it already.
            if connection.in_transaction:
                connection.execute("COMMIT")
