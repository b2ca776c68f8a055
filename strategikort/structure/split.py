"""Sections and rows that a pattern finds: conclusions, dash items, bullets, entries of a list."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from strategikort.catalog.profile import SplitRule, TableRule
from strategikort.model import Table
from strategikort.text.aligned import AlignedText, SourceRange, blank, concatenate
from strategikort.text.source import Source


@dataclass(frozen=True)
class FoundSection:
    """A section that a rule found; ids are relative to the document."""

    rule: SplitRule
    id: str
    number: str | None
    title: str
    heading: tuple[SourceRange, ...]
    pieces: tuple[SourceRange, ...]
    derived: frozenset[str]
    children: tuple[FoundSection, ...]

    def fields(self, text: str) -> Mapping[str, str | tuple[str, ...]]:
        """Return the named values that the rule's patterns find in the clean ``text``."""
        found: dict[str, str | tuple[str, ...]] = {}
        for name, pattern in self.rule.fields.items():
            match = pattern.regex.search(text)
            if match is None:
                pattern.entry.fail(
                    f"»{self.id}« har intet, der passer på »{name}«", "et mønster, der passer"
                )
            found[name] = match.group(1 if pattern.regex.groups else 0)
        for name, pattern in self.rule.lists.items():
            found[name] = tuple(match.group() for match in pattern.regex.finditer(text))
        return found


def split_sections(
    source: Source, pieces: Sequence[SourceRange], rule: SplitRule, parent: str, parent_title: str
) -> tuple[FoundSection, ...]:
    """Return the sections that ``rule`` finds in the raw ``pieces``.

    Raises ``ProfileError`` where something stands before the first of them, or where their
    number is not the expected one.
    """
    region = _region(source, pieces)
    leading, found = _split(source, region, rule, {"parent": parent, "parent_title": parent_title})
    if leading.text.strip():
        offset = leading.strip().raw_offset(0)
        line = source.line_at(offset) if offset is not None else 0
        rule.start.entry.fail(
            f"linje {line} i {source.file} står før det første afsnit, som mønstret finder",
            "et mønster, der passer på det første afsnit",
        )
    return found


def slug(text: str) -> str:
    """Return ``text`` as a part of an id: small letters and digits, hyphens between."""
    return re.sub(r"[\W_]+", "-", text.lower()).strip("-")


def _region(source: Source, pieces: Sequence[SourceRange]) -> AlignedText:
    parts: list[AlignedText] = []
    for start, end in pieces:
        # Whole lines: a pattern may ask for the blank that a line begins with.
        line_start = source.text.rfind("\n", 0, start) + 1
        if not source.text[line_start:start].strip():
            start = line_start
        parts += [blank("\n")] if parts else []
        parts.append(AlignedText.cut(source.text, start, end))
    return concatenate(parts)


def _split(
    source: Source, region: AlignedText, rule: SplitRule, above: Mapping[str, str]
) -> tuple[AlignedText, tuple[FoundSection, ...]]:
    """Return what stands before the first section that ``rule`` finds, and the sections.

    ``above`` are the fields that templates may have of the section above.
    """
    matches = _starts(region.text, rule)
    if rule.expect is not None and len(matches) != rule.expect:
        rule.start.entry.fail(
            f"mønstret finder {len(matches)} afsnit i {source.file}", f"{rule.expect} afsnit"
        )
    if not matches:
        return region, ()
    ends = [*(match.start() for match in matches[1:]), len(region.text)]
    found = tuple(
        _found(source, rule, match, region.slice(match.start(), end), {"n": str(count), **above})
        for count, (match, end) in enumerate(zip(matches, ends, strict=True), start=1)
    )
    return region.slice(0, matches[0].start()), found


def _starts(text: str, rule: SplitRule) -> list[re.Match[str]]:
    matches = list(rule.start.regex.finditer(text))
    if not rule.sequence:
        return matches
    in_order: list[re.Match[str]] = []
    for match in matches:
        if match.group("number") == str(len(in_order) + 1):
            in_order.append(match)
    return in_order


def _found(
    source: Source,
    rule: SplitRule,
    match: re.Match[str],
    part: AlignedText,
    counted: Mapping[str, str],
) -> FoundSection:
    """Return the section that ``part`` is; ``match`` is where it begins."""
    groups = {key: value or "" for key, value in match.groupdict().items()}
    text_start, heading = 0, AlignedText("", ())
    for name in ("marker", "title"):
        if groups.get(name):
            text_start = match.end(name) - match.start()
            heading = part.slice(0, text_start)
    values = {f"slug_{key}": slug(value) for key, value in groups.items()} | groups
    values |= counted
    section_id = _fill(rule, rule.id, values)
    title = _fill(rule, rule.title, values) if rule.title else groups.get("title", "")
    body = part.slice(text_start, len(part))
    children: tuple[FoundSection, ...] = ()
    if rule.split:
        above = {"parent": section_id, "parent_title": title}
        body, children = _split(source, body, rule.split, above)
    derived = {"number"} if "number" not in groups else set()
    if "title" not in groups:
        derived.add("title")
    return FoundSection(
        rule,
        section_id,
        groups.get("number") or (None if "slug_" in rule.id else counted["n"]),
        title,
        source.merge(_raw(heading)),
        source.merge(_raw(body)),
        frozenset(derived),
        children,
    )


def _raw(aligned: AlignedText) -> list[SourceRange]:
    return [SourceRange(run.raw, run.raw + run.length) for run in aligned.runs]


def _fill(rule: SplitRule, template: str, values: Mapping[str, str]) -> str:
    try:
        return template.format_map(values)
    except (KeyError, ValueError, IndexError):
        rule.entry.fail(
            f"»{template}« kan ikke udfyldes",
            "felter som " + ", ".join(f"{{{key}}}" for key in values),
        )


def read_table(text: str, rule: TableRule) -> Table:
    """Read the rows that ``rule`` describes; raises ``ProfileError``.

    What stands before the first row (a note on the source) is passed over; after it everything
    must be a row, so that no line of a table is lost.
    """
    matches = list(rule.row.regex.finditer(text))
    position = matches[0].start() if matches else 0
    for match in matches:
        between = text[position : match.start()].strip()
        if between:
            rule.row.entry.fail(f"»{between[:60]}« er ingen række", "et mønster for hver række")
        position = match.end()
    rest = text[position:].strip()
    if rest:
        rule.row.entry.fail(f"»{rest[:60]}« er ingen række", "et mønster, der passer på hver række")
    if rule.expect is not None and len(matches) != rule.expect:
        rule.row.entry.fail(f"der er {len(matches)} rækker", f"{rule.expect} rækker")
    rows = [
        tuple(" ".join((match.group(column) or "").split()) for column in rule.columns)
        for match in matches
    ]
    if rule.sort:
        at = rule.columns.index(rule.sort)
        rows.sort(key=lambda row: (not row[at], int(row[at]) if row[at].isdigit() else 0, row[at]))
    caption = " ".join(text[: matches[0].start()].split()) if matches else ""
    return Table(caption, rule.columns, tuple(rows))
