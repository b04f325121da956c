"""What the forms of every record share: steps, parts, dates, versions, and keeping each key."""
