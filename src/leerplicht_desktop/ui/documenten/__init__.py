"""The papers of a dossier: what was sealed, what is still a concept, and what was added from outside."""
