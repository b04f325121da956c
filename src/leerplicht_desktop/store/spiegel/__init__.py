"""What the municipality owns: written by pull alone, and the list made from it."""
