"""Two editions of one document: which sections belong together, and what has become of each."""
