"""The world of a screen in the tests: a real vault with published test persons, a clock that stands still,
lanes that answer at once, and fakes of paper and network that obey their ports.

``bouw_wereld(tmp_path)`` gives a ``Wereld``. Its triplet (``DRIELING``) has a father at
the same address and a mother the register gives no record of; ``PAOLO`` lives with his father, whose address
is secret.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import TypeVar

from leerplicht_desktop.bootstrap.lanes import InlineLane
from leerplicht_desktop.casework.bezoek.starten import deurbezoek_starten
from leerplicht_desktop.casework.gesprek.notitie_schrijven import gespreksnotitie_starten
from leerplicht_desktop.casework.ports.brievenbus import Feedpagina, Koppeling, SpiegelRecord
from leerplicht_desktop.casework.ports.gemeente import SyncFase, SyncWeergave
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.ports.papier import (
    Bijlageblad,
    Drukwerk,
    Formulierlijst,
    IngelezenBijlage,
    Paginabeeld,
)
from leerplicht_desktop.casework.ports.werk import Verzending
from leerplicht_desktop.casework.problems import BekendProbleem
from leerplicht_desktop.casework.queries.caseload import Caseload, Werkplek
from leerplicht_desktop.casework.touched import Touched
from leerplicht_desktop.domain.nederlandsetijd import nederlands
from leerplicht_desktop.store.vault import SqlKluis
from leerplicht_desktop.ui.scherm.context import Bulletin, Context, Navigatie
from leerplicht_protocol.model import Model
from leerplicht_protocol.records import (
    Betrokkene,
    Dossier,
    Persoon,
    Rol,
    School,
    Verzuimdag,
    Verzuimmelding,
)
from tests.store.mould import WACHTZIN as WACHTZIN
from tests.store.mould import opened_vault

T = TypeVar("T")

OEFENDATA = Path(__file__).parents[2] / "resources" / "oefendata"
NU = nederlands(date(2026, 11, 24), time(14, 7, 31))
"""A Tuesday afternoon, in the zone of the machine."""
DRIELING = ("d-dimitris", "d-theo", "d-vaso")
PAOLO = "d-paolo"
ADRES = "'t Haantje 86, 8646 TK Noord-Sleen"
ZINNEN = ("Ziek, zegt ouder", "Huisarts gezien", "Wil hulp", "Tolk via telefoon", "Afspraak gemaakt")

_GEZINNEN: tuple[tuple[str, str, str, str], ...] = (
    # dossier, number, BSN of the jongere, class
    ("d-dimitris", "2026-0142", "999996435", "groep 4"),
    ("d-theo", "2026-0143", "999996447", "groep 4"),
    ("d-vaso", "2026-0144", "999996459", "groep 4"),
    ("d-paolo", "2026-0098", "999990408", "4 vmbo-tl"),
)
_GEHEIM = frozenset({"999990792"})


class Klok:
    """Stands still until it is told to go on."""

    def __init__(self, nu: datetime = NU) -> None:
        self._nu = nu

    def nu(self) -> datetime:
        """The moment it stands at."""
        return self._nu

    def vandaag(self) -> date:
        """Its day."""
        return self._nu.date()

    def verder(self, **duur: float) -> None:
        """Go on, such as ``verder(minutes=3)``."""
        self._nu += timedelta(**duur)


class Synchronisatie:
    """A road that is never tried; ``nu`` is counted."""

    def __init__(self) -> None:
        self.gevraagd = 0
        self._oren: list[Callable[[SyncWeergave], None]] = []

    @property
    def weergave(self) -> SyncWeergave:
        """Offline, nothing tried."""
        return SyncWeergave(None, SyncFase.RUST, 0, 0, None)

    def nu(self) -> None:
        """Count the question."""
        self.gevraagd += 1

    def stop(self) -> None:
        """Nothing runs."""

    def opnieuw_ophalen(self) -> None:
        """Count the question."""
        self.gevraagd += 1

    def vertel(self, weergave: SyncWeergave) -> None:
        """Tell everybody who listens."""
        for oor in self._oren:
            oor(weergave)

    def luister(self, oor: Callable[[SyncWeergave], None]) -> None:
        """Tell the state at once."""
        self._oren.append(oor)
        oor(self.weergave)


class Papier:
    """A report of two white pages, or ``fout`` when it is set. Other paper it does not have."""

    def __init__(self) -> None:
        self.gevraagd: list[str] = []
        self.dpi: list[float] = []
        self.fout: Exception | None = None

    def bezoekverslag(self, bezoek: str) -> bytes:
        """Bytes that look like a PDF."""
        if self.fout is not None:
            raise self.fout
        self.gevraagd.append(bezoek)
        return b"%PDF-1.7 proef\n%%EOF\n"

    def proces_verbaal(self, concept: str, *, definitief: bool = False) -> Drukwerk:
        """Not in this world."""
        raise _niet_hier(concept, definitief)

    def brief(self, concept: str, *, definitief: bool = False) -> Drukwerk:
        """Not in this world."""
        raise _niet_hier(concept, definitief)

    def verhoorverslag(self, verhoor: str, *, definitief: bool = False) -> Drukwerk:
        """Not in this world."""
        raise _niet_hier(verhoor)

    def stuk(self, stuk: str) -> bytes:
        """Not in this world."""
        raise _niet_hier(stuk)

    def formulieren(self) -> Formulierlijst:
        """None."""
        return Formulierlijst()

    def lees_bijlage(self, naam: str, inhoud: bytes) -> IngelezenBijlage:
        """Not in this world."""
        raise _niet_hier(naam, inhoud)

    def bijlagebeeld(self, inhoud: bytes, nummer: int, breedte: int) -> Bijlageblad:
        """A white square."""
        return Bijlageblad(1, 0, Paginabeeld(breedte, breedte, b"\xff" * (breedte * breedte * 4)))

    def aantal_paginas(self, pdf: bytes) -> int:
        """Two."""
        return 2 if pdf.startswith(b"%PDF") else 0

    def pagina(self, pdf: bytes, nummer: int, dpi: float) -> Paginabeeld:
        """A white A4."""
        self.dpi.append(dpi)
        breedte, hoogte = round(8.27 * dpi), round(11.69 * dpi)
        return Paginabeeld(breedte, hoogte, b"\xff" * (breedte * hoogte * 4))

    def strook(self, pdf: bytes, nummer: int, dpi: float, boven: int) -> tuple[Paginabeeld, int]:
        """The whole page at once."""
        beeld = self.pagina(pdf, nummer, dpi)
        return beeld, beeld.hoogte


def _niet_hier(*_: object) -> BekendProbleem:
    return BekendProbleem("Dit papier is er niet.", "Kies een ander papier.")


class Uiterlijk:
    """Theme and text size in memory."""

    def __init__(self) -> None:
        self.thema, self.punten = "licht", 10.5

    def zet(self, thema: str, punten: float) -> None:
        """Keep both."""
        self.thema, self.punten = thema, punten


@dataclass
class Wereld:
    """Everything a screen is given, and what it asked for."""

    context: Context
    kluis: SqlKluis
    klok: Klok
    papier: Papier
    sync: Synchronisatie
    gegaan: list[Werkplek] = field(default_factory=list)
    terug: int = 0
    toasts: list[str] = field(default_factory=list)
    problemen: list[Exception] = field(default_factory=list)
    bewaard: list[object] = field(default_factory=list)
    geraakt: list[Touched] = field(default_factory=list)

    def lees(self, vraag: Callable[[Caseload], T]) -> T:
        """Ask the vault."""
        return self.kluis.lees(vraag)

    def doe(self, act: Callable[[Work], T]) -> T:
        """Run an act."""
        return self.kluis.doe(act)

    def uitvak(self) -> tuple[Verzending, ...]:
        """What waits to be sent."""
        return self.doe(lambda work: work.brievenbus.openstaand(500))

    def begin_bezoek(self, dossiers: tuple[str, ...] = DRIELING, adres: str = ADRES) -> str:
        """A new draft visit; its id."""
        return self.doe(lambda work: deurbezoek_starten(work, self.klok, dossiers, adres)).bezoek

    def begin_notitie(self, dossiers: tuple[str, ...] = (DRIELING[0],)) -> str:
        """A new draft note; its id."""
        return self.doe(lambda work: gespreksnotitie_starten(work, self.klok, dossiers))

    def _een_terug(self) -> None:
        self.terug += 1


def bouw_wereld(map_: Path, soort: type[SqlKluis] = SqlKluis) -> Wereld:
    """A new world in ``map_``. Close it with ``wereld.kluis.sluit()``."""
    klok = Klok()
    kluis = opened_vault(map_ / "kluis", klok, _vier_dossiers, soort)
    opslag, zij = InlineLane(), InlineLane()
    navigatie, bulletin, papier, sync = Navigatie(), Bulletin(), Papier(), Synchronisatie()
    context = Context(kluis, opslag, zij, klok, bulletin, navigatie, sync, papier, Uiterlijk(), oefenen=True)
    wereld = Wereld(context, kluis, klok, papier, sync)
    navigatie.gevraagd.connect(wereld.gegaan.append)
    navigatie.terug_gevraagd.connect(wereld._een_terug)
    navigatie.toast_gevraagd.connect(lambda tekst, _ongedaan, _doe: wereld.toasts.append(tekst))
    navigatie.probleem_gemeld.connect(wereld.problemen.append)
    navigatie.bewaard.connect(wereld.bewaard.append)
    bulletin.geraakt.connect(wereld.geraakt.append)
    return wereld


def _vier_dossiers(kluis: SqlKluis) -> None:
    kluis.doe(_vul)


def _vul(work: Work) -> None:
    work.inrichting.zet_snelle_zinnen(ZINNEN)
    work.brievenbus.bewaar_koppeling(
        Koppeling(
            server="https://leerplicht.example",
            device="laptop-1",
            incarnation="i-1",
            epoch="e-1",
            pin="",
            gemeente="Gemeente Demostad",
            ambtenaar_id="a-1",
            ambtenaar="M. de Groot",
            profiel={},
            oefenen=True,
        )
    )
    work.brievenbus.pas_toe(Feedpagina("", "1", (), tuple(_records())))


def _records() -> Iterator[SpiegelRecord]:
    school = School(brin="98AA", vestiging="00", naam="Demo OBS De Ooievaar", gemeentecode="0518")
    yield _record("school", "s-1", (), school)
    mensen: dict[str, set[str]] = {}
    for dossier, nummer, bsn, leerjaar in _GEZINNEN:
        betrokkenen = tuple(_betrokkenen(bsn, dossier))
        for bekend in (betrokkene.persoon for betrokkene in betrokkenen):
            if bekend is not None:
                mensen.setdefault(bekend, set()).add(dossier)
        naam = persoon(bsn).lo3["02.10"]
        inhoud = Dossier(
            nummer=nummer,
            jongere=f"p-{bsn}",
            naam=naam,
            school="s-1",
            leerjaar=leerjaar,
            ambtenaar="M. de Groot",
            betrokkenen=betrokkenen,
        )
        yield _record("dossier", dossier, (dossier,), inhoud)
        yield _record("verzuimmelding", f"m-{bsn}", (dossier,), _melding(bsn))
    for id_, dossiers in sorted(mensen.items()):
        yield _record("persoon", id_, tuple(sorted(dossiers)), persoon(id_.removeprefix("p-")))


def _record(entity: str, id_: str, dossiers: tuple[str, ...], inhoud: Model) -> SpiegelRecord:
    return SpiegelRecord(entity, id_, dossiers, 1, 1, False, inhoud.model_dump(mode="json"), {})


def _betrokkenen(bsn: str, dossier: str) -> Iterator[Betrokkene]:
    rij = _register()[bsn]
    adres = persoon(bsn).adres_sleutel
    yield Betrokkene(persoon=f"p-{bsn}", rol=Rol.JONGERE, naam=_naam(bsn), zelfde_adres=True, dossier=dossier)
    for rol, categorie in ((Rol.OUDER1, "02"), (Rol.OUDER2, "03")):
        ouder = rij[f"{categorie}.01.20"]
        if ouder in _register():
            zelfde = persoon(ouder).adres_sleutel == adres
            yield Betrokkene(
                persoon=f"p-{ouder}", rol=rol, naam=_naam(ouder), gezag=True, zelfde_adres=zelfde
            )
        else:
            delen = (rij[f"{categorie}.{deel}"] for deel in ("02.10", "02.30", "02.40"))
            yield Betrokkene(persoon=None, rol=rol, naam=" ".join(deel for deel in delen if deel), gezag=True)
    for ander, _, broer_zus, _ in _GEZINNEN:
        if broer_zus != bsn and _register()[broer_zus]["02.01.20"] == rij["02.01.20"]:
            yield Betrokkene(
                persoon=f"p-{broer_zus}",
                rol=Rol.BROER_ZUS,
                naam=_naam(broer_zus),
                zelfde_adres=persoon(broer_zus).adres_sleutel == adres,
                dossier=ander,
            )


def _melding(bsn: str) -> Verzuimmelding:
    return Verzuimmelding(
        meldingsnummer=f"2026{bsn[-6:]}",
        datum_melding=date(2026, 11, 18),
        begindatum=date(2026, 11, 16),
        einddatum=date(2026, 11, 17),
        soort="LUXE",
        reden="Twee dagen niet op school; verlof geweigerd.",
        school="s-1",
        melder_naam="M. de Wit",
        melder_functie="zorgcoördinator",
        telefoon_ouder_of_leerling="06-00001009",
        eenheid="klokuur",
        verzuim=(
            Verzuimdag(datum=date(2026, 11, 16), uren=5.5),
            Verzuimdag(datum=date(2026, 11, 17), uren=5.5),
        ),
    )


@cache
def persoon(bsn: str) -> Persoon:
    """A published test person as the municipality would send it."""
    rij = _register()[bsn]
    elementen = {naam[3:]: waarde for naam, waarde in rij.items() if naam.startswith("01.") and waarde}
    adres = {naam[3:]: waarde for naam, waarde in rij.items() if naam.startswith("08.") and waarde}
    geheim = 1 if bsn in _GEHEIM else 0
    plek = "|".join(adres.get(naam, "") for naam in ("11.10", "11.20", "11.60"))
    return Persoon(
        bsn=bsn,
        lo3={**elementen, "70.10": str(geheim)},
        adres=adres,
        adres_sleutel=hashlib.sha256(plek.encode()).hexdigest()[:32],
        geboortedatum=elementen.get("03.10", "00000000"),
        geslacht=elementen.get("04.10", "O"),
        geheimhouding=geheim,
    )


def _naam(bsn: str) -> str:
    lo3 = persoon(bsn).lo3
    return " ".join(lo3[naam] for naam in ("02.10", "02.30", "02.40") if naam in lo3)


@cache
def _register() -> dict[str, Mapping[str, str]]:
    """The present rows of the published test persons, by BSN."""
    with (OEFENDATA / "rvig_testpersonen_lo3.csv").open(encoding="utf-8-sig", newline="") as bestand:
        rijen = list(csv.reader(bestand, delimiter=";"))
    kolommen = [naam.strip() for naam in rijen[0]]
    gevonden: dict[str, Mapping[str, str]] = {}
    for rij in rijen[1:]:
        if len(rij) == len(kolommen):
            velden = {naam: waarde for naam, waarde in zip(kolommen, rij, strict=True) if naam}
            gevonden.setdefault(velden.get("01.01.20", ""), velden)
    gevonden.pop("", None)
    return gevonden
