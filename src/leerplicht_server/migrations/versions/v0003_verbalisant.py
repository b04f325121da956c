"""What an officer puts under every proces-verbaal: his parket, and on which oath."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add both, empty for the officers there are: the laptop then asks for them."""
    for name in ("parket", "eed"):
        op.add_column("ambtenaar", sa.Column(name, sa.Text(), nullable=False, server_default=""))
