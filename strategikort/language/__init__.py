"""Danish: words, spellings, inflection, compounds, synonyms.

tokens, sentences, fold, spelling
    Words and sentences of a text, and the keys under which spellings of a word meet.
lexicon, listed, words, compounds, compound_lists, prefixes, snowball
    What the dictionary knows of a word: its lemmas, its kind, its parts, a guess where it knows
    nothing.
misspelt, nearby
    What a word may be misspelt for, and how the list is walked for that.
thesaurus, thesaurus_entries, thesaurus_file, thesaurus_keys, thesaurus_english
    Other words that say the same.
initials, directions
    Names of persons and of parts of places, in the ways they are written.
derivation, cognates, particles, suspended, definitions
    Families of words, English ones, verbs with adverbs, halves of compounds, abbreviations.
stopwords, expressions, beside, breaks
    Words that carry a sentence and not its subject; which class a word is of by those beside it;
    where a long word may be broken.
months, numbers
    The names of the months; the room of what is written in several ways: dates, numbers, amounts.
store, automaton, compile, hunspell, thesaurus_compile
    The data files, and how they are made.
"""
