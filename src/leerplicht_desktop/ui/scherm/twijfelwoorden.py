"""Words for a value that is doubted: its badge, and what to do before a visit or a letter."""

from __future__ import annotations

from leerplicht_desktop.casework.queries.caseload import DossierBeeld, PersoonBeeld
from leerplicht_desktop.domain.persoon.naam import hoofdletter
from leerplicht_desktop.domain.persoon.twijfel import Brpwaarde, Twijfel, Twijfelsoort, om_te_tonen
from leerplicht_desktop.ui.kit.doubt import DoubtSpec
from leerplicht_desktop.ui.kit.icons import Icon

_OP_HET_ADRES = {
    Twijfelsoort.NIET_OP_ADRES: "Vraag burgerzaken en school waar het gezin nu is.",
    Twijfelsoort.IN_ONDERZOEK: "Reken er niet op dat het klopt. Wat je aan de deur ziet, kun je terugmelden.",
    Twijfelsoort.NIET_MEER_GELDIG: "Vraag burgerzaken en school waar het gezin nu is.",
    Twijfelsoort.NIET_VAST_TE_STELLEN: "Vraag school waar het gezin woont.",
}


def merk_van(twijfel: Twijfel) -> DoubtSpec:
    """The badge of one doubt."""
    icoon = Icon.MAP_PIN_X if twijfel.gegeven is Brpwaarde.ADRES else Icon.CIRCLE_HELP
    vol = f"{twijfel.kop} {twijfel.wanneer}".strip()
    return DoubtSpec(
        twijfel.kop, twijfel.wanneer, f"{vol}, volgens {twijfel.volgens}.", twijfel.ernstig, icoon
    )


def merken_van(persoon: PersoonBeeld) -> tuple[DoubtSpec, ...]:
    """The badges of somebody, each doubt once; of an unknown parent the name says it already."""
    return tuple(
        merk_van(een)
        for een in om_te_tonen(persoon.twijfels)
        if not (persoon.onbekend and een.gegeven is Brpwaarde.OUDER)
    )


def adrestwijfel(beeld: DossierBeeld) -> Twijfel | None:
    """What is doubted of the address at which a visit begins: that of the register, where there is one."""
    if beeld.adres is None or beeld.adres.onbekend or not beeld.jongere.adres:
        return None
    return beeld.jongere.twijfel(Brpwaarde.ADRES) if beeld.adres == beeld.jongere.adres else None


def bezoekzin(twijfel: Twijfel) -> str:
    """What to know before the bell rings: the doubt with its day, and what to do with it."""
    return f"{hoofdletter(twijfel.volgens)} zegt: {twijfel.zin}. {_OP_HET_ADRES[twijfel.soort]}"
