"""Which privacy law a record falls under, and what may stand on which document.

Where toezicht (AVG) ends and opsporing (Wpg) begins is disputed, so the organisation sets the line; by
default it lies at the oproep verhoor. Nothing here decides in silence: every answer carries its uitleg.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.uitleg import Uitleg
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.domain.wet.wetboek import bepaling


class Regime(StrEnum):
    """The law a record is kept under."""

    AVG = "avg"
    WPG = "wpg"


class Grens(StrEnum):
    """Where an organisation lets opsporing begin."""

    OPROEP_VERHOOR = "oproep_verhoor"
    VERZUIMMELDING = "verzuimmelding"


class Fase(StrEnum):
    """What a record was made for: decisions, the report, talking and visiting, or investigation."""

    BESTUUR = "bestuur"
    MELDING = "melding"
    CONTACT = "contact"
    OPSPORING = "opsporing"


class Recordsoort(StrEnum):
    """Kinds of records that are no documents."""

    VERZUIMMELDING = "verzuimmelding"
    DEURBEZOEK = "deurbezoek"
    GESPREKSNOTITIE = "gespreksnotitie"
    VERLOFAANVRAAG = "verlofaanvraag"
    VRIJSTELLING = "vrijstelling"
    VERHOOR = "verhoor"
    JCO_L = "jco_l"


_FASEN = {
    Recordsoort.VERZUIMMELDING: Fase.MELDING,
    Recordsoort.DEURBEZOEK: Fase.CONTACT,
    Recordsoort.GESPREKSNOTITIE: Fase.CONTACT,
    Recordsoort.VERLOFAANVRAAG: Fase.BESTUUR,
    Recordsoort.VRIJSTELLING: Fase.BESTUUR,
    Recordsoort.VERHOOR: Fase.OPSPORING,
    Recordsoort.JCO_L: Fase.OPSPORING,
}


@dataclass(frozen=True, slots=True)
class Regimeoordeel:
    """The regime of one record, and why."""

    regime: Regime
    uitleg: Uitleg


def regime_van(
    soort: Recordsoort | Documentsoort,
    ontstaan: date,
    grens: Grens = Grens.OPROEP_VERHOOR,
    *,
    opsporing: bool = False,
) -> Regimeoordeel:
    """The regime of a record made on a day, by the line the organisation draws.

    ``opsporing`` is set for a visit or talk made as investigator: from that moment it is always Wpg.
    """
    fase = Fase.OPSPORING if opsporing else _fase(soort, ontstaan)
    bron = bepaling("privacy.regime", ontstaan)
    regime = Regime.WPG if fase.value in bron.lijst(grens.value) else Regime.AVG
    invoer = (
        ("soort", soort.value.replace("_", " ")),
        ("fase", fase.value),
        ("grens van de organisatie", f"vanaf {grens.value.replace('_', ' ')}"),
    )
    return Regimeoordeel(regime, bron.uitleg(bron.regel, invoer))


def _fase(soort: Recordsoort | Documentsoort, dag: date) -> Fase:
    if isinstance(soort, Recordsoort):
        return _FASEN[soort]
    return Fase(str(soort.bepaling_op(dag).waarden["fase"]))


@dataclass(frozen=True, slots=True)
class Vermelding:
    """Whether something may stand on a document, and why."""

    mag: bool
    uitleg: Uitleg


def bsn_op(document: Documentsoort, dag: date) -> Vermelding:
    """Whether a BSN may stand on a document: only where the receiver needs it by law (R23; Wabb art. 10)."""
    bron = document.bepaling_op(dag)
    mag = bron.waarden["bsn"] is True
    regel = (
        "De ontvanger heeft het BSN nodig voor een wettelijke taak."
        if mag
        else "Het BSN hoort niet op dit stuk: de ontvanger heeft het niet nodig voor een wettelijke taak."
    )
    return Vermelding(mag, bron.uitleg(regel, (("document", str(bron.waarden["naam"])),)))


class Gegeven(StrEnum):
    """What may give away where somebody lives."""

    ADRES = "adres"
    WOONPLAATS = "woonplaats"
    SCHOOL = "school"


@dataclass(frozen=True, slots=True)
class Bewoner:
    """Where one person of a case lives: ``persoon`` and ``adres`` are keys, never names or streets."""

    persoon: str
    adres: str
    geheim: bool = False
    jongere_woont_hier: bool = False


@dataclass(frozen=True, slots=True)
class Verborgen:
    """One thing about one person that a document must leave out."""

    persoon: str
    gegeven: Gegeven


@dataclass(frozen=True, slots=True)
class Afscherming:
    """What a document must leave out, and the red warning to show before it is printed (empty: none)."""

    weglaten: frozenset[Verborgen]
    waarschuwing: str
    uitleg: Uitleg

    def toont(self, persoon: str, gegeven: Gegeven) -> bool:
        """Whether something about somebody may stand on the document."""
        return Verborgen(persoon, gegeven) not in self.weglaten


_GEHEIM = "artikel 5 lid 1 Algemene verordening gegevensbescherming; geheimhouding BRP"
_WAARSCHUWING_VERBORGEN = (
    "Let op: geheim adres in dit dossier. Het staat niet op dit stuk; schrijf het ook niet zelf in de tekst."
)
_WAARSCHUWING_GETOOND = (
    "Let op: op dit stuk staat een geheim adres. Geef het alleen aan de ontvanger voor wie het is."
)


def afscherming(
    document: Documentsoort, dag: date, bewoners: Sequence[Bewoner], geadresseerde: str = ""
) -> Afscherming:
    """What a document to somebody must leave out about where the others live (R24).

    ``geadresseerde`` is the key of the addressee, empty when that is nobody of the case (school, OM). Of a
    secret address the town goes too, and the school when the jongere lives there, for it is a clue. An
    address that is secret for one is secret for all who live there, whatever the register says of them.
    Raises DomainError (``geadresseerde``) for an addressee who is not among ``bewoners``.
    """
    bron = document.bepaling_op(dag)
    eigen = _eigen_adres(bewoners, geadresseerde)
    geheime_adressen = {bewoner.adres for bewoner in bewoners if bewoner.geheim and bewoner.adres}
    bij_jongere = {bewoner.adres for bewoner in bewoners if bewoner.jongere_woont_hier}
    adres, weglaten, toont = str(bron.waarden["adres"]), set[Verborgen](), False
    for bewoner in bewoners:
        geheim = bewoner.geheim or bewoner.adres in geheime_adressen
        if adres != "ja" and bewoner.adres != eigen and (geheim or adres == "nee"):
            aanwijzingen = _aanwijzingen(geheim, bewoner.adres in bij_jongere)
            weglaten.update(Verborgen(bewoner.persoon, gegeven) for gegeven in aanwijzingen)
        elif geheim:
            toont = True
    geheim = any(bewoner.geheim for bewoner in bewoners)
    waarschuwing = (_WAARSCHUWING_GETOOND if toont else _WAARSCHUWING_VERBORGEN) if geheim else ""
    invoer = (
        ("document", str(bron.waarden["naam"])),
        ("geheim adres in het dossier", "ja" if geheim else "nee"),
    )
    return Afscherming(frozenset(weglaten), waarschuwing, bron.uitleg(_ADRESREGEL[adres], invoer))


_ADRESREGEL = {
    "ja": "De ontvanger heeft het adres nodig voor zijn wettelijke taak; ook een geheim adres mag erop.",
    "tenzij_geheim": "Een adres mag erop, een geheim adres en wat ernaar wijst niet.",
    "nee": "Op dit stuk staat alleen het adres van wie het krijgt, nooit dat van een ander.",
}


def _eigen_adres(bewoners: Sequence[Bewoner], geadresseerde: str) -> str | None:
    if not geadresseerde:
        return None
    for bewoner in bewoners:
        if bewoner.persoon == geadresseerde:
            return bewoner.adres
    raise DomainError(
        "geadresseerde", "Van deze ontvanger is geen adres bekend. Kies iemand uit het dossier.", _GEHEIM
    )


def _aanwijzingen(geheim: bool, jongere_woont_hier: bool) -> tuple[Gegeven, ...]:
    if not geheim:
        return (Gegeven.ADRES,)
    if jongere_woont_hier:
        return (Gegeven.ADRES, Gegeven.WOONPLAATS, Gegeven.SCHOOL)
    return (Gegeven.ADRES, Gegeven.WOONPLAATS)
