"""The officer's own work: one writer for each table, append-only once vastgelegd."""
