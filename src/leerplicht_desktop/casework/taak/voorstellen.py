"""What the rules propose to do next in a dossier, by when and why; taken over or set aside with a reason.

A proposal that is taken over becomes a task whose origin names the rule. One that is set aside becomes a task
that lapsed at once, with the reason: so it is recorded, travels, and is not proposed again anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.procedure.feiten import Procedurestand, procedurestanden
from leerplicht_desktop.casework.queries.caseload import (
    Caseload,
    DossierBeeld,
    MeldingBeeld,
    TijdlijnItem,
    Tijdlijnsoort,
    Verhoorstand,
)
from leerplicht_desktop.casework.queries.tegenspraak import tegenspraak
from leerplicht_desktop.casework.touched import Soort, Touched, touched
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.nederlandsetijd import in_nederland
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.plicht.jongere import Jongere
from leerplicht_desktop.domain.procedure.procedure import Proceduresoort
from leerplicht_desktop.domain.procedure.vraag import Antwoorden
from leerplicht_desktop.domain.taak.taak import Afhandeling
from leerplicht_desktop.domain.taak.voorstellen import (
    Dossierstand,
    OpenMelding,
    Strafzaak,
    Taakvoorstel,
    voorgestelde_taken,
    wijs_af,
)
from leerplicht_desktop.domain.verzuim.melding import Melding, beoordeel
from leerplicht_desktop.domain.verzuim.meldsoort import Meldsoort
from leerplicht_desktop.domain.verzuim.telling import Verzuimdag
from leerplicht_desktop.domain.verzuim.thuiszitter import Thuiszitterklok, thuiszitter
from leerplicht_desktop.domain.wet.kalender import Schoolkalender, kalender_van

from .maken import taak_afhandelen, taak_maken

_HERKOMST = "regel:"
_CONTACT = (Tijdlijnsoort.BEZOEK, Tijdlijnsoort.NOTITIE)


def voorstellen(caseload: Caseload, dossier: str, vandaag: date) -> tuple[Taakvoorstel, ...]:
    """What the rules propose for one dossier, the most urgent first; nothing when it left the caseload."""
    beeld = caseload.dossier(dossier)
    if beeld is None or beeld.jongere.overleden:
        return ()
    taken = (*caseload.taken(dossier, True), *caseload.taken(dossier, False))
    al_taak = {taak.herkomst.removeprefix(_HERKOMST) for taak in taken}
    stand = dossierstand(caseload, beeld, vandaag)
    return voorgestelde_taken(stand, (), al_taak) if stand is not None else ()


def voorstel_overnemen(work: Work, klok: Klok, dossier: str, voorstel: Taakvoorstel) -> Touched:
    """Make the proposal a task of the officer."""
    taak_maken(
        work, klok, (dossier,), voorstel.wat, voorstel.uiterlijk, herkomst=_HERKOMST + voorstel.sleutel
    )
    return touched(Soort.TAAK, Soort.SYNC, Soort.DOSSIER, dossiers=(dossier,))


def voorstel_afwijzen(work: Work, klok: Klok, dossier: str, voorstel: Taakvoorstel, reden: str) -> Touched:
    """Set it aside. Raises DomainError without a reason; then nothing has changed."""
    afwijzing = wijs_af(voorstel, reden, klok.vandaag())
    taak = taak_maken(
        work, klok, (dossier,), voorstel.wat, voorstel.uiterlijk, herkomst=_HERKOMST + voorstel.sleutel
    )
    return taak_afhandelen(work, klok, taak.id, Afhandeling.VERVALLEN, afwijzing.reden)


def dossierstand(caseload: Caseload, beeld: DossierBeeld, vandaag: date) -> Dossierstand | None:
    """What the rules need to know, from what is recorded; None for a jongere without a usable birth date."""
    kalender = kalender_van(beeld.school.regio if beeld.school else "")
    tijdlijn = [item for item in caseload.tijdlijn(beeld.dossier) if not item.concept]
    try:
        jongere = Jongere(Geboortedatum.uit_lo3(beeld.jongere.geboren or "00000000"), kalender)
        standen = procedurestanden(caseload, beeld, vandaag)
        meldingen = tuple(_open_melding(melding, jongere, kalender, tijdlijn) for melding in beeld.meldingen)
        return Dossierstand(
            jongere=jongere,
            peildatum=vandaag,
            meldingen=meldingen,
            klok=_klok(beeld, vandaag),
            niet_thuis_op=_niet_thuis_op(caseload, beeld.dossier, tijdlijn),
            woont_hier_niet_op=_woont_hier_niet_op(caseload, beeld.dossier),
            verlofaanvraag_op=_eerste(een.oordeel.bijdrage.verlofaanvraag_op for een in standen),
            vrijgesteld=any(een.oordeel.bijdrage.vrijgesteld for een in standen),
            absoluut_sinds=_eerste(een.oordeel.bijdrage.absoluut_sinds for een in standen),
            niet_nagekomen_sinds=_eerste(een.oordeel.bijdrage.niet_nagekomen_sinds for een in standen),
            strafzaak=_strafzaak(caseload.verhoorstand(beeld.dossier), beeld, standen),
            uit_procedures=tuple(taak for een in standen for taak in een.oordeel.taken),
        )
    except DomainError:
        # A report the rules cannot read is shown as it is; the screen says what is wrong with it.
        return None


def _eerste(dagen: Iterable[date | None]) -> date | None:
    return min((dag for dag in dagen if dag is not None), default=None)


def _strafzaak(
    verhoor: Verhoorstand | None, beeld: DossierBeeld, standen: tuple[Procedurestand, ...]
) -> Strafzaak | None:
    """The case that runs from a hearing: to Halt once that was offered and not refused, else on paper."""
    if verhoor is None:
        return None
    dag = in_nederland(verhoor.eerste).date()
    van_halt = (een.procedure for een in standen if een.procedure.soort is Proceduresoort.HALT)
    halt = next(van_halt, None) if verhoor.van_jongere else None  # Halt takes no parents
    antwoorden = Antwoorden(halt.antwoorden if halt is not None else {})
    return Strafzaak(
        eerste_verhoor=dag,
        melding=max((een.datum_melding for een in beeld.meldingen if een.datum_melding <= dag), default=None),
        minderjarig=verhoor.minderjarig,
        naar_halt=antwoorden.dag("aangeboden_op") is not None and antwoorden.ja("verwezen") is not False,
        afgerond=antwoorden.dag("verwezen_op") is not None,
    )


def _open_melding(
    melding: MeldingBeeld, jongere: Jongere, kalender: Schoolkalender | None, tijdlijn: list[TijdlijnItem]
) -> OpenMelding:
    dagen = tuple(Verzuimdag(dag, Decimal(str(uren)), melding.eenheid) for dag, uren in melding.dagen)
    gelezen = Melding(
        Meldsoort(melding.soort), melding.datum_melding, melding.begindatum, melding.einddatum, dagen
    )
    return OpenMelding(
        nummer=melding.meldingsnummer,
        ontvangen_op=melding.datum_melding,
        beoordeling=beoordeel(gelezen, jongere.geboortedatum, kalender),
        eerste_contact=min(
            (
                dag
                for item in tijdlijn
                if item.soort in _CONTACT and (dag := _dag(item)) >= melding.datum_melding
            ),
            default=None,
        ),
    )


def _klok(beeld: DossierBeeld, vandaag: date) -> Thuiszitterklok | None:
    """The clock of a jongere whom the newest report calls absent until now."""
    melding = next(iter(beeld.meldingen), None)
    if melding is None or melding.einddatum is not None or melding.soort != Meldsoort.LANGDURIG:
        return None
    return thuiszitter(melding.begindatum, vandaag)


def _niet_thuis_op(caseload: Caseload, dossier: str, tijdlijn: list[TijdlijnItem]) -> date | None:
    """The day of the last visit if nobody opened and no task to try again came from it."""
    laatste = next((item for item in tijdlijn if item.soort in _CONTACT), None)
    if laatste is None or laatste.soort is not Tijdlijnsoort.BEZOEK:
        return None
    if not caseload.bezoek(laatste.id).deur_gesloten:
        return None
    taken = (*caseload.taken(dossier, True), *caseload.taken(dossier, False))
    return None if any(taak.herkomst == laatste.id for taak in taken) else _dag(laatste)


def _woont_hier_niet_op(caseload: Caseload, dossier: str) -> date | None:
    bezoek = tegenspraak(caseload, dossier)
    return in_nederland(bezoek.begonnen_op).date() if bezoek is not None else None


def _dag(item: TijdlijnItem) -> date:
    return in_nederland(item.wanneer).date() if isinstance(item.wanneer, datetime) else item.wanneer
