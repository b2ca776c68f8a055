"""What lines show by their words and numbers, in a file of any kind.

running, markers
    Page numbers and what returns on every page; the bullets and numbers of lists.
dates, titles
    The date that a document puts on itself, and its title.
headings
    Which lines are headings, and which only look like some.
senders, languages
    Who sent a document; in which language it is.
"""
