"""The timeline of a dossier: reports, visits, notes and tasks, each once, newest first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time

from leerplicht_desktop.casework.queries.caseload import TaakRegel, TijdlijnItem, Tijdlijnsoort
from leerplicht_desktop.domain.bezoek.uitkomst import op_tijdlijn
from leerplicht_desktop.domain.nederlandsetijd import in_nederland, nederlands
from leerplicht_desktop.domain.privacy.regime import Regime
from leerplicht_desktop.domain.taak.taak import afloop_in_woorden
from leerplicht_desktop.domain.verzuim import meldsoort
from leerplicht_desktop.domain.verzuim.meldstatus import ingetrokken_in_woorden, telt_mee
from leerplicht_desktop.store.kluis.codec import text_of
from leerplicht_desktop.store.kluis.connection import Access
from leerplicht_desktop.store.spiegel.authors import author, clock_remark
from leerplicht_desktop.store.spiegel.pulled import fields_of, pulled_bezoek, pulled_notitie
from leerplicht_desktop.store.writing import bezoeken, notities, terugmeldingen

from .origin import Standing, standing
from .taken_list import line

_CORRECTED = {
    "deurbezoek": (
        "SELECT max(id) FROM (SELECT id FROM deurbezoek WHERE corrigeert = ? AND vastgelegd_op IS NOT NULL "
        "UNION ALL SELECT id FROM spiegel_record WHERE entity = 'deurbezoek' AND verwijst = ?)"
    ),
    "gespreksnotitie": (
        "SELECT max(id) FROM (SELECT id FROM gespreksnotitie WHERE corrigeert = ? "
        "AND vastgelegd_op IS NOT NULL UNION ALL "
        "SELECT id FROM spiegel_record WHERE entity = 'gespreksnotitie' AND verwijst = ?)"
    ),
    "procedure": (
        "SELECT max(id) FROM (SELECT id FROM procedure WHERE corrigeert = ? AND vastgelegd_op IS NOT NULL "
        "UNION ALL SELECT id FROM spiegel_record WHERE entity = 'procedure' AND verwijst = ?)"
    ),
}


def items(access: Access, dossier: str) -> tuple[TijdlijnItem, ...]:
    """What happened and what is planned, newest first."""
    makers: dict[str, Callable[[Access, str], TijdlijnItem | None]] = {
        "verzuimmelding": _melding,
        "deurbezoek": _bezoek,
        "gespreksnotitie": _notitie,
        "taak": _taak,
        "terugmelding": _terugmelding,
        "procedure": _procedure,
    }
    rows = access.rows(
        "SELECT soort, id FROM werk_dossier WHERE dossier = :dossier UNION "
        "SELECT entity, id FROM spiegel_dossier WHERE dossier = :dossier",
        {"dossier": dossier},
    )
    made = (makers[row["soort"]](access, row["id"]) for row in rows if row["soort"] in makers)
    return tuple(sorted((item for item in made if item is not None), key=_when, reverse=True))


def _when(item: TijdlijnItem) -> tuple[date, time, str]:
    """A day without a time stands at its beginning; the id decides between equals."""
    if isinstance(item.wanneer, datetime):
        moment = in_nederland(item.wanneer)
        return moment.date(), moment.time(), item.id
    return item.wanneer, time.min, item.id


def _melding(access: Access, id_: str) -> TijdlijnItem | None:
    fields = fields_of(access, "verzuimmelding", id_)
    if fields is None:
        return None
    school = fields_of(access, "school", fields.get("school") or "") or {}
    gemeld_op = date.fromisoformat(fields["datum_melding"])
    kop, tekst = meldsoort.op_tijdlijn(text_of(fields, "soort"), gemeld_op), text_of(fields, "reden")
    if not telt_mee(text_of(fields, "status")):
        said = ingetrokken_in_woorden(text_of(fields, "status_toelichting"))
        kop, tekst = f"{kop}, ingetrokken", "\n".join(part for part in (said, tekst) if part)
    return TijdlijnItem(
        soort=Tijdlijnsoort.MELDING,
        id=id_,
        wanneer=gemeld_op,
        kop=kop,
        tekst=tekst,
        wie=text_of(school, "naam") or text_of(fields, "melder_naam"),
        verzonden=True,
    )


def _bezoek(access: Access, id_: str) -> TijdlijnItem | None:
    bezoek = bezoeken.load(access, id_) or pulled_bezoek(access, id_)
    if bezoek is None:
        return None
    where = standing(access, "deurbezoek", id_)
    return TijdlijnItem(
        soort=Tijdlijnsoort.BEZOEK,
        id=id_,
        wanneer=bezoek.begonnen_op,
        kop=op_tijdlijn(bezoek.uitkomst, bezoek.aangetroffen),
        tekst=bezoek.opgeschreven,
        wie=author(access, "deurbezoek", id_),
        klok=clock_remark(access, "deurbezoek", id_),
        verzonden=where.sent,
        concept=bezoek.is_concept,
        verbeterd_door=_corrected_by(access, "deurbezoek", id_),
        afgewezen=where.refused,
        gesproken=bezoek.heeft_gesproken,
        regime=Regime.AVG if bezoek.opsporing_vanaf is None else Regime.WPG,
    )


def _notitie(access: Access, id_: str) -> TijdlijnItem | None:
    notitie = notities.load(access, id_) or pulled_notitie(access, id_)
    if notitie is None:
        return None
    where: Standing = standing(access, "gespreksnotitie", id_)
    return TijdlijnItem(
        soort=Tijdlijnsoort.NOTITIE,
        id=id_,
        wanneer=notitie.gesproken_op,
        kop=notitie.op_tijdlijn,
        tekst=notitie.tekst.strip(),
        wie=author(access, "gespreksnotitie", id_),
        klok=clock_remark(access, "gespreksnotitie", id_),
        verzonden=where.sent,
        concept=notitie.is_concept,
        verbeterd_door=_corrected_by(access, "gespreksnotitie", id_),
        afgewezen=where.refused,
        gesproken=not notitie.is_concept,
    )


def _terugmelding(access: Access, id_: str) -> TijdlijnItem | None:
    terugmelding = terugmeldingen.load(access, id_)
    if terugmelding is None:
        return None
    where = standing(access, "terugmelding", id_)
    return TijdlijnItem(
        soort=Tijdlijnsoort.TERUGMELDING,
        id=id_,
        wanneer=terugmelding.gemaakt_op,
        kop=terugmelding.op_tijdlijn,
        tekst=terugmelding.toelichting,
        wie=author(access, "terugmelding", id_),
        klok=clock_remark(access, "terugmelding", id_),
        verzonden=where.sent,
        verbeterd_door=_corrected_by(access, "deurbezoek", terugmelding.bezoek),
        afgewezen=where.refused,
    )


def _procedure(access: Access, id_: str) -> TijdlijnItem | None:
    from leerplicht_desktop.store.writing import procedures

    procedure = procedures.load(access, id_)
    if procedure is None:
        return None
    where = standing(access, "procedure", id_)
    return TijdlijnItem(
        soort=Tijdlijnsoort.PROCEDURE,
        id=id_,
        wanneer=procedure.vastgelegd_op or procedure.begonnen_op,
        kop=procedure.soort.titel,
        tekst=procedure.kop,
        wie=author(access, "procedure", id_),
        klok=clock_remark(access, "procedure", id_),
        verzonden=where.sent,
        concept=procedure.is_concept,
        verbeterd_door=_corrected_by(access, "procedure", id_),
        afgewezen=where.refused,
        regime=procedure.regime,
    )


def _taak(access: Access, id_: str) -> TijdlijnItem | None:
    task = line(access, id_)
    if task is None:
        return None
    return TijdlijnItem(
        soort=Tijdlijnsoort.TAAK,
        id=id_,
        wanneer=_planned(task),
        kop=task.wat,
        tekst=afloop_in_woorden(task.afgehandeld, task.toelichting),
        wie=task.wie,
        verzonden=task.verzonden,
        afgewezen=standing(access, "taak", id_).refused,
    )


def _planned(task: TaakRegel) -> datetime | date:
    if task.tijdstip is None:
        return task.uiterlijk
    return nederlands(task.uiterlijk, task.tijdstip)


def _corrected_by(access: Access, entity: str, id_: str) -> str | None:
    """The newest version that was vastgelegd; ids are ordered by time."""
    found = access.value(_CORRECTED[entity], (id_, id_))
    return None if found is None else str(found)
