"""What an officer does, one act per file, plus the ports it needs."""
