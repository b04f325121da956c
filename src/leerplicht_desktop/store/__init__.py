"""The encrypted file: vault, unit of work, outbox, mirror, search, migrations."""
