"""What all readers put together of a file.

builder, cells
    Its text, block by block, and the cells of its tables, each in its column.
metadata, leftout
    What it says of itself, checked; what it holds and is not read.
"""
