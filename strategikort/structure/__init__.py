"""From a source and its profile to numbered sections."""
