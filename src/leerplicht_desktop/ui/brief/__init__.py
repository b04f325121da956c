"""A letter: chosen, addressed, filled in with the paper beside it, sealed, printed and sent."""
