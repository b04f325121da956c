"""Reads for the screens, from own work and mirror together."""
