"""Frozen specification in, PDF bytes out."""
