"""How far a case is: the first hearing that no sealed proces-verbaal came after."""

from __future__ import annotations

from leerplicht_desktop.casework.queries.caseload import Verhoorstand
from leerplicht_desktop.store.kluis.connection import Access

from . import stukken_list


def first_open_hearing(access: Access, dossier: str) -> Verhoorstand | None:
    """The oldest fixed hearing since the last sealed proces-verbaal of a dossier; None when there is none."""
    # A hearing brings the law along, which the first window does not wait for.
    from leerplicht_desktop.domain.handhaving.grondslagen import Rol
    from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
    from leerplicht_desktop.store.spiegel.pulled_stukken import verhoor as pulled_verhoor
    from leerplicht_desktop.store.writing import verhoren

    sealed = max(
        (
            row.wanneer
            for row in stukken_list.papers(access, dossier)
            if row.soort is Documentsoort.PROCES_VERBAAL and not row.concept
        ),
        default=None,
    )
    found = (
        verhoren.load(access, id_) or pulled_verhoor(access, id_)
        for id_ in stukken_list.ids(access, "verhoor", dossier)
    )
    open_ = [
        sheet
        for sheet in found
        if sheet is not None and not sheet.is_concept and (sealed is None or sheet.verhoor.begin > sealed)
    ]
    first = min(open_, key=lambda one: one.verhoor.begin, default=None)
    if first is None:
        return None
    minor = first.verhoor.minderjarig_bij_verhoor()
    return Verhoorstand(first.verhoor.begin, minor, first.verdachte.rol is Rol.JONGERE)
