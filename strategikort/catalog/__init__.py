"""The profiles of the built-in documents, and how profiles are read."""
