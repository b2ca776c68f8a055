"""What is written: text, JSON, CSV and Markdown, in one place for each form.

screen, snippets, hyperlinks
    What text is written on; the words of a passage that are shown; links in a terminal.
objects, schemas, tabular
    The JSON objects of the contract and their schemas; CSV and Markdown.
text, results, citations
    Sections and documents; what a search found; citations.
absence, unanswered, remarks
    That something is not there; what is said of a search without answers, and beside any answer.
verdicts, rechecks
    Quotations that were checked; old citations, looked up in the newest edition.
evidence, links, compare, commitments, editions
    How documents hang together, what they say of a subject and promise, what has changed.
map_data, map_text, map_graph, map_html
    The strategy map: as JSON, in a terminal, for programs that draw graphs, as one web page.
unreadfiles, intake, status
    Files that could not be read; what became of those taken in; the user's collection.
export
    The collection or a search for other programs.
"""
