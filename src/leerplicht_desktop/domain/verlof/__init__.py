"""Leave, and other reasons that excuse absence."""
