"""The journal: lines that can be added and never changed, neither by this program nor by a slip."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_POSTGRESQL = (
    "CREATE FUNCTION journaal_vast() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'het journaal verandert niet'; END $$",
    "CREATE TRIGGER journaal_vast BEFORE UPDATE OR DELETE ON journaal "
    "FOR EACH ROW EXECUTE FUNCTION journaal_vast()",
    "CREATE TRIGGER journaal_heel BEFORE TRUNCATE ON journaal "
    "FOR EACH STATEMENT EXECUTE FUNCTION journaal_vast()",
)
_SQLITE = (
    "CREATE TRIGGER journaal_vast BEFORE UPDATE ON journaal "
    "BEGIN SELECT RAISE(ABORT, 'het journaal verandert niet'); END",
    "CREATE TRIGGER journaal_heel BEFORE DELETE ON journaal "
    "BEGIN SELECT RAISE(ABORT, 'het journaal verandert niet'); END",
)


def upgrade() -> None:
    """Add the table and what guards it."""
    op.create_table(
        "journaal",
        sa.Column("nr", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("op", sa.String(length=40), nullable=False),
        sa.Column("wie", sa.Text(), nullable=False),
        sa.Column("apparaat", sa.String(length=80), nullable=False),
        sa.Column("wat", sa.String(length=40), nullable=False),
        sa.Column("waarop", sa.Text(), nullable=False),
        sa.Column("waarom", sa.Text(), nullable=False),
        sa.Column("vorige", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("nr"),
    )
    guards = _POSTGRESQL if op.get_bind().dialect.name == "postgresql" else _SQLITE
    for statement in guards:
        op.execute(statement)
