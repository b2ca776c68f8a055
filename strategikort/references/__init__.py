"""References to places: as people write and say them, read, resolved and looked up.

resolver, finder
    The door: what a reference names, and what else a search and a citation ask of it.
readings, steps, english
    What is taken off a reference first: pages and lines, parts of sections, English words.
single, written, saying, numbering
    One place: its kind and number or its title, as it is written and as it is said.
composed, nested, grammar
    Several places, ranges, places in places.
publishers, documents
    Who has published what; documents as they are cited: by title, publisher, date and number, in
    any order.
suggestions
    What a misspelt reference was meant to be.
resolution
    What a reference names, as plain data.
located, stepped, parts
    The text at a place: on its pages and lines, and the parts that are no sections.
cited, about
    What stands beside a quotation, and what a search asks for, read as places.
"""
