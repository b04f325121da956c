from __future__ import annotations

import pytest

from leerplicht_protocol.codec import revision_hash
from leerplicht_protocol.records import Entity
from leerplicht_server import feed
from leerplicht_server.database import Database
from tests.server.office import ANNA, BRAM, Laptop, Office


def test_an_officer_sees_her_own_dossiers_and_every_school(office: Office) -> None:
    office.school("s-1", "De Ooievaar")
    office.dossier("d-1", ANNA)
    office.dossier("d-2", BRAM)
    anna = Laptop(office.database, ANNA)
    anna.pull()
    assert set(anna.records) == {("school", "s-1"), ("dossier", "d-1")}


def test_nothing_new_is_nothing_sent(office: Office) -> None:
    office.dossier("d-1", ANNA)
    anna = Laptop(office.database, ANNA)
    anna.pull()
    anna.received.clear()
    anna.pull()
    assert anna.received == []


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_one_grant_of_many_records_is_paged_without_loss(office: Office, limit: int) -> None:
    office.dossier("d-1")
    for number in range(7):
        office.person(f"p-{number}", ["d-1"], naam="x")
    office.grant(ANNA, "d-1")
    anna = Laptop(office.database, ANNA)
    anna.pull(limit)
    assert len(anna.records) == 8
    assert len(anna.received) == 8


def test_a_revoked_dossier_leaves_and_comes_back_whole(office: Office) -> None:
    office.dossier("d-1", ANNA, BRAM)
    office.person("p-1", ["d-1"], naam="x")
    anna = Laptop(office.database, ANNA)
    anna.pull()
    office.revoke(ANNA, "d-1")
    anna.pull()
    assert anna.records == {}
    office.person("p-2", ["d-1"], naam="y")
    anna.pull()
    assert anna.records == {}
    office.grant(ANNA, "d-1")
    anna.pull()
    assert set(anna.records) == {("dossier", "d-1"), ("persoon", "p-1"), ("persoon", "p-2")}


def test_a_change_at_the_office_arrives_with_its_revision(office: Office) -> None:
    office.dossier("d-1", ANNA)
    anna = Laptop(office.database, ANNA)
    anna.pull()
    office.edit("d-1", telefoon="06-1")
    anna.pull()
    dossier = anna.records["dossier", "d-1"]
    assert dossier.fields["telefoon"] == "06-1"
    assert (dossier.rev, dossier.frev["telefoon"], dossier.frev["naam"]) == (3, 3, 1)


def test_after_a_revocation_not_even_a_name_is_heard(office: Office) -> None:
    office.dossier("d-1", ANNA, BRAM)
    office.person("p-1", ["d-1"], naam="x")
    anna = Laptop(office.database, ANNA)
    anna.pull()
    anna.received.clear()
    office.revoke(ANNA, "d-1")
    office.edit("d-1", telefoon="06-1")
    office.person("p-1", [], naam="x")
    anna.pull()
    assert anna.records == {}
    assert anna.received == []


def test_a_parent_of_three_stays_while_one_child_is_hers(office: Office) -> None:
    for number in (1, 2, 3):
        office.dossier(f"d-{number}", ANNA)
    office.person("p-moeder", ["d-1", "d-2", "d-3"], naam="x")
    anna = Laptop(office.database, ANNA)
    anna.pull()
    assert set(anna.records["persoon", "p-moeder"].dossiers) == {"d-1", "d-2", "d-3"}
    office.revoke(ANNA, "d-1")
    anna.pull()
    assert set(anna.records["persoon", "p-moeder"].dossiers) == {"d-2", "d-3"}
    office.revoke(ANNA, "d-2")
    office.revoke(ANNA, "d-3")
    anna.pull()
    assert anna.records == {}


def test_a_dossier_that_is_not_hers_is_never_named(office: Office) -> None:
    office.dossier("d-1", ANNA)
    office.dossier("d-2", BRAM)
    office.person("p-1", ["d-1", "d-2"], naam="x")
    anna = Laptop(office.database, ANNA)
    anna.pull()
    assert anna.records["persoon", "p-1"].dossiers == ("d-1",)


def test_somebody_who_left_the_household_is_taken_off_the_laptop(office: Office) -> None:
    office.dossier("d-1", ANNA)
    office.person("p-1", ["d-1"], naam="x")
    anna = Laptop(office.database, ANNA)
    anna.pull()
    office.person("p-1", [], naam="x")
    anna.pull()
    assert ("persoon", "p-1") not in anna.records
    office.person("p-1", ["d-1"], naam="x")
    anna.pull()
    assert ("persoon", "p-1") in anna.records


def test_the_digest_is_what_a_laptop_holds(office: Office) -> None:
    office.school("s-1", "De Ooievaar")
    for number in range(4):
        office.dossier(f"d-{number}", ANNA)
        office.person(f"p-{number}", [f"d-{number}", "d-0"], naam="x")
    office.edit("d-2", telefoon="06")
    office.revoke(ANNA, "d-1")
    anna = Laptop(office.database, ANNA)
    anna.pull()
    with office.database.read() as connection:
        lines = feed.digest(connection, ANNA)
    for line in lines:
        held = [(key[1], c.rev) for key, c in anna.records.items() if key[0] == line.entity.value]
        assert (line.count, line.hash) == (len(held), revision_hash(held))
    assert {line.entity for line in lines} == set(Entity)


def _cursor(database: Database, officer: str) -> str:
    with database.read() as connection:
        return feed.seal(connection, officer, feed.Cursor(1, "dossier", "d-1"))


def test_a_cursor_is_only_good_for_who_got_it(office: Office) -> None:
    office.dossier("d-1", ANNA)
    cursor = _cursor(office.database, ANNA)
    with office.database.read() as connection:
        assert feed.unseal(connection, ANNA, cursor).id == "d-1"
        with pytest.raises(feed.CursorError):
            feed.unseal(connection, BRAM, cursor)


@pytest.mark.parametrize("place", range(3))
def test_a_cursor_that_was_touched_is_refused(office: Office, place: int) -> None:
    office.dossier("d-1", ANNA)
    parts = _cursor(office.database, ANNA).split(".")
    parts[place] = ("A" if parts[place][0] != "A" else "B") + parts[place][1:]
    with office.database.read() as connection:
        for text in (".".join(parts), ".".join(parts[:2]), "é.é.é", "...."):
            with pytest.raises((feed.CursorError, feed.EpochError)):
                feed.unseal(connection, ANNA, text)


def test_a_cursor_of_another_database_is_another_epoch(office: Office) -> None:
    other = "e-anders" + _cursor(office.database, ANNA)[len("e-anders") :]
    with office.database.read() as connection, pytest.raises(feed.EpochError):
        feed.unseal(connection, ANNA, other)


def test_a_cursor_from_a_future_that_a_backup_undid_is_noticed(office: Office) -> None:
    with office.database.read() as connection:
        future = feed.seal(connection, ANNA, feed.Cursor(10_000))
        with pytest.raises(feed.EpochError) as fault:
            feed.unseal(connection, ANNA, future)
        before = feed.epoch(connection)
    assert fault.value.restored
    with office.database.write() as connection:
        feed.renew_epoch(connection)
        assert feed.epoch(connection) != before
