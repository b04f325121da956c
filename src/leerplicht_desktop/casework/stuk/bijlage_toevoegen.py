"""Keep a photo, scan or PDF with the dossier: bytes, hash, time and author, from then on unchanged."""

from __future__ import annotations

import hashlib

from leerplicht_desktop.casework.ids import nieuw_id
from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.ports.papier import IngelezenBijlage
from leerplicht_desktop.casework.touched import Soort, Touched, touched
from leerplicht_desktop.casework.uitvak.zaakstukken import bijlage_verzending
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.stuk.dossierbijlage import MAX_BLADZIJDEN, MAX_BYTES, Dossierbijlage


def bijlage_toevoegen(
    work: Work, klok: Klok, dossiers: tuple[str, ...], titel: str, gelezen: IngelezenBijlage
) -> tuple[Dossierbijlage, Touched]:
    """Keep what ``Papier.lees_bijlage`` made fit, and put it in the outbox.

    Raises DomainError: ``dossiers`` without a jongere, ``titel`` when blank, ``inhoud`` over 12 MiB, over
    500 pages, or empty.
    """
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
    nu = klok.nu()
    koppeling = work.brievenbus.koppeling()
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
        gemaakt_op=gelezen.gemaakt_op or nu,
        toegevoegd_op=nu,
    )
    work.zaakstukken.bijlagen.voeg_toe(bijlage, gelezen.inhoud)
    work.uitvak.voeg_toe(bijlage_verzending(bijlage, nu))
    return bijlage, touched(Soort.BIJLAGE, Soort.DOSSIER, Soort.SYNC, dossiers=dossiers)
