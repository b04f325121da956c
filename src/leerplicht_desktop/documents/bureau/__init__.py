"""The desk of the paper: obeys the port ``Papier``, from what the vault holds to pages."""
