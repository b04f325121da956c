"""The last line of the journal a second time: one that is cut or emptied shows by itself."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0015"
branch_labels = None
depends_on = None

_FIELDS = ("nr", "op", "wie", "apparaat", "wat", "waarop", "waarom")
_ALL = (*_FIELDS, "vorige", "hash")


def upgrade() -> None:
    """Note the last line; a database that was used before there was a journal gets its first line."""
    connection = op.get_bind()
    journaal = sa.table("journaal", *map(sa.column, _ALL))
    meta = sa.table("meta", sa.column("naam"), sa.column("waarde"))
    ambtenaar = sa.table("ambtenaar", sa.column("id"))
    last = connection.execute(
        sa.select(journaal.c.nr, journaal.c.hash).order_by(journaal.c.nr.desc()).limit(1)
    ).one_or_none()
    mark = f"{last.nr}:{last.hash}" if last is not None else ""
    if last is None and connection.execute(sa.select(ambtenaar.c.id).limit(1)).first() is not None:
        begun = datetime.now(UTC).isoformat(timespec="microseconds")
        line = dict(zip(_FIELDS, (1, begun, "server", "", "journaal begonnen", "[]", ""), strict=True))
        before = "0" * 64
        content = json.dumps(list(line.values()), ensure_ascii=False, separators=(",", ":"))
        sealed = hashlib.sha256(f"{before}\n{content}".encode()).hexdigest()
        connection.execute(sa.insert(journaal).values(**line, vorige=before, hash=sealed))
        mark = f"1:{sealed}"
    if mark:
        connection.execute(sa.insert(meta).values(naam="journaal", waarde=mark))
