"""The sentences of one visit: what was seen, heard and said at the door, and what the officer told there.

What a speaker had been told before he spoke travels with his words, and so does whose words they are: the
suspect is known by the name that was chosen at the door.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from leerplicht_desktop.casework.concepten import Persoonskeuze
from leerplicht_desktop.casework.queries.caseload import DossierBeeld
from leerplicht_desktop.domain.bezoek.deurbezoek import (
    Deurbezoek,
    Segment,
    SoortSegment,
    SoortVinkje,
    Vinkje,
)
from leerplicht_desktop.domain.bezoek.uitkomst import in_proces_verbaal
from leerplicht_desktop.domain.datumtekst import lang
from leerplicht_desktop.domain.handhaving.pvzin import (
    Bevinding,
    Bron,
    Bronsoort,
    Spreker,
    Verteld,
    Zinsoort,
)
from leerplicht_desktop.domain.nederlandsetijd import in_nederland
from leerplicht_desktop.domain.persoon.plaatsnaam import adres_in_zin
from leerplicht_desktop.domain.privacy.regime import Regime

ZELF = "ik zelf"
VERLOOP = "verloop"
"""The place in a visit that tells how it went."""
_BUREN = "buren"
_OUDERS = ("ouder1", "ouder2", "ouder")
_OUDERWOORD = {"moeder": "V", "vader": "M"}
_HANDELING = {
    SoortVinkje.LEGITIMATIE: "heb ik mij gelegitimeerd",
    SoortVinkje.DOEL: "heb ik verteld waarvoor ik kwam",
    SoortVinkje.CAUTIE: "heb ik tegen {wie} gezegd niet tot antwoorden verplicht te zijn (de cautie)",
    SoortVinkje.FEIT: "heb ik tegen {wie} gezegd waarvan de verdenking is",
    SoortVinkje.RECHTSBIJSTAND: (
        "heb ik tegen {wie} gezegd dat er recht is op een advocaat, vóór en tijdens het verhoor"
    ),
    SoortVinkje.JONGERE_GEZIEN: "heb ik {wie} gezien",
}
_COLLEGA = (
    ("heb ik mij gelegitimeerd", "heeft die collega zich gelegitimeerd"),
    ("ben ik naar", "is die collega naar"),
    ("heb ik", "heeft die collega"),
    ("waarvoor ik kwam", "waarvoor die kwam"),
    ("ik sprak", "de collega sprak"),
    ("Ik ", "De collega "),
)
"""Who did it: what a colleague did is never told as an act of the verbalisant."""


def bezoekzinnen(
    bezoek: Deurbezoek, beelden: Sequence[DossierBeeld], verdachte: Persoonskeuze, collega: str = ""
) -> Iterator[Bevinding]:
    """Every sentence of a visit, in the order of the record; without the hash of its place."""
    blad = _Blad(bezoek, beelden, verdachte, collega)
    yield blad.zin(Zinsoort.WAARNEMING, VERLOOP, bezoek.begonnen_op, blad.verloop())
    for vinkje in sorted(bezoek.vinkjes, key=lambda een: een.tijd):
        tekst = blad.handeling(vinkje)
        if tekst:
            yield blad.zin(Zinsoort.RECHTEN, vinkje.soort.value, vinkje.tijd, tekst)
    for segment in bezoek.segmenten:
        if segment.tekst.strip():
            yield blad.segment(segment)


class _Blad:
    """One visit with those it is about."""

    def __init__(
        self, bezoek: Deurbezoek, beelden: Sequence[DossierBeeld], verdachte: Persoonskeuze, collega: str
    ) -> None:
        self._bezoek, self._verdachte, self._collega = bezoek, verdachte, collega
        mensen = [een for beeld in beelden for een in (beeld.jongere, *beeld.betrokkenen)]
        self._rollen = {een.naam.casefold(): een.rol for een in mensen}
        self._ouders = {
            woord: {een.naam for een in mensen if een.rol in _OUDERS and een.geslacht == geslacht}
            for woord, geslacht in _OUDERWOORD.items()
        }

    def zin(self, soort: Zinsoort, plek: str, moment: datetime, tekst: str) -> Bevinding:
        bezoek = self._bezoek
        opsporing = bezoek.is_opsporing(moment)
        if soort is Zinsoort.RECHTEN:
            # The acts of a visit that became opsporing belong together: a caution stands on a card shown.
            opsporing = bezoek.opsporing_vanaf is not None
        return Bevinding(
            soort=soort,
            moment=in_nederland(moment),
            bron=Bron(
                Bronsoort.BEZOEK,
                f"bezoek van {lang(in_nederland(bezoek.begonnen_op))}",
                bezoek.id,
                plek,
                vastgelegd_op=bezoek.vastgelegd_op,
                collega=self._collega,
                regime=Regime.WPG if opsporing else Regime.AVG,
            ),
            brontekst=tekst,
        )

    def segment(self, segment: Segment) -> Bevinding:
        gezegd = segment.soort is SoortSegment.GEZEGD
        soort = Zinsoort.GEZEGD if gezegd else Zinsoort.WAARNEMING
        kaal = self.zin(soort, segment.id, segment.tijd, segment.tekst.strip())
        aanloop = "" if gezegd else "Ik zag" if segment.soort is SoortSegment.GEZIEN else "Ik hoorde"
        return Bevinding(
            soort=soort,
            moment=kaal.moment,
            bron=kaal.bron,
            brontekst=kaal.brontekst,
            aanloop=aanloop,
            spreker=self.spreker(segment.spreker) if gezegd else None,
            verteld=self._verteld(segment) if gezegd else Verteld(),
        )

    def spreker(self, gekozen: str) -> Spreker:
        """Who was chosen at the door: "Moeder, Renée Çelik", a name, the neighbours or the officer."""
        woord = gekozen.strip()
        if woord.casefold() == ZELF:
            return Spreker("", verbalisant=True)
        if woord.casefold() == _BUREN:
            return Spreker("Een van de buren")
        rol, komma, naam = self._voluit(woord).partition(", ")
        if not komma:
            rol, naam = "", rol
        is_verdachte = self._is_verdachte(woord)
        if not rol and self._rollen.get(naam.casefold()) == "jongere":
            rol = "leerling"
        return Spreker(naam, rol.lower(), verdachte=is_verdachte)

    def _voluit(self, woord: str) -> str:
        """A lone "Moeder" or "Vader" with the name, when these dossiers know one."""
        namen = self._ouders.get(woord.casefold(), set())
        return f"{woord}, {next(iter(namen))}" if len(namen) == 1 else woord

    def verloop(self) -> str:
        bezoek = self._bezoek
        wie = "Ik was" if not self._collega else "De collega was"
        begin = f"{wie} aan de deur van {adres_in_zin(bezoek.adres)}."
        gevolg = in_proces_verbaal(bezoek.uitkomst, bezoek.aangetroffen)
        gezien = bezoek.niet_thuis.gezien if bezoek.niet_thuis else ()
        zag = f" Te zien was aan de woning: {', '.join(gezien)}." if gezien else ""
        return f"{begin} {self._van_collega(gevolg)}{zag}".strip()

    def handeling(self, vinkje: Vinkje) -> str:
        """What the officer did then; empty for a tick without what makes it a sentence."""
        om = f"{in_nederland(vinkje.tijd):%H:%M}"
        if vinkje.soort is SoortVinkje.TOESTEMMING:
            return self._binnen(vinkje, om)
        zin = _HANDELING[vinkje.soort].format(wie=self._wie(vinkje))
        return self._van_collega(f"Om {om} uur {zin}.")

    def _binnen(self, vinkje: Vinkje, om: str) -> str:
        """R29: entry is only told with who consented and when, after the card and the purpose."""
        wie = vinkje.wie.strip()
        if not self._bezoek.binnen or not wie or not self._bezoek.eerst_verteld:
            return ""
        kaart, doel = self._om(SoortVinkje.LEGITIMATIE), self._om(SoortVinkje.DOEL)
        return self._van_collega(
            f"Om {om} uur ben ik naar binnen gegaan met toestemming van {wie}, na legitimatie ({kaart} uur) "
            f"en mededeling van het doel ({doel} uur)."
        )

    def _om(self, soort: SoortVinkje) -> str:
        vinkje = self._bezoek.vinkje(soort)
        return f"{in_nederland(vinkje.tijd):%H:%M}" if vinkje is not None else ""

    def _wie(self, vinkje: Vinkje) -> str:
        wie = vinkje.wie.strip()
        if vinkje.soort is SoortVinkje.JONGERE_GEZIEN:
            return wie or "minstens een van de leerlingen"
        if not wie or self._is_verdachte(wie):
            return "de verdachte"
        return wie

    def _van_collega(self, zin: str) -> str:
        if not self._collega:
            return zin
        for eigen, ander in _COLLEGA:
            zin = zin.replace(eigen, ander)
        return zin

    def _verteld(self, segment: Segment) -> Verteld:
        def om(soort: SoortVinkje) -> datetime | None:
            vinkje = self._bezoek.vinkje(soort)
            if vinkje is None or vinkje.tijd > segment.tijd:
                return None
            aan = vinkje.wie.strip()
            return vinkje.tijd if not aan or self._is_verdachte(aan) else None

        return Verteld(
            cautie=om(SoortVinkje.CAUTIE),
            feit=om(SoortVinkje.FEIT),
            rechtsbijstand=om(SoortVinkje.RECHTSBIJSTAND),
            ongevraagd=segment.ongevraagd,
        )

    def _is_verdachte(self, gekozen: str) -> bool:
        """Whether a name that was chosen at the door is that of the suspect, whatever stands around it."""
        naam, woord = self._verdachte.naam.strip().casefold(), self._voluit(gekozen.strip()).casefold()
        return bool(naam) and (
            woord == naam or woord.endswith(f", {naam}") or woord.startswith((f"{naam} (", f"{naam},"))
        )
