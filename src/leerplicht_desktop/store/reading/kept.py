"""Police data by their clock: after the first term only for who says why, then for nobody here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime

from leerplicht_desktop.casework.problems import Afgeschermd
from leerplicht_desktop.casework.queries.caseload import TijdlijnItem
from leerplicht_desktop.casework.queries.stukkenkast import StukRegel, ZaakstukItem, Zaakstuksoort
from leerplicht_desktop.domain.nederlandsetijd import in_nederland
from leerplicht_desktop.domain.privacy.bewaring import Toestand, wpg_klok
from leerplicht_desktop.domain.privacy.regime import Regime

_BARE = "Ouder politiegegeven, alleen gericht te zoeken"
_HOW = "Open het en zeg waarom je het zoekt."
_MADE = frozenset({Zaakstuksoort.STUK, Zaakstuksoort.VERHOOR})
_LINES = frozenset({Zaakstuksoort.STAP, Zaakstuksoort.AFDRUK})


def state(first: datetime | date, today: date) -> Toestand:
    """What may be done with police data that were first processed then."""
    return wpg_klok(_day(first)).toestand_op(today)


def demand(first: datetime, today: date, *, named: bool) -> bool:
    """Whether a reason still has to be given. Raises Afgeschermd for what is not to be used at all."""
    steps = [step for step in wpg_klok(_day(first)).stappen if step.vanaf <= today]
    now = steps[-1] if steps else None
    if now is None or now.toestand is Toestand.VRIJ:
        return False
    if now.toestand is Toestand.GERICHT:
        return not named
    raise Afgeschermd(now.tekst)


def listed(found: Iterable[StukRegel], today: date, *, named: bool = False) -> tuple[StukRegel, ...]:
    """What a list may show: drafts, all that is no police data, and police data that may be used freely."""
    return tuple(
        one
        for one in found
        if one.concept or one.regime is Regime.AVG or _shown(state(one.wanneer, today), named=named)
    )


def told(found: Iterable[ZaakstukItem], today: date, *, named: bool) -> Iterator[ZaakstukItem]:
    """A timeline: what is only to be looked for stands there bare, what is locked does not stand there."""
    every = tuple(found)
    police = {
        one.id: state(one.wanneer, today)
        for one in every
        if one.soort in _MADE and one.regime is Regime.WPG and not one.concept
    }
    for one in every:
        now = police.get(one.id, Toestand.VRIJ)
        if _shown(now, named=named):
            yield one
        elif now is Toestand.GERICHT and one.soort not in _LINES:
            yield replace(one, kop=_BARE, tekst=_HOW, stand=None)


def told_work(found: Iterable[TijdlijnItem], today: date, *, named: bool) -> Iterator[TijdlijnItem]:
    """As ``told``, of visits and procedures."""
    for one in found:
        police = one.regime is Regime.WPG and not one.concept
        now = state(one.wanneer, today) if police else Toestand.VRIJ
        if _shown(now, named=named):
            yield one
        elif now is Toestand.GERICHT:
            yield replace(one, kop=_BARE, tekst=_HOW)


def _shown(now: Toestand, *, named: bool) -> bool:
    return now is Toestand.VRIJ or (now is Toestand.GERICHT and named)


def _day(moment: datetime | date) -> date:
    return in_nederland(moment).date() if isinstance(moment, datetime) else moment
