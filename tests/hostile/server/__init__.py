"""A server that means harm, or that somebody else took over, against a laptop."""
