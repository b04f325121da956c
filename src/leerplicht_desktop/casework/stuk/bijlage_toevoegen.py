"""Keep a photo, scan or PDF with the dossier: bytes, hash, time and author, from then on unchanged."""

from __future__ import annotations

import hashlib
from datetime import date, datetime, time

from leerplicht_desktop.casework.ids import nieuw_id
from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.ports.papier import IngelezenBijlage
from leerplicht_desktop.casework.queries.caseload import Caseload
from leerplicht_desktop.casework.touched import Soort, Touched, touched
from leerplicht_desktop.casework.uitvak.zaakstukken import bijlage_verzending
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.nederlandsetijd import nederlands
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.stuk.dossierbijlage import MAX_BLADZIJDEN, MAX_BYTES, Dossierbijlage
from leerplicht_desktop.domain.stuk.opnamedag import EERSTE_DAG, Dagbron, Opname, eerste_dag, kan_dag, weeg

_MIDDAG = time(12)


def opname_van(
    caseload: Caseload, klok: Klok, dossiers: tuple[str, ...], gelezen: IngelezenBijlage
) -> Opname:
    """What the camera says of the day, weighed against the clock and the age of the jongeren."""
    beelden = [beeld for dossier in dossiers if (beeld := caseload.dossier(dossier))]
    geboren = [Geboortedatum.uit_lo3(beeld.jongere.geboren or "00000000") for beeld in beelden]
    return weeg(gelezen.camera, klok.nu(), eerste_dag(geboren))


def bijlage_toevoegen(
    work: Work,
    klok: Klok,
    dossiers: tuple[str, ...],
    titel: str,
    gelezen: IngelezenBijlage,
    dag: date | None = None,
) -> tuple[Dossierbijlage, Touched]:
    """Keep what ``Papier.lees_bijlage`` made fit, and put it in the outbox.

    ``dag`` is the day on which it was made, when the officer says so; else it is that of the camera if that
    can be true, else nobody says.

    Raises DomainError: ``dossiers`` without a jongere, ``titel`` when blank, ``inhoud`` over 12 MiB, over
    500 pages, or empty, ``dag`` after today or before there were digital photos.
    """
    _eis(dossiers, titel, gelezen)
    nu = klok.nu()
    koppeling = work.brievenbus.koppeling()
    gemaakt_op, bron = _gemaakt(opname_van(work.caseload, klok, dossiers, gelezen), nu, dag)
    bijlage = Dossierbijlage(
        id=nieuw_id(nu),
        dossiers=dossiers,
        soort=gelezen.soort,
        titel=titel.strip(),
        mime=gelezen.mime,
        sha256=hashlib.sha256(gelezen.inhoud).hexdigest(),
        grootte=len(gelezen.inhoud),
        bladzijden=gelezen.bladzijden,
        door=koppeling.ambtenaar if koppeling else "",
        gemaakt_op=gemaakt_op,
        toegevoegd_op=nu,
        dagbron=bron,
        camera=gelezen.camera,
        bron_sha256=gelezen.bron_sha256,
    )
    work.zaakstukken.bijlagen.voeg_toe(bijlage, gelezen.inhoud)
    work.uitvak.voeg_toe(bijlage_verzending(bijlage, nu))
    return bijlage, touched(Soort.BIJLAGE, Soort.DOSSIER, Soort.SYNC, dossiers=dossiers)


def _eis(dossiers: tuple[str, ...], titel: str, gelezen: IngelezenBijlage) -> None:
    if not dossiers:
        raise DomainError("dossiers", "Kies bij welke leerling deze bijlage hoort.")
    if not titel.strip():
        raise DomainError("titel", "Schrijf in een paar woorden wat dit is.")
    if not 0 < len(gelezen.inhoud) <= MAX_BYTES:
        raise DomainError(
            "inhoud",
            f"De bijlage is groter dan {MAX_BYTES // 1024 // 1024} MB. Maak hem kleiner of deel hem.",
        )
    if gelezen.bladzijden > MAX_BLADZIJDEN:
        raise DomainError("inhoud", f"De bijlage heeft meer dan {MAX_BLADZIJDEN} bladzijden. Deel hem op.")


def _gemaakt(opname: Opname, nu: datetime, dag: date | None) -> tuple[datetime, Dagbron]:
    """When it was made, and who says so."""
    if dag is not None and (opname.moment is None or dag != opname.moment.date()):
        if not kan_dag(dag, nu.date()):
            raise DomainError("dag", f"Kies een dag vanaf {EERSTE_DAG.year} die niet na vandaag ligt.")
        return nederlands(dag, _MIDDAG) if dag < nu.date() else nu, Dagbron.AMBTENAAR
    if opname.moment is not None:
        return opname.moment, Dagbron.CAMERA
    return nu, Dagbron.TOEVOEGEN
