"""Procedures: of this laptop, version after version, or pulled."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from leerplicht_desktop.domain.privacy.regime import Regime
from leerplicht_desktop.domain.procedure.procedure import Procedure, Proceduresoort
from leerplicht_desktop.domain.procedure.vraag import Waarde
from leerplicht_desktop.store.kluis.codec import (
    from_json,
    iso,
    local,
    moment,
    needed_moment,
    text_of,
    texts,
    to_json,
)
from leerplicht_desktop.store.kluis.connection import Access, Value
from leerplicht_desktop.store.spiegel.pulled import fields_of

from .werkdossier import assign, drafts_of, release

KIND = "procedure"
_INSERT = (
    "INSERT INTO procedure (id, zaak, dossiers, soort, begonnen_op, antwoorden, regime, kop, klaar, "
    "vastgelegd_op, corrigeert, reden_correctie) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_UPDATE = (
    "UPDATE procedure SET zaak = ?, dossiers = ?, soort = ?, begonnen_op = ?, antwoorden = ?, regime = ?, "
    "kop = ?, klaar = ?, vastgelegd_op = ?, corrigeert = ?, reden_correctie = ? WHERE id = ?"
)
_SELECT = (
    "SELECT id, zaak, dossiers, soort, begonnen_op, antwoorden, regime, kop, klaar, vastgelegd_op, "
    "corrigeert, reden_correctie FROM procedure WHERE id = ?"
)


class SqlProcedures:
    """Obeys the port ``Procedures``."""

    def __init__(self, access: Access) -> None:
        self._db = access

    def nieuw(self, procedure: Procedure) -> None:
        """Keep a new draft."""
        self._db.run(_INSERT, (procedure.id, *_values(procedure)))
        assign(self._db, KIND, procedure.id, procedure.dossiers)

    def laad(self, id_: str) -> Procedure:
        """One version, from this laptop or pulled; raises KeyError when unknown."""
        found = load(self._db, id_)
        if found is None:
            raise KeyError(id_)
        return found

    def concepten(self, dossiers: tuple[str, ...]) -> tuple[str, ...]:
        """The open drafts that share a jongere with ``dossiers``, the oldest first."""
        return drafts_of(self._db, KIND, dossiers)

    def schrijf(self, id_: str, naam: str, waarde: Waarde) -> None:
        """The keystroke path of one answer. Raises KeyError when unknown, DomainError once vastgelegd."""
        found = self._db.value("SELECT antwoorden FROM procedure WHERE id = ?", (id_,))
        if found is None:
            raise KeyError(id_)
        answers = {**from_json(str(found)), naam: waarde}
        self._db.run("UPDATE procedure SET antwoorden = ? WHERE id = ?", (to_json(answers), id_))

    def schrijf_reden(self, id_: str, reden: str) -> None:
        """The keystroke path of why an answer was changed. Raises as ``schrijf``."""
        if not self._db.run("UPDATE procedure SET reden_correctie = ? WHERE id = ?", (reden, id_)):
            raise KeyError(id_)

    def leg_vast(self, procedure: Procedure) -> None:
        """Fix it."""
        if not self._db.run(_UPDATE, (*_values(procedure), procedure.id)):
            raise KeyError(procedure.id)

    def verwerp(self, id_: str) -> None:
        """Take a draft away. Raises DomainError once vastgelegd."""
        self._db.run("DELETE FROM procedure WHERE id = ?", (id_,))
        release(self._db, KIND, id_)


def load(access: Access, id_: str) -> Procedure | None:
    """A version of this laptop or pulled, or None."""
    row = access.row(_SELECT, (id_,))
    if row is None:
        fields = fields_of(access, KIND, id_)
        return None if fields is None else _pulled(id_, fields)
    return Procedure(
        id=row["id"],
        zaak=row["zaak"],
        dossiers=texts(row["dossiers"]),
        soort=Proceduresoort(row["soort"]),
        begonnen_op=needed_moment(row["begonnen_op"]),
        antwoorden=from_json(row["antwoorden"]),
        regime=Regime(row["regime"]),
        kop=row["kop"],
        klaar=bool(row["klaar"]),
        vastgelegd_op=moment(row["vastgelegd_op"]),
        corrigeert=row["corrigeert"],
        reden_correctie=row["reden_correctie"],
    )


def _pulled(id_: str, fields: Mapping[str, Any]) -> Procedure:
    return Procedure(
        id=id_,
        zaak=text_of(fields, "zaak"),
        dossiers=tuple(fields["dossiers"]),
        soort=Proceduresoort(fields["soort"]),
        begonnen_op=local(fields["begonnen_op"]),
        antwoorden=fields.get("antwoorden") or {},
        regime=Regime(fields.get("regime") or Regime.AVG),
        kop=text_of(fields, "kop"),
        klaar=bool(fields.get("klaar")),
        vastgelegd_op=local(fields["vastgelegd_op"]),
        corrigeert=fields.get("corrigeert"),
        reden_correctie=text_of(fields, "reden_correctie"),
    )


def _values(procedure: Procedure) -> tuple[Value, ...]:
    """Everything but the id, in the order of the columns."""
    return (
        procedure.zaak,
        to_json(procedure.dossiers),
        procedure.soort.value,
        procedure.begonnen_op.isoformat(),
        to_json(dict(procedure.antwoorden)),
        procedure.regime.value,
        procedure.kop,
        procedure.klaar,
        iso(procedure.vastgelegd_op),
        procedure.corrigeert,
        procedure.reden_correctie,
    )
