"""A mistake in a sealed proces-verbaal is mended by another one that adds to it, with its own number."""

from __future__ import annotations

from dataclasses import replace

from leerplicht_desktop.casework.concepten import ConceptPV, Feitkeuze, Persoonskeuze
from leerplicht_desktop.casework.ids import nieuw_id
from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.touched import Soort, Touched, touched
from leerplicht_desktop.casework.waardenjson import uit_json
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.handhaving.proces_verbaal import ProcesVerbaal
from leerplicht_desktop.domain.stuk.stuk import Stuk
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort

from .bronnen import als_conceptzinnen, bronzinnen
from .opstellen import dossierbeelden
from .verbalisant import verbalisant_van
from .verzegeld import verzegeld_pv


def aanvullend_proces_verbaal(work: Work, klok: Klok, stuk: str) -> tuple[str, Touched]:
    """A concept that adds to a sealed proces-verbaal: same suspect and facts, what was recorded since.

    An open one for the same document is taken up again. Raises DomainError (``soort``) for anything but a
    proces-verbaal, KeyError for an unknown document.
    """
    oud = work.zaakstukken.stukken.laad(stuk)
    if oud.soort is not Documentsoort.PROCES_VERBAAL:
        raise DomainError("soort", "Alleen een proces-verbaal krijgt een aanvulling. Maak een nieuwe brief.")
    geraakt = touched(Soort.STUK, Soort.DOSSIER, dossiers=oud.dossiers)
    for id_ in work.zaakstukken.concepten.open_pv(oud.dossiers):
        if work.zaakstukken.concepten.laad_pv(id_).aanvulling_op == stuk:
            return id_, geraakt
    nu = klok.nu()
    vorig, verdachte, keuze = _gegevens(oud)
    beelden = dossierbeelden(work, oud.dossiers)
    concept = ConceptPV(
        id=nieuw_id(nu),
        dossiers=oud.dossiers,
        verdachte=verdachte,
        keuze=keuze,
        pv=replace(
            vorig,
            verbalisant=verbalisant_van(work),
            nummer="",
            datum=None,
            aanvulling_op=oud.nummer,
            gehoord_in=oud.nummer if oud.gegevens.get("verhoren") else vorig.gehoord_in,
            niet_gehoord="",
            na_verhoor="",
            bevindingen=(),
            verzuim=(),
            verhoren=(),
            bijlagen=(),
            redenen_van_wetenschap="",
        ),
        begonnen_op=nu,
        zinnen=als_conceptzinnen(
            bronzinnen(work, beelden, verdachte, keuze, oud.verzegeld_op), nu, vorig.verdachte.verdacht_vanaf
        ),
        aanvulling_op=stuk,
    )
    work.zaakstukken.concepten.nieuw_pv(concept)
    return concept.id, geraakt


def _gegevens(oud: Stuk) -> tuple[ProcesVerbaal, Persoonskeuze, Feitkeuze]:
    try:
        return (
            verzegeld_pv(oud.gegevens),
            uit_json(Persoonskeuze, oud.gegevens["verdachte"]),
            uit_json(Feitkeuze, oud.gegevens["keuze"]),
        )
    except (KeyError, ValueError):
        raise DomainError(
            "gegevens", "Dit proces-verbaal is met een ander programma gemaakt. Werk het programma bij."
        ) from None
