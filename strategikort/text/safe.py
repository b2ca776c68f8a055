"""Text from outside on its way out: nothing in it may steer a terminal.

Control characters (C0, C1), the escape character among them, and those that turn the direction of
writing are what terminals obey.  Bytes that are no text, which Python gives as lone surrogates,
cannot be written at all.
"""

from __future__ import annotations

import re
from functools import cache


@cache
def _steering() -> re.Pattern[str]:
    return re.compile(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"
        "\ud800-\udfff]"
    )


def safe(text: str) -> str:
    """Return ``text`` with control, escape and direction characters made visible as U+FFFD."""
    return text if text.isprintable() else _steering().sub("\ufffd", text)


def safe_line(text: str) -> str:
    """Return ``text`` like :func:`safe`, and in one line: file names may hold line breaks."""
    return re.sub(r"[\n\t\u2028\u2029]", "\ufffd", safe(text))


def in_markdown(text: str) -> str:
    """Return ``text`` like :func:`safe`, with what Markdown would take for its own escaped."""
    return re.sub(r"[\\`*_\[\]<>~]", r"\\\g<0>", safe(text))


def json_text(value: object, indent: int | None = None) -> str:
    """Return ``value`` as JSON with real æøå; what steers terminals is written by its number.

    What is read back is the same value.
    """
    import json

    text = json.dumps(value, ensure_ascii=False, indent=indent)
    if text.isprintable():
        return text
    # JSON's own signs and blanks are none of these, so they stand inside strings only.
    return _steering().sub(lambda found: f"\\u{ord(found[0]):04x}", text)
