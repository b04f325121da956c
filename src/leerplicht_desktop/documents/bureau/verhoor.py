"""A hearing as paper, to read back and to sign."""

from __future__ import annotations

from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.ports.papier import Drukwerk
from leerplicht_desktop.casework.queries.caseload import DossierBeeld
from leerplicht_desktop.casework.queries.stukkenkast import VerhoorBeeld
from leerplicht_desktop.casework.verhoor.afdruk import inhoud_van
from leerplicht_desktop.documents.formulieren.formulier import Vorm
from leerplicht_desktop.documents.verhoorverslag import VerhoorStuk, maak_op
from leerplicht_desktop.domain.handhaving.proces_verbaal import Verbalisant
from leerplicht_desktop.domain.handhaving.verdenking import verdenking

from .werkbank import Schrijver, Werkbank, schrijver_van


def druk_verhoor(bank: Werkbank, verhoor: str, *, definitief: bool) -> Drukwerk:
    """See the port. A hearing that was vastgelegd is final, whatever ``definitief`` says."""
    moment = bank.klok.nu()

    def lees(work: Work) -> tuple[VerhoorBeeld, tuple[DossierBeeld, ...], Schrijver]:
        beeld = work.stukkenkast.verhoor(verhoor)
        dossiers = (work.caseload.dossier(dossier) for dossier in beeld.blad.dossiers)
        return beeld, tuple(een for een in dossiers if een is not None), schrijver_van(work)

    beeld, dossiers, wie = bank.doe(lees)
    blad = beeld.blad
    gereed = definitief or not blad.is_concept
    jongeren = tuple(een.naam for een in dossiers)
    stuk = VerhoorStuk(
        verhoor=blad.compleet,
        verdachte=blad.verdachte.naam,
        feit=verdenking(jongeren, blad.verhoor.pleegdatum),
        verbalisant=_verbalisant(beeld, wie),
        klok=beeld.klok,
        huisstijl=bank.kast.huisstijl(wie.gemeente),
        moment=blad.vastgelegd_op or moment,
        formulier=bank.kast.voor_de_rechter(Vorm.VERHOOR),
        kenmerk=", ".join(een.nummer for een in dossiers),
        definitief=gereed,
        rol=blad.verdachte.rol,
        jongeren=jongeren,
    )
    gezet = maak_op(stuk)
    return Drukwerk(
        pdf=gezet.data,
        inhoud_hash=gezet.content_hash,
        sjabloon_hash=stuk.formulier.hash,
        bladzijden=gezet.pages,
        waarschuwingen=gezet.warnings,
        concept=verhoor,
        versie=0,
        moment=stuk.moment,
        definitief=gereed,
        verhoor_inhoud=inhoud_van(blad),
    )


def _verbalisant(beeld: VerhoorBeeld, wie: Schrijver) -> Verbalisant:
    """Whoever heard; of a colleague only the name is known here, the rest stays open on the paper."""
    return Verbalisant(beeld.collega, wie.verbalisant.functie, "") if beeld.collega else wie.verbalisant
