"""OpenDocument, written as the parts of a document of Word, which are then read.

odt
    The reader.
tree, styles, lists
    What elements say of themselves; the styles and the lists.
text
    The text.
"""
