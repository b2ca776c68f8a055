"""What was typed, taken apart; in what it is searched.

query, operators
    Words, phrases and marks of a query; queries made of several.
respelled
    Its unknown words as they are read, before it is taken apart.
filters
    Documents, kinds and places that a search is narrowed to.
"""
