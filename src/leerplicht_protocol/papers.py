"""Hearings, sealed documents, what happened to them, and attachments: own work, created once.

Content travels as base64 beside its SHA-256; a body whose bytes have another hash is refused by whoever
reads it. Names are those of the law (Wetboek van Strafvordering, Leerplichtwet).
"""

from __future__ import annotations

import base64
import hashlib
from typing import Annotated, Literal

from pydantic import Field, JsonValue, StringConstraints, model_validator

from .model import Day, Id, LongText, Model, Moment, ShortText

MAX_CONTENT = 12 * 1024 * 1024
"""Largest attachment or document, in bytes before base64."""

MAX_PAGES = 1_000
"""Most pages of a document or an attachment."""

_BASE64 = 4 * ((MAX_CONTENT + 2) // 3)

Dossiers = Annotated[tuple[Id, ...], Field(min_length=1, max_length=20)]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Base64 = Annotated[str, StringConstraints(max_length=_BASE64, pattern=r"^[A-Za-z0-9+/]*={0,2}$")]
Rol = Literal["ouder", "verzorger", "jongere", "hoofd van de school"]

Stuksoort = Literal[
    "uitnodiging_gesprek",
    "oproep_verhoor",
    "waarschuwing",
    "halt_verwijzing",
    "kennisgeving_pv",
    "beschikking_verlof",
    "beschikking_vervangende_leerplicht",
    "beschikking_vrijstelling_15",
    "reactie_vrijstelling",
    "zorgmelding",
    "bericht_ouders",
    "bericht_ouders_verhoor",
    "melding_svb",
    "intrekking_svb",
    "niet_thuiskaart",
    "gespreksverslag",
    "bericht_school",
    "overdracht",
    "signaal_inspectie",
    "melding_arbeidsinspectie",
    "terugmelding_brp",
    "proces_verbaal",
    "duo_bericht",
    "bezoeklijst",
    "verzuimbeeld",
]
"""The kinds of paper that are sealed. One that is not here travels only after this list knows it."""


def _check(content: str, size: int | None, digest: str) -> None:
    data = base64.b64decode(content, validate=True)
    if size is not None and len(data) != size:
        raise ValueError("another size than said")
    if hashlib.sha256(data).hexdigest() != digest:
        raise ValueError("another content than said")


class Verdachte(Model):
    """Who is heard; ``persoon`` None = not in the register."""

    persoon: Id | None = None
    rol: Rol
    naam: ShortText = ""


class Afstand(Model):
    """Giving up the right to a lawyer (Sv 28a)."""

    antwoord: LongText
    gevolgen_uitgelegd: bool = False
    kan_terugkomen: bool = False


class Tolk(Model):
    """The interpreter."""

    naam: ShortText
    taal: ShortText


class Verhoorregel(Model):
    """A question or an answer, in the speaker's own words."""

    moment: Moment
    tekst: LongText
    antwoord: bool = True


class Verhoor(Model):
    """A hearing as it was *vastgelegd*. ``verdachte_geboren`` is LO3 text (``jjjjmmdd``)."""

    dossiers: Dossiers
    verdachte: Verdachte
    verdachte_geboren: Annotated[str, StringConstraints(pattern=r"^\d{8}$")]
    pleegdatum: Day
    plaats: ShortText
    begin: Moment
    eind: Moment
    identiteit: LongText
    feit_medegedeeld_om: Moment
    cautie_om: Moment
    rechten_in_oproep_van: Day | None = None
    rechtsbijstand_medegedeeld_om: Moment | None = None
    bijstand: Literal["aanwezig", "vooraf_gesproken", "afstand"]
    afstand: Afstand | None = None
    verstaat_nederlands: bool
    tolk: Tolk | None = None
    kwetsbaar: bool = False
    begeleiding: Literal["raadsman", "vertrouwenspersoon", "beiden", "geen"] | None = None
    ouders_ingelicht_op: Day | None = None
    aanwezig: tuple[ShortText, ...] = ()
    regels: Annotated[tuple[Verhoorregel, ...], Field(min_length=1)]
    voorgelezen_om: Moment
    verbeteringen: LongText = ""
    ondertekend: bool
    reden_niet_ondertekend: LongText = ""
    voorafgaand: ShortText = ""
    vastgelegd_op: Moment
    verbalisant: ShortText = ""


class Stuk(Model):
    """A sealed document. ``gegevens`` is what it was made from; hashes are SHA-256."""

    dossiers: Dossiers
    soort: Stuksoort
    nummer: ShortText = ""
    titel: ShortText
    geadresseerde: ShortText = ""
    regime: Literal["avg", "wpg"]
    verzegeld_op: Moment
    inhoud_hash: Sha256
    sjabloon_hash: Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{64})?$")] = ""
    bestand_hash: Sha256
    bladzijden: Annotated[int, Field(ge=0, le=MAX_PAGES)] = 0
    pdf: Base64
    gegevens: dict[str, JsonValue] = Field(default_factory=dict)
    aanvulling_op: Id | None = None
    verbalisant: ShortText = ""

    @model_validator(mode="after")
    def _whole(self) -> Stuk:
        _check(self.pdf, None, self.bestand_hash)
        return self


class Stukstap(Model):
    """One step in the life of a sealed document. ``datum`` is the day it happened."""

    dossiers: Dossiers
    stuk: Id
    soort: Literal[
        "ondertekend", "scan", "verzonden", "niet_verzonden", "ontvangen", "teruggestuurd", "afdoening"
    ]
    datum: Day
    plaats: ShortText = ""
    aan: ShortText = ""
    wijze: (
        Literal["post", "aangetekend", "beveiligde_mail", "portaal", "persoonlijk", "brievenbus"] | None
    ) = None
    bijlage: Id | None = None
    afdoening: Literal["sepot", "strafbeschikking", "dagvaarding", "uitspraak"] | None = None
    reden: LongText = ""
    gezet_op: Moment
    verbalisant: ShortText = ""

    @model_validator(mode="after")
    def _reason(self) -> Stukstap:
        if self.soort in {"niet_verzonden", "teruggestuurd"} and not self.reden.strip():
            raise ValueError("needs a reason")
        return self


class Bijlage(Model):
    """A photo, scan or PDF, cleaned on the laptop.

    ``dagbron`` is who says ``gemaakt_op``, ``camera`` what a camera said of it (ISO 8601, perhaps without a
    zone, perhaps not believed), ``bron_sha256`` the hash of the file before it was cleaned. Laptops of before
    send none of the three.
    """

    dossiers: Dossiers
    soort: Literal["foto", "scan", "pdf"]
    titel: ShortText
    mime: Literal["image/jpeg", "image/png", "application/pdf"]
    sha256: Sha256
    grootte: Annotated[int, Field(ge=1, le=MAX_CONTENT)]
    bladzijden: Annotated[int, Field(ge=1, le=MAX_PAGES)] = 1
    door: ShortText = ""
    gemaakt_op: Moment
    toegevoegd_op: Moment
    dagbron: Literal["camera", "ambtenaar", "toevoegen"] | None = None
    camera: Annotated[str, StringConstraints(max_length=40)] = ""
    bron_sha256: Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{64})?$")] = ""
    inhoud: Base64
    verbalisant: ShortText = ""

    @model_validator(mode="after")
    def _whole(self) -> Bijlage:
        _check(self.inhoud, self.grootte, self.sha256)
        return self
