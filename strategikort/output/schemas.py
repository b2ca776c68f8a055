"""The JSON Schemas that lie in the package, one for each kind of answer."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from strategikort.danish import listed
from strategikort.errors import StrategikortError
from strategikort.language.fold import loose

_FOLDER = Path(__file__).resolve().parent / "schemas"
_REFERENCE = re.compile(r'"#/\$defs/(\w+)"')


def schema_names() -> list[str]:
    """Return the names of the schemas, sorted: the commands whose answers they describe."""
    return sorted(_schemas())


def schema_text(name: str) -> str:
    """Return the schema for ``name``, a command in any spelling; raises ``StrategikortError``."""
    for known, text in _schemas().items():
        if loose(known) == loose(name):
            return _whole(text)
    raise StrategikortError(
        f"Der er intet skema, der hedder »{name}«.",
        f"Vælg {listed(schema_names(), 'eller')}.",
        code="unknown_schema",
        candidates=schema_names(),
    )


def _schemas() -> dict[str, str]:
    """Return the text of each schema by the command that its title names."""
    texts = (path.read_text(encoding="utf-8") for path in _FOLDER.glob("*.schema.json"))
    return {str(json.loads(text)["title"]).split()[1]: text for text in texts}


def _whole(text: str) -> str:
    """Return a schema with the definitions that it refers to, directly or through others."""
    schema: dict[str, Any] = json.loads(text)
    definitions = json.loads((_FOLDER / "defs.json").read_text(encoding="utf-8"))
    needed: dict[str, Any] = {}
    open_ends = [text]
    while open_ends:
        for name in _REFERENCE.findall(open_ends.pop()):
            if name not in needed:
                needed[name] = definitions[name]
                open_ends.append(json.dumps(definitions[name]))
    schema["$defs"] = dict(sorted(needed.items()))
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
