"""A filled example of every form, as concept and as final: what a municipality sees after an edit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.resources.abc import Traversable
from pathlib import PurePosixPath

from leerplicht_desktop.documents.bureau.voorbeeldzaak import voorbeeld_pv
from leerplicht_desktop.documents.formulieren.formulier import Formulier, Vorm
from leerplicht_desktop.documents.formulieren.huisstijlbestand import lees_huisstijl
from leerplicht_desktop.documents.formulieren.keuren import formulierbestanden, lees
from leerplicht_desktop.documents.formulieren.opdracht import Afzender, Geadresseerde, Opdracht
from leerplicht_desktop.documents.formulieren.opmaak import maak
from leerplicht_desktop.documents.formulieren.veldwaarde import Ingevuld, uit_toml
from leerplicht_desktop.documents.huisstijl import Huisstijl
from leerplicht_desktop.domain.persoon.adel import Geslacht
from leerplicht_desktop.domain.persoon.adressering import aanhef, aanschrijfwijze, adresregels
from leerplicht_desktop.domain.persoon.identiteit import Postcode
from leerplicht_desktop.domain.persoon.naam import Naam
from leerplicht_desktop.domain.persoon.persoon import Persoon, Woonadres
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort

MOMENT = datetime(2026, 11, 24, 13, 30, tzinfo=UTC)
AFZENDER = Afzender("M. de Groot", "leerplichtambtenaar", "06 1234 5678", "m.degroot@demostad.example")
_KADE = Woonadres("Voorbeeldkade", "44", "B", postcode=Postcode("1234AB"), woonplaats="Demostad")


def _geadresseerde(naam: Naam, geslacht: Geslacht, *, minderjarig: bool = False) -> Geadresseerde:
    """Addressed by the rules that the program itself follows: no example can promise another letter."""
    wie = Persoon(naam, geslacht, adres=_KADE)
    return Geadresseerde(
        aanschrijfwijze(wie).regels, adresregels(wie).regels, str(aanhef(wie)), minderjarig=minderjarig
    )


OUDER = _geadresseerde(Naam("Rana", "", "Çelik"), Geslacht.VROUW)
JONGERE = _geadresseerde(Naam("Daniël", "op den", "Kamp"), Geslacht.MAN, minderjarig=True)


def _organisatie(naam: str, *adres: str) -> Geadresseerde:
    return Geadresseerde((naam,), adres, "Geachte heer of mevrouw")


_AAN = {
    Documentsoort.ZORGMELDING: _organisatie("Veilig Thuis Demostad", "Postbus 200", "1230 AB  DEMOSTAD"),
    Documentsoort.MELDING_SVB: _organisatie("Sociale Verzekeringsbank", "Postbus 300", "1230 AC  DEMOSTAD"),
    Documentsoort.INTREKKING_SVB: _organisatie(
        "Sociale Verzekeringsbank", "Postbus 300", "1230 AC  DEMOSTAD"
    ),
    Documentsoort.BERICHT_SCHOOL: _organisatie("Lyceum De Wissel", "Schoolstraat 5", "1234 AD  DEMOSTAD"),
    Documentsoort.TERUGMELDING_BRP: _organisatie("Afdeling Burgerzaken", "Plein 1", "1234 AA  DEMOSTAD"),
    Documentsoort.OVERDRACHT: _organisatie("Gemeente Anderstad, leerplicht", "Plein 1", "5678 AA  ANDERSTAD"),
    Documentsoort.SIGNAAL_INSPECTIE: _organisatie(
        "Inspectie van het Onderwijs", "Postbus 400", "1230 AD  DEMOSTAD"
    ),
    Documentsoort.MELDING_ARBEIDSINSPECTIE: _organisatie(
        "Nederlandse Arbeidsinspectie", "Postbus 500", "1230 AE  DEMOSTAD"
    ),
    Documentsoort.HALT_VERWIJZING: JONGERE,
}


def voorbeeldwaarden(formulier: Formulier, *, minderjarig: bool = False) -> dict[str, Ingevuld]:
    """The values the fields of a form give as examples, in the words for a minor where there are such."""
    return {
        veld.naam: uit_toml(
            veld.type,
            veld.voorbeeld_jongere if minderjarig and veld.voorbeeld_jongere is not None else veld.voorbeeld,
        )
        for veld in formulier.velden
    }


def voorbeeldopdracht(
    formulier: Formulier, huisstijl: Huisstijl, aan: Geadresseerde | None = None, *, definitief: bool
) -> Opdracht:
    """The example document of a form."""
    wie = aan or _AAN.get(formulier.soort, OUDER)
    return Opdracht(
        formulier=formulier,
        huisstijl=huisstijl,
        afzender=AFZENDER,
        plaats="Demostad",
        moment=MOMENT,
        kenmerk="LP-2026-0417",
        waarden=voorbeeldwaarden(formulier, minderjarig=wie.minderjarig),
        aan=wie if formulier.vorm is Vorm.BRIEF else None,
        definitief=definitief,
    )


def voorbeelden(map: Traversable) -> Iterator[tuple[str, bytes]]:
    """(file name, PDF) for every form of a folder: as concept, as final, and to a minor where that differs.

    Raises ``FormulierProblem`` for the first form or house style that cannot be used.
    """
    huisstijl = lees_huisstijl(map)
    for naam, data in formulierbestanden(map):
        formulier = lees(naam, data)
        stem = PurePosixPath(naam).stem
        if formulier.vorm.voor_de_rechter:
            yield f"{stem}-concept.pdf", _rechterstukken(formulier, huisstijl, definitief=False)
            yield f"{stem}.pdf", _rechterstukken(formulier, huisstijl, definitief=True)
            continue
        yield f"{stem}-concept.pdf", maak(voorbeeldopdracht(formulier, huisstijl, definitief=False)).data
        yield f"{stem}.pdf", maak(voorbeeldopdracht(formulier, huisstijl, definitief=True)).data
        if b"aan_minderjarige" in data or b"verdenking" in data:
            letter = voorbeeldopdracht(formulier, huisstijl, JONGERE, definitief=True)
            yield f"{stem}-jongere.pdf", maak(letter).data


def _rechterstukken(formulier: Formulier, huisstijl: Huisstijl, *, definitief: bool) -> bytes:
    """The invented case in a form for the court."""
    from leerplicht_desktop.documents import proces_verbaal, verhoorverslag  # they are laid out by forms

    pv = voorbeeld_pv()
    if formulier.vorm is Vorm.PROCES_VERBAAL:
        return proces_verbaal.maak_pdf(
            proces_verbaal.ProcesVerbaalStuk(pv, huisstijl, MOMENT, formulier, definitief=definitief)
        )
    return verhoorverslag.maak_pdf(
        verhoorverslag.VerhoorStuk(
            verhoor=pv.verhoren[0],
            verdachte=f"{pv.verdachte.voornamen} {pv.verdachte.naam[:1].lower()}{pv.verdachte.naam[1:]}",
            feit="overtreding van artikel 2, eerste lid, van de Leerplichtwet 1969",
            verbalisant=pv.verbalisant,
            huisstijl=huisstijl,
            moment=MOMENT,
            formulier=formulier,
            kenmerk="LP-2026-0417",
            definitief=definitief,
            jongeren=tuple(jongere.naam for jongere in pv.jongeren),
        )
    )
