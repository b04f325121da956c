"""Why an officer has a dossier: of his own, by his area, or for a colleague by mandate."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; who has a dossier now was given it by name."""
    ground = op.create_table(
        "toewijzingsgrond",
        sa.Column("ambtenaar", sa.String(length=80), sa.ForeignKey("ambtenaar.id"), primary_key=True),
        sa.Column("dossier", sa.String(length=80), primary_key=True),
        sa.Column("grond", sa.String(length=80), primary_key=True),
    )
    op.create_index("toewijzingsgrond_grond", "toewijzingsgrond", ["grond"])
    op.create_index("toewijzingsgrond_dossier", "toewijzingsgrond", ["dossier"])
    op.create_table(
        "gebied",
        sa.Column("id", sa.String(length=80), primary_key=True),
        sa.Column("ambtenaar", sa.String(length=80), sa.ForeignKey("ambtenaar.id"), nullable=False),
        sa.Column("soort", sa.String(length=20), nullable=False),
        sa.Column("waarde", sa.String(length=80), nullable=False),
        sa.UniqueConstraint("ambtenaar", "soort", "waarde"),
    )
    op.create_table(
        "mandaat",
        sa.Column("id", sa.String(length=80), primary_key=True),
        sa.Column("van_wie", sa.String(length=80), sa.ForeignKey("ambtenaar.id"), nullable=False, index=True),
        sa.Column("aan_wie", sa.String(length=80), sa.ForeignKey("ambtenaar.id"), nullable=False, index=True),
        sa.Column("vanaf", sa.String(length=10), nullable=False),
        sa.Column("tot", sa.String(length=10), nullable=False),
        sa.Column("stand", sa.String(length=10), nullable=False),
        sa.Column("reden", sa.Text(), nullable=False),
    )
    toewijzing = sa.table(
        "toewijzing", sa.column("ambtenaar"), sa.column("dossier"), sa.column("ingetrokken_seq")
    )
    held = sa.select(toewijzing.c.ambtenaar, toewijzing.c.dossier, sa.literal("zelf")).where(
        toewijzing.c.ingetrokken_seq.is_(None)
    )
    op.execute(sa.insert(ground).from_select(["ambtenaar", "dossier", "grond"], held))
