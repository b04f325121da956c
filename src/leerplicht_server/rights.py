"""Roles and rights, read from ``rechten.toml``: which role has which right, and which endpoint asks which."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files

from .errors import ServerError

NOBODY, BEARER = "geen", "drager"
"""Instead of a right: nobody need be signed in; any live session will do."""

OFFICER = "ambtenaar"
"""The role that a code of practice gives."""

FETCH_WPG, HAND_IN_WPG, GIVE_WPG = "dossiers_halen_wpg", "werk_inleveren_wpg", "inzage_geven_wpg"


@dataclass(frozen=True)
class Matrix:
    """The file: groups by role, roles by right, rights by endpoint (``GET /v1/hello``)."""

    groups: Mapping[str, str]
    rights: Mapping[str, frozenset[str]]
    endpoints: Mapping[str, str]

    def may(self, roles: Collection[str], right: str) -> bool:
        """Whether any of these roles has a right."""
        return right in {NOBODY, BEARER} or not self.rights[right].isdisjoint(roles)

    def demand_whole(self, endpoints: Iterable[str]) -> None:
        """Raise ServerError when an endpoint has no right, or asks for one that nobody knows."""
        unknown = set(endpoints) - set(self.endpoints)
        if unknown:
            raise ServerError(f"Voor {', '.join(sorted(unknown))} staat in rechten.toml geen recht.")


def _read() -> Matrix:
    raw = tomllib.loads(files(__package__).joinpath("rechten.toml").read_text("utf-8"))
    rights = {right: frozenset(roles) for right, roles in raw["rechten"].items()}
    return Matrix(raw["rollen"], rights, raw["wegen"])


MATRIX = _read()
