"""Tokens that prove no key open nothing any more: their table goes."""

from __future__ import annotations

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Drop it. Whoever had such a token signs in once more."""
    op.drop_table("token")
