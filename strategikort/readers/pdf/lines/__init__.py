"""Lines and columns of what is drawn on a page.

lines, rows
    Fragments as lines, and what belongs together on one baseline.
bands, columns
    The two sides of a gutter, and the columns of a page.
sentences, contents
    Whether a sentence ends with a line; lines that end with the number of a page.
"""
