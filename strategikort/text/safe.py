"""Text from outside on its way out: nothing in it may steer a terminal.

Control characters (C0, C1), the escape character among them, and those that turn the direction of
writing are what terminals obey.  Bytes that are no text, which Python gives as lone surrogates,
cannot be written at all.
"""

from __future__ import annotations

import os
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


def repair(text: str) -> str:
    """Return ``text`` with bytes that were no UTF-8 read as Windows-1252, in Unicode form NFC.

    Python hands such bytes of a command line over as lone surrogates (PEP 383); they come from
    terminals in an older encoding.  Never use this on file names: there the bytes are the name.
    """
    if text.isascii():
        return text
    from unicodedata import normalize

    text = re.sub("[\udc80-\udcff]+", _decode, text)
    return normalize("NFC", re.sub("[\ud800-\udfff]", "\ufffd", text))


def _decode(found: re.Match[str]) -> str:
    raw = found.group().encode("utf-8", "surrogateescape")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def shown(text: str, limit: int = 60) -> str:
    """Return what a user typed so that it can be printed safely: no control signs, not too long."""
    text = "".join(sign if sign.isprintable() else "\ufffd" for sign in repair(text))
    return text if len(text) <= limit else text[: limit - 1] + "…"


def typed_path(path: str | os.PathLike[str]) -> str:
    """Return a file name so that it can be printed safely, at full length."""
    return shown(os.fspath(path), limit=4096)


def in_quotes(text: str) -> str:
    """Return ``text`` as it is typed in a shell: in plain quotation marks, where those do."""
    if any(sign in text for sign in '"$`\\!'):
        import shlex

        return shlex.quote(text)
    return f'"{text}"'


def typed_word(text: str) -> str:
    """Return ``text`` as one word of a command line, quoted where a shell needs it."""
    plain = text and all(sign.isalnum() or sign in "-_./,:=+@%" for sign in text)
    return text if plain else in_quotes(text)
