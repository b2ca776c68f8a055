"""The arguments of a tool: declared once, told as JSON Schema, read with errors in Danish."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from strategikort.danish import listed
from strategikort.errors import StrategikortError

_NAMES = {
    "string": "en tekst",
    "integer": "et helt tal",
    "boolean": "true eller false",
    "array": "en liste af tekster",
}
_TYPES = {"string": str, "integer": int, "boolean": bool, "array": list}

MOST_ITEMS = 500
"""Texts of a list, at most; as many sections have no room in an answer."""


class Argument(NamedTuple):
    """One argument; ``type`` is that of JSON Schema, an ``array`` one of strings."""

    name: str
    type: str
    description: str
    required: bool = False
    default: Any = None
    choices: tuple[str, ...] = ()
    limits: tuple[int, int] | None = None


def input_schema(arguments: Sequence[Argument]) -> dict[str, Any]:
    """Return the JSON Schema that tells an assistant what a tool takes."""
    return {
        "type": "object",
        "properties": {item.name: _property(item) for item in arguments},
        "required": [item.name for item in arguments if item.required],
        "additionalProperties": False,
    }


def _property(item: Argument) -> dict[str, Any]:
    found: dict[str, Any] = {"type": item.type, "description": item.description}
    if item.type == "array":
        found["items"] = {"type": "string"}
        found["maxItems"] = MOST_ITEMS
    if item.choices:
        found["enum"] = list(item.choices)
    if item.limits:
        found["minimum"], found["maximum"] = item.limits
    if item.default not in (None, ""):
        found["default"] = item.default
    return found


def read_arguments(
    arguments: Sequence[Argument], given: Mapping[str, Any] | None
) -> dict[str, Any]:
    """Return the value of every argument; raises ``StrategikortError`` for what does not fit."""
    # Some clients fill in every argument; an empty text says nothing.
    values = {name: value for name, value in (given or {}).items() if value not in (None, "")}
    known = {item.name: item for item in arguments}
    for name in values:
        if name not in known:
            raise _bad(f"Argumentet »{name}« findes ikke.", f"Brug {listed(list(known), 'eller')}.")
    for item in arguments:
        if item.required and values.get(item.name) in (None, "", []):
            raise _bad(f"Argumentet »{item.name}« mangler.", item.description)
        if item.name in values:
            values[item.name] = _as_integer(item, values[item.name])
            _check(item, values[item.name])
    return {item.name: values.get(item.name, item.default) for item in arguments}


def _as_integer(item: Argument, value: Any) -> Any:
    """Return ``5.0`` as 5, which it is by JSON Schema and as some clients write it."""
    whole = item.type == "integer" and isinstance(value, float) and value.is_integer()
    return int(value) if whole else value


def _check(item: Argument, value: Any) -> None:
    fits = isinstance(value, _TYPES[item.type])
    if item.type == "integer":
        fits = fits and not isinstance(value, bool)
    if item.type == "array":
        fits = fits and all(isinstance(part, str) for part in value)
        if fits and len(value) > MOST_ITEMS:
            raise _bad(f"»{item.name}« kan højst have {MOST_ITEMS} tekster.", item.description)
    if not fits:
        raise _bad(f"Argumentet »{item.name}« skal være {_NAMES[item.type]}.", item.description)
    if item.choices and value not in item.choices:
        raise _bad(
            f"»{value}« kan ikke bruges som »{item.name}«.",
            f"Vælg {listed(item.choices, 'eller')}.",
        )
    if item.limits and not item.limits[0] <= value <= item.limits[1]:
        low, high = item.limits
        raise _bad(f"»{item.name}« skal være fra {low} til {high}.", item.description)


def _bad(message: str, hint: str) -> StrategikortError:
    return StrategikortError(message, hint, code="bad_argument")
