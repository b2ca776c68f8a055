"""What is promised: who shall, will or ought to do what, and who is asked to."""
