"""What is written in several ways: dates, numbers, amounts, shares, spans of time.

notation
    The door: other ways to write what a text or a query has.
numerals, hundreds, fractions, ranks
    Numbers in letters.
currencies, measures
    The words beside numbers.
amounts, dates, eras, shares, durations, codes, timespans
    How each of them is read, and the ways to write it.
"""
