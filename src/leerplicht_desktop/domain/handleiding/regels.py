"""The page of the manual that shows every rule.

Made by ``python -m leerplicht_desktop.domain.handleiding.regels > PAGE``.

Rendered from the dated law data and from answers of the rules themselves; a test compares the page with it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from leerplicht_desktop.domain.datumtekst import kort
from leerplicht_desktop.domain.wet.wetboek import Bepaling, wetboek

from .regelvoorbeelden import HANDLEIDINGREGELS, Handleidingregel

_KOP = """# De regels

Hier staat elke regel die het programma kent: wat hij zegt, op welk artikel hij rust, waar dat is
nagekeken en een voorbeeld. De meeste past het programma nu toe. Staat er **Nog niet toegepast** bij een
regel, dan is het alleen een uitgewerkt voorbeeld: geen scherm en geen brief gebruikt hem. Die reken je
dus zelf na.

Het programma rekent met de wet zoals die gold op de dag zelf. Verandert de wet, dan komt er een regel bij
met een nieuwe ingangsdatum; een oud besluit blijft uitgelegd door de oude.

Bij elke regel staat hoe zeker hij is. Staat er "onzeker" of "niet in een bron nagekeken", vraag het dan na
voordat je erop bouwt. Het programma geeft nooit alleen een antwoord: met **Waarom?** zie je de regel, het
artikel, de gebruikte gegevens en de dagen die telden.

Deze bladzijde is gemaakt uit de gegevens van het programma. Pas haar niet met de hand aan.
"""


def _versie(bepaling: Bepaling) -> str:
    tot = f" tot en met {kort(bepaling.tot)}" if bepaling.tot else ""
    return f"vanaf {kort(bepaling.van)}{tot}"


def _bepaling(bepaling: Bepaling) -> Iterator[str]:
    yield f"- {bepaling.regel}  "
    yield f"  *{bepaling.artikel}*, geldt {_versie(bepaling)}.  "
    yield f"  Bron: {bepaling.bron}. Zekerheid: {bepaling.zekerheid.value}."


def _cel(tekst: str) -> str:
    return tekst.replace("|", "\\|")


def _regel(regel: Handleidingregel) -> Iterator[str]:
    yield f"## {regel.titel} ({regel.nummer})"
    yield ""
    if regel.nog_niet:
        yield f"**Nog niet toegepast:** {regel.nog_niet}. Dit is een uitgewerkt voorbeeld."
        yield ""
    for sleutel in regel.bepalingen:
        for versie in wetboek().bepalingen[sleutel]:
            yield from _bepaling(versie)
    if regel.bepalingen:
        yield ""
    yield "| Voorbeeld | Antwoord |"
    yield "|---|---|"
    for vraag, antwoord in regel.voorbeelden():
        yield f"| {_cel(vraag)} | {_cel(antwoord)} |"
    yield ""


def _alle_bepalingen() -> Iterator[str]:
    yield "## Alle bepalingen"
    yield ""
    yield "Alles wat het programma over de wet weet, op volgorde van naam."
    yield ""
    yield "| Naam | Regel | Artikel | Geldt | Bron en zekerheid |"
    yield "|---|---|---|---|---|"
    for sleutel, versies in sorted(wetboek().bepalingen.items()):
        for versie in versies:
            bron = f"{versie.bron} ({versie.zekerheid.value})"
            cellen = (sleutel, versie.regel, versie.artikel, _versie(versie), bron)
            yield f"| {' | '.join(_cel(cel) for cel in cellen)} |"


def opgemaakt() -> str:
    """Return the whole page as Markdown."""
    regels = [lijn for regel in HANDLEIDINGREGELS for lijn in _regel(regel)]
    return "\n".join([_KOP, *regels, *_alle_bepalingen()]) + "\n"


def schrijf() -> int:
    """Write the page to standard output as UTF-8, whatever the console speaks."""
    sys.stdout.buffer.write(opgemaakt().encode())
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    raise SystemExit(schrijf())
