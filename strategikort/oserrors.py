"""What the operating system objected to, in Danish; its own words are in the system's language."""

from __future__ import annotations

import errno
import os

_REASONS = {
    errno.ENOENT: "filen eller mappen findes ikke",
    errno.EACCES: "du har ikke adgang",
    errno.EPERM: "du har ikke lov til det",
    errno.EEXIST: "der er allerede noget med det navn",
    errno.ENOTDIR: "en del af stien er ikke en mappe",
    errno.EISDIR: "det er en mappe, ikke en fil",
    errno.ENOSPC: "der er ikke mere plads på disken",
    errno.EDQUOT if hasattr(errno, "EDQUOT") else -1: "din plads på disken er brugt op",
    errno.EROFS: "disken kan kun læses",
    errno.EMFILE: "for mange filer er åbne",
    errno.ENAMETOOLONG: "navnet er for langt",
    errno.ELOOP: "genvejene peger i ring",
    errno.EIO: "disken kunne ikke læses eller skrives",
    errno.EBUSY: "filen er i brug",
    errno.EBADF: "den er lukket",
    errno.EINVAL: "systemet afviste det",
}

_NO_NAME = 123
"""What Windows says of a name that no file can have: one with a wildcard or a question mark."""

_IN_USE = (32, 33)
"""What Windows says of a file that another program has locked; Python calls it EACCES."""

_REFUSED = {errno.EACCES, errno.EPERM, errno.EROFS}
_FULL = {errno.ENOSPC, errno.EDQUOT if hasattr(errno, "EDQUOT") else -1}


def is_missing(error: OSError) -> bool:
    """Say whether there is no file of that name."""
    return error.errno == errno.ENOENT or getattr(error, "winerror", None) == _NO_NAME


def is_in_use(error: OSError) -> bool:
    """Say whether another program keeps the file to itself."""
    return error.errno == errno.EBUSY or getattr(error, "winerror", None) in _IN_USE


def reason(error: OSError) -> str:
    """Return in a few Danish words, without a full stop, why something failed."""
    if error.errno is None:
        return _REASONS[errno.EINVAL]
    if is_missing(error):
        return _REASONS[errno.ENOENT]
    if is_in_use(error):
        return _REASONS[errno.EBUSY]
    if error.errno == errno.EACCES and os.name == "nt":
        # So it calls the taking of a file's place, too, that is open in another program.
        return "du har ikke adgang, eller et andet program har filen åben"
    return _REASONS.get(error.errno, f"systemet svarede med fejl {error.errno}")


def advice(error: OSError) -> str:
    """Return in one Danish sentence what can be done about it."""
    if is_missing(error):
        return "Kontrollér navnet og mappen."
    if is_in_use(error):
        return "Luk det program, der har filen åben, og prøv igen."
    if error.errno == errno.EACCES and os.name == "nt":
        return "Luk filen i andre programmer, ret rettighederne, eller vælg et andet sted."
    if error.errno in _REFUSED:
        return "Ret rettighederne, eller vælg et andet sted."
    if error.errno == errno.EISDIR:
        return "Angiv en fil."
    if error.errno in _FULL:
        return "Gør plads, og prøv igen."
    return "Ret det, og prøv igen; kør med --fejlsøg for at se hele fejlen."
