"""A note of a talk, act by act: begun, kept, fixed with its agreements as tasks, corrected, left behind."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from leerplicht_desktop.casework.gesprek.notitie_schrijven import (
    gespreksnotitie_bijhouden,
    gespreksnotitie_starten,
    gespreksnotitie_vastleggen,
    gespreksnotitie_verbeteren,
    gespreksnotitie_verwerpen,
    gesprekstekst_schrijven,
    nieuwe_afspraak,
)
from leerplicht_desktop.casework.taak.maken import taak_afhandelen, taak_maken
from leerplicht_desktop.domain.bezoek.gespreksnotitie import Afspraak
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.taak.taak import Afhandeling
from tests.casework.desk import Desk

BELT = Afspraak("a-1", "belt school", "moeder", date(2026, 11, 27))
DAG = date(2026, 12, 1)


def geschreven(desk: Desk, *afspraken: Afspraak) -> str:
    id_ = desk(lambda work: gespreksnotitie_starten(work, desk.klok, ("d-1", "d-2")))
    concept = desk(lambda work: work.notities.laad(id_))
    desk(
        lambda work: gespreksnotitie_bijhouden(work, replace(concept, met_wie="moeder", afspraken=afspraken))
    )
    desk(lambda work: gesprekstekst_schrijven(work, id_, "Zij zoekt hulp."))
    return id_


def test_it_begins_now_and_a_draft_is_taken_up_again(desk: Desk) -> None:
    id_ = desk(lambda work: gespreksnotitie_starten(work, desk.klok, ("d-1",)))
    begun = desk(lambda work: work.notities.laad(id_))
    assert (begun.gesproken_op, begun.dossiers, begun.is_leeg) == (desk.klok.nu(), ("d-1",), True)
    assert desk(lambda work: gespreksnotitie_starten(work, desk.klok, ("d-9", "d-1"))) == id_
    with pytest.raises(DomainError, match="welke leerling"):
        desk(lambda work: gespreksnotitie_starten(work, desk.klok, ()))


def test_its_agreements_become_tasks_with_their_words(desk: Desk) -> None:
    id_ = geschreven(desk, BELT, nieuwe_afspraak(desk.klok))
    fixed, _ = desk(lambda work: gespreksnotitie_vastleggen(work, desk.klok, id_))
    assert (fixed.vastgelegd_op, fixed.tekst, fixed.afspraken) == (desk.klok.nu(), "Zij zoekt hulp.", (BELT,))
    note, task = desk.sent
    assert (note.entity, note.id, task.entity) == ("gespreksnotitie", id_, "taak")
    made = desk(lambda work: work.taken.laad(task.id))
    assert (made.wat, made.wie, made.uiterlijk, made.herkomst) == (
        "belt school",
        "moeder",
        BELT.uiterlijk,
        id_,
    )
    assert made.dossiers == ("d-1", "d-2")


def test_a_correction_makes_only_the_tasks_that_are_new(desk: Desk) -> None:
    id_ = geschreven(desk, BELT)
    desk(lambda work: gespreksnotitie_vastleggen(work, desk.klok, id_))
    nieuw = desk(lambda work: gespreksnotitie_verbeteren(work, desk.klok, id_))
    assert desk(lambda work: gespreksnotitie_verbeteren(work, desk.klok, id_)) == nieuw
    draft = desk(lambda work: work.notities.laad(nieuw))
    assert (draft.corrigeert, draft.reden_correctie, draft.tekst) == (id_, "", "Zij zoekt hulp.")
    erbij = Afspraak("a-2", "maakt een rooster", "mentor", date(2026, 12, 4))
    changed = replace(draft, afspraken=(BELT, erbij), reden_correctie="Een afspraak vergeten.")
    desk(lambda work: gespreksnotitie_bijhouden(work, changed))
    desk(lambda work: gespreksnotitie_vastleggen(work, desk.klok, nieuw))
    assert [row.entity for row in desk.sent] == ["gespreksnotitie", "taak", "gespreksnotitie", "taak"]
    last = desk.sent[-1].id
    assert desk(lambda work: work.taken.laad(last)).wat == "maakt een rooster"


def test_no_correction_while_another_note_of_the_family_is_open(desk: Desk) -> None:
    id_ = geschreven(desk)
    desk(lambda work: gespreksnotitie_vastleggen(work, desk.klok, id_))
    other = desk(lambda work: gespreksnotitie_starten(work, desk.klok, ("d-2",)))
    with pytest.raises(DomainError, match="nog een notitie open"):
        desk(lambda work: gespreksnotitie_verbeteren(work, desk.klok, id_))
    assert desk(lambda work: gespreksnotitie_verwerpen(work, other)) is not None
    assert desk(lambda work: gespreksnotitie_verbeteren(work, desk.klok, id_)) not in {id_, other}


def test_what_was_fixed_refuses_and_only_an_empty_draft_goes(desk: Desk) -> None:
    id_ = geschreven(desk)
    assert desk(lambda work: gespreksnotitie_verwerpen(work, id_)) is None
    with pytest.raises(DomainError, match="nog niet vastgelegd"):
        desk(lambda work: gespreksnotitie_verbeteren(work, desk.klok, id_))
    fixed, _ = desk(lambda work: gespreksnotitie_vastleggen(work, desk.klok, id_))
    for act in (
        lambda work: gespreksnotitie_bijhouden(work, replace(fixed, tekst="anders")),
        lambda work: gesprekstekst_schrijven(work, id_, "anders"),
        lambda work: gespreksnotitie_vastleggen(work, desk.klok, id_),
    ):
        with pytest.raises(DomainError):
            desk(act)
    assert desk(lambda work: work.notities.laad(id_)) == fixed
    leeg = desk(lambda work: gespreksnotitie_starten(work, desk.klok, ("d-7",)))
    assert desk(lambda work: gespreksnotitie_verwerpen(work, leeg)) is not None
    with pytest.raises(KeyError):
        desk(lambda work: work.notities.laad(leeg))


def test_a_task_says_something_and_ends_once(desk: Desk) -> None:
    with pytest.raises(DomainError, match="wat er moet gebeuren"):
        desk(lambda work: taak_maken(work, desk.klok, ("d-1",), "  ", DAG))
    taak = desk(lambda work: taak_maken(work, desk.klok, ("d-1",), " Bel terug ", DAG))
    assert (taak.wat, taak.gemaakt_op) == ("Bel terug", desk.klok.nu())
    with pytest.raises(DomainError, match="waarom de taak vervalt"):
        desk(lambda work: taak_afhandelen(work, desk.klok, taak.id, Afhandeling.VERVALLEN, " "))
    desk(lambda work: taak_afhandelen(work, desk.klok, taak.id, Afhandeling.VERVALLEN, "Al gebeurd."))
    with pytest.raises(DomainError, match="al afgehandeld"):
        desk(lambda work: taak_afhandelen(work, desk.klok, taak.id, Afhandeling.GEDAAN))
    first, end = desk.sent
    assert (first.entity, end.entity, end.after) == ("taak", "taakafhandeling", (taak.id,))
    assert (end.body["hoe"], end.body["toelichting"]) == ("vervallen", "Al gebeurd.")
