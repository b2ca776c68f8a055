"""Texts cut into passages and pieces, the words of these analysed and numbered.

writer, passages, pieces
    Documents put into the index and taken out: what is found, and what that is made of.
lexis
    The vocabulary of the store: numbers for forms and keys.
analysis, digest, digesting
    What the index knows of words, by itself, of whole texts, and in a process of its own.
defined
    The abbreviations that texts define.
"""
