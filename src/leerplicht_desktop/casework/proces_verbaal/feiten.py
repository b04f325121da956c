"""The facts of a proces-verbaal: each jongere, split per ground, over the reported days (R05–R07)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from leerplicht_desktop.casework.concepten import Feitkeuze, Persoonskeuze
from leerplicht_desktop.casework.queries.caseload import DossierBeeld, MeldingBeeld, PersoonBeeld
from leerplicht_desktop.casework.queries.stukkenkast import Registerpersoon
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.handhaving.grondslagen import (
    Betrokkene,
    Feitsoort,
    Grondslag,
    Jongere,
    Rol,
    luxeverzuim_lijn,
    mag_verdachte_zijn,
)
from leerplicht_desktop.domain.handhaving.proces_verbaal import (
    BetrokkenJongere,
    Feit,
    Schooldeel,
    Verdachte,
    Verzuimregel,
)
from leerplicht_desktop.domain.handhaving.pvfeiten import Registerstand
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.persoon.plaatsnaam import adres_in_zin
from leerplicht_desktop.domain.verzuim.meldsoort import Meldsoort, op_papier
from leerplicht_desktop.domain.wet.kalender import kalender_van


def verdachte_van(
    keuze: Persoonskeuze, register: Registerpersoon | None, beelden: Sequence[DossierBeeld]
) -> Verdachte:
    """The suspect with what the register gives; the rest stays empty and blocks (R15)."""
    gezag = tuple(
        persoon.naam
        for persoon in beelden[0].betrokkenen
        if keuze.rol is Rol.JONGERE and persoon.gezag is True
    )
    hoedanigheid = "" if keuze.rol is not Rol.JONGERE else "jongere"
    if register is None:
        return Verdachte(keuze.rol, keuze.naam, hoedanigheid=hoedanigheid, gezaghebbers=gezag)
    return Verdachte(
        rol=keuze.rol,
        naam=register.naam,
        voornamen=register.voornamen,
        geboren=register.geboren,
        geboorteplaats=register.geboorteplaats,
        bsn=register.bsn,
        adres=_op_een_regel(register.ontvanger.adresregels),
        hoedanigheid=hoedanigheid,
        gezaghebbers=gezag,
    )


def registerstand(keuze: Persoonskeuze, beelden: Sequence[DossierBeeld]) -> Registerstand | None:
    """What the register says of the suspect by now; None for somebody it does not know."""
    allen = (een for beeld in beelden for een in (beeld.jongere, *beeld.betrokkenen))
    wie = next((een for een in allen if een.persoon is not None and een.persoon == keuze.persoon), None)
    if wie is None:
        return None
    regels = wie.adres.regels if wie.adres is not None else ()
    return Registerstand(_op_een_regel(regels), wie.overleden)


def _op_een_regel(regels: Sequence[str]) -> str:
    return ", ".join(adres_in_zin(regel) for regel in regels)


def feiten_van(
    beelden: Sequence[DossierBeeld], verdachte: Persoonskeuze, keuze: Feitkeuze
) -> tuple[Feit, ...]:
    """The facts of every jongere. Raises DomainError with the reason when not one day can be charged."""
    if verdachte.rol is Rol.JONGERE and len(beelden) != 1:
        raise DomainError("dossiers", "Een jongere is alleen verdachte van het eigen verzuim. Kies er één.")
    feiten: list[Feit] = []
    redenen: list[str] = []
    for beeld in beelden:
        oordeel = mag_verdachte_zijn(
            _jongere(beeld), _betrokkene(beeld, verdachte, keuze), keuze.soort, keuze.van, keuze.tot
        )
        redenen += oordeel.redenen
        feiten += [_feit(beeld, keuze, grond) for grond in oordeel.grondslagen]
    if not feiten:
        raise DomainError("verdachte", " ".join(dict.fromkeys(redenen)) or "Er is geen feit.", "R05; R06")
    return tuple(feiten)


def _feit(beeld: DossierBeeld, keuze: Feitkeuze, grond: Grondslag) -> Feit:
    """Of an enrolled jongere only the days that the school reported; none of them blocks (see the pass)."""
    gemeld = {dag for melding in meldingen_van(beeld, keuze) for dag, _ in melding.dagen}
    dagen = tuple(dag for dag in grond.dagen if dag in gemeld)
    los = False
    if keuze.soort is not Feitsoort.ABSOLUUT and dagen:
        tussen = [dag for dag in grond.dagen if dagen[0] <= dag <= dagen[-1]]
        los = len(dagen) < len(tussen)
        grond = replace(grond, van=dagen[0], tot=dagen[-1], dagen=dagen)
    omvang = _omvang(beeld, keuze, grond.dagen)
    return Feit(betrokken(beeld), keuze.soort, grond, keuze.plaats, omvang, los)


def eis_luxe(beelden: Sequence[DossierBeeld], keuze: Feitkeuze, feiten: Sequence[Feit]) -> None:
    """Raise DomainError (``reden``) when a first single day of luxeverzuim only leads to a warning (R14)."""
    if keuze.soort is not Feitsoort.LUXE or keuze.reden.strip():
        return
    dagen = {dag for feit in feiten for dag in feit.grondslag.dagen}
    eerder = any(
        melding.soort == Meldsoort.LUXE and melding.begindatum < keuze.van
        for beeld in beelden
        for melding in beeld.meldingen
    )
    lijn = luxeverzuim_lijn(max(1, len(dagen)), not eerder, aankondiging(beelden, keuze), dag=keuze.van)
    if lijn.reden_gevraagd:
        raise DomainError(
            "reden",
            "Eén dag, de eerste keer, en de school kondigde het niet aan: dat is een waarschuwing. Schrijf "
            "waarom het toch een proces-verbaal wordt.",
            lijn.uitleg.artikel,
        )


def aankondiging(beelden: Sequence[DossierBeeld], keuze: Feitkeuze) -> str:
    """How and when the school told parents that it reports, as the reports of the period say."""
    gezegd = (
        melding.school_kondigde_aan.strip() for beeld in beelden for melding in meldingen_van(beeld, keuze)
    )
    return "\n".join(dict.fromkeys(tekst for tekst in gezegd if tekst))


def meldingen_van(beeld: DossierBeeld, keuze: Feitkeuze) -> tuple[MeldingBeeld, ...]:
    """The reports with a day in the period, the oldest first."""
    return tuple(
        sorted(
            (
                melding
                for melding in beeld.meldingen
                if any(keuze.van <= dag <= keuze.tot for dag, _ in melding.dagen)
                or keuze.van <= melding.begindatum <= keuze.tot
            ),
            key=lambda melding: (melding.datum_melding, melding.id),
        )
    )


def verzuimtabel(beelden: Sequence[DossierBeeld], keuze: Feitkeuze) -> tuple[Verzuimregel, ...]:
    """The attendance table: every reported day of the period, each with its report."""
    regels: dict[tuple[date, str], Verzuimregel] = {}
    for beeld in beelden:
        for melding in meldingen_van(beeld, keuze):
            for dag, uren in melding.dagen:
                if keuze.van <= dag <= keuze.tot:
                    regel = Verzuimregel(
                        dag, betrokken(beeld).naam, _uren(uren, melding), melding.meldingsnummer
                    )
                    regels.setdefault((dag, beeld.dossier), regel)
    return tuple(regels[sleutel] for sleutel in sorted(regels))


def schooldeel(beelden: Sequence[DossierBeeld], keuze: Feitkeuze) -> Schooldeel:
    """What the reports say of the school: how it reported, and how it told the parents."""
    zinnen: list[str] = []
    for beeld in beelden:
        naam = beeld.school.naam if beeld.school else "De school"
        for melding in meldingen_van(beeld, keuze):
            actie = melding.ondernomen_actie.strip()
            soort = op_papier(melding.soort, melding.datum_melding)
            zin = (
                f"{naam} meldde op {melding.datum_melding:%d-%m-%Y} {soort} van "
                f"{beeld.naam} (melding {melding.meldingsnummer})."
            )
            zinnen.append(f"{zin} De school deed zelf: {actie}" if actie else zin)
    return Schooldeel(melding="\n".join(zinnen), voorlichting=aankondiging(beelden, keuze))


def betrokken(beeld: DossierBeeld) -> BetrokkenJongere:
    """The jongere of a dossier as a proces-verbaal names him."""
    school = beeld.school
    return BetrokkenJongere(
        naam=beeld.jongere.naam or beeld.naam,
        geboren=Geboortedatum.uit_lo3(beeld.jongere.geboren or "00000000"),
        school=school.naam if school else "",
        brin=f"{school.brin}{school.vestiging}" if school else "",
        klas=beeld.leerjaar,
    )


def _jongere(beeld: DossierBeeld) -> Jongere:
    return Jongere(
        Geboortedatum.uit_lo3(beeld.jongere.geboren or "00000000"),
        kalender_van(beeld.school.regio if beeld.school else ""),
    )


def _betrokkene(beeld: DossierBeeld, verdachte: Persoonskeuze, keuze: Feitkeuze) -> Betrokkene:
    gevonden: PersoonBeeld | None = next(
        (een for een in beeld.betrokkenen if een.persoon is not None and een.persoon == verdachte.persoon),
        None,
    )
    # On the days of the fact: that he turned eighteen since takes nothing away from then.
    gezag = gevonden.gezag_op(keuze.van) if gevonden is not None else None
    verzorgt = keuze.verzorgt or verdachte.rol is Rol.VERZORGER
    return Betrokkene(verdachte.rol, gezag, feitelijke_verzorging=verzorgt)


def _omvang(beeld: DossierBeeld, keuze: Feitkeuze, dagen: Sequence[date]) -> str:
    """``5 schooldagen, 30 lesuren``: what was reported on the days of one fact."""
    if keuze.soort is Feitsoort.ABSOLUUT:
        return f"{len(dagen)} dagen niet ingeschreven"
    per_dag: dict[date, tuple[float, str]] = {}
    for melding in meldingen_van(beeld, keuze):
        for dag, uren in melding.dagen:
            if dag in dagen and uren > per_dag.get(dag, (0.0, ""))[0]:
                per_dag[dag] = (uren, melding.eenheid)
    if not per_dag:
        return f"{len(dagen)} schooldagen in deze periode"
    woord = "schooldag" if len(per_dag) == 1 else "schooldagen"
    eenheden = dict.fromkeys(eenheid for _, eenheid in per_dag.values())
    sommen = (
        _geschreven(sum(uren for uren, soort in per_dag.values() if soort == eenheid), eenheid)
        for eenheid in eenheden
    )
    return f"{len(per_dag)} {woord}, {' en '.join(sommen)}"


def _uren(uren: float, melding: MeldingBeeld) -> str:
    return _geschreven(uren, melding.eenheid)


def _geschreven(uren: float, eenheid: str) -> str:
    woord = eenheid if uren == 1 else {"lesuur": "lesuren", "klokuur": "klokuren"}.get(eenheid, eenheid)
    return f"{uren:g}".replace(".", ",") + f" {woord}"
