"""Lists of papers: what a dossier holds of each kind, own and pulled, each once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, time

from leerplicht_desktop.casework.papierstukken import ConceptPV
from leerplicht_desktop.casework.stukken_queries import PapierTijdlijnItem, StukRegel
from leerplicht_desktop.domain.documentsoort import Documentsoort
from leerplicht_desktop.domain.proces_verbaal import ProcesVerbaal
from leerplicht_desktop.domain.stuk import Stapsoort, Stukstap, stand

from . import concepten, stukken, verhoren
from .codec import text_of
from .connection import Access
from .herkomst import names, officer, standing
from .pulled import fields_of
from .pulled_papier import verhoor as pulled_verhoor

_OF_DOSSIER = (
    "SELECT id FROM werk_dossier WHERE soort = :soort AND dossier = :dossier UNION "
    "SELECT id FROM spiegel_dossier WHERE entity = :soort AND dossier = :dossier ORDER BY id"
)
_OF_ALL = (
    "SELECT id FROM werk_dossier WHERE soort = :soort UNION "
    "SELECT id FROM spiegel_dossier WHERE entity = :soort ORDER BY id"
)
_ADDITIONS = (
    "SELECT id FROM stuk WHERE aanvulling_op = :id UNION "
    "SELECT id FROM spiegel_record WHERE entity = 'stuk' AND verwijst = :id ORDER BY id"
)
_STAP = {
    Stapsoort.ONDERTEKEND: "ondertekend",
    Stapsoort.SCAN: "scan geregistreerd",
    Stapsoort.VERZONDEN: "verzonden",
    Stapsoort.NIET_VERZONDEN: "niet verzonden",
    Stapsoort.ONTVANGEN: "ontvangen",
    Stapsoort.TERUGGESTUURD: "teruggestuurd",
    Stapsoort.AFDOENING: "afgedaan",
}


def ids(access: Access, soort: str, dossier: str | None) -> tuple[str, ...]:
    """What a dossier, or all of them, hold of one kind."""
    if dossier is None:
        rows = access.rows(_OF_ALL, {"soort": soort})
    else:
        rows = access.rows(_OF_DOSSIER, {"soort": soort, "dossier": dossier})
    return tuple(row["id"] for row in rows)


def additions(access: Access, stuk: str) -> tuple[str, ...]:
    """The documents that add to one."""
    return tuple(row["id"] for row in access.rows(_ADDITIONS, {"id": stuk}))


def author(access: Access, entity: str, id_: str) -> str:
    """Who made it: as the municipality has it, else the officer of this laptop."""
    fields = fields_of(access, entity, id_)
    return (text_of(fields, "verbalisant") if fields else "") or officer(access)


def with_pv(concept: ConceptPV, pv: ProcesVerbaal) -> ConceptPV:
    """The concept with its proces-verbaal complete."""
    return replace(concept, pv=pv)


def papers(access: Access, dossier: str | None) -> tuple[StukRegel, ...]:
    """Sealed documents and concepts, newest first."""
    found = [_sealed(access, id_) for id_ in ids(access, "stuk", dossier)]
    found += [_draft_pv(access, id_) for id_ in ids(access, concepten.PV, dossier)]
    found += [_draft_letter(access, id_) for id_ in ids(access, concepten.BRIEF, dossier)]
    return tuple(sorted(found, key=lambda regel: (regel.wanneer, regel.id), reverse=True))


def _sealed(access: Access, id_: str) -> StukRegel:
    stuk = stukken.load_stuk(access, id_)
    where = standing(access, "stuk", id_)
    return StukRegel(
        id=id_,
        soort=stuk.soort,
        nummer=stuk.nummer,
        titel=stuk.titel,
        geadresseerde=stuk.geadresseerde,
        wanneer=stuk.verzegeld_op,
        stand=stand(stukken.steps_of(access, id_)),
        concept=False,
        verzonden=where.sent,
        afgewezen=where.refused,
        namen=names(access, stuk.dossiers),
        dossiers=stuk.dossiers,
    )


def _draft_pv(access: Access, id_: str) -> StukRegel:
    concept = concepten.load_pv(access, id_)
    return StukRegel(
        id=id_,
        soort=Documentsoort.PROCES_VERBAAL,
        titel="Aanvullend proces-verbaal" if concept.aanvulling_op else "Proces-verbaal",
        wanneer=concept.begonnen_op,
        dossiers=concept.dossiers,
        namen=names(access, concept.dossiers),
        concept=True,
    )


def _draft_letter(access: Access, id_: str) -> StukRegel:
    brief = concepten.load_brief(access, id_)
    return StukRegel(
        id=id_,
        soort=brief.soort,
        titel=brief.soort.naam(brief.begonnen_op.date()),
        wanneer=brief.begonnen_op,
        dossiers=brief.dossiers,
        namen=names(access, brief.dossiers),
        geadresseerde=" en ".join(brief.aan.naamregels) if brief.aan else "",
        concept=True,
    )


# -- the timeline ---------------------------------------------------------------------------------


def timeline(access: Access, dossier: str) -> tuple[PapierTijdlijnItem, ...]:
    """Hearings, papers, steps and attachments, newest first."""
    found = [
        *(_paper_item(access, regel) for regel in papers(access, dossier)),
        *_items(access, dossier, "verhoor", _hearing_item),
        *_items(access, dossier, "bijlage", _annex_item),
        *_step_items(access, dossier),
    ]
    return tuple(sorted(found, key=_when, reverse=True))


def _items(
    access: Access, dossier: str, soort: str, make: Callable[[Access, str], PapierTijdlijnItem | None]
) -> Iterator[PapierTijdlijnItem]:
    for id_ in ids(access, soort, dossier):
        item = make(access, id_)
        if item is not None:
            yield item


def _paper_item(access: Access, regel: StukRegel) -> PapierTijdlijnItem:
    kind = "concept_pv" if regel.soort is Documentsoort.PROCES_VERBAAL else "concept_brief"
    title = f"{regel.titel} {regel.nummer}".strip()
    return PapierTijdlijnItem(
        soort=kind if regel.concept else "stuk",
        id=regel.id,
        wanneer=regel.wanneer,
        kop=f"Concept {title[:1].lower()}{title[1:]}" if regel.concept else title,
        tekst=f"Aan {regel.geadresseerde}" if regel.geadresseerde else "",
        wie=officer(access) if regel.concept else author(access, "stuk", regel.id),
        verzonden=regel.verzonden,
        concept=regel.concept,
        afgewezen=regel.afgewezen,
    )


def _hearing_item(access: Access, id_: str) -> PapierTijdlijnItem | None:
    blad = verhoren.load(access, id_) or pulled_verhoor(access, id_)
    if blad is None:
        return None
    where = standing(access, "verhoor", id_)
    return PapierTijdlijnItem(
        soort="verhoor",
        id=id_,
        wanneer=blad.verhoor.begin,
        kop=f"Verhoor van {blad.verdachte.naam}".strip(),
        tekst="",
        wie=author(access, "verhoor", id_),
        verzonden=where.sent,
        concept=blad.is_concept,
        afgewezen=where.refused,
    )


def _annex_item(access: Access, id_: str) -> PapierTijdlijnItem | None:
    bijlage = stukken.load_bijlage(access, id_)
    where = standing(access, "bijlage", id_)
    return PapierTijdlijnItem(
        soort="bijlage",
        id=id_,
        wanneer=bijlage.toegevoegd_op,
        kop=f"Bijlage: {bijlage.titel}",
        tekst="",
        wie=bijlage.door,
        verzonden=where.sent,
        afgewezen=where.refused,
    )


def _step_items(access: Access, dossier: str) -> Iterator[PapierTijdlijnItem]:
    for id_ in ids(access, "stuk", dossier):
        stuk = stukken.load_stuk(access, id_)
        for step in stukken.steps_of(access, id_):
            where = standing(access, "stukstap", step.id)
            yield PapierTijdlijnItem(
                soort="stukstap",
                id=id_,
                wanneer=step.datum,
                kop=f"{stuk.titel} {_STAP[step.soort]}",
                tekst=_told(step),
                wie=author(access, "stukstap", step.id),
                verzonden=where.sent,
                afgewezen=where.refused,
            )


def _told(step: Stukstap) -> str:
    to = f"Aan {step.aan}" if step.aan else ""
    result = step.afdoening.value.capitalize() if step.afdoening else ""
    return ", ".join(part for part in (step.plaats, to, result, step.reden) if part)


def _when(item: PapierTijdlijnItem) -> tuple[datetime, str]:
    if isinstance(item.wanneer, datetime):
        return item.wanneer.astimezone(), item.id
    return datetime.combine(item.wanneer, time.min).astimezone(), item.id
