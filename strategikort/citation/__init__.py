"""Citations: how a place is named, written in a style, found again and checked.

short, dates, styles, weblinks
    A place as a citation: the short one, the styles, an address of the web.
memo, verify, fitting, verdict
    The door to checking: a text with its quotations, one quotation, whether it stands where it is
    said to, what is found out of it.
memofile, quotes, doublemarks, quotemarks, markup, unmarked
    The quotations of a text: its marks, its Markdown, what may be a quotation without marks.
cited, beside, above, ownsource, blockend, sources, tables
    Where a quotation is said to stand: beside it, above it, at its own end, in a list of sources
    or a table.
sentence, lead, earlier, placenames, points, within, titles
    The same in its sentence and the one in front, in a document that is not named; the titles that
    are no quotations.
reading, remarks, wording
    What of a quotation are words of the source, and what its writer remarks on it.
archive, stream, units
    All sections as one stream of words.
exact, altered, closest, runs, laying, differences, cutoff
    Where the words stand, or what comes closest; what differs, and what is left out beside it.
found, report, evidence
    The places, the report on them, and a package that can be checked again.
"""
