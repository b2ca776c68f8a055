"""The bytes of a file opened.

detect
    Which kind of file they are.
decode, packages
    The characters of a text, and by which encoding; the parts of a zip archive of XML.
"""
