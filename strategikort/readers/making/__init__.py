"""What all readers put together of a file.

builder, cells
    Its text, block by block, with what is raised over it, and the cells of its tables.
metadata, leftout
    What it says of itself, checked; what it holds and is not read.
"""
