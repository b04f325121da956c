"""Terugmeldingen: of this laptop, append-only, or pulled."""

from __future__ import annotations

from leerplicht_desktop.domain.bezoek.terugmelding import Terugmelding
from leerplicht_desktop.domain.bezoek.uitkomst import Uitkomst
from leerplicht_desktop.store.kluis.codec import needed_moment, texts, to_json
from leerplicht_desktop.store.kluis.connection import Access
from leerplicht_desktop.store.spiegel.pulled import pulled_terugmelding

from .werkdossier import assign

KIND = "terugmelding"


class SqlTerugmeldingen:
    """Obeys the port ``Terugmeldingen``."""

    def __init__(self, access: Access) -> None:
        self._db = access

    def nieuw(self, terugmelding: Terugmelding) -> None:
        """Keep one; from here on the file refuses changes."""
        self._db.run(
            "INSERT INTO terugmelding (id, dossiers, bezoek, adres, bevinding, waargenomen_op, gemaakt_op, "
            "toelichting) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                terugmelding.id,
                to_json(terugmelding.dossiers),
                terugmelding.bezoek,
                terugmelding.adres,
                terugmelding.bevinding.value,
                terugmelding.waargenomen_op.isoformat(),
                terugmelding.gemaakt_op.isoformat(),
                terugmelding.toelichting,
            ),
        )
        assign(self._db, KIND, terugmelding.id, terugmelding.dossiers)

    def laad(self, id_: str) -> Terugmelding:
        """One, from this laptop or pulled; raises KeyError when unknown."""
        found = load(self._db, id_)
        if found is None:
            raise KeyError(id_)
        return found


def load(access: Access, id_: str) -> Terugmelding | None:
    """One of this laptop or pulled, or None."""
    row = access.row(
        "SELECT id, dossiers, bezoek, adres, bevinding, waargenomen_op, gemaakt_op, toelichting "
        "FROM terugmelding WHERE id = ?",
        (id_,),
    )
    if row is None:
        return pulled_terugmelding(access, id_)
    return Terugmelding(
        id=row["id"],
        dossiers=texts(row["dossiers"]),
        bezoek=row["bezoek"],
        adres=row["adres"],
        bevinding=Uitkomst(row["bevinding"]),
        waargenomen_op=needed_moment(row["waargenomen_op"]),
        gemaakt_op=needed_moment(row["gemaakt_op"]),
        toelichting=row["toelichting"],
    )
