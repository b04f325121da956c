"""Schema migrations; one file each, applied in one transaction."""
