"""The picture of one dossier: the jongere, the household, the school and the reports."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from leerplicht_desktop.casework.queries.caseload import (
    Adres,
    DossierBeeld,
    MeldingBeeld,
    SchoolBeeld,
)
from leerplicht_desktop.domain.verzuim.meldstatus import GEREGISTREERD, telt_mee
from leerplicht_desktop.store.kluis.codec import day, from_json, needed_day, text_of
from leerplicht_desktop.store.kluis.connection import Access
from leerplicht_desktop.store.spiegel.bronmerken import marks
from leerplicht_desktop.store.spiegel.display import address, school, short_name
from leerplicht_desktop.store.spiegel.pulled import fields_of
from leerplicht_desktop.store.writing.werkdossier import draft_of

from . import told
from .person_view import Circle

Fields = Mapping[str, Any]

_REPORTS = (
    "SELECT r.id, r.fields FROM spiegel_dossier AS d "
    "JOIN spiegel_record AS r ON r.entity = d.entity AND r.id = d.id "
    "WHERE d.dossier = ? AND d.entity = 'verzuimmelding' ORDER BY r.dag DESC, r.id DESC"
)


def picture(access: Access, dossier: str, today: date) -> DossierBeeld | None:
    """Everything the dossier screen shows; None when it is not in the caseload.

    What is doubted and who has gezag is that of ``today``: it turns without anything being imported.
    """
    fields = fields_of(access, "dossier", dossier)
    if fields is None:
        return None
    name = text_of(fields, "naam")
    young = fields_of(access, "persoon", fields.get("jongere") or "")
    every = [report(row["id"], from_json(row["fields"])) for row in access.rows(_REPORTS, (dossier,))]
    reports = tuple(one for one in every if telt_mee(one.status))
    newest = reports[0] if reports else None
    circle = Circle(access, fields, young, today)
    return DossierBeeld(
        dossier=dossier,
        nummer=text_of(fields, "nummer"),
        naam=short_name(young, name),
        jongere=circle.young(dossier),
        betrokkenen=circle.others(),
        adres=_where(young, text_of(fields, "afwijkend_adres")),
        school=_school(access, fields),
        leerjaar=text_of(fields, "leerjaar") or (newest.leerjaar if newest else ""),
        telefoon=text_of(fields, "telefoon") or (newest.telefoon_thuis if newest else ""),
        meldingen=reports,
        ambtenaar=text_of(fields, "ambtenaar"),
        concept_bezoek=draft_of(access, "deurbezoek", (dossier,)),
        concept_notitie=draft_of(access, "gespreksnotitie", (dossier,)),
        ingetrokken=tuple(one for one in every if not telt_mee(one.status)),
        meerderjarig=circle.of_age,
        bronmerken=marks(fields),
        deelvelden=told.fields(access, dossier),
    )


def report(id_: str, fields: Fields) -> MeldingBeeld:
    """A report of the school."""
    reporter = (text_of(fields, "melder_naam"), text_of(fields, "melder_functie"))
    return MeldingBeeld(
        id=id_,
        meldingsnummer=text_of(fields, "meldingsnummer"),
        datum_melding=needed_day(fields["datum_melding"]),
        begindatum=needed_day(fields["begindatum"]),
        einddatum=day(fields.get("einddatum")),
        soort=text_of(fields, "soort"),
        reden=text_of(fields, "reden"),
        ondernomen_actie=text_of(fields, "ondernomen_actie"),
        actie_gewenst=bool(fields.get("actie_gemeente_gewenst", True)),
        toelichting=text_of(fields, "toelichting_geen_actie"),
        eenheid=text_of(fields, "eenheid"),
        dagen=_days(fields),
        melder=", ".join(part for part in reporter if part),
        melder_telefoon=text_of(fields, "melder_telefoon"),
        telefoon_thuis=text_of(fields, "telefoon_ouder_of_leerling"),
        afwijkend_adres=text_of(fields, "afwijkend_adres"),
        school_kondigde_aan=text_of(fields, "school_kondigde_melding_aan"),
        leerjaar=text_of(fields, "leerjaar"),
        melder_email=text_of(fields, "melder_email"),
        leslocatie=text_of(fields, "leslocatie"),
        alle_lessen_gemist=bool(fields.get("alle_lessen_gemist")),
        status=text_of(fields, "status") or GEREGISTREERD,
        status_toelichting=text_of(fields, "status_toelichting"),
    )


def _days(fields: Fields) -> tuple[tuple[date, float], ...]:
    days = [(needed_day(found["datum"]), float(found["uren"])) for found in fields.get("verzuim") or ()]
    return tuple(sorted(days))


def _school(access: Access, fields: Fields) -> SchoolBeeld | None:
    found = fields_of(access, "school", fields.get("school") or "")
    return None if found is None else school(found)


def _where(young: Fields | None, elsewhere: str) -> Adres | None:
    """The address of the register, or the one that was reported when the register has none."""
    registered = address(young)
    if elsewhere and (registered is None or registered.onbekend):
        return Adres((elsewhere,), "")
    return registered
