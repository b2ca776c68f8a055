"""Tables and boxes of a page, by their rules or by the room between their cells.

boxes, regions, leveltables
    Boxes, tables with rules, and those that only horizontal rules part.
figurerows, figures
    Tables of figures: their columns and rows, and where they stand.
tagtables
    Tables and contents lists as the structure tree has them, where they fit the page.
"""
