"""The collection as a SQLite database: stored once, read by every command.

storage
    The database: its tables, documents and sections as rows, their names, where it lies.
filling
    Texts cut into passages and pieces, the words of these analysed and numbered.
querying
    What was typed, taken apart; in what it is searched.
expanding
    The words of the index that stand for those of a query.
ranking
    From a query to hits: candidates, where the words stand in each, what it is worth.
absence
    Whether a subject stands somewhere, and as what.
shelf
    The door to searching: one store with what searches it, and several searched as one.
"""
