"""What is promised: who shall, will or ought to do what, and who is asked to.

promises
    The door: the promises of a collection, chosen by document, actor, strength and subject.
finder
    The sentences of a document, each read once; what lies in lists goes with what leads to it.
rows
    The tables that say what is to be done, by whom and by when.
clauses, phrases, presents
    One sentence, read in three ways: with a modal verb, without one, in the present tense.
subjects, antecedents, actors
    Who acts: the subject, what a relative clause goes back to, who can act at all.
leads, conditions, judgments, genres
    Lists that fulfil a promise; what promises nothing; what a judgment tells of the law; kinds of
    documents that promise in their own ways.
promise, rules, verbs
    What is found, as plain data; the words it is found by; what a word can be.
"""
