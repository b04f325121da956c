"""Attacks, each a named test: by a colleague with an account, and by a bad server."""
