"""Who has gezag, as far as the register says (LO3 11.32.10; national table 32)."""

from __future__ import annotations

from leerplicht_protocol.records import Rol

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
