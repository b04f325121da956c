"""What is to be done by a day, and what the rules propose."""
