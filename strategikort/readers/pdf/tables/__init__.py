"""Tables and boxes of a page, by their rules or by the room between their cells.

regions, leveltables
    Tables with rules and boxes, and those that only horizontal rules part.
figurerows, figures
    Tables of figures: their columns and rows, and where they stand.
statedrows, tagtables
    The rows of a table as the structure tree has them; its tables, where they fit the page.
"""
