"""People and a dossier as a screen reads them, made by hand: for what is worked out from them alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from leerplicht_desktop.casework.queries.caseload import (
    Adres,
    DossierBeeld,
    MeldingBeeld,
    PersoonBeeld,
    SchoolBeeld,
)

THUIS = Adres(("Kade 1", "1234 AB  DEMOSTAD"), "1234AB-1")
SCHOOL = SchoolBeeld("OBS De Ooievaar", "98AA00", "00", "Plein 2", "", "", "po", "midden")


def iemand(
    rol: str, geslacht: str = "V", persoon: str | None = "", adres: Adres | None = THUIS
) -> PersoonBeeld:
    """Somebody of whom nothing is wrong; ``persoon`` is his role unless it is given."""
    return PersoonBeeld(
        persoon=rol if persoon == "" else persoon,
        rol=rol,
        naam=rol,
        geboren="20110000",
        geslacht=geslacht,
        gezag=True,
        zelfde_adres=adres == THUIS,
        adres=adres,
        geheim=False,
        overleden=False,
        vertrokken=False,
        dossier=None,
    )


def met(persoon: PersoonBeeld, *vlaggen: str) -> PersoonBeeld:
    """The same, of whom these flags hold."""
    return replace(persoon, **dict.fromkeys(vlaggen, True))  # type: ignore[arg-type]


def dossierbeeld(
    jongere: PersoonBeeld, *betrokkenen: PersoonBeeld, school: SchoolBeeld | None = SCHOOL
) -> DossierBeeld:
    """Their dossier, in which nothing happened."""
    return DossierBeeld(
        dossier="d-1",
        nummer="2026-1",
        naam="Noor Vos",
        jongere=jongere,
        betrokkenen=betrokkenen,
        adres=jongere.adres,
        school=school,
        leerjaar="",
        telefoon="",
        meldingen=(),
        ambtenaar="",
        concept_bezoek=None,
        concept_notitie=None,
    )


def melding(day: int) -> MeldingBeeld:
    """A report of that day of November, with no hours in it."""
    on = date(2026, 11, day)
    return MeldingBeeld(
        id=f"m-{day}",
        meldingsnummer=f"{day}",
        datum_melding=on,
        begindatum=on,
        einddatum=None,
        soort="16UUR",
        reden="",
        ondernomen_actie="",
        actie_gewenst=False,
        toelichting="",
        eenheid="lesuur",
        dagen=(),
        melder="",
        melder_telefoon="",
        telefoon_thuis="",
        afwijkend_adres="",
        school_kondigde_aan="",
        leerjaar="",
    )
