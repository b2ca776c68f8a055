"""Web and e-mail addresses that a line end has cut: whether the next line goes on with one.

The same is asked of words with a slash between them.

Nothing parts the two halves but the break, and an address with a blank in it leads nowhere.
An address that may be whole is only taken to go on with what no ordinary word looks like.
"""

from __future__ import annotations

import re

_WEB = re.compile(
    r"(?:https?://|ftp://|www\.)\S*|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/\S*|/(?:[\w.+-]+/)+\S*", re.I
)
"""An address of the web, or the path of a file from the root."""
_MAIL = re.compile(r"[\w.+-]+@(?P<domain>[\w.-]*)")
_AT = re.compile(r"@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}", re.I)
_OPENING, _CLOSING = "(<[{\"'“„”»‘", ".,;:!?)>]}\"'”“«’"
_WITHIN = "-_=?&%#~+:@"
"""What an address hardly ends with: a break behind it is within."""

_GOES_ON = re.compile(r"[/?&=#%~_.-]\w")
_PART = re.compile(
    r"\w[\w.~%+-]*/\S*[\d._=?&%-]\S*|[\w~%+-]+\.(?:html?|pdf|aspx?|php|docx?|odt)", re.I
)
"""What is a part of a path and no ordinary word."""

_WHOLE = re.compile(
    r"(?:\w+://)?(?:[\w-]+\.)+(?:dk|eu|com|org|net|info|int|gov|edu|nu|se|no|fi|is|de|fr|uk|gl|fo)"
    r"(?:[.:]?$|[/:]\S)",
    re.I,
)
"""What may be an address to its end, with or without a full stop behind it."""

_EXTENSION = re.compile(r"(?:html?|pdf|aspx?|php|docx?|odt|xlsx?|xml|json|csv|zip)\b")
_STEP = re.compile(
    r"\S+[/_=?&%#~]\S*|\w+\.\w\S*|[a-z\d]+(?:-[a-z\d]+){2,}|(?=\S*\d)(?=\S*[a-z])[a-z\d-]{3,}"
)
"""What may follow on a slash and is no ordinary word."""

_ALTERNATIVES = re.compile(r"[^\W\d_]{2}[\w'’-]*/")
"""The first of two words with a slash between them: ``kommuner/`` before ``regioner``."""

_ORDINARY = frozenset({"og/eller", "eller/og", "og/el"})
_DATE = re.compile(r"[\d./-]+")
_DOMAIN = re.compile(r"[a-z\d-]+(?:\.[a-z\d-]+)*")


def goes_on(before: str, after: str, *, last: bool) -> bool:
    """Tell whether an address at the end of ``before`` goes on with the beginning of ``after``.

    Both are stretches without blanks on either side of a line break.  ``last`` says that nothing
    follows ``after`` in its paragraph.
    """
    before, after = before.lstrip(_OPENING), after.rstrip(_CLOSING)
    if not after or _WEB.match(after):
        return False
    if _AT.fullmatch(after):
        return bool(re.fullmatch(r"[\w.+-]*\w", before))
    if _ALTERNATIVES.fullmatch(before):
        return bool(re.match(r"[^\W\d_]{2}", after))
    mail = _MAIL.fullmatch(before)
    if mail:
        return _mail_goes_on(mail["domain"], after)
    if "@" in after or not _WEB.fullmatch(before):
        return False
    return _web_goes_on(before, after, last=last)


def _mail_goes_on(domain: str, after: str) -> bool:
    if not domain or domain.endswith("-"):
        return bool(_DOMAIN.fullmatch(after))
    if domain.endswith("."):
        return bool(_DOMAIN.fullmatch(after)) and ("." not in domain[:-1] or "." in after)
    return "." not in domain and bool(re.fullmatch(r"\.[a-z\d-]+(?:\.[a-z\d-]+)*", after))


def _web_goes_on(before: str, after: str, *, last: bool) -> bool:
    end = before[-1]
    if end in _WITHIN:
        return after[0].isalnum() or after[0] in "/_%~"
    if end == ".":
        return bool(_PART.fullmatch(after)) or bool(
            _EXTENSION.match(after) if _WHOLE.match(before) else re.match(r"[a-z]", after)
        )
    if end == "/":
        return last or (bool(_STEP.fullmatch(after)) and after not in _ORDINARY)
    if not end.isalnum():
        return False
    if _GOES_ON.match(after):
        return True
    return bool(_PART.fullmatch(after)) and not _DATE.fullmatch(after)
