"""What casework needs from the world; the rooms above obey these."""
