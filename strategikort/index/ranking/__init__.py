"""From a query to hits: candidates, where the words stand in each, what it is worth.

search, retrieval, candidate, matches, inseries, rank, hits
    The way of a search from its candidates to what is shown.
questions, answering, numbers
    What kind of thing a question asks for, and the passages that hold it; numbers that say how
    many, and not of what.
homographs, addresses, wholewords
    Words that are only spelt like those that are asked for, those of web addresses, and those
    that stand by themselves.
repeats, lists
    What files of one text say, each thing once; passages that only lead to a list, with its items.
"""
