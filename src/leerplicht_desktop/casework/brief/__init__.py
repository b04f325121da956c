"""A letter: to whom, with what, and what it must keep silent about."""
