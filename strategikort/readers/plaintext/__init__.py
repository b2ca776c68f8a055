"""Plain text and Markdown, whose lines stay those of the file.

plaintext, markdown
    The readers.
linetext, paragraphs, inline
    Lines and where they begin; the paragraphs of plain text; the marks within lines of Markdown.
pages, notes, sidebyside
    What programs leave that write the text of a PDF: its pages, footnotes and columns.
"""
