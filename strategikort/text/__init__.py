"""Text that remembers where it came from, and the steps that clean it."""
