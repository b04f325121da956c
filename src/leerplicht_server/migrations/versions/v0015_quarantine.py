"""Quarantine can be judged: from which laptop, how large, and what a person decided."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_DECISION = (
    ("besluit", sa.String(length=20)),
    ("besluit_op", sa.String(length=40)),
    ("besluit_door", sa.Text()),
    ("besluit_aan", sa.String(length=80)),
    ("besluit_reden", sa.Text()),
)


def upgrade() -> None:
    """Add the columns; laptop and size of what lies there come from the operations themselves."""
    op.add_column("operatie", sa.Column("bytes", sa.BigInteger(), nullable=False, server_default="0"))
    op.create_index("operatie_dag", "operatie", ["ambtenaar", "ontvangen_op"])
    for name, kind in (("apparaat", sa.String(length=80)), *_DECISION):
        op.add_column("quarantaine", sa.Column(name, kind, nullable=False, server_default=""))
    for name in ("klok_ms", "bytes"):
        op.add_column("quarantaine", sa.Column(name, sa.BigInteger(), nullable=False, server_default="0"))
    op.create_index("ix_quarantaine_apparaat", "quarantaine", ["apparaat"])
    lies = sa.table("quarantaine", *map(sa.column, ("op", "inhoud", "apparaat", "klok_ms", "bytes")))
    done = sa.table("operatie", *map(sa.column, ("op", "apparaat", "apparaat_afwijking_ms")))
    connection = op.get_bind()
    rows = sa.select(lies.c.op, lies.c.inhoud, done.c.apparaat, done.c.apparaat_afwijking_ms)
    for row in connection.execute(rows.join(done, done.c.op == lies.c.op)).all():
        values = {"apparaat": row.apparaat, "klok_ms": row.apparaat_afwijking_ms}
        values["bytes"] = len(row.inhoud.encode())
        connection.execute(sa.update(lies).where(lies.c.op == row.op).values(**values))
