"""What a PDF draws on its pages, and what it says of that.

document, outline
    The file opened; its bookmarks and what lies beside its pages.
content, device, interpreter, tokens
    What stands on a page, and how it gets there as pdfminer.six draws; its tokens, read quicker.
tags, marks, statedfonts, fonts
    The structure tree, the marks by which a page belongs to it, fonts, glyphs as characters.
direction, scans
    How a page lies; the words that were recognized in its picture.
bullets, lettercase, letterspacing, linenumbers
    Bullets drawn as shapes, case that is lost, words set wide, numbers of lines in the margin.
"""
