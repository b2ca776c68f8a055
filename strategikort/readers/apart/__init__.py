"""Files read in a process of its own, which can be killed when one takes too long.

process, worker
    The process as it is asked, and what runs in it.
plain
    A read file as plain lists and numbers, which can be sent.
"""
