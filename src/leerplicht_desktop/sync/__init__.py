"""The road to the municipality: sign in, push, pull, sanity, loop. One file per phase."""
