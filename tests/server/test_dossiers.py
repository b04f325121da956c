"""The people around a jongere, on the practice data."""

from __future__ import annotations

from typing import Any

import pytest
import sqlalchemy as sa

from leerplicht_protocol.records import Entity
from leerplicht_server import records, schema
from leerplicht_server.database import Database

pytestmark = pytest.mark.parametrize("seeded_url", ["sqlite"], indirect=True)


def _dossiers(database: Database) -> dict[str, dict[str, Any]]:
    with database.read() as connection:
        ids = connection.execute(sa.select(schema.dossier.c.id)).scalars()
        found = [records.load(connection, Entity.DOSSIER, i) for i in ids]
    return {str(d.fields["naam"]): {**d.fields, "id": d.id} for d in found if d is not None}


def _roles(dossier: dict[str, Any], rol: str) -> list[str]:
    return [b["naam"] for b in dossier["betrokkenen"] if b["rol"] == rol]


def test_numbers_follow_the_order_of_the_reports(seeded: Database) -> None:
    numbers = sorted(d["nummer"] for d in _dossiers(seeded).values())
    assert numbers == [f"2026-{n:04d}" for n in range(1, 37)]


def test_three_children_of_one_day_know_each_other(seeded: Database) -> None:
    found = _dossiers(seeded)
    triplet = {n: d for n, d in found.items() if n.split()[-1].startswith("Olymp")}
    assert len(triplet) == 3
    for name, dossier in triplet.items():
        others = {b["naam"]: b for b in dossier["betrokkenen"] if b["rol"] == "broer_zus"}
        assert set(triplet) - {name} <= set(others)
        for other in set(triplet) - {name}:
            assert others[other]["dossier"] == triplet[other]["id"]
            assert others[other]["zelfde_adres"]


def test_a_family_at_two_schools_is_one_family(seeded: Database) -> None:
    found = {n: d for n, d in _dossiers(seeded).items() if n.endswith("Almenkinders")}
    assert len(found) == 6
    assert {d["school"] for d in found.values()} == {"s-98FF00", "s-98GG00"}
    for dossier in found.values():
        assert len(_roles(dossier, "broer_zus")) >= 5


def test_who_has_gezag_is_what_the_register_says(seeded: Database) -> None:
    found = _dossiers(seeded)
    paolo = {b["rol"]: b["gezag"] for b in found["Paolo de Jager"]["betrokkenen"]}
    assert (paolo["ouder1"], paolo["ouder2"]) == (False, True)
    assert found["Paolo de Jager"]["gezagscode"] == "2"
    teun = {b["rol"]: b["gezag"] for b in found["Teun Groot Esselink"]["betrokkenen"]}
    assert (teun["ouder1"], teun["ouder2"]) == (None, None)
    mirik = found["Mirik de Jager"]
    assert _roles(mirik, "ouder2") == []


def test_brothers_at_another_address_are_there_too(seeded: Database) -> None:
    mirik = _dossiers(seeded)["Mirik de Jager"]
    paolo = next(b for b in mirik["betrokkenen"] if b["naam"] == "Paolo de Jager")
    assert (paolo["rol"], paolo["zelfde_adres"]) == ("broer_zus", False)


def test_nobody_stands_in_a_dossier_twice_and_nobody_is_dead(seeded: Database) -> None:
    with seeded.read() as connection:
        for dossier in _dossiers(seeded).values():
            ids = [b["persoon"] for b in dossier["betrokkenen"] if b["persoon"]]
            assert len(ids) == len(set(ids))
            for one in dossier["betrokkenen"]:
                person = records.load(connection, Entity.PERSOON, str(one["persoon"]))
                if person is not None and not one["rol"].startswith("ouder"):
                    assert person.fields["overleden_op"] is None
                    assert person.fields["opgeschort"] is None


def test_only_people_of_a_dossier_travel(seeded: Database) -> None:
    named = {b["persoon"] for d in _dossiers(seeded).values() for b in d["betrokkenen"]} - {None}
    with seeded.read() as connection:
        where = sa.select(schema.record.c.id).where(schema.record.c.entiteit == "persoon")
        travelling = set(connection.execute(where).scalars())
    assert travelling == named


def test_a_stay_elsewhere_and_a_secret_address_are_seen(seeded: Database) -> None:
    found = _dossiers(seeded)
    vica = next(d for d in found.values() if d["naam"] == "Vica Jacobs")
    assert vica["afwijkend_adres"] == "Vrijthof 31, 6211 LE Maastricht"
    with seeded.read() as connection:
        secret = [
            p.fields["geheimhouding"]
            for d in found.values()
            for p in records.records_of(connection, d["id"], Entity.PERSOON)
        ]
    assert any(secret)
