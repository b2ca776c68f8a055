"""The collection as a SQLite database: stored once, read by every command."""
