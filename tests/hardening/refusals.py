"""What every refusal must say."""

from __future__ import annotations

from strategikort.errors import AmbiguousReferenceError, StrategikortError


def in_danish(error: StrategikortError) -> None:
    """Fail for an error that does not say what is wrong and what to do."""
    assert error.message.endswith(".")
    assert error.hint
    assert not isinstance(error, AmbiguousReferenceError) or error.candidates
