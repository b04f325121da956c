"""Who signs in: his account, the key of his laptop, one-time rights to enrol, sessions and their renewals."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns and tables. Laptops that are there get their key when their officer signs in."""
    for name in ("issuer", "subject"):
        op.add_column("ambtenaar", sa.Column(name, sa.String(length=400)))
    op.add_column("ambtenaar", sa.Column("login", sa.Text(), nullable=False, server_default=""))
    op.add_column(
        "ambtenaar", sa.Column("toestand", sa.String(length=20), nullable=False, server_default="actief")
    )
    op.create_index("ambtenaar_persoon", "ambtenaar", ["issuer", "subject"], unique=True)
    op.add_column("aanmelding", sa.Column("jkt", sa.String(length=64), nullable=False, server_default=""))
    op.add_column("apparaat", sa.Column("jkt", sa.String(length=64)))
    op.create_index("apparaat_jkt", "apparaat", ["jkt"], unique=True)
    _add_right()
    _add_session()


def _add_right() -> None:
    op.create_table(
        "inschrijfrecht",
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("ambtenaar", sa.String(length=80), nullable=False),
        sa.Column("verloopt", sa.BigInteger(), nullable=False),
        sa.Column("jkt", sa.String(length=64)),
        sa.Column("apparaat", sa.String(length=80)),
        sa.ForeignKeyConstraint(["ambtenaar"], ["ambtenaar.id"]),
        sa.ForeignKeyConstraint(["apparaat"], ["apparaat.id"]),
        sa.PrimaryKeyConstraint("hash"),
    )


def _add_session() -> None:
    op.create_table(
        "sessie",
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("ambtenaar", sa.String(length=80)),
        sa.Column("issuer", sa.String(length=400), nullable=False),
        sa.Column("subject", sa.String(length=400), nullable=False),
        sa.Column("naam", sa.Text(), nullable=False),
        sa.Column("login", sa.Text(), nullable=False),
        sa.Column("jkt", sa.String(length=64), nullable=False),
        sa.Column("rollen", sa.Text(), nullable=False),
        sa.Column("begin", sa.BigInteger(), nullable=False),
        sa.Column("uiterlijk", sa.BigInteger(), nullable=False),
        sa.Column("toegang", sa.String(length=64), nullable=False),
        sa.Column("toegang_tot", sa.BigInteger(), nullable=False),
        sa.Column("bron", sa.Text(), nullable=False),
        sa.Column("bron_gezien", sa.BigInteger(), nullable=False),
        sa.Column("einde", sa.String(length=40)),
        sa.ForeignKeyConstraint(["ambtenaar"], ["ambtenaar.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("toegang"),
    )
    op.create_index("ix_sessie_ambtenaar", "sessie", ["ambtenaar"])
    op.create_index("ix_sessie_jkt", "sessie", ["jkt"])
    op.create_table(
        "vernieuwing",
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("sessie", sa.String(length=80), nullable=False),
        sa.Column("vervangen", sa.BigInteger()),
        sa.ForeignKeyConstraint(["sessie"], ["sessie.id"]),
        sa.PrimaryKeyConstraint("hash"),
    )
    op.create_index("ix_vernieuwing_sessie", "vernieuwing", ["sessie"])
