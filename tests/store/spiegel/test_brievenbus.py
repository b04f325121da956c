from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlcipher3 import dbapi2

from leerplicht_desktop.casework.bezoek.vastleggen import NieuweTaak, deurbezoek_vastleggen
from leerplicht_desktop.casework.ports.brievenbus import (
    Antwoord,
    AntwoordSoort,
    Feedpagina,
    Geheim,
    Koppeling,
    Laptopsleutel,
)
from leerplicht_desktop.casework.ports.werk import Verzending
from leerplicht_desktop.casework.touched import Soort
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.store.kluis.connection import Role
from leerplicht_desktop.store.vault import SqlKluis
from leerplicht_protocol.records import BODY, Entity
from tests.store.world import WACHTZIN, StilleKlok, begin_bezoek, dossier, leg_bezoek_vast, pull, record

KOPPELING = Koppeling(
    server="https://gemeente.example",
    device="dev-1",
    incarnation="inc-1",
    epoch="e-1",
    pin="sha256:00",
    gemeente="Demostad",
    ambtenaar_id="a-1",
    ambtenaar="K. van Es",
    profiel={"functie": "leerplichtambtenaar"},
    oefenen=True,
)
TAAK = NieuweTaak("Opnieuw aanbellen", date(2026, 11, 24))


def _open(kluis: SqlKluis, aantal: int = 200) -> tuple[Verzending, ...]:
    return kluis.doe(lambda work: work.brievenbus.openstaand(aantal))


def _antwoord(kluis: SqlKluis, soort: AntwoordSoort, reden: str = "") -> tuple[str, ...]:
    """The same answer to everything that waits."""
    ops = tuple(verzending.op for verzending in _open(kluis))
    answers = [Antwoord(op, soort, 1, 90, reden, "{}") for op in ops]
    kluis.doe(lambda work: work.brievenbus.verwerk(answers))
    return ops


def test_work_and_outbox_are_one_transaction_in_order(kluis: SqlKluis, klok: StilleKlok) -> None:
    bezoek = leg_bezoek_vast(kluis, klok, ("d-1", "d-2"), (TAAK,))
    first, second = _open(kluis)
    assert (first.entity, first.id, first.dossiers, first.at) == (
        "deurbezoek",
        bezoek,
        ("d-1", "d-2"),
        klok.nu(),
    )
    assert (second.entity, second.body["herkomst"]) == ("taak", bezoek)
    assert 0 < first.n < second.n
    assert first.op != second.op
    assert _open(kluis, 1) == (first,)


def test_what_waits_is_what_the_protocol_asks(kluis: SqlKluis, klok: StilleKlok) -> None:
    leg_bezoek_vast(kluis, klok, ("d-1",), (TAAK,))
    for verzending in _open(kluis):
        model = BODY[Entity(verzending.entity)].model_validate(dict(verzending.body))
        assert model.model_dump(mode="json").items() >= {"dossiers": ["d-1"]}.items()


@pytest.mark.parametrize("soort", [AntwoordSoort.APPLIED, AntwoordSoort.REJECTED, AntwoordSoort.CONFLICT])
def test_a_final_answer_settles_once(kluis: SqlKluis, klok: StilleKlok, soort: AntwoordSoort) -> None:
    leg_bezoek_vast(kluis, klok, ("d-1",))
    (verzending,) = _open(kluis)
    answer = Antwoord(verzending.op, soort, 1, 90)
    first = kluis.doe(lambda work: work.brievenbus.verwerk([answer]))
    assert first.soorten >= {Soort.SYNC, Soort.BEZOEK, Soort.DOSSIER}
    assert first.dossiers == {"d-1"}
    other = replace(answer, soort=AntwoordSoort.REJECTED, reden="dossier_weg")
    again = kluis.doe(lambda work: work.brievenbus.verwerk([other, answer]))
    assert again.soorten == frozenset()
    # Work of one's own has no shared field to settle: to the officer it was taken over.
    told = "applied" if soort is AntwoordSoort.CONFLICT else soort.value
    assert kluis.lees(lambda caseload: caseload.uitvak(9))[0].toestand == told
    assert _open(kluis) == ()


def test_every_answer_of_a_batch_counts(kluis: SqlKluis, klok: StilleKlok) -> None:
    for nummer in range(3):
        leg_bezoek_vast(kluis, klok, (f"d-{nummer}",), (TAAK,))
    assert len(_antwoord(kluis, AntwoordSoort.APPLIED)) == 6
    assert _open(kluis) == ()
    assert {row.toestand for row in kluis.lees(lambda caseload: caseload.uitvak(9))} == {"applied"}


def test_waiting_is_not_final_and_an_unknown_answer_changes_nothing(
    kluis: SqlKluis, klok: StilleKlok
) -> None:
    leg_bezoek_vast(kluis, klok, ("d-1",))
    before = _open(kluis)
    _antwoord(kluis, AntwoordSoort.WAITING, "wacht op het bezoek")
    unknown = Antwoord("nooit-gemaakt", AntwoordSoort.APPLIED)
    assert kluis.doe(lambda work: work.brievenbus.verwerk([unknown])).soorten == frozenset()
    assert _open(kluis) == before
    assert kluis.lees(lambda caseload: caseload.sync()).te_verzenden == 1


def test_what_a_person_decided_of_refused_work_is_kept(kluis: SqlKluis, klok: StilleKlok) -> None:
    leg_bezoek_vast(kluis, klok, ("d-1",))
    (verzending,) = _open(kluis)
    decided = Antwoord(verzending.op, AntwoordSoort.APPLIED, 1, 90, "vrijgegeven: gebeld")
    assert kluis.doe(lambda work: work.oordelen.herzie([decided])).soorten == frozenset()  # it waits still
    _antwoord(kluis, AntwoordSoort.REJECTED, "out_of_scope")
    assert kluis.doe(lambda work: work.oordelen.afgewezen(9)) == (verzending.op,)
    same = replace(decided, soort=AntwoordSoort.REJECTED, reden="out_of_scope")
    assert kluis.doe(lambda work: work.oordelen.herzie([same])).soorten == frozenset()
    said = kluis.doe(lambda work: work.oordelen.herzie([decided]))
    assert said.soorten >= {Soort.SYNC, Soort.BEZOEK}
    assert said.dossiers == {"d-1"}
    (regel,) = kluis.lees(lambda caseload: caseload.uitvak(9))
    assert (regel.toestand, regel.reden) == ("applied", "vrijgegeven: gebeld")
    assert kluis.doe(lambda work: work.oordelen.afgewezen(9)) == ()


def test_what_came_in_for_one_child_is_asked_about_until_it_is_whole(
    kluis: SqlKluis, klok: StilleKlok
) -> None:
    leg_bezoek_vast(kluis, klok, ("d-1",))
    (verzending,) = _open(kluis)
    _antwoord(kluis, AntwoordSoort.APPLIED, "deels")
    assert kluis.doe(lambda work: work.oordelen.afgewezen(9)) == (verzending.op,)
    whole = Antwoord(verzending.op, AntwoordSoort.APPLIED, 1, 91, "toegang_terug")
    assert kluis.doe(lambda work: work.oordelen.herzie([whole])).dossiers == {"d-1"}
    (regel,) = kluis.lees(lambda caseload: caseload.uitvak(9))
    assert (regel.toestand, regel.reden) == ("applied", "toegang_terug")
    assert kluis.doe(lambda work: work.oordelen.afgewezen(9)) == ()


def test_nobody_is_asked_again_about_what_was_refused_for_good(kluis: SqlKluis, klok: StilleKlok) -> None:
    leg_bezoek_vast(kluis, klok, ("d-1",))
    _antwoord(kluis, AntwoordSoort.REJECTED, "afgewezen: ander gezin")
    assert kluis.doe(lambda work: work.oordelen.afgewezen(9)) == ()


def test_what_was_refused_stays_in_sight(kluis: SqlKluis, klok: StilleKlok) -> None:
    pull(kluis, dossier("d-1", None, "Zoë"))
    bezoek = leg_bezoek_vast(kluis, klok, ("d-1",))
    _antwoord(kluis, AntwoordSoort.REJECTED, "Dit dossier is niet meer van jou.")
    (regel,) = kluis.lees(lambda caseload: caseload.uitvak(9))
    assert (regel.toestand, regel.reden, regel.namen) == (
        "rejected",
        "Dit dossier is niet meer van jou.",
        "Zoë",
    )
    (item,) = kluis.lees(lambda caseload: caseload.tijdlijn("d-1"))
    assert (item.id, item.afgewezen) == (bezoek, True)
    assert "Gordijnen dicht." in item.tekst
    assert kluis.lees(lambda caseload: caseload.sync()).afgewezen == 1


def test_the_outbox_keeps_what_was_said(kluis: SqlKluis, klok: StilleKlok) -> None:
    leg_bezoek_vast(kluis, klok, ("d-1",))
    session = kluis._here().session
    for sql in ("UPDATE uitvak SET body = '{}'", "UPDATE uitvak SET op = 'x'", "DELETE FROM uitvak"):
        session._connection.set_authorizer(None)
        with pytest.raises(dbapi2.IntegrityError, match="vastgelegd"):
            session.access(Role.UPKEEP).run(sql)


def test_the_key_of_the_laptop_is_kept_and_never_shows_itself(kluis: SqlKluis) -> None:
    assert kluis.doe(lambda work: work.brievenbus.laptopsleutel()) is None
    until = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
    first = Laptopsleutel(Geheim("een-geheim"), Geheim("eerste-geheim"), until)
    later = replace(first, vernieuwing=Geheim("tweede-geheim"), tot=None)
    for kept in (first, later):
        kluis.doe(lambda work, kept=kept: work.brievenbus.bewaar_laptopsleutel(kept))  # type: ignore[misc]
        kluis.sluit()
        kluis.ontgrendel(WACHTZIN)
        found = kluis.doe(lambda work: work.brievenbus.laptopsleutel())
        assert found == kept
        assert "geheim" not in repr(found)


def test_the_tie_to_the_municipality_is_kept(kluis: SqlKluis) -> None:
    assert kluis.doe(lambda work: work.brievenbus.koppeling()) is None
    assert kluis.lees(lambda caseload: caseload.sync()).gemeente == ""
    kluis.doe(lambda work: work.brievenbus.bewaar_koppeling(KOPPELING))
    kluis.doe(lambda work: work.brievenbus.bewaar_koppeling(replace(KOPPELING, device="dev-2")))
    kluis.sluit()
    kluis.ontgrendel(WACHTZIN)
    found = kluis.doe(lambda work: work.brievenbus.koppeling())
    assert found == replace(KOPPELING, device="dev-2")
    stand = kluis.lees(lambda caseload: caseload.sync())
    assert (stand.gemeente, stand.ambtenaar) == ("Demostad", "K. van Es")


def test_a_page_and_its_cursor_are_one(kluis: SqlKluis) -> None:
    page = Feedpagina("", "c-1", (), (dossier("d-1", None, "Zoë"),))
    kluis.doe(lambda work: work.brievenbus.pas_toe(page))
    with pytest.raises(ValueError, match="does not follow"):
        kluis.doe(lambda work: work.brievenbus.pas_toe(page))
    assert kluis.doe(lambda work: work.brievenbus.cursor()) == "c-1"
    too_large = replace(page.records[0], rev=2**70)
    broken = Feedpagina("c-1", "c-2", (), (dossier("d-2", None, "Bo"), too_large))
    with pytest.raises(OverflowError):
        kluis.doe(lambda work: work.brievenbus.pas_toe(broken))
    assert kluis.doe(lambda work: work.brievenbus.cursor()) == "c-1"
    assert kluis.lees(lambda caseload: caseload.dossier("d-2")) is None
    assert kluis.doe(lambda work: work.brievenbus.revisies()) == {"dossier": [("d-1", 1)]}


def test_starting_again_offers_everything_and_keeps_drafts(kluis: SqlKluis, klok: StilleKlok) -> None:
    kluis.doe(lambda work: work.brievenbus.bewaar_koppeling(KOPPELING))
    pull(kluis, dossier("d-1", None, "Zoë"))
    leg_bezoek_vast(kluis, klok, ("d-1",), (TAAK,))
    made = _open(kluis)
    _antwoord(kluis, AntwoordSoort.APPLIED)
    leg_bezoek_vast(kluis, klok, ("d-1",))
    _antwoord(kluis, AntwoordSoort.REJECTED, "weg")
    leg_bezoek_vast(kluis, klok, ("d-1",))
    (conflict,) = _antwoord(kluis, AntwoordSoort.CONFLICT)
    concept, _ = begin_bezoek(kluis, klok, ("d-1",), "halverwege")
    what = kluis.doe(lambda work: work.brievenbus.begin_opnieuw("e-2"))
    assert what.soorten >= {Soort.DOSSIER, Soort.SYNC}
    again = _open(kluis)
    assert again[:2] == made
    assert len(again) == 3
    assert conflict not in {verzending.op for verzending in again}
    assert kluis.doe(lambda work: work.brievenbus.cursor()) == ""
    # The dossiers stay in sight until the municipality gave them again.
    assert kluis.doe(lambda work: work.brievenbus.achtergebleven()) == (("dossier", "d-1"),)
    assert kluis.lees(lambda caseload: caseload.dossier("d-1")) is not None
    assert kluis.lees(lambda caseload: caseload.bezoek(concept)).segmenten[0].tekst == "halverwege"
    tie = kluis.doe(lambda work: work.brievenbus.koppeling())
    assert tie is not None
    assert tie.epoch == "e-2"


def test_what_is_given_again_is_not_old_any_more(kluis: SqlKluis, klok: StilleKlok) -> None:
    kluis.doe(lambda work: work.brievenbus.bewaar_koppeling(KOPPELING))
    id_ = leg_bezoek_vast(kluis, klok, ("d-1",))
    (post,) = kluis.doe(lambda work: work.brievenbus.openstaand(9))
    visit = record("deurbezoek", id_, ("d-1",), dict(post.body))
    pull(kluis, dossier("d-1", None, "Zoë"), dossier("d-2", None, "Sem"), visit)
    kluis.doe(lambda work: work.brievenbus.begin_opnieuw("e-2"))
    # A municipality that was put back may not have it: it does not count as sent.
    assert [item.verzonden for item in kluis.lees(lambda caseload: caseload.tijdlijn("d-1"))] == [False]
    pull(kluis, dossier("d-1", None, "Zoë"), visit)
    assert [item.verzonden for item in kluis.lees(lambda caseload: caseload.tijdlijn("d-1"))] == [True]
    assert kluis.doe(lambda work: work.brievenbus.achtergebleven()) == (("dossier", "d-2"),)


def test_rounds_are_remembered_and_a_good_one_counts(kluis: SqlKluis, klok: StilleKlok) -> None:
    begin = klok.nu()
    kluis.doe(lambda work: work.brievenbus.noteer_ronde(begin, 2, 18, "goed"))
    klok.verder(60)
    kluis.doe(lambda work: work.brievenbus.noteer_ronde(klok.nu(), 0, 3, "GeenVerbinding"))
    stand = kluis.lees(lambda caseload: caseload.sync())
    assert (stand.laatst, stand.ontvangen) == (begin, 18)
    rounds = kluis.lees(lambda caseload: caseload.rondes(5))
    assert [ronde.uitkomst for ronde in rounds] == ["GeenVerbinding", "goed"]
    for _ in range(510):
        kluis.doe(lambda work: work.brievenbus.noteer_ronde(klok.nu(), 0, 0, "GeenVerbinding"))
    assert len(kluis.lees(lambda caseload: caseload.rondes(1000))) == 500
    assert kluis.lees(lambda caseload: caseload.sync()).laatst == begin


def test_the_outbox_shows_refusals_then_what_waits_then_what_went(kluis: SqlKluis, klok: StilleKlok) -> None:
    for soort in (AntwoordSoort.APPLIED, AntwoordSoort.APPLIED, AntwoordSoort.REJECTED):
        leg_bezoek_vast(kluis, klok, ("d-1",))
        _antwoord(kluis, soort)
    leg_bezoek_vast(kluis, klok, ("d-1",), (TAAK,))
    rows = kluis.lees(lambda caseload: caseload.uitvak(9))
    assert [row.toestand for row in rows] == ["rejected", "new", "new", "applied", "applied"]
    assert [row.wat for row in rows[1:3]] == ["deurbezoek", "taak"]
    assert len(kluis.lees(lambda caseload: caseload.uitvak(2))) == 2


def test_a_refused_act_leaves_no_row_in_the_outbox(kluis: SqlKluis, klok: StilleKlok) -> None:
    bezoek = leg_bezoek_vast(kluis, klok, ("d-1",))
    with pytest.raises(DomainError):
        kluis.doe(lambda work: deurbezoek_vastleggen(work, klok, bezoek))
    assert len(_open(kluis)) == 1
