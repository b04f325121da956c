"""What laptops could not read, and which record a refused operation spoke of."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table and the column; the column is filled from the operations that lie there."""
    op.create_table(
        "onleesbaar",
        sa.Column("apparaat", sa.String(length=80), nullable=False),
        sa.Column("entiteit", sa.String(length=60), nullable=False),
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("reden", sa.String(length=40), nullable=False),
        sa.Column("gemeld_op", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["apparaat"], ["apparaat.id"]),
        sa.PrimaryKeyConstraint("apparaat", "entiteit", "id"),
    )
    op.add_column(
        "quarantaine", sa.Column("onderwerp", sa.String(length=80), nullable=False, server_default="")
    )
    op.create_index("ix_quarantaine_onderwerp", "quarantaine", ["onderwerp"])
    table = sa.table("quarantaine", *map(sa.column, ("op", "inhoud", "onderwerp")))
    connection = op.get_bind()
    for row in connection.execute(sa.select(table.c.op, table.c.inhoud)).all():
        subject = str(json.loads(row.inhoud).get("id", ""))[:80]
        connection.execute(sa.update(table).where(table.c.op == row.op).values(onderwerp=subject))
