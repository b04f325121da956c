"""The proces-verbaal: what it is made of, its completeness, its seal."""
