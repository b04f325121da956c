"""The bezoekverslag on the screen, drawn from memory; on disk only where the officer says so."""
