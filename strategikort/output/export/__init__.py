"""Exports: a collection, or what a search found in it, in the forms that other programs read.

``content`` is what is exported; ``text``, ``sqlite`` and ``opensearch`` are the forms; ``target``
puts files where they are wanted, whole or not at all; ``writing`` is the door to all of it.
Everything is written as it is read: what an export takes of memory does not grow with the
collection.
"""
