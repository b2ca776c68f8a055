"""The order in which a page is read, and the paragraphs of it.

flow, treeorder
    A page as columns of lines with tables and boxes among them, by geometry or by the tree.
sideheads
    Headings in the margin, put above their paragraphs.
leading, paragraphs
    How far lines are apart; lines as paragraphs and list items.
cutrows, cuttables
    Rows and tables that the end of a page cuts.
"""
