"""References to places: as people write and say them, read, resolved and looked up."""
