"""Numbers for a proces-verbaal, reserved per laptop."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables of reserved and used numbers."""
    op.create_table(
        "nummerblok",
        sa.Column("apparaat", sa.String(length=80), nullable=False),
        sa.Column("jaar", sa.Integer(), nullable=False),
        sa.Column("volg", sa.Integer(), nullable=False),
        sa.Column("organisatie", sa.String(length=8), nullable=False),
        sa.Column("van", sa.Integer(), nullable=False),
        sa.Column("tot", sa.Integer(), nullable=False),
        sa.Column("gereserveerd_op", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["apparaat"], ["apparaat.id"]),
        sa.PrimaryKeyConstraint("apparaat", "jaar", "volg"),
        sa.UniqueConstraint("organisatie", "jaar", "van"),
    )
    op.create_table(
        "nummer",
        sa.Column("nummer", sa.String(length=40), nullable=False),
        sa.Column("stuk", sa.String(length=80), nullable=False),
        sa.PrimaryKeyConstraint("nummer"),
        sa.UniqueConstraint("stuk"),
    )
