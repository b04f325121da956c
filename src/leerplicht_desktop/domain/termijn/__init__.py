"""Terms: when they begin and end, and the days they run over."""
