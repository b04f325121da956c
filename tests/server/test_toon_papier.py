"""What the administrator sees of hearings, documents and attachments: everything but the bytes."""

from __future__ import annotations

import base64
import hashlib
import json
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from leerplicht_protocol.messages import Ambtenaar, Clock, Create, OpStatus
from leerplicht_server import number_blocks, push, schema
from leerplicht_server.database import Database
from leerplicht_server.show import show_dossier

MOMENT = "2026-11-20T14:00:00Z"
PDF = b"%PDF-1.7 de inhoud zelf"
DEVICE = "dev-1"
HASH = hashlib.sha256(PDF).hexdigest()


def _push(database: Database, officer: str, entity: str, id_: str, dossier: str, **body: Any) -> None:
    raw = {
        "kind": "create",
        "op": f"op-{id_}",
        "n": 1,
        "entity": entity,
        "id": id_,
        "dossiers": [dossier],
        "body": {"dossiers": [dossier], **body},
        "at": MOMENT,
    }
    sender = push.Sender(Ambtenaar(id=officer, naam="K. van Es"), DEVICE, Clock(wall=datetime.now(UTC)))
    with database.write() as connection:
        result = push.apply(connection, sender, Create.model_validate(raw), json.loads(json.dumps(raw)))
    assert result.status is OpStatus.APPLIED, result.reason


def _give_numbers(database: Database, officer: str) -> None:
    row = {"id": DEVICE, "ambtenaar": officer, "naam": "laptop", "incarnatie": "i-1", "gemaakt_op": MOMENT}
    with database.write() as connection:
        connection.execute(sa.insert(schema.apparaat).values(**row, ingetrokken=False))
        for volg in range(1, 7):
            number_blocks.reserve(connection, DEVICE, "OEF", 2026, volg)


def _granted(database: Database) -> tuple[str, str]:
    with database.read() as connection:
        row = connection.execute(
            sa.select(schema.toewijzing.c.ambtenaar, schema.toewijzing.c.dossier).order_by(
                schema.toewijzing.c.dossier
            )
        ).first()
    assert row is not None
    return row.ambtenaar, row.dossier


TIMES = dict.fromkeys(
    ("begin", "eind", "feit_medegedeeld_om", "cautie_om", "voorgelezen_om", "vastgelegd_op"), MOMENT
)
HEARING: dict[str, Any] = {
    "verdachte": {"persoon": None, "rol": "ouder", "naam": "R. Proef"},
    "verdachte_geboren": "19800000",
    "pleegdatum": "2026-11-06",
    "plaats": "Demostad",
    "identiteit": "paspoort",
    "bijstand": "afstand",
    "afstand": {"antwoord": "Nee, dank u."},
    "tolk": {"naam": "tolk 123", "taal": "Pools"},
    "verstaat_nederlands": False,
    "regels": [{"moment": MOMENT, "tekst": "Wij waren weg."}],
    "ondertekend": False,
    "reden_niet_ondertekend": "wil eerst overleggen",
    **TIMES,
}
CONTENT = base64.b64encode(PDF).decode()
PAPER: dict[str, Any] = {
    "soort": "proces_verbaal",
    "nummer": "OEF-2026-000101",
    "titel": "Proces-verbaal",
    "regime": "wpg",
    "verzegeld_op": MOMENT,
    "inhoud_hash": "a" * 64,
    "bestand_hash": HASH,
    "pdf": CONTENT,
}
STEP: dict[str, Any] = {
    "stuk": "s-1",
    "soort": "ondertekend",
    "datum": "2026-11-20",
    "plaats": "Demostad",
    "gezet_op": MOMENT,
}
ANNEX: dict[str, Any] = {
    "soort": "pdf",
    "titel": "Brief van school",
    "mime": "application/pdf",
    "sha256": HASH,
    "grootte": len(PDF),
    "gemaakt_op": MOMENT,
    "toegevoegd_op": MOMENT,
    "inhoud": CONTENT,
}


def test_everything_but_the_bytes(seeded: Database) -> None:
    officer, dossier = _granted(seeded)
    _give_numbers(seeded, officer)
    _push(seeded, officer, "verhoor", "v-1", dossier, **HEARING)
    _push(seeded, officer, "stuk", "s-1", dossier, **PAPER)
    _push(seeded, officer, "stukstap", "t-1", dossier, **STEP)
    _push(seeded, officer, "bijlage", "b-1", dossier, **ANNEX)
    with seeded.read() as connection:
        text = show_dossier(connection, dossier)
    for said in (
        "Verhoren: 1",
        "A: Wij waren weg.",
        "afstand van een advocaat: Nee, dank u.",
        "tolk: tolk 123, Pools",
        "ondertekend: nee wil eerst overleggen",
        "Proces-verbaal OEF-2026-000101",
        "regime wpg",
        "2026-11-20 ondertekend: Demostad",
        "Brief van school (pdf, application/pdf)",
        HASH,
    ):
        assert said in text
    assert CONTENT not in text
