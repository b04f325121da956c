"""The rows of the tab Documenten, read in one go on the store lane."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from leerplicht_desktop.casework.ports.kluis import Kluis
from leerplicht_desktop.casework.queries.caseload import Caseload, Tijdlijnsoort
from leerplicht_desktop.casework.queries.stukkenkast import Stukkenkast
from leerplicht_desktop.domain.datumtekst import kort
from leerplicht_desktop.domain.persoon.naam import hoofdletter
from leerplicht_desktop.domain.stuk.dossierbijlage import Bijlagesoort, Dossierbijlage
from leerplicht_desktop.domain.stuk.opnamedag import Dagbron
from leerplicht_desktop.domain.stuk.stuk import Stand
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.ui.kit.dates import date_with_year
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.tokens import Tone

_STANDEN = {
    Stand.GEREED: ("Definitief", Tone.INFO, Icon.LOCK),
    Stand.ONDERTEKEND: ("Ondertekend", Tone.INFO, Icon.SIGNATURE),
    Stand.VERZONDEN: ("Verzonden", Tone.OK, Icon.CHECK),
    Stand.NIET_VERZONDEN: ("Wordt niet verzonden", Tone.NEUTRAL, Icon.CIRCLE_MINUS),
    Stand.ONTVANGEN: ("Ontvangen", Tone.OK, Icon.CHECK),
    Stand.TERUGGESTUURD: ("Teruggestuurd", Tone.WARN, Icon.TRIANGLE_ALERT),
    Stand.AFGEDAAN: ("Afgedaan", Tone.OK, Icon.CHECK),
}
_CONCEPT = ("Concept", Tone.NEUTRAL, Icon.FILE_PEN_LINE)
_VASTGELEGD = ("Vastgelegd", Tone.OK, Icon.CHECK)
BIJLAGEWOORD = {Bijlagesoort.FOTO: "Foto", Bijlagesoort.SCAN: "Scan", Bijlagesoort.PDF: "Pdf"}


@dataclass(frozen=True, slots=True)
class Documentrij:
    """One paper. ``scherm`` and ``ding`` are where it opens; ``bijlage`` True opens it here.

    ``details`` are word and text, such as the hash; ``merk`` what the badge says.
    """

    id: str
    wanneer: datetime
    titel: str
    regel: str
    merk: tuple[str, Tone, Icon]
    verzonden: bool = True
    afgewezen: bool = False
    scherm: str = ""
    details: tuple[tuple[str, str], ...] = ()
    bijlage: bool = False


def lees_documenten(kluis: Kluis, dossier: str) -> tuple[Documentrij, ...]:
    """Everything of paper of a dossier, newest first. On the store lane."""
    stukken = kluis.bekijk(lambda kast: (*_stukken(kast, dossier), *_bijlagen(kast, dossier)))
    verslagen = kluis.lees(lambda caseload: _verslagen(caseload, dossier))
    return tuple(sorted((*stukken, *verslagen), key=lambda rij: rij.wanneer, reverse=True))


def _stukken(kast: Stukkenkast, dossier: str) -> tuple[Documentrij, ...]:
    rijen = []
    for regel in kast.stukken(dossier):
        pv = regel.soort is Documentsoort.PROCES_VERBAAL
        details: tuple[tuple[str, str], ...] = ()
        if not regel.concept:
            stuk = kast.stuk(regel.id).stuk
            details = (
                ("Vingerafdruk van de inhoud", in_groepen(stuk.inhoud_hash)),
                ("Vingerafdruk van het bestand", in_groepen(stuk.bestand_hash)),
            )
        aan = f"aan {regel.geadresseerde}" if regel.geadresseerde else ""
        rijen.append(
            Documentrij(
                id=regel.id,
                wanneer=regel.wanneer,
                titel=hoofdletter(regel.titel),
                regel=" · ".join(deel for deel in (aan, regel.nummer) if deel),
                merk=_CONCEPT if regel.stand is None else _STANDEN[regel.stand],
                verzonden=regel.verzonden or regel.concept,
                afgewezen=regel.afgewezen,
                scherm="proces_verbaal" if pv else "brief",
                details=details,
            )
        )
    for verhoor in kast.verhoren(dossier):
        blad = verhoor.blad
        rijen.append(
            Documentrij(
                id=blad.id,
                wanneer=blad.verhoor.begin,
                titel="Verhoor",
                regel=blad.verdachte.naam,
                merk=_CONCEPT if blad.is_concept else _VASTGELEGD,
                verzonden=verhoor.verzonden or blad.is_concept,
                afgewezen=verhoor.afgewezen,
                scherm="verhoor",
            )
        )
    return tuple(rijen)


def _bijlagen(kast: Stukkenkast, dossier: str) -> tuple[Documentrij, ...]:
    return tuple(
        Documentrij(
            id=regel.bijlage.id,
            wanneer=regel.bijlage.toegevoegd_op,
            titel=regel.bijlage.titel,
            regel=_bijlageregel(regel.bijlage),
            merk=(BIJLAGEWOORD[regel.bijlage.soort], Tone.NEUTRAL, Icon.IMAGE_PLUS),
            verzonden=regel.verzonden,
            afgewezen=regel.afgewezen,
            details=tuple(_details(regel.bijlage)),
            bijlage=True,
        )
        for regel in kast.bijlagen(dossier)
    )


def _verslagen(caseload: Caseload, dossier: str) -> tuple[Documentrij, ...]:
    return tuple(
        Documentrij(
            id=item.id,
            wanneer=item.wanneer,
            titel="Bezoekverslag",
            regel=item.kop,
            merk=_VASTGELEGD,
            verzonden=item.verzonden,
            afgewezen=item.afgewezen,
            scherm="verslag",
        )
        for item in caseload.tijdlijn(dossier)
        if item.soort is Tijdlijnsoort.BEZOEK and not item.concept and isinstance(item.wanneer, datetime)
    )


def _details(bijlage: Dossierbijlage) -> Iterator[tuple[str, str]]:
    yield "Vingerafdruk van het bestand", in_groepen(bijlage.sha256)
    if bijlage.hertekend:
        yield "Vingerafdruk van het gekozen bestand", in_groepen(bijlage.bron_sha256)
    if bijlage.camera:
        gezegd = _moment(bijlage.camera)
        geloofd = bijlage.volgens is Dagbron.CAMERA
        yield "De camera zegt", gezegd if geloofd else f"{gezegd} (niet overgenomen)"


def _moment(gezegd: str) -> str:
    """What a camera wrote, as day and time; word for word when it is neither, as a colleague's may be."""
    try:
        return f"{kort(date.fromisoformat(gezegd[:10]))} {gezegd[11:16]}"
    except ValueError:
        return gezegd


def _bijlageregel(bijlage: Dossierbijlage) -> str:
    bladen = f"{bijlage.bladzijden} bladzijden" if bijlage.bladzijden > 1 else ""
    door = f"door {bijlage.door}" if bijlage.door else ""
    return " · ".join(
        deel for deel in (bladen, _grootte(bijlage.grootte), _dag_in_woorden(bijlage), door) if deel
    )


def _dag_in_woorden(bijlage: Dossierbijlage) -> str:
    """On which day it was made and who says so; empty when nobody does."""
    volgens = {Dagbron.CAMERA: " volgens de camera", Dagbron.AMBTENAAR: ""}.get(bijlage.volgens)
    return "" if volgens is None else f"gemaakt op {date_with_year(bijlage.dag)}{volgens}"


def _grootte(bytes_: int) -> str:
    kb = max(1, round(bytes_ / 1024))
    return f"{kb} kB" if kb < 1000 else f"{kb / 1024:.1f} MB".replace(".", ",")


def in_groepen(hash_: str) -> str:
    """A hash in groups of eight: it has no other place to break a line."""
    return " ".join(hash_[plaats : plaats + 8] for plaats in range(0, len(hash_), 8))
