"""What files of any kind hold that is known by its words alone.

contents, quotations, subheadings
    Contents lists and captions, other texts quoted at length, headings that numbers show.
laws, lawheadings, acts, articles, remarks
    Laws and what stands over their sections, acts of the EU and their articles, bills.
judgments, numbered
    Judgments, and paragraphs that are numbered through a document.
meetings, agendas, questions
    The points of a meeting, those of other texts; questions to ministers and their answers.
frontpage, letters
    What a document says of itself before its text begins, and what a letter does.
"""
