"""Files that the municipality gets: read line by line, each line whole or not at all."""
