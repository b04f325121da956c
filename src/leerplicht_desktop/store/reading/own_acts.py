"""When this officer was where: his own visits and hearings, to hold the times of a hearing against."""

from __future__ import annotations

from collections.abc import Iterator

from leerplicht_desktop.domain.handhaving.pvfeiten import Handeling
from leerplicht_desktop.domain.nederlandsetijd import in_nederland
from leerplicht_desktop.store.kluis.codec import from_json, needed_moment
from leerplicht_desktop.store.kluis.connection import Access

_VISITS = (
    "SELECT id, begonnen_op, geeindigd_op FROM deurbezoek WHERE geeindigd_op IS NOT NULL AND id NOT IN "
    "(SELECT corrigeert FROM deurbezoek WHERE corrigeert IS NOT NULL AND vastgelegd_op IS NOT NULL)"
)
_HEARINGS = "SELECT id, inhoud FROM verhoor"


def own_acts(access: Access) -> tuple[Handeling, ...]:
    """Every visit that ended and was not corrected since, and every hearing; no address and no name in it."""
    return (*_visits(access), *_hearings(access))


def _visits(access: Access) -> Iterator[Handeling]:
    for row in access.rows(_VISITS):
        begin = needed_moment(row["begonnen_op"])
        what = f"een deurbezoek van {in_nederland(begin):%H.%M} uur"
        yield Handeling(row["id"], what, begin, needed_moment(row["geeindigd_op"]))


def _hearings(access: Access) -> Iterator[Handeling]:
    for row in access.rows(_HEARINGS):
        content = from_json(row["inhoud"])
        if content.get("begin") and content.get("eind"):
            begin = needed_moment(content["begin"])
            what = f"een verhoor van {in_nederland(begin):%H.%M} uur"
            yield Handeling(row["id"], what, begin, needed_moment(content["eind"]))
