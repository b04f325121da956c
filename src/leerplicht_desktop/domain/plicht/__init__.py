"""Who has which duty on which day."""
