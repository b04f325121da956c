"""What the recorder shows, as frozen values: choices, speakers, warnings, the proposal of a next attempt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum

from leerplicht_desktop.casework.bezoek.vastleggen import NieuweTaak
from leerplicht_desktop.casework.queries.caseload import DossierBeeld, DossierRegel
from leerplicht_desktop.domain.bezoek.deurbezoek import Achtergelaten, Deurbezoek, voorstel_poging
from leerplicht_desktop.domain.bezoek.uitkomst import Aanwezig, Uitkomst
from leerplicht_desktop.ui.kit.doubt import DoubtSpec
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.scherm.twijfelwoorden import adrestwijfel, merk_van
from leerplicht_desktop.ui.scherm.woorden import OUDERROLLEN, opsomming, plaatselijk, rolwoord, voornaam


@dataclass(frozen=True, slots=True)
class Keuze:
    """A big choice at the door: an outcome, and whom the officer met where somebody opened."""

    naam: str
    uitkomst: Uitkomst
    woorden: str
    icoon: Icon
    uitleg: str = ""
    aangetroffen: frozenset[Aanwezig] = frozenset()


def _opengedaan(naam: str, woorden: str, icoon: Icon, *wie: Aanwezig) -> Keuze:
    return Keuze(naam, Uitkomst.OPEN_GEDAAN, woorden, icoon, aangetroffen=frozenset(wie))


KEUZES = (
    _opengedaan("beiden", "Beiden thuis", Icon.USERS, Aanwezig.OUDER, Aanwezig.JONGERE),
    _opengedaan("alleen_ouder", "Alleen ouder", Icon.USER, Aanwezig.OUDER),
    _opengedaan("alleen_leerling", "Alleen leerling", Icon.USER_ROUND, Aanwezig.JONGERE),
    *(
        Keuze(een.value, een, een.woorden.knop, Icon(een.woorden.icoon), een.woorden.uitleg)
        for een in Uitkomst
        if een is not Uitkomst.OPEN_GEDAAN
    ),
)
"""In the order of the buttons. The first row has a door that opened; the rest follows the outcomes."""


def keuze_van(bezoek: Deurbezoek) -> Keuze | None:
    """The big choice that a visit shows; None when nothing, or something between them, was chosen."""
    gezocht = (bezoek.uitkomst, bezoek.aangetroffen)
    return next((keuze for keuze in KEUZES if (keuze.uitkomst, keuze.aangetroffen) == gezocht), None)


class Gezien(StrEnum):
    """What is seen at a closed door, in the words that are kept."""

    LICHT = "licht aan"
    AUTO = "auto voor de deur"
    BRIEVENBUS = "brievenbus vol"
    GELUID = "geluid binnen"
    GORDIJNEN = "gordijnen dicht"
    NIETS = "niets bijzonders"


def gezien_wisselen(nu: tuple[str, ...], wat: Gezien) -> tuple[str, ...]:
    """Choose or take away one thing. "Niets bijzonders" excludes all others, and they exclude it."""
    if wat in nu:
        return tuple(ding for ding in nu if ding != wat)
    if wat is Gezien.NIETS:
        return (wat,)
    return (*(ding for ding in nu if ding != Gezien.NIETS), wat.value)


@dataclass(frozen=True, slots=True)
class Spreker:
    """Somebody who can say something: the word on the pill, what is kept beside a quote, and who it is."""

    kort: str
    vol: str
    wie: str = ""
    """As who gave consent: "Renée Çelik (moeder)"; empty for anybody but a parent or carer."""


def sprekers(beelden: Iterable[DossierBeeld]) -> tuple[Spreker, ...]:
    """Who can be quoted: the people of the household, each once, then neighbours and the officer."""
    gezien: set[str] = set()
    ouders: list[tuple[str, str]] = []
    anderen: list[tuple[str, str]] = []
    for beeld in beelden:
        for persoon in (beeld.jongere, *beeld.betrokkenen):
            ouder = persoon.rol in (*OUDERROLLEN, "verzorger", "jongere")
            if persoon.naam in gezien or persoon.overleden or not (ouder or persoon.zelfde_adres):
                continue
            gezien.add(persoon.naam)
            if persoon.rol in (*OUDERROLLEN, "verzorger"):
                ouders.append((rolwoord(persoon), persoon.naam))
            else:
                anderen.append((voornaam(persoon.naam), persoon.naam))
    korte = [kort for kort, _ in ouders]
    volwassen = [
        Spreker(
            f"{kort} {voornaam(naam)}" if korte.count(kort) > 1 else kort,
            f"{kort}, {naam}",
            f"{naam} ({kort.lower()})",
        )
        for kort, naam in ouders
    ]
    vast = (Spreker("Buren", "Buren"), Spreker("Ik zelf", "Ik zelf"))
    return (*volwassen, *(Spreker(kort, naam) for kort, naam in anderen), *vast)


@dataclass(frozen=True, slots=True)
class Waarschuwing:
    """Something to know before the bell rings."""

    tekst: str
    ernstig: bool
    twijfel: DoubtSpec | None = None
    """The badge of a value that is doubted, with its day."""


def waarschuwingen(beelden: Iterable[DossierBeeld]) -> tuple[Waarschuwing, ...]:
    """Secret addresses, who left, and an address unknown or doubted. Safety and secrecy stand first."""
    uit: dict[str, Waarschuwing] = {}
    for beeld in beelden:
        if beeld.jongere.geheim:
            uit["geheim"] = Waarschuwing("Geheim adres", ernstig=True)
        for persoon in beeld.betrokkenen:
            if persoon.geheim and not persoon.overleden:
                tekst = f"Geheim adres {rolwoord(persoon).lower()}"
                uit[tekst] = Waarschuwing(tekst, ernstig=True)
        uit |= {tekst: Waarschuwing(tekst, ernstig=True) for tekst in _elders(beeld)}
        if beeld.adres is not None and beeld.adres.onbekend:
            uit["onbekend"] = Waarschuwing("Adres onbekend", ernstig=False)
        twijfel = adrestwijfel(beeld)
        if twijfel is not None:
            merk = merk_van(twijfel)
            uit[merk.told] = Waarschuwing(merk.text, twijfel.ernstig, merk)
    return tuple(uit.values())


def _elders(beeld: DossierBeeld) -> Iterator[str]:
    if beeld.jongere.vertrokken:
        yield "Leerling uit Nederland vertrokken"
    if beeld.jongere.niet_ingezetene:
        yield "Niet-ingezetene (RNI)"


@dataclass(frozen=True, slots=True)
class Plan:
    """The proposed next attempt and the call that a card asks for. ``aan`` False: it is not planned."""

    dag: date
    tijdstip: time
    bellen_voor: date
    reden: str
    aan: bool = True
    eigen: bool = False

    def taken(self, achtergelaten: Achtergelaten | None) -> tuple[NieuweTaak, ...]:
        """The tasks that go with the visit."""
        uit: list[NieuweTaak] = []
        if self.vraagt_bellen(achtergelaten):
            uit.append(NieuweTaak("Kijk of het gezin heeft gebeld", self.bellen_voor))
        if self.aan:
            uit.append(NieuweTaak("Nieuwe poging deurbezoek", self.dag, self.tijdstip))
        return tuple(uit)

    @staticmethod
    def vraagt_bellen(achtergelaten: Achtergelaten | None) -> bool:
        """Whether what was left behind asks to call."""
        return achtergelaten in (Achtergelaten.KAART, Achtergelaten.BRIEF)

    def op(self, dag: date, tijdstip: time) -> Plan:
        """Another moment, chosen by the officer."""
        return replace(self, dag=dag, tijdstip=tijdstip, reden="Dit moment koos je zelf.", eigen=True)


def plan_voor(bezoek: Deurbezoek, vrij: frozenset[date]) -> Plan | None:
    """The proposal for a visit at a closed door; None otherwise, and for a correction."""
    if not bezoek.deur_gesloten or bezoek.corrigeert is not None:
        return None
    poging = voorstel_poging(plaatselijk(bezoek.begonnen_op), vrij)
    return Plan(poging.dag, poging.tijdstip, poging.bellen_voor, poging.reden)


@dataclass(frozen=True, slots=True)
class Omgeving:
    """What surrounds a visit and does not change while it is recorded."""

    beelden: tuple[DossierBeeld, ...]
    gezin: tuple[DossierRegel, ...]
    zinnen: tuple[str, ...]

    @property
    def sprekers(self) -> tuple[Spreker, ...]:
        """Who can be quoted."""
        return sprekers(self.beelden)

    @property
    def waarschuwingen(self) -> tuple[Waarschuwing, ...]:
        """What to know first."""
        return waarschuwingen(self.beelden)

    def naam(self, dossier: str) -> str:
        """The name of a jongere; empty when the dossier left the caseload."""
        for beeld in self.beelden:
            if beeld.dossier == dossier:
                return beeld.naam
        return next((regel.naam for regel in self.gezin if regel.dossier == dossier), "")

    def namen(self, dossiers: Iterable[str]) -> str:
        """The names of the visit, as one line."""
        return opsomming(naam for dossier in dossiers if (naam := self.naam(dossier)))


@dataclass(frozen=True, slots=True)
class BezoekBeeld:
    """The recorder as it stands: the visit with the texts on screen, what runs, and the gaps that show."""

    bezoek: Deurbezoek
    omgeving: Omgeving
    loopt: str
    """Id of the remark that is being written."""
    plan: Plan | None
    gaten: tuple[tuple[str, str], ...]
    """(field, sentence) of what blocks, shown after a first try to finish."""
    kan_terug: bool
    kan_opnieuw: bool

    @property
    def keuze(self) -> Keuze | None:
        """The big choice."""
        return keuze_van(self.bezoek)

    @property
    def gesloten(self) -> bool:
        """Whether the door stayed closed."""
        return self.bezoek.deur_gesloten

    def gat(self, veld: str) -> str:
        """The sentence beside a field; empty when nothing is missing there."""
        return " ".join(bericht for naam, bericht in self.gaten if naam == veld)

    @property
    def nog_kiezen(self) -> str:
        """At a closed door: why finishing is not possible yet; empty when it is."""
        niet_thuis = self.bezoek.niet_thuis
        if not self.gesloten or niet_thuis is None:
            return ""
        if not niet_thuis.gezien:
            return "Kies nog wat je ziet." if niet_thuis.achtergelaten else "Kies wat je ziet en achterlaat."
        return "" if niet_thuis.achtergelaten else "Kies nog wat je achterlaat."
