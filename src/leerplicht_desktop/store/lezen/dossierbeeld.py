"""The picture of one dossier: the jongere, the household, the school and the reports."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from leerplicht_desktop.casework.queries.caseload import (
    Adres,
    DossierBeeld,
    MeldingBeeld,
    PersoonBeeld,
    SchoolBeeld,
)
from leerplicht_desktop.store.kluis.codec import day, from_json, needed_day, text_of
from leerplicht_desktop.store.kluis.connection import Access
from leerplicht_desktop.store.spiegel.pulled import fields_of
from leerplicht_desktop.store.spiegel.weergave import address, full_name, school, short_name
from leerplicht_desktop.store.werk.werkdossier import draft_of

Fields = Mapping[str, Any]

_JONGERE = "jongere"
_DECEASED, _LEFT = "O", frozenset({"E", "M"})
_REPORTS = (
    "SELECT r.id, r.fields FROM spiegel_dossier AS d "
    "JOIN spiegel_record AS r ON r.entity = d.entity AND r.id = d.id "
    "WHERE d.dossier = ? AND d.entity = 'verzuimmelding' ORDER BY r.dag DESC, r.id DESC"
)


def picture(access: Access, dossier: str) -> DossierBeeld | None:
    """Everything the dossier screen shows; None when it is not in the caseload."""
    fields = fields_of(access, "dossier", dossier)
    if fields is None:
        return None
    name = text_of(fields, "naam")
    young = fields_of(access, "persoon", fields.get("jongere") or "")
    reports = tuple(report(row["id"], from_json(row["fields"])) for row in access.rows(_REPORTS, (dossier,)))
    newest = reports[0] if reports else None
    return DossierBeeld(
        dossier=dossier,
        nummer=text_of(fields, "nummer"),
        naam=short_name(young, name),
        jongere=_jongere(fields, young, dossier),
        betrokkenen=tuple(
            _involved(access, found)
            for found in fields.get("betrokkenen") or ()
            if found.get("rol") != _JONGERE
        ),
        adres=_where(young, text_of(fields, "afwijkend_adres")),
        school=_school(access, fields),
        leerjaar=text_of(fields, "leerjaar") or (newest.leerjaar if newest else ""),
        telefoon=text_of(fields, "telefoon") or (newest.telefoon_thuis if newest else ""),
        meldingen=reports,
        ambtenaar=text_of(fields, "ambtenaar"),
        concept_bezoek=draft_of(access, "deurbezoek", (dossier,)),
        concept_notitie=draft_of(access, "gespreksnotitie", (dossier,)),
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


def _jongere(fields: Fields, young: Fields | None, dossier: str) -> PersoonBeeld:
    found: Fields = next(
        (one for one in fields.get("betrokkenen") or () if one.get("rol") == _JONGERE),
        {"rol": _JONGERE, "zelfde_adres": True},
    )
    name = text_of(found, "naam") or text_of(fields, "naam")
    return _person({**found, "persoon": fields.get("jongere"), "naam": name}, young, dossier, "")


def _involved(access: Access, found: Fields) -> PersoonBeeld:
    record = fields_of(access, "persoon", found.get("persoon") or "")
    own = access.row("SELECT dossier, school FROM dossier_regel WHERE dossier = ?", (found.get("dossier"),))
    return _person(found, record, own["dossier"] if own else None, own["school"] if own else "")


def _person(found: Fields, record: Fields | None, dossier: str | None, school_name: str) -> PersoonBeeld:
    known: Fields = record or {}
    suspended = text_of(known, "opgeschort")
    return PersoonBeeld(
        persoon=found.get("persoon"),
        rol=text_of(found, "rol"),
        naam=full_name(record, text_of(found, "naam")),
        geboren=text_of(known, "geboortedatum"),
        geslacht=text_of(known, "geslacht"),
        gezag=found.get("gezag"),
        zelfde_adres=bool(found.get("zelfde_adres")),
        adres=address(record),
        geheim=bool(known.get("geheimhouding")),
        overleden=bool(known.get("overleden_op")) or suspended == _DECEASED,
        vertrokken=bool(known.get("vertrokken_naar")) or suspended in _LEFT,
        dossier=dossier,
        school=school_name,
        # Somebody else of whom no record came may well be registered; we only were not given it.
        niet_in_brp=not known.get("bsn") and (record is not None or found.get("rol") == _JONGERE),
    )
