"""The officer's own kinds of work as the municipality gives them back: mirror records as domain values.

The feed was checked by sync when it came in. A laptop that is older than the record keeps what it does not
know in the mirror and shows the rest.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from leerplicht_desktop.domain.bezoek.deurbezoek import (
    Achtergelaten,
    Deurbezoek,
    Modus,
    NietThuis,
    Segment,
    SoortSegment,
    SoortVinkje,
    Vinkje,
)
from leerplicht_desktop.domain.bezoek.gespreksnotitie import Afspraak, Gespreksnotitie, Gespreksvorm
from leerplicht_desktop.domain.bezoek.terugmelding import Terugmelding
from leerplicht_desktop.domain.bezoek.uitkomst import Aanwezig, Uitkomst
from leerplicht_desktop.domain.taak.taak import Taak
from leerplicht_desktop.store.kluis.codec import clock_time, from_json, local, needed_day, text_of
from leerplicht_desktop.store.kluis.connection import Access

Fields = Mapping[str, Any]


def fields_of(access: Access, entity: str, id_: str) -> dict[str, Any] | None:
    """The fields of a mirror record, or None."""
    text = access.value("SELECT fields FROM spiegel_record WHERE entity = ? AND id = ?", (entity, id_))
    if text is None:
        return None
    fields: dict[str, Any] = from_json(text)
    return fields


def pulled_bezoek(access: Access, id_: str) -> Deurbezoek | None:
    """A visit from the mirror, or None."""
    fields = fields_of(access, "deurbezoek", id_)
    return None if fields is None else bezoek_from(id_, fields)


def pulled_notitie(access: Access, id_: str) -> Gespreksnotitie | None:
    """A note from the mirror, or None."""
    fields = fields_of(access, "gespreksnotitie", id_)
    return None if fields is None else notitie_from(id_, fields)


def pulled_taak(access: Access, id_: str) -> Taak | None:
    """A task from the mirror, or None."""
    fields = fields_of(access, "taak", id_)
    return None if fields is None else taak_from(id_, fields)


def pulled_terugmelding(access: Access, id_: str) -> Terugmelding | None:
    """A terugmelding from the mirror, or None."""
    fields = fields_of(access, "terugmelding", id_)
    if fields is None:
        return None
    return Terugmelding(
        id=id_,
        dossiers=tuple(fields["dossiers"]),
        bezoek=text_of(fields, "bezoek"),
        adres=text_of(fields, "adres"),
        bevinding=Uitkomst(fields["bevinding"]),
        waargenomen_op=local(fields["waargenomen_op"]),
        gemaakt_op=local(fields["gemaakt_op"]),
        toelichting=text_of(fields, "toelichting"),
    )


def bezoek_from(id_: str, fields: Fields) -> Deurbezoek:
    """A visit out of the fields of the wire."""
    uitkomst = fields.get("uitkomst")
    return Deurbezoek(
        id=id_,
        dossiers=tuple(fields["dossiers"]),
        adres=text_of(fields, "adres"),
        begonnen_op=local(fields["begonnen_op"]),
        ander_adres=bool(fields.get("ander_adres")),
        modus=Modus(fields.get("modus") or Modus.TOEZICHT),
        uitkomst=Uitkomst(uitkomst) if uitkomst else None,
        aangetroffen=frozenset(Aanwezig(wie) for wie in fields.get("aangetroffen") or ()),
        vinkjes=tuple(_vinkje(found) for found in fields.get("vinkjes") or ()),
        binnen=bool(fields.get("binnen")),
        niet_thuis=_niet_thuis(fields.get("niet_thuis")),
        segmenten=tuple(
            _segment(f"{id_}.{place}", found) for place, found in enumerate(fields.get("segmenten") or ())
        ),
        geeindigd_op=local(fields["geeindigd_op"]),
        vastgelegd_op=local(fields["vastgelegd_op"]),
        corrigeert=fields.get("corrigeert"),
        reden_correctie=text_of(fields, "reden_correctie"),
    )


def notitie_from(id_: str, fields: Fields) -> Gespreksnotitie:
    """A note out of the fields of the wire."""
    return Gespreksnotitie(
        id=id_,
        dossiers=tuple(fields["dossiers"]),
        gesproken_op=local(fields["gesproken_op"]),
        met_wie=text_of(fields, "met_wie"),
        hoe=Gespreksvorm(fields.get("hoe") or Gespreksvorm.ANDERS),
        tekst=text_of(fields, "tekst"),
        afspraken=tuple(
            Afspraak(f"{id_}.{place}", found["wat"], found["wie"], needed_day(found["uiterlijk"]))
            for place, found in enumerate(fields.get("afspraken") or ())
        ),
        vastgelegd_op=local(fields["vastgelegd_op"]),
        corrigeert=fields.get("corrigeert"),
        reden_correctie=text_of(fields, "reden_correctie"),
    )


def taak_from(id_: str, fields: Fields) -> Taak:
    """A task out of the fields of the wire."""
    return Taak(
        id=id_,
        dossiers=tuple(fields["dossiers"]),
        wat=text_of(fields, "wat"),
        uiterlijk=needed_day(fields["uiterlijk"]),
        gemaakt_op=local(fields["gemaakt_op"]),
        wie=text_of(fields, "wie"),
        tijdstip=clock_time(fields.get("tijdstip")),
        herkomst=fields.get("herkomst"),
    )


def _segment(id_: str, found: Fields) -> Segment:
    return Segment(
        id_,
        SoortSegment(found["soort"]),
        local(found["tijd"]),
        text_of(found, "tekst"),
        text_of(found, "spreker"),
        bool(found.get("ongevraagd")),
    )


def _vinkje(found: Fields) -> Vinkje:
    return Vinkje(SoortVinkje(found["soort"]), local(found["tijd"]), text_of(found, "wie"))


def _niet_thuis(found: Fields | None) -> NietThuis | None:
    if found is None:
        return None
    return NietThuis(
        tuple(found.get("gezien") or ()),
        Achtergelaten(found["achtergelaten"]),
        text_of(found, "kaartnummer"),
    )
