"""Sentences of the window's corner."""

from __future__ import annotations

from datetime import datetime, timedelta

from leerplicht_desktop.ui.kit.dates import short_date


def laatste_keer(laatst: datetime | None, nu: datetime) -> str:
    """ "Laatste synchronisatie vandaag 08:12", in local time."""
    if laatst is None:
        return "Nog niet gesynchroniseerd"
    hier = laatst.astimezone(nu.tzinfo)
    if hier.date() == nu.date():
        dag = "vandaag"
    elif hier.date() == nu.date() - timedelta(days=1):
        dag = "gisteren"
    else:
        dag = short_date(hier.date())
    return f"Laatste synchronisatie {dag} {hier:%H:%M}"


def lock_tekst(seconden: int) -> str:
    """ "Vergrendelt over 4:12"."""
    return f"Vergrendelt over {seconden // 60}:{seconden % 60:02d}"
