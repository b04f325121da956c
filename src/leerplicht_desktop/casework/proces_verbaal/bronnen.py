"""The chronology of a proces-verbaal, made of what was vastgelegd: each sentence is a place in a record.

Nothing of a hearing comes in here: a statement stands in its own part (R17). Drafts, refused records and
versions that were corrected give no sentence; of one that stood in a concept before, :mod:`bronstand` tells.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Protocol

from leerplicht_desktop.casework.concepten import Conceptzin, Feitkeuze, Persoonskeuze
from leerplicht_desktop.casework.ids import nieuw_id
from leerplicht_desktop.casework.queries.caseload import (
    Caseload,
    DossierBeeld,
    MeldingBeeld,
    TijdlijnItem,
    Tijdlijnsoort,
)
from leerplicht_desktop.casework.queries.stukkenkast import Stukkenkast
from leerplicht_desktop.domain.bezoek.gespreksnotitie import Gespreksnotitie, Gespreksvorm
from leerplicht_desktop.domain.datumtekst import lang
from leerplicht_desktop.domain.handhaving.pvzin import (
    Bevinding,
    Bron,
    Bronsoort,
    Zinsoort,
    stand_van,
    uit_zichzelf_op_papier,
)
from leerplicht_desktop.domain.nederlandsetijd import in_nederland, nederlands
from leerplicht_desktop.domain.stuk.stuk import WIJZEWOORD, Stapsoort
from leerplicht_desktop.domain.verzuim.meldsoort import op_papier
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort

from .bezoekbronnen import bezoekzinnen
from .feiten import meldingen_van

FEIT_ZELF = "Dit is het verzuim waarover dit proces-verbaal gaat"
"""Why a report of the charged period stands on the paper without being chosen."""
_HOE = {
    Gespreksvorm.TELEFOON: " telefonisch",
    Gespreksvorm.KANTOOR: " op kantoor",
    Gespreksvorm.SCHOOL: " op school",
    Gespreksvorm.THUIS: " thuis",
    Gespreksvorm.VIDEOBELLEN: " via beeldbellen",
    Gespreksvorm.EMAIL: " per e-mail",
    Gespreksvorm.ANDERS: "",
}


class Bronlezer(Protocol):
    """What gives the records: a unit of work, or the reading side of the vault."""

    @property
    def caseload(self) -> Caseload:
        """Visits, talks and reports."""

    @property
    def stukkenkast(self) -> Stukkenkast:
        """Letters with their steps."""


def bronzinnen(
    lezer: Bronlezer,
    beelden: Sequence[DossierBeeld],
    verdachte: Persoonskeuze,
    keuze: Feitkeuze | None = None,
    vanaf: datetime | None = None,
) -> tuple[Bevinding, ...]:
    """Every sentence the records of these dossiers give, in order of time.

    ``keuze`` leaves out reports of other days, ``vanaf`` what was there before. A record of two jongeren
    gives its sentences once.
    """
    gevonden: dict[str, Bevinding] = {}
    for beeld in beelden:
        meldingen = beeld.meldingen if keuze is None else meldingen_van(beeld, keuze)
        gevonden |= {zin.bron.sleutel: zin for zin in _meldingen(beeld, meldingen)}
        for item in vaste_verslagen(lezer, beeld.dossier):
            gevonden |= {zin.bron.sleutel: zin for zin in verslagzinnen(lezer, item, beelden, verdachte)}
        gevonden |= {zin.bron.sleutel: zin for zin in _brieven(lezer, beeld.dossier)}
    passend = (zin for zin in gevonden.values() if vanaf is None or _sinds(zin) > vanaf)
    # Stable: sentences of one moment keep the order in which they were recorded.
    return tuple(sorted(passend, key=lambda zin: zin.moment))


def als_conceptzinnen(
    gevonden: Iterable[Bevinding], nu: datetime, verdacht_vanaf: date | None = None
) -> tuple[Conceptzin, ...]:
    """Sentences for a concept, each with an id of its own; those that are chosen lie beside the paper."""
    zinnen = []
    for zin in gevonden:
        op = uit_zichzelf_op_papier(zin, stand_van(zin, verdacht_vanaf))
        zinnen.append(Conceptzin(nieuw_id(nu), zin, weggelaten=not op))
    return tuple(zinnen)


def vaste_verslagen(lezer: Bronlezer, dossier: str) -> Iterator[TijdlijnItem]:
    """Visits and talks that were vastgelegd and neither corrected nor refused since."""
    for item in lezer.caseload.tijdlijn(dossier):
        if item.soort in (Tijdlijnsoort.BEZOEK, Tijdlijnsoort.NOTITIE) and not (
            item.concept or item.verbeterd_door or item.afgewezen
        ):
            yield item


def verslagzinnen(
    lezer: Bronlezer, item: TijdlijnItem, beelden: Sequence[DossierBeeld], verdachte: Persoonskeuze
) -> Iterator[Bevinding]:
    """The sentences of one visit or talk."""
    collega = lezer.stukkenkast.collega_van_verslag(item.id)
    if item.soort is Tijdlijnsoort.BEZOEK:
        zinnen = bezoekzinnen(lezer.caseload.bezoek(item.id), beelden, verdachte, collega)
    else:
        zinnen = _gesprek(lezer.caseload.notitie(item.id), collega)
    return (met_hash(zin) for zin in zinnen)


def met_hash(zin: Bevinding) -> Bevinding:
    """The sentence with the SHA-256 of what stands in its place of the record."""
    spreker = zin.spreker
    plek = [
        zin.soort.value,
        zin.moment.astimezone(UTC).isoformat(),
        zin.brontekst,
        zin.aanloop,
        [spreker.naam, spreker.hoedanigheid] if spreker else [],
    ]
    vast = hashlib.sha256(json.dumps(plek, ensure_ascii=False).encode()).hexdigest()
    return replace(zin, bron=replace(zin.bron, hash_plek=vast))


def _sinds(zin: Bevinding) -> datetime:
    """When it came to be known: a correction is new, however old what it tells."""
    return zin.bron.vastgelegd_op or zin.moment


def _begin_van(dag: date) -> datetime:
    return nederlands(dag, time(0))


def _meldingen(beeld: DossierBeeld, meldingen: Iterable[MeldingBeeld]) -> Iterator[Bevinding]:
    for melding in meldingen:
        soort = op_papier(melding.soort, melding.datum_melding)
        school = beeld.school.naam if beeld.school else "de school"
        reden = melding.reden.strip()
        punt = "" if reden.endswith((".", "!", "?")) else "."
        gaf = f" Als reden gaf de school op: ‘{reden}’{punt}" if reden else ""
        yield met_hash(
            Bevinding(
                soort=Zinsoort.STUK,
                moment=_begin_van(melding.datum_melding),
                alleen_dag=True,
                bron=Bron(
                    Bronsoort.MELDING,
                    f"melding {melding.meldingsnummer} van {lang(melding.datum_melding)}",
                    melding.id,
                    "melding",
                ),
                brontekst=f"Ik ontving van {school} een melding van {soort} van {beeld.naam}, "
                f"vanaf {lang(melding.begindatum)}.{gaf}",
                reden=FEIT_ZELF,
            )
        )


def _gesprek(notitie: Gespreksnotitie, collega: str) -> Iterator[Bevinding]:
    moment = in_nederland(notitie.gesproken_op)
    sprak = "sprak ik" if not collega else "sprak die collega"
    met = f" met {notitie.met_wie.strip()}" if notitie.met_wie.strip() else ""
    yield Bevinding(
        soort=Zinsoort.SAMENVATTING,
        moment=moment,
        bron=Bron(
            Bronsoort.GESPREK,
            f"gespreksnotitie van {lang(moment)}",
            notitie.id,
            "tekst",
            vastgelegd_op=notitie.vastgelegd_op,
            collega=collega,
        ),
        aanloop=f"Op {lang(moment)} om {moment:%H:%M} uur {sprak}{_HOE[notitie.hoe]}{met}.",
        brontekst=notitie.tekst.strip(),
    )


def _brieven(lezer: Bronlezer, dossier: str) -> Iterator[Bevinding]:
    """Letters that were sent; a letter that stayed in the drawer says nothing."""
    for regel in lezer.stukkenkast.stukken(dossier):
        if regel.concept or regel.soort is Documentsoort.PROCES_VERBAAL:
            continue
        beeld = lezer.stukkenkast.stuk(regel.id)
        for stap in beeld.stappen:
            if stap.soort is Stapsoort.VERZONDEN:
                wijze = f" {WIJZEWOORD[stap.wijze]}" if stap.wijze else ""
                kenmerk = f", kenmerk {regel.nummer}," if regel.nummer else ""
                yield met_hash(
                    Bevinding(
                        soort=Zinsoort.STUK,
                        moment=_begin_van(stap.datum),
                        alleen_dag=True,
                        bron=Bron(
                            Bronsoort.BRIEF,
                            f"brief ‘{regel.titel}’ van {lang(stap.datum)}",
                            regel.id,
                            stap.id,
                            vastgelegd_op=stap.gezet_op,
                            regime=beeld.stuk.regime,
                        ),
                        brontekst=f"Ik stuurde op {lang(stap.datum)}{wijze} de brief ‘{regel.titel}’"
                        f"{kenmerk} aan {stap.aan}.",
                    )
                )
