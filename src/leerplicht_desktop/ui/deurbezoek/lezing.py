"""A visit that was vastgelegd, in words: what happened, each remark, and its versions."""

from __future__ import annotations

from dataclasses import dataclass

from leerplicht_desktop.domain.bezoek.deurbezoek import Achtergelaten, Deurbezoek, SoortVinkje
from leerplicht_desktop.domain.bezoek.uitkomst import in_een_regel
from leerplicht_desktop.ui.formulier.versies import Versiestand
from leerplicht_desktop.ui.kit.dates import clock, short_date
from leerplicht_desktop.ui.scherm.woorden import opsomming, plaatselijk


@dataclass(frozen=True, slots=True)
class Lezing:
    """What the page shows."""

    bezoek: Deurbezoek
    namen: str
    stand: Versiestand

    @property
    def feiten(self) -> tuple[tuple[str, str], ...]:
        """What happened, as pairs of a word and a line."""
        bezoek = self.bezoek
        begin, eind = plaatselijk(bezoek.begonnen_op), bezoek.geeindigd_op
        tijd = f"{short_date(begin.date())} {begin.year}, {clock(begin)}"
        if eind is not None:
            tijd += f" tot {clock(plaatselijk(eind))}"
        feiten = [
            ("Uitkomst", in_een_regel(bezoek.uitkomst, bezoek.aangetroffen)),
            ("Bezocht", tijd),
            ("Adres", bezoek.adres + (" (ander adres dan in de BRP)" if bezoek.ander_adres else "")),
            *_vinkjes(bezoek),
            *_opsporing(bezoek),
            ("Binnen geweest", _binnen(bezoek)),
            *_dichte_deur(bezoek),
        ]
        if bezoek.reden_correctie:
            feiten.append(("Reden van de verbetering", bezoek.reden_correctie))
        return tuple(feiten)


VINKTEKST = {
    SoortVinkje.LEGITIMATIE: "Legitimatie getoond",
    SoortVinkje.DOEL: "Doel verteld",
    SoortVinkje.TOESTEMMING: "Toestemming om binnen te komen",
    SoortVinkje.JONGERE_GEZIEN: "Leerling gezien",
    SoortVinkje.CAUTIE: "Cautie gegeven",
    SoortVinkje.FEIT: "Verteld waarvan de verdenking is",
    SoortVinkje.RECHTSBIJSTAND: "Recht op een advocaat verteld",
}
ACHTERGELATEN = {
    Achtergelaten.KAART: "Niet-thuiskaart",
    Achtergelaten.BRIEF: "Brief",
    Achtergelaten.NIETS: "Niets",
}


def _vinkjes(bezoek: Deurbezoek) -> list[tuple[str, str]]:
    uit = []
    for soort, tekst in VINKTEKST.items():
        vinkje = bezoek.vinkje(soort)
        if vinkje is not None:
            om = f"{clock(plaatselijk(vinkje.tijd))} uur"
            uit.append((tekst, f"{om}, {vinkje.wie}" if vinkje.wie else om))
    return uit


def _opsporing(bezoek: Deurbezoek) -> list[tuple[str, str]]:
    vanaf = bezoek.opsporing_vanaf
    if vanaf is None:
        return []
    zin = f"Vanaf {clock(plaatselijk(vanaf))} uur opsporing (Wpg). Wat daarvoor is opgeschreven, is toezicht."
    return [("Toezicht of opsporing", zin)]


def _binnen(bezoek: Deurbezoek) -> str:
    """The sentence that R29 asks for."""
    toestemming = bezoek.vinkje(SoortVinkje.TOESTEMMING)
    if not bezoek.binnen:
        return "Nee"
    if toestemming is None:
        return "Ja"
    om = clock(plaatselijk(toestemming.tijd))
    daarna = ", na legitimatie en mededeling van het doel" if bezoek.eerst_verteld else ""
    return f"Ja, met toestemming van {toestemming.wie}, om {om} uur{daarna}"


def _dichte_deur(bezoek: Deurbezoek) -> list[tuple[str, str]]:
    dicht = bezoek.niet_thuis
    if dicht is None or not bezoek.deur_gesloten:
        return []
    uit = [("Gezien aan de woning", opsomming(dicht.gezien).capitalize())] if dicht.gezien else []
    if dicht.achtergelaten is not None:
        nummer = f" {dicht.kaartnummer}" if dicht.kaartnummer else ""
        uit.append(("Achtergelaten", ACHTERGELATEN[dicht.achtergelaten] + nummer))
    return uit
