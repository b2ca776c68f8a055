"""What hangs together: commitments, references, shared themes and disagreements.

model, evidence
    Links and what proves them, as plain data.
network
    The door to the map: all links of a collection, and everything that is named in it.
references, quotations
    Links that the documents make themselves: by names, dates and words.
naming, titles, officialnumbers, shortnames, pinpoints
    Documents as texts name them: in full, by number, for short, and which part of them.
names, mentions, meaning
    Countries, bodies and initiatives: their forms, where they stand, whether they are meant.
themes, features, kindred, ceilings, standing
    Sections about the same, by the words that they share and few others have.
once
    The sections of a collection, each text once.
compare
    The door to comparisons: documents on a subject, sections side by side, disagreements.
facts, factrules, versions, quantities
    Where texts differ: on facts that are asked for, and on numbers in the same sentence.
commitments
    What is promised: a room of its own.
"""
