"""PDF files, read with pdfminer.six's interpreter and a page analysis of our own.

drawing
    What the file draws on its pages, and what it says of that.
lines
    Lines and columns of what is drawn.
tables
    Tables and boxes, by their rules or by the room between their cells.
paragraphs
    The order in which a page is read; paragraphs, and tables that go on with the next page.
margins
    Footnotes, endnotes and running lines.
headings
    Which paragraphs are headings, captions or boxes.
compose
    All pages as one text with its blocks.
reader
    The door: bytes in, a text with structure out.
"""
