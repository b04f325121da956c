"""The same proces-verbaal for three engines. Each child prints its figures as JSON."""
