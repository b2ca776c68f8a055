"""YAML files that people write, read so that every mistake can be pointed at.

Scalars stay the strings they are written as (no ``NO`` that becomes false, no ``010`` that
becomes eight); keys given twice, anchors, tags and files beyond a size limit are refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from inspect import Parameter, signature
from pathlib import Path
from types import MappingProxyType, NoneType
from typing import Any, NoReturn, TypeVar, get_args, get_origin, get_type_hints

from strategikort.errors import ProfileError
from strategikort.oserrors import reason

SIZE_LIMIT = 4_000_000
"""Bytes; a profile of the longest built-in document takes some 30,000."""

_NO_LINE_ENDS = str.maketrans("\x85\u2028\u2029", "   ")
"""Signs that end lines in YAML 1.1 (not in 1.2), but in no editor."""


_Form = TypeVar("_Form")
Readers = Mapping[object, Callable[["Entry"], Any]]
"""What reads the values of some types."""
NO_READERS: Readers = MappingProxyType({})


class Entry:
    """One value of a YAML file together with its place: a string, a list or a mapping."""

    def __init__(self, file: str, node: Any) -> None:
        self.file = file
        self.line: int = node.start_mark.line + 1
        self._node = node
        self._asked: set[str] = set()

    def fail(self, problem: str, expected: str) -> NoReturn:
        """Raise a :class:`ProfileError` that names file, line, problem and what was expected."""
        raise ProfileError(f"{self.file}, linje {self.line}: {problem}.", f"Forventet: {expected}.")

    @property
    def text(self) -> str:
        """The value as a string."""
        if self._node.id != "scalar":
            self.fail("her står en liste eller en opdeling", "en tekst")
        return str(self._node.value)

    @property
    def number(self) -> int:
        """The value as a whole number."""
        text = self.text
        if not (text.isascii() and text.isdigit()):
            self.fail(f"»{text}« er ikke et helt tal", "et helt tal, fx 30")
        return int(text)

    @property
    def decimal(self) -> float:
        """The value as a number that need not be a whole one: ``0.8``."""
        text = self.text
        try:
            return float(text)
        except ValueError:
            self.fail(f"»{text}« er ikke et tal", "et tal, fx 0.8")

    @property
    def flag(self) -> bool:
        """The value as a truth value, written ``true`` or ``false``."""
        text = self.text
        if text not in ("true", "false"):
            self.fail(f"»{text}« er hverken true eller false", "true eller false")
        return text == "true"

    def choice(self, allowed: Sequence[str]) -> str:
        """Return the value as one of the ``allowed`` strings."""
        text = self.text
        if text not in allowed:
            self.fail(f"»{text}« kendes ikke her", " eller ".join(allowed))
        return text

    @property
    def is_list(self) -> bool:
        """Whether the value is a list."""
        return bool(self._node.id == "sequence")

    @property
    def items(self) -> list[Entry]:
        """The value as a list."""
        if self._node.id != "sequence":
            self.fail("her skulle stå en liste", "linjer, der begynder med »- «")
        return [Entry(self.file, node) for node in self._node.value]

    @property
    def texts(self) -> list[str]:
        """The value as a list of strings."""
        return [item.text for item in self.items]

    def read(self, kind: Any, readers: Readers = NO_READERS) -> Any:
        """Return the value as the type ``kind`` says, by ``readers`` or as one knows it.

        Known are plain values, sequences, what may be None, and classes with fields.
        """
        if kind in readers:
            return readers[kind](self)
        if kind in _PLAIN:
            return _PLAIN[kind](self)
        inner = [one for one in get_args(kind) if one not in (NoneType, ...)]
        if get_origin(kind) in (tuple, frozenset):
            return get_origin(kind)(item.read(inner[0], readers) for item in self.items)
        if inner:
            return self.read(inner[0], readers)
        return self.form(kind, readers)

    def form(self, form: Callable[..., _Form], readers: Readers = NO_READERS, **made: Any) -> _Form:
        """Return a mapping as a named tuple or a dataclass, of which each field is a key.

        A field with a default may be missing, one of the type ``Entry`` is the mapping itself, and
        those ``made`` are there already.
        """
        for name, (kind, needed) in _fields(form).items():
            if kind is Entry:
                made[name] = self
            elif name not in made and (value := self.need(name) if needed else self.get(name)):
                made[name] = value.read(kind, readers)
        self.done()
        return form(**made)

    def pairs(self) -> Iterator[tuple[str, Entry]]:
        """Go through the keys and values of a mapping."""
        for key, node in self._mapping():
            self._asked.add(key)
            yield key, Entry(self.file, node)

    def plain(self) -> Any:
        """Return the value as strings, lists and dictionaries."""
        if self._node.id == "scalar":
            return self.text
        if self._node.id == "sequence":
            return [item.plain() for item in self.items]
        return {key: value.plain() for key, value in self.pairs()}

    def get(self, key: str) -> Entry | None:
        """Return the value of ``key`` in a mapping, or None."""
        self._asked.add(key)
        for name, node in self._mapping():
            if name == key:
                return Entry(self.file, node)
        return None

    def need(self, key: str) -> Entry:
        """Return the value of ``key`` in a mapping that must have it."""
        entry = self.get(key)
        if entry is None:
            self.fail(f"nøglen »{key}« mangler", f"»{key}: …« på dette sted")
        return entry

    def done(self) -> None:
        """Refuse keys that nobody asked for, so that a misspelt key is not silently ignored."""
        for key, node in self._mapping():
            if key not in self._asked:
                known = ", ".join(sorted(self._asked))
                Entry(self.file, node).fail(f"nøglen »{key}« kendes ikke her", f"en af {known}")

    def _mapping(self) -> list[tuple[str, Any]]:
        if self._node.id != "mapping":
            self.fail("her skulle stå nøgler med værdier", "linjer som »nøgle: værdi«")
        return [(key.value, value) for key, value in self._node.value]


_PLAIN: Readers = {
    str: lambda entry: entry.text,
    int: lambda entry: entry.number,
    float: lambda entry: entry.decimal,
    bool: lambda entry: entry.flag,
}


@cache
def _fields(form: Callable[..., object]) -> dict[str, tuple[object, bool]]:
    """Return the type of each field of a class, and whether it must be given."""
    kinds = get_type_hints(form)
    return {
        name: (kinds[name], field.default is Parameter.empty)
        for name, field in signature(form).parameters.items()
    }


def read_yaml(path: Path) -> Entry:
    """Read a YAML file whose top is a mapping; raises :class:`ProfileError`."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ProfileError(
            f"Profilen {path.name} kan ikke læses: {reason(error)}.",
            "Kontrollér, at filen findes, og at du må læse den.",
        ) from error
    if len(data) > SIZE_LIMIT:
        raise ProfileError(
            f"Profilen {path.name} er over {SIZE_LIMIT // 1_000_000} MB.",
            "Kontrollér, at det er den rigtige fil.",
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ProfileError(
            f"{path.name}, linje {line}: filen er ikke UTF-8.", "Gem filen som UTF-8."
        ) from error
    return parse_yaml(text, path.name)


def parse_yaml(text: str, file: str) -> Entry:
    """Read YAML from a string; ``file`` is the name that error messages give."""
    import yaml

    text = text.translate(_NO_LINE_ENDS)
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        _refuse_anchors(yaml.parse(text, Loader=loader), file)
        node: Any = yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise ProfileError(
            f"{file}, linje {line}: filen er ikke gyldig YAML.",
            "Kontrollér indrykning, kolon, parenteser og anførselstegn her og på linjen over.",
        ) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise ProfileError(
            f"{file}: filen er ikke gyldig YAML.", "Kontrollér, at filen er en tekstfil."
        ) from error
    if node is None or node.id != "mapping":
        line = node.start_mark.line + 1 if node else 1
        raise ProfileError(
            f"{file}, linje {line}: filen har ingen nøgler.",
            "Forventet: linjer som »nøgle: værdi«.",
        )
    _check_keys(file, node)
    return Entry(file, node)


def _refuse_anchors(events: Any, file: str) -> None:
    for event in events:
        tag = getattr(event, "tag", None)
        if getattr(event, "anchor", None) or (tag and not tag.startswith("tag:yaml.org,2002:")):
            raise ProfileError(
                f"{file}, linje {event.start_mark.line + 1}: ankre (&, *) og mærker (!) kan ikke "
                "bruges her.",
                "Skriv værdien ud.",
            )


def _check_keys(file: str, node: Any) -> None:
    if node.id == "sequence":
        for item in node.value:
            _check_keys(file, item)
    elif node.id == "mapping":
        seen: set[str] = set()
        for key, value in node.value:
            entry = Entry(file, key)
            if entry.text in seen:
                entry.fail(f"nøglen »{entry.text}« står to gange", "hver nøgle én gang")
            seen.add(entry.text)
            _check_keys(file, value)
