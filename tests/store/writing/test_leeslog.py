"""The log of reading: every look and change has its line before it is shown, and no line can go unseen."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from leerplicht_desktop.casework.concepten import Feitkeuze
from leerplicht_desktop.casework.laptop.instellen import koppeling_bewaren
from leerplicht_desktop.casework.ports.leeslog import EIGEN_WERK, Blik, Daad, Leesregel
from leerplicht_desktop.casework.problems import GrondGevraagd, LeeslogKapot
from leerplicht_desktop.casework.queries.caseload import DossierFilter
from leerplicht_desktop.casework.queries.stukkenkast import Stukkenkast
from leerplicht_desktop.casework.stuk.afdruk_loggen import Afdrukwijze, afdruk_loggen
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.privacy.regime import Regime
from leerplicht_desktop.store.kluis import keyslots
from leerplicht_desktop.store.kluis.connection import Role, connect
from leerplicht_desktop.store.vault import SqlKluis
from tests.casework.zaak import KOPPELING, MOEDER, WEEK, begin_pv, bezoek, geef_nummers, verhoor, vul_pv, zaak
from tests.store.mould import opened_vault
from tests.store.verzegelaar import _zegel
from tests.store.world import WACHTZIN, StilleKlok, leg_bezoek_vast, vault


def _lines(kluis: SqlKluis) -> list[Leesregel]:
    return list(reversed(kluis.doe(lambda work: work.leeslog.regels(None, 1000))))


def _said(kluis: SqlKluis) -> list[tuple[str, tuple[str, ...], str]]:
    return [(one.blik.daad.value, one.blik.dossiers, one.blik.detail) for one in _lines(kluis)]


def test_looking_searching_and_changing_each_leave_a_line(kluis: SqlKluis, klok: StilleKlok) -> None:
    kluis.doe(lambda work: koppeling_bewaren(work, KOPPELING))
    bezoek = leg_bezoek_vast(kluis, klok, ("d-1", "d-2"))
    kluis.lees(lambda caseload: caseload.dossier("d-1"))
    kluis.lees(lambda caseload: caseload.dossier("d-1"))
    kluis.lees(lambda caseload: caseload.zoek("de  vries", DossierFilter.ALLE, None, 9))
    kluis.lees(lambda caseload: caseload.zoek("de", DossierFilter.ALLE, None, 9))
    kluis.lees(lambda caseload: caseload.bezoek(bezoek))
    kluis.doe(lambda work: afdruk_loggen(work, klok, bezoek, Afdrukwijze.UITGEVOERD, "verslag.pdf", 2))
    assert _said(kluis) == [
        ("gewijzigd", ("d-1", "d-2"), f"deurbezoek {bezoek}"),
        ("geopend", ("d-1",), ""),
        ("gezocht", (), "de vries: 0 gevonden"),
        ("geopend", ("d-1", "d-2"), f"deurbezoek {bezoek}"),
        ("uitgevoerd", ("d-1", "d-2"), f"{bezoek}, 2 keer, naar verslag.pdf"),
    ]
    first = _lines(kluis)[0]
    assert (first.wie, first.op, first.n) == (KOPPELING.ambtenaar_id, klok.nu(), 1)
    klok.verder(601)
    kluis.lees(lambda caseload: caseload.dossier("d-1"))
    assert len(_lines(kluis)) == 6


def test_a_look_that_failed_or_was_rolled_back_leaves_none(kluis: SqlKluis, klok: StilleKlok) -> None:
    with pytest.raises(KeyError):
        kluis.lees(lambda caseload: caseload.bezoek("nergens"))

    def half(work: object) -> None:
        leg_bezoek_vast(kluis, klok, ("d-1",))

    with pytest.raises(dbapi2.OperationalError):
        kluis.doe(half)
    assert _lines(kluis) == []


def test_the_line_is_there_before_the_answer_leaves_the_vault(kluis: SqlKluis, map_: Path) -> None:
    """A kill right after the answer: the line is in the file."""
    kluis.lees(lambda caseload: caseload.dossier("d-9"))
    shutil.copytree(map_, map_.with_name("gestopt"))
    again = vault(map_.with_name("gestopt"), StilleKlok())
    again.ontgrendel(WACHTZIN)
    assert [one.blik.dossiers for one in _lines(again)] == [("d-9",)]
    again.sluit()


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE leeslog SET wie = 'x' WHERE n = 2",
        "DELETE FROM leeslog WHERE n = 2",
        "DELETE FROM leeslog WHERE n = 3",
        "INSERT OR REPLACE INTO leeslog SELECT n, op, 'x', daad, dossiers, regime, grond, detail, hash "
        "FROM leeslog WHERE n = 2",
        "INSERT INTO leeslog SELECT n + 9, op, wie, daad, dossiers, regime, grond, detail, hash "
        "FROM leeslog WHERE n = 3",
        "INSERT INTO leeslog SELECT 4, op, wie, daad, dossiers, 'wpg', ' ', detail, hash "
        "FROM leeslog WHERE n = 3",
        "UPDATE leeslog_stand SET begin = 2",
        "UPDATE leeslog_stand SET bevestigd = -1",
    ],
)
def test_the_vault_itself_refuses_to_change_it(kluis: SqlKluis, sql: str) -> None:
    _three(kluis)
    access = kluis._here().session.access(Role.LOG)
    with pytest.raises(dbapi2.IntegrityError, match="vastgelegd"):
        access.run(sql)
    assert len(_lines(kluis)) == 3


def _three(kluis: SqlKluis) -> None:
    for dossier in ("d-1", "d-2", "d-3"):
        kluis.lees(lambda caseload, dossier=dossier: caseload.dossier(dossier))  # type: ignore[misc]


def test_what_the_municipality_confirmed_may_go_and_the_chain_still_fits(kluis: SqlKluis) -> None:
    _three(kluis)
    access = kluis._here().session.access(Role.LOG)
    access.run("UPDATE leeslog_stand SET bevestigd = 2")
    access.run("UPDATE leeslog_stand SET begin = 2, begin_hash = (SELECT hash FROM leeslog WHERE n = 2)")
    access.run("DELETE FROM leeslog WHERE n <= 2")
    kluis.sluit()
    kluis.ontgrendel(WACHTZIN)
    assert kluis.opgemerkt() == []
    kluis.lees(lambda caseload: caseload.dossier("d-4"))
    assert [one.n for one in _lines(kluis)] == [3, 4]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed vault with sixty lines."""
    folder = tmp_path_factory.mktemp("log") / "kluis"
    kluis = opened_vault(folder, StilleKlok())
    for n in range(60):
        kluis.lees(lambda caseload, n=n: caseload.dossier(f"d-{n}"))  # type: ignore[misc]
    kluis.sluit()
    return folder


Mutation = Callable[[dbapi2.Connection, random.Random], None]


def _field(connection: dbapi2.Connection, chance: random.Random) -> None:
    column = chance.choice(["op", "wie", "daad", "dossiers", "detail"])
    change = f"UPDATE leeslog SET {column} = {column} || 'x' WHERE n = ?"  # noqa: S608
    connection.execute(change, (chance.randint(1, 60),))


def _removed(connection: dbapi2.Connection, chance: random.Random) -> None:
    connection.execute("DELETE FROM leeslog WHERE n = ?", (chance.randint(1, 60),))


def _cut(connection: dbapi2.Connection, chance: random.Random) -> None:
    connection.execute("DELETE FROM leeslog WHERE n > ?", (chance.randint(0, 59),))


def _swapped(connection: dbapi2.Connection, chance: random.Random) -> None:
    one, other = chance.sample(range(1, 61), 2)
    for old, new in ((one, -1), (other, one), (-1, other)):
        connection.execute("UPDATE leeslog SET n = ? WHERE n = ?", (new, old))


def _hash(connection: dbapi2.Connection, chance: random.Random) -> None:
    connection.execute("UPDATE leeslog SET hash = randomblob(32) WHERE n = ?", (chance.randint(1, 60),))


def _chained_anew(connection: dbapi2.Connection, chance: random.Random) -> None:
    """By somebody who has the key: only the record beside the vault still tells."""
    from leerplicht_desktop.store.kluis.chain import link

    at = chance.randint(1, 60)
    connection.execute("UPDATE leeslog SET wie = 'iemand anders' WHERE n = ?", (at,))
    before = connection.execute("SELECT begin_hash FROM leeslog_stand").fetchone()[0]
    rows = connection.execute(
        "SELECT n, op, wie, daad, dossiers, regime, grond, detail FROM leeslog ORDER BY n"
    ).fetchall()
    for row in rows:
        before = link(before, tuple(row))
        connection.execute("UPDATE leeslog SET hash = ? WHERE n = ?", (before, row[0]))


@pytest.mark.parametrize("number", range(3))
@pytest.mark.parametrize("mutation", [_field, _removed, _cut, _swapped, _hash, _chained_anew])
def test_every_mutation_is_told(written: Path, map_: Path, mutation: Mutation, number: int) -> None:
    shutil.copytree(written, map_)
    connection = _with_the_key(map_)
    for trigger in ("sluit_aan", "grond", "vast", "blijft", "begin"):
        connection.execute(f"DROP TRIGGER leeslog_{trigger}")
    mutation(connection, random.Random(number))
    connection.close()
    kluis = vault(map_, StilleKlok())
    kluis.ontgrendel(WACHTZIN)
    (noticed,) = kluis.opgemerkt()
    assert isinstance(noticed, LeeslogKapot)
    assert 1 <= noticed.regel <= 61
    kluis.sluit()


def _with_the_key(folder: Path) -> dbapi2.Connection:
    key = keyslots.load(folder).unwrap(WACHTZIN)
    return connect(folder / "kluis.db", keyslots.derive(key, "db"))


def test_a_finished_record_of_the_wpg_asks_why_first(kluis: SqlKluis, klok: StilleKlok) -> None:
    kluis.doe(lambda work: koppeling_bewaren(work, replace(KOPPELING)))
    log = kluis._here().work.leeslog
    assert log.ground(("d-1",)) == ""
    with pytest.raises(DomainError):
        kluis.doe(lambda work: work.leeslog.noem_grond(("d-1",), "  \n "))
    kluis.doe(lambda work: work.leeslog.noem_grond(("d-1",), "Vraag van  de officier" + " x" * 300))
    look = Blik(Daad.GEOPEND, ("d-1",), Regime.WPG, "stuk s-1")
    kluis._here().written(lambda: log.write([look]))
    (line,) = _lines(kluis)
    assert line.grond.startswith("Vraag van de officier x")
    assert len(line.grond) <= 200
    kluis.sluit()
    kluis.ontgrendel(WACHTZIN)
    assert kluis._here().work.leeslog.ground(("d-1",)) == ""  # until the lock
    kluis._here().written(lambda: kluis._here().work.leeslog.write([replace(look, dossiers=("d-5",))]))
    assert _lines(kluis)[-1].grond == EIGEN_WERK
    assert GrondGevraagd(("d-1",)).dossiers == ("d-1",)


def test_a_sealed_proces_verbaal_is_shown_after_a_reason(kluis: SqlKluis, klok: StilleKlok) -> None:
    zaak(kluis)
    geef_nummers(kluis, 101, 110)
    bezoek(kluis, klok)
    verhoor(kluis, klok)
    id_ = begin_pv(kluis, klok, MOEDER, Feitkeuze(WEEK.soort, WEEK.van, WEEK.tot, "Demostad"))
    vul_pv(kluis, klok, id_)
    _zegel(kluis, klok, id_)
    stuk = next(one.id for one in kluis.bekijk(lambda kast: kast.stukken()) if not one.concept)
    own = kluis.bekijk(lambda kast: kast.pdf(stuk))  # who made it a moment ago has a reason
    dossiers = kluis.bekijk(lambda kast: kast.stuk(stuk)).stuk.dossiers
    kluis.sluit()
    kluis.ontgrendel(WACHTZIN)
    before = len(_lines(kluis))
    hearing = kluis.bekijk(lambda kast: kast.verhoren(dossiers[0]))[0].blad.verhoor.id
    reads: list[Callable[[Stukkenkast], object]] = [
        lambda kast: kast.pdf(stuk),
        lambda kast: kast.verhoor(hearing),
    ]
    for read in reads:
        with pytest.raises(GrondGevraagd) as asked:
            kluis.bekijk(read)
        assert asked.value.dossiers == tuple(dossiers)
    assert len(_lines(kluis)) == before
    kluis.doe(lambda work: work.leeslog.noem_grond(tuple(dossiers), "Verzoek om inzage"))
    assert kluis.bekijk(lambda kast: kast.pdf(stuk)) == own
    last = _lines(kluis)[-1]
    assert (last.blik.daad, last.blik.regime, last.grond) == (
        Daad.VOORVERTOOND,
        Regime.WPG,
        "Verzoek om inzage",
    )
