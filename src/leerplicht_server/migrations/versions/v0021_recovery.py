"""Custodians, and requests to open a vault."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "bewaarder",
        sa.Column("id", sa.String(length=40), primary_key=True),
        sa.Column("sleutel", sa.String(length=64), nullable=False, unique=True),
        sa.Column("sinds", sa.String(length=40), nullable=False),
        sa.Column("tot", sa.String(length=40), nullable=False, server_default=""),
    )
    op.create_table(
        "kluisherstel",
        sa.Column("code", sa.String(length=12), primary_key=True),
        sa.Column("houvast", sa.String(length=64), nullable=False, unique=True),
        sa.Column("sleutel", sa.String(length=64), nullable=False),
        sa.Column("slot", sa.Text(), nullable=False),
        sa.Column("apparaat", sa.String(length=80), sa.ForeignKey("apparaat.id"), nullable=False),
        sa.Column("gevraagd", sa.BigInteger(), nullable=False),
        sa.Column("verloopt", sa.BigInteger(), nullable=False),
        sa.Column("stand", sa.String(length=10), nullable=False),
        sa.Column("eerste", sa.String(length=40), nullable=False, server_default=""),
        sa.Column("half", sa.Text(), nullable=False, server_default=""),
        sa.Column("antwoord", sa.Text(), nullable=False, server_default=""),
    )
