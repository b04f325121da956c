"""The encrypted file itself: key, slots, connection, schema, and how values stand in it."""
