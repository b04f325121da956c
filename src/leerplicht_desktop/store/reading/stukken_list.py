"""Lists of papers: what a dossier holds of each kind, own and pulled, each once."""

from __future__ import annotations

from dataclasses import replace

from leerplicht_desktop.casework.concepten import ConceptPV
from leerplicht_desktop.casework.queries.stukkenkast import StukRegel
from leerplicht_desktop.domain.handhaving.proces_verbaal import ProcesVerbaal
from leerplicht_desktop.domain.stuk.stuk import stand
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.store.kluis.connection import Access
from leerplicht_desktop.store.writing import concepten, stukken

from .origin import names, standing

_OF_DOSSIER = (
    "SELECT id FROM werk_dossier WHERE soort = :soort AND dossier = :dossier UNION "
    "SELECT id FROM spiegel_dossier WHERE entity = :soort AND dossier = :dossier ORDER BY id"
)
_OF_ALL = (
    "SELECT id FROM werk_dossier WHERE soort = :soort UNION "
    "SELECT id FROM spiegel_dossier WHERE entity = :soort ORDER BY id"
)
_ADDITIONS = (
    "SELECT id FROM stuk WHERE aanvulling_op = :id UNION ALL "
    "SELECT id FROM spiegel_record WHERE entity = 'stuk' AND verwijst = :id"
)


def ids(access: Access, soort: str, dossier: str | None) -> tuple[str, ...]:
    """What a dossier, or all of them, hold of one kind."""
    if dossier is None:
        rows = access.rows(_OF_ALL, {"soort": soort})
    else:
        rows = access.rows(_OF_DOSSIER, {"soort": soort, "dossier": dossier})
    return tuple(row["id"] for row in rows)


def additions(access: Access, stuk: str) -> tuple[str, ...]:
    """The documents that add to one."""
    # Made unique and ordered here: asked to do it, SQLite walks over every document of the mirror.
    return tuple(sorted({row["id"] for row in access.rows(_ADDITIONS, {"id": stuk})}))


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
        regime=stuk.regime,
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
