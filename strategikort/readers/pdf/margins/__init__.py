"""What stands at the foot and the edges of pages.

notes, endnotes
    Footnotes, and notes at the end of a text.
edges, furniture
    The lines near the edges of a page; which of them are running headers and footers.
watermarks
    Words in very large type behind the text, and what stands alone in the margin.
"""
