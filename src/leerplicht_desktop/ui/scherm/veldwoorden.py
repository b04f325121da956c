"""Words for who wrote a shared field and when."""

from __future__ import annotations

from datetime import date, datetime

from leerplicht_desktop.casework.queries.deelvelden import Deelveldbeeld
from leerplicht_desktop.domain.nederlandsetijd import in_nederland
from leerplicht_desktop.ui.kit.dates import short_moment


def van_wie(beeld: Deelveldbeeld, vandaag: date) -> str:
    """``Van K. van Es, di 24 nov, 17:40.``, or that it was not sent yet; empty when nobody wrote it."""
    if beeld.op is None:
        return ""
    wie = f"Van {beeld.door}" if beeld.door else "Van jou"
    waar = ", nog niet verstuurd" if beeld.onderweg else ""
    return f"{wie}, {wanneer(beeld.op, vandaag)}{waar}."


def wanneer(moment: datetime | None, vandaag: date) -> str:
    """The moment in Dutch time; that nobody knows, without one."""
    return short_moment(in_nederland(moment), vandaag) if moment is not None else "moment onbekend"
