"""Inrichten: the first start of a laptop, from server address to caseload."""
