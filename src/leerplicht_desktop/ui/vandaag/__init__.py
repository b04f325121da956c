"""The first screen: what the day asks, from the whole caseload."""
