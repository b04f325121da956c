"""The municipal server: PostgreSQL in earnest, SQLite embedded for practice."""
