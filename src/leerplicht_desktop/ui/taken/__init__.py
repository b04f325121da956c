"""Taken: what has to happen and by when, over all dossiers."""
