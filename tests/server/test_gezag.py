"""National table 32, every code for everybody in the house."""

from __future__ import annotations

import pytest

from leerplicht_protocol.records import Rol
from leerplicht_server.gezag import gezag

TABLE: dict[str, tuple[bool | None, bool | None, bool | None, bool | None]] = {
    # code: (parent 1, parent 2, somebody who cares for the child, somebody else in the house)
    "": (None, None, None, None),
    "1": (True, False, False, False),
    "2": (False, True, False, False),
    "12": (True, True, False, False),
    "D": (False, False, None, None),
    "1D": (True, False, None, None),
    "2D": (False, True, None, None),
    "3D": (True, True, None, None),
    "CD": (None, None, None, None),
}
ROLES = (Rol.OUDER1, Rol.OUDER2, Rol.VERZORGER, Rol.MEDEBEWONER)


@pytest.mark.parametrize("code", TABLE)
def test_the_table_of_custody(code: str) -> None:
    assert tuple(gezag(code, rol) for rol in ROLES) == TABLE[code]


@pytest.mark.parametrize("code", [code for code in TABLE if code not in ("", "CD")])
def test_a_child_has_no_custody(code: str) -> None:
    assert gezag(code, Rol.JONGERE) is False
    assert gezag(code, Rol.BROER_ZUS) is False


def test_the_table_names_everybody() -> None:
    assert {*ROLES, Rol.JONGERE, Rol.BROER_ZUS} == set(Rol)
