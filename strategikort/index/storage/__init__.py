"""The database: its tables, documents and sections as rows, their names, where it lies.

schema, store, records
    The tables; documents and sections put into them and got out, as rows and as JSON.
cache
    Where a store lies, when it is built again.
names, namerows, namekeys
    Documents and sections by their names.
transaction, statements, terms
    Transactions inside others, lists in statements, numbers as FTS5 is given them.
"""
