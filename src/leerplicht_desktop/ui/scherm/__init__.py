"""What every screen is, is given, and the words that more than one of them uses."""
