"""The next step: what the officer can do for the child now. Help first, enforcement never first."""

from __future__ import annotations

from dataclasses import dataclass

from leerplicht_desktop.ui.kit.dates import short_date

from .paneelbeeld import Paneelbeeld
from .woorden import begonnen_in_woorden

_HELPEN = "Artikel 22 Leerplichtwet: eerst onderzoeken, horen en helpen. Handhaven komt pas daarna."


@dataclass(frozen=True, slots=True)
class Stap:
    """What to do, and why or how."""

    doe: str
    waarom: str


def volgende_stap(beeld: Paneelbeeld) -> Stap:
    """The one step that comes first in this dossier."""
    return _eerst(beeld) or _contact(beeld) or _daarna(beeld)


def _eerst(beeld: Paneelbeeld) -> Stap | None:
    jongere = beeld.dossier.jongere
    if jongere.overleden:
        return Stap(
            "Neem geen contact op over verzuim", "Deze leerling is overleden. Overleg met je teamleider."
        )
    if beeld.begonnen is not None:
        wanneer = begonnen_in_woorden(beeld.begonnen, beeld.vandaag)
        return Stap("Maak je bezoek af", f"Je begon {wanneer}. Wat je schreef, staat er nog.")
    if jongere.vertrokken:
        return Stap(
            "Vraag na waar het gezin nu is",
            "Deze leerling staat in de BRP als vertrokken. Bel school en de afdeling Burgerzaken.",
        )
    if jongere.niet_ingezetene:
        return Stap(
            "Vraag na of de leerling in Nederland woont",
            "In de BRP staat hij of zij als niet-ingezetene. Bel school en de afdeling Burgerzaken.",
        )
    taak = next(iter(beeld.open_taken), None)
    if taak is not None and taak.uiterlijk <= beeld.vandaag:
        wanneer = f"moest op {short_date(taak.uiterlijk, beeld.vandaag)}"
        if taak.uiterlijk == beeld.vandaag:
            wanneer = "moet vandaag"
        return Stap(taak.wat, f"Deze taak {wanneer} klaar zijn.")
    return None


def _contact(beeld: Paneelbeeld) -> Stap | None:
    melding, naam = beeld.laatste_melding, beeld.dossier.naam
    if melding is None and beeld.dossier.ingetrokken:
        return Stap(
            "Kijk of dit dossier dicht kan",
            "School trok haar melding in. Bel school als je je zorgen maakt.",
        )
    if melding is None:
        return Stap(
            "Wacht op een melding", "School meldde nog geen verzuim. Bel school als je je zorgen maakt."
        )
    if beeld.contact or (beeld.vergeefs and beeld.open_taken):
        return None
    if beeld.weersproken:
        return Stap(
            "Stuur burgerzaken de terugmelding",
            "Je vond dat het gezin niet woont waar de BRP het heeft. Nieuwe brief, Terugmelding BRP. Vraag "
            "school waar het gezin nu is.",
        )
    if beeld.dossier.jongere.niet_in_brp:
        return Stap(
            "Zoek uit waar deze leerling woont",
            "Hij of zij staat niet in de BRP. School of de opvang weet vaak het adres.",
        )
    if not melding.actie_gewenst:
        return Stap(
            "Vraag school of het beter gaat",
            f"School wil het eerst zelf oplossen. {melding.toelichting.rstrip('.')}.".replace(" .", ""),
        )
    if beeld.dossier.meerderjarig:
        return Stap(f"Spreek {naam}", f"Vraag wat er speelt en wat helpt. {naam} is meerderjarig. {_HELPEN}")
    wie = f"Spreek {naam} en de ouders" if beeld.ouders else f"Spreek {naam} en de verzorgers"
    return Stap(wie, f"Vraag wat er speelt en wat helpt. {_HELPEN}")


def _daarna(beeld: Paneelbeeld) -> Stap:
    taak = next(iter(beeld.open_taken), None)
    if taak is not None:
        return Stap(taak.wat, f"Gepland voor {short_date(taak.uiterlijk, beeld.vandaag)}.")
    return Stap(
        "Vraag school hoe het nu gaat",
        f"Je sprak het gezin na de laatste melding. {_HELPEN}",
    )
