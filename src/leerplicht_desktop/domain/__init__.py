"""The law and the trade as frozen values and pure functions; no clock, network or Qt."""
