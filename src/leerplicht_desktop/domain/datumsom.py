"""Adding months to a day, as every term of the law counts them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def maanden_verder(dag: date, maanden: int) -> date:
    """Return the same day so many months on (back when negative), or the last day of a shorter month."""
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 + maanden, 12)
    return date(jaar, maand + 1, min(dag.day, monthrange(jaar, maand + 1)[1]))
