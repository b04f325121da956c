"""What is doubted of those who get a letter, told before it is written, sealed and put in an envelope."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from leerplicht_desktop.casework.concepten import Ontvanger
from leerplicht_desktop.casework.queries.caseload import DossierBeeld, PersoonBeeld
from leerplicht_desktop.casework.waardenjson import uit_json
from leerplicht_desktop.domain.persoon.naam import hoofdletter
from leerplicht_desktop.domain.persoon.twijfel import Brpwaarde, om_te_tonen
from leerplicht_desktop.domain.stuk.stuk import Stuk

_RAAD = {
    Brpwaarde.ADRES: "Controleer het adres voor je verstuurt.",
    Brpwaarde.NAAM: "Controleer de naam en de aanhef.",
    Brpwaarde.PARTNER: "Controleer de naam en de aanhef.",
    Brpwaarde.AANSCHRIJVING: "Controleer de naam en de aanhef.",
    Brpwaarde.GEZAG: "Vraag na wie gezag heeft.",
    Brpwaarde.OUDER: "Vraag na of dit de ouder is.",
}
"""What to do before a letter goes; what is not here says nothing of an envelope or a salutation."""


def ontvangertwijfels(mensen: Sequence[PersoonBeeld]) -> tuple[str, ...]:
    """A sentence for each doubt about the people who get a letter, each with its day."""
    return tuple(dict.fromkeys(zin for een in mensen for zin in _zinnen(een)))


def brieftwijfels(aan: Ontvanger | None, beelden: Sequence[DossierBeeld]) -> tuple[str, ...]:
    """The same of a letter that was begun; nothing of an organisation, which no register doubts."""
    wie = set(aan.personen) if aan is not None else set()
    mensen = (een for beeld in beelden for een in (beeld.jongere, *beeld.betrokkenen))
    return ontvangertwijfels([een for een in mensen if een.persoon in wie])


def stuktwijfels(stuk: Stuk, beelden: Sequence[DossierBeeld]) -> tuple[str, ...]:
    """The same of a sealed letter, which can still be held back; nothing of other papers."""
    try:
        aan = uit_json(Ontvanger, stuk.gegevens.get("aan"))
    except ValueError:
        return ()
    return brieftwijfels(aan, beelden)


def _zinnen(persoon: PersoonBeeld) -> Iterator[str]:
    for twijfel in om_te_tonen(persoon.twijfels):
        if twijfel.gegeven in _RAAD:
            bron = hoofdletter(twijfel.volgens)
            yield f"{persoon.naam}: {bron} zegt: {twijfel.zin}. {_RAAD[twijfel.gegeven]}"
