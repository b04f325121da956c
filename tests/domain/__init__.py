"""The law and the trade, rule by rule."""
