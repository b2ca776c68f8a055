"""Whether a subject stands somewhere, and as what.

absence, sought, places, reports
    The report for one store, what was looked for, what is named; for several stores together.
presence, subject, written
    Where a subject stands; one of them, looked for in a passage; what of a passage is written.
judging, belonging, describing, directing
    What a match really is in its place, what the number beside it belongs to, what an adjective
    describes, and what is directed at somebody else.
subjectwords, vocabulary, expander, counted, compounds
    The words of a subject that must stand there, and all that means the same.
alike, capitals, lookalikes, forenames
    Words that are only spelt so: names that are words, words like others, given names cut short.
asnumbers, signs, timespans, tabled
    Numbers and spans of time that say the same, or only seem to; amounts in tables.
"""
