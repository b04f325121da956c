"""Push, pull, sanity, loop, wire: one file per phase."""
