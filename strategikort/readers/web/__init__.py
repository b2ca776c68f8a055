"""Web pages and e-books.

html, epub
    The readers.
tree, main, panels, asides
    The elements of a page and what of them is seen; which of it is the content, unfolds, or is a
    box.
head
    What a page says of itself where a browser does not show it.
text, tables
    The content as blocks: its text, its lists and tables.
"""
