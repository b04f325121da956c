"""The dossier of a jongere, worked out from register and reports: who belongs to it, and what travels.

Runs after every import for the dossiers it touched, inside the import's transaction. It only writes what
came out differently, so the same file twice gives nothing new to say. A field that an officer may change is
only overwritten when its source changed since the last time.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from pydantic import JsonValue
from sqlalchemy.engine import Connection, Row

from leerplicht_protocol.codec import canonical
from leerplicht_protocol.records import Betrokkene, Dossier, Entity, Persoon, Rol, Told

from . import areas, bronmerken, records
from .caseload import holders
from .gezag import gezag
from .push import REPORTED
from .records import Stored
from .reports import Reports
from .schema import dossier, koppeling, persoon

DIED = "O"
"""LO3 07.67.20: the entry was closed because somebody died."""

MAX_MEDEBEWONERS = 12
"""More people than this at one address make it an institution: only family is listed."""


@dataclass(frozen=True)
class Person:
    """A person of the register with his stored source."""

    id: str
    bsn: str
    adres_sleutel: str | None
    source: Mapping[str, Any]

    @property
    def name(self) -> str:
        """One line for a list."""
        return str(self.source["naam"])[:400] or "Naam onbekend"

    @property
    def died(self) -> bool:
        """Whether the register says this person died."""
        return bool(self.source["overleden_op"])

    @property
    def here(self) -> bool:
        """Alive and living in the Netherlands, as far as the register knows."""
        return not self.died and not self.source["opgeschort"]


def person(row: Row[Any]) -> Person:
    """A row of the person table."""
    return Person(row.id, row.bsn or "", row.adres_sleutel, json.loads(row.bron))


def find_by_bsn(connection: Connection, bsn: str) -> list[Person]:
    """Who has this number; more than one means the register holds it twice."""
    return find_by_bsns(connection, [bsn]).get(bsn, [])


def find_by_bsns(connection: Connection, bsns: Iterable[str]) -> dict[str, list[Person]]:
    """Who has each of these numbers; for as many as go into one statement."""
    found: dict[str, list[Person]] = {}
    for row in connection.execute(sa.select(persoon).where(persoon.c.bsn.in_(sorted(set(bsns))))):
        found.setdefault(row.bsn, []).append(person(row))
    return found


def jongere_of(connection: Connection, dossier_id: str) -> Person | None:
    """Whose dossier it is; None when he is not in the register."""
    statement = sa.select(persoon).join(dossier, dossier.c.persoon == persoon.c.id)
    row = connection.execute(statement.where(dossier.c.id == dossier_id)).one_or_none()
    return person(row) if row is not None else None


def touched_by(connection: Connection, people: Iterable[Person]) -> set[str]:
    """Dossiers in which any of these people plays a part: himself, parent, child, sibling, housemate."""
    people = list(people)
    bsns = sorted({b for m in people for b in (m.bsn, *_parent_bsns(m)) if b})
    keys = sorted({m.adres_sleutel for m in people if m.adres_sleutel})
    ids = sorted({m.id for m in people})
    jongere = sa.select(dossier.c.id).join(persoon, persoon.c.id == dossier.c.persoon)
    mine = sa.or_(
        persoon.c.id.in_(ids),
        persoon.c.bsn.in_(bsns),
        persoon.c.ouder1_bsn.in_(bsns),
        persoon.c.ouder2_bsn.in_(bsns),
        persoon.c.adres_sleutel.in_(keys),
    )
    before = sa.select(koppeling.c.dossier).where(
        koppeling.c.entiteit == Entity.PERSOON.value, koppeling.c.id.in_(ids), koppeling.c.weg.is_(False)
    )
    found = set(connection.execute(jongere.where(mine)).scalars())
    return found | set(connection.execute(before).scalars())


def derive(connection: Connection, dossiers: Iterable[str]) -> None:
    """Bring dossiers, and the person records that travel with them, up to date."""
    people: dict[str, Person] = {}
    wanted = sorted(set(dossiers))
    for dossier_id in wanted:
        people.update(_derive_one(connection, dossier_id))
    for person in sorted(people.values(), key=lambda m: m.id):
        records.put(connection, Entity.PERSOON, person.id, _person(person).model_dump(mode="json"))
    areas.settle(connection, wanted)


def _derive_one(connection: Connection, dossier_id: str) -> dict[str, Person]:
    row = connection.execute(sa.select(dossier).where(dossier.c.id == dossier_id)).one()
    jongere = jongere_of(connection, dossier_id)
    circle = _circle(connection, jongere) if jongere else []
    said, days = Reports().together(connection, [dossier_id])[dossier_id]
    # The same words whether or not the record is there yet, so that nothing is written twice.
    body = Dossier(
        nummer=row.nummer,
        jongere=jongere.id if jongere else None,
        naam=jongere.name
        if jongere
        else f"Niet in de BRP (onderwijsnummer eindigt op {row.onderwijsnummer[-4:]})",
        ambtenaar=", ".join(holders(connection, dossier_id))[:400],
        gezagscode=str(jongere.source["gezag"]) if jongere else "",
        betrokkenen=tuple(_betrokkene(connection, jongere, other, rol) for other, rol in circle if jongere),
        bronmerken=bronmerken.of_dossier(jongere.source if jongere else None, days),
        **said,
    ).model_dump(mode="json", exclude=set(Told.model_fields))  # no import says what officers were told
    _write(connection, row, records.load(connection, Entity.DOSSIER, row.id), body)
    present = {m.id: m for m in (jongere, *(other for other, _ in circle)) if isinstance(m, Person)}
    _link_people(connection, dossier_id, set(present))
    return present


def derive_reports(connection: Connection, dossiers: Iterable[str], reports: Reports) -> None:
    """Bring dossiers up to date of which only the reports changed: who belongs to them stays as it was."""
    wanted = sorted(set(dossiers))
    known = records.load_many(connection, Entity.DOSSIER, wanted)
    said = reports.together(connection, wanted)
    for row in connection.execute(sa.select(dossier).where(dossier.c.id.in_(wanted))).all():
        old, (fields, days) = known[row.id], said[row.id]
        marks = bronmerken.again(old.fields.get("bronmerken"), days)
        _write(connection, row, old, {**old.fields, **fields, "bronmerken": marks})
    areas.settle(connection, wanted)


def _write(connection: Connection, row: Row[Any], old: Stored | None, body: dict[str, JsonValue]) -> None:
    derived = {name: body[name] for name in sorted(REPORTED)}
    before = json.loads(row.afgeleid)
    if old is None:
        records.insert(connection, Entity.DOSSIER, row.id, body)
        records.link(connection, Entity.DOSSIER, row.id, [row.id])
    else:
        kept = {n: old.fields[n] for n in REPORTED if before.get(n) == derived[n] and n in old.fields}
        records.change(connection, old, {**body, **kept})
    if derived != before or row.school != body["school"]:
        values = {"afgeleid": canonical(derived).decode(), "school": body["school"]}
        connection.execute(sa.update(dossier).where(dossier.c.id == row.id).values(**values))


# -- the circle of a jongere ----------------------------------------------------------------------

_Other = Person | str
"""A person of the register, or only the name of somebody the register of this municipality lacks."""


def _parent_bsns(jongere: Person) -> list[str]:
    return [parent["bsn"] for parent in jongere.source["ouders"] if parent and parent["bsn"]]


def _circle(connection: Connection, jongere: Person) -> list[tuple[_Other, Rol]]:
    """Parents, brothers and sisters, and who else lives at the address; each person once."""
    circle: list[tuple[_Other, Rol]] = [(jongere, Rol.JONGERE)]
    seen = {jongere.id}
    for place, parent in enumerate(jongere.source["ouders"]):
        if parent is None:
            continue
        known = find_by_bsn(connection, parent["bsn"]) if parent["bsn"] else []
        # A number that the register holds twice does not say which of the two is the parent.
        other: _Other = known[0] if len(known) == 1 else str(parent["naam"])[:400]
        if isinstance(other, Person):
            seen.add(other.id)
        circle.append((other, (Rol.OUDER1, Rol.OUDER2)[place]))
    for sibling in _siblings(connection, jongere):
        if sibling.id not in seen and sibling.here:
            seen.add(sibling.id)
            circle.append((sibling, Rol.BROER_ZUS))
    others = [m for m in _housemates(connection, jongere) if m.id not in seen and m.here]
    if len(others) <= MAX_MEDEBEWONERS:
        circle.extend((other, Rol.MEDEBEWONER) for other in others)
    return circle


def _siblings(connection: Connection, jongere: Person) -> list[Person]:
    parents = _parent_bsns(jongere)
    shared = sa.or_(persoon.c.ouder1_bsn.in_(parents), persoon.c.ouder2_bsn.in_(parents))
    found = [person(r) for r in connection.execute(sa.select(persoon).where(shared))] if parents else []
    return sorted(found, key=lambda m: (m.source["geboortedatum"], m.name, m.id))


def _housemates(connection: Connection, jongere: Person) -> list[Person]:
    if jongere.adres_sleutel is None:
        return []
    same = persoon.c.adres_sleutel == jongere.adres_sleutel
    found = [person(r) for r in connection.execute(sa.select(persoon).where(same))]
    return sorted(found, key=lambda m: (m.source["geboortedatum"], m.name, m.id))


def _betrokkene(connection: Connection, jongere: Person, other: _Other, rol: Rol) -> Betrokkene:
    if isinstance(other, str):
        return Betrokkene(
            persoon=None,
            rol=rol,
            naam=other,
            gezag=gezag(str(jongere.source["gezag"]), rol),
            bronmerken=bronmerken.of_role(jongere.source, rol),
        )
    known = connection.execute(sa.select(dossier.c.id).where(dossier.c.persoon == other.id))
    return Betrokkene(
        persoon=other.id,
        rol=rol,
        naam=other.name,
        gezag=False if other.died else gezag(str(jongere.source["gezag"]), rol),
        zelfde_adres=other.adres_sleutel is not None and other.adres_sleutel == jongere.adres_sleutel,
        dossier=known.scalar_one_or_none(),
        bronmerken=bronmerken.of_role(jongere.source, rol),
    )


def _link_people(connection: Connection, dossier_id: str, present: set[str]) -> None:
    statement = sa.select(koppeling.c.id).where(
        koppeling.c.entiteit == Entity.PERSOON.value,
        koppeling.c.dossier == dossier_id,
        koppeling.c.weg.is_(False),
    )
    before = set(connection.execute(statement).scalars())
    for person in sorted(before ^ present):
        linked = records.dossiers_of(connection, Entity.PERSOON, person)
        wanted = linked | {dossier_id} if person in present else linked - {dossier_id}
        records.link(connection, Entity.PERSOON, person, wanted)


def _person(person: Person) -> Persoon:
    source = person.source
    return Persoon.model_validate(
        {
            **{
                n: source[n]
                for n in ("lo3", "partners", "adres", "adres_sleutel", "geboortedatum", "geslacht")
            },
            **{n: source[n] for n in ("geheimhouding", "overleden_op", "opgeschort")},
            "bsn": person.bsn or None,
            "vertrokken_naar": source["adres"].get("13.10"),
            "bronmerken": bronmerken.of_person(source),
        }
    )
