"""Tasks, and which ones follow from the rules."""
