"""Whose a record is: name, laptop and clock with the record, and the names an officer had before."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_TEXTS = (
    ("auteur_naam", sa.Text()),
    ("apparaat", sa.String(length=80)),
    ("apparaat_op", sa.String(length=40)),
)


def upgrade() -> None:
    """Add the columns and fill them from the operation that made each record."""
    op.add_column("ambtenaar", sa.Column("vroeger", sa.Text(), nullable=False, server_default="[]"))
    for name, kind in _TEXTS:
        op.add_column("record", sa.Column(name, kind, nullable=False, server_default=""))
    op.add_column("record", sa.Column("klok_ms", sa.BigInteger(), nullable=False, server_default="0"))
    connection = op.get_bind()
    people = sa.table("ambtenaar", sa.column("id"), sa.column("naam"))
    names = {row.id: row.naam for row in connection.execute(sa.select(people.c.id, people.c.naam))}
    done = sa.table(
        "operatie",
        *map(sa.column, ("ambtenaar", "apparaat", "resultaat", "apparaat_op", "apparaat_afwijking_ms")),
        sa.column("ontvangen_op"),
    )
    record = sa.table("record", *map(sa.column, ("seq", "auteur", "klok_ms", *(name for name, _ in _TEXTS))))
    for row in connection.execute(sa.select(done).order_by(done.c.ontvangen_op.desc())).all():
        # The seq of an own record is that of the operation that made it: it never changed since.
        place = json.loads(row.resultaat).get("seq")
        where = (record.c.seq == place, record.c.auteur == row.ambtenaar)
        values = {"auteur_naam": names.get(row.ambtenaar, row.ambtenaar), "apparaat": row.apparaat}
        values |= {"apparaat_op": row.apparaat_op, "klok_ms": row.apparaat_afwijking_ms}
        connection.execute(sa.update(record).where(*where).values(**values))
