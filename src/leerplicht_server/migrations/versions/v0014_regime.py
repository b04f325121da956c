"""Under which law a record stands, beside it: rights under the Wpg are apart from those under the AVG."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column and fill it from what the records hold."""
    op.add_column("record", sa.Column("regime", sa.String(length=3), nullable=False, server_default="avg"))
    record = sa.table("record", *map(sa.column, ("entiteit", "id", "inhoud", "regime")))
    connection = op.get_bind()
    kinds = ("verhoor", "stuk", "deurbezoek", "stukstap")
    asked = sa.select(record.c.entiteit, record.c.id, record.c.inhoud).where(record.c.entiteit.in_(kinds))
    bodies = {(row.entiteit, row.id): json.loads(row.inhoud) for row in connection.execute(asked)}
    for (kind, id_), body in bodies.items():
        paper = bodies.get(("stuk", str(body.get("stuk"))), {}) if kind == "stukstap" else body
        if kind == "verhoor" or paper.get("regime") == "wpg" or body.get("modus") == "opsporing":
            where = (record.c.entiteit == kind, record.c.id == id_)
            connection.execute(sa.update(record).where(*where).values(regime="wpg"))
