"""The words of the index that stand for those of a query.

expand, expansion
    The whole of it, and what comes of it.
finder, literal, vocabulary, words, weights
    One word looked up, in all its forms and as it stands, the tables behind it, what each match is
    worth, how rare words are.
synonyms, particles, apart, quantities
    Terms of the thesaurus, verbs with adverbs, compounds written apart, dates and amounts.
corrections, fuzzy
    What unknown words may be misspelt for, and the words that are spelt nearly so.
respelling
    Words run together and misspelt function words, read otherwise before all this.
near, ownforms, classes
    What is only near a word, its own forms and no others, and which class these are asked for as.
"""
