"""From an account to an officer and his roles."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from leerplicht_protocol.session import Refused
from leerplicht_server.rights import MATRIX, OFFICER
from leerplicht_server.schema import ambtenaar, apparaat

from .faults import SignInError
from .people import Person
from .sessions import Admission
from .states import ACTIVE, BARRED


def roles_of(groups: Collection[str], chosen: Mapping[str, str]) -> frozenset[str]:
    """The roles that these groups give. Keycloak may write a group as a path: '/leerplicht-ambtenaar'."""
    mine = {group.removeprefix("/") for group in groups}
    return frozenset(
        role for role, group in (chosen or MATRIX.groups).items() if group.removeprefix("/") in mine
    )


def admitted(connection: Connection, person: Person, thumbprint: str) -> str | None:
    """The id of the officer behind an account, None when no right tied it yet. Raises SignInError."""
    account = (ambtenaar.c.issuer == person.issuer, ambtenaar.c.subject == person.subject)
    row = connection.execute(sa.select(ambtenaar).where(*account)).one_or_none()
    _check(connection, row, thumbprint)
    if row is None:
        return None
    if row.login != person.login:
        connection.execute(sa.update(ambtenaar).where(ambtenaar.c.id == row.id).values(login=person.login))
    return str(row.id)


def admission_of_practice(connection: Connection, officer: str, thumbprint: str, until: int) -> Admission:
    """A session for an officer whose code was approved. Raises SignInError."""
    row = connection.execute(sa.select(ambtenaar).where(ambtenaar.c.id == officer)).one()
    _check(connection, row, thumbprint)
    roles = frozenset({OFFICER})
    return Admission(thumbprint, officer, "", officer, row.naam, officer, roles, until)


def _check(connection: Connection, officer: Row[Any] | None, thumbprint: str) -> None:
    """Whether this officer may sign in with this key. Raises SignInError."""
    whose = sa.select(ambtenaar.c.id, ambtenaar.c.subject, apparaat.c.ingetrokken).join(
        apparaat, apparaat.c.ambtenaar == ambtenaar.c.id
    )
    owner = connection.execute(whose.where(apparaat.c.jkt == thumbprint)).one_or_none()
    laptop_of = owner.id if owner is not None else None
    if officer is not None and officer.toestand == BARRED:
        raise SignInError(Refused.BARRED, "barred")
    if officer is not None and officer.toestand != ACTIVE and laptop_of is None:
        raise SignInError(Refused.SUSPENDED, "suspended, on a new laptop")
    if officer is None and owner is not None and owner.subject is None and not owner.ingetrokken:
        return  # his account was let go: a right may tie this one
    if laptop_of is not None and (officer is None or laptop_of != officer.id):
        raise SignInError(Refused.OTHER_OFFICER, "laptop of another officer")
