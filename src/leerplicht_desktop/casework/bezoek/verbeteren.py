"""Correct a visit that was vastgelegd: a new version that points to the old one, which stays as it is."""

from __future__ import annotations

from dataclasses import replace

from leerplicht_desktop.casework.ids import nieuw_id
from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.domain.bezoek.deurbezoek import Modus, SoortVinkje
from leerplicht_desktop.domain.errors import DomainError


def deurbezoek_verbeteren(work: Work, klok: Klok, bezoek: str) -> str:
    """A draft with the content of ``bezoek``, ready to be corrected. Returns its id.

    Raises DomainError when the visit itself can still be written in.
    """
    oud = work.caseload.bezoek(bezoek)
    if oud.is_concept:
        raise DomainError(
            "bezoek", "Dit bezoek is nog niet vastgelegd. Je kunt er gewoon in verder schrijven."
        )
    open_ = work.bezoeken.concept_voor(oud.dossiers)
    if open_ is not None:
        if work.bezoeken.laad(open_).corrigeert == bezoek:
            return open_
        raise DomainError("bezoek", "Er staat nog een bezoek open voor dit gezin. Rond dat eerst af.")
    nu = klok.nu()
    nieuw = replace(
        oud,
        id=nieuw_id(nu),
        vastgelegd_op=None,
        # What made it opsporing is the tick of the cautie; taken off in the correction, it is toezicht again.
        modus=oud.modus if oud.vinkje(SoortVinkje.CAUTIE) is None else Modus.TOEZICHT,
        corrigeert=bezoek,
        reden_correctie="",
        segmenten=tuple(replace(segment, id=nieuw_id(nu)) for segment in oud.segmenten),
    )
    work.bezoeken.nieuw(nieuw)
    return nieuw.id
