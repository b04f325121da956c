"""The pages of the manual that the rules themselves fill."""
