"""Seal a letter: text, hashes and bytes fixed in one transaction; it has no number of the proces-verbaal."""

from __future__ import annotations

from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.ports.papier import Drukwerk
from leerplicht_desktop.casework.stuk.verzegeling import bestand_hash, eis_zelfde, regime
from leerplicht_desktop.casework.touched import Soort, Touched, touched
from leerplicht_desktop.casework.uitvak.zaakstukken import stuk_verzending
from leerplicht_desktop.casework.waardenjson import naar_json
from leerplicht_desktop.domain.stuk.stuk import Stuk

from .adres import eis_adres
from .geheim import eis_geheim


def brief_verzegelen(
    work: Work, klok: Klok, brief: str, drukwerk: Drukwerk, titel: str
) -> tuple[Stuk, Touched]:
    """The sealed letter; the concept is gone, its id lives on.

    ``titel`` is that of the form. Raises DomainError when the concept changed since it was rendered
    (``drukwerk``), its receivers moved (``ontvanger``) or it names what became secret (``tekst``); nothing
    changes then. Whether it is complete was checked when the final paper was made: an incomplete one cannot
    be made.
    """
    concept = work.zaakstukken.concepten.laad_brief(brief)
    eis_adres(work, concept)
    nu = klok.nu()
    eis_geheim(work, concept, klok.vandaag())
    eis_zelfde(drukwerk, brief, concept.versie, nu)
    stuk = Stuk(
        id=concept.id,
        dossiers=concept.dossiers,
        soort=concept.soort,
        titel=titel,
        verzegeld_op=drukwerk.moment,
        regime=regime(work, concept.soort, drukwerk.moment),
        inhoud_hash=drukwerk.inhoud_hash,
        bestand_hash=bestand_hash(drukwerk.pdf),
        sjabloon_hash=drukwerk.sjabloon_hash,
        nummer=drukwerk.nummer,
        geadresseerde=" en ".join(concept.aan.naamregels) if concept.aan else "",
        bladzijden=drukwerk.bladzijden,
        gegevens={
            "formulier": concept.formulier,
            "aan": naar_json(concept.aan),
            "velden": naar_json(concept.velden),
        },
    )
    work.zaakstukken.stukken.verzegel(stuk, drukwerk.pdf)
    work.zaakstukken.concepten.verwerp(brief)
    work.uitvak.voeg_toe(stuk_verzending(stuk, nu))
    return stuk, touched(Soort.STUK, Soort.DOSSIER, Soort.SYNC, dossiers=stuk.dossiers)
