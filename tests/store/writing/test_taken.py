from __future__ import annotations

from datetime import date, time

import pytest
from sqlcipher3 import dbapi2

from leerplicht_desktop.casework.queries.caseload import TaakRegel
from leerplicht_desktop.casework.taak.maken import taak_afhandelen, taak_maken
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.taak.taak import Afhandeling, Taak
from leerplicht_desktop.store.kluis.connection import Role
from leerplicht_desktop.store.vault import SqlKluis
from tests.store.world import StilleKlok, dossier, pull, record


def _maak(kluis: SqlKluis, klok: StilleKlok, wat: str, dag: date, tijd: time | None = None) -> Taak:
    return kluis.doe(lambda work: taak_maken(work, klok, ("d-1", "d-2"), wat, dag, tijdstip=tijd))


def _taken(kluis: SqlKluis, van: str | None, open_: bool) -> tuple[TaakRegel, ...]:
    return kluis.lees(lambda caseload: caseload.taken(van, open_))


def _pulled(id_: str, wat: str, dag: str) -> dict[str, str | list[str]]:
    return {"dossiers": ["d-1"], "wat": wat, "uiterlijk": dag, "gemaakt_op": "2026-11-01T09:00:00Z"}


def test_the_most_urgent_task_comes_first(kluis: SqlKluis, klok: StilleKlok) -> None:
    pull(kluis, dossier("d-1", None, "Zoë"), dossier("d-2", None, "Bo"))
    _maak(kluis, klok, "later", date(2026, 12, 1))
    _maak(kluis, klok, "zonder tijd", date(2026, 11, 22))
    _maak(kluis, klok, "vroeg", date(2026, 11, 22), time(8, 15))
    for van in (None, "d-1", "d-2"):
        assert [taak.wat for taak in _taken(kluis, van, True)] == ["vroeg", "zonder tijd", "later"]
    assert _taken(kluis, None, True)[0].namen == "Zoë en Bo"
    assert _taken(kluis, "d-3", True) == ()


def test_an_end_is_recorded_once_and_nothing_is_overwritten(kluis: SqlKluis, klok: StilleKlok) -> None:
    taak = _maak(kluis, klok, "bellen", date(2026, 11, 22), time(16, 0))
    assert kluis.doe(lambda work: work.taken.laad(taak.id)) == taak
    kluis.doe(lambda work: taak_afhandelen(work, klok, taak.id, Afhandeling.VERVALLEN, "verhuisd"))
    (regel,) = _taken(kluis, "d-1", False)
    assert (regel.afgehandeld, regel.toelichting, regel.verzonden) == ("vervallen", "verhuisd", False)
    assert _taken(kluis, "d-1", True) == ()
    with pytest.raises(DomainError, match="al afgehandeld"):
        kluis.doe(lambda work: taak_afhandelen(work, klok, taak.id, Afhandeling.GEDAAN))


def test_the_file_keeps_tasks_and_their_ends(kluis: SqlKluis, klok: StilleKlok) -> None:
    taak = _maak(kluis, klok, "bellen", date(2026, 11, 22))
    kluis.doe(lambda work: taak_afhandelen(work, klok, taak.id, Afhandeling.GEDAAN))
    access = kluis._here().session.access(Role.CASEWORK)
    for sql in (
        "UPDATE taak SET wat = 'anders'",
        "DELETE FROM taak",
        "UPDATE taakafhandeling SET hoe = 'vervallen'",
        "DELETE FROM taakafhandeling",
        "INSERT OR REPLACE INTO taak SELECT id, dossiers, 'anders', wie, uiterlijk, tijdstip, herkomst, "
        "gemaakt_op FROM taak",
    ):
        with pytest.raises(dbapi2.IntegrityError, match="vastgelegd"):
            access.run(sql)


def test_a_pulled_task_can_be_ended_here(kluis: SqlKluis, klok: StilleKlok) -> None:
    pull(
        kluis,
        dossier("d-1", None, "Zoë"),
        record("taak", "t-1", ("d-1",), {**_pulled("t-1", "van kantoor", "2026-11-20"), "tijdstip": "09:30"}),
    )
    (regel,) = _taken(kluis, None, True)
    assert (regel.wat, regel.tijdstip, regel.verzonden) == ("van kantoor", time(9, 30), True)
    kluis.doe(lambda work: taak_afhandelen(work, klok, "t-1", Afhandeling.GEDAAN))
    assert _taken(kluis, None, True) == ()
    (regel,) = _taken(kluis, None, False)
    assert (regel.afgehandeld, regel.verzonden) == ("gedaan", False)


def test_a_task_that_was_ended_elsewhere_is_not_open(kluis: SqlKluis, klok: StilleKlok) -> None:
    ended = {
        "dossiers": ["d-1"],
        "taak": "t-1",
        "hoe": "vervallen",
        "toelichting": "dubbel",
        "afgehandeld_op": "2026-11-20T09:00:00Z",
    }
    pull(
        kluis,
        dossier("d-1", None, "Zoë"),
        record("taak", "t-1", ("d-1",), _pulled("t-1", "van kantoor", "2026-11-20")),
        record("taakafhandeling", "a-1", ("d-1",), ended),
    )
    (regel,) = _taken(kluis, None, False)
    assert (regel.afgehandeld, regel.toelichting, regel.verzonden) == ("vervallen", "dubbel", True)
    with pytest.raises(DomainError, match="al afgehandeld"):
        kluis.doe(lambda work: taak_afhandelen(work, klok, "t-1", Afhandeling.GEDAAN))


def test_an_own_task_that_comes_back_is_one_task(kluis: SqlKluis, klok: StilleKlok) -> None:
    taak = _maak(kluis, klok, "bellen", date(2026, 11, 22))
    pull(
        kluis,
        dossier("d-1", None, "Zoë"),
        dossier("d-2", None, "Bo"),
        record("taak", taak.id, ("d-1", "d-2"), _pulled(taak.id, "bellen", "2026-11-22")),
    )
    (regel,) = _taken(kluis, None, True)
    assert regel.verzonden


def test_tasks_of_a_dossier_that_left_are_not_in_the_list_of_all(kluis: SqlKluis, klok: StilleKlok) -> None:
    pull(kluis, dossier("d-1", None, "Zoë"))
    _maak(kluis, klok, "bellen", date(2026, 11, 22))
    pull(kluis, evict=("d-1",))
    assert _taken(kluis, None, True) == ()
    assert len(_taken(kluis, "d-1", True)) == 1


def test_an_unknown_task_is_not_made_up(kluis: SqlKluis) -> None:
    with pytest.raises(KeyError):
        kluis.doe(lambda work: work.taken.laad("geen"))
