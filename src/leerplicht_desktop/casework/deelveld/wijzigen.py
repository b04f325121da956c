"""Change shared fields: each travels by itself, with the revision on which the officer based it."""

from __future__ import annotations

from collections.abc import Mapping

from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.touched import Soort, Touched, touched
from leerplicht_desktop.casework.uitvak.deelveld import Veldwijziging, deelveld_verzending
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.persoon.deelveld import Deelveld, controleer


def deelvelden_wijzigen(work: Work, klok: Klok, dossier: str, waarden: Mapping[Deelveld, str]) -> Touched:
    """Put what changed in the outbox. Raises DomainError at a value that does not fit.

    What stayed the same does not travel; who fills in a field with an open choice has chosen.
    """
    nu = klok.nu()
    schoon = {veld: controleer(veld, tekst) for veld, tekst in waarden.items()}
    huidig = {beeld.veld: beeld for beeld in work.caseload.deelvelden(dossier)}
    if not huidig:
        raise DomainError("dossier", "Dit dossier is niet meer van jou. Er is niets gewijzigd.")
    anders = [
        Veldwijziging(veld.value, tekst, huidig[veld.value].waarde, huidig[veld.value].rev)
        for veld, tekst in schoon.items()
        if tekst != huidig[veld.value].waarde
    ]
    if anders:
        work.uitvak.voeg_toe(deelveld_verzending(dossier, anders, nu))
    return touched(Soort.DOSSIER, Soort.SYNC, dossiers=(dossier,))
