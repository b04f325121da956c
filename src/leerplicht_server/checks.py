"""What is set, held against what uses it: before the server starts, and by the command ``controleer``.

A finding that *stops* is a setting with which the server would do the wrong thing, or nothing; any other is
told and the server goes on, because it may pass by itself (a provider that is away) or wait for a while (a
certificate that ends next week).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import sqlalchemy as sa
from pydantic import ValidationError

from leerplicht_protocol.session import Refused, SignIn

from . import access, key_mark, practice
from .database import Database
from .errors import ServerError
from .identity.faults import ProviderAwayError
from .identity.provider import Provider
from .identity.settings import TABLE, ProviderSettings
from .schema import ambtenaar
from .settings import Settings


@dataclass(frozen=True)
class Finding:
    """One thing that is not right, in Dutch, with its remedy."""

    sentence: str
    stops: bool = True


def findings(
    database: Database, settings: Settings, clock: Callable[[], float] = time.time
) -> Iterator[Finding]:
    """All that is not right with the settings on this database. Changes nothing."""
    with database.read() as connection:
        practising = practice.is_practice(connection)
        officers = {officer.id for officer in access.officers(connection)}
    yield from _people(settings, officers, practising=practising)
    if wrong := key_mark.against(database, settings.key_file):
        yield Finding(wrong)
    if settings.provider is not None:
        yield from _provider(database, settings.provider, clock)


def _people(settings: Settings, officers: set[str], *, practising: bool) -> Iterator[Finding]:
    named = settings.practice_officer
    if named and not practising:
        yield Finding(
            "De instelling oefen_ambtenaar hoort bij een oefendatabase, en dit is er geen. Haal haar weg."
        )
    elif named and named not in officers:
        yield Finding(
            f"De instelling oefen_ambtenaar noemt {named}; die ambtenaar is er niet. Bekend: "
            f"{', '.join(sorted(officers)) or 'nog niemand'}."
        )
    if not practising and settings.provider is None:
        yield Finding(
            f"Er is geen aanmelddienst ingesteld, dus niemand kan zich aanmelden. Schrijf [{TABLE}] met "
            "issuer en client_id in het instellingenbestand (--config); docs/beheer/aanmelden.md zegt hoe."
        )
    if not practising and not officers:
        yield Finding(
            "Er is nog geen ambtenaar. Voeg er een toe: leerplicht-server ambtenaar n.hendriks --naam ...",
            stops=False,
        )


# -- the identity provider ------------------------------------------------------------------------

_MISFIT = {
    "the issuer calls itself otherwise": (
        "issuer",
        "is niet hoe de aanmelddienst zich noemt. Neem issuer over zoals het staat in "
        "{issuer}/.well-known/openid-configuration, ook de schuine streep aan het eind",
    ),
    "no PKCE with S256": (
        "issuer",
        "wijst naar een aanmelddienst die PKCE met S256 niet kent. Zet dat daar aan",
    ),
}


def _provider(
    database: Database, settings: ProviderSettings, clock: Callable[[], float]
) -> Iterator[Finding]:
    yield from _fits_a_laptop(settings)
    yield from _other_issuer(database, settings)
    try:
        provider = Provider(settings, clock)
    except ServerError as fault:
        yield Finding(str(fault))
        return
    try:
        provider.discovery.addresses()
        provider.discovery.keys()
    except ProviderAwayError as fault:
        yield _answered(settings, fault)
    finally:
        provider.close()


def _answered(settings: ProviderSettings, fault: ProviderAwayError) -> Finding:
    if fault.code is not Refused.PROVIDER_SETTINGS:
        return Finding(
            f"De aanmelddienst op {settings.issuer} antwoordt nu niet zoals het hoort ({fault.why}), dus "
            f"niemand kan zich aanmelden. Kijk {TABLE}.issuer na, en of deze server erbij kan "
            f"({TABLE}.proxy, {TABLE}.ca_file). De server vraagt het vanzelf opnieuw.",
            stops=False,
        )
    name, what = _MISFIT.get(fault.why, ("issuer", f"past niet bij de aanmelddienst ({fault.why})"))
    return Finding(f"De instelling {TABLE}.{name} {what.format(issuer=settings.issuer.rstrip('/'))}.")


def _fits_a_laptop(settings: ProviderSettings) -> Iterator[Finding]:
    """What is sent to laptops as it is set must be what they take."""
    try:
        SignIn(
            handle="x",
            nonce="x",
            issuer=settings.issuer,
            authorization_endpoint="https://example.nl",
            client_id=settings.client_id,
            scope=settings.scope,
            iss_required=False,
            ports=tuple(settings.ports),
            extra=dict(settings.extra),
        )
    except ValidationError as fault:
        for name in sorted({str(error["loc"][0]) for error in fault.errors() if error["loc"]}):
            yield Finding(f"De instelling {TABLE}.{name} is langer of groter dan een laptop aanneemt.")


def _other_issuer(database: Database, settings: ProviderSettings) -> Iterator[Finding]:
    statement = sa.select(sa.func.count()).where(
        ambtenaar.c.issuer.is_not(None), ambtenaar.c.issuer != settings.issuer
    )
    with database.read() as connection:
        count = int(connection.execute(statement).scalar_one())
    if count:
        who = "Bij 1 ambtenaar hoort" if count == 1 else f"Bij {count} ambtenaren hoort"
        yield Finding(
            f"{who} een account van een andere aanmelddienst dan {settings.issuer}: zij komen er niet meer "
            f"in. Zet {TABLE}.issuer terug zoals het was.",
            stops=False,
        )
