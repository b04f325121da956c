"""Who has an account at the provider of the tests, and the groups of each."""

from __future__ import annotations

CLIENT = "leerplicht-laptop"
WORD = "oefenen-op-loopback-1"
OFFICERS = "leerplicht-ambtenaar"
PEOPLE: dict[str, tuple[str, str, list[str]]] = {
    "n.hendriks": ("N.", "Hendriks", [OFFICERS]),
    "k.bakker": ("K.", "Bakker", [OFFICERS, "leerplicht-teamleider"]),
    "f.beheer": ("F.", "Beheer", ["leerplicht-beheerder"]),
    "p.jansen": ("P.", "Jansen", ["leerplicht-teamleider"]),
    "z.groep": ("Z.", "Groep", ["parkeren"]),
}
