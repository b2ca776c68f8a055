"""Find, show and cite exactly what Danish strategy documents say, and exactly where."""

__version__ = "0.1.0"
