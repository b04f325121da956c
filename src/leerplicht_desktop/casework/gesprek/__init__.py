"""A talk that was held, and what was agreed."""
