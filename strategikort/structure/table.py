"""Tables from the text of a chart or a list."""

from __future__ import annotations

from strategikort.catalog.profile import TableRule
from strategikort.model import Table


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
