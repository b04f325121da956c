"""Qt, and only here: one folder per screen and a kit for what screens share."""
