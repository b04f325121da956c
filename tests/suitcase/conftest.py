"""The whole road once: packed on Anna's laptop, sent to a real server, unpacked on Bram's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
import sqlalchemy as sa

from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.ports.werk import Verzending
from leerplicht_desktop.casework.uitvak.procedure import procedure_verzending
from leerplicht_desktop.casework.uitvak.werk import (
    deurbezoek_verzending,
    gespreksnotitie_verzending,
    taak_verzending,
    taakafhandeling_verzending,
    terugmelding_verzending,
)
from leerplicht_desktop.casework.uitvak.zaakstukken import (
    bijlage_verzending,
    stuk_verzending,
    stukstap_verzending,
    verhoor_verzending,
)
from leerplicht_desktop.domain.stuk.stuk import Stuk
from leerplicht_protocol.records import Entity
from leerplicht_server import records, schema
from leerplicht_server.show import show_dossier
from tests.sync.real import ANNA, BRAM, RealLaptop, Town, town

from . import municipal, packed


@dataclass(frozen=True)
class Road:
    """Both ends of the road after everything went over it."""

    town: Town
    sender: RealLaptop
    receiver: RealLaptop
    stuk: Stuk
    sent: dict[str, Verzending]
    """What lay in the outbox, by id of the record."""

    def shown(self) -> str:
        """What the administrator reads of the dossier."""
        with self.town.office.database.read() as connection:
            return show_dossier(connection, "d-0")


def _pack(work: Work) -> Stuk:
    """Everything into the vault and the outbox, as the acts do when something is vastgelegd."""
    nu, zaak = packed.om(17, 0), work.zaakstukken
    for bezoek in packed.BEZOEKEN:
        work.bezoeken.nieuw(replace(bezoek, vastgelegd_op=None))
        work.bezoeken.leg_vast(bezoek)
        work.uitvak.voeg_toe(deurbezoek_verzending(bezoek, nu))
    for version in packed.PROCEDURES:
        work.procedures.nieuw(version)
        work.uitvak.voeg_toe(procedure_verzending(version, nu))
    work.terugmeldingen.nieuw(packed.TERUGMELDING)
    work.uitvak.voeg_toe(terugmelding_verzending(packed.TERUGMELDING, nu))
    for notitie in packed.NOTITIES:
        work.notities.nieuw(replace(notitie, vastgelegd_op=None))
        work.notities.leg_vast(notitie)
        work.uitvak.voeg_toe(gespreksnotitie_verzending(notitie, nu))
    work.taken.nieuw(packed.TAAK)
    work.uitvak.voeg_toe(taak_verzending(packed.TAAK, nu))
    work.taken.handel_af(packed.AFHANDELING)
    work.uitvak.voeg_toe(taakafhandeling_verzending(packed.AFHANDELING, nu))
    zaak.verhoren.nieuw(replace(packed.VERHOOR, vastgelegd_op=None))
    zaak.verhoren.leg_vast(packed.VERHOOR)
    work.uitvak.voeg_toe(verhoor_verzending(packed.VERHOOR, nu))
    for bijlage, inhoud in packed.BIJLAGEN:
        zaak.bijlagen.voeg_toe(bijlage, inhoud)
        work.uitvak.voeg_toe(bijlage_verzending(bijlage, nu))
    nummer = zaak.nummers.volgende(packed.om(15, 0).year)
    assert nummer is not None, "the municipality gave no numbers"
    stuk = packed.stuk(nummer)
    zaak.nummers.gebruik(nummer, stuk.id)
    for made, pdf in ((packed.STUK_BRIEF, packed.BRIEF), (stuk, packed.PDF)):
        zaak.stukken.verzegel(made, pdf)
        work.uitvak.voeg_toe(stuk_verzending(made, nu))
    for stap in packed.STAPPEN:
        zaak.stukken.zet_stap(stap)
        work.uitvak.voeg_toe(stukstap_verzending(stap, nu))
    return stuk


def _register(running: Town) -> None:
    """The dossiers stand in the administration too, not only in the feed."""
    with running.office.database.write() as connection:
        for number, id_ in enumerate(packed.SAMEN):
            row = {"id": id_, "nummer": f"2026-{number:06d}", "afgeleid": "{}"}
            connection.execute(sa.insert(schema.dossier).values(row))
        for entity, kept in municipal.PACKED.items():
            for id_, body in kept:
                records.put(connection, entity, id_, body.model_dump(mode="json"))
                if entity is not Entity.SCHOOL:
                    records.link(connection, entity, id_, ["d-0"])


@pytest.fixture(scope="session")
def road(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Road]:
    """Packed, sent and unpacked; everything after it only looks."""
    base = tmp_path_factory.mktemp("koffer")
    with town(base / "gemeente") as running:
        _register(running)
        sender = RealLaptop(base / "anna", running.enrol(ANNA))
        receiver = RealLaptop(base / "bram", running.enrol(BRAM))
        assert sender.loop.round().problem is None
        stuk = sender.kluis.doe(_pack)
        sent = {one.id: one for one in sender.open}
        for laptop in (sender, receiver):
            assert laptop.loop.round().problem is None
        assert sender.open == ()
        yield Road(running, sender, receiver, stuk, sent)
        sender.sluit()
        receiver.sluit()
