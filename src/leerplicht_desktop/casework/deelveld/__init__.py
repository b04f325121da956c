"""The fields that the officers of a dossier share."""
