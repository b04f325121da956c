"""Visits and talks: what is recorded and what must be there before it is vastgelegd."""
