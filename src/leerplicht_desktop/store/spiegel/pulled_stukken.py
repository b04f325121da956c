"""Hearings, documents, steps and attachments as the municipality gives them back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from leerplicht_desktop.casework.concepten import Persoonskeuze, Verhoorblad, Verhoorzin
from leerplicht_desktop.casework.waardenjson import uit_json
from leerplicht_desktop.domain.handhaving.grondslagen import Rol
from leerplicht_desktop.domain.handhaving.verhoor import Verhoor
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.privacy.regime import Regime
from leerplicht_desktop.domain.stuk.dossierbijlage import Bijlagesoort, Dossierbijlage
from leerplicht_desktop.domain.stuk.opnamedag import Dagbron
from leerplicht_desktop.domain.stuk.stuk import Stuk, Stukstap
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.store.kluis.codec import from_json, local, text_of
from leerplicht_desktop.store.kluis.connection import Access

from .authors import author
from .pulled import fields_of

Fields = Mapping[str, Any]

_TIMES = ("begin", "eind", "feit_medegedeeld_om", "cautie_om", "rechtsbijstand_medegedeeld_om")
_STEPS = "SELECT id, fields FROM spiegel_record WHERE entity = 'stukstap' AND verwijst = ? ORDER BY seq, id"


def stuk(access: Access, id_: str) -> Stuk | None:
    """A document from the mirror, or None."""
    fields = fields_of(access, "stuk", id_)
    if fields is None:
        return None
    return Stuk(
        id=id_,
        dossiers=tuple(fields["dossiers"]),
        soort=Documentsoort(fields["soort"]),
        titel=text_of(fields, "titel"),
        verzegeld_op=local(fields["verzegeld_op"]),
        regime=Regime(fields["regime"]),
        inhoud_hash=text_of(fields, "inhoud_hash"),
        bestand_hash=text_of(fields, "bestand_hash"),
        sjabloon_hash=text_of(fields, "sjabloon_hash"),
        nummer=text_of(fields, "nummer"),
        geadresseerde=text_of(fields, "geadresseerde"),
        bladzijden=int(fields.get("bladzijden") or 0),
        aanvulling_op=fields.get("aanvulling_op"),
        gegevens=fields.get("gegevens") or {},
    )


def steps(access: Access, stuk_: str) -> tuple[Stukstap, ...]:
    """Steps from the mirror."""
    return tuple(step_from(row["id"], from_json(row["fields"])) for row in access.rows(_STEPS, (stuk_,)))


def step_from(id_: str, fields: Fields) -> Stukstap:
    """A step out of the fields of the wire."""
    known = {name: value for name, value in fields.items() if value is not None}
    step: Stukstap = uit_json(Stukstap, {**known, "id": id_, "gezet_op": _here(fields["gezet_op"])})
    return step


def bijlage(access: Access, id_: str) -> Dossierbijlage | None:
    """An attachment from the mirror, or None."""
    fields = fields_of(access, "bijlage", id_)
    if fields is None:
        return None
    return Dossierbijlage(
        id=id_,
        dossiers=tuple(fields["dossiers"]),
        soort=Bijlagesoort(fields["soort"]),
        titel=text_of(fields, "titel"),
        mime=text_of(fields, "mime"),
        sha256=text_of(fields, "sha256"),
        grootte=int(fields["grootte"]),
        bladzijden=int(fields.get("bladzijden") or 1),
        door=author(access, "bijlage", id_),
        gemaakt_op=local(fields["gemaakt_op"]),
        toegevoegd_op=local(fields["toegevoegd_op"]),
        dagbron=_source_of_day(text_of(fields, "dagbron")),
        camera=text_of(fields, "camera"),
        bron_sha256=text_of(fields, "bron_sha256"),
    )


def _source_of_day(text: str) -> Dagbron | None:
    """None also for a source that a newer program knows and this one does not."""
    return Dagbron(text) if text in {one.value for one in Dagbron} else None


def verhoor(access: Access, id_: str) -> Verhoorblad | None:
    """A hearing from the mirror, or None."""
    fields = fields_of(access, "verhoor", id_)
    if fields is None:
        return None
    known = {name: value for name, value in fields.items() if value is not None}
    body = {
        **known,
        **{name: _here(known[name]) for name in (*_TIMES, "voorgelezen_om") if name in known},
        "id": id_,
        "regels": [],
        "verdachte_geboren": _born(text_of(fields, "verdachte_geboren")),
    }
    suspect = fields["verdachte"]
    lines = fields.get("regels") or ()
    return Verhoorblad(
        dossiers=tuple(fields["dossiers"]),
        verdachte=Persoonskeuze(suspect.get("persoon"), Rol(suspect["rol"]), text_of(suspect, "naam")),
        verhoor=uit_json(Verhoor, body),
        zinnen=tuple(
            Verhoorzin(
                f"{id_}.{place}", local(line["moment"]), line["tekst"], bool(line.get("antwoord", True))
            )
            for place, line in enumerate(lines)
        ),
        bron=text_of(fields, "voorafgaand") or None,
        vastgelegd_op=local(fields["vastgelegd_op"]),
    )


def _here(text: str) -> str:
    return local(text).isoformat()


def _born(text: str) -> dict[str, int | None]:
    born = Geboortedatum.uit_lo3(text)
    return {"jaar": born.jaar, "maand": born.maand, "dag": born.dag}
