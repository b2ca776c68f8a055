"""Citations: how a place is named, written in a style, found again and checked."""
