"""Who owns what of a source: every character that is not blank has exactly one owner."""

from __future__ import annotations

from collections.abc import Iterable

from strategikort.catalog.profile import Place
from strategikort.text.aligned import SourceRange
from strategikort.text.source import Source


class Claims:
    """The characters of a source that sections and furniture have laid claim to."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._taken = bytearray(len(source.text))

    def resolve(self, place: Place) -> SourceRange:
        """Return the raw range of a place in a profile; raises ``ProfileError``."""
        source = self._source
        if place.last > source.line_count:
            place.entry.fail(
                f"linje {place.last} findes ikke i {source.file}",
                f"en linje fra 1 til {source.line_count}",
            )
        if place.text is None:
            return SourceRange(source.line(place.first).start, source.line(place.last).end)
        line = source.line_text(place.first)
        if line.count(place.text) != 1:
            place.entry.fail(
                f"»{place.text}« står {line.count(place.text)} gange i linje {place.first} "
                f"af {source.file}",
                "ord, der står netop én gang i linjen",
            )
        start = source.line(place.first).start + line.index(place.text)
        return SourceRange(start, start + len(place.text))

    def claim(self, places: Iterable[Place]) -> tuple[SourceRange, ...]:
        """Lay claim to ``places``; raises ``ProfileError`` where something is already taken."""
        parts: list[SourceRange] = []
        for place in places:
            part = self.resolve(place)
            taken = self._first(part, taken=True)
            if taken is not None:
                line = self._source.line_at(taken)
                place.entry.fail(
                    f"linje {line} hører allerede til et andet afsnit", "hver linje netop ét sted"
                )
            self._take(part)
            parts.append(part)
        return self._source.merge(parts)

    def claim_free(self, places: Iterable[Place] | None) -> tuple[SourceRange, ...]:
        """Lay claim to what is free in ``places`` (None: in the whole source)."""
        text = self._source.text
        within = (
            [SourceRange(0, len(text))]
            if places is None
            else [self.resolve(place) for place in places]
        )
        parts: list[SourceRange] = []
        for part in within:
            position = part.start
            while position < part.end:
                end = self._taken.find(1, position, part.end)
                end = part.end if end < 0 else end
                if end > position:
                    parts.append(SourceRange(position, end))
                position = end
                while position < part.end and self._taken[position]:
                    position += 1
        for part in parts:
            self._take(part)
        return self._source.merge(parts)

    def first_unclaimed(self) -> int | None:
        """Return the offset of the first character that is not blank and has no owner."""
        return self._first(SourceRange(0, len(self._taken)), taken=False)

    def _take(self, part: SourceRange) -> None:
        for offset in range(*part):
            if not self._source.text[offset].isspace():
                self._taken[offset] = 1

    def _first(self, part: SourceRange, *, taken: bool) -> int | None:
        for offset in range(*part):
            if self._taken[offset] == taken and not self._source.text[offset].isspace():
                return offset
        return None
