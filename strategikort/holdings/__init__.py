"""The user's own documents: one SQLite database, filled from files and searched with the rest."""
