"""Instellingen: theme and text size, lock and passphrase, quick phrases, and what this program is."""
