"""The hearing of a suspect, recorded in its order: who, rights with their times, the statement, the end."""
