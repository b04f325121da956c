"""Dossiers: the list with search, and the dossier beside it."""
