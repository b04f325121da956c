"""Under which law a record stands, beside it: rights under the Wpg are apart from those under the AVG."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

KINDS = (
    "verhoor",
    "stuk",
    "deurbezoek",
    "stukstap",
    "gespreksnotitie",
    "taak",
    "taakafhandeling",
    "terugmelding",
)
STEMS_FROM = ("stuk", "corrigeert", "aanvulling_op", "bezoek", "taak", "herkomst")


def upgrade() -> None:
    """Add the column and fill it from what the records hold."""
    op.add_column("record", sa.Column("regime", sa.String(length=3), nullable=False, server_default="avg"))
    record = sa.table("record", *map(sa.column, ("entiteit", "id", "inhoud", "regime")))
    connection = op.get_bind()
    asked = sa.select(record.c.entiteit, record.c.id, record.c.inhoud).where(record.c.entiteit.in_(KINDS))
    told, stems = set(), {}
    with connection.execute(asked.execution_options(yield_per=200)) as rows:
        for row in rows:
            body = json.loads(row.inhoud)
            own = body.get("regime") == "wpg" or body.get("modus") == "opsporing"
            if own or row.entiteit == "verhoor":
                told.add(row.id)
            stems[row.id] = {str(body[name]) for name in STEMS_FROM if body.get(name)}
            if row.entiteit == "stukstap" and body.get("bijlage"):
                stems.setdefault(str(body["bijlage"]), set()).add(row.id)
    while more := {id_ for id_, origins in stems.items() if origins & told} - told:
        told |= more
    kinds = sa.or_(record.c.entiteit.in_(KINDS), record.c.entiteit == "bijlage")
    for id_ in sorted(told):
        connection.execute(sa.update(record).where(record.c.id == id_, kinds).values(regime="wpg"))
