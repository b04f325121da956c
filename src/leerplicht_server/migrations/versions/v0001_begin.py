"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table."""
    op.create_table(
        "ambtenaar",
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("naam", sa.Text(), nullable=False),
        sa.Column("functie", sa.Text(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.Column("telefoon", sa.Text(), nullable=False),
        sa.Column("aktenummer", sa.Text(), nullable=False),
        sa.Column("standplaats", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "koppeling",
        sa.Column("entiteit", sa.String(length=20), nullable=False),
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("dossier", sa.String(length=80), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("weg", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("entiteit", "id", "dossier"),
    )
    op.create_index("koppeling_dossier", "koppeling", ["dossier"], unique=False)
    op.create_table(
        "meta",
        sa.Column("naam", sa.String(length=40), nullable=False),
        sa.Column("waarde", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("naam"),
    )
    op.create_table(
        "operatie",
        sa.Column("op", sa.String(length=80), nullable=False),
        sa.Column("ambtenaar", sa.String(length=80), nullable=False),
        sa.Column("apparaat", sa.String(length=80), nullable=False),
        sa.Column("vingerafdruk", sa.String(length=64), nullable=False),
        sa.Column("resultaat", sa.Text(), nullable=False),
        sa.Column("apparaat_op", sa.String(length=40), nullable=False),
        sa.Column("apparaat_afwijking_ms", sa.BigInteger(), nullable=False),
        sa.Column("ontvangen_op", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("op"),
    )
    op.create_table(
        "persoon",
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("sleutel", sa.String(length=80), nullable=False),
        sa.Column("bsn", sa.String(length=9), nullable=True),
        sa.Column("ouder1_bsn", sa.String(length=9), nullable=True),
        sa.Column("ouder2_bsn", sa.String(length=9), nullable=True),
        sa.Column("adres_sleutel", sa.String(length=64), nullable=True),
        sa.Column("postcode", sa.String(length=6), nullable=True),
        sa.Column("huisnummer", sa.String(length=20), nullable=True),
        sa.Column("bron", sa.Text(), nullable=False),
        sa.Column("vingerafdruk", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("sleutel"),
    )
    op.create_index(op.f("ix_persoon_adres_sleutel"), "persoon", ["adres_sleutel"], unique=False)
    op.create_index(op.f("ix_persoon_bsn"), "persoon", ["bsn"], unique=False)
    op.create_index(op.f("ix_persoon_ouder1_bsn"), "persoon", ["ouder1_bsn"], unique=False)
    op.create_index(op.f("ix_persoon_ouder2_bsn"), "persoon", ["ouder2_bsn"], unique=False)
    op.create_index(op.f("ix_persoon_postcode"), "persoon", ["postcode"], unique=False)
    op.create_table(
        "quarantaine",
        sa.Column("op", sa.String(length=80), nullable=False),
        sa.Column("ambtenaar", sa.String(length=80), nullable=False),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("inhoud", sa.Text(), nullable=False),
        sa.Column("ontvangen_op", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("op"),
    )
    op.create_table(
        "record",
        sa.Column("entiteit", sa.String(length=20), nullable=False),
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("weg", sa.Boolean(), nullable=False),
        sa.Column("inhoud", sa.Text(), nullable=False),
        sa.Column("veldrev", sa.Text(), nullable=False),
        sa.Column("vingerafdruk", sa.String(length=64), nullable=False),
        sa.Column("auteur", sa.String(length=80), nullable=True),
        sa.Column("ontvangen_op", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("entiteit", "id"),
    )
    op.create_index(op.f("ix_record_seq"), "record", ["seq"], unique=False)
    op.create_table(
        "teller",
        sa.Column("naam", sa.String(length=40), nullable=False),
        sa.Column("stand", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("naam"),
    )
    op.create_table(
        "veldlog",
        sa.Column("entiteit", sa.String(length=20), nullable=False),
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("veld", sa.String(length=60), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("waarde", sa.Text(), nullable=False),
        sa.Column("door", sa.String(length=80), nullable=False),
        sa.Column("naam", sa.Text(), nullable=False),
        sa.Column("op", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("entiteit", "id", "veld", "rev"),
    )
    op.create_table(
        "aanmelding",
        sa.Column("device_code", sa.String(length=64), nullable=False),
        sa.Column("user_code", sa.String(length=16), nullable=False),
        sa.Column("ambtenaar", sa.String(length=80), nullable=True),
        sa.Column("verloopt", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["ambtenaar"],
            ["ambtenaar.id"],
        ),
        sa.PrimaryKeyConstraint("device_code"),
        sa.UniqueConstraint("user_code"),
    )
    op.create_table(
        "apparaat",
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("ambtenaar", sa.String(length=80), nullable=False),
        sa.Column("naam", sa.Text(), nullable=False),
        sa.Column("incarnatie", sa.String(length=80), nullable=False),
        sa.Column("ingetrokken", sa.Boolean(), nullable=False),
        sa.Column("gemaakt_op", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["ambtenaar"],
            ["ambtenaar.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("ambtenaar", "incarnatie"),
    )
    op.create_table(
        "dossier",
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("nummer", sa.String(length=20), nullable=False),
        sa.Column("persoon", sa.String(length=80), nullable=True),
        sa.Column("onderwijsnummer", sa.String(length=9), nullable=True),
        sa.Column("school", sa.String(length=80), nullable=True),
        sa.Column("afgeleid", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["persoon"],
            ["persoon.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("nummer"),
        sa.UniqueConstraint("onderwijsnummer"),
        sa.UniqueConstraint("persoon"),
    )
    op.create_index(op.f("ix_dossier_school"), "dossier", ["school"], unique=False)
    op.create_table(
        "toewijzing",
        sa.Column("ambtenaar", sa.String(length=80), nullable=False),
        sa.Column("dossier", sa.String(length=80), nullable=False),
        sa.Column("gegeven_seq", sa.BigInteger(), nullable=False),
        sa.Column("ingetrokken_seq", sa.BigInteger(), nullable=True),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["ambtenaar"],
            ["ambtenaar.id"],
        ),
        sa.PrimaryKeyConstraint("ambtenaar", "dossier"),
    )
    op.create_index("toewijzing_dossier", "toewijzing", ["dossier"], unique=False)
    op.create_table(
        "token",
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("ambtenaar", sa.String(length=80), nullable=False),
        sa.Column("aanmelding", sa.String(length=64), nullable=False),
        sa.Column("gemaakt_op", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["ambtenaar"],
            ["ambtenaar.id"],
        ),
        sa.PrimaryKeyConstraint("hash"),
    )
    op.create_index(op.f("ix_token_aanmelding"), "token", ["aanmelding"], unique=False)
