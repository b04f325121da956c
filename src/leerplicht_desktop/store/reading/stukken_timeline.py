"""The paper on the timeline of a dossier: what was made, what happened to it, what was added and printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, time, timedelta

from leerplicht_desktop.casework.queries.stukkenkast import Opent, StukRegel, ZaakstukItem, Zaakstuksoort
from leerplicht_desktop.domain.nederlandsetijd import in_nederland, nederlands
from leerplicht_desktop.domain.persoon.naam import hoofdletter
from leerplicht_desktop.domain.privacy.regime import Regime
from leerplicht_desktop.domain.stuk.stuk import Afdoening, Stapsoort, Stukstap, Verzendwijze
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.store.kluis.codec import needed_moment
from leerplicht_desktop.store.kluis.connection import Access
from leerplicht_desktop.store.spiegel.authors import author, clock_remark
from leerplicht_desktop.store.spiegel.pulled_stukken import verhoor as pulled_verhoor
from leerplicht_desktop.store.writing import stukken, verhoren

from . import stukken_list
from .origin import officer, standing

_STEP_WORDS = {
    Stapsoort.ONDERTEKEND: "ondertekend",
    Stapsoort.SCAN: "scan van het ondertekende stuk bewaard",
    Stapsoort.VERZONDEN: "verzonden",
    Stapsoort.NIET_VERZONDEN: "wordt niet verzonden",
    Stapsoort.ONTVANGEN: "ontvangen",
    Stapsoort.TERUGGESTUURD: "teruggestuurd",
    Stapsoort.AFDOENING: "afgedaan",
}
_MANNER = {
    Verzendwijze.POST: "met de post",
    Verzendwijze.AANGETEKEND: "aangetekend",
    Verzendwijze.BEVEILIGDE_MAIL: "met beveiligde mail",
    Verzendwijze.PORTAAL: "via een portaal",
    Verzendwijze.PERSOONLIJK: "persoonlijk gegeven",
    Verzendwijze.BRIEVENBUS: "in de brievenbus gedaan",
}
_AFDOENING = {
    Afdoening.SEPOT: "Sepot",
    Afdoening.STRAFBESCHIKKING: "Strafbeschikking",
    Afdoening.DAGVAARDING: "Dagvaarding",
    Afdoening.UITSPRAAK: "Uitspraak van de rechter",
}
_HOW = {"afgedrukt": "afgedrukt", "uitgevoerd": "opgeslagen als bestand"}
_PRINTS = "SELECT op, hoe, waarheen, aantal FROM afdruk WHERE stuk = ? ORDER BY nr"


def items(access: Access, dossier: str) -> tuple[ZaakstukItem, ...]:
    """Hearings, papers, steps, attachments and prints of a dossier, newest first."""
    made = [*_papers(access, dossier), *_hearings(access, dossier)]
    # A visit stands on the timeline by itself; what is printed of it is its report.
    printed = {
        id_: (Opent.BEZOEKVERSLAG, "Bezoekverslag") for id_ in stukken_list.ids(access, "deurbezoek", dossier)
    }
    printed |= {item.id: (item.opent, item.kop) for item in made if item.soort is not Zaakstuksoort.STAP}
    found = (*made, *_annexes(access, dossier), *_prints(access, printed))
    return tuple(sorted(found, key=_when, reverse=True))


def _papers(access: Access, dossier: str) -> Iterator[ZaakstukItem]:
    """Each paper, followed by its steps."""
    for regel in stukken_list.papers(access, dossier):
        pv = regel.soort is Documentsoort.PROCES_VERBAAL
        opens = Opent.PROCES_VERBAAL if pv else Opent.BRIEF
        yield _paper(access, regel, opens)
        steps = () if regel.concept else stukken.steps_of(access, regel.id)
        for nr, step in enumerate(steps):
            yield replace(_step(access, regel, step, opens), plaats=_place(step, nr))


def _paper(access: Access, regel: StukRegel, opens: Opent) -> ZaakstukItem:
    return ZaakstukItem(
        soort=Zaakstuksoort.STUK,
        opent=opens,
        id=regel.id,
        wanneer=regel.wanneer,
        kop=f"{hoofdletter(regel.titel)} {regel.nummer}".strip(),
        tekst=f"Aan {regel.geadresseerde}" if regel.geadresseerde else "",
        wie=officer(access) if regel.concept else author(access, "stuk", regel.id),
        verzonden=regel.verzonden,
        concept=regel.concept,
        afgewezen=regel.afgewezen,
        stand=regel.stand,
        klok=clock_remark(access, "stuk", regel.id),
        regime=regel.regime,
    )


def _step(access: Access, regel: StukRegel, step: Stukstap, opens: Opent) -> ZaakstukItem:
    where = standing(access, "stukstap", step.id)
    return ZaakstukItem(
        soort=Zaakstuksoort.STAP,
        opent=opens,
        id=regel.id,
        wanneer=step.datum,
        kop=f"{hoofdletter(regel.titel)}: {_STEP_WORDS[step.soort]}",
        tekst=_told(step),
        wie=author(access, "stukstap", step.id),
        klok=clock_remark(access, "stukstap", step.id),
        verzonden=where.sent,
        afgewezen=where.refused,
    )


def _place(step: Stukstap, nr: int) -> datetime:
    """When it was written down if that was the same day, else the end of its day: after what it follows."""
    end = nederlands(step.datum, time(23, 59, 59))
    return min(in_nederland(step.gezet_op), end) + timedelta(microseconds=nr)


def _told(step: Stukstap) -> str:
    parts = (
        f"In {step.plaats}" if step.plaats else "",
        "met scan" if step.bijlage and step.soort is not Stapsoort.SCAN else "",
        f"Aan {step.aan}" if step.aan else "",
        _MANNER[step.wijze] if step.wijze else "",
        _AFDOENING[step.afdoening] if step.afdoening else "",
        step.reden,
    )
    return ", ".join(part for part in parts if part)


def _hearings(access: Access, dossier: str) -> Iterator[ZaakstukItem]:
    for id_ in stukken_list.ids(access, "verhoor", dossier):
        blad = verhoren.load(access, id_) or pulled_verhoor(access, id_)
        if blad is None:
            continue
        where = standing(access, "verhoor", id_)
        yield ZaakstukItem(
            soort=Zaakstuksoort.VERHOOR,
            opent=Opent.VERHOOR,
            id=id_,
            wanneer=blad.verhoor.begin,
            kop=f"Verhoor van {blad.verdachte.naam}" if blad.verdachte.naam else "Verhoor",
            tekst="",
            wie=author(access, "verhoor", id_),
            klok=clock_remark(access, "verhoor", id_),
            verzonden=where.sent,
            concept=blad.is_concept,
            afgewezen=where.refused,
            regime=Regime.WPG,
        )


def _annexes(access: Access, dossier: str) -> Iterator[ZaakstukItem]:
    """What was added from outside; the scan of a signed paper stands with its step."""
    scans = {
        step.bijlage
        for stuk in stukken_list.ids(access, "stuk", dossier)
        for step in stukken.steps_of(access, stuk)
    }
    for id_ in stukken_list.ids(access, "bijlage", dossier):
        if id_ not in scans:
            yield _annex(access, id_)


def _annex(access: Access, id_: str) -> ZaakstukItem:
    bijlage = stukken.load_bijlage(access, id_)
    where = standing(access, "bijlage", id_)
    return ZaakstukItem(
        soort=Zaakstuksoort.BIJLAGE,
        opent=Opent.BIJLAGE,
        id=id_,
        wanneer=bijlage.toegevoegd_op,
        kop=f"Bijlage: {bijlage.titel}",
        tekst="",
        wie=author(access, "bijlage", id_),
        klok=clock_remark(access, "bijlage", id_),
        verzonden=where.sent,
        afgewezen=where.refused,
    )


def _prints(access: Access, printed: Mapping[str, tuple[Opent, str]]) -> Iterator[ZaakstukItem]:
    for id_, (opens, name) in printed.items():
        for row in access.rows(_PRINTS, (id_,)):
            copies = f", {row['aantal']} exemplaren" if row["aantal"] > 1 else ""
            yield ZaakstukItem(
                soort=Zaakstuksoort.AFDRUK,
                opent=opens,
                id=id_,
                wanneer=needed_moment(row["op"]),
                kop=f"{name} {_HOW.get(row['hoe'], row['hoe'])}",
                tekst=f"{row['waarheen']}{copies}",
                wie=officer(access),
                verzonden=True,
            )


def _when(item: ZaakstukItem) -> tuple[datetime, str]:
    moment = item.plaats or item.wanneer
    if isinstance(moment, datetime):
        return in_nederland(moment), item.id
    return nederlands(moment, time.min), item.id
