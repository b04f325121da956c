"""Leerplicht Desktop: the caseload, the deurbezoek and the paper of a leerplichtambtenaar, offline."""
