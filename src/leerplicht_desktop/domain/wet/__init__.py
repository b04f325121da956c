"""The law as dated data, its calendars, and the kinds of document it speaks of."""
