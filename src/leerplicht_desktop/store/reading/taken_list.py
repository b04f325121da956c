"""Tasks as lines: own and pulled, each once, with how they ended."""

from __future__ import annotations

from leerplicht_desktop.casework.queries.caseload import TaakRegel
from leerplicht_desktop.domain.taak.taak import Taak
from leerplicht_desktop.store.kluis.codec import from_json, text_of
from leerplicht_desktop.store.kluis.connection import Access
from leerplicht_desktop.store.writing.taken import load

from .origin import names, standing


def lines(access: Access, dossier: str | None, open_: bool) -> tuple[TaakRegel, ...]:
    """Tasks of a dossier, or of all that are in the caseload; the most urgent first."""
    if dossier is not None:
        rows = access.rows("SELECT id FROM taak_dossier WHERE dossier = ?", (dossier,))
    elif open_:
        rows = access.rows("SELECT DISTINCT id FROM open_taak JOIN dossier_regel USING (dossier)")
    else:
        rows = access.rows("SELECT DISTINCT id FROM taak_dossier JOIN dossier_regel USING (dossier)")
    found = (line(access, row["id"]) for row in rows)
    return tuple(sorted((one for one in found if one and open_ == (one.afgehandeld is None)), key=_urgency))


def line(access: Access, id_: str) -> TaakRegel | None:
    """One task as a line, or None when it is unknown."""
    taak = load(access, id_)
    return None if taak is None else _line(access, taak)


def _line(access: Access, taak: Taak) -> TaakRegel:
    end = _end(access, taak.id)
    sent = standing(access, "taak", taak.id).sent
    if end is not None:
        sent = sent and standing(access, "taakafhandeling", end[0]).sent
    return TaakRegel(
        id=taak.id,
        wat=taak.wat,
        wie=taak.wie,
        uiterlijk=taak.uiterlijk,
        tijdstip=taak.tijdstip,
        afgehandeld=end[1] if end else None,
        toelichting=end[2] if end else "",
        dossiers=taak.dossiers,
        namen=names(access, taak.dossiers),
        verzonden=sent,
        herkomst=taak.herkomst or "",
    )


def _end(access: Access, taak: str) -> tuple[str, str, str] | None:
    """(id, how, why) of the end of a task: the one recorded here goes before a pulled one."""
    own = access.row("SELECT id, hoe, toelichting FROM taakafhandeling WHERE taak = ?", (taak,))
    if own is not None:
        return own["id"], own["hoe"], own["toelichting"]
    pulled = access.row(
        "SELECT id, fields FROM spiegel_record WHERE entity = 'taakafhandeling' AND verwijst = ? "
        "ORDER BY seq, id LIMIT 1",
        (taak,),
    )
    if pulled is None:
        return None
    fields = from_json(pulled["fields"])
    return pulled["id"], text_of(fields, "hoe"), text_of(fields, "toelichting")


def _urgency(line_: TaakRegel) -> tuple[str, str, str]:
    time = line_.tijdstip.isoformat() if line_.tijdstip else "99"
    return line_.uiterlijk.isoformat(), time, line_.id
