"""HTTP: strict at the border, silent about what it was given."""
