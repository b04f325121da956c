"""A note of a talk: with whom, when, how, what was said and who does what; and read back once vastgelegd."""
