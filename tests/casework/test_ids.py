"""A name tells when it was made."""

from __future__ import annotations

from datetime import UTC, datetime

from leerplicht_desktop.casework.ids import gemaakt_op, nieuw_id


def test_a_name_tells_its_moment() -> None:
    moment = datetime(2026, 11, 24, 14, 7, 31, 250_000, UTC)
    assert gemaakt_op(nieuw_id(moment)) == moment
