"""The list of processen-verbaal: concepts and sealed ones, where they stand, and which term presses."""
