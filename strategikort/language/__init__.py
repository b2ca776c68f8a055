"""Danish: words, spellings, inflection, compounds, synonyms."""
