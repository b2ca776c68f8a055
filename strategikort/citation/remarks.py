"""What who quotes says of a quotation in brackets: »min fremhævning«, »kursiv tilføjet«."""

OWNED = r"(?:min|mine|mit|egen|eget|egne|vores|forf(?:atterens|\.s?)?)"
"""How a remark begins that says whose something is."""

EMPHASIS = r"(?:fremhæv|kursiv|understreg)\w*\s+(?:her|af\s+\w+|tilføjet|i\s+original(?:en)?)"
"""A remark on what is set apart."""
