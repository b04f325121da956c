"""Which privacy law holds, what it hides, and how long it lets records be kept."""
