"""The collection as a SQLite database: stored once, read by every command.

store, schema, records, cache, transaction, statements
    The database: its tables, documents and sections as rows, where it lies.
writer, pieces, passages, lexis, digest, digesting, analysis, terms
    Filling it: texts cut into passages and pieces, the words of these analysed and numbered.
names, namerows, namekeys
    Documents and sections by their names.
shelf
    The door to searching: one store with what searches it, and several searched as one.
query, operators, filters, questions
    What was typed, taken apart; in what it is searched; what a question asks for.
search, retrieval, rank, matches, weights, near, hits
    From a query to hits: candidates, where the words stand in each, what it is worth.
expand, expansion, finder, vocabulary, words
    The words of the index that stand for those of a query.
synonyms, defined, particles, apart, fuzzy, homographs, capitals, lookalikes, forenames, addresses
    Ways in which words stand for others, and where they only seem to.
quantities, asnumbers, signs, timespans, tabled
    Dates, numbers and amounts, spans of them, tables of them.
absence, presence, judging, belonging, ownforms, subjectwords, reports
    Whether a subject stands somewhere, and as what.
repeats
    What files of one text say, each thing once.
"""
