"""Sections of a document that has no profile, from what its reader recognised."""

from __future__ import annotations

from strategikort.structure.auto.build import sections_of, source_of
from strategikort.structure.auto.gaps import numbering_gaps

__all__ = ["numbering_gaps", "sections_of", "source_of"]
