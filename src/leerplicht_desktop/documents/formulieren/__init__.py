"""Forms a municipality may edit: TOML definitions with typed fields, conditions and a small markup."""
