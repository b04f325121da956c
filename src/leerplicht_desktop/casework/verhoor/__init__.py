"""The hearing of a suspect, from the letter that calls him to the signed paper."""
