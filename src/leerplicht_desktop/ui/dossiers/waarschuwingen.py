"""What an officer has to know before anything else: secrecy, death, departure, and where the register is
silent.
"""

from __future__ import annotations

from collections.abc import Iterator

from leerplicht_desktop.casework.queries.caseload import DossierBeeld
from leerplicht_desktop.domain.persoon.deelveld import Deelveld
from leerplicht_desktop.domain.persoon.twijfel import Brpwaarde
from leerplicht_desktop.domain.verzuim.meldstatus import ingetrokken_merk
from leerplicht_desktop.ui.kit.badges import BadgeSpec
from leerplicht_desktop.ui.kit.doubt import DoubtSpec
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.tokens import Tone
from leerplicht_desktop.ui.scherm.twijfelwoorden import merk_van, merken_van
from leerplicht_desktop.ui.scherm.woorden import opsomming, rolwoord

from .paneelbeeld import OUDERS

_TOLK = 40
"""Letters of the interpreter's language on a badge."""


def twijfelmerken(beeld: DossierBeeld) -> tuple[DoubtSpec, ...]:
    """What is doubted of the jongere himself, and of the gezag over him: above the name, with its day."""
    gezag = (
        een for persoon in beeld.betrokkenen for een in persoon.twijfels if een.gegeven is Brpwaarde.GEZAG
    )
    return tuple(dict.fromkeys((*merken_van(beeld.jongere), *(merk_van(een) for een in gezag))))


def waarschuwingen(beeld: DossierBeeld) -> tuple[BadgeSpec, ...]:
    """The badges above the name, the gravest first."""
    return (*_geheim(beeld), *_verteld(beeld), *_leerling(beeld), *_ouders(beeld), *_meldingen(beeld))


def _geheim(beeld: DossierBeeld) -> Iterator[BadgeSpec]:
    wie = dict.fromkeys(
        rolwoord(persoon).lower() for persoon in (beeld.jongere, *beeld.betrokkenen) if persoon.geheim
    )
    if wie:
        yield BadgeSpec(f"Geheim adres {opsomming(wie)}", Tone.DANGER, Icon.MAP_PIN_OFF)


def _verteld(beeld: DossierBeeld) -> Iterator[BadgeSpec]:
    """What colleagues wrote that must be known before somebody calls or goes; the words stand on the card."""
    if beeld.deelveld(Deelveld.CONTACTVERBOD):
        yield BadgeSpec("Contactverbod", Tone.DANGER, Icon.SHIELD)
    if beeld.deelveld(Deelveld.VEILIGHEID):
        yield BadgeSpec("Let op veiligheid", Tone.DANGER, Icon.SHIELD)
    if tolk := beeld.deelveld(Deelveld.TOLK):
        yield BadgeSpec(f"Tolk: {tolk[:_TOLK]}", Tone.WARN, Icon.LANGUAGES)


def _leerling(beeld: DossierBeeld) -> Iterator[BadgeSpec]:
    jongere = beeld.jongere
    if jongere.overleden:
        yield BadgeSpec("Leerling overleden", Tone.DANGER, Icon.CIRCLE_ALERT)
    if jongere.vertrokken:
        yield BadgeSpec("Leerling uit Nederland vertrokken", Tone.DANGER, Icon.TRUCK)
    if jongere.niet_ingezetene:
        yield BadgeSpec("Niet-ingezetene (RNI)", Tone.DANGER, Icon.TRUCK)
    if jongere.niet_in_brp:
        yield BadgeSpec("Niet in de BRP", Tone.WARN, Icon.CIRCLE_ALERT)
    if beeld.adres is None or beeld.adres.onbekend:
        yield BadgeSpec("Adres onbekend", Tone.WARN, Icon.MAP_PIN_X)


def _ouders(beeld: DossierBeeld) -> Iterator[BadgeSpec]:
    for persoon in beeld.betrokkenen:
        if persoon.rol not in OUDERS:
            continue
        if persoon.overleden:
            yield BadgeSpec(f"{rolwoord(persoon)} overleden", Tone.WARN, Icon.CIRCLE_ALERT)
        elif persoon.vertrokken:
            yield BadgeSpec(f"{rolwoord(persoon)} vertrokken", Tone.WARN, Icon.TRUCK)
        elif persoon.niet_ingezetene:
            yield BadgeSpec(f"{rolwoord(persoon)} niet-ingezetene (RNI)", Tone.WARN, Icon.TRUCK)


def _meldingen(beeld: DossierBeeld) -> Iterator[BadgeSpec]:
    laatste = beeld.meldingen[0].datum_melding if beeld.meldingen else None
    merk = ingetrokken_merk(len(beeld.ingetrokken), laatste)
    if merk:
        yield BadgeSpec(merk, Tone.WARN, Icon.UNDO_2)
