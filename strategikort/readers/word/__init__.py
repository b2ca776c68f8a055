"""Documents of Word, and what those of OpenDocument become.

docx, office
    The reader of a package of Word, and that of its parts, whoever wrote them.
styles, numbers
    What styles say of a paragraph, and how lists are counted.
body, runs, tables
    The body as blocks: its paragraphs, their runs, its tables.
"""
