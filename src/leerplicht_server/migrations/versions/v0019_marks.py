"""Each commit bears a mark, so that a laptop shows when a backup undid what it saw."""

from __future__ import annotations

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, with a mark for where the feed stands now."""
    op.create_table(
        "merk",
        sa.Column("plaats", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("merk", sa.String(length=32), nullable=False),
    )
    merk = sa.table("merk", sa.column("plaats"), sa.column("merk"))
    teller = sa.table("teller", sa.column("naam"), sa.column("stand"))
    connection = op.get_bind()
    stand = connection.execute(sa.select(teller.c.stand).where(teller.c.naam == "seq")).scalar_one_or_none()
    if stand is not None:
        connection.execute(sa.insert(merk).values(plaats=stand, merk=secrets.token_hex(16)))
