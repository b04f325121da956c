"""Ontgrendelen: the passphrase, and on to where the officer was."""
