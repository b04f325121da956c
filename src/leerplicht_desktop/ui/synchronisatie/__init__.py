"""Synchronisatie: what waits, what was refused, and the last rounds."""
