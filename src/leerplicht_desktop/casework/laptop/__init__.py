"""The laptop itself: how it is tied to the municipality, and what its officer chose."""
