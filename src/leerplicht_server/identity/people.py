"""The person in what the provider says: who for ever, how he is called today, and in which groups he is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .settings import ProviderSettings

_LONGEST = 200
_MOST_GROUPS = 1_000


@dataclass(frozen=True)
class Person:
    """``issuer`` and ``subject`` name him for ever; name and login change, and are given to others."""

    issuer: str
    subject: str
    name: str
    login: str
    groups: tuple[str, ...]
    groups_complete: bool


def person_of(
    settings: ProviderSettings, claims: Mapping[str, Any], userinfo: Mapping[str, Any] | None = None
) -> Person:
    """The person of judged claims. ``userinfo``, of the same person, fills in groups that the token lacks."""
    known = userinfo if userinfo is not None and userinfo.get("sub") == claims.get("sub") else {}
    groups = claims.get(settings.groups_claim)
    if groups is None:
        groups = known.get(settings.groups_claim)
    login = _first(claims, known, "preferred_username", "upn", "unique_name")
    return Person(
        issuer=settings.issuer,
        subject=str(claims[settings.subject_claim]),
        name=_first(claims, known, "name") or login,
        login=login,
        groups=_listed(groups),
        groups_complete=groups is not None or not _left_out(settings, claims),
    )


def _listed(groups: object) -> tuple[str, ...]:
    """One group comes as a string from AD FS, several as a list."""
    if isinstance(groups, str):
        return (groups,)
    return (
        tuple(one for one in groups if isinstance(one, str))[:_MOST_GROUPS]
        if isinstance(groups, list)
        else ()
    )


def _left_out(settings: ProviderSettings, claims: Mapping[str, Any]) -> bool:
    """Entra leaves groups out above 200 of them and says so: that is not 'no groups'."""
    elsewhere = claims.get("_claim_names")
    named = isinstance(elsewhere, Mapping) and settings.groups_claim in elsewhere
    return named or claims.get("hasgroups") is True


def _first(claims: Mapping[str, Any], userinfo: Mapping[str, Any], *names: str) -> str:
    for source in (claims, userinfo):
        for name in names:
            value = source.get(name)
            if isinstance(value, str) and value:
                return "".join(c for c in value if c.isprintable())[:_LONGEST]
    return ""
