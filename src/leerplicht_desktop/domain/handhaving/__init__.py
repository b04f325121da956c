"""What may follow: method, Halt, hearing, and the proces-verbaal."""
