"""What the user says of a document, in the form in which it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from strategikort.holdings.ownprofile import Described
from strategikort.holdings.prepare import Reading


def given_of(options: Described, profile: Described) -> dict[str, Any]:
    """Return what is said of a document in the form in which it is kept."""
    return {
        "options": dict(options.metadata),
        "profile": dict(profile.metadata),
        "structure": dict(profile.structure),
        "file": str(profile.file.absolute()) if profile.file else None,
    }


def merged(known: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is said now, with the options of before where none are given anew."""
    return {**new, "options": {**known["options"], **new["options"]}}


def with_options(reading: Reading, given: Mapping[str, Any]) -> Reading:
    """Return a reading with the options that are kept of its document."""
    options = given["options"]
    evidence = dict.fromkeys(options, "oplyst ved tilføjelsen")
    return reading._replace(options=reading.options._replace(metadata=options, evidence=evidence))
