"""Whether a subject stands somewhere, and as what.

absence, reports
    The report for one store, and for several together.
presence, subjectwords
    Where a subject stands, and the words of it that must.
capitals, lookalikes, forenames
    Names that are words, words that look like others, given names cut short.
asnumbers, signs, timespans, tabled
    Numbers and spans of time that say the same, or only seem to; amounts in tables.
"""
