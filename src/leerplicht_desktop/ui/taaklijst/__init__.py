"""Tasks as cards, wherever a screen shows them."""
