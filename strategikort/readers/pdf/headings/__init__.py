"""What paragraphs are: headings, captions, boxes.

torn, tagtrust
    Headings in two pieces; which tags of a file are to be believed.
settling
    What a paragraph is beside its neighbours.
headings, plainheadings
    Headings by outline, number and type, and those in the type of the text.
"""
