"""JSON as it is given: one value, or JSON Lines."""

from __future__ import annotations

import json
from typing import Any


def json_values(text: str) -> list[Any]:
    """Return the value of JSON, or those of JSON Lines.

    Raises ``ValueError`` for what is neither and ``RecursionError`` for what is nested too deep.
    """
    try:
        return [json.loads(text)]
    except ValueError:
        return [json.loads(line) for line in text.split("\n") if line.strip()]
