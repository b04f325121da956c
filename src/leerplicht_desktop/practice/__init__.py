"""The practice environment: its server, the guided tour, and a picture of every screen."""
