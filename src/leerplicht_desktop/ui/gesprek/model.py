"""What the screen of a talk shows, as frozen values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from leerplicht_desktop.casework.queries.caseload import DossierBeeld, DossierRegel
from leerplicht_desktop.domain.bezoek.gespreksnotitie import Gespreksnotitie, Gespreksvorm
from leerplicht_desktop.ui.formulier.versies import Versiestand
from leerplicht_desktop.ui.kit.dates import clock, date_with_year
from leerplicht_desktop.ui.scherm.woorden import OUDERROLLEN, opsomming, plaatselijk, rolwoord

VORMEN = (
    (Gespreksvorm.TELEFOON, "Telefoon"),
    (Gespreksvorm.KANTOOR, "Op kantoor"),
    (Gespreksvorm.SCHOOL, "Op school"),
    (Gespreksvorm.THUIS, "Thuis"),
    (Gespreksvorm.VIDEOBELLEN, "Videobellen"),
    (Gespreksvorm.EMAIL, "E-mail"),
    (Gespreksvorm.ANDERS, "Anders"),
)
_MEESTE = 8


def gesprekspartners(beelden: Iterable[DossierBeeld]) -> tuple[str, ...]:
    """Whom the officer most likely spoke: parents and carers, the jongere, the school and who reported."""
    ouders: list[str] = []
    anderen: list[str] = []
    for beeld in beelden:
        for persoon in beeld.betrokkenen:
            if persoon.rol in (*OUDERROLLEN, "verzorger") and not persoon.overleden:
                ouders.append(f"{persoon.naam} ({rolwoord(persoon).lower()})")
        anderen.append(f"{beeld.naam} (leerling)")
        anderen.extend(f"{melding.melder} (school)" for melding in beeld.meldingen[:1] if melding.melder)
    return tuple(dict.fromkeys([*ouders, *anderen]))[:_MEESTE]


@dataclass(frozen=True, slots=True)
class Omgeving:
    """What surrounds a note and does not change while it is written."""

    beelden: tuple[DossierBeeld, ...]
    gezin: tuple[DossierRegel, ...]

    def namen(self, dossiers: Iterable[str]) -> str:
        """The names the note is about, as one line."""
        bekend = {regel.dossier: regel.naam for regel in self.gezin}
        bekend |= {beeld.dossier: beeld.naam for beeld in self.beelden}
        return opsomming(bekend[dossier] for dossier in dossiers if dossier in bekend)

    @property
    def partners(self) -> tuple[str, ...]:
        """Suggestions for "Met wie"."""
        return gesprekspartners(self.beelden)


@dataclass(frozen=True, slots=True)
class GesprekBeeld:
    """The note as it stands, and what is wrong beside which field."""

    notitie: Gespreksnotitie
    omgeving: Omgeving
    fouten: tuple[tuple[str, str], ...] = ()
    """(field, sentence); a field of an agreement is ``afspraak.<id>.<wat|wie|uiterlijk>``."""

    def fout(self, veld: str) -> str:
        """The sentence beside a field; empty when it is right."""
        return dict(self.fouten).get(veld, "")


@dataclass(frozen=True, slots=True)
class Lezing:
    """A note that was vastgelegd, as the page shows it."""

    notitie: Gespreksnotitie
    namen: str
    stand: Versiestand

    @property
    def feiten(self) -> tuple[tuple[str, str], ...]:
        """With whom, when and how, as pairs of a word and a line."""
        notitie = self.notitie
        moment = plaatselijk(notitie.gesproken_op)
        feiten = [
            ("Met wie", notitie.met_wie),
            ("Wanneer", f"{date_with_year(moment.date())}, {clock(moment)}"),
            ("Hoe", dict(VORMEN)[notitie.hoe]),
        ]
        if notitie.reden_correctie:
            feiten.append(("Reden van de verbetering", notitie.reden_correctie))
        return tuple(feiten)
