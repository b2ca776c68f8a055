"""What hangs together: commitments, references, shared themes and disagreements."""
