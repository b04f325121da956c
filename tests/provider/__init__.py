"""A real identity provider on loopback, and browsers to sign in with."""
