"""The screen of a procedure: one for every kind, its questions left, what the rules say right."""
