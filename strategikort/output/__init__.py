"""How answers look: text for people, JSON, CSV and Markdown for everything else."""
