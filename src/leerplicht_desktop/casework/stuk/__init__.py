"""What every document shares: its seal, its steps, its prints, and what is kept with it."""
