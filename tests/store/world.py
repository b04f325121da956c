"""What the store's tests stand on: a clock, a vault with the cheapest lock, records of the feed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

from leerplicht_desktop.casework.bezoek.bijhouden import (
    niet_thuis_noteren,
    segment_schrijven,
    segment_toevoegen,
    uitkomst_kiezen,
)
from leerplicht_desktop.casework.bezoek.starten import deurbezoek_starten
from leerplicht_desktop.casework.bezoek.vastleggen import NieuweTaak, deurbezoek_vastleggen
from leerplicht_desktop.casework.laptop.inzage import grond_noemen
from leerplicht_desktop.casework.ports.brievenbus import Auteur, Feedpagina, SpiegelRecord
from leerplicht_desktop.casework.ports.kluis import Kluis, Work
from leerplicht_desktop.casework.ports.leeslog import EIGEN_WERK
from leerplicht_desktop.casework.ports.werk import Json
from leerplicht_desktop.domain.bezoek.deurbezoek import Achtergelaten, NietThuis, SoortSegment
from leerplicht_desktop.domain.bezoek.uitkomst import Uitkomst
from leerplicht_desktop.store.kluis.passphrase import FLOOR
from leerplicht_desktop.store.kluis.schema import Step
from leerplicht_desktop.store.vault import SqlKluis

from .mould import WACHTZIN as WACHTZIN

AMSTERDAM = timezone(timedelta(hours=1))


class StilleKlok:
    """Obeys the port ``Klok``; moves only when told."""

    def __init__(self, nu: datetime = datetime(2026, 11, 21, 14, 0, tzinfo=AMSTERDAM)) -> None:
        self._nu = nu
        self._loopt = 300.0

    def loopt(self) -> float:
        """Seconds since the laptop was started."""
        return self._loopt

    def herstart(self) -> None:
        """The laptop is started again, without a moment passing."""
        self._loopt = 0.0

    def nu(self) -> datetime:
        """The moment it was set to."""
        return self._nu

    def vandaag(self) -> date:
        """The day of that moment."""
        return self._nu.date()

    def verder(self, seconden: float) -> None:
        """Let time pass; with a negative number only the calendar is put back."""
        self._nu += timedelta(seconds=seconden)
        self._loopt += max(0.0, seconden)


def vault(map_: Path, klok: StilleKlok, known: Sequence[Step] | None = None) -> SqlKluis:
    """A vault whose lock is as quick as allowed."""
    return SqlKluis(map_, klok, cost=FLOOR, known=known, running=klok.loopt)


def fingerprints(map_: Path) -> dict[str, str]:
    """What every file of a folder holds, but the counter of tries."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(map_.iterdir())
        if path.name != "pogingen.json"
    }


def begin_bezoek(
    kluis: Kluis, klok: StilleKlok, dossiers: tuple[str, ...], tekst: str = ""
) -> tuple[str, str]:
    """A draft visit with one remark; returns both ids."""
    gestart = kluis.doe(lambda work: deurbezoek_starten(work, klok, dossiers, "Boterdiep 31, Rotterdam"))
    segment = kluis.doe(
        lambda work: segment_toevoegen(work, klok, gestart.bezoek, SoortSegment.GEZEGD, "Moeder")
    )
    kluis.doe(lambda work: segment_schrijven(work, segment.id, tekst))
    return gestart.bezoek, segment.id


def leg_bezoek_vast(
    kluis: Kluis, klok: StilleKlok, dossiers: tuple[str, ...], taken: tuple[NieuweTaak, ...] = ()
) -> str:
    """A visit at a closed door, vastgelegd; returns its id."""
    bezoek, _ = begin_bezoek(kluis, klok, dossiers, "Gordijnen dicht.")
    kluis.doe(lambda work: uitkomst_kiezen(work, bezoek, Uitkomst.NIET_THUIS, frozenset()))
    dicht = NietThuis(("licht aan",), Achtergelaten.KAART, "K-1")
    kluis.doe(lambda work: niet_thuis_noteren(work, bezoek, lambda _: dicht))
    kluis.doe(lambda work: deurbezoek_vastleggen(work, klok, bezoek, taken))
    return bezoek


Fields = dict[str, Json]


def record(
    entity: str, id_: str, dossiers: tuple[str, ...], fields: Mapping[str, Json] | None = None, rev: int = 1
) -> SpiegelRecord:
    """A record of the feed; without fields it says that the record is gone."""
    body = fields or {}
    return SpiegelRecord(entity, id_, dossiers, rev, rev, fields is None, body, dict.fromkeys(body, rev))


def made_by(
    record_: SpiegelRecord, ambtenaar: str, naam: str, klok: timedelta = timedelta(0)
) -> SpiegelRecord:
    """The record as work of an officer; his laptop's clock was ``klok`` behind."""
    moment = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)
    behind = round(klok / timedelta(milliseconds=1))
    return replace(record_, auteur=Auteur(ambtenaar, naam, f"dev-{ambtenaar}", moment, moment + klok, behind))


def persoon(id_: str, dossiers: tuple[str, ...], voornamen: str, naam: str, **meer: Json) -> SpiegelRecord:
    """A person with a name and an address on the Boterdiep."""
    fields: Fields = {
        "bsn": "999993653",
        "lo3": {"02.10": voornamen, "02.40": naam, "04.10": "V", "03.10": "20110000"},
        "adres": {"11.10": "Boterdiep", "11.20": "31", "11.60": "3077AW", "11.70": "Rotterdam"},
        "adres_sleutel": "3077AW-31",
        "geboortedatum": "20110000",
        "geslacht": "V",
    }
    return record("persoon", id_, dossiers, {**fields, **meer})


def dossier(id_: str, jongere: str | None, naam: str, **meer: Json) -> SpiegelRecord:
    """A dossier record."""
    fields: Fields = {"nummer": f"2026-{id_}", "jongere": jongere, "naam": naam}
    return record("dossier", id_, (id_,), {**fields, **meer})


def melding(id_: str, dossiers: tuple[str, ...], dag: str, **meer: Json) -> SpiegelRecord:
    """A report of a school."""
    verzuim: list[Json] = [{"datum": "2026-11-10", "uren": 3.0}, {"datum": "2026-11-09", "uren": 1.5}]
    fields: Fields = {
        "meldingsnummer": "2026000019",
        "datum_melding": dag,
        "begindatum": "2026-11-01",
        "soort": "16UUR",
        "reden": "Spijbelt.",
        "eenheid": "lesuur",
        "verzuim": verzuim,
    }
    return record("verzuimmelding", id_, dossiers, {**fields, **meer})


def pull(kluis: Kluis, *records: SpiegelRecord, evict: tuple[str, ...] = ()) -> None:
    """One page of the feed after what was read before."""

    def page(work: Work) -> None:
        before = work.brievenbus.cursor()
        work.brievenbus.pas_toe(Feedpagina(before, f"{before}+", evict, records))

    kluis.doe(page)


def apply(kluis: Kluis, page: Feedpagina) -> None:
    """One page of the feed, as it is."""
    kluis.doe(lambda work: work.brievenbus.pas_toe(page))


def say_why(kluis: SqlKluis, *dossiers: str) -> None:
    """Name a reason for looking at finished records under the Wpg, as the dialog of the window does."""
    kluis.doe(lambda work: grond_noemen(work, dossiers, EIGEN_WERK))
