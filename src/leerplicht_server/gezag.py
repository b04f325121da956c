"""Who has gezag, as far as the register says (LO3 11.32.10; national table 32)."""

from __future__ import annotations

from datetime import date

from leerplicht_protocol.records import Rol

_OF_AGE = 18

_HOLDERS: dict[str, frozenset[Rol]] = {
    "1": frozenset({Rol.OUDER1}),
    "2": frozenset({Rol.OUDER2}),
    "12": frozenset({Rol.OUDER1, Rol.OUDER2}),
    "D": frozenset(),
    "1D": frozenset({Rol.OUDER1}),
    "2D": frozenset({Rol.OUDER2}),
    "3D": frozenset({Rol.OUDER1, Rol.OUDER2}),
}

_BY_THIRD = frozenset({"D", "1D", "2D", "3D"})


def gezag(code: str, rol: Rol) -> bool | None:
    """Whether somebody in this role has gezag; None when the register does not say.

    An absent code says nothing: most parents with gezag have none in the register. A code that the table
    does not know says nothing either. Who the third person of ``D`` is, the register never says.
    """
    if code not in _HOLDERS:
        return None
    if rol in {Rol.OUDER1, Rol.OUDER2}:
        return rol in _HOLDERS[code]
    if rol is Rol.BROER_ZUS or rol is Rol.JONGERE or code not in _BY_THIRD:
        return False
    return None


def is_of_age(born: str, today: date) -> bool:
    """Whether somebody is surely eighteen: nobody has gezag over him (BW 1:233 and 1:245).

    ``born`` is an LO3 date; of unknown parts the latest day counts.
    """
    if len(born) != 8 or not born.isdigit() or born[:4] == "0000":
        return False
    year, month, day = int(born[:4]) + _OF_AGE, int(born[4:6]) or 12, int(born[6:]) or 31
    return (today.year, today.month, today.day) >= (year, month, day)
