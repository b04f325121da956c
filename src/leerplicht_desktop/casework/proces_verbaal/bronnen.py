"""The chronology of a proces-verbaal, made of what was recorded: each sentence with its source.

What the officer saw or heard himself, what somebody told, and what a paper says stay apart (Sv 153, 344).
Nothing of a hearing comes in here: a statement stands in its own part (R17).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, time

from leerplicht_desktop.casework.concepten import Conceptzin, Feitkeuze
from leerplicht_desktop.casework.ids import nieuw_id
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.queries.caseload import DossierBeeld, Tijdlijnsoort
from leerplicht_desktop.domain.bezoek.deurbezoek import Deurbezoek, SoortSegment, SoortVinkje
from leerplicht_desktop.domain.bezoek.gespreksnotitie import Gespreksnotitie, Gespreksvorm
from leerplicht_desktop.domain.bezoek.uitkomst import in_proces_verbaal
from leerplicht_desktop.domain.datumtekst import lang
from leerplicht_desktop.domain.handhaving.proces_verbaal import Bevinding, Bronsoort, Kennis
from leerplicht_desktop.domain.persoon.plaatsnaam import adres_in_zin
from leerplicht_desktop.domain.stuk.stuk import Stapsoort
from leerplicht_desktop.domain.verzuim.meldsoort import op_papier
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort

from .feiten import meldingen_van

Gevonden = tuple[str, Bevinding]
"""The key of a source (its record, with a place in it) and the sentence it gives."""

_HOE = {
    Gespreksvorm.TELEFOON: "telefonisch",
    Gespreksvorm.KANTOOR: "op kantoor",
    Gespreksvorm.SCHOOL: "op school",
    Gespreksvorm.THUIS: "thuis",
    Gespreksvorm.VIDEOBELLEN: "via beeldbellen",
    Gespreksvorm.EMAIL: "per e-mail",
    Gespreksvorm.ANDERS: "",
}


def bronzinnen(
    work: Work, beelden: Sequence[DossierBeeld], keuze: Feitkeuze, vanaf: datetime | None = None
) -> tuple[Gevonden, ...]:
    """Every sentence the records of these dossiers give, in order of time.

    Drafts and versions that were corrected are left out; ``vanaf`` leaves out what was there before.
    """
    gevonden: dict[str, Bevinding] = {}
    for beeld in beelden:
        gevonden.update(_meldingen(beeld, keuze))
        for soort, id_ in _vast(work, beeld.dossier):
            maken = _bezoek(work.caseload.bezoek(id_)) if soort is Tijdlijnsoort.BEZOEK else None
            gevonden.update(maken if maken is not None else _gesprek(work.caseload.notitie(id_)))
        gevonden.update(_brieven(work, beeld.dossier))
    return tuple(
        sorted(
            ((bron, zin) for bron, zin in gevonden.items() if vanaf is None or zin.moment > vanaf),
            # Stable: sentences of one moment keep the order in which they were recorded.
            key=lambda paar: paar[1].moment,
        )
    )


def als_conceptzinnen(gevonden: Iterable[Gevonden], nu: datetime) -> tuple[Conceptzin, ...]:
    """Sentences for a concept, each with an id of its own."""
    return tuple(Conceptzin(nieuw_id(nu), bevinding, bron) for bron, bevinding in gevonden)


def _vast(work: Work, dossier: str) -> Iterator[tuple[Tijdlijnsoort, str]]:
    """Visits and talks that were vastgelegd and not corrected since."""
    for item in work.caseload.tijdlijn(dossier):
        if item.soort in (Tijdlijnsoort.BEZOEK, Tijdlijnsoort.NOTITIE) and not (
            item.concept or item.verbeterd_door or item.afgewezen
        ):
            yield item.soort, item.id


def _meldingen(beeld: DossierBeeld, keuze: Feitkeuze) -> Iterator[Gevonden]:
    for melding in meldingen_van(beeld, keuze):
        soort = op_papier(melding.soort, melding.datum_melding)
        school = beeld.school.naam if beeld.school else "de school"
        reden = f" Als reden noemde de school: {melding.reden.strip()}" if melding.reden.strip() else ""
        yield (
            melding.id,
            Bevinding(
                datetime.combine(melding.datum_melding, time(0)).astimezone(),
                f"Ik ontving van {school} een melding van {soort} van {beeld.naam}, "
                f"vanaf {lang(melding.begindatum)}.{reden}",
                Kennis.STUK,
                Bronsoort.MELDING,
                f"nummer {melding.meldingsnummer} van {lang(melding.datum_melding)}",
            ),
        )


def _bezoek(bezoek: Deurbezoek) -> Iterator[Gevonden]:
    wijzing = f"verslag van {lang(bezoek.begonnen_op.astimezone())}"

    def zin(plaats: str, moment: datetime, tekst: str, kennis: Kennis, van: str = "") -> Gevonden:
        bevinding = Bevinding(moment.astimezone(), tekst, kennis, Bronsoort.BEZOEK, wijzing, van)
        return f"{bezoek.id}#{plaats}", bevinding

    yield zin("begin", bezoek.begonnen_op, _verloop(bezoek), Kennis.WAARGENOMEN)
    if binnen := _binnen(bezoek):
        toestemming = bezoek.vinkje(SoortVinkje.TOESTEMMING)
        moment = toestemming.tijd if toestemming else bezoek.begonnen_op
        yield zin("binnen", moment, binnen, Kennis.WAARGENOMEN)
    for plaats, segment in enumerate(bezoek.segmenten):
        tekst = segment.tekst.strip()
        if tekst and segment.soort is SoortSegment.GEZEGD:
            yield zin(str(plaats), segment.tijd, tekst, Kennis.GEHOORD_VAN, segment.spreker.strip())
        elif tekst:
            yield zin(str(plaats), segment.tijd, tekst, Kennis.WAARGENOMEN)


def _verloop(bezoek: Deurbezoek) -> str:
    begin = f"Ik was aan de deur van {adres_in_zin(bezoek.adres)}."
    gevolg = in_proces_verbaal(bezoek.uitkomst, bezoek.aangetroffen)
    gezien = bezoek.niet_thuis.gezien if bezoek.niet_thuis else ()
    zag = f" Ik zag aan de woning: {', '.join(gezien)}." if gezien else ""
    return f"{begin} {gevolg}{zag}"


def _binnen(bezoek: Deurbezoek) -> str:
    """R29: entry is only told with who consented and when, after the card and the purpose."""
    toestemming = bezoek.vinkje(SoortVinkje.TOESTEMMING)
    if not bezoek.binnen or toestemming is None or not toestemming.wie.strip():
        return ""
    return (
        f"Ik ging naar binnen met toestemming van {toestemming.wie.strip()}, om "
        f"{toestemming.tijd.astimezone():%H:%M} uur, na legitimatie en mededeling van het doel."
    )


def _gesprek(notitie: Gespreksnotitie) -> Iterator[Gevonden]:
    hoe = _HOE[notitie.hoe]
    dag = lang(notitie.gesproken_op.astimezone())
    wijzing = f"{hoe}, {dag}" if hoe else dag
    yield (
        f"{notitie.id}#0",
        Bevinding(
            notitie.gesproken_op.astimezone(),
            notitie.tekst.strip(),
            Kennis.GEHOORD_VAN,
            Bronsoort.GESPREK,
            wijzing,
            notitie.met_wie.strip(),
        ),
    )


def _brieven(work: Work, dossier: str) -> Iterator[Gevonden]:
    """Letters that were sent; a letter that stayed in the drawer says nothing."""
    for regel in work.stukkenkast.stukken(dossier):
        if regel.concept or regel.soort is Documentsoort.PROCES_VERBAAL:
            continue
        for stap in work.stukkenkast.stuk(regel.id).stappen:
            if stap.soort is Stapsoort.VERZONDEN:
                yield (
                    f"{regel.id}#{stap.id}",
                    Bevinding(
                        datetime.combine(stap.datum, time(0)).astimezone(),
                        f"Ik verstuurde de brief ‘{regel.titel}’ aan {stap.aan}.",
                        Kennis.STUK,
                        Bronsoort.BRIEF,
                        f"van {lang(stap.datum)}" + (f", kenmerk {regel.nummer}" if regel.nummer else ""),
                    ),
                )
